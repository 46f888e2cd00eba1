"""The table in the real window: a spreadsheet's keys, refusals beside the cell, map and table as one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.model.reading import steps_in_order
from journeymap.storage import settings
from journeymap.storage.files import load
from journeymap.storage.save import save
from journeymap.ui.actions import clipping
from journeymap.ui.background import Work
from journeymap.ui.filing import Filing
from journeymap.ui.table import longpaste
from journeymap.ui.table.checklist import CheckList
from journeymap.ui.table.pane import TablePane
from journeymap.ui.table.refusals import Refusals
from journeymap.ui.window import MainWindow
from tests.sheets.sheet_maps import visit
from tests.ui.typist import CTRL, SHIFT, Key, Typist

ALT = Qt.KeyboardModifier.AltModifier


class Table:
    """The table of a small map and somebody at its keyboard."""

    def __init__(self, window: MainWindow, qtbot: QtBot, view: str = "table") -> None:
        self.window, self.hands = window, Typist(qtbot)
        journey = visit()
        window.work.open(journey, Filing(journey, None, None))
        window._page.parts.views.turn_to(view)  # type: ignore[arg-type]
        if view != "map":
            self.pane.take_focus()
        QTest.qWait(10)

    @property
    def pane(self) -> TablePane:
        return self.window._page.parts.table

    @property
    def journey(self) -> Journey:
        return self.window.work.document.journey

    def at(self, row: str, column: str) -> None:
        """Put the keyboard in a cell."""
        grid = self.pane.grid
        rows = grid.rows.index(row) if row else len(grid.rows)
        self.pane.view.go((rows, [one.name for one in grid.columns].index(column)))

    def cell(self) -> tuple[str, str]:
        row, column = self.pane.view.cell
        return self.pane.grid.row_id(row), self.pane.grid.columns[column].name

    def press(self, key: Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.hands.press(key, held)

    def write(self, text: str) -> None:
        self.hands.write(text)


@pytest.fixture
def table(window: MainWindow, qtbot: QtBot) -> Iterator[Table]:
    yield Table(window, qtbot)


def test_ctrl_tab_goes_through_the_views(window: MainWindow, qtbot: QtBot) -> None:
    table = Table(window, qtbot, "map")
    page = window._page
    seen = []
    for _ in range(3):
        table.press(Key.Key_Tab, CTRL)
        seen.append((page.parts.views.name, page.parts.pane.isVisible(), page.parts.table.isVisible()))
    assert seen == [("table", False, True), ("both", True, True), ("map", True, False)]
    table.press(Key.Key_Tab, CTRL | SHIFT)
    assert page.parts.views.name == "both"
    assert page.menus.made["view_both"].isChecked()
    sizes = page.parts.views.sizes()
    assert sizes[0] / sum(sizes) == pytest.approx(0.6, abs=0.05)


def test_typing_replaces_f2_edits_and_escape_gives_up(table: Table) -> None:
    table.at("asks", "title")
    table.write("Calls")
    table.press(Key.Key_Return)
    assert table.journey.steps[Id("asks")].title == "Calls"
    assert table.cell() == ("answers", "title"), "Enter goes down"
    table.press(Key.Key_F2)
    table.press(Key.Key_End)
    table.write(" at once")
    table.press(Key.Key_Tab)
    assert table.journey.steps[Id("answers")].title == "Answers at once"
    assert table.cell() == ("answers", "lane"), "Tab goes right"
    table.at("waits", "title")
    table.write("gone")
    table.press(Key.Key_Escape)
    assert table.journey.steps[Id("waits")].title == "Waits"
    assert table.pane.view.hasFocus()


def test_enter_goes_back_to_where_tabbing_began(table: Table) -> None:
    table.at("asks", "lane")
    table.press(Key.Key_Tab)
    table.press(Key.Key_Tab)
    table.press(Key.Key_Return)
    assert table.cell() == ("answers", "lane")


def test_a_word_begun_is_finished_and_enter_takes_what_is_shown(table: Table) -> None:
    table.at("asks", "lane")
    table.write("of")
    assert table.pane.editor.text == "Office"
    table.press(Key.Key_Return)
    assert table.journey.steps[Id("asks")].lane == "office"
    table.at("asks", "lane")
    table.write("Of")
    table.press(Key.Key_Delete)
    table.press(Key.Key_Return)
    lanes = {lane.id: lane.name for lane in table.journey.lanes.values()}
    assert lanes[table.journey.steps[Id("asks")].lane] == "Of", "Delete takes the rest away: a new lane"


def test_offers_are_walked_with_the_arrows(table: Table) -> None:
    table.at("asks", "lane")
    table.press(Key.Key_F2)
    table.press(Key.Key_Down, ALT)
    table.press(Key.Key_Down)
    table.press(Key.Key_Down)
    assert table.pane.editor.text == "Desk"
    table.press(Key.Key_Return)
    assert table.journey.steps[Id("asks")].lane == "desk"


def test_a_refused_value_says_why_beside_the_cell_and_stays(table: Table) -> None:
    table.at("asks", "own_minutes")
    table.write("soon")
    table.press(Key.Key_Return)
    editor = table.pane.editor
    assert editor.field is not None and editor.text == "soon"
    assert "Write a number" in editor.field.accessibleDescription()
    assert table.pane._remark.isVisible()
    for _ in "soon":
        table.press(Key.Key_Backspace)
    table.write("5-20")
    table.press(Key.Key_Return)
    assert table.journey.steps[Id("asks")].own_minutes == (5, 20)
    assert not table.pane._remark.isVisible()


def test_a_refused_value_left_by_a_click_stays_in_its_cell_marked(table: Table, qtbot: QtBot) -> None:
    table.at("asks", "own_minutes")
    table.write("soon")
    view = table.pane.view
    there = view.visualRect(view.model().index(2, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=there)
    assert table.pane.editor.field is None
    assert table.cell() == ("waits", "title")
    grid = table.pane.grid
    place = [column.name for column in grid.columns].index("own_minutes")
    assert grid.text(0, place) == "soon" and grid.refusal(0, place) is not None
    table.at("asks", "own_minutes")
    table.press(Key.Key_F2)
    assert table.pane.editor.text == "soon" and table.pane._remark.isVisible()
    table.press(Key.Key_Escape)
    assert grid.text(0, place) == "12 min"


def test_space_ticks_and_delete_empties(table: Table) -> None:
    table.at("waits", "goal")
    table.press(Key.Key_Up, SHIFT)
    table.press(Key.Key_Space)
    assert [step.goal for step in steps_in_order(table.journey)] == [None, True, True, True]
    table.at("asks", "own_minutes")
    table.press(Key.Key_Delete)
    assert table.journey.steps[Id("asks")].own_minutes is None


def test_undo_goes_back_to_the_cell_it_changed(table: Table) -> None:
    table.at("asks", "own_minutes")
    table.write("7")
    table.press(Key.Key_Return)
    table.at("decides", "title")
    table.press(Key.Key_Z, CTRL)
    assert table.journey.steps[Id("asks")].own_minutes == 12
    assert table.cell() == ("asks", "own_minutes")
    table.press(Key.Key_Y, CTRL)
    assert table.journey.steps[Id("asks")].own_minutes == 7


def test_blocks_are_copied_and_pasted(table: Table) -> None:
    table.at("waits", "own_minutes")
    table.press(Key.Key_C, CTRL)
    assert QApplication.clipboard().text() == "12 (5–20)"
    table.at("asks", "own_minutes")
    table.press(Key.Key_Down, SHIFT)
    table.press(Key.Key_V, CTRL)
    steps = table.journey.steps
    assert steps[Id("asks")].own_minutes == steps[Id("answers")].own_minutes == (5, 12, 20)
    table.press(Key.Key_X, CTRL)
    assert table.journey.steps[Id("answers")].own_minutes is None
    table.press(Key.Key_Z, CTRL)
    table.press(Key.Key_Z, CTRL)
    assert table.journey.steps[Id("answers")].own_minutes is None
    assert table.journey.steps[Id("asks")].own_minutes == 12


def test_pasted_rows_grow_and_refused_cells_are_listed(table: Table, qtbot: QtBot) -> None:
    QApplication.clipboard().setText("Complains\tOffice\t\t\t\t\nHears back\tDesk\t\t\t\tperhaps")
    table.at("", "title")
    table.press(Key.Key_V, CTRL)
    titles = [step.title for step in steps_in_order(table.journey)]
    assert titles[-2:] == ["Complains", "Hears back"]
    news = table.pane.news
    assert news.isVisible() and news._act.text() == "Show"
    news._do()
    box = table.pane.findChild(Refusals)
    assert isinstance(box, Refusals)
    assert box.list.item(0).text().startswith("Line 2, Decides: “perhaps”.")
    qtbot.keyClick(box.list, Key.Key_Return)
    assert table.cell()[1] == "critical"
    table.press(Key.Key_Z, CTRL)
    assert len(table.journey.steps) == 4


def test_a_long_paste_runs_beside_the_window(table: Table, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(longpaste, "LONG", 0)
    QApplication.clipboard().setText("Complains\tOffice\t\t\t\t\nHears back\tDesk\t\t\t\tperhaps")
    table.at("", "title")
    table.press(Key.Key_V, CTRL)
    assert [step.title for step in steps_in_order(table.journey)][-2:] == ["Complains", "Hears back"]
    assert table.pane.news._act.text() == "Show", "the refused cell can be gone to"
    table.press(Key.Key_Z, CTRL)
    assert len(table.journey.steps) == 4


def test_a_long_paste_that_is_stopped_changes_nothing(table: Table, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(longpaste, "LONG", 0)
    waited = list[str]()

    def stopped(work: Work[object], look: object, words: str, stop: str, over: object) -> bool:
        work.wait()
        waited.append(f"{words} [{stop}]")
        return False

    monkeypatch.setattr(clipping, "wait_for", stopped)
    before = table.journey
    QApplication.clipboard().setText("Complains\nHears back")
    table.at("", "title")
    table.press(Key.Key_V, CTRL)
    assert waited == ["Pasting 2 rows… [Stop pasting]"]
    assert table.journey is before
    assert not table.pane.news.isVisible()


def test_fill_down_select_all_and_rows(table: Table) -> None:
    table.at("asks", "channel")
    table.write("web")
    table.press(Key.Key_Return)
    table.at("asks", "channel")
    table.press(Key.Key_Down, SHIFT | CTRL)
    table.at("asks", "channel")
    for _ in range(3):
        table.press(Key.Key_Down, SHIFT)
    table.press(Key.Key_D, CTRL)
    assert {step.channel for step in table.journey.steps.values()} == {"web"}
    table.press(Key.Key_A, CTRL)
    assert len(table.pane.view.chosen_cells()) == 5 * len(table.pane.grid.columns)
    table.at("waits", "lane")
    table.press(Key.Key_Space, SHIFT)
    table.press(Key.Key_Delete)
    assert "waits" not in table.journey.steps
    table.press(Key.Key_Z, CTRL)
    assert "waits" in table.journey.steps


def test_ctrl_enter_writes_every_selected_cell(table: Table) -> None:
    table.at("asks", "channel")
    table.press(Key.Key_Down, SHIFT)
    table.write("letter")
    table.press(Key.Key_Return, CTRL)
    assert [step.channel for step in steps_in_order(table.journey)][:2] == ["letter", "letter"]
    table.press(Key.Key_Z, CTRL)
    assert [step.channel for step in steps_in_order(table.journey)][:2] == [None, "phone"]


def test_a_row_is_put_in_with_insert_and_taken_back_with_escape(table: Table) -> None:
    table.at("asks", "title")
    table.press(Key.Key_Insert)
    table.press(Key.Key_Escape)
    assert len(table.journey.steps) == 4
    table.press(Key.Key_Insert)
    table.write("Looks it up")
    table.press(Key.Key_Return)
    titles = [table.pane.grid.text(row, 0) for row in range(5)]
    assert titles == ["Asks", "Looks it up", "Answers", "Waits", "Decides"]
    table.press(Key.Key_Z, CTRL)
    assert len(table.journey.steps) == 4


def test_rows_move_on_the_map_with_alt(table: Table) -> None:
    table.pane.show_sheet("lanes")
    table.pane.take_focus()
    table.at("office", "name")
    table.press(Key.Key_Up, ALT)
    assert table.pane.grid.rows == ("cust", "office", "desk")
    assert table.cell() == ("office", "name")
    table.press(Key.Key_Up, ALT)
    assert table.pane._remark.isVisible(), "the customer's lane stays on top, and it is said"


def test_map_and_table_select_the_same(window: MainWindow, qtbot: QtBot) -> None:
    table = Table(window, qtbot, "both")
    parts = window._page.parts
    table.at("waits", "lane")
    assert parts.map.selection == ("waits",)
    parts.map.setFocus()
    parts.map.select([Id("decides")])
    assert table.cell() == ("decides", "lane")
    parts.map.select([Id("l2")])
    assert table.pane.grid.sheet.name == "links" and table.cell()[0] == "l2"
    parts.map.select([Id("office")])
    assert table.pane.grid.sheet.name == "lanes"


def test_edits_on_the_map_appear_at_once(window: MainWindow, qtbot: QtBot) -> None:
    table = Table(window, qtbot, "both")
    window._page.parts.map.setFocus()
    table.write("Complains")
    table.press(Key.Key_Return)
    texts = [table.pane.grid.text(row, 0) for row in range(len(table.pane.grid.rows))]
    assert "Complains" in texts
    assert table.pane.grid.text(table.pane.view.cell[0], 0) == "Complains", "the selection follows"


def test_headings_sort_and_come_back(table: Table, qtbot: QtBot) -> None:
    heads = table.pane.view.heads

    def click(column: int) -> None:
        x = heads.sectionViewportPosition(column) + 20
        qtbot.mouseClick(heads.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, 15))

    click(0)
    assert table.pane.grid.rows == ("answers", "asks", "decides", "waits")
    click(0)
    assert table.pane.grid.rows == ("waits", "decides", "asks", "answers")
    click(0)
    assert table.pane.grid.rows == ("asks", "answers", "waits", "decides")


def test_the_filter_field_narrows_and_escape_widens(table: Table, qtbot: QtBot) -> None:
    table.press(Key.Key_F, CTRL | SHIFT)
    table.write("office")
    qtbot.waitUntil(lambda: table.pane.grid.rows == ("decides",))
    table.press(Key.Key_Escape)
    qtbot.waitUntil(lambda: len(table.pane.grid.rows) == 4)
    assert table.pane.view.hasFocus()
    table.press(Key.Key_F, CTRL | SHIFT)
    table.write("nobody says this")
    qtbot.waitUntil(table.pane._nothing.isVisible)
    assert table.pane._nothing.text() == "Nothing here says “nobody says this”."


def test_a_column_is_filtered_and_hidden_by_keys(table: Table) -> None:
    table.at("asks", "lane")
    table.press(Key.Key_L, CTRL | SHIFT)
    box = table.pane.findChild(CheckList)
    assert box is not None
    table.write("desk")
    table.press(Key.Key_Return)
    assert table.pane.grid.rows == ("answers",)
    table.hands.by_name("choose columns")
    table.write("channel")
    table.press(Key.Key_Down)
    table.press(Key.Key_Space)
    table.press(Key.Key_Return)
    assert "channel" not in [column.name for column in table.pane.grid.columns]
    assert "channel" not in settings.get("table", {})["steps"]["columns"]


def test_what_is_being_written_is_written_before_it_is_saved(table: Table) -> None:
    table.at("asks", "title")
    table.write("Calls")
    table.window._page.menus.do("next_view")
    assert table.journey.steps[Id("asks")].title == "Calls"


def test_ctrl_s_saves_the_cell_one_is_writing(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    place = tmp_path / "visit.journey"
    save(visit(), place)
    assert window.open_path(place)
    parts, hands = window._page.parts, Typist(qtbot)
    parts.views.turn_to("table")
    parts.table.take_focus()
    parts.table.view.go((0, 0))
    hands.write("Calls")
    hands.press(Key.Key_S, CTRL)
    qtbot.waitUntil(lambda: window.work.document.is_clean)
    assert load(place).journey.steps[Id("asks")].title == "Calls"


def test_a_map_that_may_only_be_read_says_so(window: MainWindow, qtbot: QtBot) -> None:
    journey = visit()
    filing = Filing(journey, None, None)
    filing.read_only = True
    window.work.open(journey, filing)
    window._page.parts.views.turn_to("table")
    table = window._page.parts.table
    table.view.go((0, 0))
    hands = Typist(qtbot)
    hands.write("x")
    hands.press(Key.Key_Return)
    assert table.editor.field is not None
    assert table.editor.field.accessibleDescription().startswith("This map is open for reading.")
    hands.press(Key.Key_Escape)
    table.view.go((0, [column.name for column in table.grid.columns].index("critical")))
    hands.press(Key.Key_Space)
    assert table._remark.isVisible()
    assert window.work.document.journey is journey


def test_what_a_new_row_is_for_stands_beside_the_cell_one_writes_in(window: MainWindow, qtbot: QtBot) -> None:
    table = Table(window, qtbot)
    view, cells = table.pane.view, table.pane.view.itemDelegate()
    first = view.columnViewportPosition(0)
    table.at("", "title")
    field = view.visualRect(view.currentIndex())
    assert cells._beside_the_field(field, 100) == field.right() + 1
    assert cells._beside_the_field(field, view.viewport().width()) == first, "there is no room behind it"
    assert cells._beside_the_field(field.translated(0, -field.height()), 100) == first, "another row"
