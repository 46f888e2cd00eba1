"""What a first trial in a real window met: undo and the line, small screens, maps that others have open."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from journeymap.canvas.inline_edit import InlineEdit
from journeymap.edit import verbs
from journeymap.edit.document import Document
from journeymap.i18n import catalogue
from journeymap.model.reading import steps_in_order
from journeymap.resources import samples
from journeymap.storage import files
from journeymap.ui.dialogs import questions
from journeymap.ui.dialogs.clashes import Clashes
from journeymap.ui.dialogs.versions import Versions
from journeymap.ui.keynames import named
from journeymap.ui.look import Look
from journeymap.ui.preferences import spoken
from journeymap.ui.starting.cards import Wrapped
from journeymap.ui.window import MainWindow

CTRL = Qt.KeyboardModifier.ControlModifier


def write(window: MainWindow, *lines: str) -> None:
    foot = window._page.parts.foot
    for line in lines:
        if foot.asking is not None:
            QTest.keyClick(foot.asking, Qt.Key.Key_Escape)
        QTest.keyClicks(foot.bar.field, line)
        QTest.keyClick(foot.bar.field, Qt.Key.Key_Return)


def titles(window: MainWindow) -> list[str]:
    return [step.title for step in steps_in_order(window.work.document.journey)]


def test_undoing_further_than_there_is_brings_no_words_back_into_the_line(window: MainWindow) -> None:
    window.begin("A journey", "Guest, Desk")
    write(window, "Orders", "Waits")
    field = window._page.parts.foot.bar.field
    for _ in range(5):
        QTest.keyClick(field, Qt.Key.Key_Z, CTRL)
    assert titles(window) == []
    assert field.text() == ""


def test_undo_and_redo_take_the_writing_to_where_they_were(window: MainWindow) -> None:
    window.begin("A journey", "Guest, Desk")
    write(window, "Orders", "Waits", "Eats")
    page = window._page
    for name in ("undo", "undo", "redo", "redo"):
        page.menus.do(name)
    assert page.parts.details.isVisible()
    assert window.work.document.journey.steps[window.selection.one].title == "Eats"
    write(window, "Pays")
    assert titles(window) == ["Orders", "Waits", "Eats", "Pays"]
    for _ in range(3):
        page.menus.do("undo")
    write(window, "Goes")
    assert titles(window) == ["Orders", "Goes"]
    assert len(window.work.document.journey.links) == 1


def test_undo_while_a_strip_asks_ends_the_question_about_what_is_gone(window: MainWindow) -> None:
    window.begin("A journey", "Guest, Desk")
    write(window, "Orders", "# Slow")
    assert window._page.parts.foot.asking is not None
    window._page.menus.do("undo")
    assert window._page.parts.foot.asking is None
    assert window._page.parts.foot.bar.isVisible()


def test_a_lane_that_is_not_there_is_said(window: MainWindow) -> None:
    window.begin("A journey", "Guest, Desk")
    field = window._page.parts.foot.bar.field
    QTest.keyClick(field, Qt.Key.Key_7, CTRL)
    assert window._page.parts.foot.refusal.accessibleName() == "There is no lane 7."


def test_a_deletion_can_be_undone_from_its_strip(window: MainWindow) -> None:
    window.begin("A journey", "Guest, Desk")
    write(window, "Orders", "Waits", "Eats")
    page = window._page
    _orders, waits, eats = steps_in_order(window.work.document.journey)
    window.selection.choose(waits.id)
    page.parts.map.delete()
    assert titles(window) == ["Orders", "Eats"]
    news = page.parts.pane.news
    assert news.isVisible()
    assert "1 step deleted. The road is joined again." in news._words.text()
    news._act.click()
    assert titles(window) == ["Orders", "Waits", "Eats"]
    window.selection.choose(eats.id)
    page.parts.map.delete()
    assert news.isVisible()
    write(window, "Pays")
    assert not news.isVisible()


@pytest.mark.parametrize(
    ("system", "ours"),
    [
        (["sv-SE"], "sv"),
        (["nb-Latn-NO", "nb-NO"], "nb"),
        (["nn-NO"], "nb"),
        (["fi-FI", "sv-FI"], "sv"),
        (["de-DE"], "en"),
        ([], "en"),
    ],
)
def test_the_first_of_the_systems_languages_that_there_is(system: list[str], ours: str) -> None:
    assert spoken(system) == ours


def test_the_cards_of_the_start_page_wrap_and_stay_on_the_left(window: MainWindow, qtbot: QtBot) -> None:
    cards = window._start.offered.samples
    assert isinstance(cards, Wrapped)
    qtbot.waitUntil(window._start.offered.others.isVisible)
    window._start.offered.others.click()
    for width in (1024, 1366, 1920):
        window.resize(width, 700)
        qtbot.wait(1)
        page = window._start
        for card in cards._cards:
            right = card.mapTo(page, card.rect().topRight()).x()
            assert right <= page.width()
        assert cards._cards[0].x() == 0


def test_a_map_open_elsewhere_is_read_until_one_edits_anyway(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "hotel.journey"
    shutil.copy(samples() / "hotel.journey", path)
    with open_elsewhere(path):
        assert window.open_path(path)
        page = window._page
        assert page.banner.isVisible()
        assert page.banner.words.text().startswith("Kim has had the map open since")
        before = window.work.document.journey
        write(window, "One more")
        assert window.work.document.journey is before
        assert "open for reading" in page.parts.foot.refusal.accessibleName()
        page.banner.acts["Edit anyway"].click()
        page = window._page
        assert not page.banner.isVisible()
        write(window, "One more")
        assert len(window.work.document.journey.steps) == len(before.steps) + 1


@contextmanager
def open_elsewhere(path: Path) -> Iterator[None]:
    """Another process says that it has the map open."""
    program = (
        "import sys; from journeymap.storage.lock import Lock; "
        "Lock(sys.argv[1], 'Kim').acquire(); print('held', flush=True); sys.stdin.read()"
    )
    other = subprocess.Popen(
        [sys.executable, "-c", program, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    try:
        assert other.stdout is not None
        other.stdout.readline()
        yield
    finally:
        other.communicate(b"")


def test_the_map_is_held_while_it_is_open_and_let_go_afterwards(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "hotel.journey"
    shutil.copy(samples() / "hotel.journey", path)
    window.open_path(path)
    lock = tmp_path / ".hotel.journey.lock"
    assert lock.exists()
    window.work.filing.beat()
    other = tmp_path / "other.journey"
    window.work.save(other)
    assert not lock.exists()
    assert (tmp_path / ".other.journey.lock").exists()
    window.bench.to_start()
    assert list(tmp_path.glob(".*.lock")) == []


def test_what_others_saved_is_brought_together_and_clashes_are_chosen(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.begin("A journey", "Guest, Desk")
    write(window, "Orders", "Waits")
    path = tmp_path / "map.journey"
    window.work.save(path)
    theirs = Document(files.load(path).journey)
    orders, waits = steps_in_order(theirs.journey)
    verbs.rename(theirs, orders.id, "Orders by phone")
    verbs.new_step(theirs, "Eats", after=waits.id)
    files.save(theirs.journey, path, expected=files.load(path).sha256)
    verbs.rename(window.work.document, orders.id, "Orders at the desk")
    verbs.rename(window.work.document, waits.id, "Waits long")
    monkeypatch.setattr(questions, "changed_on_disk", lambda *_, **__: "merge")
    asked: list[Clashes] = []

    def choose_theirs(dialog: Clashes) -> str:
        asked.append(dialog)
        dialog._choose(0, theirs=True)
        return "merge"

    monkeypatch.setattr(Clashes, "ask", choose_theirs)
    assert window._page.menus.do("save")
    assert len(asked) == 1
    assert titles(window) == ["Orders by phone", "Waits long", "Eats"]
    assert not window.work.needs_saving
    notes = [note.text for note in window.work.document.journey.notes.values()]
    assert notes == ["Not chosen: Orders by phone · title: Orders at the desk"]
    assert files.load(path).journey == window.work.document.journey
    window._page.menus.do("undo")
    assert titles(window) == ["Orders at the desk", "Waits long"]


def test_an_earlier_version_opens_as_a_map_of_its_own(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    window.begin("A journey", "Guest, Desk")
    path = tmp_path / "map.journey"
    for title in ("Orders", "Waits"):
        write(window, title)
        window.work.save(path)
    window._page.menus.do("earlier")
    dialog = window.findChild(Versions)
    assert dialog is not None
    assert dialog.list.count() == 2 and "as it is now" in dialog.list.item(0).text()
    qtbot.waitUntil(lambda: "1 step" in dialog.list.item(1).text())
    dialog.buttons["open"].click()
    assert titles(window) == ["Orders"]
    assert window.work.filing.path is None
    assert window.work.needs_saving


def test_the_window_is_no_larger_than_the_screen(window: MainWindow) -> None:
    room = window.screen().availableSize()
    fresh = MainWindow("en", Look())
    try:
        assert fresh.width() <= room.width()
        assert fresh.height() <= room.height()
    finally:
        fresh.work.stop()
        fresh.deleteLater()


def test_a_file_named_at_the_start_waits_for_what_can_be_rescued(
    make_window: Callable[[], MainWindow], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    path = tmp_path / "hotel.journey"
    shutil.copy(samples() / "hotel.journey", path)
    happened: list[str] = []

    def offer(window: MainWindow) -> bool:
        happened.append("open" if window.work.is_open else "offered")
        return False

    monkeypatch.setattr(MainWindow, "offer_rescue", offer)
    window = make_window(wanted=path)
    qtbot.waitUntil(lambda: window.work.is_open)
    assert happened == ["offered"]


def test_writing_goes_on_from_the_end_of_an_opened_map(window: MainWindow, tmp_path: Path) -> None:
    window.begin("A journey", "Guest, Desk")
    write(window, "Orders", "Waits", "Eats", "Pays")
    path = tmp_path / "map.journey"
    window.work.save(path)
    window.open_path(path)
    write(window, "Goes")
    journey = window.work.document.journey
    assert len(journey.links) == 4
    assert titles(window)[-1] == "Goes"


def test_a_long_title_is_renamed_in_a_field_with_room_for_all_of_it(window: MainWindow) -> None:
    window.begin("A journey", "Guest, Desk")
    write(window, "Accepts the offer of a larger room on the web")
    view = window._page.parts.map
    view.rename()
    field = view.findChild(InlineEdit)
    assert field is not None
    lines = round(field.document().size().height())
    assert lines >= 2
    assert field.height() >= lines * field.fontMetrics().lineSpacing()


def test_keys_are_called_as_they_are_on_the_keyboard() -> None:
    sv, en = catalogue("sv"), catalogue("en")
    assert named(en, "Shift+Return", "linux") == "Shift+Enter"
    assert named(sv, "Shift+Return", "win32") == "Skift+Enter"
    assert named(en, "Ctrl++", "linux") == "Ctrl++"
    assert named(sv, "Ctrl+Shift+Right", "darwin") == "⇧⌘→"
    assert named(en, "Meta+Ctrl+F", "darwin") == "⌃⌘F"
    assert named(en, "+", "darwin") == "+"
