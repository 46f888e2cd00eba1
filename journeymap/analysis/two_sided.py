"""Walls seen from both sides: what each lane says of it, who owns it, whose part it is (FEATURES 35)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from journeymap.analysis.findings import Findings, WallMark
from journeymap.analysis.wall_sides import owner_of_wall, wall_parts
from journeymap.model.ids import Id
from journeymap.model.journey import Journey


@dataclass(frozen=True, slots=True)
class TwoSidedWall:
    """One wall mark. `views` holds what is said, lane by lane; `silent` the lanes that have said nothing.

    `parts` says how much of it counts to each lane: halves, unless the owner is one of the two.
    """

    number: int
    keys: tuple[str, ...]
    giver: Id | None
    receiver: Id | None
    owner: str
    views: Mapping[Id, str]
    silent: tuple[Id, ...]
    parts: Mapping[Id, float]


def two_sided(journey: Journey, findings: Findings) -> tuple[TwoSidedWall, ...]:
    """Every wall that is drawn, by number."""
    return tuple(_wall(journey, mark) for mark in findings.marks)


def _wall(journey: Journey, mark: WallMark) -> TwoSidedWall:
    said = _views(journey, mark)
    parts = wall_parts(journey, mark.findings[0])
    sides = tuple(dict.fromkeys(lane for lane in (mark.giver, mark.receiver) if lane is not None))
    owners = (owner_of_wall(journey, finding) for finding in mark.findings)
    return TwoSidedWall(
        number=mark.number,
        keys=tuple(finding.key for finding in mark.findings),
        giver=mark.giver,
        receiver=mark.receiver,
        owner=next((owner for owner in owners if owner), ""),
        views=said,
        silent=tuple(lane for lane in sides if lane not in said),
        parts=parts,
    )


def _views(journey: Journey, mark: WallMark) -> Mapping[Id, str]:
    """Lane → its words on the cards of the mark's findings; of several cards the first that has any."""
    said: dict[Id, str] = {}
    for finding in mark.findings:
        record = journey.walls.get(finding.record) if finding.record else None
        for lane, text in (record.views or {}).items() if record else ():
            if text.strip() and lane in journey.lanes:
                said.setdefault(Id(lane), text.strip())
    return said
