"""Writes pages as an XLSX file that reads well: frozen headings, filters, widths, lists to choose from."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

import xlsxwriter

from journeymap.exchange.workbook.cells import Shown
from journeymap.exchange.workbook.columns import Column
from journeymap.exchange.workbook.pages import Heading
from journeymap.exchange.workbook.words import YES_NO
from journeymap.i18n import Catalogue

INK, PAPER, RULE, QUIET, TINT = "#14171B", "#FFFFFF", "#DADCDF", "#686E77", "#F5F5F3"
TABS: Mapping[str, str] = {"read": "#3572DC", "full": "#14171B", "empty": "#BFC3C8"}
"""A sheet's tab: blue is only for reading, black holds records, grey none yet."""
NARROWEST, WIDEST, OF_IDS = 8, 52, 15
"""Widths of columns, in characters."""
PAGE = 190
"""Characters that a printed page is wide; wider tables go over several pages beside one another."""
MOST_LINES = 14
FITS = 1.1
"""Characters of running text in one unit of a column's width."""
_MADE = datetime(2000, 1, 1)  # noqa: DTZ001 - a workbook's time stamps have no zone
_MOST_LIST = 250
"""Characters of a list to choose from that Excel takes in a cell's rule."""


class Painter:
    """One workbook being written. Text is always written as text: nothing becomes a formula."""

    def __init__(self, title: str, t: Catalogue) -> None:
        self._bytes = io.BytesIO()
        options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        self.book = xlsxwriter.Workbook(self._bytes, options)
        self.book.set_properties({"title": title[:255], "created": _MADE})
        self._t = t
        self._looks = {name: self.book.add_format(look) for name, look in _LOOKS.items()}

    def bytes(self) -> bytes:
        """The file; nothing can be added afterwards."""
        self.book.close()
        return self._bytes.getvalue()

    def sheet(self, name: str, tab: str) -> Any:
        """A new sheet, set up for printing."""
        made = self.book.add_worksheet(name)
        made.set_tab_color(TABS[tab])
        made.set_landscape()
        made.set_paper(9)
        made.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.6)
        made.set_footer("&L&8&A&R&8&P / &N")
        made.hide_gridlines(2)
        return made

    def put(self, sheet: Any, row: int, place: int, cell: Shown | None, look: str = "") -> None:
        """One cell; without a value only its look."""
        if cell is None:
            sheet.write_blank(row, place, None, self._looks[look or "text"])
            return
        value, look = cell.value, look or cell.look
        if isinstance(value, str):
            sheet.write_string(row, place, value, self._looks[look])
        elif isinstance(value, date):
            sheet.write_datetime(row, place, datetime(*value.timetuple()[:3]), self._looks["date"])  # noqa: DTZ001
        else:
            sheet.write_number(row, place, value, self._looks[look])

    def table(
        self, name: str, tab: str, headings: Sequence[Heading], rows: Sequence[Sequence[Shown | None]]
    ) -> Any:
        """A sheet with headings that stay, a filter, columns and rows as large as they need to be."""
        sheet = self.sheet(name, tab)
        widths = [_width(heading, place, rows) for place, heading in enumerate(headings)]
        for place, heading in enumerate(headings):
            sheet.write_string(0, place, heading.words, self._looks[_head_look(place, headings, rows)])
            sheet.set_column(place, place, widths[place])
        sheet.set_row(0, _head_height(headings, widths))
        for number, row in enumerate(rows, start=1):
            sheet.set_row(number, height(row, widths))
            for place, cell in enumerate(row):
                self.put(sheet, number, place, cell)
        sheet.freeze_panes(1, 1)
        sheet.repeat_rows(0)
        sheet.repeat_columns(0)
        sheet.autofilter(0, 0, max(1, len(rows)), max(0, len(headings) - 1))
        sheet.fit_to_pages(max(1, round(sum(widths) / PAGE)), 0)
        self._offer(sheet, headings, len(rows))
        return sheet

    def _offer(self, sheet: Any, headings: Sequence[Heading], rows: int) -> None:
        """Lists to choose from where only certain words are understood."""
        for place, heading in enumerate(headings):
            words = self._words(heading.column) if heading.column is not None and not heading.ids else []
            if words and len(",".join(words)) <= _MOST_LIST and not any("," in word for word in words):
                rule = {"validate": "list", "source": words, "error_type": "warning", "ignore_blank": True}
                sheet.data_validation(1, place, rows + 200, place, rule)

    def _words(self, column: Column) -> list[str]:
        if column.field.form == "flag":
            return [self._t(word) for word in YES_NO]
        if column.field.form == "choice" and column.words:
            return [self._t(word) for word in column.words.values()]
        return []

    def look(self, name: str) -> Any:
        """A format by its name."""
        return self._looks[name]


def _head_look(place: int, headings: Sequence[Heading], rows: Sequence[Sequence[Shown | None]]) -> str:
    """Headings stand as what is below them: figures to the right, ids in grey."""
    heading = headings[place]
    if heading.ids or _is_own_id(heading, headings):
        return "head_id"
    said = [cell for row in rows if place < len(row) and (cell := row[place]) is not None]
    figures = sum(isinstance(cell.value, int | float) for cell in said)
    return "head_right" if said and figures > len(said) / 2 else "head"


def _head_height(headings: Sequence[Heading], widths: Sequence[float]) -> float:
    words = [Shown(heading.words) for heading in headings]
    return max(24.0, height(words, [width * 0.8 for width in widths]) + 4)


def _is_own_id(heading: Heading, headings: Sequence[Heading]) -> bool:
    """The record's own id: the one heading without a column of its own in a table of records."""
    return heading.column is None and any(other.column is not None for other in headings)


def _width(heading: Heading, place: int, rows: Sequence[Sequence[Shown | None]]) -> float:
    """Wide enough for most of what stands there, never so wide that the next column is out of sight."""
    if heading.ids:
        return OF_IDS
    longest = max((len(word) for word in heading.words.split()), default=0) + 4
    lengths = sorted(_length(row[place]) for row in rows if place < len(row) and row[place] is not None)
    usual = lengths[int(len(lengths) * 0.9)] if lengths else 0
    return float(min(WIDEST, max(NARROWEST, longest, usual + 2)))


def height(row: Sequence[Shown | None], widths: Sequence[float]) -> float:
    """Points for the lines of the row's fullest cell: not every program finds out by itself."""
    lines = max((_lines(cell, width) for cell, width in zip(row, widths, strict=False)), default=1)
    return min(MOST_LINES, lines) * 13.5 + 3


def _lines(cell: Shown | None, width: float) -> int:
    if cell is None or not isinstance(cell.value, str) or cell.look == "id":
        return 1
    parts = cell.value.split("\n")[:MOST_LINES]
    return sum(max(1, -(-len(part) // max(1, int(width * FITS)))) for part in parts)


def _length(cell: Shown | None) -> int:
    if cell is None:
        return 0
    if isinstance(cell.value, date):
        return 10
    if isinstance(cell.value, str):
        return max(map(len, cell.value.split("\n")))
    return min(10, len(f"{cell.value:g}"))


_BODY: dict[str, Any] = {
    "valign": "top",
    "text_wrap": True,
    "bottom": 1,
    "bottom_color": RULE,
    "font_size": 10,
}
_HEAD: dict[str, Any] = {
    "bold": True, "bg_color": INK, "font_color": PAPER, "text_wrap": True, "valign": "vcenter",
    "font_size": 10,
}  # fmt: skip
_LOOKS: Mapping[str, dict[str, Any]] = {
    "text": {**_BODY, "align": "left", "indent": 1},
    "number": {**_BODY, "num_format": "General", "align": "right"},
    "whole": {**_BODY, "num_format": "#,##0", "align": "right"},
    "percent": {**_BODY, "num_format": "0.##%", "align": "right"},
    "date": {**_BODY, "num_format": "yyyy-mm-dd", "align": "left", "indent": 1},
    "id": {**_BODY, "font_color": QUIET, "font_size": 8, "text_wrap": False, "align": "left", "indent": 1},
    "head": {**_HEAD, "align": "left", "indent": 1},
    "head_right": {**_HEAD, "align": "right"},
    "head_id": {**_HEAD, "bg_color": QUIET, "font_size": 8, "align": "left", "indent": 1},
    "title": {"bold": True, "font_size": 18, "valign": "vcenter"},
    "fact": {**_BODY, "font_color": QUIET, "align": "left"},
    "said": {**_BODY, "align": "left"},
    "said_percent": {**_BODY, "align": "left", "num_format": "0.##%"},
    "note": {"italic": True, "font_color": QUIET, "valign": "top", "text_wrap": True, "font_size": 9},
}
