"""What a screen reader says of steps, lanes, links and frictions (WORDS 6): short first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol

from journeymap.analysis.findings import Findings, RankedFriction
from journeymap.analysis.graph import Graph, unit_path
from journeymap.analysis.graph import build as build_graph
from journeymap.i18n.catalogue import N_, Catalogue
from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.model.reading import is_critical, lanes_in_order, stage_of_steps, steps_in_order
from journeymap.model.records import Lane
from journeymap.picture.flags import flags_of
from journeymap.picture.memo import Memo
from journeymap.picture.scene import Scene


class Heard(Protocol):
    """What sentences about single steps, links and frictions are made from; a scene is one."""

    @property
    def journey(self) -> Journey: ...

    @property
    def findings(self) -> Findings: ...

    @property
    def t(self) -> Catalogue: ...

    @property
    def memo(self) -> Memo: ...

    @property
    def graph(self) -> Graph: ...

    @property
    def ranked(self) -> Mapping[Id, RankedFriction]: ...


@dataclass(frozen=True)
class Hearing:
    """The same for those who show the map as a list or a table: no picture is drawn for it."""

    journey: Journey
    findings: Findings
    t: Catalogue
    memo: Memo = field(default_factory=Memo)

    @cached_property
    def graph(self) -> Graph:
        return build_graph(self.journey)

    @cached_property
    def ranked(self) -> Mapping[Id, RankedFriction]:
        return {line.id: line for line in self.findings.ranked}


@dataclass(frozen=True, slots=True)
class Spoken:
    """What sentences about many steps share, gathered once a picture."""

    order: dict[Id, int]
    stage: dict[Id, str]
    count: int
    walled: Mapping[Id, tuple[Id, ...]]
    """Step → the lanes to which a wall stands from it, whoever carries the road over."""
    frictions: dict[Id, list[int]]
    flags: Mapping[Id, str]


def spoken(scene: Heard) -> Spoken:
    """Reading order, stages, walls, ranks and flags by step."""
    journey = scene.journey
    steps = steps_in_order(journey)
    ranks: dict[Id, list[int]] = {}
    for item in scene.findings.ranked:
        if item.id in journey.frictions:
            ranks.setdefault(journey.frictions[item.id].at, []).append(item.rank)
    for unranked in scene.findings.unranked:
        if unranked.id in journey.frictions:
            ranks.setdefault(journey.frictions[unranked.id].at, [])
    stages = {step: journey.stages[stage].name for step, stage in stage_of_steps(journey).items()}
    order = {step.id: place + 1 for place, step in enumerate(steps)}
    flags = flags_of(journey, scene.findings, scene.t)
    return Spoken(order, stages, len(steps), _walled(scene), ranks, flags)


def _walled(scene: Heard) -> Mapping[Id, tuple[Id, ...]]:
    steps = scene.journey.steps
    row = {lane.id: place for place, lane in enumerate(lanes_in_order(scene.journey))}
    found: dict[Id, set[Id]] = {}
    for finding in (finding for mark in scene.findings.marks for finding in mark.findings):
        source, target = steps.get(finding.source or Id("")), steps.get(finding.target or Id(""))
        if source is not None and target is not None:
            found.setdefault(source.id, set()).add(target.lane)
    return {step: tuple(sorted(lanes, key=row.__getitem__)) for step, lanes in found.items()}


@dataclass(frozen=True, slots=True)
class Facts:
    """What is said of one step."""

    title: str
    lane: str
    stage: str | None
    place: int
    count: int
    critical: bool
    flag: str
    ranks: tuple[int, ...] | None
    following: tuple[str, ...]
    handed: tuple[tuple[str, bool], ...]


def step_alt(scene: Heard, said: Spoken, id: Id) -> str:
    """ "{title}. {lane}, {stage}, step {n} of {m}. Critical. 1 friction, rank 2. Then: {next}. …"."""
    journey, graph = scene.journey, scene.graph
    step = journey.steps[id]
    number = graph.index.get(id)
    following = [] if number is None else [graph.steps[graph.target[link]] for link in graph.out[number]]
    walled = said.walled.get(id, ())
    reached = (*(other.lane for other in following), *walled)
    lanes = dict.fromkeys(lane for lane in reached if lane != step.lane)
    facts = Facts(
        title=step.title,
        lane=journey.lanes[step.lane].name,
        stage=said.stage.get(id),
        place=said.order[id],
        count=said.count,
        critical=is_critical(step),
        flag=said.flags.get(id, ""),
        ranks=tuple(said.frictions[id]) if id in said.frictions else None,
        following=tuple(other.title for other in following),
        handed=tuple((journey.lanes[lane].name, lane in walled) for lane in lanes),
    )
    return scene.memo.get(("step_alt", id), (scene.t, facts), _say_step)


def _say_step(t: Catalogue, facts: Facts) -> str:
    where = {"lane": facts.lane, "n": facts.place, "m": facts.count}
    sentences = [f"{facts.title}."]
    if facts.stage is None:
        sentences.append(t("{lane}, step {n} of {m}.", **where))
    else:
        sentences.append(t("{lane}, {stage}, step {n} of {m}.", stage=facts.stage, **where))
    if facts.critical:
        sentences.append(t("Decisive."))
    if facts.flag:
        sentences.append(f"{facts.flag}.")
    if facts.ranks is not None:
        sentences.append(_frictions(facts.ranks, t))
    if facts.following:
        sentences.append(t("Then: {next}.", next=t.listed(list(facts.following))))
    for lane, walled in facts.handed:
        message = N_("Hands over to {lane}, wall.") if walled else N_("Hands over to {lane}.")
        sentences.append(t(message, lane=lane))
    return " ".join(sentences)


def _frictions(ranks: tuple[int, ...], t: Catalogue) -> str:
    if not ranks:
        return t("A friction without a place yet.")
    return t.plural(
        "{n} friction, rank {rank}.", "{n} frictions, the first at rank {rank}.", len(ranks), rank=min(ranks)
    )


def lane_alt(scene: Scene, index: int) -> str:
    """A lane as it stands in the picture."""
    steps = sum(1 for place in scene.grid.places.values() if place.lane == index)
    return lane_words(scene, scene.grid.lanes[index], index + 1, steps)


def lane_words(scene: Heard, lane: Lane, number: int, steps: int) -> str:
    """ "Lane 3, Reception, department, Hotel AB. 4 steps, 2 walls." """
    t = scene.t
    walls = sum(1 for mark in scene.findings.marks if lane.id in (mark.giver, mark.receiver))
    kind = {
        "customer": t("customer"),
        "customers_customer": t("the customer's customer"),
        "supplier": t("supplier"),
        "system": t("system"),
    }.get(lane.kind, t("department"))
    unit = ", ".join((kind, *unit_path(lane.unit)[:1]))
    counts = t.listed(
        [
            t.plural("{n} step", "{n} steps", steps),
            *([t.plural("{n} wall", "{n} walls", walls)] if walls else []),
        ]
    )
    head = t("Lane {n}, {name}, {what}.", n=number, name=lane.name, what=unit)
    return f"{head} {counts}."


LINKS: Mapping[str, str] = {
    "flow": N_("Road from {a} to {b}."),
    "refer": N_("Sent on from {a} to {b}."),
    "info": N_("Information from {a} to {b}."),
    "order": N_("Order from {a} to {b}."),
    "status": N_("Message to the customer from {a} to {b}."),
    "exit": N_("Leaves at {a} for {b}."),
    "shadow": N_("Shadow work from {a} to {b}."),
}


def link_alt(scene: Heard, id: Id) -> str:
    """From which step to which, and what runs there."""
    journey = scene.journey
    link = journey.links[id]
    facts = (LINKS[link.kind or "flow"], journey.steps[link.source].title, journey.steps[link.target].title)
    return scene.memo.get(("link_alt", id), (scene.t, *facts), _say_link)


def _say_link(t: Catalogue, message: str, a: str, b: str) -> str:
    return t(message, a=a, b=b)


def friction_alt(scene: Heard, id: Id) -> str:
    """ "Rank 2, decides the relation. {title}. 1 278 hours a year, between 345 and 5 013. …"."""
    friction = scene.journey.frictions[id]
    facts = (scene.t, friction.title, friction.status == "solved", scene.ranked.get(id))
    return scene.memo.get(("friction_alt", id), facts, _say_friction)


def _say_friction(t: Catalogue, title: str, solved: bool, item: RankedFriction | None) -> str:
    if item is None:
        return " ".join([t("Solved.") if solved else t("Cannot be ranked yet."), f"{title}."])
    place = N_("Rank {n}, decides the relation.") if item.tier == "A" else N_("Rank {n}, takes time.")
    sentences = [t(place, n=item.rank), f"{title}."]
    if item.hours is not None and item.low is not None and item.high is not None:
        figures = {"hours": t.number(item.hours), "low": t.number(item.low), "high": t.number(item.high)}
        sentences.append(t("{hours} hours a year, between {low} and {high}.", **figures))
    sentences.append(t("Possible place {best} to {worst}.", best=item.rank_best, worst=item.rank_worst))
    return " ".join(sentences)


def picture_alt(scene: Scene) -> str:
    """The whole map in one sentence for a document's figure."""
    t = scene.t
    kinds = Counter(lane.kind for lane in scene.grid.lanes)
    parts = [
        t.plural("{n} step", "{n} steps", len(scene.grid.places)),
        t.plural("{n} lane", "{n} lanes", sum(kinds.values())),
        t.plural("{n} wall", "{n} walls", len(scene.stands)),
    ]
    return t("Map of {title}: {parts}.", title=scene.journey.head.title or "", parts=t.listed(parts))
