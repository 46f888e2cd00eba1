"""Tiny maps in a few words: `road("A > c > B")` for the traps and positives of METHOD 3."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from journeymap.analysis.examine import examine
from journeymap.analysis.findings import Findings
from journeymap.model.ids import Id
from journeymap.model.journey import Journey, journey_of
from journeymap.model.records import Head, Item, Lane, Link, Promise, Record, Step

LANES: Mapping[str, tuple[str, str | None]] = {
    "customer": ("customer", None),
    "friend": ("customer", None),
    "offers": ("department", "Hotel AB/Central/Offers"),
    "desk": ("department", "Hotel AB/House/Reception"),
    "desk-2": ("department", "Hotel AB/House/Reception"),
    "phone": ("department", "Hotel AB/Central/Phones"),
    "unknown": ("department", None),
    "cleaner": ("supplier", "Ren AB"),
}


def lanes() -> list[Record]:
    return [
        Lane(id=Id(id), name=id.title(), kind=kind, unit=unit)  # type: ignore[arg-type]
        for id, (kind, unit) in LANES.items()
    ]


def step(id: str, lane: str, **facts: object) -> Step:
    """A step; in a provider lane it is met by the customer unless something else is said."""
    if LANES[lane][0] != "customer":
        facts.setdefault("customer_present", True)
    return Step(id=Id(id), title=id.title(), lane=Id(lane), **facts)  # type: ignore[arg-type]


def link(source: str, target: str, kind: str = "flow", **facts: object) -> Link:
    name = f"{source}>{target}:{kind}"
    return Link(id=Id(name), source=Id(source), target=Id(target), kind=kind, **facts)  # type: ignore[arg-type]


def carried(source: str, through: str, target: str, **facts: object) -> list[Link]:
    """Two links through a customer step, both carried by the customer, both with these facts."""
    both: dict[str, object] = {"carrier": "customer", **facts}
    return [link(source, through, **both), link(through, target, **both)]  # type: ignore[arg-type]


def a_map(*records: Record | Iterable[Record], **head: object) -> Journey:
    """A journey of these records in the usual lanes, with items and promises as they are named."""
    every: list[Record] = lanes()
    for record in records:
        every += [record] if isinstance(record, Record) else list(record)
    steps = [record for record in every if isinstance(record, Step)]
    items = {id for one in steps for id in one.asks or ()}
    promises = {id for one in steps for id in (*(one.makes or ()), *(one.honours or ()))}
    every += [Item(id=id, name=id) for id in sorted(items)]
    every += [Promise(id=id, text=id) for id in sorted(promises)]
    return journey_of(*every, head=Head(**head))  # type: ignore[arg-type]


def examined(*records: Record | Iterable[Record], **head: object) -> Findings:
    return examine(a_map(*records, **head), trials=0)


def walls(*records: Record | Iterable[Record], **head: object) -> dict[str, str]:
    """Key → certainty of every wall found."""
    return {wall.key: wall.certainty for wall in examined(*records, **head).walls}
