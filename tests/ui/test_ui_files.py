"""Maps on the disk: opened, saved, saved elsewhere, missing, changed by others, left, rescued."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from journeymap.edit import verbs
from journeymap.model.ids import HEAD
from journeymap.model.reading import lanes_in_order, steps_in_order
from journeymap.resources import root, samples
from journeymap.storage import files, recents, save
from journeymap.storage.versions import versions
from journeymap.ui.actions import files as actions
from journeymap.ui.actions.opening import to_look_at
from journeymap.ui.dialogs import questions
from journeymap.ui.dialogs.rescue import Rescue
from journeymap.ui.start import StartPage
from journeymap.ui.window import MainWindow


@pytest.fixture
def hotel(tmp_path: Path) -> Path:
    return Path(shutil.copy(samples() / "hotel.journey", tmp_path / "hotel.journey"))


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> dict[str, object]:
    """What the person answers when a question stops them; every question asked is written down."""
    said: dict[str, object] = {"unsaved": "cancel", "questions": []}

    def answer(name: str):
        def reply(*words: object, **more: object) -> object:
            said["questions"].append((name, words))
            return said.get(name, "close")

        return reply

    for name in ("unsaved", "trouble", "changed_on_disk"):
        monkeypatch.setattr(questions, name, answer(name))
    return said


def rename(window: MainWindow, title: str) -> None:
    verbs.set_field(window.work.document, HEAD, title=title)


def test_open_edit_save_and_open_again(window: MainWindow, hotel: Path) -> None:
    assert window.open_path(hotel)
    assert window._page.bar.state_words().startswith("Saved")
    rename(window, "Another name")
    assert window._page.bar.state_words() == "Not saved yet"
    assert window._page.menus.do("save")
    assert not window.work.needs_saving
    assert files.load(hotel).journey.head.title == "Another name"
    assert [recent.path for recent in recents.recents()] == [str(hotel)]


def test_a_sample_is_opened_without_a_mark_beside_it(window: MainWindow) -> None:
    before = sorted(samples().iterdir())
    assert window.open_path(samples() / "hotel.journey")
    assert sorted(samples().iterdir()) == before


def test_what_a_killed_save_left_goes_when_the_map_is_opened(window: MainWindow, hotel: Path) -> None:
    over = subprocess.Popen([sys.executable, "-c", ""])
    over.wait()
    stale = hotel.parent / save._temporary_name().replace(f"-{os.getpid()}-", f"-{over.pid}-")
    stale.write_bytes(b"half")
    assert window.open_path(hotel)
    assert not stale.exists()


def test_save_as_goes_on_in_the_new_file(
    window: MainWindow, hotel: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.open_path(hotel)
    rename(window, "Copy")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "copy"), ""))
    window._page.menus.do("save_as")
    assert window.work.filing.path == tmp_path / "copy.journey"
    assert files.load(hotel).journey.head.title == "Hotellerbjudandet"


def test_a_new_map_asks_where_when_it_is_saved(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.begin("A better: room", "Guest, Desk*")
    offered: list[str] = []
    monkeypatch.setattr(
        QFileDialog,
        "getSaveFileName",
        lambda _p, _t, path, _k: (offered.append(path) or str(tmp_path / "a.journey"), ""),
    )
    window._page.menus.do("save")
    assert Path(offered[0]).name == "A better room.journey"
    assert files.load(tmp_path / "a.journey").journey.head.purpose == "A better: room"


def test_unsaved_changes_are_asked_about_and_cancel_stays(
    window: MainWindow, hotel: Path, asked: dict
) -> None:
    window.open_path(hotel)
    rename(window, "Changed")
    assert not window.close()
    assert window.work.is_open
    asked["unsaved"] = "save"
    window._page.menus.do("new")
    assert isinstance(window.centralWidget(), StartPage)
    assert files.load(hotel).journey.head.title == "Changed"


def test_dropped_changes_leave_file_and_journal_alone(
    window: MainWindow, hotel: Path, asked: dict[str, object], home: Path
) -> None:
    window.open_path(hotel)
    rename(window, "Changed")
    asked["unsaved"] = "drop"
    window._page.menus.do("new")
    assert files.load(hotel).journey.head.title == "Hotellerbjudandet"
    assert list((home / "home" / "state" / "journals").glob("*.journal")) == []


@pytest.mark.parametrize("bad", ["missing", "folder", "picture"])
def test_what_cannot_be_opened_is_said_and_the_open_map_stays(
    window: MainWindow, hotel: Path, asked: dict[str, object], tmp_path: Path, bad: str
) -> None:
    window.open_path(hotel)
    path = tmp_path / bad
    if bad == "folder":
        path.mkdir()
    if bad == "picture":
        path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(40))
    assert not window.open_path(path)
    assert window.work.filing.path == hotel
    assert [name for name, _ in asked["questions"]] == ["trouble"]


def test_a_file_saved_by_others_is_never_overwritten(
    window: MainWindow, hotel: Path, asked: dict[str, object], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.open_path(hotel)
    theirs = files.load(samples() / "phone-repair.journey").journey
    files.save(theirs, hotel)
    assert window.work.filing.changed_by_others()
    rename(window, "Mine")
    asked["changed_on_disk"] = "copy"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "mine.journey"), ""))
    window._page.menus.do("save")
    assert files.load(hotel).journey.head.title == theirs.head.title
    assert files.load(tmp_path / "mine.journey").journey.head.title == "Mine"


def test_a_save_that_fails_is_shown_in_the_bar_and_nothing_is_lost(
    window: MainWindow, hotel: Path, asked: dict[str, object], monkeypatch: pytest.MonkeyPatch
) -> None:
    window.open_path(hotel)
    rename(window, "Changed")
    monkeypatch.setattr("journeymap.storage.disk.replace", _full)
    window._page.menus.do("save")
    assert window._page.bar.state_words() == "Cannot save: see why"
    assert window.work.needs_saving
    monkeypatch.undo()


def _full(*_: object) -> None:
    raise OSError(28, os.strerror(28))


KILLED = """
import os, sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
app = QApplication([])
from journeymap.edit import verbs
from journeymap.model.ids import HEAD
from journeymap.ui.window import MainWindow
window = MainWindow("en")
window.open_path(Path(sys.argv[1]))
for title in ("One", "Two", "Three"):
    verbs.set_field(window.work.document, HEAD, title=title)
os.kill(os.getpid(), 9)
"""


def test_what_a_killed_program_wrote_is_offered_and_opened(
    window: MainWindow, hotel: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    environment = {**os.environ, "PYTHONPATH": str(root()), "QT_QPA_PLATFORM": "offscreen"}
    died = subprocess.run(
        [sys.executable, "-c", KILLED, str(hotel)], env=environment, timeout=60, check=False
    )
    assert died.returncode == -signal.SIGKILL
    shown: list[Rescue] = []

    def open_rescued(dialog: Rescue) -> str:
        shown.append(dialog)
        assert dialog.buttons["rescued"].isDefault()
        dialog.buttons["difference"].click()
        return "rescued"

    monkeypatch.setattr(Rescue, "ask", open_rescued)
    window.offer_rescue()
    assert len(shown) == 1
    assert window.work.document.journey.head.title == "Three"
    assert window.work.filing.path == hotel
    assert window.work.needs_saving
    assert files.load(hotel).journey.head.title == "Hotellerbjudandet"
    assert window._page.menus.do("save")
    assert files.load(hotel).journey.head.title == "Three"
    window.offer_rescue()
    assert len(shown) == 1


KILLED_NEW = """
import os, sys
from PySide6.QtWidgets import QApplication
app = QApplication([])
from journeymap.edit import verbs
from journeymap.ui.dialogs.rescue import Rescue
from journeymap.ui.window import MainWindow
window = MainWindow("en")
Rescue.ask = lambda dialog: "rescued"
if sys.argv[1] == "new":
    window.begin("Get the phone mended", "Customer, Shop, FixIt*")
else:
    window.offer_rescue()
document = window.work.document
lane = sorted(document.journey.lanes.values(), key=lambda lane: lane.order or 0)[1]
verbs.new_step(document, sys.argv[2], lane=lane.id)
os.kill(os.getpid(), 9)
"""


def test_a_map_that_was_never_saved_survives_two_kills(
    window: MainWindow, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    environment = {**os.environ, "PYTHONPATH": str(root()), "QT_QPA_PLATFORM": "offscreen"}
    for how, title in (("new", "Takes it in"), ("again", "Sends it on")):
        died = subprocess.run(
            [sys.executable, "-c", KILLED_NEW, how, title], env=environment, timeout=60, check=False
        )
        assert died.returncode == -signal.SIGKILL
    monkeypatch.setattr(Rescue, "ask", lambda dialog: "rescued")
    window.offer_rescue()
    journey = window.work.document.journey
    assert journey.head.title == "Get the phone mended"
    assert [lane.name for lane in lanes_in_order(journey)] == ["Customer", "Shop", "FixIt"]
    assert [step.title for step in steps_in_order(journey)] == ["Takes it in", "Sends it on"]


def test_the_report_can_be_cancelled_and_says_why_it_failed(
    window: MainWindow, hotel: Path, qtbot, tmp_path: Path
) -> None:
    window.open_path(hotel)
    dialog = actions.make_report(window.parts_or_frame())
    dialog.start()
    assert dialog.publishing.runs
    dialog._cancel()
    assert not dialog.publishing.runs
    assert not dialog.target.exists()
    dialog.chosen = tmp_path / "no" / "such" / "folder" / "a.pdf"
    with qtbot.waitSignal(dialog.publishing.failed):
        dialog.start()
    assert dialog._said.text()
    dialog.reject()


def test_what_could_not_be_read_in_a_file_is_listed(window: MainWindow, hotel: Path) -> None:
    text = hotel.read_text("utf-8").replace('"kind": "supplier"', '"kind": "supplyer"', 1)
    hotel.write_text(text, "utf-8")
    assert window.open_path(hotel)
    assert window.work.filing.repairs
    assert not window._page.parts.pane.news.isHidden()
    dialog = to_look_at(window.parts_or_frame())
    said = dialog.list.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "supplyer" in said
    (repair,) = window.work.filing.repairs
    lane = window.work.document.journey.lanes[repair.about]
    assert said.startswith(f"lane “{lane.name}”")
    dialog.buttons["show"].click()
    assert window.selection.ids == (repair.about,)


@pytest.mark.parametrize(("damage", "steps"), [("zeros", 17), ("cut", 9)])
def test_what_can_be_read_of_a_damaged_file_is_opened(
    window: MainWindow, hotel: Path, asked: dict[str, object], damage: str, steps: int
) -> None:
    """The hotel has 17 steps; the file itself is not touched before somebody saves."""
    whole = hotel.read_bytes()
    cut = whole[: whole.index(b'"steps": {')]
    for _ in range(10):  # behind the ninth step's title, in the middle of the tenth
        cut = whole[: whole.index(b'"title": ', len(cut)) + 12]
    damaged = whole + b"\0" * 512 if damage == "zeros" else cut
    hotel.write_bytes(damaged)
    asked["trouble"] = "left"
    assert window.open_path(hotel)
    assert len(window.work.document.journey.steps) == steps
    assert window.work.needs_saving
    assert hotel.read_bytes() == damaged
    assert window._page is not None and window._page.menus is not None
    assert window._page.menus.do("save")
    assert len(files.load(hotel).journey.steps) == steps
    document = window.work.document.journey.head.document or str(hotel)
    assert damaged in [version.path.read_bytes() for version in versions(document)]
