"""The journey as plain index lists, built once an examination (METHOD 1: words).

Steps and links are numbered in the order of their ids, so that nothing depends on the order in
which a file lists them. "Road" means flow and refer links: the ones that a customer follows.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.model.reading import is_customer_lane
from journeymap.model.records import Lane, Link, Step

ROAD = frozenset({"flow", "refer"})
ASIDE = frozenset({"exit", "shadow"})
"""Kinds that take part in no wall, chain or visit."""


class Owner(NamedTuple):
    """Who answers for a step: its lane's unit, or the lane itself where no unit is known."""

    unit: tuple[str, ...]
    lane: Id

    @property
    def text(self) -> str:
        """The unit's path, or the lane's id."""
        return "/".join(self.unit) or self.lane


def unit_path(text: str | None) -> tuple[str, ...]:
    """The parts of "Hotel AB / House / Reception"; empty when the unit is unknown."""
    return tuple(part for part in (raw.strip() for raw in (text or "").split("/")) if part)


def owner_of(lane: Lane) -> Owner:
    """The owner of the lane's steps; a customer lane owns itself."""
    unit = () if is_customer_lane(lane) else unit_path(lane.unit)
    return Owner(unit, Id("") if unit else lane.id)


def cut(unit: tuple[str, ...], level: int | None) -> tuple[str, ...]:
    """The first `level` parts; null or below 1 means the whole path."""
    return unit if level is None or level < 1 else unit[:level]


def same(one: Lane, other: Lane, level: int | None) -> bool | None:
    """Whether two lanes are of one unit at this level; None where a unit is unknown."""
    if one.id == other.id:
        return True
    units = unit_path(one.unit), unit_path(other.unit)
    if not all(units):
        return None
    return cut(units[0], level) == cut(units[1], level)


def kind_of(link: Link) -> str:
    """The link's kind; flow when not said."""
    return link.kind or "flow"


@dataclass(frozen=True, slots=True)
class Graph:
    """Steps 0…n−1 and links 0…m−1 with their neighbours as lists of link numbers.

    `out` and `into` hold road links only; `others_out` the remaining kinds but exit and shadow.
    A record whose lane or ends are missing is left out, as the file's quarantine would have it.
    """

    journey: Journey
    level: int | None
    steps: tuple[Step, ...]
    links: tuple[Link, ...]
    index: dict[Id, int]
    kind: list[str]
    source: list[int]
    target: list[int]
    lane: list[Lane]
    owner: list[Owner]
    unit: list[tuple[str, ...]]
    """The lane's unit as far as the wall level reaches; empty where it is unknown."""
    customer: list[bool]
    front: list[bool]
    out: list[list[int]]
    into: list[list[int]]
    others_out: list[list[int]]
    ahead: list[list[int]]
    """Steps next on the road, in the order of `out`."""

    def owner_numbers(self) -> list[int]:
        """Per step its owner as a number: equal for the same owner, quicker to compare and to look up."""
        numbers: dict[Owner, int] = {}
        return [numbers.setdefault(owner, len(numbers)) for owner in self.owner]

    def back(self, step: int) -> bool:
        """A provider step that the customer does not meet."""
        return not self.customer[step] and not self.front[step]

    def same(self, one: int, other: int) -> bool | None:
        """Three-valued: whether two steps belong to one unit at the map's wall level."""
        if self.lane[one].id == self.lane[other].id:
            return True
        units = self.unit[one], self.unit[other]
        return units[0] == units[1] if all(units) else None

    def supplied(self, step: int) -> bool:
        """Whether a supplier carries the step out."""
        return self.lane[step].kind == "supplier"

    def link_numbers(self) -> dict[Id, int]:
        """Link id → number."""
        return {link.id: number for number, link in enumerate(self.links)}


def build(journey: Journey) -> Graph:
    """The journey's graph. Linear in steps and links."""
    lanes = journey.lanes
    steps = tuple(sorted((s for s in journey.steps.values() if s.lane in lanes), key=_id))
    index = {step.id: number for number, step in enumerate(steps)}
    links = tuple(sorted((k for k in journey.links.values() if _joins(k, index)), key=_id))
    owners = {lane.id: owner_of(lane) for lane in lanes.values()}
    units = {lane.id: cut(unit_path(lane.unit), journey.head.wall_level) for lane in lanes.values()}
    guests = {lane.id for lane in lanes.values() if is_customer_lane(lane)}
    customer = [step.lane in guests for step in steps]
    kind = [kind_of(link) for link in links]
    source = [index[link.source] for link in links]
    target = [index[link.target] for link in links]
    out, into, others = _neighbours(len(steps), kind, source, target)
    met = _meets_customer(customer, out, into, source, target)
    return Graph(
        journey=journey,
        level=journey.head.wall_level,
        steps=steps,
        links=links,
        index=index,
        kind=kind,
        source=source,
        target=target,
        lane=[lanes[step.lane] for step in steps],
        owner=[owners[step.lane] for step in steps],
        unit=[units[step.lane] for step in steps],
        customer=customer,
        front=[_is_front(*facts) for facts in zip(steps, customer, met, strict=True)],
        out=out,
        into=into,
        others_out=others,
        ahead=[[target[link] for link in links] for links in out],
    )


def is_front(journey: Journey, step: Step) -> bool:
    """Whether the customer meets this provider step; builds the graph, so not for loops."""
    graph = build(journey)
    number = graph.index.get(step.id)
    return number is not None and graph.front[number]


def _id(record: Step | Link) -> Id:
    return record.id


def _joins(link: Link, index: dict[Id, int]) -> bool:
    return link.source in index and link.target in index and link.source != link.target


def _neighbours(
    count: int, kind: list[str], source: list[int], target: list[int]
) -> tuple[list[list[int]], list[list[int]], list[list[int]]]:
    out: list[list[int]] = [[] for _ in range(count)]
    into: list[list[int]] = [[] for _ in range(count)]
    others: list[list[int]] = [[] for _ in range(count)]
    for link, name in enumerate(kind):
        if name in ROAD:
            out[source[link]].append(link)
            into[target[link]].append(link)
        elif name not in ASIDE:
            others[source[link]].append(link)
    return out, into, others


def _meets_customer(
    customer: list[bool],
    out: list[list[int]],
    into: list[list[int]],
    source: list[int],
    target: list[int],
) -> list[bool]:
    """Whether a road link joins the step to a customer step, in either direction."""
    return [
        any(customer[target[link]] for link in leaving) or any(customer[source[link]] for link in coming)
        for leaving, coming in zip(out, into, strict=True)
    ]


def _is_front(step: Step, customer: bool, met: bool) -> bool:
    if customer:
        return False
    return met if step.customer_present is None else step.customer_present
