"""Hands the notes of a silent round to the line, one by one: Enter takes, Delete drops, ? parks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence

from journeymap.canvas.accessible import announce
from journeymap.canvas.guard import guard
from journeymap.edit.line import SIGNS
from journeymap.i18n import Catalogue
from journeymap.model.journey import Journey
from journeymap.ui.desk import Desk
from journeymap.ui.keynames import named
from journeymap.ui.label import Elided, label
from journeymap.ui.pieces import row
from journeymap.ui.room.gathered import Gathered
from journeymap.ui.room.tell import Tell

ROAD = frozenset({Qt.Key.Key_PageDown, Qt.Key.Key_PageUp})
"""Along the road, so that a friction comes where it belongs."""


@dataclass(frozen=True)
class Answered:
    """A note that was answered, and the map before it."""

    note: str
    before: Journey
    how: str


class Handing(QObject):
    """`over(sentence)` when the last note is answered, `stopped` when the rest shall wait."""

    over = Signal(str)
    stopped = Signal()

    def __init__(self, desk: Desk, tell: Tell, gathered: Gathered) -> None:
        super().__init__(tell)
        self._desk, self._tell, self._gathered = desk, tell, gathered
        self._field = tell.foot.bar.field
        self._done: list[Answered] = []
        self._shown = self._how = ""
        self._before = desk.journey
        self.is_on = False
        t, look = desk.t, desk.look
        self._place = Elided("", "rowbold")
        hints = (
            (named(t, "Return"), t("takes it")),
            (named(t, "Del"), t("drops it")),
            ("?", t("parks it")),
            (named(t, "Esc"), t("later")),
        )
        keys = [row(label(key, "key"), label(words, "caption"), gap=look.px(3)) for key, words in hints]
        side, air = look.px(9), look.px(4)
        margins = (side, air, side, air)
        self.strip = row((self._place, 1), *keys, gap=look.px(10), margins=margins, name="floating")
        self.strip.hide()
        tell.foot.crown(self.strip)
        self._field.installEventFilter(self)
        tell.writing.wrote.connect(self._wrote)
        for strip in tell.foot.strips:
            strip.over.connect(self._soon)

    # -- one after the other ----------------------------------------------------------------------

    def begin(self) -> None:
        """The first note comes into the line."""
        self.is_on = True
        self._done = []
        self._next()

    def stop(self) -> None:
        """The note in the line goes back on the pile."""
        if self.is_on:
            self.is_on = False
            self.strip.hide()
            if self._shown:
                self._shown = ""
                self._field.empty()

    def _soon(self, *_: object) -> None:
        if self.is_on:
            QTimer.singleShot(0, self, self._next)

    def _next(self) -> None:
        """The next note, once nothing is asked about the last one."""
        if not self.is_on or self._shown or self._tell.foot.asking is not None:
            return
        if not self._gathered.count:
            self._end()
            return
        note = self._gathered.first
        sign = "# " if self._gathered.pile.frictions and note[:1] not in SIGNS else ""
        self._shown, self._how = f"{sign}{note}", "taken"
        self._before = self._desk.journey
        t, n = self._desk.t, len(self._done) + 1
        self._place.setText(t("Note {n} of {m}", n=n, m=n - 1 + self._gathered.count))
        self.strip.show()
        self._field.setText(self._shown)
        self._tell.take_focus()
        announce(self._field, f"{self._place.text()}: {note}")

    def _end(self) -> None:
        self.stop()
        self.over.emit(_told(self._desk.t, [one.how for one in self._done]))

    def _wrote(self) -> None:
        """The line was written: the note is answered, as it stood or in other words."""
        if self.is_on and self._shown:
            self._answered(self._how)
        self._soon()

    def _answered(self, how: str) -> None:
        self._done.append(Answered(self._gathered.told(), self._before, how))
        self._shown = ""
        self.strip.hide()
        self._soon()

    # -- keys -------------------------------------------------------------------------------------

    @property
    def is_untouched(self) -> bool:
        """The note stands in the line as it came."""
        return self.is_on and bool(self._shown) and self._field.text() == self._shown

    @guard(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt names it
        if event.type() != QEvent.Type.KeyPress or not self.is_on or not isinstance(event, QKeyEvent):
            return False
        return self._pressed(event)

    def _pressed(self, event: QKeyEvent) -> bool:
        """What a key does to the note in the line; False: what it always does."""
        key = event.key()
        if not self._shown and not self._field.text():
            self._soon()
            return True  # between two notes nothing may reach the map
        if event.isAutoRepeat() and self.is_untouched:
            return True  # a key that is held answers one note
        if key == Qt.Key.Key_Escape:
            self._back_out()
        elif key in ROAD and not event.modifiers():
            self._tell.pass_on(event)
        elif not self.is_untouched:
            return False
        elif key == Qt.Key.Key_Delete:
            self._drop()
        elif event.text() == "?":
            self._park()
        elif event.matches(QKeySequence.StandardKey.Undo):
            self._take_back()
        else:
            return False
        return True

    def _back_out(self) -> None:
        """A note that was rewritten stands as it came; one that was not waits with the others."""
        if self._shown and self._field.text() != self._shown:
            self._field.setText(self._shown)
        else:
            self.stop()
            self.stopped.emit()

    def _drop(self) -> None:
        self._field.empty()
        self._answered("dropped")

    def _park(self) -> None:
        self._how = "parked"
        self._field.setText(f"? {self._gathered.first}")
        self._tell.writing.enter(False, False)

    def _take_back(self) -> None:
        """Ctrl+Z: one step back; where that is before the last note, the note is in the line again."""
        document = self._desk.document
        if not self._done:
            document.undo()
            return
        last = self._done[-1]
        if self._desk.journey != last.before:
            document.undo()
        if self._desk.journey != last.before:
            return  # an answer about it is gone; the note itself is the next step back
        self._done.pop()
        self._gathered.untold(last.note)
        self._shown = ""
        self._field.empty()
        self._next()


def _told(t: Catalogue, hows: Sequence[str]) -> str:
    """What became of the notes, in one sentence; empty where there were none."""
    taken, dropped, parked = (hows.count(how) for how in ("taken", "dropped", "parked"))
    said = [
        t.plural("{n} taken", "{n} taken", taken) if taken else "",
        t.plural("{n} dropped", "{n} dropped", dropped) if dropped else "",
        t.plural("{n} parked", "{n} parked", parked) if parked else "",
    ]
    what = ", ".join(words for words in said if words)
    return t("Every note is answered: {what}.", what=what) if what else ""
