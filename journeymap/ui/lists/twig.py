"""A row of the outline: a thin shell that is asked by Qt and asks what it stands for."""

from __future__ import annotations

from typing import Any, Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTreeWidgetItem

from journeymap.canvas.guard import guard
from journeymap.sheets.known import Known
from journeymap.ui.lists.branches import NAMED, Branch, Kind, renewed
from journeymap.ui.lists.outline_looks import BRANCH

Role = Qt.ItemDataRole
Flag = Qt.ItemFlag
Shows = QTreeWidgetItem.ChildIndicatorPolicy
USUAL = Flag.ItemIsEnabled | Flag.ItemIsSelectable


class Teller(Protocol):
    """What a row asks."""

    @property
    def known(self) -> Known: ...

    def speak(self, branch: Branch) -> str: ...

    def renamed(self, branch: Branch, words: str) -> None: ...


class Twig(QTreeWidgetItem):
    """What it shows and what is heard of it are worked out when they are asked for, not before.

    So a map of thousands of steps is edited as fast beside its outline as without it.
    """

    def __init__(self, teller: Teller, branch: Branch) -> None:
        super().__init__()
        self._teller = teller
        self._branch, self._as_known = branch, teller.known
        self.key, self.id, self.kind = branch.key, branch.id, branch.kind
        self.under: tuple[Branch, ...] | None = None
        """What stands below it, once that has been put into the tree."""
        self.setFlags(flags_of(branch.kind))
        self.setChildIndicatorPolicy(Shows.DontShowIndicatorWhenChildless)

    @property
    def branch(self) -> Branch:
        """What it stands for, as it is now."""
        if self._as_known is not self._teller.known:
            self._as_known = self._teller.known
            self._branch = renewed(self._as_known, self._branch)
        return self._branch

    def offer(self, *, opening: bool) -> None:
        """Show that it can be opened, although nothing has been put below it yet."""
        self.setChildIndicatorPolicy(Shows.ShowIndicator if opening else Shows.DontShowIndicatorWhenChildless)

    @guard(None)
    def data(self, column: int, role: int) -> Any:
        if role in (Role.DisplayRole, Role.EditRole):
            return self.branch.words
        if role == BRANCH:
            return self.branch
        if role == Role.AccessibleTextRole:
            return self._teller.speak(self.branch)
        return super().data(column, role)

    @guard(None)
    def setData(self, column: int, role: int, value: Any) -> None:  # noqa: N802
        if role == Role.EditRole:
            self._teller.renamed(self.branch, str(value))
        else:
            super().setData(column, role, value)


def flags_of(kind: Kind) -> Qt.ItemFlag:
    """What can be renamed, what can be dragged, and onto what."""
    flags = USUAL
    if kind in NAMED:
        flags |= Flag.ItemIsEditable
    if kind in ("stage", "step", "friction"):
        flags |= Flag.ItemIsDragEnabled
    if kind in ("stage", "step"):
        flags |= Flag.ItemIsDropEnabled
    return flags
