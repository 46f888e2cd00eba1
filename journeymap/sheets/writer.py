"""Writes cells and rows, each by its own verb: what is refused is listed, the rest stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from journeymap.edit.document import Document
from journeymap.edit.invariants import InvariantError
from journeymap.edit.message import Message
from journeymap.edit.rules.verdict import RefusedError
from journeymap.i18n import N_
from journeymap.sheets.kinds import refuse
from journeymap.sheets.known import Known
from journeymap.sheets.outcome import NEW, Refused
from journeymap.sheets.sheet import Column, Sheet

_BROKEN = N_("This answer does not fit here.")


class Writer:
    """One edit of one sheet; `refused` gathers what could not be done, in order."""

    def __init__(self, sheet: Sheet, document: Document, before: Known) -> None:
        self._sheet, self._document, self._before = sheet, document, before
        self.refused: list[Refused] = []

    def known(self) -> Known:
        """What cells are read against right now, within an edit too."""
        return self._before.then(self._document.present, self._before.findings)

    def read(self, column: Column, text: str, known: Known, row: str = NEW, line: int = 0) -> Any:
        """The value of a text; REFUSED, with its reason noted, where it is none."""
        try:
            about = self._sheet.line(known, row) if row != NEW else None
            value = column.kind_of(about).read(text, known)
            if value is None and column.needed and row != NEW:
                raise refuse(N_("This cannot be empty."))
            return value
        except RefusedError as refusal:
            return self._note(row, column, text, refusal, line)

    def put(self, row: str, column: Column, value: Any, text: str = "", line: int = 0) -> bool:
        """Write a value; False, with the reason noted, where the rules do not allow it."""
        try:
            if column.put is None:
                column.kind.read(text or "?", self.known())
                raise refuse(N_("This cannot be changed here."))
            with self._document.edit(N_("Change facts")):
                column.put(self._document, row, value)
        except RefusedError as refusal:
            if refusal.verdict.reason:
                self._note(row, column, text, refusal, line)
                return False
        except (InvariantError, KeyError) as refusal:
            self._note(row, column, text, refusal, line)
            return False
        return True

    def make(
        self, given: Mapping[str, Any], after: str | None, texts: Mapping[str, str], *, between: bool = False,
        line: int = 0,
    ) -> str | None:  # fmt: skip
        """A new row of what its needed columns hold; None, with the reason noted, where it cannot be."""
        if self._sheet.make is None:
            return None
        try:
            with self._document.edit(N_("Write row")):
                return self._sheet.make(self._document, given, after, between)
        except (RefusedError, InvariantError, KeyError) as refusal:
            column = next((one for one in self._sheet.needed if texts.get(one.name)), self._sheet.columns[0])
            self._note(NEW, column, texts.get(column.name, ""), refusal, line)
            return None

    def remove(self, rows: Sequence[str]) -> None:
        """Delete the records of these rows, or note why that cannot be."""
        try:
            if self._sheet.remove is None:
                raise refuse(N_("These rows always stand here."))
            self._sheet.remove(self._document, rows)
        except RefusedError as refusal:
            self._note(rows[0], self._sheet.columns[0], "", refusal, 1)

    def _note(self, row: str, column: Column, text: str, refusal: Exception, line: int) -> object:
        reason = refusal.verdict.reason if isinstance(refusal, RefusedError) else Message(_BROKEN)
        self.refused.append(Refused(row, column.name, text, reason or Message(_BROKEN), line))
        return REFUSED


REFUSED = object()
"""Stands for the value of a text that could not be read."""
