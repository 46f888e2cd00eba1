"""Records by the names people know them by, so that sheets can be read and rows be added by hand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from journeymap.edit.texts import folded, one_line
from journeymap.exchange.workbook.cells import printable
from journeymap.model.records import Record

Tree = Mapping[str, Any]
_LONGEST = 120
_NAMING = ("title", "name", "text", "question", "quote", "key", "observations", "saw", "believed", "finding")


class Names:
    """Labels of every record of one tree, and records by label."""

    def __init__(self, tables: Mapping[str, Mapping[str, Any]]) -> None:
        self._labels: dict[str, str] = {}
        self._found: dict[tuple[str, str], str] = {}
        for table, records in tables.items():
            for id, raw in records.items():
                if table != "links":
                    self._add(table, id, _said(raw))
        for id, raw in tables.get("links", {}).items():
            self._add("links", id, self._joined(raw))

    def _add(self, table: str, id: str, label: str) -> None:
        self._labels.setdefault(id, label)
        if label:
            self._found.setdefault((table, folded(label)), id)

    def _joined(self, raw: Any) -> str:
        ends = [self.label(raw.get(end)) if isinstance(raw, dict) else "" for end in ("source", "target")]
        return " → ".join(ends) if all(ends) else ""

    def label(self, id: object) -> str:
        """The name of a record; the id itself where it has none; empty for what is no record."""
        if not isinstance(id, str):
            return ""
        return self._labels.get(id) or (printable(one_line(id)) if id in self._labels else "")

    def find(self, label: str, kinds: Iterable[type[Record]]) -> str | None:
        """The first record of these kinds with this name, case-blind."""
        said = folded(one_line(label))
        found = (self._found.get((kind.TABLE, said)) for kind in kinds)
        return next((id for id in found if id is not None), None)


def _said(raw: Any) -> str:
    words = (raw.get(name) for name in _NAMING) if isinstance(raw, dict) else ()
    said = next((one_line(text) for text in words if isinstance(text, str) and one_line(text)), "")
    return printable(said if len(said) <= _LONGEST else f"{said[: _LONGEST - 1]}…")
