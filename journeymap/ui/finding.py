"""Find on the map: words in every text and id, how many there are, the next and the one before."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QWidget

from journeymap.analysis.words import wall_number
from journeymap.canvas.guard import guard
from journeymap.canvas.view import MapView
from journeymap.edit.find import Hit, find
from journeymap.ui.desk import Desk
from journeymap.ui.label import label, tip
from journeymap.ui.lists.walls import mark_id
from journeymap.ui.pieces import button

PAUSE = 120
"""Milliseconds after the last letter before a large map is searched."""


class Sought(QLineEdit):
    """The words sought. `onward(by)` on Enter and Shift+Enter, `left` on Esc."""

    onward = Signal(int)
    left = Signal()

    @guard(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.onward.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.onward.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)


class FindBar(QFrame):
    """Floats at the upper right of the map.

    `shown(id)`: the hit to stand on. `closed`. `written(words)`: nothing is called so, write it.
    """

    shown = Signal(str)
    closed = Signal()
    written = Signal(str)

    def __init__(self, desk: Desk, view: MapView, over: QWidget) -> None:
        super().__init__(over)
        self.setObjectName("floating")
        self._desk, self._view = desk, view
        self.hits: tuple[Hit, ...] = ()
        self._found_in: tuple[int, int, str] | None = None
        self._place = -1
        t, look = desk.t, desk.look
        self.field = Sought()
        self.field.setPlaceholderText(t("Find words or an id on the map"))
        self.field.setAccessibleName(t("Find on the map"))
        self.field.setMinimumWidth(look.px(210))
        self.count = label("", "caption")
        self.count.setMinimumWidth(look.px(52))
        self.count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 6, 6, 6)
        layout.setSpacing(4)
        layout.addWidget(self.field, 1)
        layout.addWidget(self.count)
        for sign, name, call in (
            ("chevron-up", t("Previous hit"), lambda: self.go(-1)),
            ("chevron-down", t("Next hit"), lambda: self.go(1)),
            ("x", t("Close"), self.close_bar),
        ):
            layout.addWidget(button(look, "", call, role="figure", sign=sign, name=name))
        self._soon = QTimer(self, singleShot=True, interval=PAUSE)
        self._soon.timeout.connect(self._show_found)
        self.field.textChanged.connect(lambda _: self._soon.start())
        self.field.onward.connect(self._onward)
        self.field.left.connect(self.close_bar)
        self.hide()

    def open_bar(self) -> None:
        """Give it the keyboard, with the words of last time selected."""
        self.show()
        self.raise_()
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._show_found()

    def close_bar(self) -> None:
        """Leave the map as it stands; F3 still knows the words."""
        self._soon.stop()
        self.hide()
        self._view.show_hits(())
        self.closed.emit()

    def go(self, by: int) -> None:
        """To the next or previous hit from where one stands, round and round; without words the bar opens."""
        if not self.field.text().strip():
            self.open_bar()
            return
        self._find()
        if self.hits:
            self._place = self._onward_from(self._desk.selection.one, by)
            self.shown.emit(self.hits[self._place].id)
        self._say()

    def _onward_from(self, selected: str | None, by: int) -> int:
        """The place to go to: counted from the hit gone to last, else from the selected one."""
        here = self._place
        if not 0 <= here < len(self.hits) or self.hits[here].id != (selected or ""):
            there = [place for place, hit in enumerate(self.hits) if hit.id == (selected or "")]
            here = there[0] if there else (-1 if by > 0 else 0)
        return (here + by) % len(self.hits)

    def refresh(self) -> None:
        """The journey changed: what is lit follows it."""
        if self.isVisible():
            self._show_found()

    def _onward(self, by: int) -> None:
        self._soon.stop()
        words = self.field.text().strip()
        self._find()
        if words and not self.hits and by > 0:
            self.close_bar()
            self.written.emit(words)
            return
        self.go(by)
        self._light()

    def _show_found(self) -> None:
        self._find()
        self._light()
        self._say()

    def _find(self) -> None:
        """Search, unless it is the same words in the same journey."""
        words = self.field.text().strip()
        found_in = (id(self._desk.journey), id(self._desk.work.findings), words)
        before, self._found_in = self._found_in, found_in
        if (
            before is not None
            and before[2] == words
            and before[0] is found_in[0]
            and before[1] is found_in[1]
        ):
            return
        if before is None or before[2] != words:
            self._place = -1
        marks = self._desk.work.findings.marks
        numbers = {mark_id(mark): wall_number(mark.number, self._desk.t) for mark in marks}
        self.hits = find(self._desk.journey, words, numbers)

    def _light(self) -> None:
        self._view.show_hits(hit.id for hit in self.hits)

    def _say(self) -> None:
        t = self._desk.t
        if not self.field.text().strip():
            words = ""
        elif not self.hits:
            words = t("none")
        elif self._place < 0:
            words = t.number(len(self.hits))
        else:
            words = t("{n} of {m}", n=self._place + 1, m=len(self.hits))
        self.count.setText(words)
        tip(self.field, t("Press Enter to write it as a step.") if words == t("none") else "")

    @guard(QSize(380, 44))
    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(max(hint.width(), self._desk.look.px(380)), hint.height())
