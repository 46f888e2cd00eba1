"""What will be made, as it will be: pages with their strip, a picture, or text."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPixmap, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QStackedWidget, QWidget

from journeymap.canvas.guard import guard
from journeymap.i18n import Catalogue
from journeymap.ui.label import label
from journeymap.ui.look import Look
from journeymap.ui.pieces import column
from journeymap.ui.reporting.pages import Pages
from journeymap.ui.reporting.strip import Strip

MARGIN = 18
KEYS = {
    Qt.Key.Key_PageDown: 1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Space: 1,
    Qt.Key.Key_PageUp: -1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Backspace: -1,
}  # fmt: skip


class Sheet(QWidget):
    """One page or one picture, as large as it fits, with a soft edge. `turned(by)` asks for another page."""

    turned = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._pages: Pages | None = None
        self._picture = QPixmap()
        self.place = 0
        self.dimmed = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(look.px(220), look.px(260))

    def show_page(self, pages: Pages | None, place: int) -> None:
        """This page of these pages."""
        self._pages, self.place, self._picture = pages, place, QPixmap()
        self.update()

    def show_picture(self, picture: QPixmap) -> None:
        """A picture in one piece."""
        self._pages, self._picture = None, picture
        self.update()

    def _room(self) -> QSize:
        margin = 2 * self._look.px(MARGIN)
        return QSize(max(1, self.width() - margin), max(1, self.height() - margin))

    def _drawn(self) -> QPixmap | None:
        ratio = self.devicePixelRatioF()
        if self._pages is not None and self.place < len(self._pages):
            return self._pages.pixmap(self.place, self._pages.fitted(self.place, self._room()).width(), ratio)
        if self._picture.isNull():
            return None
        kept, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        own = self._picture.size()
        made = self._picture.scaled(own.scaled(self._room() * ratio, kept).boundedTo(own), kept, smooth)
        made.setDevicePixelRatio(ratio)
        return made

    @guard(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        drawn = self._drawn()
        if drawn is not None:
            size = drawn.deviceIndependentSize().toSize()
            box = QRect((self.width() - size.width()) // 2, (self.height() - size.height()) // 2,
                        size.width(), size.height())  # fmt: skip
            for grown in (3, 2, 1):
                painter.fillRect(box.adjusted(-grown, -grown + 1, grown, grown + 1), QColor(0, 0, 0, 14))
            painter.setOpacity(0.55 if self.dimmed else 1.0)
            painter.drawPixmap(box.topLeft(), drawn)
        if self.hasFocus():
            painter.setOpacity(1.0)
            painter.setPen(QColor(self._look.colour("focus")))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    @guard(None)
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.angleDelta().y():
            self.turned.emit(-1 if event.angleDelta().y() > 0 else 1)

    @guard(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = KEYS.get(Qt.Key(event.key()))
        if by is None:
            super().keyPressEvent(event)
        else:
            self.turned.emit(by)


class Preview(QWidget):
    """Pages, picture, text or a sentence."""

    def __init__(self, look: Look, t: Catalogue) -> None:
        super().__init__()
        self._t = t
        self.setObjectName("preview")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.pages: Pages | None = None
        self.sheet = Sheet(look)
        self.sheet.setAccessibleName(t("Preview"))
        self.strip = Strip(look, t)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setAccessibleName(t("Preview"))
        self._words = label("", "quiet", wrap=True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedWidget()
        for one in (self.sheet, column(self.text, margins=(18, 18, 18, 18)), self._told()):
            self._stack.addWidget(one)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.strip)
        self.strip.chose.connect(self.go)
        self.sheet.turned.connect(self._turn)
        self.say(t("The pages are being drawn …"))

    def _told(self) -> QWidget:
        return column(None, self._words, None, margins=(40, 0, 40, 0))

    @property
    def words(self) -> QLabel:
        """The sentence that stands where nothing can be shown."""
        return self._words

    @property
    def is_empty(self) -> bool:
        """Nothing has been shown yet."""
        return self._stack.currentIndex() == 2

    def forget(self) -> None:
        """Let go of the pages: others come, or nothing more."""
        self.sheet.show_page(None, self.sheet.place)
        self.strip.show_pages(None, 0)
        if self.pages is not None:
            self.pages.close()
        self.pages = None

    def say(self, sentence: str) -> None:
        """A sentence instead of a preview."""
        self.forget()
        self._words.setText(sentence)
        self.strip.hide()
        self._stack.setCurrentIndex(2)

    def wait(self) -> None:
        """What is shown is old: it stays, paler, until the new is there."""
        self.sheet.dimmed = True
        self.sheet.update()

    def show_pages(self, pages: Pages) -> None:
        """The pages of a PDF, at the place that was looked at."""
        self.forget()
        self.pages = pages
        self.sheet.dimmed = False
        place = min(self.sheet.place, len(pages) - 1)
        self.sheet.show_page(pages, place)
        self.strip.show()
        self.strip.show_pages(pages, place)
        self._stack.setCurrentIndex(0)

    def show_picture(self, path: Path) -> None:
        """A picture from a file."""
        self.forget()
        self.sheet.dimmed = False
        self.sheet.show_picture(QPixmap(str(path)))
        self.strip.hide()
        self._stack.setCurrentIndex(0)

    def show_text(self, text: str) -> None:
        """Lines of text."""
        self.forget()
        self.text.setPlainText(text)
        self.strip.hide()
        self._stack.setCurrentIndex(1)

    def go(self, place: int) -> None:
        """Look at this page, from 0."""
        if self.pages is not None and 0 <= place < len(self.pages):
            self.sheet.show_page(self.pages, place)
            self.strip.go(place)
            name = self._t(
                "Page {n} of {all}", n=self._t.number(place + 1), all=self._t.number(len(self.pages))
            )
            self.sheet.setAccessibleDescription(name)

    def _turn(self, by: int) -> None:
        self.go(self.sheet.place + by)
