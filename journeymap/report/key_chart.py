"""The chart of keys on paper: A4 across, in columns, as few pages as it takes; tagged like the report."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from journeymap.i18n import Catalogue
from journeymap.report.blank import LANGUAGE_TAGS, blank
from journeymap.report.lines import Span, lay, width_of
from journeymap.report.palette import A4, HAIR, INK, MM, PALE, SEC
from journeymap.report.paper import Paper
from journeymap.report.pictures import Album
from journeymap.report.sheet import Sheet
from journeymap.report.structure import finished
from journeymap.report.typefaces import Type

COLUMNS = 3, 4
SIDE, ABOVE, BELOW, GUTTER = 12 * MM, 9.5 * MM, 7 * MM, 7 * MM
TITLE = Type(15, 20, 600)
LEAD = Type(9, 12, color=SEC)
GROUP = Type(9, 12, 600)
KEY = Type(7.5, 9.5, 600, tabular=True)
WORDS = Type(8, 10)
PAD, GAP, BETWEEN = 3.0, 4.0, 7.0
"""Points inside a key's box, between a key and its words, and above a group."""
USUAL = 0.42
"""Keys wider than this share of a column do not move the words of their group."""


@dataclass(frozen=True, slots=True)
class KeyGroup:
    """A heading, and lines of keys (each as people read it) with what they do."""

    title: str
    lines: Sequence[tuple[Sequence[str], str]]


@dataclass(frozen=True, slots=True)
class _Row:
    """One line of a column: a heading (no keys), or keys and the lines of their words."""

    keys: tuple[str, ...]
    words: tuple[str, ...]
    tall: float
    beside: float
    """Where the words begin, points from the left."""

    @property
    def head(self) -> bool:
        return not self.keys


def key_chart(groups: Sequence[KeyGroup], title: str, lead: str, t: Catalogue, day: date) -> bytes:
    """The chart as PDF bytes; equal arguments give equal bytes."""
    out = io.BytesIO()
    sheet = Paper(blank(out, title, t.language), {}, Album({}))
    wide, columns = _laid_out(groups, t.language)
    across = round((A4[1] - 2 * SIDE + GUTTER) / (wide + GUTTER))
    for first in range(0, len(columns), across):
        sheet.begin_page(landscape=True)
        _head(sheet, title, lead)
        for place, column in enumerate(columns[first : first + across]):
            _draw(sheet, column, SIDE + place * (wide + GUTTER), wide)
        sheet.end_page()
    sheet.canvas.save()
    language = LANGUAGE_TAGS[t.language]
    return finished(out.getvalue(), sheet.document, sheet.links, {}, title=title, language=language, day=day)


def _top() -> float:
    return ABOVE + TITLE.leading + 10


def _laid_out(groups: Sequence[KeyGroup], language: str) -> tuple[float, list[list[_Row]]]:
    """The columns and how wide they are: the fewest that hold all on one page, each group whole.

    Where that is not to be had, the most columns, with groups cut where a column ends.
    """
    wide, blocks = 0.0, list[list[_Row]]()
    for across in COLUMNS:
        wide = (A4[1] - 2 * SIDE - (across - 1) * GUTTER) / across
        blocks = [list(_rows(group, wide, language)) for group in groups]
        columns = list(_filled(blocks, cut=False))
        if len(columns) <= across:
            return wide, columns
    return wide, list(_filled(blocks, cut=True))


def _filled(blocks: Sequence[Sequence[_Row]], *, cut: bool) -> Iterator[list[_Row]]:
    """A heading never stands alone at a column's end; what goes on in the next one is headed again."""
    room = A4[0] - _top() - BELOW
    column: list[_Row] = []
    for rows in blocks:
        need = _tall(rows[:2]) if cut else _tall(rows)
        if column and _tall(column) + need > room:
            yield column
            column = []
        for row in rows:
            if column and _tall(column) + row.tall > room:
                yield column
                column = [rows[0]]
            column.append(row)
    if column:
        yield column


def _tall(rows: Sequence[_Row]) -> float:
    return sum(row.tall for row in rows)


def _rows(group: KeyGroup, wide: float, language: str) -> Iterator[_Row]:
    """The heading, then a row a line: words begin at one place, except beside very long keys."""
    yield _Row((), (group.title,), GROUP.leading + BETWEEN + 3, 0.0)
    widths = [_keys_width(keys) + GAP for keys, _ in group.lines]
    usual = max((width for width in widths if width <= wide * USUAL), default=0.0)
    for (keys, words), width in zip(group.lines, widths, strict=True):
        beside = max(width, usual)
        lines = tuple(line.text for line in lay([Span(words, WORDS)], wide - beside, language))
        tall = max(KEY.leading + 2, len(lines) * WORDS.leading + 1.2)
        yield _Row(tuple(keys), lines, tall, beside)


def _keys_width(keys: Sequence[str]) -> float:
    return sum(width_of(key, KEY) + 2 * PAD for key in keys) + GAP * (len(keys) - 1)


def _head(sheet: Sheet, title: str, lead: str) -> None:
    with sheet.element("H1"):
        sheet.text(SIDE, ABOVE + TITLE.ascent, title, TITLE)
    with sheet.element("P"):
        sheet.text(A4[1] - SIDE, ABOVE + TITLE.ascent, lead, LEAD, "right")


def _draw(sheet: Sheet, column: Sequence[_Row], x: float, wide: float) -> None:
    y = _top()
    for place, row in enumerate(column):
        if row.head:
            above = BETWEEN if place else 0.0
            with sheet.element("H2"):
                sheet.text(x, y + above + GROUP.ascent, row.words[0], GROUP)
            with sheet.inside(None):
                low = y + above + GROUP.leading + 1
                sheet.rule(x, low, x + wide, low, 0.6, INK)
            y += row.tall - (0 if place else BETWEEN)
        else:
            _draw_line(sheet, row, x, y)
            y += row.tall


def _draw_line(sheet: Sheet, row: _Row, x: float, y: float) -> None:
    with sheet.inside(None):
        for left, box, _ in _boxes(row, x):
            sheet.box(left, y + 0.5, box, KEY.leading + 1.5, PALE, HAIR, 0.5, 2)
    with sheet.element("P"):
        for left, _, key in _boxes(row, x):
            sheet.text(left + PAD, y + 1.2 + KEY.ascent, key + " ", KEY)
        for number, words in enumerate(row.words):
            sheet.text(x + row.beside, y + 0.6 + number * WORDS.leading + WORDS.ascent, words, WORDS)


def _boxes(row: _Row, x: float) -> Iterator[tuple[float, float, str]]:
    for key in row.keys:
        wide = width_of(key, KEY) + 2 * PAD
        yield x, wide, key
        x += wide + GAP
