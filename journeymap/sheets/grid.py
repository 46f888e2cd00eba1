"""One sheet as it is worked in: every edit of its cells and rows, each one undo step."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from copy import copy
from typing import Any

from journeymap.edit.document import Document
from journeymap.edit.message import Message
from journeymap.i18n import N_
from journeymap.sheets.outcome import NEW, Outcome
from journeymap.sheets.sheet import Column
from journeymap.sheets.shown import Cell, Shown
from journeymap.sheets.writer import REFUSED, Writer


class Grid(Shown):
    """What is typed, filled, emptied, inserted and deleted. What a cell does not take stays in it."""

    _inserted = 0

    def write(self, row: int, column: int, text: str) -> Outcome:
        """Write a cell, as one undo step. In the empty row it makes the record once it can be made."""
        wanted, id = self.columns[column], self.row_id(row)
        if id == NEW:
            return self._write_draft(wanted, text)
        self.refused.pop((id, wanted.name), None)
        writer = self.writer()
        value = writer.read(wanted, text, writer.known(), id)
        if value is not REFUSED and value != self.value(row, column):
            self._put_named(writer, id, wanted, value, text)
        return self._ended(writer)

    def _put_named(self, writer: Writer, id: str, column: Column, value: Any, text: str) -> None:
        """A row just put in gets its name in the same undo step."""
        if id != self.fresh:
            writer.put(id, column, value, text)
            return
        self.fresh = None
        with self.document.edit(self._label_of_new(), ("new row", self._inserted)):
            writer.put(id, column, value, text)

    def drop(self, row: int, column: int) -> None:
        """Forget what a cell was told and did not take."""
        id, name = self.row_id(row), self.columns[column].name
        self.refused.pop((id, name), None)
        if id == NEW:
            self.draft.pop(name, None)

    def drop_draft(self) -> None:
        """Forget the new row that was begun."""
        self.draft.clear()
        self.refused = {key: value for key, value in self.refused.items() if key[0] != NEW}

    def tick(self, cells: Collection[Cell]) -> Outcome:
        """Tick these boxes; where all are ticked, take the ticks back."""
        on = any(not self.value(*cell) for cell in cells)
        return self._each(cells, True if on else None, N_("Change facts"))

    def clear(self, cells: Collection[Cell]) -> Outcome:
        """Empty these cells."""
        label = Message(N_("Empty {n} cells"), n=len(cells)) if len(cells) > 1 else Message(N_("Empty cell"))
        return self._each(cells, None, label)

    def fill(self, cells: Collection[Cell], values: Mapping[int, Any]) -> Outcome:
        """Give every cell its column's value, by column: what fill down and Ctrl+Enter do."""
        writer = self.writer()
        with self.document.edit(N_("Fill")):
            for row, column in sorted(cells):
                if column in values and not self.columns[column].is_computed and self.row_id(row) != NEW:
                    self._put(writer, row, column, values[column])
        return self._ended(writer)

    def write_all(self, cells: Collection[Cell], text: str) -> Outcome:
        """Write the same text in many cells, each as its column reads it, in one undo step."""
        writer = self.writer()
        with self.document.edit(N_("Fill")):
            for row, column in sorted(cells):
                wanted, id = self.columns[column], self.row_id(row)
                if id == NEW or wanted.is_computed:
                    continue
                self.refused.pop((id, wanted.name), None)
                value = writer.read(wanted, text, writer.known(), id)
                if value is not REFUSED and value != self.value(row, column):
                    writer.put(id, wanted, value, text)
        return self._ended(writer)

    def fill_down(self, top: int, rows: Collection[int], columns: Collection[int]) -> Outcome:
        """Repeat the cells of the top row in the rows below."""
        values = {column: self.value(top, column) for column in columns}
        return self.fill([(row, column) for row in rows if row != top for column in columns], values)

    def remove(self, rows: Collection[int]) -> Outcome:
        """Delete the records of these rows; the empty row forgets what was begun."""
        ids = [self.row_id(row) for row in sorted(rows)]
        if NEW in ids:
            self.drop_draft()
        there = [id for id in ids if id != NEW]
        writer = self.writer()
        if there:
            writer.remove(there)
        return self._ended(writer)

    def insert_below(self, row: int, text: str) -> Outcome:
        """A new row right after another one, of what its first needed column shall say."""
        wanted = self.sheet.needed[0] if self.sheet.needed else self.columns[0]
        writer = self.writer()
        value = writer.read(wanted, text, writer.known())
        made = None
        if value is not REFUSED and value is not None:
            after = self.row_id(row) or None
            self._inserted += 1
            with self.document.edit(self._label_of_new(), ("new row", self._inserted)):
                made = writer.make({wanted.name: value}, after, {wanted.name: text}, between=True)
        self.fresh = made
        return self._ended(writer, (made,) if made else ())

    def move(self, row: int, by: int) -> None:
        """Move the record one place on the map; RefusedError where it may not go there."""
        if self.sheet.move is not None and self.row_id(row) != NEW:
            self.sheet.move(self.document, self.row_id(row), by)

    def aside(self) -> Grid:
        """The same rows on a document of its own, for work too long for the window's thread.

        RefusedError where the map may only be read.
        """
        with self.document.edit("Paste"):
            pass
        other = copy(self)
        other.document = Document(self.document.journey)
        other.refused, other.draft = dict(self.refused), dict(self.draft)
        other._late, other._passing = list(self._late), set(self._passing)  # noqa: SLF001 - itself
        return other

    def take(self, other: Grid) -> bool:
        """What was done aside is done here, as one undo step; False where the map is another by now."""
        if other.known.journey is not self.document.journey:
            return False
        self.refused, self._late, self._passing = other.refused, other._late, other._passing
        done = other.document.undo_label
        if done is not None:
            self.document.adopt(done, other.document.journey)
        return True

    def writer(self) -> Writer:
        """For one edit of this sheet."""
        return Writer(self.sheet, self.document, self.known)

    def last(self) -> str | None:
        """The row that a new one comes after: the last on the map, or the one made last."""
        late = [id for id in self._late if id in self.numbers]
        of_map = list(self.numbers)
        return late[-1] if late else of_map[-1] if of_map else None

    def ended(self, writer: Writer, made: Sequence[str] = (), lines: int = 0) -> Outcome:
        """Remember what was refused, and say what became of the edit."""
        for refused in writer.refused:
            if refused.row != NEW or not refused.line:
                self.refused[refused.row, refused.column] = refused
        return Outcome(tuple(made), tuple(writer.refused), lines=lines)

    _ended = ended

    def _put(self, writer: Writer, row: int, column: int, value: Any) -> None:
        wanted, id = self.columns[column], self.row_id(row)
        self.refused.pop((id, wanted.name), None)
        if value != self.value(row, column):
            line = self.line(row)
            text = wanted.kind_of(line).exact(value, self.known) if value is not None else ""
            if value is None and wanted.needed:
                writer.read(wanted, "", self.known, id)
            else:
                writer.put(id, wanted, value, text)

    def _each(self, cells: Collection[Cell], value: Any, label: str) -> Outcome:
        """The same value in every cell that can be written; the empty row forgets its text."""
        writer = self.writer()
        with self.document.edit(label):
            for row, column in sorted(cells):
                if self.row_id(row) == NEW:
                    self.drop(row, column)
                elif not self.columns[column].is_computed:
                    self._put(writer, row, column, value)
        return self._ended(writer)

    def _write_draft(self, column: Column, text: str) -> Outcome:
        self.refused.pop((NEW, column.name), None)
        self.draft[column.name] = text
        if not text.strip():
            self.drop(len(self.rows), self.columns.index(column))
        return self._try_draft()

    def _try_draft(self) -> Outcome:
        """Make a record of the empty row if all is there that it needs."""
        writer = self.writer()
        known = writer.known()
        named = {name: self.sheet.column(name) for name, text in self.draft.items() if text.strip()}
        given = {name: writer.read(column, self.draft[name], known) for name, column in named.items()}
        missing = next((one.name for one in self.sheet.needed if one.name not in named), None)
        if writer.refused or missing is not None or not given:
            outcome = self._ended(writer)
            return outcome if writer.refused or not self.draft else Outcome(asks=missing)
        with self.making():
            made = self.make(writer, given, self.draft, self.last())
        if made is None:
            return self._ended(writer)
        self.drop_draft()
        self.made_here([made])
        return self._ended(writer, (made,))

    def make(
        self,
        writer: Writer,
        given: Mapping[str, Any],
        texts: Mapping[str, str],
        after: str | None,
        line: int = 0,
    ) -> str | None:
        """A new record with everything that is given of it, as one undo step."""
        with self.document.edit(self._label_of_new()):
            made = writer.make(given, after, texts, line=line)
            for name, value in given.items() if made is not None else ():
                column = self.sheet.column(name)
                if column.put is not None and value is not None and not column.needed:
                    writer.put(made or NEW, column, value, texts.get(name, ""), line)
        return made

    def _label_of_new(self) -> str:
        return N_("Write row")


__all__ = ["Cell", "Grid"]
