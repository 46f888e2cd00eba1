"""Opens the field for a title, keeps what was typed, and gives the keyboard back to the map."""

from __future__ import annotations

from PySide6.QtWidgets import QGraphicsView

from journeymap.canvas import walk
from journeymap.canvas.board import Board
from journeymap.canvas.chosen import Chosen
from journeymap.canvas.hands import Hands
from journeymap.canvas.inline_edit import InlineEdit
from journeymap.model.ids import Id


class Renaming:
    """At most one title is being changed."""

    def __init__(self, board: Board, view: QGraphicsView, hands: Hands) -> None:
        self._board = board
        self._view = view
        self._hands = hands
        self._field: InlineEdit | None = None
        self._id: Id | None = None
        self._before = ""

    @property
    def field(self) -> InlineEdit | None:
        """The open field."""
        return self._field

    def begin(self, id: Id | None) -> None:
        """Open the field over a step, lane or stage; nothing happens where there is no title."""
        self.keep()
        words = None if id is None or self._board.document is None else self._hands.title(id)
        box = None if id is None else self._board.where(id)
        if id is None or words is None or box is None:
            return
        self._board.choose(Chosen().only(id))
        field = InlineEdit(self._view.viewport(), words, box, self._board.camera.scale, self._board.theme)
        field.kept.connect(self._kept)
        field.dropped.connect(self._close)
        self._field, self._id, self._before = field, id, words
        field.show()
        field.setFocus()

    def keep(self) -> None:
        """Somebody went elsewhere: what was typed stays."""
        if self._field is not None:
            self._field.keep()

    def follow(self) -> None:
        """The map was scrolled, zoomed or drawn anew: the field stays over its title."""
        if self._field is None or self._id is None:
            return
        box = self._board.where(self._id)
        if box is None or self._hands.title(self._id) != self._before:
            self.drop()
        else:
            self._field.place(box, self._board.camera.scale)

    def drop(self) -> None:
        """What was typed is forgotten."""
        if self._field is not None:
            self._field.drop()

    def _kept(self, words: str, go_on: bool) -> None:
        id = self._id
        self._close()
        if id is None:
            return
        self._hands.rename(id, words)
        onward = walk.along_road(self._hands.journey, id, onward=True) if go_on else None
        if onward is not None and onward in self._board.sight:
            self._board.reveal(onward)
            self.begin(onward)

    def _close(self) -> None:
        field, self._field, self._id = self._field, None, None
        if field is not None:
            had_keys = field.hasFocus()
            field.hide()
            field.deleteLater()
            if had_keys:
                self._view.setFocus()
