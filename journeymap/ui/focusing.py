"""Only a part of the map at full strength: a banner says what is shown and how to leave it (VISUAL 11)."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from journeymap.canvas.accessible import announce
from journeymap.model.ids import Id
from journeymap.ui.desk import Desk
from journeymap.ui.drawing import Drawing
from journeymap.ui.label import label, tip

HIGH, FROM_TOP = 40, 10


class FocusBanner(QFrame):
    """What is shown, a word more about it, and the way back."""

    left = Signal()

    def __init__(self, desk: Desk, over: QWidget) -> None:
        super().__init__(over)
        self.setObjectName("focus_banner")
        self._desk = desk
        self.words, self.note = label("", "inverse"), label("", "inverse_note")
        self.back = QPushButton(desk.t("Esc shows all"))
        self.back.setProperty("role", "inverse")
        self.back.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.back.clicked.connect(self.left)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(desk.look.px(20), 0, desk.look.px(12), 0)
        layout.setSpacing(16)
        for part in (self.words, self.note, self.back):
            layout.addWidget(part)
        self._said = ("", "")
        self.hide()

    def say(self, words: str, note: str = "") -> None:
        """Show what is shown now."""
        self._said = (words, note)
        self.back.setText(self._desk.t("Esc shows all"))
        self.place()
        self.show()
        self.raise_()

    def place(self) -> None:
        """In the middle of the map's upper edge; where it is too wide the name ends in …"""
        over = self.parentWidget()
        words, note = self._said
        if over is None:
            return
        self.note.setVisible(bool(note))
        self.note.setText(note)
        most = over.width() - 24
        self.words.setText(words)
        rest = self.sizeHint().width() - self.words.sizeHint().width()
        room = max(60, most - rest)
        shown = self.words.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room)
        self.words.setText(shown)
        tip(self.words, words if shown != words else "")
        wide = min(most, self.sizeHint().width())
        self.setGeometry((over.width() - wide) // 2, FROM_TOP, wide, self._desk.look.px(HIGH))


class Focus(QObject):
    """What of the map is at full strength. `left` when all of it is shown again."""

    left = Signal()

    def __init__(self, desk: Desk, drawing: Drawing, over: QWidget) -> None:
        super().__init__(over)
        self._drawing = drawing
        self.banner = FocusBanner(desk, over)
        self.banner.left.connect(self.off)
        desk.work.opened.connect(self.off)

    def on(self, ids: Iterable[Id], words: str, note: str = "") -> None:
        """Dim everything but these, and say so."""
        self._drawing.focus_on(frozenset(ids))
        self.banner.say(words, note)
        announce(self.banner, ". ".join(part for part in (words, note) if part))

    def off(self) -> bool:
        """Show all again; False where nothing was dimmed."""
        if self._drawing.focus is None:
            return False
        self.banner.hide()
        self._drawing.focus_on(None)
        self.left.emit()
        return True

    def is_on(self, ids: Iterable[Id]) -> bool:
        """Whether exactly these are shown."""
        return self._drawing.focus == frozenset(ids)
