"""A window of one's own for every test of the window, with its own settings and recovery folder."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journeymap.resources import samples
from journeymap.ui import fonts
from journeymap.ui.look import Look
from journeymap.ui.window import MainWindow

MakeWindow = Callable[..., MainWindow]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The offscreen platform warns of what it cannot do to windows; that is no mistake of ours."""
    for item in items:
        if "tests/ui" in item.path.as_posix():
            item.add_marker(pytest.mark.qt)
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support", extend=True))


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Settings, journals and the person's own folder, all empty."""
    monkeypatch.setenv("JOURNEYMAP_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("HOME", str(tmp_path))
    return tmp_path


@pytest.fixture
def make_window(qtbot: QtBot, home: Path) -> Iterator[MakeWindow]:
    """Makes windows in a language (en) and a look; they are left without questions afterwards."""
    made: list[MainWindow] = []

    def make(
        language: str = "en",
        look: Look | None = None,
        size: tuple[int, int] = (1600, 900),
        wanted: Path | None = None,
    ) -> MainWindow:
        fonts.register()
        window = MainWindow(language, Look(), wanted)
        made.append(window)
        window.resize(*size)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        qtbot.waitUntil(lambda: window.is_whole)
        return window

    yield make
    for window in made:
        window.work.leave()
        window.close()
        window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def window(make_window: MakeWindow) -> MainWindow:
    """An English window on its start page."""
    return make_window()


@pytest.fixture
def hotel(window: MainWindow, tmp_path: Path) -> MainWindow:
    """The window on a copy of the hotel."""
    path = tmp_path / "hotel.journey"
    shutil.copy(samples() / "hotel.journey", path)
    assert window.open_path(path)
    return window
