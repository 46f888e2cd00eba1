"""The kinds down the left side: icon, name and for whom; arrows and clicks choose."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QIcon, QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from journeymap.canvas.guard import guard
from journeymap.i18n import Catalogue
from journeymap.ui.icons import icon
from journeymap.ui.look import Look
from journeymap.ui.reporting.kinds import Kind, kinds

CAPTION = Qt.ItemDataRole.UserRole
ROW = 46


class _TwoLines(QStyledItemDelegate):
    """A name and under it, quieter, for whom it is."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look

    @guard(QSize(160, ROW))
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        del option, index
        return QSize(self._look.px(160), self._look.px(ROW))

    @guard(None)
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        look, box = self._look, QRect(option.rect).adjusted(0, 1, 0, -1)
        state = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("select" if chosen else "hover"))
            painter.drawRoundedRect(box, 8, 8)
        if chosen and state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(look.colour("focus"))
            painter.drawRoundedRect(box.adjusted(0, 0, -1, -1), 8, 8)
        sign = index.data(Qt.ItemDataRole.DecorationRole)
        if isinstance(sign, QIcon):
            side = look.px(18)
            sign.paint(painter, QRect(box.x() + look.px(12), box.center().y() - side // 2, side, side))
        self._words(painter, box.adjusted(look.px(42), 0, -6, 0), index)
        painter.restore()

    def _words(self, painter: QPainter, box: QRect, index: QModelIndex | QPersistentModelIndex) -> None:
        half = box.height() // 2
        above, below = box.adjusted(0, 3, 0, -half), box.adjusted(0, half, 0, -4)
        words, caption = index.data(Qt.ItemDataRole.DisplayRole) or "", index.data(CAPTION) or ""
        if caption.startswith("."):  # the ending stands below: it need not stand behind the name too
            words = words.partition(" (")[0]
        lines = (
            (words, "text", 14, QFont.Weight.DemiBold, above),
            (caption, "text2", 12, QFont.Weight.Normal, below),
        )
        for words, colour, size, weight, place in lines:
            font = QFont(painter.font())
            font.setPixelSize(self._look.px(size))
            font.setWeight(weight)
            painter.setFont(font)
            painter.setPen(self._look.colour(colour))
            shown = painter.fontMetrics().elidedText(words or "", Qt.TextElideMode.ElideRight, place.width())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


class KindList(QListWidget):
    """`chose(kind)` when another kind is wanted."""

    chose = Signal(object)

    def __init__(self, look: Look, t: Catalogue, chosen: Kind) -> None:
        super().__init__()
        self.setObjectName("kinds")
        self.setAccessibleName(t("What to make"))
        self._delegate = _TwoLines(look)
        self.setItemDelegate(self._delegate)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for kind in kinds():
            words, caption = t(kind.words), t(kind.caption)
            item = QListWidgetItem(icon(look, kind.sign, 18, "text2"), words)
            item.setData(CAPTION, caption)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{words}, {caption}")
            self.addItem(item)
        self.setCurrentRow(kinds().index(chosen))
        self.currentRowChanged.connect(lambda place: self.chose.emit(kinds()[place]))
