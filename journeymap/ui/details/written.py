"""Fields that are written in: what stands there is said when the caret leaves, and only if it is new."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QStyle, QStyleOptionFrame

from journeymap.canvas.guard import guard
from journeymap.ui.softening import fitting

MOST_LETTERS = 20_000
"""Of a text that is written in; of a longer one Qt needs minutes to find its lines, and no sheet holds it."""


class Words(QLineEdit):
    """A line of text that is said on Enter or when the caret leaves, and only if it is new."""

    said = Signal(str)

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._was = text
        self.setCursorPosition(0)
        self.editingFinished.connect(self._finished)

    def show_text(self, text: str) -> None:
        """Show what was said elsewhere; it is not said again."""
        self._was = text
        self.setText(text)
        self.setCursorPosition(0)

    def _finished(self) -> None:
        if self.text().strip() != self._was.strip():
            self._was = self.text()
            self.said.emit(self.text().strip())

    @guard(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text() != self._was:
            self.setText(self._was)
            return
        super().keyPressEvent(event)

    @guard(None)
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.setCursorPosition(0)

    @guard(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        """Where nobody writes, a text that does not fit ends in … instead of in half a letter."""
        if self.hasFocus() or not self.is_cut:
            super().paintEvent(event)
            return
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        painter, style, area = QPainter(self), self.style(), self._area(option)
        style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelLineEdit, option, painter, self)
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, area.width())
        flags = int(self.alignment() | Qt.AlignmentFlag.AlignVCenter)
        ink = QPalette.ColorRole.Text
        style.drawItemText(painter, area, flags, self.palette(), self.isEnabled(), shown, ink)
        painter.end()

    @property
    def is_cut(self) -> bool:
        """Whether the text is longer than the field."""
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        return self.fontMetrics().horizontalAdvance(self.text()) > self._area(option).width()

    def _area(self, option: QStyleOptionFrame) -> QRect:
        """Where the text stands: Qt keeps two px free on either side of it."""
        whole = self.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, self)
        return whole.adjusted(2, 0, -2, 0)


class LongWords(QPlainTextEdit):
    """Several lines of text, said when the caret leaves; grows to six lines.

    A text that nobody could wait for is shown in part, and not written in.
    """

    said = Signal(str)

    def __init__(self, text: str, *, least: int = 2, most: int = 6, one_line: bool = False) -> None:
        super().__init__(_part(text))
        self._was = text
        self.setReadOnly(self.is_part)
        self._least, self._most, self._one_line = least, most, one_line
        self.setTabChangesFocus(True)
        bars = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(bars.ScrollBarAlwaysOff if one_line else bars.ScrollBarAsNeeded)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(2)
        self.document().documentLayout().documentSizeChanged.connect(lambda size: self._fit(size.height()))
        self._fit(self.document().size().height())

    @property
    def is_part(self) -> bool:
        """Whether only the beginning is shown."""
        return len(self._was) > MOST_LETTERS

    def _fit(self, lines: float) -> None:
        shown = min(max(lines, self._least), self._most)
        self.setFixedHeight(round(shown * self.fontMetrics().lineSpacing()) + 18)

    @guard(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._break()
        self._fit(self.document().size().height())

    def show_text(self, text: str) -> None:
        """Show what was said elsewhere; it is not said again."""
        self._was = text
        self.setReadOnly(self.is_part)
        self.setPlainText(_part(text))
        self._break()

    def _break(self) -> None:
        """A title nobody writes in has its long words broken with a hyphen; the words stay as they are."""
        if self._one_line and not self.is_part and not self.hasFocus():
            width = self.viewport().width() - 2 * round(self.document().documentMargin())
            broken = fitting(self._was, width, self.fontMetrics(), self.locale())
            if broken != self.toPlainText():
                self.setPlainText(broken)

    @guard(None)
    def focusInEvent(self, event: QFocusEvent) -> None:
        if self._one_line and self.toPlainText() != self._was:
            self.setPlainText(_part(self._was))
        super().focusInEvent(event)

    def say_now(self) -> None:
        """Say what stands there, if it is new."""
        if not self.is_part and self.toPlainText().strip() != self._was.strip():
            self._was = self.toPlainText()
            self.setReadOnly(self.is_part)
            self.said.emit(self._was.strip())

    @guard(None)
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.say_now()
        self._break()

    @guard(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._one_line and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.say_now()
            return
        if event.key() == Qt.Key.Key_Escape:
            self.setPlainText(_part(self._was))
            return
        super().keyPressEvent(event)


def _part(text: str) -> str:
    """The text, or of a very long one its beginning."""
    return text if len(text) <= MOST_LETTERS else f"{text[:MOST_LETTERS]} …"
