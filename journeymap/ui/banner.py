"""A calm strip under the bar: what is to be known about the map's file, and what can be done about it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from journeymap.ui.drawn import sign
from journeymap.ui.label import label
from journeymap.ui.look import Look
from journeymap.ui.notices import Notice
from journeymap.ui.pieces import button


class Banner(QFrame):
    """Shows one notice, or nothing. `acts` are the buttons in sight, by their words."""

    def __init__(self, look: Look, notice: Callable[[], Notice | None]) -> None:
        super().__init__()
        self.setObjectName("banner")
        self._notice = notice
        self.shown: Notice | None = None
        self.words = label("", "row", wrap=True)
        self._buttons = [button(look, "", role="quiet"), button(look, "")]
        for place, made in enumerate(self._buttons):
            made.clicked.connect(lambda _=False, place=place: self._do(place))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 6, 12, 6)
        layout.setSpacing(10)
        layout.addWidget(sign(look, "triangle-alert", 16, "warn"))
        layout.addWidget(self.words, 1)
        for made in self._buttons:
            layout.addWidget(made)
        self.hide()  # shown before it lies in the page it would be a window of its own

    @property
    def acts(self) -> dict[str, QPushButton]:
        """The buttons in sight."""
        shown = [made for made in self._buttons if not made.isHidden()]
        return {made.text().replace("&&", "&"): made for made in shown}

    def refresh(self) -> None:
        """Follow the file."""
        self.shown = self._notice()
        acts = self.shown.acts if self.shown is not None else ()
        for place, made in enumerate(self._buttons):
            at = place - len(self._buttons) + len(acts)
            made.setVisible(at >= 0)
            made.setText(acts[at][0].replace("&", "&&") if at >= 0 else "")
        self.words.setText(self.shown.words if self.shown is not None else "")
        self.setVisible(self.shown is not None)

    def _do(self, place: int) -> None:
        acts = self.shown.acts if self.shown is not None else ()
        at = place - len(self._buttons) + len(acts)
        if 0 <= at < len(acts):
            acts[at][1]()
