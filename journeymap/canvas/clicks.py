"""What clicks and taps do on the map: select, change a title, open a cell, ask for the menu."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QObject, QPoint, QPointF, Qt, Signal
from PySide6.QtWidgets import QWidget

from journeymap.canvas.board import Board, Spot
from journeymap.canvas.chosen import Chosen
from journeymap.canvas.fingers import Fingers
from journeymap.canvas.places import Place
from journeymap.canvas.sight import LANE, STAGE, STEP
from journeymap.model.ids import Id


class Clicked(Board, Protocol):
    """The view as clicks see it."""

    @property
    def current(self) -> Id | None: ...

    def rename(self, id: Id | None = None) -> None: ...

    def place_at(self, at: QPointF) -> Place | None: ...

    def viewport(self) -> QWidget: ...


class Clicks(QObject):
    """Of one view; points are in its viewport, px."""

    menu_asked = Signal(tuple, QPoint)
    opened = Signal(str)
    cell_opened = Signal(str, float)

    def __init__(self, view: Clicked, window: QWidget) -> None:
        super().__init__(window)
        self._view, self._window = view, window

    def listen(self, fingers: Fingers) -> None:
        """Taps are clicks, a long press asks for the menu; a finger takes the keyboard to the map."""
        fingers.tapped.connect(self._tapped)
        fingers.tapped_twice.connect(self.twice)
        fingers.held.connect(self.menu)

    def once(self, spot: Spot) -> None:
        """Select what lies there; with Shift or Ctrl it joins or leaves what is selected."""
        view, id = self._view, self._under(spot.seen)
        if id is None:
            view.choose(view.chosen if spot.adds else Chosen())
        elif spot.adds:
            view.choose(view.chosen.toggled(id))
        else:
            view.choose(view.chosen.only(id))

    def twice(self, at: QPointF) -> None:
        """Change a title in place, open what has none, or write in the cell."""
        view, node, place = self._view, self._view.node_at(at), self._view.place_at(at)
        if node is not None and node.about is not None:
            if node.role in (STEP, LANE, STAGE):
                view.rename(Id(node.about))
            else:
                self.opened.emit(node.about)
        elif place is not None:
            self.cell_opened.emit(place.lane, place.column)

    def menu(self, at: QPointF) -> None:
        """Ask for the menu of what lies there; what is selected stays so if it is part of it."""
        self._ask(self._under(at), at)

    def menu_here(self) -> None:
        """Ask for the menu of what has the keyboard, at its place if that is in sight."""
        view, seen = self._view, self._view.viewport().rect().toRectF()
        box = view.where(view.current) if view.current is not None else None
        at = seen.center() if box is None else box.center()
        inside = QPointF(
            min(max(at.x(), seen.left()), seen.right()), min(max(at.y(), seen.top()), seen.bottom())
        )
        self._ask(view.current, inside)

    def _ask(self, id: Id | None, at: QPointF) -> None:
        view = self._view
        if id not in view.selection:
            view.choose(Chosen().only(id))
        self.menu_asked.emit(view.selection, view.viewport().mapToGlobal(at.toPoint()))

    def _tapped(self, at: QPointF) -> None:
        view = self._view
        self._window.setFocus(Qt.FocusReason.MouseFocusReason)
        self.once(Spot(at, view.on_map(at)))

    def _under(self, at: QPointF) -> Id | None:
        node = self._view.node_at(at)
        return None if node is None or node.about is None else Id(node.about)
