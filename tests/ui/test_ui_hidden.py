"""A window leaves no widgets behind, also when it never showed a map."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journeymap.ui.look import Look
from journeymap.ui.window import MainWindow

FEW = 3
"""Widgets that may be on their way out."""


def test_the_page_behind_the_start_page_goes_with_its_window(qtbot: QtBot, home: Path) -> None:
    before = len(QApplication.allWidgets())
    window = MainWindow("en", Look())
    window.parts_or_frame()  # made when it is asked for, else after the first frame
    assert len(QApplication.allWidgets()) > before + 100
    window.close()
    window.deleteLater()
    for _ in ("the window", "what waited behind it"):
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert len(QApplication.allWidgets()) <= before + FEW
