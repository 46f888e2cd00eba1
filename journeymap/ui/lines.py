"""Text of at most so many lines, the last one ending in … where there is more."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy

from journeymap.canvas.guard import guard
from journeymap.ui.label import tip
from journeymap.ui.softening import SOFT, fitting


class Lines(QLabel):
    """A wrapping label with a limit; words longer than a line break at soft hyphens or anywhere."""

    def __init__(self, text: str, role: str = "row", most: int = 2) -> None:
        super().__init__()
        self._most = most
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self.setProperty("role", role)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_text(self, text: str) -> None:
        """Other words, in as many lines as they need."""
        self.setText(text)
        self.updateGeometry()
        if self.width() > 0 and self.testAttribute(Qt.WidgetAttribute.WA_Resized):
            self.setFixedHeight(self.heightForWidth(self.width()))
            _, whole = self._broken(self.width())
            tip(self, "" if whole else text)

    def _broken(self, width: float) -> tuple[list[str], bool]:
        """The lines that fit the width, and whether that is all of the text."""
        text = self._text(width)
        layout = QTextLayout(text, self.font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        pieces: list[str] = []
        end = 0
        while len(pieces) < self._most and (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, 20))
            start, end = line.textStart(), line.textStart() + line.textLength()
            pieces.append(text[start:end])
        layout.endLayout()
        return pieces, end >= len(text)

    def _text(self, width: float) -> str:
        """What is written, with places to break at in the words that are wider than a line."""
        return fitting(self.text(), int(width), self.fontMetrics(), self.locale())

    def _shown(self, width: float) -> list[str]:
        pieces, whole = self._broken(width)
        shown = [_visible(piece) for piece in pieces]
        if not whole and shown:
            rest = self._text(width)[sum(map(len, pieces[:-1])) :]
            shown[-1] = self.fontMetrics().elidedText(
                rest.replace(SOFT, ""), Qt.TextElideMode.ElideRight, int(width)
            )
        return shown

    @guard(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self.palette().color(self.foregroundRole()))
        metrics = self.fontMetrics()
        for place, words in enumerate(self._shown(self.width())):
            painter.drawText(QPointF(0, place * metrics.lineSpacing() + metrics.ascent()), words)
        painter.end()

    @guard(20)
    def heightForWidth(self, width: int) -> int:  # noqa: N802
        pieces, _ = self._broken(width)
        return max(1, len(pieces)) * self.fontMetrics().lineSpacing() + 1

    @guard(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        self.setFixedHeight(self.heightForWidth(self.width()))
        _, whole = self._broken(self.width())
        tip(self, "" if whole else self.text())

    @guard(QSize(40, 20))
    def sizeHint(self) -> QSize:
        return QSize(120, self.heightForWidth(max(self.width(), 120)))

    @guard(QSize(40, 20))
    def minimumSizeHint(self) -> QSize:
        return QSize(40, self.fontMetrics().lineSpacing())


def _visible(piece: str) -> str:
    """A line as drawn: a soft hyphen at its end shows, the others do not."""
    ends_soft = piece.endswith(SOFT)
    return piece.replace(SOFT, "").rstrip() + ("-" if ends_soft else "")
