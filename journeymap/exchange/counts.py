"""What an import read, made and refused, as one JSON object: for other programs and for tests."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from journeymap.edit.tables.cells import column_letter, line_of
from journeymap.edit.tables.told import Problem, Remark
from journeymap.exchange.arriving import Arrival
from journeymap.exchange.sources import Source
from journeymap.i18n import Catalogue
from journeymap.model.journey import Journey


@dataclass(frozen=True, slots=True)
class Read:
    """One source and, where it is a table, how its sheet arrived."""

    source: Source
    arrival: Arrival | None = None

    @property
    def rows(self) -> int:
        """Rows that say anything."""
        return self.arrival.told.rows if self.arrival is not None else self.source.rows

    @property
    def failed(self) -> list[tuple[str, Problem]]:
        """Rows that stay outside, with their sheet."""
        if self.arrival is None:
            return list(self.source.problems)
        return [(self.arrival.sheet.name, problem) for problem in self.arrival.told.problems]

    @property
    def remarks(self) -> list[tuple[str, Remark]]:
        """What was read otherwise than it stands, with its sheet."""
        if self.arrival is None:
            return list(self.source.remarks)
        return [(self.arrival.sheet.name, remark) for remark in self.arrival.told.remarks]


def counts(read: Sequence[Read], journey: Journey | None, t: Catalogue) -> dict[str, Any]:
    """The whole account; without a map everything made is 0."""
    made = journey or Journey()
    failed = [_failed(one, sheet, problem, t) for one in read for sheet, problem in one.failed]
    return {
        "rows": sum(one.rows for one in read),
        "rows_read": sum(one.rows - len(one.failed) for one in read),
        "rows_failed": len(failed),
        "failed": failed,
        "remarks": [_remark(one, sheet, remark, t) for one in read for sheet, remark in one.remarks],
        "made": {
            name: len(getattr(made, name))
            for name in (
                "steps", "lanes", "stages", "links", "frictions", "evidence", "promises", "items", "actions",
                "notes",
            )
        },
        "steps": len(made.steps),
        "lanes": len(made.lanes),
        "stages": len(made.stages),
        "links": len(made.links),
        "frictions": len(made.frictions),
        "sources": [_source(one, t) for one in read],
    }  # fmt: skip


def _failed(one: Read, sheet: str, problem: Problem, t: Catalogue) -> dict[str, Any]:
    return {
        "source": one.source.file,
        "sheet": sheet,
        "row": problem.row,
        "text": problem.text,
        "reason": problem.why.said(t),
    }


def _remark(one: Read, sheet: str, remark: Remark, t: Catalogue) -> dict[str, Any]:
    return {"source": one.source.file, "sheet": sheet, "row": remark.row, "text": remark.what.said(t)}


def _source(one: Read, t: Catalogue) -> dict[str, Any]:
    """The file, its kind, and how its columns were understood."""
    said: dict[str, Any] = {"file": one.source.file, "rows": one.rows, "rows_failed": len(one.failed)}
    if one.source.book is None or one.arrival is None:
        return {**said, "kind": "map"}
    sheets = [sheet.name for sheet in one.source.book.sheets if sheet.name != one.arrival.sheet.name]
    return {
        **said,
        "kind": one.source.book.kind,
        "sheet": one.arrival.sheet.name,
        "sheets_not_read": sheets,
        "layout": one.arrival.matching.layout,
        "columns": _columns(one.arrival),
        "notes": [note.said(t) for note in one.source.book.notes],
    }


def _columns(arrival: Arrival) -> list[dict[str, str]]:
    """Each column (of a grid: each row) with its heading and what it was taken for; "" is not brought in."""
    sheet, matching = arrival.sheet, arrival.matching
    if matching.layout == "grid":
        return [
            {"row": str(place + 1), "heading": line_of(sheet.cell(place, matching.label)), "meaning": name}
            for place, name in enumerate(matching.meanings)
        ]
    return [
        {
            "column": column_letter(place),
            "heading": "" if matching.heading is None else line_of(sheet.cell(matching.heading, place)),
            "meaning": name,
        }
        for place, name in enumerate(matching.meanings)
    ]
