"""The room at one size: made anew for another screen, and then going on where the old one was."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout

from journeymap.analysis.words import customer_forms
from journeymap.model.ids import Id
from journeymap.model.reading import stage_of_step, stages_in_order
from journeymap.ui.line.first_question import first_question
from journeymap.ui.look import Look
from journeymap.ui.parts import Parts
from journeymap.ui.room.band import Band
from journeymap.ui.room.countdown import Countdown
from journeymap.ui.room.dots import Dots
from journeymap.ui.room.gathered import Gathered
from journeymap.ui.room.handing import Handing
from journeymap.ui.room.modes import Modes
from journeymap.ui.room.silent import Silent
from journeymap.ui.room.tell import Tell
from journeymap.ui.sheet import font, palette, sheet

TELL, SILENT, DOTS = range(3)
"""The modes in the order of the foot."""


class Hall(QFrame):
    """`pressed(event)`: a key that means nothing where the keyboard is."""

    pressed = Signal(QKeyEvent)

    def __init__(self, parts: Parts, look: Look, countdown: Countdown, gathered: Gathered) -> None:
        super().__init__()
        self.setObjectName("window")
        self.look = look
        self._desk = desk = replace(parts.desk, look=look)
        self.setPalette(palette(look))
        self.setFont(font(look))
        self.setStyleSheet(sheet(look))
        self.band = Band(desk, countdown)
        self.tell = Tell(desk, parts)
        self.silent, self.dots = Silent(desk, gathered), Dots(desk)
        self.handing = Handing(desk, self.tell, gathered)
        self.mode = TELL
        """Where the room is; while the notes are told one by one, the silent round looks like telling."""
        self._stack = QStackedWidget()
        for page in (self.tell, self.silent, self.dots):
            self._stack.addWidget(page)
        self.modes = Modes(desk, [desk.t("Tell"), desk.t("Silent round"), desk.t("Dots")])
        self.modes.show_mode(TELL)
        self.modes.chose.connect(self.show_mode)
        self.tell.pressed.connect(self.pressed)
        self.tell.moved.connect(self._say)
        self.silent.asked.connect(self._say)
        self.silent.told_asked.connect(self.tell_notes)
        self.handing.stopped.connect(lambda: self.show_mode(SILENT))
        self.handing.over.connect(self._all_told)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for part in (self.band, self._stack, self.modes):
            layout.addWidget(part, int(part is self._stack))
        self._say()

    def go_on_from(self, old: Hall) -> None:
        """What was being written there is being written here."""
        telling = old.handing.is_on
        old.handing.stop()
        self.tell.writing.position = old.tell.writing.position
        self.tell.foot.bar.field.setText(old.tell.foot.bar.field.text())
        self.silent.notes.setText(old.silent.notes.text())
        self.tell.follow()
        self.dots.place, self.dots.open = old.dots.place, old.dots.open
        self.dots.of.setText(old.dots.of.text())
        self.show_mode(old.mode)
        if telling:
            self.tell_notes()

    @property
    def _now(self) -> Tell | Silent | Dots:
        if self.mode == SILENT and not self.handing.is_on:
            return self.silent
        return self.dots if self.mode == DOTS else self.tell

    @property
    def is_idle(self) -> bool:
        """Esc has nothing to take back here."""
        return self._now.is_idle and self.band.minutes.isHidden()

    def take_focus(self) -> None:
        """The keyboard goes where one works."""
        self._now.take_focus()

    def turn(self, by: int) -> None:
        """The next mode, round and round."""
        self.show_mode((self.mode + by) % self._stack.count())

    def tell_notes(self) -> None:
        """The notes come into the line, one by one."""
        self.handing.begin()
        self.show_mode(SILENT)

    def _all_told(self, sentence: str) -> None:
        self.show_mode(SILENT)
        self.say(sentence)

    def show_mode(self, place: int) -> None:
        """Be in this mode; what is left of the notes waits when one goes elsewhere."""
        if place != SILENT:
            self.handing.stop()
        self.mode = place
        self._stack.setCurrentWidget(self._now)
        self.modes.show_mode(place)
        self.silent.refresh()
        self.dots.refresh()
        self._say()
        self.take_focus()

    def say(self, sentence: str) -> None:
        """A sentence about what just happened."""
        now = self._now
        (now.pane.news if isinstance(now, Tell) else now).say(sentence)

    def refresh(self) -> None:
        """Show what is known now."""
        self.modes.refresh()
        self.tell.beside.refresh()
        self._say()

    def _say(self) -> None:
        self.band.say(self._stage(), self._question())

    def _stage(self) -> str:
        """The stage in which the story goes on; before the first step the first one, else the map's name."""
        journey = self._desk.journey
        step = journey.steps.get(self.tell.writing.position.road or Id(""))
        stages = stages_in_order(journey)
        if step is not None:
            stage = journey.stages.get(stage_of_step(journey, step) or Id(""))
        else:
            stage = stages[0] if stages else None
        return (stage.name if stage is not None else journey.head.title) or ""

    def _question(self) -> str:
        t, forms = self._desk.t, customer_forms(self._desk.journey, self._desk.t)
        if self._now is self.silent:
            return ""
        if self.mode == SILENT:
            return self.silent.words
        if self.mode == DOTS:
            return t("Could this alone make {the_guest} leave?", **forms)
        if self._desk.journey.steps:
            return t("What happens next, as {the_guest} sees it?", **forms)
        return first_question(self._desk)
