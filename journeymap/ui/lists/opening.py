"""Groups of a list that are closed until somebody opens them, and what was worked out for them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPushButton, QWidget

from journeymap.analysis.findings import Findings
from journeymap.model.journey import Journey
from journeymap.ui.desk import Desk
from journeymap.ui.icons import icon
from journeymap.ui.label import label
from journeymap.ui.lists.entries import Shown
from journeymap.ui.pieces import row


class Opening:
    """Which groups are open; `changed` is called when that changes."""

    def __init__(self, changed: Callable[[], object]) -> None:
        self._open: set[str] = set()
        self._changed = changed
        self._kept: tuple[Journey, Findings] | None = None

    def is_open(self, key: str) -> bool:
        """Whether the group shows what it holds."""
        return key in self._open

    def toggle(self, key: str) -> None:
        """Open a closed group, close an open one."""
        self._open ^= {key}
        self._changed()

    def kept(self, journey: Journey, find: Callable[[], Findings]) -> Findings:
        """What was found for this very journey; found now if it is another one."""
        if self._kept is None or self._kept[0] is not journey:
            self._kept = (journey, find())
        return self._kept[1]

    def heading(self, desk: Desk, key: str, title: str, count: str) -> Shown:
        """A heading that opens and closes its group."""
        opened = self.is_open(key)

        def make() -> QWidget:
            made = QPushButton(f" {title}".replace("&", "&&"))
            made.setProperty("role", "group")
            made.setAccessibleName(title)
            made.setIcon(icon(desk.look, "chevron-down" if opened else "chevron-right", 14, "text2"))
            made.setIconSize(QSize(desk.look.px(14), desk.look.px(14)))
            made.clicked.connect(lambda: self.toggle(key))
            return row(made, None, label(count, "caption"), margins=(4, 10, 10, 2))

        return Shown(f"group:{key}", (title, count, opened, desk.look), make)
