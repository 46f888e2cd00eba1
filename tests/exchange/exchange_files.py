"""Files as other programs write them, made here: workbooks by openpyxl, damaged and hostile ones by hand."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date, time
from typing import Any

import openpyxl

Rows = Sequence[Sequence[Any]]


def workbook(
    *sheets: tuple[str, Rows], hidden: Sequence[str] = (), merged: Mapping[str, Sequence[str]] | None = None
) -> bytes:
    """A workbook with these sheets; `merged` names ranges per sheet."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets:
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
        for cells in (merged or {}).get(name, ()):
            sheet.merge_cells(cells)
        if name in hidden:
            sheet.sheet_state = "hidden"
    return saved(book)


def saved(book: Any) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def with_member(data: bytes, name: str, change: Any) -> bytes:
    """The zip with one member's bytes changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.namelist():
            content = old.read(member)
            new.writestr(member, change(content) if member == name else content)
    return out.getvalue()


SERVICE: Rows = (
    ("Aktivitet", "Avdelning", "Fas", "Datum", "Tid", "Smärtpunkt"),
    ("Ringer", "Kund", "Före", date(2026, 3, 1), time(0, 20), "Lång kö"),
    ("Svarar", "Kundtjänst", "Före", None, 0.5, None),
    ("Bokar tid", "Kundtjänst", "Under", None, 7.0, None),
)
"""A municipality's own table: real dates and times in the cells."""
