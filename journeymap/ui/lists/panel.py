"""The panel of the four lists; narrow windows show it over the map, opened from the rail."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Literal

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from journeymap.canvas.guard import guard
from journeymap.i18n import N_
from journeymap.ui import tells
from journeymap.ui.desk import Desk
from journeymap.ui.drawn import sign
from journeymap.ui.icons import icon
from journeymap.ui.label import label, tip
from journeymap.ui.lists import findings, frictions, listed, settling, telling, walls
from journeymap.ui.lists.entries import MOST, Entries, Shown
from journeymap.ui.lists.filtering import Filter, FilterBar
from journeymap.ui.lists.opening import Opening
from journeymap.ui.lists.outline import Outline
from journeymap.ui.lists.unfolded import Settling
from journeymap.ui.pieces import Segments, column, row
from journeymap.ui.slices import Slices
from journeymap.ui.throttle import Throttle
from journeymap.ui.workspace import SMALL

ListName = Literal["frictions", "walls", "findings", "outline"]
LISTS: tuple[tuple[ListName, str, str], ...] = (
    ("frictions", N_("Frictions"), "list-ordered"),
    ("walls", N_("Walls"), "brick-wall"),
    ("findings", N_("Findings"), "circle-help"),
    ("outline", N_("Outline"), "list-tree"),
)
EMPTY = {"frictions": frictions.EMPTY, "walls": walls.EMPTY, "findings": findings.EMPTY}
SIGNS: dict[str, str] = {name: sign_ for name, _, sign_ in LISTS}
WORDS: dict[str, str] = {name: words for name, words, _ in LISTS}
NOTHING_PASSES = N_("Nothing here with this filter.")
PAUSE = 1000
"""Least milliseconds between two sortings of a list (WINDOW 1)."""
TOGETHER = 150
"""Milliseconds after an edit in which its examination mostly comes: both are shown at once."""


class Lists(QFrame):
    """Tabs above, one list below. `chose(id, show)` passes on what was taken in any of them."""

    chose = Signal(str, bool)
    keyed = Signal(object, QKeyEvent)
    left = Signal()
    counted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("lists")
        self.setProperty("over", False)
        self._desk = desk
        desk.telling.changed.connect(self.refresh)
        self.name: ListName = "frictions"
        self.counts: dict[str, int] = {}
        words = [desk.t(words) for _, words, _ in LISTS]
        self.tabs = Segments(words, 0, lambda place: self.show_list(LISTS[place][0]), equal=False)
        self._pages = QStackedWidget()
        self._lists: dict[str, Entries] = {name: Entries() for name in EMPTY}
        self._empty: dict[str, QLabel] = {}
        self.filters = {name: FilterBar(desk, self._filtered) for name in ("walls", "findings")}
        self.filter = Filter()
        self.outline = Outline(desk)
        self._opening = Opening(self.refresh_now)
        self._build()
        self._throttle = Throttle(self._begin, PAUSE, self, least=TOGETHER, under=self)
        self._slices = Slices(self._fill_seen, self._about, self._throttle.is_held, self)
        self._late: set[str] = set()
        desk.selection.changed.connect(self._mark)

    def _build(self) -> None:
        for name, entries in self._lists.items():
            entries.setAccessibleName(self._desk.t(WORDS[name]))
            entries.chose.connect(lambda about, show: self.chose.emit(about[0], show))
            entries.keyed.connect(lambda about, event, name=name: self._keyed(name, about, event))
            self._empty[name] = label(self._desk.t(EMPTY[name]), "quiet", wrap=True)
            self._pages.addWidget(self._page(name, entries))
        self.outline.shown.connect(lambda id: self.chose.emit(id, True))
        self._pages.addWidget(row((self.outline, 1), margins=(8, 0, 6, 8)))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 10, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(row(self.tabs, None, margins=(12, 0, 8, 0)))
        layout.addWidget(self._pages, 1)

    def _page(self, name: str, entries: Entries) -> QWidget:
        empty = row(
            sign(self._desk.look, SIGNS[name], 18, "text3"),
            (self._empty[name], 1),
            gap=10,
            margins=(16, 14, 16, 0),
        )
        self._empty[name].setProperty("frame", empty)
        entries.setProperty("empty", empty)
        bar = [self.filters[name]] if name in self.filters else []
        return column(*bar, empty, (entries, 1), gap=0)

    def refresh(self) -> None:
        """Show what is known now, at most once a second."""
        self._throttle.ask()

    def refresh_now(self) -> None:
        """Show what is known now in every list, before this returns."""
        self._slices.stop()
        for _ in self._fill_these(tuple(self._lists)):
            pass

    def _begin(self) -> None:
        self._slices.begin()

    def _about(self) -> tuple[object, ...]:
        """What the lists are read from: when one of these is another, they are read from the beginning."""
        return self._desk.journey, self._desk.work.findings, self._desk.t

    def _fill_seen(self) -> Iterator[None]:
        """All lists; of a large map those that nobody sees wait until they are shown."""
        large = len(self._desk.journey.steps) > SMALL
        unseen = {name for name in self._lists if large and not (self.isVisible() and name == self.name)}
        self._late |= unseen
        return self._fill_these([name for name in self._lists if name not in unseen])

    def _fill_these(self, names: Sequence[str]) -> Iterator[None]:
        """List by list, pausing after every line."""
        for bar in self.filters.values():
            bar.refresh()
        self.filter = self.filters["findings"].filter
        yield
        for name in names:
            yield from self._fill(name, self._lines_of(name))
        self.counts = {
            "frictions": frictions.count(self._desk),
            "walls": walls.count(self._desk, self.filter),
            "findings": len(listed.in_order(self._desk, Filter())),
        }
        self.outline.refresh()
        self.counted.emit()

    def _lines_of(self, name: str) -> Iterator[Shown]:
        if name == "frictions":
            return frictions.lines(self._desk)
        if name == "walls":
            return walls.lines(self._desk, self.filter)
        return findings.lines(self._desk, self._opening, self.filter)

    def _catch_up(self) -> None:
        """The list that is seen now shows what is known now."""
        if self.isVisible() and self.name in self._late:
            for _ in self._fill(self.name, self._lines_of(self.name)):
                pass

    @guard(None)
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._catch_up()

    def _filtered(self, chosen: Filter) -> None:
        """One filter for walls and findings alike."""
        for bar in self.filters.values():
            bar.show_filter(chosen)
        self.refresh_now()

    def _fill(self, name: str, found: Iterator[Shown]) -> Iterator[None]:
        """As many lines as a list shows: the words of the others need not be found."""
        self._late.discard(name)
        entries, lines = self._lists[name], list[Shown]()
        for line in islice(found, MOST):
            lines.append(line)
            yield
        entries.show_these(lines)
        entries.property("empty").setVisible(not lines)
        entries.setVisible(bool(lines))
        if name in self.filters:
            self.filters[name].setVisible(bool(lines) or not self.filter.is_off)
            words = EMPTY[name] if self.filter.is_off else NOTHING_PASSES
            self._empty[name].setText(self._desk.t(words))
        yield

    def _keyed(self, name: str, about: tuple[str, ...], event: QKeyEvent) -> None:
        """Space: so it is. Delete asks why it does not apply, # makes it a friction."""
        finding = settling.finding_with(self._desk, about[0]) if name == "findings" else None
        tell = tells.tell_with(self._desk, about[0])
        if tell is not None and event.text() == "#":
            event.setAccepted(tells.make_friction(self._desk, tell))
        elif finding is None:
            self._keyed_wall(name, about, event)
        elif event.key() == Qt.Key.Key_Space:
            event.accept()
            settling.settle(self._desk, finding)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            event.accept()
            self._ask_reason(finding.key)
        elif event.text() == "#":
            event.setAccepted(settling.make_friction(self._desk, finding))
        else:
            self.keyed.emit(about, event)

    def _keyed_wall(self, name: str, about: tuple[str, ...], event: QKeyEvent) -> None:
        """On a wall Delete asks for the reason and # makes a friction; Space is the window's."""
        known = self._desk.work.findings.marks if name in self.filters else ()
        mark = next((mark for mark in known if walls.mark_id(mark) == about[0]), None)
        if mark is not None and event.text() == "#":
            event.accept()
            walls.make_friction(self._desk, mark)
        elif mark is not None and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            event.accept()
            self._ask_reason(about[0], name)
        else:
            self.keyed.emit(about, event)

    def _ask_reason(self, key: str, name: str = "findings") -> None:
        entries = self._lists[name].entries
        entry = next((entry for entry in entries if entry.shown.about[:1] == (key,)), None)
        if entry is not None:
            entry.unfold(True)
            if isinstance(entry.more, Settling):
                entry.more.ask_reason()

    def show_telling(self) -> bool:
        """Open the first subject of what the map also tells and go there; False where there is none."""
        first = telling.first(self._desk)
        if first is None:
            return False
        self._opening.open(first)
        entries = self._lists["findings"]
        row = next((one for one in entries.entries if one.shown.key.startswith(f"{first}:")), None)
        if row is not None:
            row.setFocus(Qt.FocusReason.ShortcutFocusReason)
            QTimer.singleShot(0, row, lambda: entries.ensureWidgetVisible(row, 0, 80))
        return row is not None

    def show_list(self, name: ListName) -> None:
        """Bring one of the lists to the front."""
        self.name = name
        place = [one for one, _, _ in LISTS].index(name)
        self.tabs.choose(place)
        self._pages.setCurrentIndex(place)
        self._catch_up()
        self._mark()

    def _mark(self) -> None:
        ids = self._desk.selection.ids
        self._unfold_for(ids)
        for entries in self._lists.values():
            entries.mark(ids)
        self.outline.mark(ids)

    def _unfold_for(self, ids: tuple[str, ...]) -> None:
        """A finding that is selected while its rule is folded comes into sight."""
        finding = settling.finding_with(self._desk, ids[0]) if len(ids) == 1 else None
        shown = {entry.shown.about[0] for entry in self._lists["findings"].entries}
        if finding is not None and finding.key not in shown and finding.state is None:
            self._opening.open(findings.fold_key(finding.rule))

    def take_focus(self) -> None:
        """Give the keyboard to the list in front, or to the tabs where it is empty."""
        front = self.outline if self.name == "outline" else self._lists[self.name]
        target = front if front.isVisible() else self.tabs.group.buttons()[0]
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @guard(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)


class Rail(QFrame):
    """Icons with counts instead of the lists; a click lays a list over the map."""

    asked = Signal(str)

    def __init__(self, desk: Desk, lists: Lists) -> None:
        super().__init__()
        self.setObjectName("rail")
        self._lists = lists
        self._counts: dict[str, QLabel] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 10, 4, 8)
        layout.setSpacing(0)
        for name, words, sign_name in LISTS:
            made = QPushButton()
            made.setProperty("role", "rail")
            made.setIcon(icon(desk.look, sign_name, 20))
            made.setIconSize(QSize(desk.look.px(20), desk.look.px(20)))
            made.setAccessibleName(desk.t(words))
            tip(made, desk.t(words))
            made.clicked.connect(lambda _=False, name=name: self.asked.emit(name))
            self._counts[name] = label("", "caption")
            self._counts[name].setAlignment(Qt.AlignmentFlag.AlignHCenter)
            layout.addWidget(made)
            layout.addWidget(self._counts[name])
            layout.addSpacing(6)
        layout.addStretch(1)
        self.setFixedWidth(desk.look.size("rail"))
        lists.counted.connect(self._count)

    def _count(self) -> None:
        for name, shown in self._counts.items():
            count = self._lists.counts.get(name, 0)
            shown.setText(str(count) if count else "")
