"""Where the view looks: zoom at a point, fit, pan and calm gliding, clear of what covers the edges."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEasingCurve, QMarginsF, QObject, QPointF, QRectF, QVariantAnimation, Signal
from PySide6.QtGui import QTransform
from PySide6.QtWidgets import QGraphicsView

from journeymap.canvas.levels import HIGHEST, LOWEST

GLIDE_MS = 120
ROOM = 24.0
"""Screen px kept free around what is brought into view."""
LEAST = 0.02
"""No fit goes further out than this."""
STEPS = (0.25, 0.30, 0.35, 0.40, 0.45, 0.50, 0.60, 0.70, 0.80, 0.90, 1.00, 1.10, 1.25, 1.50, 1.75, 2.00,
         2.50, 3.00, 4.00)  # fmt: skip
"""Zooms that the keys stop at."""


class Camera(QObject):
    """The transform and scroll position of one view. Scene units are world px."""

    zoomed = Signal(float)
    moved = Signal()

    def __init__(self, view: QGraphicsView) -> None:
        super().__init__(view)
        self._view = view
        self._shown = QRectF(0, 0, 1, 1)
        self._beside = QRectF()
        self._covered = QMarginsF()
        self._headers = QMarginsF()
        self._overhang = (0.0, 0.0)
        self._glide: QVariantAnimation | None = None
        self.pace = GLIDE_MS
        """Milliseconds of one glide."""
        self.calm = False
        """True when the system, or the person, asks for no motion."""

    @property
    def scale(self) -> float:
        """1.0 at 100 %."""
        return float(self._view.transform().m11())

    @property
    def shown(self) -> QRectF:
        """What of the map the window lets see, in world px."""
        area = self._view.viewport().rect()
        return self._view.mapToScene(area).boundingRect()

    def cover(self, left: float = 0, top: float = 0, right: float = 0, bottom: float = 0) -> None:
        """How many screen px at each edge are covered by what floats over the map, such as the line."""
        self._covered = QMarginsF(left, top, right, bottom)
        self._widen()

    def leave_room(self, room: tuple[float, float], overhang: tuple[float, float]) -> None:
        """What the sticky headers take at the left and the top, and how much of that is not on the map."""
        self._headers = QMarginsF(*room, 0, 0)
        self._overhang = overhang
        self._widen()

    def look_over(self, width: float, height: float) -> None:
        """The size of the map, in world px."""
        self._shown = QRectF(0, 0, width, height)
        self._widen()

    def look_beside(self, box: QRectF) -> None:
        """Let this be scrolled to as well: something that is not on the map yet. An empty box ends that."""
        if box != self._beside:
            self._beside = box
            self._widen()

    def zoom(self, scale: float, at: QPointF | None = None) -> None:
        """Set the scale (25–400 %), keeping the map still under `at` (viewport px; else the middle)."""
        self._stop()
        self._rescale(min(HIGHEST, max(LOWEST, scale)), at)

    def step(self, up: bool, at: QPointF | None = None) -> None:
        """To the next larger or smaller of the zooms that keys stop at."""
        now = self.scale
        further = [s for s in STEPS if (s > now * 1.01 if up else s < now * 0.99)]
        if further:
            self.zoom(further[0] if up else further[-1], at)

    def fit(self, box: QRectF, headers: Callable[[float], tuple[float, float]], most: float = 1.0) -> None:
        """Show the whole box beside its headers, at most at `most`; a long map may come below 25 %.

        Headers do not shrink with the map, so the scale is found by trying.
        """
        self._stop()
        free, scale = self._free_rect(), most
        for _ in range(4):
            width, height = headers(scale)
            across = (free.width() - width - ROOM) / max(1.0, box.width())
            down = (free.height() - height - ROOM) / max(1.0, box.height())
            scale = max(LEAST, min(most, across, down))
        self._rescale(scale, None)
        self._scroll_to(QPointF(-1e6, -1e6))

    def show(self, box: QRectF, least: float = LEAST) -> None:
        """Bring the whole box into sight, smaller if it must be but not below `least`, never larger."""
        self._stop()
        free = self._free_rect().marginsRemoved(self._headers).adjusted(ROOM, ROOM, -ROOM, -ROOM)
        room = min(free.width() / max(1.0, box.width()), free.height() / max(1.0, box.height()))
        if room < self.scale:
            self._rescale(min(self.scale, max(LEAST, least, room)), None)
        self.reveal(box)

    def centre(self, point: QPointF) -> None:
        """Look at a point of the map."""
        self._stop()
        self._centre(point)

    def pan(self, dx: float, dy: float) -> None:
        """Move the map by screen px, as a hand on paper does."""
        self._stop()
        self._scroll_by(-dx, -dy)

    def reveal(self, box: QRectF) -> None:
        """Glide so far, and no further, that the box is to be seen with some room around it."""
        free = self._free_rect().marginsRemoved(self._headers)
        wanted = self._view.mapFromScene(box).boundingRect().toRectF().adjusted(-ROOM, -ROOM, ROOM, ROOM)
        dx = _past(wanted.left(), wanted.right(), free.left(), free.right())
        dy = _past(wanted.top(), wanted.bottom(), free.top(), free.bottom())
        if dx or dy:
            self._glide_by(dx, dy)

    def _free_rect(self) -> QRectF:
        return self._view.viewport().rect().toRectF().marginsRemoved(self._covered)

    def _rescale(self, scale: float, at: QPointF | None) -> None:
        point = self._free_rect().center() if at is None else at
        kept = self._view.mapToScene(point.toPoint())
        if scale != self.scale:
            self._view.setTransform(QTransform.fromScale(scale, scale))
            self._widen()
            self.zoomed.emit(scale)
        now = self._view.mapFromScene(kept)
        self._scroll_by(now.x() - point.x(), now.y() - point.y())

    def _centre(self, point: QPointF) -> None:
        now, wanted = self._view.mapFromScene(point), self._free_rect().center()
        self._scroll_by(now.x() - wanted.x(), now.y() - wanted.y())

    def _widen(self) -> None:
        """Let the map be scrolled out from under whatever covers the edges."""
        scale, edge = self.scale, self._covered
        over_x, over_y = self._overhang
        left, top = over_x + edge.left(), over_y + edge.top()
        margins = QMarginsF(left, top, edge.right() + ROOM, edge.bottom() + ROOM) / scale
        self._view.setSceneRect(self._shown.united(self._beside).marginsAdded(margins))

    def _scroll_by(self, dx: float, dy: float) -> None:
        across, down = self._view.horizontalScrollBar(), self._view.verticalScrollBar()
        across.setValue(across.value() + round(dx))
        down.setValue(down.value() + round(dy))
        self.moved.emit()

    def _glide_by(self, dx: float, dy: float) -> None:
        self._stop()
        if self.calm or not self._view.isVisible():
            self._scroll_by(dx, dy)
            return
        across, down = self._view.horizontalScrollBar(), self._view.verticalScrollBar()
        begin = QPointF(across.value(), down.value())
        glide = QVariantAnimation(self)
        glide.setDuration(self.pace)
        glide.setEasingCurve(QEasingCurve.Type.OutCubic)
        glide.setStartValue(begin)
        glide.setEndValue(begin + QPointF(dx, dy))
        glide.valueChanged.connect(self._scroll_to)
        glide.start(QVariantAnimation.DeletionPolicy.KeepWhenStopped)
        self._glide = glide

    def _scroll_to(self, point: QPointF) -> None:
        self._view.horizontalScrollBar().setValue(round(point.x()))
        self._view.verticalScrollBar().setValue(round(point.y()))
        self.moved.emit()

    def _stop(self) -> None:
        if self._glide is not None:
            self._glide.stop()
            self._glide.deleteLater()
            self._glide = None


def _past(low: float, high: float, least: float, most: float) -> float:
    """How far to scroll so that low…high lies within least…most; the beginning wins."""
    if low < least or high - low > most - least:
        return low - least
    return max(0.0, high - most)
