"""Maps for the tests of the picture: the samples, odd corners, and random ones of any size."""

from __future__ import annotations

import random
from functools import cache

from journeymap.analysis.examine import examine
from journeymap.analysis.findings import Findings
from journeymap.i18n.catalogue import catalogue
from journeymap.model.ids import Id
from journeymap.model.journey import Journey, journey_of
from journeymap.model.records import Friction, Head, Lane, Link, Record, Stage, Step
from journeymap.picture.build import Memo, Options, build
from journeymap.picture.prims import Node, Picture, Text
from journeymap.picture.scene import Scene, scene_of
from journeymap.resources import samples
from journeymap.storage import files

WORDS = (
    "Ansöker om bygglov", "Väntar", "Ritar", "Får besked", "Avfallshanteringsavgiftsreglering",
    "Skickar handlingar till nämnden", "Ringer kundtjänst igen", "Kvittar", "Betalar fakturan i appen",
)  # fmt: skip


@cache
def hotel() -> Journey:
    return files.load(samples() / "hotel.journey").journey


@cache
def examined(journey: Journey) -> Findings:
    return examine(journey, trials=50)


def hotel_scene(options: Options | None = None, language: str = "sv") -> Scene:
    journey = hotel()
    return scene_of(journey, findings_of(journey), options or Options(), catalogue(language), Memo())


def findings_of(journey: Journey) -> Findings:
    return examine(journey, trials=50)


def picture_of(journey: Journey, options: Options | None = None, language: str = "sv") -> Picture:
    return build(journey, findings_of(journey), options or Options(), catalogue(language), Memo())


def scene_for(journey: Journey, options: Options | None = None, language: str = "sv") -> Scene:
    return scene_of(journey, findings_of(journey), options or Options(), catalogue(language), Memo())


def random_map(seed: int, steps: int, lanes: int = 6, columns: int | None = None) -> Journey:
    """A map with that many steps: mostly forward links, some loops, referrals and information."""
    rng = random.Random(seed)
    wide = columns or max(2, steps // 3)
    kinds = ["customer", *rng.choices(["department", "department", "supplier", "system"], k=lanes - 1)]
    records: list[Record] = [
        Lane(id=Id(f"l{i}"), name=f"Bana {i}", kind=kind, unit=f"AB/{i % 3}/{i}", order=i)  # type: ignore[arg-type]
        for i, kind in enumerate(kinds)
    ]
    records += [Stage(id=Id(f"s{i}"), name=f"Fas {i}", order=i) for i in range(4)]
    placed = []
    for number in range(steps):
        column = rng.randrange(wide)
        step = Step(
            id=Id(f"a{number:04}"),
            title=rng.choice(WORDS),
            lane=Id(f"l{rng.randrange(lanes)}"),
            column=column,
            stage=Id(f"s{min(3, column * 4 // wide)}"),
            critical=rng.random() < 0.06 or None,
            experience=rng.choice([None, -2, 0, 1]),
            expectation=rng.choice([None, 1, 2]),
            value_in_use=rng.random() < 0.04 or None,
        )
        placed.append(step)
    placed.sort(key=lambda step: (step.column or 0, step.id))
    records += placed
    records += _links(rng, placed)
    records += [
        Friction(
            id=Id(f"f{n}"), title=rng.choice(WORDS), at=rng.choice(placed).id, hits=0.1,
            wait_minutes=n + 1, work_minutes=0, value_lost=0, critical=rng.random() < 0.3,
        )
        for n in range(max(1, steps // 10))
    ]  # fmt: skip
    return journey_of(*records, head=Head(title="Prov", language="sv", journeys_per_year=1000))


def _links(rng: random.Random, steps: list[Step]) -> list[Link]:
    links = []
    for number in range(len(steps) - 1):
        source = steps[number]
        near = steps[number + 1 : number + 7]
        for target in rng.sample(near, k=min(len(near), rng.choice([1, 1, 1, 2]))):
            kind = rng.choices(["flow", "info", "refer", "order", "status"], [70, 20, 4, 3, 3])[0]
            ends = (source, target) if rng.random() < 0.94 else (target, source)
            links.append(
                Link(
                    id=Id(f"k{number:04}{target.id}"), source=ends[0].id, target=ends[1].id,
                    kind=kind, carrier="customer" if rng.random() < 0.3 else None,  # type: ignore[arg-type]
                    info=rng.choice([None, "yes", "no"]),
                )
            )  # fmt: skip
    return links


def one_step() -> Journey:
    return journey_of(
        Lane(id=Id("c"), name="Kunden", kind="customer"),
        Step(id=Id("a"), title="Ringer", lane=Id("c")),
        head=Head(language="sv"),
    )


def loops() -> Journey:
    """Loops in a lane, between lanes, to the same column, and a crowd at one step."""
    lanes = [Lane(id=Id("c"), name="Kunden", kind="customer", order=0)]
    lanes += [Lane(id=Id(x), name=f"Avdelning {x}", kind="department", unit=f"AB/{x}", order=1) for x in "pq"]
    steps = [
        Step(id=Id(f"{lane}{column}"), title=f"Steg {lane}{column}", lane=Id(lane), column=column)
        for lane in "cpq"
        for column in range(5)
    ]
    pairs = "c0c1 c1c0 c1p1 p1q1 q1c1 p1p3 p3p1 q1q4 q4q0 q0p0 p0c4 c4c0 p2p1 c2p4 c3p4 q2p4 q3p4 p0p4 c0p4"
    links = [
        Link(id=Id(pair), source=Id(pair[:2]), target=Id(pair[2:]), kind="flow") for pair in pairs.split()
    ]
    return journey_of(*lanes, *steps, *links, head=Head(title="Rundgång", language="sv"))


def texts(picture: Picture) -> list[tuple[Node, Text]]:
    return [(node, prim) for node in picture.nodes for prim in node.prims if isinstance(prim, Text)]
