"""The page strip: every page small, drawn as it comes into view; click, arrows, Home and End go there."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QIcon, QPixmap, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from journeymap.canvas.guard import guard
from journeymap.i18n import Catalogue
from journeymap.ui.look import Look
from journeymap.ui.reporting.pages import Pages

WIDE, TALL = 52, 66
ONE_EACH = 10
"""Milliseconds between two small pages: the window lives on meanwhile."""


class Strip(QListWidget):
    """`chose(place)` when another page is wanted."""

    chose = Signal(int)

    def __init__(self, look: Look, t: Catalogue) -> None:
        super().__init__()
        self._look, self._t = look, t
        self._pages: Pages | None = None
        self.setObjectName("page_strip")
        self.setAccessibleName(t("Pages"))
        self.setViewMode(QListWidget.ViewMode.ListMode)
        self.setIconSize(QSize(look.px(WIDE), look.px(TALL)))
        self.setFixedWidth(look.px(WIDE + 42))
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.currentRowChanged.connect(self._went)
        self._timer = QTimer(self)
        self._timer.setInterval(ONE_EACH)
        self._timer.timeout.connect(self._draw_one)
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._timer.start())

    def show_pages(self, pages: Pages | None, place: int) -> None:
        """Other pages; the one that was looked at stays where there still is one."""
        self._pages = pages
        self.blockSignals(True)
        self.clear()
        blank = QPixmap(self.iconSize())
        blank.fill(Qt.GlobalColor.transparent)
        for number in range(1, (len(pages) if pages is not None else 0) + 1):
            item = QListWidgetItem(QIcon(blank), self._t.number(number))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, self._t("Page {n}", n=self._t.number(number)))
            self.addItem(item)
        self.setCurrentRow(min(place, self.count() - 1))
        self.blockSignals(False)
        self._timer.start()

    def go(self, place: int) -> None:
        """Mark a page without telling of it."""
        self.blockSignals(True)
        self.setCurrentRow(place)
        self.blockSignals(False)
        self._timer.start()

    def _went(self, place: int) -> None:
        if place >= 0:
            self.chose.emit(place)

    def _draw_one(self) -> None:
        """The next page in view that is still blank; nothing left: rest."""
        place = self._blank_in_view()
        if place is None or self._pages is None:
            self._timer.stop()
            return
        room = self.iconSize()
        size = self._pages.fitted(place, room)
        pixmap = self._pages.pixmap(place, size.width(), self.devicePixelRatioF())
        item = self.item(place)
        drawn = QIcon(pixmap)
        drawn.addPixmap(pixmap, QIcon.Mode.Selected)  # else the chosen page is tinted
        item.setIcon(drawn)
        item.setData(Qt.ItemDataRole.UserRole, True)

    def _blank_in_view(self) -> int | None:
        if not self.count() or not self.isVisible():
            return None
        first = self.indexAt(self.viewport().rect().topLeft()).row()
        last = self.indexAt(self.viewport().rect().bottomLeft()).row()
        for place in range(max(first, 0), (last if last >= 0 else self.count() - 1) + 1):
            if not self.item(place).data(Qt.ItemDataRole.UserRole):
                return place
        return None

    @guard(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._timer.start()

    @guard(None)
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start()
