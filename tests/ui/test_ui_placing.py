"""The window stands whole on the screen, and where it was left."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QWidget

from journeymap.storage import settings
from journeymap.storage.places import documents
from journeymap.ui import placing


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("JOURNEYMAP_HOME", str(tmp_path / "kept"))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_DOCUMENTS_DIR", raising=False)
    return tmp_path


def window(size: QSize) -> QWidget:
    one = QWidget()
    one.resize(size)
    return one


def test_a_screen_too_small_for_the_window_and_its_frame_is_filled(qapp: object, home: Path) -> None:
    any_one = QWidget()
    room = any_one.screen().availableSize()
    whole, tight = window(room - QSize(200, 200)), window(room)
    placing.put_back(whole)
    placing.put_back(tight)
    assert not whole.isMaximized()
    assert whole.size() == room - QSize(200, 200)
    assert tight.isMaximized()
    # and made smaller again, there is room for the title above it
    assert tight.size().boundedTo(room - placing.FRAME) == tight.size()


def test_it_stands_where_it_was_left(qapp: object, home: Path) -> None:
    left = window(QSize(500, 400))
    left.setGeometry(QRect(60, 70, 500, 400))
    placing.keep(left)
    again = window(QSize(700, 700))
    placing.put_back(again)
    assert again.geometry() == QRect(60, 70, 500, 400)


@pytest.mark.parametrize("rubbish", ["", "not base 64!", "AAAA", "å"])
def test_rubbish_in_the_settings_is_as_nothing(qapp: object, home: Path, rubbish: str) -> None:
    settings.put("window", rubbish)
    one = window(QSize(320, 240))
    placing.put_back(one)
    assert one.size() == QSize(320, 240)


def test_files_are_looked_for_among_the_documents(home: Path) -> None:
    assert documents() == home, "no folder for documents, so the home itself"
    (home / "Dokument").mkdir()
    config = home / ".config"
    config.mkdir()
    (config / "user-dirs.dirs").write_text('XDG_DOCUMENTS_DIR="$HOME/Dokument"\n', "utf-8")
    assert documents() == home / "Dokument"
