"""What every gesture has: start, move, finish, cancel."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Qt

from journeymap.canvas.board import Board, Spot


class Gesture:
    """A drag from press to release. It shows, and only `finish` may change the journey."""

    cursor: ClassVar[Qt.CursorShape | None] = None
    scrolls: ClassVar[bool] = True
    """Whether the map scrolls when the pointer nears the edge."""

    def __init__(self, board: Board, start: Spot) -> None:
        self.board = board
        self.origin = start

    def start(self) -> None:
        """The pointer has moved far enough: this is a drag."""

    def move(self, spot: Spot) -> None:
        """The pointer, or the map under it, has moved."""

    def finish(self, spot: Spot) -> None:
        """The button was let go here."""

    def cancel(self) -> None:
        """Esc, or the ground was pulled away: leave everything as it was."""
        self.clear()

    def clear(self) -> None:
        """Take away what the gesture showed."""
        self.board.marks.clear()
        self.board.be_quiet(False)
        self.board.hush()
