"""Groups of a list that are closed until somebody opens them, and what was worked out for them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from journeymap.analysis.findings import Findings
from journeymap.model.journey import Journey
from journeymap.ui.desk import Desk
from journeymap.ui.icons import icon
from journeymap.ui.label import label, tip
from journeymap.ui.lists.entries import Shown
from journeymap.ui.pieces import row

WIDEST = 240
"""Px of a heading beyond which it may be cut: then the whole stands in its tip."""


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

    def open(self, key: str) -> None:
        """Let the group show what it holds."""
        if key not in self._open:
            self.toggle(key)

    def heading(self, desk: Desk, key: str, title: str, count: str, *, inner: bool = False) -> Shown:
        """A heading that opens and closes its group; an inner one stands under another heading."""
        opened = self.is_open(key)
        margins = (9, 2, 10, 2) if inner else (4, 10, 10, 2)

        def make() -> QWidget:
            made = QPushButton(f" {title}".replace("&", "&&"))
            made.setProperty("role", "fold" if inner else "group")
            made.setAccessibleName(title)
            made.setIcon(icon(desk.look, "chevron-down" if opened else "chevron-right", 14, "text2"))
            made.setIconSize(QSize(desk.look.px(14), desk.look.px(14)))
            made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            made.clicked.connect(lambda: self.toggle(key))
            tip(made, title if made.sizeHint().width() > WIDEST else "")
            return row((made, 1), label(count, "caption"), margins=margins)

        return Shown(f"group:{key}", (title, count, opened, desk.look), make)
