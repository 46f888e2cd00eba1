"""All links of a grid routed: their paths, and how wide a spread of tracks each channel carries."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from journeymap.picture.routing.board import Board
from journeymap.picture.routing.runs import Channel, Laid, gather
from journeymap.picture.routing.search import find_paths
from journeymap.picture.routing.tracks import settle_free, settle_ports
from journeymap.picture.routing.wires import Point, Wire


@dataclass(frozen=True, slots=True)
class Plan:
    """Paths in slots with settled tracks. `spread` is px from the first to the last track of each
    gutter and strip that carries any; `base` the first y slot of every lane."""

    laid: tuple[Laid, ...]
    spread: Mapping[Channel, float]
    base: tuple[int, ...]

    def board_slot(self, column: int, lane: int, row: int) -> Point:
        """The slot numbers of a cell."""
        return (2 * column + 1, self.base[lane] + 2 * row + 1)


def plan_routes(
    columns: int,
    rows: Sequence[int],
    cells: Sequence[tuple[int, int, int]],
    wires: Sequence[Wire],
    half: tuple[float, float],
) -> Plan:
    """Routes wires on a grid with boxes in `cells` (column, lane, row).

    `half` is how far ports may stand from a box's middle, px (x, y).
    """
    board = Board(columns, rows)
    board.occupy((2 * column + 1, board.base[lane] + 2 * row + 1) for column, lane, row in cells)
    laid, channels = gather(find_paths(board, wires))
    spread = {}
    for channel, runs in channels.items():
        upright, slot = channel
        if (slot % 2 == 0) if upright else not board.is_row[slot]:
            spread[channel] = settle_free(runs)
        else:
            settle_ports(runs, half[0] if upright else half[1])
    return Plan(laid, spread, board.base)
