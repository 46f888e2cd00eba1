"""The wall ledger: which hours stand between which two owners (METHOD 2)."""

from __future__ import annotations

from collections.abc import Mapping

from journeymap.analysis.findings import PairHours, RankedFriction, WallFinding, WallType
from journeymap.analysis.graph import Graph, Owner
from journeymap.analysis.names import owner_names
from journeymap.model.ids import Id

ORDER: tuple[WallType, ...] = (
    "promise", "referral", "supplier", "ping_pong", "refusal",
    "memory", "silent", "mandate", "channel", "nobody",
)  # fmt: skip
"""A friction at several walls is booked on the first of these."""


def ledger(
    graph: Graph, ranked: tuple[RankedFriction, ...], named: Mapping[Id, tuple[WallFinding, ...]]
) -> tuple[PairHours, ...]:
    """Every friction at a standing wall once, on the pair of owners of one finding; most first."""
    names = owner_names(graph.journey)
    pairs: dict[tuple[str, str], list[tuple[RankedFriction, WallFinding]]] = {}
    for friction in ranked:
        standing = [wall for wall in named[friction.id] if wall.stands]
        if standing:
            wall = min(standing, key=booking_order)
            pairs.setdefault(_owners(graph, wall, names), []).append((friction, wall))
    lines = [_line(pair, booked) for pair, booked in pairs.items()]
    return tuple(sorted(lines, key=lambda line: (-line.per1000, line.one, line.other)))


def booking_order(wall: WallFinding) -> tuple[int, str]:
    """Promise, referral or supplier, ping_pong …, then the key."""
    rank = ORDER.index(wall.type)
    return (rank if rank < 2 else rank - 1, wall.key)


def _owners(graph: Graph, wall: WallFinding, names: Mapping[Owner, str]) -> tuple[str, str]:
    """The two owners' names in alphabetical order; "" where a wall has only one side.

    A round of more than two owners is booked on the first two that the customer meets.
    """
    steps = [step for step in (wall.source, wall.target) if step is not None]
    steps += wall.sides
    owners = list(dict.fromkeys(names[graph.owner[graph.index[step]]] for step in steps))[:2]
    one, other = sorted([*owners, "", ""][:2], key=lambda text: (not text, text))
    return one, other


def _line(pair: tuple[str, str], booked: list[tuple[RankedFriction, WallFinding]]) -> PairHours:
    hours = [friction.hours for friction, _ in booked]
    return PairHours(
        one=pair[0],
        other=pair[1],
        hours=None if None in hours else sum(value for value in hours if value is not None),
        per1000=sum(friction.per1000 for friction, _ in booked),
        frictions=tuple(friction.id for friction, _ in booked),
        walls=tuple(sorted({wall.key for _, wall in booked})),
    )
