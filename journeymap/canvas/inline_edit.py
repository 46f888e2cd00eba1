"""Renaming in place: a field of the step's size, growing while one types (LINE 3)."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent, QShowEvent, QTextOption
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from journeymap.canvas.guard import guard
from journeymap.picture.theme import Theme

FONT_PX = 14.0
INSET_PX = 7.0
LEAST_PX = 12.0
"""However far out one looks, what is being typed is no smaller than this on the screen."""


class InlineEdit(QPlainTextEdit):
    """One title being changed. It says `kept` or `dropped` exactly once, then it is done."""

    kept = Signal(str, bool)
    """The words, and whether to go on to the next step."""
    dropped = Signal()

    def __init__(self, over: QWidget, words: str, box: QRectF, scale: float, theme: Theme) -> None:
        super().__init__(over)
        self._before = words
        self._done = False
        self._box = box
        self.setObjectName("inlineEdit")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDocumentMargin(0)
        self.setStyleSheet(_sheet(theme))
        self.setPlainText(words)
        self.selectAll()
        self.textChanged.connect(self._grow)
        self.place(box, scale)

    def place(self, box: QRectF, scale: float) -> None:
        """Stand over this box of the window; the letters follow the zoom, down to a legible size."""
        self._box = box
        self.setFont(_font(max(LEAST_PX, FONT_PX * scale)))
        self._grow()

    def keep(self, go_on: bool = False) -> None:
        """Done: hand over what stands here; what did not change is handed over as dropped."""
        if self._done:
            return
        words = " ".join(self.toPlainText().split())
        self._done = True
        if words and words != self._before:
            self.kept.emit(words, go_on)
        elif go_on:
            self.kept.emit(self._before, True)
        else:
            self.dropped.emit()

    def drop(self) -> None:
        """Leave the title as it was."""
        if not self._done:
            self._done = True
            self.dropped.emit()

    @guard(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.keep()
        elif event.key() == Qt.Key.Key_Tab:
            self.keep(go_on=True)
        elif event.key() == Qt.Key.Key_Escape:
            self.drop()
        else:
            super().keyPressEvent(event)

    @guard(None)
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.keep()

    @guard(None)
    def showEvent(self, event: QShowEvent) -> None:
        """Only now are the lines broken at the field's width."""
        super().showEvent(event)
        self._grow()

    def _grow(self) -> None:
        """As wide as the step, as high as the words need, and never smaller than the step."""
        width = max(self._box.width(), 90.0)
        margins = self.contentsMargins()
        self.setFixedWidth(round(width))
        lines = max(1, round(self.document().size().height()))
        words = lines * self.fontMetrics().lineSpacing() + margins.top() + margins.bottom()
        height = max(self._box.height(), words + 2 * INSET_PX)
        self.setGeometry(round(self._box.x()), round(self._box.y()), round(width), round(height))


def _font(px: float) -> QFont:
    font = QFont("Inter")
    font.setPixelSize(round(px))
    font.setWeight(QFont.Weight.Medium)
    return font


def _sheet(theme: Theme) -> str:
    return (
        f"#inlineEdit {{ background: {theme.colour('card')}; color: {theme.colour('ink')};"
        f" border: 2px solid {theme.colour('focus')}; border-radius: 6px; padding: {INSET_PX:.0f}px;"
        f" selection-background-color: {theme.colour('focus')};"
        f" selection-color: {theme.colour('paper')}; }}"
    )
