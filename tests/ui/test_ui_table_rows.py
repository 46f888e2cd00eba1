"""New rows of the table as a spreadsheet's user types and pastes them, and boxes that words do not tick."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journeymap.model.ids import Id
from journeymap.ui.table.refusals import Refusals
from journeymap.ui.window import MainWindow
from tests.ui.test_ui_table_keys import Table
from tests.ui.typist import CTRL, SHIFT, Key


@pytest.fixture
def table(window: MainWindow, qtbot: QtBot) -> Iterator[Table]:
    yield Table(window, qtbot)


def test_words_typed_over_a_box_tick_nothing(table: Table) -> None:
    table.at("asks", "critical")
    table.write("Adjusts")
    assert not table.journey.steps[Id("asks")].critical
    assert table.pane._remark.isVisible()
    for typed, ticked in (("x", True), ("x", True), ("0", None), ("1", True), ("-", None)):
        table.write(typed)
        assert table.journey.steps[Id("asks")].critical is ticked


def test_new_rows_stand_in_the_order_they_were_written_also_after_undo(table: Table) -> None:
    def order() -> list[str]:
        return [table.journey.steps[Id(id)].title for id in table.pane.grid.rows][-3:]

    table.at("", "title")
    table.write("One")
    table.press(Key.Key_Return)
    table.write("Two")
    table.press(Key.Key_Return)
    assert order()[1:] == ["One", "Two"]
    QApplication.clipboard().setText("Three\tOffice\tLater")
    table.press(Key.Key_V, CTRL)
    assert order() == ["One", "Two", "Three"]
    assert table.journey.steps[Id(table.pane.grid.rows[-1])].lane == "office"
    table.press(Key.Key_Z, CTRL)
    table.press(Key.Key_Y, CTRL)
    assert order() == ["One", "Two", "Three"]


def test_whole_rows_stay_whole_as_more_are_chosen_and_go_together(table: Table) -> None:
    table.at("asks", "lane")
    table.press(Key.Key_Space, SHIFT)
    table.press(Key.Key_Down, SHIFT)
    assert table.pane.view.chosen_rows() == [0, 1]
    table.press(Key.Key_Up, SHIFT)
    assert table.pane.view.chosen_rows() == [0]
    table.press(Key.Key_Down, SHIFT)
    table.press(Key.Key_Delete)
    assert {"asks", "answers"} & set(table.journey.steps) == set()
    table.press(Key.Key_Z, CTRL)
    assert len(table.journey.steps) == 4


def test_a_new_friction_typed_over_its_rank_begins_with_its_title(table: Table) -> None:
    while table.pane.grid.sheet.name != "frictions":
        table.press(Key.Key_PageDown, CTRL)
    table.at("", "rank")
    table.write("Nobody knows")
    table.press(Key.Key_Tab)
    table.write("Waits")
    table.press(Key.Key_Tab)
    (made,) = [one for one in table.journey.frictions.values() if one.title == "Nobody knows"]
    assert made.at == "waits"


def test_a_heading_the_sheet_does_not_know_is_told_and_becomes_no_step(table: Table) -> None:
    table.at("", "title")
    QApplication.clipboard().setText("Priority\tLane\tStep\nhigh\tOffice\tSends the bill")
    table.press(Key.Key_V, CTRL)
    known = {"asks", "answers", "waits", "decides"}
    (made,) = [step for id, step in table.journey.steps.items() if id not in known]
    assert (made.title, made.lane) == ("Sends the bill", "office")
    assert len(table.journey.lanes) == 3
    table.pane.news._act.click()
    box = table.pane.findChild(Refusals)
    assert isinstance(box, Refusals)
    assert box.list.item(0).text() == "Line 1: “Priority”. This sheet has no column of that name."


def test_after_undo_the_cursor_stands_where_the_rows_can_be_pasted_again(table: Table) -> None:
    titles = {step.title for step in table.journey.steps.values()}
    QApplication.clipboard().setText("One\nTwo")
    table.at("", "title")
    for _ in range(2):
        table.press(Key.Key_V, CTRL)
        assert {step.title for step in table.journey.steps.values()} == titles | {"One", "Two"}
        table.press(Key.Key_Z, CTRL)
        assert {step.title for step in table.journey.steps.values()} == titles
