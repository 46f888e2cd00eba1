"""Turns lines into edits: reads while one types, writes on Enter, asks what follows from it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from journeymap.edit import line_paste, line_writer, verbs
from journeymap.edit.document import Edited
from journeymap.edit.line import SIGNS, LineReading, parse
from journeymap.edit.line_writer import WritingPosition, position_at
from journeymap.edit.message import Message
from journeymap.edit.rules import RefusedError
from journeymap.edit.suggest import Suggestion, suggestions
from journeymap.i18n import N_
from journeymap.model.ids import Id
from journeymap.model.reading import column_of, lanes_in_order
from journeymap.model.records import Friction, Lane, Link, Step
from journeymap.ui.desk import Desk
from journeymap.ui.handoffs import asked_after
from journeymap.ui.line.foot import Foot
from journeymap.ui.line.standing import end_of_road, step_after

FACT_WORDS = {
    "critical": N_("! Decides"),
    "friction": N_("# Friction"),
    "quote": N_('" Quote'),
    "promise": N_("= Promise"),
    "item": N_("+ Information"),
    "stage": N_("/ Stage"),
    "value": N_("* Value"),
    "park": N_("? Parked"),
    "sent_on": N_("> Sent on"),
    "behind": N_("< Behind"),
}
BELONGS = frozenset({"critical", "friction", "quote", "promise", "item", "value"})


class Writing(QObject):
    """Between the line and the document. `wrote` after every line, `left` when the map is wanted."""

    wrote = Signal()
    left = Signal()
    passed_on = Signal(QKeyEvent)
    ghosted = Signal(object)
    """(lane id, column, title) of the step being written, or None."""

    def __init__(self, desk: Desk, foot: Foot) -> None:
        super().__init__(foot)
        self._desk, self._foot = desk, foot
        self._field = foot.bar.field
        self.position = WritingPosition()
        self._lane_said = False
        self._taken: Suggestion | None = None
        self._writing = False
        self._as_branch = False
        self._connect()

    def _connect(self) -> None:
        field, foot = self._field, self._foot
        field.textChanged.connect(lambda _: self._typed())
        field.entered.connect(self.enter)
        field.backed_out.connect(self._back_out)
        field.passed_on.connect(self.passed_on)
        field.pasted.connect(self.paste)
        field.taken.connect(self._take)
        field.stepped.connect(foot.choices.step)
        foot.choices.taken.connect(self._take)
        for strip in (foot.answers, foot.handoff):
            strip.over.connect(self._asked)
            strip.passed_on.connect(self.passed_on)
        self._desk.selection.changed.connect(self._follow)

    # -- where the writing stands -----------------------------------------------------------------

    def begin(self) -> None:
        """A map was opened: go on from the end of its road, in the customer's lane if it is empty."""
        self.position = position_at(self._desk.journey, end_of_road(self._desk.journey))
        self._foot.retire(None)
        self._field.empty()
        self._refresh()

    def _follow(self) -> None:
        """Going somewhere else on the map takes the writing there."""
        if self._writing:
            return
        place = self._place_of(self._desk.selection.one)
        if place is not None:
            self.position, self._lane_said = place, False
        self._refresh()

    def follow_edit(self, news: Edited) -> None:
        """Undo and redo take the writing to where they changed something."""
        step = step_after(news) if news.origin != "edit" else None
        if step is not None:
            self._desk.selection.choose(step)
        if self.position.road is not None and self.position.road not in news.after.steps:
            self.position = position_at(news.after, step)
        asking = self._foot.asking
        if asking is not None and asking.is_void:
            self._asked("")
        self._refresh()

    def _place_of(self, id: str | None) -> WritingPosition | None:
        record = self._desk.journey.get(Id(id)) if id else None
        if isinstance(record, Friction):
            record = self._desk.journey.get(record.at)
        if isinstance(record, Link):
            record = self._desk.journey.get(record.source)
        if isinstance(record, Step):
            return replace(position_at(self._desk.journey, record.id), stage=self.position.stage)
        if isinstance(record, Lane):
            return replace(self.position, lane=record.id)
        return None

    def stand_at(self, lane: Id, column: float | None) -> None:
        """The next step stands in this cell, joined to nothing before it unless it is on the road."""
        self.position = replace(self.position, lane=lane, column=column)
        self._lane_said = True
        self.focus()
        self._refresh()

    def say_lane(self, number: int) -> None:
        """Ctrl+digit: the next step is in the lane with this number, 1 on top."""
        lanes = lanes_in_order(self._desk.journey)
        if 1 <= number <= len(lanes):
            self._go_to_lane(lanes[number - 1].id)
        else:
            self._foot.refusal.say(self._desk.t("There is no lane {n}.", n=number))

    def shift_lane(self, by: int) -> None:
        """Ctrl+arrow: the lane above or below; below the last one a new one is asked for."""
        ids = [lane.id for lane in lanes_in_order(self._desk.journey)]
        if not ids:
            return
        place = ids.index(self.position.lane) + by if self.position.lane in ids else 0
        if place >= len(ids):
            self.focus()
            self._foot.refusal.say(
                self._desk.t("New lane: write its name, a colon, and the step."), refused=False
            )
        else:
            self._go_to_lane(ids[max(0, place)])

    def _go_to_lane(self, lane: Id) -> None:
        self.position, self._lane_said = replace(self.position, lane=lane), True
        self.focus()
        self._refresh()

    # -- typing -----------------------------------------------------------------------------------

    def focus(self) -> None:
        """Give the keyboard to the line, or to the strip that asks."""
        asking = self._foot.asking
        (asking or self._field).setFocus(Qt.FocusReason.OtherFocusReason)

    def type(self, text: str) -> None:
        """Letters typed on the map: they belong here."""
        self._foot.retire(None)
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._field.insert(text)

    def prefill(self, sign: str, *, branch: bool = False) -> None:
        """Begin a line with a sign, as a menu or a key asks."""
        self._foot.retire(None)
        self._field.setText(sign)
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._as_branch = branch
        self._refresh()

    def _typed(self) -> None:
        self._taken = None
        self._foot.refusal.say("")
        self._refresh()

    def reading(self) -> LineReading:
        """What the line means as it stands."""
        lanes = [lane.name for lane in lanes_in_order(self._desk.journey)]
        return parse(self._field.text(), lanes, lane_said=self._lane_said)

    def _refresh(self) -> None:
        reading = self.reading()
        self._say_chip(reading)
        self._say_belongs(reading)
        self._offer(reading)
        self._show_ghost(reading)
        empty = not self._desk.journey.steps
        first = self._desk.t("What does the customer do first?")
        self._field.setPlaceholderText(first if empty else self._desk.t("What happens next?"))
        self._foot.bar.fit_hints()

    def _say_chip(self, reading: LineReading) -> None:
        bar, t = self._foot.bar, self._desk.t
        if reading.kind in FACT_WORDS:
            words = t(FACT_WORDS[reading.kind])
            lane = self._lane_words(reading) if reading.lane else ""
            bar.say_chip(f"{words} · {lane}" if lane else words, new=reading.new_lane)
        elif reading.problem is not None and reading.kind == "step":
            bar.say_chip("?")
        else:
            bar.say_chip(self._lane_words(reading), new=reading.new_lane)

    def _lane_words(self, reading: LineReading) -> str:
        lanes = lanes_in_order(self._desk.journey)
        if reading.new_lane:
            return self._desk.t("New lane: {name}", name=reading.lane)
        for number, lane in enumerate(lanes, start=1):
            if lane.name == reading.lane or (reading.lane is None and lane.id == self._lane()):
                return f"{number}   {lane.name}"
        return ""

    def _lane(self) -> Id | None:
        """The lane of the next step: the one said, else the customer's."""
        lanes = lanes_in_order(self._desk.journey)
        return self.position.lane or (lanes[0].id if lanes else None)

    def _say_belongs(self, reading: LineReading) -> None:
        step = self._desk.journey.steps.get(self.position.last or Id(""))
        words = self._desk.t("on: {step}", step=step.title) if step and reading.kind in BELONGS else ""
        if self._as_branch and step and not words:
            words = self._desk.t("or else, after: {step}", step=step.title)
        self._foot.bar.say_belongs(words)

    def _offer(self, reading: LineReading) -> None:
        typed = self._field.text().strip()
        typed = typed[1:].strip() if typed[:1] in SIGNS else typed
        offers = suggestions(self._desk.journey, reading, typed, but=self.position.road) if typed else ()
        exact = [offer for offer in offers if offer == self._taken]
        self._foot.choices.offer(() if exact else offers)
        self._field.offering = bool(self._foot.choices.offers)

    def _take(self, offer: Suggestion | None = None) -> None:
        """Tab or a click: a lane becomes its name and a colon, anything else its own words."""
        offer = offer or self._foot.choices.marked
        if offer is None:
            return
        typed = self._field.text()
        sign = typed[0] + " " if typed[:1] in SIGNS else ""
        lane = offer.id in self._desk.journey.lanes
        self._field.setText(f"{sign}{offer.words}: " if lane else f"{sign}{offer.words}")
        self._taken = None if lane else offer
        self._refresh()
        self._field.setFocus()

    def _show_ghost(self, reading: LineReading) -> None:
        lane = self._lane_of(reading)
        if reading.kind not in ("step", "sent_on", "behind") or not reading.text or lane is None:
            self.ghosted.emit(None)
            return
        after = self._desk.journey.steps.get(self.position.road or Id(""))
        column = self.position.column
        if column is None:
            column = column_of(after) + (0 if reading.kind == "behind" else 1) if after else 1
        self.ghosted.emit((lane, column, reading.text))

    def _lane_of(self, reading: LineReading) -> Id | None:
        if reading.new_lane:
            return None
        named = (lane.id for lane in self._desk.journey.lanes.values() if lane.name == reading.lane)
        return next(named, None) if reading.lane else self._lane()

    # -- writing ----------------------------------------------------------------------------------

    def enter(self, branch: bool, leave: bool) -> None:
        """Enter: write the line; an empty one goes back to the map."""
        reading = self.reading()
        if reading.kind == "end":
            self._as_branch = False
            self.left.emit()
            return
        existing = self._taken.id if self._taken is not None else None
        self._writing = True
        try:
            if self.position.lane is None:
                self.position = replace(self.position, lane=self._lane())
            position = line_writer.write(
                self._desk.document,
                reading,
                self.position,
                branch=branch or self._as_branch,
                existing=existing,
            )
        except RefusedError as refused:
            self._refuse(refused.verdict.reason)
            return
        finally:
            self._writing = False
        self._written(reading, position, leave)

    def _refuse(self, reason: Message | str | None) -> None:
        words = reason.said(self._desk.t) if isinstance(reason, Message) else str(reason or "")
        self._foot.refusal.say(words)

    def _written(self, reading: LineReading, position: WritingPosition, leave: bool) -> None:
        last_before = self.position.last
        self.position = position
        self._lane_said = self._as_branch = False
        self._field.empty()
        self._writing = True
        chosen = position.last or position.road
        if chosen is not None:
            self._desk.selection.choose(chosen)
        self._writing = False
        self._refresh()
        self.wrote.emit()
        if not self._ask(reading, position, last_before) and leave:
            self.left.emit()

    def _ask(self, reading: LineReading, position: WritingPosition, before: Id | None) -> bool:
        """Ask what follows from the line: the four answers, or what a hand-off passes on."""
        if reading.kind == "friction" and position.friction is not None:
            self._foot.retire(self._foot.answers)
            self._foot.answers.ask(position.friction)
            return True
        if reading.kind in ("step", "sent_on") and position.last and position.last != before:
            return self.ask_handoffs(position.last)
        return False

    def ask_handoffs(self, step: Id) -> bool:
        """Ask about the hand-offs of a step of which nothing is said; whether there were any."""
        found = asked_after(self._desk.journey, step)
        if found:
            self._foot.retire(self._foot.handoff)
            self._foot.handoff.ask(found)
        return bool(found)

    def answer(self, friction: Id) -> None:
        """Ask the four questions about a friction that is there already."""
        self._foot.retire(self._foot.answers)
        self._foot.answers.ask(friction)

    def _asked(self, letters: str) -> None:
        self._foot.retire(None)
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)
        if letters:
            self._field.insert(letters)
        self._refresh()

    def _back_out(self) -> None:
        """Esc: empty the line, then back to the map."""
        if self._field.text() or self._as_branch:
            self._as_branch = False
            self._field.empty()
            self._refresh()
        else:
            self.left.emit()

    # -- pasting ----------------------------------------------------------------------------------

    def paste(self, text: str) -> None:
        """Lines become steps in one undo step; what cannot be read is said, the rest comes in."""
        lanes = [lane.name for lane in lanes_in_order(self._desk.journey)]
        pasted = line_paste.read_paste(text, lanes)
        if not pasted.lines:
            self._foot.refusal.say(self._desk.t("Nothing in the clipboard reads as steps."))
            return
        if self.position.lane is None:
            self.position = replace(self.position, lane=self._lane())
        self._writing = True
        try:
            steps = verbs.paste_lines(
                self._desk.document, pasted, self.position.road, lane=self.position.lane
            )
        finally:
            self._writing = False
        if steps:
            self.position = position_at(self._desk.journey, steps[-1])
            self._desk.selection.choose(steps[-1])
        self._refresh()
        said = [pasted.told.said(self._desk.t)]
        said += [f"{row}: {line}. {why.said(self._desk.t)}" for row, line, why in pasted.problems[:3]]
        self._foot.refusal.say(" ".join(said), refused=False)
        self.wrote.emit()
