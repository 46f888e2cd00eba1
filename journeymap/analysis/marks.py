"""Wall marks: the findings that the map draws as one wall, with numbers that stay (FORMAT walls)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import count

from journeymap.analysis.findings import WallFinding, WallMark
from journeymap.analysis.graph import Graph
from journeymap.analysis.ledger import ORDER
from journeymap.model.ids import Id
from journeymap.model.reading import column_of

_AT_THE_GIVER = frozenset({"silent", "refusal", "nobody"})
"""Walls that stand at the one who does not pass on; all others where the customer runs into them."""

_Ends = tuple[frozenset[Id | None], Id | None]


def wall_marks(graph: Graph, walls: Iterable[WallFinding]) -> tuple[WallMark, ...]:
    """One mark per pair of lanes and step where the wall stands, by number; none for the dismissed.

    A round between exactly the two sides of other walls joins those: one wall, all its reasons.
    """
    shown = [wall for wall in walls if wall.state != "dismissed"]
    groups: dict[_Ends | str, list[WallFinding]] = {}
    rounds: dict[Id, str] = {}
    for wall in shown:
        if wall.type == "ping_pong":
            groups[wall.key] = [wall]
            rounds.update(dict.fromkeys(wall.steps, wall.key))
    for wall in shown:
        if wall.type != "ping_pong":
            groups.setdefault(_round_of(wall, rounds) or _place(graph, wall), []).append(wall)
    return _numbered(graph, list(groups.values()))


def _round_of(wall: WallFinding, rounds: Mapping[Id, str]) -> str | None:
    """The round that both ends of a referral belong to, if there is one."""
    if wall.type not in ("referral", "supplier") or wall.source is None or wall.target is None:
        return None
    around = rounds.get(wall.source)
    return around if around == rounds.get(wall.target) else None


def _place(graph: Graph, wall: WallFinding) -> _Ends:
    lanes = frozenset(_lane(graph, end) for end in (wall.source, wall.target))
    first, second = wall.target, wall.source
    if wall.type in _AT_THE_GIVER:
        first, second = second, first
    return lanes, first or second


def _lane(graph: Graph, step: Id | None) -> Id | None:
    return None if step is None else graph.journey.steps[step].lane


def _numbered(graph: Graph, groups: list[list[WallFinding]]) -> tuple[WallMark, ...]:
    """The lowest stored number of each mark, else the next free by source column, then key."""
    groups.sort(key=lambda group: min(_by_column(graph, wall) for wall in group))
    stored = {wall.id: wall.number for wall in graph.journey.walls.values() if wall.number}
    taken: set[int] = set()
    numbers: list[int | None] = []
    for group in groups:
        own = sorted({stored[wall.record] for wall in group if wall.record in stored} - taken)
        numbers.append(own[0] if own else None)
        taken.update(own[:1])
    reserved = taken.union(stored.values())
    free = (number for number in count(1) if number not in reserved)
    marks = [_mark(graph, group, number or next(free)) for group, number in zip(groups, numbers, strict=True)]
    return tuple(sorted(marks, key=lambda mark: mark.number))


def _by_column(graph: Graph, wall: WallFinding) -> tuple[float, str]:
    steps = [wall.source] if wall.source else [*wall.steps, *([wall.target] if wall.target else [])]
    return min(column_of(graph.journey.steps[step]) for step in steps), wall.key


def _mark(graph: Graph, group: list[WallFinding], number: int) -> WallMark:
    """The strongest reason first; it also says between which two steps the mark stands."""
    reasons = tuple(sorted(group, key=lambda wall: (not wall.stands, ORDER.index(wall.type), wall.key)))
    source, target = _ends(graph, reasons)
    return WallMark(
        number=number,
        findings=reasons,
        source=source,
        target=target,
        giver=_lane(graph, source),
        receiver=_lane(graph, target),
    )


def _ends(graph: Graph, reasons: tuple[WallFinding, ...]) -> tuple[Id | None, Id | None]:
    """The ends of the first reason that has both; of a round its first two sides."""
    for wall in reasons:
        if wall.source and wall.target:
            return wall.source, wall.target
    first = reasons[0]
    if first.sides:
        return first.sides[0], first.sides[1]
    return first.source, first.target
