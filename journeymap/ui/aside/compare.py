"""The open map beside another one: what became of walls, frictions, hours and requirements."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from journeymap.analysis.comparison import Comparison, Side, compared
from journeymap.analysis.deviations import KINDS, are_planned_and_actual, deviations
from journeymap.analysis.words.comparison import GROUPS, Told, comparison_told, sum_sentence
from journeymap.canvas.guard import guard
from journeymap.i18n import N_
from journeymap.model.ids import Id
from journeymap.sheets import terms
from journeymap.ui.desk import Desk
from journeymap.ui.drawn import sign
from journeymap.ui.label import label
from journeymap.ui.lines import Lines
from journeymap.ui.lists.entries import Entries, Shown
from journeymap.ui.lists.frictions import heading
from journeymap.ui.pieces import button, column, row, top

SIGNS = {
    "torn": ("check", "value"),
    "new": ("brick-wall", "brick"),
    "moved": ("brick-wall", "text2"),
    "solved": ("check", "value"),
    "appeared": ("triangle-alert", "warn"),
    "hours": ("clock", "text2"),
    "asked": ("handshake", "text2"),
    "unasked": ("handshake", "warn"),
    **{str(kind): ("milestone", "warn") for kind in KINDS},
}
PAUSE = 200
"""Milliseconds of quiet before the comparison is made anew."""
NOTHING = N_("Nothing that counts differs: the same walls, frictions and requirements.")


@dataclass(frozen=True)
class Other:
    """The map compared with: its name for people, and how it was examined. `first`: it came before."""

    name: str
    side: Side
    first: bool = True


class ComparePanel(QFrame):
    """`chose(id, show)`: what was clicked and stands on the open map; `asked` for another map; `closed`."""

    chose = Signal(str, bool)
    asked = Signal()
    closed = Signal()

    def __init__(self, desk: Desk, other: Other) -> None:
        super().__init__()
        self._desk, self._other = desk, other
        t, look = desk.t, desk.look
        self.sum = label("", "rowbold", wrap=True)
        self.entries = Entries()
        self.entries.setAccessibleName(t("What differs"))
        self.entries.chose.connect(lambda about, show: self.chose.emit(about[0], show))
        self._nothing = label(t(NOTHING), "quiet", wrap=True)
        close = button(look, "", self.closed.emit, role="figure", sign="x", name=t("Close"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(
            column(
                row((label(t("Before and now"), "title"), 1), close),
                _states(desk, other),
                self.sum,
                self._nothing,
                gap=8,
                margins=(16, 12, 10, 8),
            )
        )
        layout.addWidget(self.entries, 1)
        another = button(look, t("Another map…"), self.asked.emit, role="small")
        layout.addWidget(row(another, None, margins=(16, 6, 16, 12)))
        self._soon = QTimer(self, singleShot=True, interval=PAUSE)
        self._soon.timeout.connect(self.refresh)
        desk.work.examined.connect(self._soon.start)
        self.refresh()

    @property
    def sides(self) -> tuple[Side, Side]:
        """Before and now."""
        open_map = Side(self._desk.journey, self._desk.work.findings)
        return (self._other.side, open_map) if self._other.first else (open_map, self._other.side)

    def refresh(self) -> None:
        """Compare anew."""
        before, now = self.sides
        found, t = compared(before, now), self._desk.t
        planned = are_planned_and_actual(before.journey, now.journey)
        went = deviations(before.journey, now.journey) if planned else ()
        told = comparison_told(found, before, now, went, t)
        self.sum.setText(sum_sentence(found, t))
        self.sum.setVisible(bool(self.sum.text()))
        self._nothing.setVisible(not told)
        self.entries.show_these(list(self._lines(told, found)))

    def _lines(self, told: list[Told], found: Comparison) -> Iterator[Shown]:
        for group, title in GROUPS.items():
            inside = [one for one in told if one.group == group]
            if inside:
                count = self._desk.t.number(len(inside))
                yield heading(self._desk, f"group:{group}", self._desk.t(title), count)
            yield from (self._line(place, one) for place, one in enumerate(inside))

    def _line(self, place: int, one: Told) -> Shown:
        """A row; one that has no place on the open map cannot be clicked and says so."""
        desk = self._desk
        here = tuple(id for id in one.about if _is_here(desk, id))
        note = "" if here else desk.t("Only on the other map")

        def make() -> QWidget:
            words = [Lines(one.text, most=4), *([label(note, "caption")] if note else [])]
            name, token = SIGNS[one.group]
            return row(
                top(sign(desk.look, name, 18, token)),
                (column(*words, gap=1), 1),
                gap=9,
                margins=(0, 0, 0, 0) if here else (8, 6, 8, 6),
            )

        facts = (one.text, note, desk.look, desk.t.language)
        return Shown(f"{one.group}:{place}:{one.text}", facts, make, here, f"{one.text} {note}".strip())

    @guard(None)
    def focusInEvent(self, event: QFocusEvent) -> None:
        self.entries.setFocus(event.reason())


def _is_here(desk: Desk, id: str) -> bool:
    return desk.journey.get(Id(id)) is not None or any(wall.key == id for wall in desk.work.findings.walls)


def _states(desk: Desk, other: Other) -> QWidget:
    """ "Before: Hotel offer (as is)" and "Now: this map (to be)"."""
    t = desk.t
    this = desk.journey.head.title or t("A map without a name")
    pairs = [
        (other.name, other.side.journey.head.state),
        (t("{title}, this map", title=this), desk.journey.head.state),
    ]
    before, now = pairs if other.first else pairs[::-1]
    lines = [
        label(words.format(map=_named(t(terms.STATE.get(state or "", "")) if state else "", name)), "quiet",
              wrap=True)
        for words, (name, state) in ((t("Before: {map}"), before), (t("Now: {map}"), now))
    ]  # fmt: skip
    return column(*lines, gap=2)


def _named(state: str, name: str) -> str:
    return f"{name} ({state})" if state else name
