"""The chain as a column: a heading a depth, a member with its owner, its links with their requirements."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from functools import partial
from time import perf_counter

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from journeymap.analysis.behind import Behind, Member
from journeymap.canvas.guard import guard
from journeymap.model.ids import Id
from journeymap.model.reading import name_of
from journeymap.model.records import Link
from journeymap.ui.behind.demand import Demand
from journeymap.ui.behind.sayings import depth, joined_by_customer, whose
from journeymap.ui.desk import Desk
from journeymap.ui.label import Elided, label
from journeymap.ui.pieces import button, clear, column
from journeymap.ui.why.link import LinkLine

AT_ONCE = 60
"""Members listed before somebody asks for more: nobody reads so many at a time, and fields cost."""
A_BREATH = 0.012
"""Seconds of making rows before the window may do something else."""


class Listed(QFrame):
    """Shows one chain. `chose(id)` when the keyboard comes to a step or link; `left` on Esc."""

    chose = Signal(str)
    left = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("scrolled")
        self._desk = desk
        self._found: Behind | None = None
        self._facts: tuple[object, ...] = ()
        self.demands: dict[Id, Demand] = {}
        self._waiting: deque[Member] = deque()
        self._depth, self._room = -1, AT_ONCE
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(16, 0, 14, 16)
        self._layout.setSpacing(2)
        self._soon = QTimer(self, interval=0)
        self._soon.timeout.connect(self._make_some)

    def show_chain(self, found: Behind) -> None:
        """Show a chain; one of the same steps and links keeps its fields and what is written in them."""
        self._found = found
        facts = self._facts_of(found)
        if facts != self._facts:
            self._facts = facts
            self._fill(found)
        self._follow(found)

    def _facts_of(self, found: Behind) -> tuple[object, ...]:
        """What decides which rows there are; what a row says of its link it follows by itself."""
        steps = self._desk.journey.steps
        known = [(member.step, member.depth) for member in found.members]
        names = tuple((step, links, name_of(steps[step]), whose(self._desk, step)) for step, links in known)
        links = tuple((link.id, link.source, link.target) for link in found.links)
        return (found.step, names, links, self._desk.look, self._desk.t.language)

    def _follow(self, found: Behind) -> None:
        for link in found.links:
            if link.id in self.demands:
                self.demands[link.id].follow(link)

    def _fill(self, found: Behind) -> None:
        """Some rows at once, the others while the window lives on."""
        held = next((id for id, demand in self.demands.items() if demand.field.hasFocus()), None)
        clear(self._layout)
        self.demands, self._depth, self._room = {}, -1, AT_ONCE
        self._layout.addStretch(1)
        own = [Member(found.step, 0, found.own)] if found.own else []
        self._waiting = deque([*found.members, *own])
        self._make_some()
        self._soon.start()
        while held is not None and held not in self.demands and self._soon.isActive():
            self._make_some()
        if held in self.demands:
            self.demands[held].field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_some(self) -> None:
        """Rows for a breath's time; at the end, or where enough is listed, it is told how many are left."""
        until = perf_counter() + A_BREATH
        while self._waiting and self._room > 0 and perf_counter() < until:
            self._room -= 1
            for widget in self._member(self._waiting.popleft()):
                self._add(widget)
        if self._waiting and self._room > 0:
            return
        self._soon.stop()
        if self._found is not None:
            self._follow(self._found)
        if self._waiting:
            words = self._desk.t.plural("Show {n} more step", "Show {n} more steps", len(self._waiting))
            self._more = button(self._desk.look, words, self._show_more, role="small")
            self._add(self._more)

    def _add(self, widget: QWidget) -> None:
        self._layout.insertWidget(self._layout.count() - 1, widget)

    def _show_more(self) -> None:
        self._layout.removeWidget(self._more)
        self._more.deleteLater()
        self._more.hide()
        self._room = AT_ONCE
        self._soon.start()

    def _heading(self, words: str) -> QWidget:
        made = label(words, "group")
        made.setContentsMargins(0, 12, 0, 2)
        return made

    def _member(self, member: Member) -> Iterator[QWidget]:
        """Its heading where a new depth begins, who it is, and its links."""
        t = self._desk.t
        if member.depth != self._depth:
            self._depth = member.depth
            round_ = t("The step itself, in a round")
            yield self._heading(depth(self._desk, member.depth) if member.depth else round_)
        if member.depth:
            title = name_of(self._desk.journey.steps[member.step])
            line = LinkLine(title, partial(self.chose.emit, member.step))
            yield column(line, Elided(whose(self._desk, member.step), "caption"), gap=0, margins=(0, 6, 0, 0))
        if not member.links:
            yield Elided(joined_by_customer(self._desk), "quiet")
        yield from self._links(member.links)

    def _links(self, links: Sequence[Link]) -> Iterator[QWidget]:
        for link in links:
            made = Demand(self._desk, link)
            made.field.entered.connect(partial(self.chose.emit, link.id))
            made.field.onward.connect(partial(self._go_on, made.field))
            made.field.left.connect(self.left)
            self.demands[link.id] = made
            yield made

    @property
    def stops(self) -> list[QWidget]:
        """Where the keyboard can stand, from the top."""
        inside = self.findChildren(QWidget)
        return [one for one in inside if isinstance(one, QPushButton) or one in self._fields()]

    def _fields(self) -> Sequence[QWidget]:
        return [demand.field for demand in self.demands.values()]

    def take_focus(self) -> bool:
        """The keyboard goes to the first requirement that is missing, else to the first stop."""
        empty = (demand.field for demand in self.demands.values() if not demand.field.toPlainText().strip())
        first: QWidget | None = next(empty, None) or next(iter(self.stops), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return first is not None

    def _go_on(self, field: QWidget) -> None:
        """From a field to the next one; the last is the end."""
        after = list(self._fields())
        after = after[after.index(field) + 1 :]
        if after:
            after[0].setFocus(Qt.FocusReason.TabFocusReason)

    @guard(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down go from stop to stop."""
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        stops: list[QWidget] = self.stops
        place = next((place for place, one in enumerate(stops) if one.hasFocus()), None)
        if by is None or place is None:
            super().keyPressEvent(event)
        elif 0 <= place + by < len(stops):
            stops[place + by].setFocus(Qt.FocusReason.TabFocusReason)
