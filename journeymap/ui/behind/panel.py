"""The panel of the back chain, in the place of the details while the chain is lit."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPen
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from journeymap.analysis.behind import Behind
from journeymap.canvas.guard import guard
from journeymap.model.reading import name_of
from journeymap.ui.behind.listed import Listed
from journeymap.ui.behind.sayings import asked, whose
from journeymap.ui.desk import Desk
from journeymap.ui.drawn import Drawn, sign
from journeymap.ui.keys import keys_of
from journeymap.ui.label import Elided, label
from journeymap.ui.pieces import button, column, row, scrolled, top

MOST_PARTS = 40
"""Links drawn one by one in the bar; more are drawn as one share."""


class ChainPanel(QFrame):
    """What stands behind one step. `chose(id)` passes on where the keyboard is; `left` on Esc."""

    chose = Signal(str)
    left = Signal()
    again = Signal()
    """The key of the view was pressed in it: the chain of what one has come to, or all again."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("details")
        self._desk = desk
        self._title = label("", "title", wrap=True)
        self._whose = Elided("", "caption")
        self._asked = label("", "rowbold", wrap=True)
        self._bar = Drawn(self._paint_bar, None, desk.look.px(8))
        self._shares = (0, 0)
        self.rows = Listed(desk)
        self.rows.chose.connect(self.chose)
        self.rows.left.connect(self.left)
        self._area = scrolled(self.rows)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._head())
        layout.addWidget(self._area, 1)
        self.hide()

    def _head(self) -> QWidget:
        look, t = self._desk.look, self._desk.t
        self.close_button = button(look, "", self.left.emit, role="quiet", sign="x", name=t("Show all (Esc)"))
        above = row(sign(look, "route", 14), (label(t("Everything behind"), "caption"), 1), gap=6)
        return column(
            row((above, 1), top(self.close_button), gap=4),
            column(self._title, self._whose, 6, self._asked, 4, self._bar, gap=2, margins=(0, 0, 10, 0)),
            gap=2,
            margins=(16, 10, 8, 8),
        )

    def show_chain(self, found: Behind) -> None:
        """Show a chain, or the same one as it is now."""
        desk = self._desk
        self._title.setText(name_of(desk.journey.steps[found.step]))
        self._whose.setText(whose(desk, found.step))
        self._asked.setText(asked(desk, found))
        self._asked.setProperty("role", "rowbold" if found.links else "quiet")
        self._asked.style().unpolish(self._asked)
        self._asked.style().polish(self._asked)
        self._shares = (found.required, len(found.links))
        self._bar.setVisible(bool(found.links))
        self._bar.update()
        self.rows.show_chain(found)

    def _paint_bar(self, painter: QPainter, area: QRectF) -> None:
        """One piece a link: filled with a requirement, outline without."""
        required, every = self._shares
        if not every:
            return
        look = self._desk.look
        parts = every if every <= MOST_PARTS else 1
        wide = (area.width() - 8 - 2 * (parts - 1)) / parts
        for place in range(parts):
            piece = QRectF(place * (wide + 2) + 0.5, 0.5, wide, area.height() - 1)
            painter.setPen(QPen(look.colour("text2"), 1))
            filled = place < required and parts > 1
            painter.setBrush(look.colour("text2") if filled else Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(piece, 2, 2)
        if parts == 1:
            piece = QRectF(0.5, 0.5, wide * required / every, area.height() - 1)
            painter.fillRect(piece, look.colour("text2"))

    def take_focus(self) -> None:
        """To the first requirement that is missing; an empty chain has only the way back."""
        if not self.rows.take_focus():
            self.close_button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def bring(self, widget: QWidget) -> None:
        """Scroll to a row."""
        QTimer.singleShot(0, widget, lambda: self._area.ensureWidgetVisible(widget, 0, 60))

    @guard(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        pressed = QKeySequence(event.keyCombination())
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif any(pressed == QKeySequence(key) for key in keys_of("back_chain").here()):
            self.again.emit()
        else:
            super().keyPressEvent(event)
