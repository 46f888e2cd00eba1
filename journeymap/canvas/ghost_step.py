"""The ghost of the step being written: a box with its words where it will land (WINDOW, idea 4)."""

from __future__ import annotations

from bisect import bisect_left

from PySide6.QtWidgets import QGraphicsScene

from journeymap.canvas.copied import Copied
from journeymap.canvas.places import PITCH
from journeymap.canvas.rings import Z_GHOST
from journeymap.canvas.sight import Sight
from journeymap.model.ids import Id
from journeymap.picture.prims import Box, Node, Rect, Stroke, Text
from journeymap.picture.text import TextStyle, break_lines, width
from journeymap.picture.theme import Theme

STYLE = TextStyle(14.0, 500)
LINE, INSET = 17.0, 9.0
STEP_W, STEP_H = 116.0, 48.0
NAME, NAME_X, LANE_PAD = TextStyle(15.0, 600), 32.0, 24.0


class WrittenGhost:
    """Shows the step being written on one scene."""

    def __init__(self, scene: QGraphicsScene) -> None:
        self._ghost = Copied(Z_GHOST)
        scene.addItem(self._ghost)

    def show(self, sight: Sight, lane: Id, column: float, title: str, theme: Theme) -> Box | None:
        """Show it in its cell; the answer is where. None: the lane is not on the map."""
        if sight.lane_band(lane).h <= 0:
            self.hide()
            return None
        box = _with_words(cell_box(sight, lane, column), title, sight.picture.language)
        node = ghost_node(box, title, sight.picture.language)
        self._ghost.of((node,), (box,), theme)
        return box

    def show_lane(self, sight: Sight, name: str, column: float, title: str, theme: Theme) -> Box:
        """Show it in a lane that Enter will make: its band below the last one, its name, and the step."""
        ground, (w, h) = sight.ground, _usual_size(sight)
        middle = _middle_of(sight, column)
        box = Box(middle - w / 2, ground.bottom + LANE_PAD, w, h)
        wide = max(sight.picture.width, box.right + LANE_PAD)
        band = Box(0.0, ground.bottom, wide, h + 2 * LANE_PAD)
        nodes = [_lane_node(band, name, box.x)]
        if title:
            nodes.append(ghost_node(box, title, sight.picture.language))
        self._ghost.of(nodes, (band,), theme)
        return box.grown(LANE_PAD)

    def hide(self) -> None:
        """Nothing is being written."""
        self._ghost.setVisible(False)


def cell_box(sight: Sight, lane: Id, column: float) -> Box:
    """Where a step of this lane and column would stand, also in a column that is not there yet.

    All steps are looked at for it, once a cell: every letter that is written asks.
    """
    known = sight.cells.get((lane, column))
    if known is None:
        known = sight.cells[lane, column] = _cell_box(sight, lane, column)
    return known


def _cell_box(sight: Sight, lane: Id, column: float) -> Box:
    band = sight.lane_band(lane)
    w, h = _usual_size(sight)
    middle = _middle_of(sight, column)
    return Box(middle - w / 2, _free_row(sight, lane, middle, band.y + band.h / 2 - h / 2, h), w, h)


def _middle_of(sight: Sight, column: float) -> float:
    """The x of a column's middle; of one that is not there yet, of the gutter where it would open."""
    columns = sight.picture.column_bands
    place = bisect_left([value for value, _ in columns], column) if sight.steps else 0
    if place < len(columns) and (columns[place][0] == column or not sight.steps):
        return columns[place][1].x + columns[place][1].w / 2
    if not columns:
        return sight.picture.header_width + PITCH / 2
    return columns[-1][1].right + PITCH / 2 if place == len(columns) else columns[place][1].x


def _lane_node(band: Box, name: str, before: float) -> Node:
    """The band of a lane that is not there yet, and its name close before the step, where one looks."""
    edge = Rect(band.x, band.y, band.w, band.h, 0.0, "roadtint", Stroke("focus", 1.5, (2.0, 3.0)))
    wide = width(name, NAME)
    x = max(NAME_X, before - 20.0 - wide)
    words = Text(x, band.y + band.h / 2 + 5.0, name, NAME.size, "roadtext", wide, NAME.weight)
    return Node("ghost_lane", "ghost", (edge, words))


def _free_row(sight: Sight, lane: Id, middle: float, y: float, h: float) -> float:
    """The row below what stands in the cell already."""
    band = sight.lane_band(lane)
    there = [
        box
        for box in sight.steps.values()
        if box.x < middle < box.right and band.y <= box.y + box.h / 2 < band.bottom
    ]
    return y if not there else max(box.bottom for box in there) + 12


def ghost_node(box: Box, title: str, language: str) -> Node:
    """The ghost as a node: a dotted outline, and the words once there are some."""
    lines = _lines(box, title, language)
    height = _with_words(box, title, language).h
    stroke = Stroke("focus", 1.5, (2.0, 3.0))
    outline = Rect(box.x, box.y, box.w, height, 6.0, "roadtint", stroke)
    words = tuple(
        Text(box.x + INSET, box.y + (height - LINE * len(lines)) / 2 + 13 + LINE * row, line, STYLE.size,
             "ink", width(line, STYLE), 500)
        for row, line in enumerate(lines)
    )  # fmt: skip
    return Node("ghost", "ghost", (outline, *words))


def _lines(box: Box, title: str, language: str) -> tuple[str, ...]:
    return tuple(break_lines(title, STYLE, box.w - 2 * INSET, language, 4)) if title else ()


def _with_words(box: Box, title: str, language: str) -> Box:
    """The box as high as its words need it."""
    return Box(box.x, box.y, box.w, max(box.h, 14 + LINE * len(_lines(box, title, language))))


def _usual_size(sight: Sight) -> tuple[float, float]:
    """The size of the map's smallest step: dense maps have smaller ones."""
    boxes = list(sight.steps.values())
    return min((box.w, box.h) for box in boxes) if boxes else (STEP_W, STEP_H)
