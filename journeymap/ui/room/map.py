"""The map as the room sees it: large, and always where the story is."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QRectF

from journeymap.canvas.camera import ROOM as EDGE
from journeymap.canvas.map_item import rect_of
from journeymap.canvas.view import MapView
from journeymap.i18n import Catalogue
from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.picture.measures import ROOM
from journeymap.picture.prims import Box

LABELS = 28.0
"""Px that the titles of steps are high at least on a screen of 1920 × 1080, which is look 2.0."""
LAST = 3
"""So many steps of the story stay in sight."""
GLIDE = 300


def latest(journey: Journey, step: Id | None) -> tuple[Id, ...]:
    """The step one stands at and the two that led there, the latest first."""
    found: list[Id] = []
    while step is not None and step in journey.steps and step not in found and len(found) < LAST:
        found.append(step)
        before = [link.source for link in journey.links.values() if link.target == step]
        step = before[-1] if before else None
    return tuple(found)


class RoomMap(MapView):
    """Keeps in sight what was told last, and the ghost of what is being written."""

    def __init__(self, t: Catalogue, scale: float) -> None:
        super().__init__(t)
        self._near = LABELS / ROOM.title.size * scale / 2.0
        self._ghost_at: QRectF | None = None
        self._covered = 0
        self.largest_names = self._near
        self.camera.pace = GLIDE
        self.told: tuple[Id, ...] = ()
        """The steps told last, the latest first."""

    def approach(self) -> None:
        """So near that all can read; a map without a step is shown whole, with what it says to begin."""
        if self.sight.steps:
            self.camera.zoom(self._near)
        else:
            self.camera.fit(self._headers.content, self._headers.room, self._near)

    def stay_clear(self, covered: int) -> None:
        """So many px at the foot are covered by what is offered or asked: the story stays above them."""
        if covered != self._covered:
            self._covered = covered
            self.camera.cover(bottom=covered)
            self.keep()

    def keep(self) -> None:
        """Bring them in sight with the ghost: as many of them as there is room for, the latest first."""
        boxes = [self._ghost_at] if self._ghost_at is not None else []
        boxes += [rect_of(box) for step in self.told if (box := self.sight.box_of(step)) is not None]
        around = QRectF()
        for place in boxes:
            if not around.isEmpty() and not self._has_room(around.united(place)):
                break
            around = around.united(place)
        if not around.isEmpty():
            self.camera.reveal(around)

    def hide_ghost(self) -> None:
        self._ghost_at = None
        super().hide_ghost()

    def _has_room(self, around: QRectF) -> bool:
        left, top = self._headers.room(self.zoom)
        size, free = around.size() * self.zoom, 2 * EDGE
        area = self.viewport().size().shrunkBy(QMargins(0, 0, 0, self._covered))
        return size.width() + left + free <= area.width() and size.height() + top + free <= area.height()

    def _bring_ghost(self, box: Box | None) -> None:
        if box is not None:
            self._ghost_at = rect_of(box)
            self.camera.look_beside(self._ghost_at)
            self.keep()
