"""What of the table is remembered: the view and sheet while the program runs, columns for good."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from journeymap.sheets.sheet import Sheet
from journeymap.storage import settings

ViewName = Literal["map", "table", "both"]
VIEWS: tuple[ViewName, ...] = ("map", "table", "both")
_SETTING = "table"


@dataclass
class Kept:
    """One a window: it outlives pages that are made anew for another language or theme."""

    view: ViewName = "map"
    sheet: str = "steps"


def shown_columns(sheet: Sheet) -> list[str]:
    """The columns that a person last chose for a sheet, else the usual ones."""
    known = {column.name for column in sheet.columns}
    chosen = [name for name in _of(sheet).get("columns", []) if name in known]
    return chosen or [column.name for column in sheet.columns if column.shown]


def widths(sheet: Sheet) -> Mapping[str, int]:
    """Columns that somebody drew wider or narrower → px at text size 100 %."""
    stored = _of(sheet).get("widths", {})
    return {name: int(px) for name, px in stored.items() if isinstance(px, int | float) and 30 <= px <= 2000}


def keep_columns(sheet: Sheet, names: Sequence[str]) -> None:
    """Remember which columns of a sheet stand."""
    _keep(sheet, "columns", list(names))


def keep_width(sheet: Sheet, column: str, px: int) -> None:
    """Remember how wide a column is."""
    _keep(sheet, "widths", {**_of(sheet).get("widths", {}), column: px})


def _of(sheet: Sheet) -> dict[str, Any]:
    stored = settings.get(_SETTING, {}).get(sheet.name, {})
    return stored if isinstance(stored, dict) else {}


def _keep(sheet: Sheet, name: str, value: Any) -> None:
    settings.put(_SETTING, {**settings.get(_SETTING, {}), sheet.name: {**_of(sheet), name: value}})
