"""Window first, workbench after: what the first frame may load, and that nobody waits to press a key."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from benchmarks.spawn import ask
from journeymap.i18n import catalogue
from journeymap.resources import root, samples
from journeymap.storage import recents
from journeymap.ui import arriving, placing
from journeymap.ui.desk import Desk
from journeymap.ui.dialogs import questions
from journeymap.ui.dialogs.anything import Anything
from journeymap.ui.dialogs.settings import Settings
from journeymap.ui.help.reader import Reader
from journeymap.ui.look import Look
from journeymap.ui.opening import OpeningPage
from journeymap.ui.window import MainWindow
from journeymap.ui.workbench import Workbench

MOST_AT_FIRST, MOST_A_STEP = 60, 30
"""Modules of ours: what the first frame may need, and what is loaded between two looks at the keyboard."""
LATER = (
    "analysis",
    "edit",
    "exchange",
    "model",
    "paint",
    "report",
    "sheets",
    "ui.actions",
    "ui.menus",
    "ui.workpage",
)
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def early(qtbot: QtBot, home: Path) -> Iterator[Callable[..., MainWindow]]:
    """Makes windows of which nothing but the start page is made when they are handed out."""
    made: list[MainWindow] = []

    def make(language: str = "en") -> MainWindow:
        window = MainWindow(language, Look())
        made.append(window)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        return window

    yield make
    for window in made:
        window.close()
        window.deleteLater()


def program(code: str, home: Path) -> str:
    environment = {**os.environ, "PYTHONPATH": str(root()), "JOURNEYMAP_HOME": str(home)}
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    return done.stdout


# -- what is loaded when ------------------------------------------------------------------------


def test_the_first_frame_needs_few_modules(home: Path) -> None:
    ours = ask("window")["ours"]
    assert len(ours) <= MOST_AT_FIRST, ours
    too_early = [name for name in ours if name.removeprefix("journeymap.").startswith(LATER)]
    assert too_early == []


def test_what_comes_later_comes_in_small_steps_and_is_all_that_the_workbench_needs(home: Path) -> None:
    code = """
import sys
import journeymap.app.editor
from journeymap.ui import arriving, placing
from journeymap.ui.desk import Desk

def ours():
    return {name for name in sys.modules if name.startswith("journeymap")}

def largest(steps):
    before, most = ours(), 0
    for _ in steps:
        now = ours()
        most, before = max(most, len(now - before)), now
    return most

print(largest(arriving.workbench()))
whole = ours()
import journeymap.ui.workbench
print(len(ours() - whole))
print(largest(arriving.now_and_then()))
"""
    working, missing, rest = map(int, program(code, home).split())
    assert missing == 0
    assert 0 < working <= MOST_A_STEP
    assert 0 < rest <= MOST_A_STEP


def test_the_program_loads_in_peace_and_has_its_style_from_the_start(home: Path) -> None:
    """Python's own import stays where PySide would put another; no style is asked for a second time."""
    code = """
import builtins, gc
own = builtins.__import__
from journeymap.app.quiet import load_quietly
load_quietly()
from PySide6 import QtGui, QtSvg, QtWidgets
from journeymap.ui.look import Look
from journeymap.ui.opening import OpeningPage
from journeymap.ui.sheet import application, wear
app = application("journeymap")
style = app.style().name()
wear(app, Look())
print(builtins.__import__ is own, gc.isenabled(), style)
"""
    assert program(code, home).split() == ["True", "False", "fusion"]


def test_actions_load_nothing_more_once_everything_has_arrived(home: Path) -> None:
    """What is imported within a function of an action is named in the list, so that no click waits for it."""
    code = """
import ast, sys
from pathlib import Path
import journeymap.app.editor
from journeymap.ui import arriving, actions
for part in (arriving.workbench(), arriving.now_and_then()):
    for _ in part:
        pass
late = set()
for path in Path(actions.__file__).parent.glob("*.py"):
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module.startswith("journeymap.ui"):
            late |= {node.module} - set(sys.modules)
print(sorted(late))
"""
    assert program(code, home).strip() == "[]"


# -- nothing that is pressed is lost ------------------------------------------------------------


def opened(kind: type) -> list[object]:
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible()]


@pytest.mark.parametrize(
    ("key", "held", "kind"),
    [(Qt.Key.Key_K, CTRL, Anything), (Qt.Key.Key_F1, NONE, Reader), (Qt.Key.Key_Comma, CTRL, Settings)],
)
def test_a_key_that_comes_before_its_action_is_heard_once(
    early: Callable[..., MainWindow], qtbot: QtBot, key: Qt.Key, held: Qt.KeyboardModifier, kind: type
) -> None:
    window = early()
    assert window.made is None
    QTest.keyClick(QApplication.focusWidget(), key, held)
    qtbot.waitUntil(lambda: len(opened(kind)) == 1)
    qtbot.waitUntil(lambda: window.made is not None)
    assert len(opened(kind)) == 1
    for one in opened(kind):
        one.close()  # type: ignore[attr-defined]


def test_open_is_asked_once_by_its_key(
    early: Callable[..., MainWindow], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = Path(shutil.copy(samples() / "hotel.journey", tmp_path / "hotel.journey"))
    asked: list[object] = []
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (asked.append(1) or str(path), ""))
    window = early()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_O, CTRL)
    assert asked == [1]
    assert window.work.filing.path == path
    window.work.leave()


def test_letters_stay_in_the_field_and_ask_for_nothing(early: Callable[..., MainWindow]) -> None:
    window = early()
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, "A Room")
    QTest.keyClick(field, Qt.Key.Key_A, CTRL)
    QTest.keyClick(field, Qt.Key.Key_Shift, SHIFT)
    assert field.text() == field.selectedText() == "A Room"
    assert window.made is None


def test_a_map_begun_with_the_first_keys_is_there(early: Callable[..., MainWindow], qtbot: QtBot) -> None:
    window = early()
    QTest.keyClicks(QApplication.focusWidget(), "Gets a room")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    QTest.keyClicks(QApplication.focusWidget(), "Guest, Desk")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert window.work.is_open
    assert window.work.document.journey.head.title == "Gets a room"
    qtbot.waitUntil(lambda: window.is_whole)
    window.work.leave()


def test_a_recent_map_is_opened_by_the_first_click(
    early: Callable[..., MainWindow], tmp_path: Path, qtbot: QtBot
) -> None:
    path = Path(shutil.copy(samples() / "hotel.journey", tmp_path / "hotel.journey"))
    recents.add(path, "The hotel")
    window = early()
    assert window.made is None
    page = window._start
    assert page is not None
    QTest.mouseClick(page.recents.rows[path], Qt.MouseButton.LeftButton)
    assert window.work.filing.path == path
    qtbot.waitUntil(lambda: window.is_whole)
    assert window._page is not None and window._start is None
    window.work.leave()


def test_what_can_be_rescued_is_offered_before_the_first_click_opens_anything(
    early: Callable[..., MainWindow], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    path = Path(shutil.copy(samples() / "hotel.journey", tmp_path / "hotel.journey"))
    recents.add(path, "The hotel")
    happened: list[str] = []

    def offer(desk: Desk, _parent: object, _open: object) -> bool:
        happened.append("open" if desk.work.is_open else "offered")
        return False

    monkeypatch.setattr("journeymap.ui.rescuing.offer_rescue", offer)
    window = early()
    page = window._start
    assert page is not None
    QTest.mouseClick(page.recents.rows[path], Qt.MouseButton.LeftButton)
    assert window.work.filing.path == path
    qtbot.waitUntil(lambda: window.is_whole)
    assert happened == ["offered"]
    window.work.leave()


def test_a_button_pressed_at_once_works(early: Callable[..., MainWindow], qtbot: QtBot) -> None:
    window = early()
    (settings,) = (one for one in window.findChildren(QPushButton) if "Settings…" in one.text())
    QTest.mouseClick(settings, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(opened(Settings)) == 1)
    opened(Settings)[0].close()  # type: ignore[attr-defined]


def test_left_alone_everything_arrives(early: Callable[..., MainWindow], qtbot: QtBot) -> None:
    window = early()
    qtbot.waitUntil(lambda: window.is_whole, timeout=20_000)
    assert window.made is not None and window.made.is_ready
    names = {action.objectName() for action in window.findChildren(QAction)}
    assert {"open", "settings", "help", "quit", "do_anything"} <= names
    page = window._start
    assert page is not None
    qtbot.waitUntil(lambda: page.offered is not None and page.offered.is_read, timeout=20_000)
    assert page.offered is not None and page.offered.isVisible()


def test_another_language_at_once(early: Callable[..., MainWindow], qtbot: QtBot) -> None:
    window = early()
    page = window._start
    assert page is not None
    page.language_asked.emit("sv")
    assert window._start is not page
    assert any("Inställningar" in one.text() for one in window.findChildren(QPushButton))
    qtbot.waitUntil(lambda: window.is_whole, timeout=20_000)
    assert window.desk.t.language == "sv"


# -- a file that was named ----------------------------------------------------------------------


def test_a_named_file_is_opened_without_a_start_page(
    make_window: Callable[..., MainWindow], tmp_path: Path, qtbot: QtBot
) -> None:
    path = Path(shutil.copy(samples() / "hotel.journey", tmp_path / "hotel.journey"))
    window = make_window(wanted=path)
    assert window._start is None
    qtbot.waitUntil(lambda: window.made is not None and window.work.is_open)
    assert window.work.filing.path == path


def test_a_long_name_does_not_widen_the_window_while_it_is_opened(qtbot: QtBot) -> None:
    page = OpeningPage(catalogue("sv"), Look(), Path("Handläggningsöverenskommelse " * 8 + ".journey"))
    qtbot.addWidget(page)
    assert page.minimumSizeHint().width() < placing.SMALLEST.width()


def test_a_named_file_that_is_none_says_so_and_the_start_page_comes(
    make_window: Callable[..., MainWindow], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(questions, "trouble", lambda _look, _t, sentence, *_, **__: told.append(sentence))
    window = make_window(wanted=tmp_path / "gone.journey")
    assert window._start is not None and window._start.isVisible()
    assert not window.work.is_open
    assert len(told) == 1 and "gone.journey" in told[0]


# -- when it does not arrive --------------------------------------------------------------------


def test_a_failure_on_the_way_is_told_and_the_start_page_goes_on(
    early: Callable[..., MainWindow], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken() -> Iterator[None]:
        yield
        raise ImportError("a file of the program is damaged")

    monkeypatch.setattr(arriving, "workbench", broken)
    with qtbot.capture_exceptions() as failures:
        window = early()
        qtbot.waitUntil(lambda: window.is_whole)
    assert [str(error) for _, error, _ in failures] == ["a file of the program is damaged"]
    assert window.made is None
    assert window._start is not None and window._start.isVisible()
    monkeypatch.undo()
    assert window.parts_or_frame() is not None


def test_a_workbench_that_fails_is_not_kept_half(
    early: Callable[..., MainWindow], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_self: Workbench) -> None:
        raise RuntimeError("no more memory")

    window = early()
    with monkeypatch.context() as broken:
        broken.setattr(Workbench, "_listen", fail)
        with pytest.raises(RuntimeError, match="no more memory"):
            _ = window.bench
        assert window.made is None
    assert window.bench is window.made
    assert [one for one in window.children() if isinstance(one, Workbench)] == [window.made]
