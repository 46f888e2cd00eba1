"""A column of entries one can walk with the arrows; unchanged ones keep their widgets."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from journeymap.canvas.guard import guard

MOST = 400
"""Entries shown at once: beyond that nobody reads a list, and widgets cost."""


@dataclass(frozen=True)
class Shown:
    """One line of a list: what it is about, what decides how it looks, and how it is made.

    `about` is empty for headings. Two with equal key and facts look alike, so the widget stays.
    """

    key: str
    facts: tuple[object, ...]
    make: Callable[[], QWidget]
    about: tuple[str, ...] = ()
    spoken: str = ""
    more: Callable[[], QWidget] | None = None
    """What the row unfolds while it is the one chosen or focused."""


class Entry(QFrame):
    """A line that can be chosen: by click, by arrow, with Enter for "show me"."""

    taken = Signal(bool)
    """Chosen; True when it is to be shown on the map too (Enter or double click)."""
    pressed = Signal(QKeyEvent)

    def __init__(self, shown: Shown) -> None:
        super().__init__()
        self.setObjectName("entry")
        self.shown = shown
        self.setAccessibleName(shown.spoken)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.more: QWidget | None = None
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(6, 5, 6, 5)
        self._lines.addWidget(shown.make())

    def unfold(self, unfolded: bool) -> None:
        """Show or hide what the row offers to do; made when first shown."""
        if unfolded and self.more is None and self.shown.more is not None:
            self.more = self.shown.more()
            self._lines.addWidget(self.more)
        if self.more is not None:
            self.more.setVisible(unfolded)

    def mark(self, chosen: bool) -> None:
        """Show whether it is what is selected."""
        if self.property("chosen") != chosen:
            self.setProperty("chosen", chosen)
            self.style().unpolish(self)
            self.style().polish(self)

    @guard(None)
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.taken.emit(False)

    @guard(None)
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.taken.emit(True)

    @guard(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.taken.emit(True)
            return
        event.ignore()
        self.pressed.emit(event)


class Entries(QScrollArea):
    """The column itself. `chose(about, show)` says which entry was taken."""

    chose = Signal(object, bool)
    keyed = Signal(object, QKeyEvent)

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        inner = QWidget()
        inner.setObjectName("scrolled")
        self._layout = QVBoxLayout(inner)
        self._layout.setContentsMargins(6, 0, 6, 12)
        self._layout.setSpacing(0)
        self._layout.addStretch(1)
        self.setWidget(inner)
        self._widgets: dict[str, tuple[Shown, QWidget]] = {}
        self._order: list[str] = []
        self._ids: tuple[str, ...] = ()

    @property
    def entries(self) -> list[Entry]:
        """The entries that can be chosen, from the top."""
        widgets = (self._widgets[key][1] for key in self._order)
        return [widget for widget in widgets if isinstance(widget, Entry)]

    def show_these(self, lines: Sequence[Shown]) -> None:
        """Show these lines; those that look as before are moved, not made again.

        Where the one with the keyboard has gone, the one that takes its place has it next.
        """
        lines = self._held(list(lines[:MOST]))
        held = self._focused()
        wanted = {line.key: line for line in lines}
        for key in [key for key, (was, _) in self._widgets.items() if not _same(was, wanted.get(key))]:
            self._drop(key)
        for place, line in enumerate(lines):
            if line.key not in self._widgets:
                self._widgets[line.key] = (line, self._made(line))
            self._place(place, self._widgets[line.key][1])
        self._order = [line.key for line in lines]
        self.mark(self._ids)
        if held is not None and held[0] not in wanted and self.entries:
            self._go_to(self.entries[min(held[1], len(self.entries) - 1)])

    def _focused(self) -> tuple[str, int] | None:
        """The entry that holds the keyboard, itself or in what it unfolds: its key and its place."""
        holder = QApplication.focusWidget()
        for place, entry in enumerate(self.entries):
            if holder is not None and (entry is holder or entry.isAncestorOf(holder)):
                return entry.shown.key, place
        return None

    def _go_to(self, entry: Entry) -> None:
        entry.setFocus(Qt.FocusReason.TabFocusReason)
        self.chose.emit(entry.shown.about, False)

    def _held(self, lines: list[Shown]) -> list[Shown]:
        """While an entry has the focus nothing moves under the reader: old ones keep their order."""
        if not any(entry.hasFocus() for entry in self.entries):
            return lines
        if {line.key for line in lines} != set(self._order):
            return lines
        by_key = {line.key: line for line in lines}
        return [by_key[key] for key in self._order]

    def mark(self, ids: tuple[str, ...]) -> None:
        """Show which entries are about what is selected, and bring the first into view."""
        self._ids = ids
        found = None
        for entry in self.entries:
            chosen = bool(set(entry.shown.about) & set(ids))
            entry.mark(chosen)
            entry.unfold(entry.shown.about[:1] == ids[:1] and bool(ids))
            found = found or (entry if chosen else None)
        if found is not None and self.isVisible():
            self.ensureWidgetVisible(found, 0, 24)

    def _made(self, line: Shown) -> QWidget:
        if not line.about:
            return line.make()
        entry = Entry(line)
        entry.taken.connect(lambda show: self.chose.emit(line.about, show))
        entry.pressed.connect(lambda event: self._keyed(entry, event))
        return entry

    def _keyed(self, entry: Entry, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            self.keyed.emit(entry.shown.about, event)
            return
        entries = self.entries
        place = entries.index(entry) + step
        if 0 <= place < len(entries):
            event.accept()
            self._go_to(entries[place])

    def _place(self, place: int, widget: QWidget) -> None:
        if self._layout.indexOf(widget) != place:
            self._layout.removeWidget(widget)
            self._layout.insertWidget(place, widget)
            widget.show()

    def _drop(self, key: str) -> None:
        _, widget = self._widgets.pop(key)
        self._layout.removeWidget(widget)
        widget.hide()
        widget.deleteLater()

    @guard(None)
    def focusInEvent(self, event: QFocusEvent) -> None:
        entries = self.entries
        chosen = [entry for entry in entries if entry.property("chosen")]
        for entry in (chosen or entries)[:1]:
            entry.setFocus(event.reason())


def _same(was: Shown, now: Shown | None) -> bool:
    return now is not None and was.facts == now.facts and was.about == now.about
