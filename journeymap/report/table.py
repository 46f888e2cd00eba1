"""Tables drawn by ourselves: measured rows, repeated heads, one element over all their pages.

Rules and paddings are REPORT-DESIGN 5. Rows of up to six lines are never cut; a cut table says
how far it has come and never leaves one row alone on a page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from journeymap.i18n.catalogue import Catalogue
from journeymap.report.block import Block, Para, cell
from journeymap.report.palette import HAIR, INK
from journeymap.report.sheet import Sheet
from journeymap.report.tags import Element
from journeymap.report.typefaces import DATA, HEAD, NOTE, Type
from journeymap.report.widths import fitted

GAP = 9.0
"""Between columns."""
CONTINUES = 18.0
WHOLE_LINES = 6


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, width in points (or a share of what is left), and alignment."""

    heading: str
    width: float = 0.0
    share: float = 0.0
    align: Literal["left", "right"] = "left"
    heads_rows: bool = False
    type: Type = DATA
    says: str = ""
    """What a screen reader hears where the heading is empty."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row: a block or a text for each column. `anchor` is the name that links lead to."""

    cells: Sequence[Block | str]
    anchor: str = ""
    total: bool = False


class _Line(NamedTuple):
    """A row whose texts have become blocks."""

    cells: Sequence[Block]
    anchor: str
    total: bool


@dataclass(slots=True, eq=False)
class _Shared:
    """What the parts of a cut table have in common: what it says, its rows, its elements."""

    summary: str
    rows: int
    element: Element | None = None
    body: Element | None = None
    widths: dict[float, list[float]] = field(default_factory=dict)


def table(
    columns: Sequence[Column], rows: Sequence[Row], t: Catalogue,
    *, pad: float = 3.5, before: float = 0.0, summary: str = "", totals: int = 0,
) -> Table:  # fmt: skip
    """A table of these rows; the last `totals` are sums and do not count among those shown."""
    lines = [_Line(_cells(row, columns, t), row.anchor, row.total) for row in rows]
    shared = _Shared(summary, len(rows) - totals)
    return Table(columns, lines, t, pad, shared, before=before)


def _cells(row: Row, columns: Sequence[Column], t: Catalogue) -> list[Block]:
    return [
        one if isinstance(one, Block) else cell(one, column.type, t.language, column.align)
        for one, column in zip(row.cells, columns, strict=True)
    ]


@dataclass(slots=True, eq=False)
class Table(Block):
    """Rows under headings, over as many pages as they need; made by `table`."""

    columns: Sequence[Column]
    lines: Sequence[_Line]
    t: Catalogue
    pad: float
    shared: _Shared
    first: int = 0
    ends: bool = True
    _heights: dict[float, list[float]] = field(default_factory=dict)
    _head: dict[float, float] = field(default_factory=dict)

    def widths(self, width: float) -> list[float]:
        """Each column's width, the same on all pages of the table."""
        if width not in self.shared.widths:
            cells = [self._headings(), *(row.cells for row in self.lines)]
            figures = {number for number, column in enumerate(self.columns) if column.align == "right"}
            self.shared.widths[width] = fitted(cells, self._given(width), figures)
        return self.shared.widths[width]

    def _given(self, width: float) -> list[float]:
        """What the columns ask for, and what is left to those that ask for a share."""
        gaps = GAP * (len(self.columns) - 1)
        fixed = sum(column.width for column in self.columns)
        shares = sum(column.share for column in self.columns)
        left = max(width - gaps - fixed, 0.0)
        return [column.width or left * column.share / shares for column in self.columns]

    def _headings(self) -> list[Block]:
        return [cell(column.heading, HEAD, self.t.language, column.align) for column in self.columns]

    def head_height(self, width: float) -> float:
        """The heading row with its paddings."""
        if width not in self._head:
            pairs = zip(self._headings(), self.widths(width), strict=True)
            self._head[width] = max(block.height(wide) for block, wide in pairs) + 2 * self.pad
        return self._head[width]

    def row_heights(self, width: float) -> list[float]:
        """Each row with its paddings."""
        if width not in self._heights:
            wide = self.widths(width)
            self._heights[width] = [
                max(one.height(each) for one, each in zip(row.cells, wide, strict=True)) + 2 * self.pad
                for row in self.lines
            ]
        return self._heights[width]

    def height(self, width: float) -> float:
        tail = 0.0 if self.ends else CONTINUES
        return self.head_height(width) + sum(self.row_heights(width)) + tail

    def least(self, width: float) -> float:
        rows = self.row_heights(width)
        if len(rows) <= 3:
            return self.height(width)
        return self.head_height(width) + sum(rows[:2]) + CONTINUES

    def split(self, width: float, room: float) -> tuple[Block, Block] | None:
        used = self.head_height(width) + CONTINUES
        fits = 0
        for tall in self.row_heights(width):
            if used + tall > room:
                break
            used += tall
            fits += 1
        if fits == len(self.lines) - 1 and fits > 2:
            fits -= 1  # the last row is never left alone
        if fits >= 2 or (fits and self._is_long(width, 0)):
            return self._cut(list(self.lines[:fits]), list(self.lines[fits:]), fits)
        return self._split_row(width, room)

    def _is_long(self, width: float, row: int) -> bool:
        return self.row_heights(width)[row] > 2 * self.pad + WHOLE_LINES * DATA.leading

    def _split_row(self, width: float, room: float) -> tuple[Block, Block] | None:
        """Cut the first row between lines, where it alone is higher than a page can hold."""
        if not self._is_long(width, 0):
            return None
        space = room - self.head_height(width) - CONTINUES - 2 * self.pad
        above, below = [], []
        for one, wide in zip(self.lines[0].cells, self.widths(width), strict=True):
            parts = one.split(wide, space) if one.height(wide) > space else None
            if parts is None and one.height(wide) > space:
                return None
            above.append(parts[0] if parts else one)
            below.append(parts[1] if parts else self._rest(one))
        rest = _Line(below, "", self.lines[0].total)
        return self._cut([_Line(above, self.lines[0].anchor, False)], [rest, *self.lines[1:]], 0)

    def _rest(self, whole: Block) -> Block:
        """What stands below a cell that needed no cut: the row's head again, else nothing."""
        heads = whole is self.lines[0].cells[0] and isinstance(whole, Para)
        return whole if heads else cell("", DATA, self.t.language)

    def _cut(self, above: list[_Line], below: list[_Line], shown: int) -> tuple[Table, Table]:
        """Two parts; rows that both sides take over whole keep their measured heights."""
        columns, t, pad, shared = self.columns, self.t, self.pad, self.shared
        top = Table(
            columns, above, t, pad, shared, self.first, ends=False, before=self.before, anchor=self.anchor
        )
        rest = Table(columns, below, t, pad, shared, self.first + shown, self.ends)
        if shown:
            for width, heights in self._heights.items():
                top._heights[width], rest._heights[width] = heights[:shown], heights[shown:]
        return top, rest

    def anchors(self) -> Iterator[str]:
        yield from Block.anchors(self)
        for row in self.lines:
            if row.anchor:
                yield row.anchor
            for one in row.cells:
                yield from one.anchors()

    def draw(self, sheet: Sheet, x: float, y: float, width: float) -> None:
        shared = self.shared
        begins = shared.element is None
        if shared.element is None:
            shared.element = sheet.innermost.add("Table", title=shared.summary)
        with sheet.inside(shared.element):
            y = self._draw_head(sheet, x, y, width, begins)
            if shared.body is None:
                shared.body = shared.element.add("TBody")
            with sheet.inside(shared.body):
                y = self._draw_rows(sheet, x, y, width)
        with sheet.inside(None):
            sheet.rule(x, y, x + width, y, 0.8)
            if not self.ends:
                self._draw_continues(sheet, x, y, width)

    def _draw_head(self, sheet: Sheet, x: float, y: float, width: float, begins: bool) -> float:
        tall = self.head_height(width)
        with sheet.inside(None):
            sheet.rule(x, y, x + width, y, 0.8)
            sheet.rule(x, y + tall, x + width, y + tall, 0.5)
            if not begins:
                self._draw_headings(sheet, x, y, width, tagged=False)
        if begins:
            with sheet.element("THead"), sheet.element("TR"):
                self._draw_headings(sheet, x, y, width, tagged=True)
        return y + tall

    def _draw_headings(self, sheet: Sheet, x: float, y: float, width: float, tagged: bool) -> None:
        low = y + self.head_height(width) - self.pad
        columns = zip(self.columns, self._headings(), self.widths(width), strict=True)
        for column, block, wide in columns:
            top = low - block.height(wide)
            if tagged:
                with sheet.element("TH", scope="Column") as made:
                    made.side, made.actual = column.align, column.says
                    block.draw(sheet, x, top, wide)
            else:
                block.draw(sheet, x, top, wide)
            x += wide + GAP

    def _draw_rows(self, sheet: Sheet, x: float, y: float, width: float) -> float:
        wide = self.widths(width)
        for number, (row, tall) in enumerate(zip(self.lines, self.row_heights(width), strict=True)):
            if number or row.total:
                with sheet.inside(None):
                    sheet.rule(x, y, x + width, y, 0.8 if row.total else 0.5, INK if row.total else HAIR)
            with sheet.element("TR") as made:
                made.anchor = row.anchor
                self._draw_cells(sheet, x, y + self.pad, row, wide)
            y += tall
        return y

    def _draw_cells(self, sheet: Sheet, x: float, y: float, row: _Line, widths: Sequence[float]) -> None:
        for one, column, wide in zip(row.cells, self.columns, widths, strict=True):
            head = column.heads_rows
            with sheet.element("TH" if head else "TD", scope="Row" if head else "") as made:
                made.side = column.align
                one.draw(sheet, x, y, wide)
            x += wide + GAP

    def _draw_continues(self, sheet: Sheet, x: float, y: float, width: float) -> None:
        shown = self.first + len(self.lines)
        says = self.t(
            "Continues on the next page. {shown} of {all} shown.",
            shown=self.t.number(shown), all=self.t.number(self.shared.rows),
        )  # fmt: skip
        cell(says, NOTE, self.t.language).draw(sheet, x, y + 5, width)
