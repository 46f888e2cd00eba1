"""Something takes longer than a moment: what it is, that it moves, and a way to stop waiting for it."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QProgressBar, QVBoxLayout, QWidget

from journeymap.ui.background import Work
from journeymap.ui.label import label
from journeymap.ui.look import Look
from journeymap.ui.pieces import button, column, row

T = TypeVar("T")
AT_ONCE = 250
"""Milliseconds before anything is said about waiting."""


class Busy(QDialog):
    """Stays until the work is over or somebody stops waiting for it."""

    def __init__(self, look: Look, words: str, stop: str, parent: QWidget | None) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.CustomizeWindowHint)
        self.setWindowTitle(words)
        self.setModal(True)
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setAccessibleName(words)
        self.stop = button(look, stop, self.reject)
        made = column(
            label(words, "rowbold", wrap=True), bar, row(None, self.stop), gap=12, margins=(24, 20, 24, 18)
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(made)
        self.setMinimumWidth(look.px(420))


def wait_for(work: Work[T], look: Look, words: str, stop: str, parent: QWidget | None) -> bool:
    """Whether the work came to its end; a quick one says nothing at all."""
    if work.wait(AT_ONCE):
        return True
    dialog = Busy(look, words, stop, parent)
    work.bell.rung.connect(dialog.accept)
    if not work.is_over:
        dialog.exec()
    dialog.deleteLater()
    return work.is_over
