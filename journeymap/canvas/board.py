"""What a gesture may use of the view: a narrow door, so that gestures can be read and tried alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, Qt

from journeymap.canvas.camera import Camera
from journeymap.canvas.chosen import Chosen
from journeymap.canvas.desk import Desk
from journeymap.canvas.drag_marks import DragMarks
from journeymap.canvas.hands import Hands
from journeymap.canvas.sight import Sight
from journeymap.edit.message import Message
from journeymap.model.ids import Id
from journeymap.picture.prims import Node
from journeymap.picture.theme import Theme


@dataclass(frozen=True, slots=True)
class Spot:
    """Where the pointer is: in viewport px and on the map in world px."""

    seen: QPointF
    scene: QPointF
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier

    @property
    def adds(self) -> bool:
        """Shift or Ctrl (⌘): what is chosen joins what is selected."""
        held = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier
        return bool(self.modifiers & held)

    @property
    def toggles(self) -> bool:
        """Ctrl (⌘): what was selected and is chosen again leaves."""
        return bool(self.modifiers & Qt.KeyboardModifier.ControlModifier)


class Board(Desk, Protocol):
    """The view as a gesture sees it."""

    camera: Camera
    marks: DragMarks
    hands: Hands
    chosen: Chosen
    theme: Theme

    @property
    def sight(self) -> Sight: ...

    @property
    def selection(self) -> tuple[Id, ...]: ...

    @property
    def shows_dot(self) -> Id | None: ...

    def select(self, ids: Iterable[Id]) -> None: ...

    def choose(self, chosen: Chosen) -> None: ...

    def reveal(self, id: Id) -> None: ...

    def where(self, id: Id) -> QRectF | None: ...

    def node_at(self, at: QPointF) -> Node | None: ...

    def on_map(self, at: QPointF) -> QPointF: ...

    def refuse(self, reason: Message, at: QPointF, stays: bool = False) -> None: ...

    def be_quiet(self, quiet: bool) -> None: ...

    def hush(self) -> None: ...
