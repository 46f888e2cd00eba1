"""The ledger below the map: frictions in order, each with its disc, its range and its hours."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from journeymap.analysis.findings import RankedFriction
from journeymap.i18n.catalogue import Catalogue
from journeymap.model.ids import Id
from journeymap.picture.kinds.friction import Disc, disc_prims
from journeymap.picture.lettering import letters
from journeymap.picture.prims import Box, Node, Prim, Rect
from journeymap.picture.scene import Scene
from journeymap.picture.shapes import circle, line
from journeymap.picture.text import TextStyle, break_lines, width

ABOVE = 36.0
ROW = 38.0
FIRST_ROW = 44.0
LEAST_COLUMN = 430.0
MOST_ROWS = 30
WHISKER = 118.0
HEAD = TextStyle(13, 600)
NAME = TextStyle(15, 600)
NOTE = TextStyle(12, 400)
HOURS = TextStyle(14, 600, tabular=True)
TITLES = {"A": TextStyle(13.5, 600), "B": TextStyle(13.5, 500), "": TextStyle(13.5, 500)}


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: `range` is (low, best, high) in the ledger's unit, None where it cannot be ranked."""

    id: Id
    disc: Disc
    title: str
    figure: str
    range: tuple[float, float, float] | None


@dataclass(frozen=True, slots=True)
class Block:
    """A heading and its lines, in so many columns."""

    heading: str
    entries: tuple[Entry, ...]
    columns: int

    @property
    def rows(self) -> int:
        return math.ceil(len(self.entries) / self.columns) if self.entries else 0


def ledger_height(scene: Scene) -> float:
    """Px that the ledger takes below the map, 0 where there is nothing to list."""
    blocks = blocks_of(scene)
    if not blocks:
        return 0.0
    stacked = _stacked(scene)
    rows = sum(block.rows for block in blocks) if stacked else max(block.rows for block in blocks)
    heads = len(blocks) if stacked else 1
    return ABOVE + FIRST_ROW * heads + ROW * max(rows, 1 if stacked else 2) + 4


def _columns(scene: Scene) -> int:
    room = scene.width - scene.measures.header_width - scene.measures.right
    return max(1, min(3, int(room // LEAST_COLUMN)))


def _stacked(scene: Scene) -> bool:
    return _columns(scene) == 1


def blocks_of(scene: Scene) -> tuple[Block, ...]:
    """Tier A under one heading, the rest under another, with columns shared out evenly."""
    first = tuple(_ranked(scene, item) for item in scene.findings.ranked if item.tier == "A")
    second = tuple(_ranked(scene, item) for item in scene.findings.ranked if item.tier != "A")
    second = (*second, *(_open(scene, item.id) for item in scene.findings.unranked))[:MOST_ROWS]
    t = scene.t
    parts = [(t("Decides the relation"), first), (t("Takes time"), second)]
    parts = [part for part in parts if part[1]]
    columns = _columns(scene)
    if len(parts) < 2 or columns == 1:
        return tuple(Block(heading, entries, columns) for heading, entries in parts)
    options = range(1, columns)
    split = min(options, key=lambda k: max(math.ceil(len(first) / k), math.ceil(len(second) / (columns - k))))
    return (Block(*parts[0], split), Block(*parts[1], columns - split))


def _ranked(scene: Scene, item: RankedFriction) -> Entry:
    hours = item.hours, item.low, item.high
    if hours[0] is None or hours[1] is None or hours[2] is None:
        figure, best, low, high = item.per1000, item.per1000, item.low_per1000, item.high_per1000
    else:
        figure, best, low, high = hours[0], hours[0], hours[1], hours[2]
    words = scene.memo.get(("figure", item.id), (scene.t, figure), _figure)
    return Entry(
        item.id, Disc(item.rank, item.tier, "paper"), _title(scene, item.id), words, (low, best, high)
    )


def _figure(t: Catalogue, value: float) -> str:
    return t.number(value)


def _open(scene: Scene, id: Id) -> Entry:
    return Entry(id, Disc(None, "", "paper"), _title(scene, id), scene.t("cannot be ranked yet"), None)


def _title(scene: Scene, id: Id) -> str:
    return scene.journey.frictions[id].title


def ledger_nodes(scene: Scene, top: float) -> Iterator[Node]:
    """Headings, then one node a friction."""
    blocks = blocks_of(scene)
    if not blocks:
        return
    y = top + ABOVE
    yield scene.memo.get("ledger", (*_names(scene), scene.measures.left, y), _head_node)
    scale = _scale([entry for block in blocks for entry in block.entries])
    m = scene.measures
    column = (scene.width - m.right - m.header_width) / _columns(scene)
    x = m.header_width
    for block in blocks:
        gap = m.gutter / 2
        yield _heading(block, Box(x + gap, y, column * block.columns - m.gutter, 0))
        rows = block.rows
        for index, entry in enumerate(block.entries):
            where, row = divmod(index, max(rows, 1))
            box = Box(x + gap + where * column, y + FIRST_ROW + ROW * row, column - m.gutter, ROW)
            facts = (entry, box, scale, row < rows - 1, scene.language)
            yield scene.memo.get(("ledger", entry.id), facts, _entry_node)
        if _stacked(scene):
            y += FIRST_ROW + ROW * rows
        else:
            x += column * block.columns


def _names(scene: Scene) -> tuple[str, str, str, str]:
    t = scene.t
    known = scene.findings.figures.customer_hours_per_year is not None
    unit = t("customer hours a year") if known else t("customer minutes per 1,000 journeys")
    return (t("Frictions"), t("in order of rank,"), unit, t("likeliest, and range"))


def _head_node(name: str, order: str, unit: str, key: str, left: float, y: float) -> Node:
    prims: list[Prim] = [
        letters(left, y + 18, name, NAME),
        letters(left, y + 38, order, NOTE, "ink2"),
    ]
    lines = break_lines(unit, NOTE, 176, "en", 2)
    prims += [letters(left, y + 54 + 16 * index, words, NOTE, "ink2") for index, words in enumerate(lines)]
    base = y + 76 + 16 * (len(lines) - 1)
    prims += [
        line(left, base, left + 34, base, "ink3", 1.5),
        circle(left + 14, base, 3.6, "ink"),
        letters(left + 44, base + 4, key, NOTE, "ink2"),
    ]
    return Node("ledger", "ledger", tuple(prims), None, name, far=())


def _heading(block: Block, box: Box) -> Node:
    prims = (Rect(box.x, box.y, box.w, 2, fill="ink"), letters(box.x, box.y + 22, block.heading, HEAD))
    return Node(f"ledger_heading:{block.heading}", "ledger_heading", prims, None, block.heading, far=())


def _scale(entries: Sequence[Entry]) -> tuple[float, float]:
    """Logarithms of the ends of the one axis that all whiskers share."""
    lows = [entry.range[0] for entry in entries if entry.range and entry.range[0] > 0]
    highs = [entry.range[2] for entry in entries if entry.range and entry.range[2] > 0]
    if not highs:
        return (0.0, 1.0)
    low, high = math.log10(min([*lows, *highs])), math.log10(max(highs))
    return (low - 0.05, max(high, low + 0.5) + 0.05)


def _entry_node(entry: Entry, box: Box, scale: tuple[float, float], ruled: bool, language: str) -> Node:
    y = box.y + 8
    prims: list[Prim] = [*disc_prims(entry.disc, box.x + 13, y)]
    style = TITLES[entry.disc.tier]
    figure = HOURS if entry.range else NOTE
    wide = width(entry.figure, figure)
    axis = box.right - 190
    room = (axis if entry.range else box.right - wide) - box.x - 36 - 14
    title = break_lines(entry.title, style, room, language, 1)
    prims.append(letters(box.x + 36, y + 5, title[0] if title else "", style))
    if entry.range:
        prims += _whisker(entry.range, axis, y + 0.5, scale)
    prims.append(
        letters(box.right, y + 5, entry.figure, figure, "ink" if entry.range else "ink2", anchor="end")
    )
    if ruled:
        prims.append(line(box.x + 36, y + 19, box.right, y + 19, "hair"))
    alt = f"{entry.title}: {entry.figure}"
    return Node(f"ledger:{entry.id}", "ledger_entry", tuple(prims), entry.id, alt, box, far=())


def _whisker(
    values: tuple[float, float, float], x: float, y: float, scale: tuple[float, float]
) -> list[Prim]:
    """A line from low to high on a logarithmic axis, a dot at the best."""

    def at(value: float) -> float:
        share = (math.log10(value) - scale[0]) / (scale[1] - scale[0]) if value > 0 else 0.0
        return x + WHISKER * min(1.0, max(0.0, share))

    low, best, high = values
    return [line(at(low), y, at(high), y, "ink3", 1.5), circle(at(best), y, 3.6, "ink")]
