"""The start page: recent files that are there, gone or broken; samples, templates, lanes used before."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from journeymap.i18n import LANGUAGES, catalogue
from journeymap.model.reading import lanes_in_order
from journeymap.model.records import Lane
from journeymap.resources import samples
from journeymap.storage import files, lane_sets, recents
from journeymap.ui.actions import beginning
from journeymap.ui.dialogs import questions
from journeymap.ui.dialogs.lane_sets import LaneSets
from journeymap.ui.dialogs.templates import Templates
from journeymap.ui.start import StartPage
from journeymap.ui.starting.cards import Card
from journeymap.ui.starting.found import moment
from journeymap.ui.starting.kept_lanes import said_as
from journeymap.ui.window import MainWindow


@pytest.fixture
def lately(home: Path) -> dict[str, Path]:
    """One map that is there, one that is gone, one that is none; the first one opened last."""
    there = Path(shutil.copy(samples() / "hotel.journey", home / "hotel.journey"))
    gone, broken = home / "gone.journey", home / "broken.journey"
    broken.write_text("{", "utf-8")
    for path in (broken, gone, there):
        recents.add(path, path.stem)
    return {"there": there, "gone": gone, "broken": broken}


def page_of(window: MainWindow, qtbot: QtBot) -> StartPage:
    page = window._start
    assert page is not None
    qtbot.waitUntil(lambda: page.offered is not None and page.offered.is_read)
    return page


def said(card: Card) -> str:
    return " ".join(label.text() for label in card.findChildren(QLabel))


def listed() -> list[str]:
    return [Path(recent.path).name for recent in recents.recents()]


def test_recent_files_show_figures_or_what_is_wrong(
    lately: dict[str, Path], make_window, qtbot: QtBot
) -> None:
    window = make_window()
    page = page_of(window, qtbot)
    shown = {name: said(page.recents.rows[path]) for name, path in lately.items()}
    assert "Hotellerbjudandet" in shown["there"]
    assert "17 steps" in shown["there"]
    assert "8,531 hours a year" in shown["there"]
    assert "today" in shown["there"]
    assert "Not found: look for it…" in shown["gone"]
    assert "Cannot be read" in shown["broken"]
    assert page.new.goal.hasFocus()


def test_a_file_that_is_gone_is_looked_for_and_stays_until_it_is_found(
    lately: dict[str, Path], make_window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = make_window()
    page = page_of(window, qtbot)
    answers = ["", str(shutil.copy(lately["there"], lately["there"].parent / "moved.journey"))]
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (answers.pop(0), ""))
    page.recents.rows[lately["gone"]].taken.emit()
    assert "gone.journey" in listed()
    assert not window.work.is_open
    page.recents.rows[lately["gone"]].taken.emit()
    assert window.work.filing.path == lately["there"].parent / "moved.journey"
    assert "gone.journey" not in listed()
    assert listed()[0] == "moved.journey"


def test_a_file_that_is_no_map_says_why(
    lately: dict[str, Path], make_window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = make_window()
    page = page_of(window, qtbot)
    told: list[str] = []
    monkeypatch.setattr(questions, "trouble", lambda _look, _t, sentence, *_, **__: told.append(sentence))
    page.recents.rows[lately["broken"]].taken.emit()
    assert len(told) == 1
    assert "broken.journey" in told[0]
    assert not window.work.is_open


def test_a_row_is_taken_off_by_key_and_the_keyboard_goes_on(
    lately: dict[str, Path], make_window, qtbot: QtBot
) -> None:
    page = page_of(make_window(), qtbot)
    row = page.recents.rows[lately["gone"]]
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_Delete)
    assert listed() == ["hotel.journey", "broken.journey"]
    assert lately["gone"] not in page.recents.rows
    assert QApplication.focusWidget() in page.recents.rows.values()


def test_many_recent_files_are_shown_when_asked_for(home: Path, make_window, qtbot: QtBot) -> None:
    for n in range(6):
        recents.add(home / f"{n}.journey", str(n))
    page = page_of(make_window(), qtbot)
    rows = page.recents.rows.values()
    assert [row.isHidden() for row in rows] == [False] * 3 + [True] * 3
    page.recents._all.click()
    assert not any(row.isHidden() for row in rows)


def test_a_finished_map_opens_as_a_copy_and_stays_as_it_is(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page_of(window, qtbot)
    path = samples() / "hotel.journey"
    before = path.read_bytes()
    assert beginning.open_copy(window.parts_or_frame(), path)
    assert window.work.filing.path is None
    assert window.work.document.journey.head.document != files.load(path).journey.head.document
    assert not window.work.needs_saving
    assert listed() == []
    asked: list[object] = []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *words: asked.append(words) or ("", ""))
    assert window._page is not None
    window.do("save")
    assert len(asked) == 1
    assert path.read_bytes() == before


@pytest.mark.parametrize("language", LANGUAGES)
def test_finished_maps_of_ones_own_language_come_first(language: str, make_window, qtbot: QtBot) -> None:
    page = page_of(make_window(language), qtbot)
    own = [p for p in samples().glob("*.journey") if files.load(p).journey.head.language == language]
    assert len(page.offered.samples._cards) == len(own) >= 1
    page.offered.others.click()
    assert len(page.offered.samples._cards) == len(list(samples().glob("*.journey")))


def test_a_finished_map_that_was_opened_where_it_lies_is_still_among_the_finished(
    home: Path, make_window, qtbot: QtBot
) -> None:
    recents.add(samples() / "hotel.journey", "Hotellerbjudandet")
    page = page_of(make_window("sv"), qtbot)
    names = [card.accessibleName().partition(".")[0] for card in page.offered.samples._cards]
    assert names[0] == "Hotellerbjudandet"
    assert "8" in said(page.recents.rows[samples() / "hotel.journey"])


@pytest.mark.parametrize(("language", "title"), [("sv", "Bygglov"), ("nb", "Byggesøknad")])
def test_a_template_begins_a_map_of_ones_own(language: str, title: str, make_window, qtbot: QtBot) -> None:
    window = make_window(language)
    page_of(window, qtbot)
    dialog = beginning.ask_template(window.parts_or_frame())
    assert isinstance(dialog, Templates)
    cards = dialog.findChildren(Card)
    assert len(cards) == 4
    QTest.keyClick(cards[0], Qt.Key.Key_Return)
    assert window.work.is_open
    assert window.work.document.journey.head.title == title
    assert window.work.filing.path is None
    assert len(window.work.document.journey.steps) == 18


def test_leaving_a_changed_map_for_a_template_asks_first(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.begin("A journey", "Guest, Desk")
    window._page.parts.writing.paste("Books\nArrives")
    before = window.work.document
    monkeypatch.setattr(questions, "unsaved", lambda *_: "cancel")
    dialog = beginning.ask_template(window.parts_or_frame())
    dialog.findChildren(Card)[0].taken.emit()
    assert window.work.document is before


KEPT = (
    Lane(name="Guest", kind="customer"),
    Lane(name="Reception", kind="department", unit="Hotel/House/Reception"),
    Lane(name="Ren AB", kind="supplier", unit="Ren AB", accountable="Hotel/House"),
)


def test_a_new_map_takes_the_lanes_used_before_with_their_units(home: Path, make_window) -> None:
    lane_sets.keep("Hotel", KEPT)
    window = make_window()
    page = window._start
    page.new._take(lane_sets.kept()[0])
    assert page.new.who.text() == said_as(lane_sets.kept()[0]) == "Guest, Reception, Ren AB*"
    page.new.who.setText("Guest, Reception, Bar, Ren AB")
    page.new.goal.setText("Sleep well")
    page.new.who.setFocus()
    QTest.keyClick(page.new.who, Qt.Key.Key_Return)
    lanes = {lane.name: lane for lane in lanes_in_order(window.work.document.journey)}
    assert list(lanes) == ["Guest", "Reception", "Bar", "Ren AB"]
    assert lanes["Reception"].unit == "Hotel/House/Reception"
    assert lanes["Bar"].unit == "Bar"
    assert lanes["Ren AB"].kind == "supplier"
    assert lanes["Ren AB"].accountable == "Hotel/House"


def test_lanes_are_kept_renamed_brought_in_and_dropped(window: MainWindow, qtbot: QtBot) -> None:
    window.begin("A journey", "Guest, Desk, Ren AB*")
    dialog = beginning.ask_lanes(window.parts_or_frame())
    assert isinstance(dialog, LaneSets)
    dialog.name.setText("Hotel")
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    assert dialog.isVisible(), "Enter keeps the lanes and leaves the page open"
    (kept,) = lane_sets.kept()
    assert [lane.name for lane in kept.lanes] == ["Guest", "Desk", "Ren AB"]
    dialog.rename(kept, "The hotel")
    assert [one.name for one in lane_sets.kept()] == ["The hotel"]
    dialog.reject()
    window.begin("Another", "Patient, Ward")
    dialog = beginning.ask_lanes(window.parts_or_frame())
    dialog.insert(lane_sets.kept()[0])
    names = [lane.name for lane in lanes_in_order(window.work.document.journey)]
    assert names == ["Patient", "Ward", "Desk", "Ren AB"]
    assert "2 lanes came in." in window._page.parts.pane.news._words.text()
    dialog = beginning.ask_lanes(window.parts_or_frame())
    dialog.drop(lane_sets.kept()[0])
    assert lane_sets.kept() == ()
    dialog.reject()


def test_a_broken_list_of_lanes_is_told_of(window: MainWindow, home: Path) -> None:
    (home / "home" / "config").mkdir(parents=True, exist_ok=True)
    (home / "home" / "config" / "lanes.json").write_text("{", "utf-8")
    window.begin("A journey", "Guest, Desk")
    dialog = beginning.ask_lanes(window.parts_or_frame())
    assert "lanes.json.broken" in dialog._said.text()
    dialog.reject()


@pytest.mark.parametrize("size", [(1024, 640), (1366, 768), (1920, 1080)])
@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_runs_out_of_the_page(
    language: str, size: tuple[int, int], lately: dict[str, Path], make_window, qtbot: QtBot
) -> None:
    window = make_window(language, size=size)
    page = page_of(window, qtbot)
    qtbot.wait(20)
    for part in (*page.findChildren(Card), *page.findChildren(QLineEdit)):
        corner = part.mapTo(page, part.rect().topRight())
        assert part.isHidden() or 0 < corner.x() <= page.width(), part.accessibleName()


def test_moments_are_said_as_people_say_them() -> None:
    t, now = catalogue("sv"), datetime(2026, 11, 27, 12, 0, tzinfo=UTC)
    assert moment(t, (now - timedelta(minutes=5)).isoformat(), now).startswith("i dag ")
    assert moment(t, (now - timedelta(days=1)).isoformat(), now) == "i går"
    assert moment(t, (now - timedelta(days=9)).isoformat(), now) == "18 nov. 2026"
    assert moment(t, "long ago", now) == ""
