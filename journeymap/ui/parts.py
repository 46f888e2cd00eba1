"""What actions reach: the desk and the window's parts, without knowing how the window is built."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtWidgets import QWidget

from journeymap.canvas.view import MapView
from journeymap.ui.aside.place import Aside
from journeymap.ui.behind.mode import BackChain
from journeymap.ui.desk import Desk
from journeymap.ui.details.panel import Details
from journeymap.ui.drawing import Drawing
from journeymap.ui.focusing import Focus
from journeymap.ui.line.foot import Foot
from journeymap.ui.line.writing import Writing
from journeymap.ui.lists.panel import ListName, Lists
from journeymap.ui.mappane import MapPane, News
from journeymap.ui.table.pane import TablePane
from journeymap.ui.views import Views


class Frame(Protocol):
    """The window itself, as actions see it."""

    def widget(self) -> QWidget: ...

    def parts_or_frame(self) -> Parts: ...

    def show_list(self, name: ListName) -> None: ...

    def toggle_lists(self) -> None: ...

    def toggle_details(self) -> None: ...

    def toggle_map_only(self) -> None: ...

    def toggle_full_screen(self) -> None: ...

    def next_pane(self, by: int) -> None: ...

    def to_start(self) -> None: ...

    def speak(self, language: str) -> None: ...

    def do(self, action: str) -> None: ...

    def wear(self, theme: str, scale: float) -> None: ...

    def rebuild(self) -> None: ...

    def quit(self) -> None: ...

    def search(self) -> None: ...

    def details_shown(self) -> bool: ...

    def lists_shown(self) -> bool: ...


@dataclass
class Parts:
    """Everything an action may need."""

    desk: Desk
    frame: Frame
    pane: MapPane
    drawing: Drawing
    foot: Foot
    writing: Writing
    lists: Lists
    details: Details
    table: TablePane
    views: Views
    aside: Aside
    focus: Focus
    chain: BackChain

    @property
    def news(self) -> News:
        """Where a sentence about what just happened is seen."""
        return self.pane.news if self.views.shows_map else self.table.news

    @property
    def in_table(self) -> bool:
        """Whether cut, delete, rename … mean the table: not while the keyboard is in the outline."""
        return self.views.in_table and not self.lists.outline.hasFocus()

    @property
    def line(self) -> Writing:
        """The line, ready to be written in: the map it lies on is shown."""
        self.views.need_map()
        return self.writing

    @property
    def map(self) -> MapView:
        return self.pane.view

    def show(self, id: str) -> None:
        """Select something and bring it into sight."""
        self.desk.selection.choose(id)
        self.map.reveal(self.map.selection[0] if self.map.selection else "")  # type: ignore[arg-type]
