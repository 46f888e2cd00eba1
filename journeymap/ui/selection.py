"""What is selected, for map, lists and details alike."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from journeymap.model.ids import HEAD


class Selection(QObject):
    """The ids selected now, records' or findings' as the picture's nodes name them.

    Everybody may choose; `changed` is sent once and only when it is something else.
    """

    changed = Signal()
    asked = Signal(str)
    """Somebody wants this answer (a field's name) of what is selected to be given."""

    picture_asked = Signal(str, bool)
    """Somebody wants to add a picture of a record (HEAD: the logo), or to see the one it has (True)."""

    def __init__(self) -> None:
        super().__init__()
        self._ids: tuple[str, ...] = ()

    @property
    def ids(self) -> tuple[str, ...]:
        return self._ids

    @property
    def one(self) -> str | None:
        """The id if exactly one is selected."""
        return self._ids[0] if len(self._ids) == 1 else None

    def choose(self, *ids: str) -> None:
        """Select these and nothing else."""
        if ids != self._ids:
            self._ids = ids
            self.changed.emit()

    def ask(self, id: str, answer: str) -> None:
        """Select one, or the map itself by its head's id, and put the keyboard where it is answered."""
        self.choose(*(() if id == HEAD else (id,)))
        self.asked.emit(answer)
