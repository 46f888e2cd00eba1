"""Two people, one file: what others save comes in by itself, clashes are asked about, copies are found."""

from __future__ import annotations

import os
import shutil
import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from journeymap.edit import verbs
from journeymap.edit.document import Document
from journeymap.model.ids import HEAD, Id
from journeymap.model.journey import Journey
from journeymap.model.reading import steps_in_order
from journeymap.resources import samples
from journeymap.storage import envelope, files
from journeymap.storage.lock import Lock
from journeymap.ui.actions import together
from journeymap.ui.dialogs import questions
from journeymap.ui.dialogs.clashes import Clashes
from journeymap.ui.window import MainWindow


@pytest.fixture
def hotel(window: MainWindow, tmp_path: Path) -> Path:
    """The hotel's map, open."""
    (tmp_path / "maps").mkdir()
    path = Path(shutil.copy(samples() / "hotel.journey", tmp_path / "maps" / "hotel.journey"))
    assert window.open_path(path)
    return path


@pytest.fixture
def kim(hotel: Path) -> Document:
    """A colleague who has opened the same file in another program."""
    return Document(files.load(hotel).journey)


def first(document: Document) -> Id:
    return steps_in_order(document.journey)[0].id


def save_as_kim(kim: Document, path: Path) -> None:
    files.save(kim.journey, path)


def titles(journey: Journey) -> list[str]:
    return [step.title for step in steps_in_order(journey)]


def banner(window: MainWindow) -> str:
    assert window._page is not None
    shown = window._page.banner.shown
    return shown.name if shown is not None else ""


def news(window: MainWindow) -> str:
    assert window._page is not None
    return window._page.parts.pane.news._words.text()


def test_what_a_colleague_saves_comes_in_by_itself(
    window: MainWindow, hotel: Path, kim: Document, qtbot: QtBot
) -> None:
    verbs.rename(kim, first(kim), "Kim was here")
    save_as_kim(kim, hotel)
    qtbot.waitUntil(lambda: "Kim was here" in titles(window.work.document.journey))
    assert not window.work.needs_saving
    assert "saved while you worked. 1 change is brought in." in news(window)
    for title in ("Twice", "Three times"):  # the watcher forgets a replaced file and must be told again
        verbs.rename(kim, first(kim), title)
        save_as_kim(kim, hotel)
        qtbot.waitUntil(lambda title=title: title in titles(window.work.document.journey))
    window.work.document.undo()
    assert "Twice" in titles(window.work.document.journey) and window.work.needs_saving


def test_both_work_is_kept_and_saved_over_nobody(
    window: MainWindow, hotel: Path, kim: Document, qtbot: QtBot
) -> None:
    mine = steps_in_order(window.work.document.journey)[1].id
    verbs.rename(window.work.document, mine, "Mine")
    verbs.rename(kim, first(kim), "Kim's")
    save_as_kim(kim, hotel)
    qtbot.waitUntil(lambda: "Kim's" in titles(window.work.document.journey))
    assert "Mine" in titles(window.work.document.journey) and window.work.needs_saving
    assert window._page is not None and window._page.menus is not None
    window._page.menus.do("save")
    assert {"Mine", "Kim's"} <= set(titles(files.load(hotel).journey))


def test_a_clash_is_told_in_the_strip_and_never_interrupts(
    window: MainWindow, hotel: Path, kim: Document, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    verbs.rename(window.work.document, first(kim), "Mine")
    verbs.rename(kim, first(kim), "Kim's")
    asked: list[Clashes] = []
    monkeypatch.setattr(Clashes, "ask", lambda dialog: asked.append(dialog) or "merge")
    save_as_kim(kim, hotel)
    qtbot.waitUntil(lambda: banner(window) == "apart")
    assert not asked
    assert window._page is not None
    window._page.banner.acts["See what differs…"].click()
    assert len(asked) == 1
    assert titles(window.work.document.journey)[0] == "Mine"
    qtbot.waitUntil(lambda: banner(window) == "")
    notes = [note.text for note in window.work.document.journey.notes.values()]
    assert any(note.endswith("title: Kim's") for note in notes)


def test_another_map_in_its_place_is_never_merged(
    window: MainWindow, hotel: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    verbs.set_field(window.work.document, HEAD, title="Mine")
    files.save(files.load(samples() / "phone-repair.journey").journey, hotel)
    qtbot.waitUntil(lambda: banner(window) == "apart")
    monkeypatch.setattr(questions, "changed_on_disk", lambda *_: "reload")
    assert window._page is not None
    window._page.banner.acts["See what differs…"].click()
    assert window.work.document.journey.head.document == "phone-repair"
    assert not window.work.needs_saving


def test_a_reader_sees_what_the_other_saves_and_may_edit_when_the_other_has_left(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = Path(shutil.copy(samples() / "hotel.journey", tmp_path / "hotel.journey"))
    other = Lock(path, "Kim")
    monkeypatch.setitem(other._mark, "pid", os.getppid())
    monkeypatch.setitem(other._mark, "began", "")
    monkeypatch.setattr("journeymap.storage.processes.began", lambda _pid: "")
    other.is_ours = True
    other.beat()
    assert window.open_path(path)
    assert banner(window) == "held"
    kim = Document(files.load(path).journey)
    verbs.rename(kim, first(kim), "Kim was here")
    save_as_kim(kim, path)
    qtbot.waitUntil(lambda: "Kim was here" in titles(window.work.document.journey))
    assert not window.work.needs_saving
    assert news(window).startswith("Kim saved")
    other.file.unlink()
    window.work._beat()
    qtbot.waitUntil(lambda: banner(window) == "left")
    assert window._page is not None
    window._page.banner.acts["Edit"].click()
    verbs.rename(window.work.document, first(kim), "Now mine")
    assert window.work.needs_saving and banner(window) == ""


@pytest.fixture
def copy_beside(hotel: Path, kim: Document) -> Path:
    """What a sync client left of Kim's work."""
    verbs.rename(kim, first(kim), "Kim's")
    verbs.new_step(kim, "Only Kim's", after=first(kim))
    path = hotel.with_name("hotel (Kim's conflicted copy 2026-11-27).journey")
    path.write_bytes(envelope.encode(kim.journey))  # on Kim's computer, not in this one's versions
    return path


def test_a_conflict_copy_is_found_and_brought_in(
    window: MainWindow, hotel: Path, copy_beside: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.work.save()
    assert window.open_path(hotel)
    qtbot.waitUntil(lambda: banner(window) == "beside")
    asked: list[Clashes] = []
    monkeypatch.setattr(Clashes, "ask", lambda dialog: asked.append(dialog) or "merge")
    assert window._page is not None
    window._page.banner.acts["Bring together"].click()
    assert len(asked) == 1
    assert {"Only Kim's", "Kim's"} <= set(titles(window.work.document.journey)), "mine was never changed"
    qtbot.waitUntil(lambda: banner(window) == "")
    assert window.work.needs_saving
    window.work.save()
    assert window.open_path(hotel)
    qtbot.wait(300)
    assert banner(window) == "", "what was settled is not asked again"
    assert copy_beside.exists(), "whoever put it there takes it away"


def test_a_conflict_copy_that_is_left_alone_is_not_spoken_of_again(
    window: MainWindow, hotel: Path, copy_beside: Path, qtbot: QtBot
) -> None:
    assert window.open_path(hotel)
    qtbot.waitUntil(lambda: banner(window) == "beside")
    assert window._page is not None
    window._page.banner.acts["Leave it"].click()
    qtbot.waitUntil(lambda: banner(window) == "")
    assert window.open_path(hotel)
    qtbot.wait(300)
    assert banner(window) == ""


@pytest.mark.parametrize(
    ("which", "says"), [("copy", ""), ("other map", "another map"), ("broken", "is empty")]
)
def test_any_other_version_can_be_brought_in_by_hand(
    window: MainWindow, hotel: Path, copy_beside: Path, which: str, says: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    places = {"copy": copy_beside, "other map": samples() / "phone-repair.journey"}
    path = places.get(which, hotel.with_name("empty.journey"))
    if which == "broken":
        path.write_bytes(b"")
    told: list[str] = []
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    monkeypatch.setattr(questions, "trouble", lambda _look, _t, words, *_: told.append(words))
    monkeypatch.setattr(Clashes, "ask", lambda dialog: "merge")
    assert together.bring_another(window.parts_or_frame()) is (which == "copy")
    assert says in "".join(told)


def git_conflict(path: Path, ours: Journey, theirs: Journey) -> None:
    """What Git leaves of two versions, line by line."""
    import difflib

    from journeymap.storage import canonical

    one, other = (canonical.content(each).decode().splitlines() for each in (ours, theirs))
    lines: list[str] = []
    for kind, a, b, c, d in difflib.SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if kind == "equal":
            lines += one[a:b]
        else:
            lines += ["<<<<<<< HEAD", *one[a:b], "=======", *other[c:d], ">>>>>>> kim"]
    path.write_text("\n".join(lines) + "\n", "utf-8")


def test_a_file_that_git_gave_up_on_opens_merged(
    window: MainWindow, hotel: Path, kim: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours = Document(kim.journey)
    verbs.rename(ours, first(ours), "Ours")
    verbs.rename(kim, first(kim), "Theirs")
    verbs.new_step(kim, "Only theirs", after=first(kim))
    git_conflict(hotel, ours.journey, kim.journey)
    before = hotel.read_bytes()
    window.bench.to_start()
    monkeypatch.setattr(Clashes, "ask", lambda dialog: dialog.theirs.update(range(9)) or "merge")
    assert window.open_path(hotel)
    assert "Only theirs" in titles(window.work.document.journey)
    assert "Theirs" in titles(window.work.document.journey)
    assert hotel.read_bytes() == before
    assert window.work.needs_saving
    assert window._page is not None and window._page.menus is not None
    assert window._page.menus.do("save")
    assert "Theirs" in titles(files.load(hotel).journey)


def test_what_a_colleague_does_waits_while_somebody_is_in_the_middle_of_something(
    window: MainWindow, hotel: Path, kim: Document, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    busy: list[bool] = [True]
    monkeypatch.setattr(window.bench.watching, "_is_busy", lambda: busy[0])
    verbs.rename(kim, first(kim), "Kim was here")
    save_as_kim(kim, hotel)
    qtbot.wait(700)
    assert "Kim was here" not in titles(window.work.document.journey)
    busy[0] = False
    qtbot.waitUntil(lambda: "Kim was here" in titles(window.work.document.journey))


def test_words_half_written_in_the_line_stay_and_words_in_a_field_are_waited_for(
    window: MainWindow, hotel: Path, kim: Document, qtbot: QtBot
) -> None:
    assert window._page is not None
    line = window._page.parts.foot.bar.field
    line.setFocus()
    QTest.keyClicks(line, "Half a sen")
    verbs.rename(kim, first(kim), "Kim was here")
    save_as_kim(kim, hotel)
    qtbot.waitUntil(lambda: "Kim was here" in titles(window.work.document.journey))
    assert line.text() == "Half a sen"
    field = window._page.bar.title  # type: ignore[union-attr]
    field.setFocus()
    QTest.keyClicks(field, "x")
    assert window.bench.is_busy()
    QTest.keyClick(field, Qt.Key.Key_Return)
    line.setFocus()
    assert not window.bench.is_busy()


def test_where_nothing_stirs_the_beat_finds_it(
    window: MainWindow, hotel: Path, kim: Document, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on a network share."""
    window.bench.watching._watcher.blockSignals(True)
    verbs.rename(kim, first(kim), "Kim was here")
    save_as_kim(kim, hotel)
    qtbot.wait(500)
    assert "Kim was here" not in titles(window.work.document.journey)
    window.work._beat()
    qtbot.waitUntil(lambda: "Kim was here" in titles(window.work.document.journey))


def test_touching_the_file_changes_nothing(window: MainWindow, hotel: Path, qtbot: QtBot) -> None:
    """It is the bytes that decide."""
    os.utime(hotel, (time.time() + 5, time.time() + 5))
    qtbot.wait(700)
    assert "saved while" not in news(window) and banner(window) == ""


def test_a_file_that_is_taken_away_is_told_and_saving_writes_it_again(
    window: MainWindow, hotel: Path, qtbot: QtBot
) -> None:
    assert not window.work.needs_saving
    hotel.unlink()
    qtbot.waitUntil(lambda: banner(window) == "gone")
    assert window.work.needs_saving, "what is nowhere else must not be left without a question"
    window.do("save")
    qtbot.waitUntil(lambda: banner(window) == "" and not window.work.needs_saving)
    assert titles(files.load(hotel).journey) == titles(window.work.document.journey)


def test_a_file_that_comes_back_is_as_before(window: MainWindow, hotel: Path, qtbot: QtBot) -> None:
    aside = hotel.rename(hotel.with_name("aside"))
    qtbot.waitUntil(lambda: banner(window) == "gone")
    aside.rename(hotel)
    qtbot.waitUntil(lambda: banner(window) == "")
    assert not window.work.needs_saving


def test_the_file_moved_while_read_only_asks_nothing(window: MainWindow, hotel: Path, qtbot: QtBot) -> None:
    window.work.filing.read_only = True
    hotel.unlink()
    qtbot.waitUntil(lambda: window.work.filing.gone)
    assert not window.work.needs_saving
