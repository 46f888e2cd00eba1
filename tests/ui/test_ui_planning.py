"""Actions in the window: made from a friction with one command, edited, told what they save, taken back."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from journeymap.edit import verbs
from journeymap.model.ids import Id
from journeymap.resources import samples
from journeymap.ui.window import MainWindow


@pytest.fixture
def hotel(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> MainWindow:
    path = tmp_path / "hotel.journey"
    shutil.copy(samples() / "hotel.journey", path)
    assert window.open_path(path)
    qtbot.waitUntil(lambda: bool(window.work.findings.trials))
    return window


def words_in_details(window: MainWindow) -> str:
    window._page.parts.details.refresh_now()
    return " ".join(one.text() for one in window._page.parts.details.findChildren(QLabel))


def test_an_action_is_made_from_a_friction_with_one_command_and_undone(
    hotel: MainWindow, qtbot: QtBot
) -> None:
    hotel.selection.choose("F4")
    assert hotel._page.menus.do("act")
    field = hotel._page.parts.foot.bar.field
    QTest.keyClicks(field, "Two more at the desk on Fridays")
    QTest.keyClick(field, Qt.Key.Key_Return)
    made = next(one for one in hotel.work.document.journey.actions.values() if one.frictions == ("F4",))
    assert made.title == "Two more at the desk on Fridays"
    assert made.owner == hotel.work.document.journey.frictions[Id("F4")].owner
    assert hotel.selection.ids == (made.id,)
    qtbot.waitUntil(lambda: QApplication.focusWidget().accessibleName() == "Days of work")
    hotel._page.menus.do("undo")
    assert made.id not in hotel.work.document.journey.actions


def test_without_words_nothing_is_written(hotel: MainWindow) -> None:
    before = hotel.work.document.journey
    hotel.selection.choose("queue")
    assert hotel._page.menus.do("act"), "a step stands for the worst of its frictions"
    QTest.keyClick(hotel._page.parts.foot.bar.field, Qt.Key.Key_Return)
    assert hotel.work.document.journey is before
    hotel.selection.choose("plan")
    assert not hotel._page.menus.do("act"), "nothing rubs there"


def test_the_table_of_actions_stands_by_what_a_day_of_work_saves(hotel: MainWindow) -> None:
    """a1 607, a3 197·0.9/2 = 89, a2 1278·0.8/20 = 51 hours a day."""
    hotel._page.menus.do("actions")
    table = hotel._page.parts.table
    assert table.grid.sheet.name == "actions"
    assert table.grid.rows == ("a1", "a3", "a2")
    names = [column.name for column in table.grid.columns]
    saved = [table.grid.text(row, names.index("saved_per_day")) for row in range(3)]
    assert saved == ["607", "89", "51"]


def test_the_details_say_what_it_saves_or_what_is_missing(hotel: MainWindow, qtbot: QtBot) -> None:
    hotel.selection.choose("a2")
    qtbot.waitUntil(lambda: "Saves 1,022 (767–1,150) hours a year." in words_in_details(hotel))
    verbs.set_field(hotel.work.document, Id("a2"), effect=None)
    assert "Say how large a share" in words_in_details(hotel)
    verbs.set_field(hotel.work.document, Id("a2"), frictions=None)
    assert "Say which frictions it is against" in words_in_details(hotel)


def test_a_day_in_the_details_is_read_as_people_write_it(hotel: MainWindow) -> None:
    hotel.selection.choose("a2")
    words_in_details(hotel)
    details = hotel._page.parts.details
    assert details.answer("due")
    field = QApplication.focusWidget()
    field.selectAll()  # type: ignore[union-attr]
    QTest.keyClicks(field, "14.2.2027")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert hotel.work.document.journey.actions[Id("a2")].due == "2027-02-14"
