"""File ▸ Import: the match under one's eyes, bad rows marked, a new map or into this one, one undo step."""

from __future__ import annotations

import shutil
import threading
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from journeymap.edit import verbs
from journeymap.exchange import exporters
from journeymap.exchange.tables.book import Heed
from journeymap.i18n import catalogue
from journeymap.model.ids import HEAD
from journeymap.resources import samples
from journeymap.storage import files
from journeymap.ui.actions import importing
from journeymap.ui.dialogs import questions
from journeymap.ui.dialogs.report import ReportDialog
from journeymap.ui.importing.dialog import MATCHING, TROUBLE, WHOLE, ImportDialog
from journeymap.ui.importing.jobs import Jobs
from journeymap.ui.reporting.kinds import kind_named
from journeymap.ui.window import MainWindow

TABLE = """Step;Lane;Stage;Next;Pain point;Note
Asks for a price;Customer;Before;Answers;;
Answers;Shop;Before;Pays;Took four days;told twice
;Shop;Buys;;;
Pays;Customer;Buys;Nowhere;;
Says thanks;Customer;Buys;;;
"""


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "visit.csv"
    path.write_text(TABLE, "utf-8")
    return path


@pytest.fixture
def hotel(tmp_path: Path) -> Path:
    return Path(shutil.copy(samples() / "hotel.journey", tmp_path / "hotel.journey"))


def opened(window: MainWindow, path: Path, qtbot: QtBot, *, into: bool = False) -> ImportDialog:
    """The dialogue once it has read the file."""
    dialog = importing.import_file(window.parts_or_frame(), path, into=into)
    settle(dialog, qtbot)
    return dialog


def settle(dialog: ImportDialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not dialog._jobs.runs and dialog.pages.currentIndex() > 0)


def shown(dialog: ImportDialog) -> list[list[str]]:
    table = dialog.preview.table
    return [
        [table.item(at, place).text() for place in range(table.columnCount())]
        for at in range(table.rowCount())
    ]


def remarks(dialog: ImportDialog) -> list[str]:
    listed = dialog.preview.list
    return [listed.item(at).text() for at in range(listed.count())]


def choose(dialog: ImportDialog, heading: str, meaning: str, qtbot: QtBot) -> None:
    """As with the mouse: the list beside a column is opened and one line of it chosen."""
    box = next(choice for choice in dialog.columns.choices if heading in choice.accessibleName())
    place = box.findData(meaning)
    assert place >= 0, f"{meaning} is not offered"
    box.setCurrentIndex(place)
    box.activated.emit(place)
    settle(dialog, qtbot)


def test_what_comes_is_seen_before_it_comes(window: MainWindow, table: Path, qtbot: QtBot) -> None:
    dialog = opened(window, table, qtbot)
    assert dialog.pages.currentIndex() == MATCHING
    assert dialog.preview.counts.text() == "3 steps · 2 lanes · 2 stages · 1 link · 1 friction"
    assert [row[:2] for row in shown(dialog)] == [
        ["2", "Asks for a price"],
        ["3", "Answers"],
        ["4", "This row has no step."],
        ["5", "No step here is called Nowhere."],
        ["6", "Says thanks"],
    ]
    assert shown(dialog)[1][2:] == ["Shop", "Before", "", "", "Took four days"]
    assert [row for row in range(5) if not dialog.preview.table.item(row, 0).icon().isNull()] == [2, 3]
    assert remarks(dialog)[:2] == [
        "Row 4: This row has no step.  (Shop · Buys)",
        "Row 5: No step here is called Nowhere.  (Pays · Customer · Buys · Nowhere)",
    ]
    assert dialog.go.text() == "Bring in the other 3" and dialog.go.isEnabled()
    assert not window.work.is_open


def test_each_guess_can_be_changed_and_the_preview_follows(
    window: MainWindow, table: Path, qtbot: QtBot
) -> None:
    dialog = opened(window, table, qtbot)
    choose(dialog, "Note", "friction", qtbot)
    assert "2 frictions" in dialog.preview.counts.text()
    choose(dialog, "Next", "", qtbot)
    assert dialog.preview.counts.text().startswith("4 steps") and "3 links" in dialog.preview.counts.text()
    assert dialog._loose.text() == "Not brought in: D Next."
    choose(dialog, "Step", "", qtbot)
    assert not dialog.go.isEnabled()
    assert dialog._said.text() == "No row reads as a step. Say which column holds the steps."


def test_the_lists_beside_the_columns_are_reached_by_keys(
    window: MainWindow, table: Path, qtbot: QtBot
) -> None:
    dialog = opened(window, table, qtbot)
    first, second = dialog.columns.choices[:2]
    qtbot.waitUntil(lambda: QApplication.focusWidget() is first and dialog.columns.choices[-1].isVisible())
    assert "Step" in first.accessibleName()
    QTest.keyClick(first, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is second
    before = second.currentText()
    QTest.keyClick(second, Qt.Key.Key_Down)
    settle(dialog, qtbot)
    assert QApplication.focusWidget() is second and second.currentText() != before
    spoken = []
    while QApplication.focusWidget() is not dialog.go and len(spoken) < 20:
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        spoken.append(QApplication.focusWidget())
    assert spoken[:4] == dialog.columns.choices[2:]
    assert spoken[4:] == [dialog.preview.table, dialog.preview.list, dialog.cancel, dialog.go]


def test_new_lines_are_seen_before_the_loop_turns(window: MainWindow, table: Path, qtbot: QtBot) -> None:
    """A dialogue that becomes active just then would give the keyboard to whatever shows already."""
    dialog = opened(window, table, qtbot)
    assert dialog.arrival is not None
    old, matching = dialog.columns.choices, dialog.arrival.matching
    dialog.columns.show_matching(dialog.arrival.sheet, replace(matching, heading=None))
    assert dialog.columns.choices != old
    assert all(choice.isVisible() for choice in dialog.columns.choices)


def test_the_preview_names_the_lane_of_steps_that_name_none(
    window: MainWindow, hotel: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    """Of a grid the customer's own row gives no name: it comes into the open map's lane of the customer."""
    path = tmp_path / "grid.csv"
    path.write_text(
        'Stages;Look;Buy\nSteps;Searches;Pays\nAgent;Shows;\nEmotions;2;-1,5\nQuotes;"Wow";', "utf-8"
    )
    window.open_path(hotel)
    dialog = opened(window, path, qtbot)
    assert dialog.preview.counts.text() == "3 steps · 2 lanes · 2 stages · 2 links · 1 quote"
    assert [row[2] for row in shown(dialog)] == ["Customer", "Agent", "Customer"]
    assert [row[5:] for row in shown(dialog)] == [["+2", "“Wow”"], ["", ""], ["−1.5", ""]]
    dialog.target.group.buttons()[1].click()
    assert [row[2] for row in shown(dialog)] == ["Gästen", "Agent", "Gästen"]


def test_as_a_new_map(window: MainWindow, table: Path, qtbot: QtBot) -> None:
    dialog = opened(window, table, qtbot)
    dialog.go.click()
    qtbot.waitUntil(lambda: window.work.is_open)
    journey = window.work.document.journey
    assert sorted(step.title for step in journey.steps.values()) == [
        "Answers", "Asks for a price", "Says thanks",
    ]  # fmt: skip
    assert (journey.head.title, journey.head.language) == ("visit", "en")
    assert window.work.filing.path is None and window.work.needs_saving
    assert window.work.document.undo_label is None


def test_into_this_map_is_one_undo_step(window: MainWindow, hotel: Path, table: Path, qtbot: QtBot) -> None:
    window.open_path(hotel)
    before = window.work.document.journey
    dialog = opened(window, table, qtbot)
    assert not dialog.into
    dialog.target.group.button(1).click()
    assert dialog.into
    dialog.go.click()
    after = window.work.document.journey
    assert len(after.steps) == len(before.steps) + 3
    chosen = window.work.document.journey.steps[next(iter(window.parts_or_frame().desk.selection.ids))]
    assert chosen.title == "Asks for a price"
    window.work.document.undo()
    assert window.work.document.journey == before and window.work.document.undo_label is None


def test_bringing_in_can_be_stopped_and_leaves_the_map_as_it_was(
    window: MainWindow, hotel: Path, table: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.open_path(hotel)
    before = window.desk.document.journey
    dialog = opened(window, table, qtbot, into=True)
    monkeypatch.setattr(importing, "wait_for", lambda work, *rest: not work.wait())
    dialog.accept()
    assert window.desk.document.journey is before and window.desk.document.undo_label is None


def test_the_strip_takes_it_back(window: MainWindow, hotel: Path, table: Path, qtbot: QtBot) -> None:
    window.open_path(hotel)
    before = window.work.document.journey
    opened(window, table, qtbot, into=True).go.click()
    news = window._page.parts.pane.news
    assert "3 steps came in." in news._words.text()
    news._act.click()
    assert window.work.document.journey == before


def test_a_map_that_may_not_be_left_stays(
    window: MainWindow, hotel: Path, table: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.open_path(hotel)
    verbs.set_field(window.work.document, HEAD, title="Not saved")
    held = window.work.document.journey
    monkeypatch.setattr(questions, "unsaved", lambda *_a, **_k: "cancel")
    opened(window, table, qtbot).go.click()
    assert window.work.document.journey is held


def test_a_map_that_may_only_be_read_takes_nothing_in(
    window: MainWindow, hotel: Path, table: Path, qtbot: QtBot
) -> None:
    window.open_path(hotel)
    window.work.filing.read_only = True
    dialog = opened(window, table, qtbot, into=True)
    assert not dialog.into and not dialog.target.isVisibleTo(dialog)


def test_a_file_that_is_no_table_is_told_in_a_sentence(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "report.xlsx"
    path.write_bytes(b"%PDF-1.7 nothing")
    dialog = opened(window, path, qtbot)
    assert dialog.pages.currentIndex() == TROUBLE
    assert "report.xlsx" in dialog._sentence.text()
    assert not dialog.go.isVisibleTo(dialog) and dialog.cancel.text() == "Close"
    dialog.cancel.click()
    assert not dialog.isVisible() and not window.work.is_open


def test_sheets_layouts_and_headings_can_be_chosen(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    book = openpyxl.Workbook()
    book.active.title = "Process"
    for row in (["Step", "Lane"], ["Asks", "Shop"]):
        book.active.append(row)
    grid = book.create_sheet("Journey")
    for row in (["", "Before", "After"], ["Actions", "Looks", "Buys"], ["Emotion", 2, 5]):
        grid.append(row)
    book.create_sheet("Old").append(["Step"])
    book["Old"].append(["Gone"])
    book["Old"].sheet_state = "hidden"
    book.save(tmp_path / "b.xlsx")
    dialog = opened(window, tmp_path / "b.xlsx", qtbot)
    options = dialog.options
    assert [options.sheets.itemText(at) for at in range(3)] == ["Process", "Journey", "Old (hidden)"]
    for place, titles in ((1, ["Looks", "Buys"]), (2, ["Gone"]), (0, ["Asks"])):
        options.sheets.activated.emit(place)
        settle(dialog, qtbot)
        assert [row[1] for row in shown(dialog)] == titles
    options.heading.setCurrentIndex(0)  # no row: the headings are a step like the others
    options.heading.activated.emit(0)
    settle(dialog, qtbot)
    assert [row[1] for row in shown(dialog)] == ["Step", "Asks"]
    options.sheets.activated.emit(1)
    settle(dialog, qtbot)
    assert dialog._holds.text() == "What each row holds"
    options.ratings.setCurrentIndex(options.ratings.findText("1 … 5"))
    options.ratings.activated.emit(options.ratings.currentIndex())
    settle(dialog, qtbot)
    assert [step.fields["experience"] for step in dialog.told.steps] == [-1.5, 3]
    options.layouts.setCurrentIndex(options.layouts.findData("lists"))
    options.layouts.activated.emit(0)
    settle(dialog, qtbot)
    assert [row[1] for row in shown(dialog)][:2] == ["Actions", "Emotion"]


def test_a_workbook_of_ours_is_a_whole_map(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    journey = files.load(samples() / "hotel.journey").journey
    path = tmp_path / "h.xlsx"
    path.write_bytes(exporters["xlsx"](journey, catalogue("sv")))
    dialog = opened(window, path, qtbot)
    assert dialog.pages.currentIndex() == WHOLE and dialog._about.text() == "Hotellerbjudandet"
    assert dialog.listed.counts.text().startswith("17 steps · 6 lanes · 5 stages")
    assert dialog.listed.table.rowCount() == 17 and dialog.listed.table.isColumnHidden(0)
    dialog.go.click()
    qtbot.waitUntil(lambda: window.work.is_open)
    assert window.work.document.journey == journey


def test_what_was_changed_in_the_workbook_comes_into_the_open_map(
    window: MainWindow, hotel: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    window.open_path(hotel)
    before = window.work.document.journey
    path = tmp_path / "h.xlsx"
    path.write_bytes(exporters["xlsx"](before, catalogue("en")))
    book = openpyxl.load_workbook(path)
    sheet = book["Steps"]
    for row in sheet.iter_rows():
        for cell in row:
            if cell.value == "Planerar en helg":
                cell.value = "Plans a weekend"
    book.save(path)
    dialog = opened(window, path, qtbot, into=True)
    assert dialog._how.text().startswith("This is the open map.")
    dialog.go.click()
    titles = {step.title for step in window.work.document.journey.steps.values()}
    assert "Plans a weekend" in titles and "Planerar en helg" not in titles
    window.work.document.undo()
    assert window.work.document.journey == before and window.work.document.undo_label is None
    opened(window, hotel_as_xlsx(before, tmp_path), qtbot, into=True).go.click()
    assert window.work.document.undo_label is None
    assert "as the file has it" in window._page.parts.pane.news._words.text()


def hotel_as_xlsx(journey, folder: Path) -> Path:
    path = folder / "same.xlsx"
    path.write_bytes(exporters["xlsx"](journey, catalogue("nb")))
    return path


def drop(window: MainWindow, *paths: Path) -> QDropEvent:
    dragged = QMimeData()
    dragged.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    event = QDropEvent(
        QPoint(50, 50).toPointF(), Qt.DropAction.CopyAction, dragged,
        Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    event.setAccepted(False)
    window.dropEvent(event)
    QApplication.processEvents()
    return event


def test_a_file_dropped_on_the_window(window: MainWindow, hotel: Path, table: Path, qtbot: QtBot) -> None:
    assert drop(window, hotel).isAccepted()
    qtbot.waitUntil(lambda: window.work.is_open)
    drop(window, table)
    qtbot.waitUntil(lambda: window.findChild(ImportDialog) is not None)
    dialog = window.findChild(ImportDialog)
    settle(dialog, qtbot)
    assert dialog.into, "into the map it was dropped on"
    dialog.reject()
    assert not drop(window, hotel, table).isAccepted(), "two at a time are not understood"


def test_from_the_start_page_and_from_the_menu(
    window: MainWindow, hotel: Path, table: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered: list[str] = []

    def answer(*words: object) -> tuple[str, str]:
        offered.append(str(words[3]))
        return str(table), ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", answer)
    window._start.import_asked.emit()
    dialog = window.findChild(ImportDialog)
    settle(dialog, qtbot)
    assert all(f"*.{ending}" in offered[0] for ending in ("xlsx", "csv", "tsv"))
    dialog.reject()
    window.open_path(hotel)
    assert window._page.menus.do("import")
    assert len(offered) == 2
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    assert importing.ask_import(window.parts_or_frame()) is None


def test_more_steps_than_a_map_can_show(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("journeymap.ui.importing.dialog.MOST_STEPS", 3)
    path = tmp_path / "many.csv"
    path.write_text("Step\n" + "".join(f"Step {n}\n" for n in range(4)), "utf-8")
    dialog = opened(window, path, qtbot)
    assert not dialog.go.isEnabled()
    assert dialog._said.text().startswith("4 steps are more than one map can show.")


def test_reading_can_be_broken_off(qtbot: QtBot) -> None:
    """A job that is stopped ends at its next look up, and nothing is told of it."""
    begun, ended = threading.Event(), threading.Event()
    told: list[object] = []

    def endless(heed: Heed) -> object:
        try:
            while True:
                begun.set()
                heed(0.5)
        finally:
            ended.set()

    owner = QApplication.instance()
    jobs = Jobs(owner)
    jobs.done.connect(told.append)
    jobs.failed.connect(told.append)
    jobs.do(endless)
    assert begun.wait(5)
    with qtbot.waitSignal(jobs.came_far) as far:
        pass
    assert far.args == [0.5]
    jobs.stop()
    assert ended.wait(5)
    jobs.do(lambda _heed: "the second")
    qtbot.waitUntil(lambda: told == ["the second"])


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_tables_are_exported_from_the_window(
    window: MainWindow, hotel: Path, tmp_path: Path, qtbot: QtBot, kind: str
) -> None:
    window.open_path(hotel)
    window._page.menus.do("export")
    dialog = window.findChild(ReportDialog)
    dialog._say_kind(kind_named(kind))
    assert ("Actions (3)" in dialog.preview._words.text()) == (kind == "csv")
    dialog.chosen = tmp_path / f"out.{kind}"
    with qtbot.waitSignal(dialog.publishing.done, timeout=60_000):
        dialog.start()
    assert (tmp_path / f"out.{kind}").read_bytes()[:3] == (b"PK\x03" if kind == "xlsx" else b"\xef\xbb\xbf")
    dialog.reject()
