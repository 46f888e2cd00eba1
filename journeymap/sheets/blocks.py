"""Blocks of cells as text that spreadsheets understand: tabs between cells, quotes where needed."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence

from journeymap.edit.texts import folded, one_line
from journeymap.i18n import LANGUAGES, catalogue
from journeymap.sheets.sheet import Column, Sheet

Texts = Sequence[Sequence[str]]


def written(cells: Texts) -> str:
    """The block as tab-separated text, a line a row."""
    out = io.StringIO()
    csv.writer(out, dialect="excel-tab", lineterminator="\n").writerows(cells)
    return out.getvalue().removesuffix("\n")


def read(text: str) -> list[list[str]]:
    """The cells of a copied block; a line break within quotes belongs to its cell.

    Plain text that only looks quoted is read line by line instead.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")
    try:
        rows = list(csv.reader(io.StringIO(text), dialect="excel-tab", strict=True))
    except csv.Error:
        rows = [line.split("\t") for line in text.split("\n")]
    return [row or [""] for row in rows] or [[""]]


def tiled(cells: list[list[str]], height: int, width: int) -> list[list[str]]:
    """The block repeated over a selection that it fits a whole number of times, as spreadsheets do."""
    rows, columns = len(cells), max(map(len, cells))
    if height % rows or width % columns or (height, width) == (rows, columns):
        return cells
    even = [[*row, *[""] * (columns - len(row))] for row in cells]
    return [even[row % rows] * (width // columns) for row in range(height)]


def headed(sheet: Sheet, row: Sequence[str]) -> Sequence[Column | None] | None:
    """The columns that a first line names, in any language; None where it is no line of headings.

    A heading this sheet does not know stands as None, so long as most are known and one of them is a
    column that a new row needs.
    """
    names = _names(sheet)
    found = [names.get(folded(one_line(cell))) for cell in row]
    known = [one for one in found if one is not None]
    strange = sum(one is None and bool(one_line(cell)) for one, cell in zip(found, row, strict=True))
    sure = not strange or (len(known) > strange and any(one.needed for one in known))
    return found if len(known) > 1 and sure else None


def _names(sheet: Sheet) -> Mapping[str, Column]:
    return {
        folded(said): column
        for column in reversed(sheet.columns)
        for said in (column.name, *(catalogue(language)(column.words) for language in LANGUAGES))
    }
