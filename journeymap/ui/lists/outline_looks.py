"""How a row of the outline looks: sign, words, and a quiet note at the right edge."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView, QWidget

from journeymap.canvas.guard import guard
from journeymap.ui.icons import pixmap
from journeymap.ui.lists.branches import Branch
from journeymap.ui.look import Look
from journeymap.ui.sheet import font

BRANCH = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex
PAD, SIGN = 6, 16
SHORT = 44
"""A note of so many px is always shown; a longer one has no less room than this."""
NO_EDITOR = cast(QWidget, None)
"""What Qt takes for "this cannot be edited"."""


class Rows(QStyledItemDelegate):
    """Paints rows; names are changed in a plain field over them."""

    def __init__(self, look: Look, tree: QTreeView) -> None:
        super().__init__(tree)
        self._look, self._tree = look, tree

    @guard(None)
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        branch = index.data(BRANCH)
        if not isinstance(branch, Branch):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area: QRect = option.rect
        self._ground(painter, area, option, index)
        room = area.adjusted(self._look.px(PAD), 0, -self._look.px(PAD), 0)
        if branch.sign:
            token = "text" if branch.decides else "brick" if branch.kind == "wall" else "text2"
            side = self._look.px(SIGN)
            painter.drawPixmap(
                room.left(), room.center().y() - side // 2 + 1, pixmap(self._look, branch.sign, SIGN, token)
            )
            room.setLeft(room.left() + side + self._look.px(7))
        self._words(painter, room, branch)
        painter.restore()

    def _ground(self, painter: QPainter, area: QRect, option: QStyleOptionViewItem, index: Index) -> None:
        state = option.state
        shape = QRectF(area).adjusted(0, 1, -1, -1)
        chosen, under = QStyle.StateFlag.State_Selected in state, QStyle.StateFlag.State_MouseOver in state
        if chosen or under:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.colour("select" if chosen else "hover"))
            painter.drawRoundedRect(shape, 6, 6)
        if self._tree.hasFocus() and self._tree.currentIndex() == index:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._look.colour("focus"), 2))
            painter.drawRoundedRect(shape.adjusted(1, 0, -1, 0), 5, 5)

    def _words(self, painter: QPainter, room: QRect, branch: Branch) -> None:
        """The words first; the note has what they leave, or nothing where that is little."""
        strong, quiet = font(self._look, 13, 600 if branch.kind == "stage" else 400), font(self._look, 12)
        words, note = QFontMetrics(strong), QFontMetrics(quiet)
        text = branch.words.replace("\u00ad", "").replace("\n", " ")
        left = room.width() - words.horizontalAdvance(text) - self._look.px(10)
        short = note.horizontalAdvance(branch.note) <= self._look.px(SHORT)
        fits = bool(branch.note) and (left >= self._look.px(SHORT) or short)
        space = left if not short else max(left, note.horizontalAdvance(branch.note) + 1)
        shown = note.elidedText(branch.note, Qt.TextElideMode.ElideRight, space) if fits else ""
        side = note.horizontalAdvance(shown) + self._look.px(10) if shown else 0
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        painter.setFont(strong)
        painter.setPen(self._look.colour("text" if branch.kind in ("stage", "step") else "text2"))
        fitted = words.elidedText(text, Qt.TextElideMode.ElideRight, room.width() - side)
        painter.drawText(room, middle | int(Qt.AlignmentFlag.AlignLeft), fitted)
        painter.setFont(quiet)
        painter.setPen(self._look.colour("text3"))
        painter.drawText(room, middle | int(Qt.AlignmentFlag.AlignRight), shown)

    @guard(QSize(60, 30))
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(60, self._look.px(30))

    @guard(NO_EDITOR)
    def createEditor(  # noqa: N802
        self, parent: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> QWidget:
        made = QLineEdit(parent)
        made.setObjectName("cell")
        branch = index.data(BRANCH)
        made.setAccessibleName(branch.words if isinstance(branch, Branch) else "")
        return made
