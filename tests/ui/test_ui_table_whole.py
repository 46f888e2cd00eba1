"""A whole finished map, every record and field of it, written anew in the table alone and by keys alone."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from journeymap.analysis.examine import examine
from journeymap.i18n import catalogue
from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.model.reading import name_of, stage_of_steps, steps_in_order
from journeymap.model.records import RECORDS, Head, Item, Link, Promise, Record, Step, Wall
from journeymap.resources import samples
from journeymap.sheets.book import BY_NAME, SHEETS
from journeymap.sheets.journey import FACTS
from journeymap.sheets.kinds import Computed, Tick
from journeymap.sheets.known import Known
from journeymap.sheets.numbers import Amount
from journeymap.sheets.sheet import Column, Sheet
from journeymap.storage import files
from journeymap.storage.shapes import Field, fields_of
from journeymap.ui.window import MainWindow
from tests.ui.typist import CTRL, NONE, Key, Typist

ALT = Qt.KeyboardModifier.AltModifier
ORDER = (
    "lanes", "stages", "promises", "items", "steps", "links", "frictions", "evidence", "actions", "measures",
    "notes", "walks", "log",
)  # fmt: skip
"""What others point at comes first; of a link the steps, of an action the frictions."""
LATER: Mapping[str, Collection[str]] = {
    "steps": {"next"}, "promises": {"makes", "honours"}, "items": {"asks"}, "walls": {"source", "target"},
}  # fmt: skip
"""Columns that say what another sheet says too, or the map itself."""
TICKED = "\0"


class Copyist(Typist):
    """Copies a map from paper into the table: all columns shown, one row after the other."""

    def __init__(self, qtbot: QtBot, window: MainWindow, wanted: Journey) -> None:
        super().__init__(qtbot)
        self._window = window
        self.known = Known(wanted, examine(wanted, trials=0), catalogue("en"))
        self.sheet = "steps"

    @property
    def table(self) -> Any:
        return self._window._page.parts.table

    def turn_to(self, name: str) -> None:
        names = [sheet.name for sheet in SHEETS]
        by = (names.index(name) - names.index(self.sheet)) % len(names)
        key, times = (Key.Key_PageDown, by) if by <= len(names) / 2 else (Key.Key_PageUp, len(names) - by)
        for _ in range(times):
            self.press(key, CTRL)
        self.sheet = name
        assert self.table.grid.sheet.name == name

    def show_all_columns(self) -> None:
        """Ctrl+K, its name, then the button All."""
        self.by_name("choose columns")
        self.press(Key.Key_Tab)
        self.press(Key.Key_Tab)
        self.press(Key.Key_Space)
        self.press(Key.Key_Return)
        assert len(self.table.grid.columns) == len(self.table.grid.sheet.columns)

    def write(self, text: str) -> None:
        """Letters that QTest knows no key for come as a keyboard of that language sends them."""
        for letter in text:
            if letter.isascii():
                QTest.keyClicks(self.focus(), letter)
            else:
                for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                    QApplication.sendEvent(self.focus(), QKeyEvent(kind, 0, NONE, letter))
        self.letters += len(text)

    def put(self, text: str) -> None:
        """Type over the cell; what the table adds to a name of its own accord is taken away again."""
        for number, line in enumerate(text.split("\n")):
            if number:
                self.press(Key.Key_Return, ALT)
            self.write(line)
        editor = self.focus()
        line = isinstance(editor, QLineEdit) and editor.hasSelectedText()
        if line or (isinstance(editor, QPlainTextEdit) and editor.textCursor().hasSelection()):
            self.press(Key.Key_Delete)

    def cell_text(self, column: Column, line: Any) -> str:
        kind = column.kind_of(line)
        if isinstance(kind, Computed) or (column.put is None and not column.needed):
            return ""
        value = column.get(self.known, line)
        if isinstance(kind, Amount):
            return kind.exact(value, self.known).replace("–", "-")
        return (TICKED if value else "") if isinstance(kind, Tick) else kind.exact(value, self.known)

    def copy_sheet(self, name: str) -> None:
        sheet = BY_NAME[name]
        self.show_all_columns()
        for number, id in enumerate(sheet.rows(self.known)):
            first = name == "lanes" and number == 0
            self.press(Key.Key_Home if first else Key.Key_End, CTRL)
            self.press(Key.Key_Home)
            self.copy_row(sheet, sheet.line(self.known, id))

    def copy_facts(self) -> None:
        """The map's own facts: the row of each by its name, its value beside."""
        sheet = BY_NAME["journey"]
        for row, fact in enumerate(FACTS):
            text = self.cell_text(sheet.column("value"), fact)
            if text:
                self.to_row(row)
                self.press(Key.Key_End)
                self.press(Key.Key_Space) if text == TICKED else self.put(text)
                self.press(Key.Key_Return)

    def copy_walls(self) -> None:
        """What is said of walls, each on the row where the map found it."""
        sheet = BY_NAME["walls"]
        self.show_all_columns()
        for wall in self.known.journey.walls.values():
            key = self.key_here(wall.key)
            self._qtbot.waitUntil(lambda key=key: key in self.table.grid.rows)
            self.to_row(self.table.grid.rows.index(key))
            self.copy_row(sheet, sheet.line(self.known, wall.key))

    def to_row(self, row: int) -> None:
        self.press(Key.Key_Home, CTRL)
        for _ in range(row):
            self.press(Key.Key_Down)

    def key_here(self, key: str) -> str:
        """The wall's key with the ids of the copy: steps by their order, the rest by name."""
        here, there = self._window.work.document.journey, self.known.journey
        ids = dict(zip(map(id_of, steps_in_order(there)), map(id_of, steps_in_order(here)), strict=True))
        for kind in (Promise, Item):
            names = {name_of(one): one.id for one in here.of(kind).values()}
            ids |= {one.id: names[name_of(one)] for one in there.of(kind).values()}
        kind_of_wall, _, rest = key.partition(":")
        if "+" in rest:
            return f"{kind_of_wall}:{'+'.join(sorted(ids[Id(one)] for one in rest.split('+')))}"
        return ":".join((kind_of_wall, *(ids.get(Id(one), one) for one in rest.split(":"))))

    def copy_row(self, sheet: Sheet, line: Any) -> None:
        texts = [
            "" if column.name in LATER.get(sheet.name, ()) else self.cell_text(column, line)
            for column in self.table.grid.columns
        ]
        last = max(place for place, text in enumerate(texts) if text)
        for place, text in enumerate(texts[: last + 1]):
            if text == TICKED:
                self.press(Key.Key_Space)
            elif text:
                self.put(text)
            self.press(Key.Key_Return if place == last else Key.Key_Tab)


NOT_SAID = {
    "id",
    "extra",
    "column",
    "order",
    "number",
    "document",
    "created",
    "format",
    "version",
    "min_reader",
}
"""What no table shows: ids, numbers that only place things, and when the map was begun."""


def id_of(record: Record) -> Id:
    return record.id


def named(journey: Journey, id: Any) -> Any:
    """A reference as people would say it, so that maps with other ids can be compared."""
    record = journey.get(id)
    if isinstance(record, Link):
        return f"{named(journey, record.source)} → {named(journey, record.target)} {record.kind or 'flow'}"
    return name_of(record) if record is not None else id


def said(journey: Journey, kind: type[Record]) -> list[str]:
    """All that the records of a kind say, a line a field; references as people would say them."""
    stages = stage_of_steps(journey)

    def value(record: Record, field: Field) -> object:
        stored = getattr(record, field.attribute)
        if isinstance(record, Step) and field.name == "stage":
            return named(journey, stages.get(record.id))
        if isinstance(record, Link) and field.name == "kind":
            return stored or "flow"
        if isinstance(record, Wall) and field.name == "key":
            return stored.partition(":")[0]
        if not field.targets or stored is None or isinstance(stored, Mapping):
            return stored
        if isinstance(stored, tuple):
            return sorted(named(journey, one) for one in stored)
        return named(journey, stored)

    fields = [field for field in fields_of(kind) if field.name not in NOT_SAID]
    records: Iterable[Record] = (journey.head,) if kind is Head else journey.of(kind).values()
    rows = [{field.name: value(record, field) for field in fields} for record in records]
    return sorted(
        "\n".join(f"{name}: {what}" for name, what in row.items() if what is not None) for row in rows
    )


@pytest.mark.qt
@pytest.mark.slow
def test_a_whole_map_from_the_table_alone(
    window: MainWindow, qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    wanted = files.load(samples() / "hotel.journey").journey
    hands = Copyist(qtbot, window, wanted)
    hands.press(Key.Key_Return)
    hands.press(Key.Key_Return)
    hands.press(Key.Key_Tab, CTRL)
    assert window._page.parts.views.name == "table"
    hands.turn_to("journey")
    hands.copy_facts()
    for name in ORDER:
        hands.turn_to(name)
        if name == "links":
            hands.press(Key.Key_A, CTRL)
            hands.press(Key.Key_Delete)
        hands.copy_sheet(name)
        assert not hands.table.grid.refused
    hands.turn_to("walls")
    hands.copy_walls()
    journey = window.work.document.journey
    for kind in (*RECORDS, Head):
        assert said(journey, kind) == said(wanted, kind), kind.TABLE
    found, meant = examine(journey, trials=0), hands.known.findings
    assert found.figures == meant.figures
    assert [(line.rank, line.hours) for line in found.ranked] == [
        (one.rank, one.hours) for one in meant.ranked
    ]
    assert sorted(wall.type for wall in found.walls) == sorted(wall.type for wall in meant.walls)
    with capsys.disabled():
        print(  # noqa: T201 - a figure people want to see in the run
            f"\n  the whole hotel in the table: {hands.letters} letters, {hands.others} other keys"
        )
