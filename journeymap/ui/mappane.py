"""The map with what floats on it: the line below, the minimap, lists laid over it, one-line news."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QColor, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGraphicsDropShadowEffect,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from journeymap.canvas.accessible import announce
from journeymap.canvas.guard import guard
from journeymap.canvas.minimap import MiniMap
from journeymap.canvas.view import MapView
from journeymap.ui.desk import Desk
from journeymap.ui.finding import FindBar
from journeymap.ui.label import label
from journeymap.ui.pieces import row

BELOW, ABOVE = 18, 12
WIDEST, NARROWEST = 760, 220
"""Of the line, px at text size 100 %."""
NEWS_STAYS = 8000
"""Milliseconds an undo strip stays (LINE 3)."""


def shadow(desk: Desk, widget: QWidget) -> None:
    """The only shadow there is: under what floats."""
    made = QGraphicsDropShadowEffect(widget)
    made.setBlurRadius(24)
    made.setOffset(0, 4)
    made.setColor(QColor(desk.look.colours["shadow"]))
    widget.setGraphicsEffect(made)


class News(QFrame):
    """A sentence about what just happened, with at most one thing to do about it."""

    def __init__(self, desk: Desk, over: QWidget) -> None:
        super().__init__(over)
        self.setObjectName("floating")
        self._words = label("", "row")
        self._act = QPushButton()
        self._act.setProperty("role", "link")
        self._act.clicked.connect(self._do)
        self._call: Callable[[], object] | None = None
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 8, 14, 8)
        layout.setSpacing(14)
        layout.addWidget(self._words)
        layout.addWidget(self._act)
        self._end = QTimer(self, singleShot=True, interval=NEWS_STAYS)
        self._end.timeout.connect(self.hide)
        self.hide()
        shadow(desk, self)

    def say(self, words: str, act: str = "", call: Callable[[], object] | None = None) -> None:
        """Show the sentence for a while."""
        self._words.setText(words)
        self._act.setVisible(bool(act))
        self._act.setText(act)
        self._call = call
        self.adjustSize()
        self.place()
        self.show()
        self.raise_()
        self._end.start()
        announce(self, words)

    def place(self) -> None:
        """In the middle of what it lies over, below its upper edge."""
        over = self.parentWidget()
        self.move(max(12, (over.width() - self.width()) // 2) if over is not None else 12, 56)

    def _do(self) -> None:
        self.hide()
        if self._call is not None:
            self._call()


class MapPane(QWidget):
    """Holds the map and puts the floating parts in their places."""

    resized = Signal()

    def __init__(self, desk: Desk, view: MapView, line: QWidget) -> None:
        super().__init__()
        self._desk = desk
        self.view = view
        self.line = line
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(view)
        line.setParent(self)
        line.installEventFilter(self)
        self.news = News(desk, self)
        self.finder = FindBar(desk, view, self)
        shadow(desk, self.finder)
        self.small = MiniMap(view)
        self.minimap = row(self.small, margins=(2, 2, 2, 2), name="floating")
        self.minimap.setParent(self)
        self.minimap.adjustSize()
        self.over: QWidget | None = None
        self.corner: QWidget | None = None
        self.narrow = False
        self.covered = 0
        """Px at the lower edge that the line takes, with its room."""

    def lay_over(self, panel: QWidget | None) -> None:
        """Lay a panel over the left of the map, or take it away."""
        self.over = panel
        if panel is not None:
            panel.setParent(self)
            panel.show()
        self.place()

    def stand(self, card: QWidget | None) -> None:
        """Put a card over the map's lower right, or nothing."""
        if self.corner is not None:
            self.corner.hide()
        self.corner = card
        if card is not None:
            card.setParent(self)
            card.installEventFilter(self)
            card.show()
        self.place()

    def show_minimap(self) -> None:
        """The small map is there only when the map does not fit, and there is room for it."""
        wanted = not self.narrow and not self.small.fits
        if self.minimap.isHidden() == wanted:
            self.minimap.setVisible(wanted)
            self.place()

    def place(self) -> None:
        """Put everything where it belongs at this size."""
        look = self._desk.look
        wide = self.width()
        reserve = look.px(230) if self.minimap.isVisibleTo(self) else 0
        begin = look.size("lists") if self.over is not None else 0
        width = min(look.px(WIDEST), max(look.px(NARROWEST), wide - begin - reserve - 40))
        height = self.line.sizeHint().height()
        left = max(begin + 20, begin + (wide - begin - reserve - width) // 2)
        self.line.setGeometry(left, self.height() - height - BELOW, width, height)
        self.covered = height + BELOW + ABOVE
        self.view.camera.cover(left=begin, bottom=self.covered)
        self.news.place()
        self.finder.resize(
            min(self.finder.sizeHint().width(), wide - begin - 28), self.finder.sizeHint().height()
        )
        self.finder.move(wide - self.finder.width() - 14, 12)
        self.minimap.move(wide - self.minimap.width() - 14, self.height() - self.minimap.height() - 14)
        if self.corner is not None:
            self._place_corner(self.corner)
        if self.over is not None:
            self.over.setGeometry(0, 0, look.size("lists"), self.height())
            self.over.raise_()
        self.line.raise_()
        self.news.raise_()
        self.finder.raise_()

    def _place_corner(self, card: QWidget) -> None:
        """Right, where no lane has its name and a young map no step: above the line and the small map."""
        x = self.width() - card.width() - 14
        low = self.height() - BELOW
        for below in (self.line, self.minimap):
            if below.isVisibleTo(self) and below.geometry().right() + 14 > x:
                low = min(low, below.y() - 14)
        layout = card.layout()
        high = layout.totalHeightForWidth(card.width()) if layout is not None else card.height()
        card.setGeometry(x, max(8, low - high), card.width(), high)
        card.raise_()

    @guard(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        self.place()
        self.resized.emit()

    @guard(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.LayoutRequest:
            QTimer.singleShot(0, self, self.place)
        return False
