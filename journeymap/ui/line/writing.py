"""Turns lines into edits: reads while one types, writes on Enter, asks what follows from it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from journeymap.edit import line_paste, line_writer, verbs
from journeymap.edit.document import Edited
from journeymap.edit.line import SIGNS, LineReading, parse
from journeymap.edit.line_paste import Pasted
from journeymap.edit.line_writer import WritingPosition, position_at
from journeymap.edit.message import Message
from journeymap.edit.rules import RefusedError
from journeymap.edit.suggest import Suggestion, suggestions
from journeymap.model.ids import Id
from journeymap.model.reading import lanes_in_order
from journeymap.ui.desk import Desk
from journeymap.ui.handoffs import asked_after
from journeymap.ui.line import chip
from journeymap.ui.line.first_question import first_question
from journeymap.ui.line.foot import Foot
from journeymap.ui.line.ghost import Ghost, ghost_of
from journeymap.ui.line.pasting import consider
from journeymap.ui.line.seeking import Prompt
from journeymap.ui.line.standing import end_of_road, position_on, step_after


class Writing(QObject):
    """Between the line and the document. `wrote` after every line, `left` when the map is wanted."""

    wrote = Signal()
    left = Signal()
    passed_on = Signal(QKeyEvent)
    ghosted = Signal(object)
    """The Ghost of the step being written, or None."""

    def __init__(self, desk: Desk, foot: Foot) -> None:
        super().__init__(foot)
        self._desk, self._foot = desk, foot
        self._field = foot.bar.field
        self.position = WritingPosition()
        self._lane_said = False
        self._taken: Suggestion | None = None
        self._writing = False
        self._as_branch = False
        self._colon_is_text = False
        self._every = False
        self._new_name = ""
        self.seeking: Prompt | None = None
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
        field.offers_asked.connect(self._offer_every)
        field.colon_meant.connect(self._mean_colon)
        foot.choices.taken.connect(self._take)
        for strip in foot.strips:
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
        place = position_on(self._desk, self._desk.selection.one, self.position)
        if place is not None:
            self.position, self._lane_said = place, False
        self._refresh()

    def follow_edit(self, news: Edited) -> None:
        """Undo and redo take the writing to where they changed something."""
        step = step_after(news) if news.origin != "edit" else None
        if news.origin != "edit":
            self._foot.refusal.say("")
        if step is not None:
            self._desk.selection.choose(step)
        if self.position.road is not None and self.position.road not in news.after.steps:
            self.position = position_at(news.after, step)
        asking = self._foot.asking
        if asking is not None and asking.is_void:
            self._asked("")
        self._refresh()

    def stand_at(self, lane: Id, column: float | None) -> None:
        """The next step stands in this cell, joined to nothing before it unless it is on the road."""
        self.position = replace(self.position, lane=lane, column=column, about=None)
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
        self._foot.refusal.say("")
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

    def seek(self, seeking: Prompt) -> None:
        """Let the line ask for a step or for words: Enter takes, Esc leaves."""
        self.prefill("")
        self.seeking = seeking
        self._refresh()

    def prefill(self, sign: str, *, branch: bool = False) -> None:
        """Begin a line with a sign, as a menu or a key asks."""
        self.seeking = None
        self._foot.retire(None)
        self._field.setText(sign)
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._as_branch = branch
        self._refresh()

    def _typed(self) -> None:
        self._desk.work.pace.hold()
        self._taken, self._every = None, False
        self._colon_is_text = self._colon_is_text and ":" in self._field.text()
        self._foot.refusal.say("")
        self._refresh()

    def reading(self) -> LineReading:
        """What the line means as it stands."""
        text, said = self._field.text(), self._lane_said or self._colon_is_text
        named_new = self._new_name and text.startswith(f"{self._new_name}:")
        return parse(text, [] if named_new else self._lanes(), lane_said=said)

    def _lanes(self) -> list[str]:
        return [lane.name for lane in lanes_in_order(self._desk.journey)]

    def _mean_colon(self) -> None:
        self._colon_is_text = True
        self._refresh()

    def _refresh(self) -> None:
        reading = self.reading()
        self._say_chip(reading)
        branch = self._as_branch
        words = "" if self.seeking else chip.belongs_words(self._desk, reading, self.position, branch)
        self._foot.bar.say_belongs(words)
        self._offer(reading)
        self._field.naming = reading.new_lane
        self.ghosted.emit(None if self.seeking else self._ghost(reading))
        self._field.setPlaceholderText(self._placeholder())
        self._foot.bar.fit_hints()

    def _placeholder(self) -> str:
        t = self._desk.t
        if self.seeking is not None:
            return t(self.seeking.hint)
        return t("What happens next?") if self._desk.journey.steps else first_question(self._desk)

    def _say_chip(self, reading: LineReading) -> None:
        if self.seeking is not None:
            self._foot.bar.say_chip(self.seeking.words)
            return
        words = chip.fact_words(self._desk, reading, self.position)
        lane = chip.lane_words(self._desk, reading, self._lane())
        if words:
            words = f"{words} · {lane}" if reading.lane else words
        elif reading.problem is not None and reading.kind == "step":
            words = "?"
        self._foot.bar.say_chip(words or lane, new=reading.new_lane)

    def _lane(self) -> Id | None:
        """The lane of the next step: the one said, else the customer's."""
        lanes = lanes_in_order(self._desk.journey)
        return self.position.lane or (lanes[0].id if lanes else None)

    def _offer_every(self) -> None:
        """Alt+Down: everything that could be taken here, before a letter is typed."""
        self._every = True
        self._refresh()

    def _offer(self, reading: LineReading) -> None:
        typed = self._field.text().strip()
        typed = typed[1:].strip() if typed[:1] in SIGNS and self.seeking is None else typed
        journey, road = self._desk.journey, self.position.road
        if self.seeking is not None:
            offers = self.seeking.offers(journey, typed)
        else:
            every = self._every
            offers = suggestions(journey, reading, typed, but=road, every=every) if typed or every else ()
        exact = [offer for offer in offers if offer == self._taken]
        self._foot.choices.offer(() if exact else offers)
        self._field.offering = bool(self._foot.choices.offers)

    def _take(self, offer: Suggestion | None = None) -> None:
        """Tab or a click: a lane becomes its name and a colon, anything else its own words."""
        offer = offer or self._foot.choices.marked
        if offer is None:
            return
        typed = self._field.text()
        sign = typed[0] + " " if typed[:1] in SIGNS and self.seeking is None else ""
        lane = offer.id is None or offer.id in self._desk.journey.lanes
        rest = typed.partition(":")[2].strip()
        self._field.setText(f"{sign}{offer.words}: {rest}" if lane else f"{sign}{offer.words}")
        self._taken = None if lane else offer
        self._new_name = offer.words if offer.id is None else ""
        self._refresh()
        self._field.setFocus()

    def _ghost(self, reading: LineReading) -> Ghost | None:
        branch = self._as_branch
        return ghost_of(self._desk.journey, reading, self.position, self._lane(), branch=branch)

    # -- writing ----------------------------------------------------------------------------------

    def enter(self, branch: bool, leave: bool) -> None:
        """Enter: write the line; an empty one goes back to the map."""
        if self._foot.choices.walked and self._taken is None:
            self._take()
            if self._taken is None:  # a lane: its step is still to be written
                return
        reading = self.reading()
        if self.seeking is not None:
            self._found(self.seeking)
            return
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

    def _found(self, seeking: Prompt) -> None:
        """Enter while the line asks for something."""
        taken = self._taken.id if self._taken is not None else None
        try:
            problem = seeking.enter(self._desk.journey, self._field.text().strip(), taken)
        except RefusedError as refused:
            problem = refused.verdict.reason
        if problem is None:
            self._end_seeking()
        else:
            self._refuse(problem)

    def _end_seeking(self) -> None:
        self.seeking = None
        self._field.empty()
        self._refresh()

    def _refuse(self, reason: Message | str | None) -> None:
        words = reason.said(self._desk.t) if isinstance(reason, Message) else str(reason or "")
        self._foot.refusal.say(words)

    def _written(self, reading: LineReading, position: WritingPosition, leave: bool) -> None:
        last_before = self.position.last
        self.position = position
        self._lane_said = self._as_branch = self._colon_is_text = False
        self._field.empty()
        self._writing = True
        chosen = position.about or position.last or position.road
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
        if self._foot.handoff.sign:
            self._field.answered_by, self._foot.handoff.sign = self._foot.handoff.sign, ""
        self._refresh()

    def _back_out(self) -> None:
        """Esc: close what is offered, empty the line, then back to the map."""
        if self._every or self._foot.choices.walked:
            self._every = False
            self._foot.choices.offer(())
            self._field.offering = False
        elif self.seeking is not None:
            self._end_seeking()
        elif self._field.text() or self._as_branch:
            self._as_branch = False
            self._field.empty()
            self._refresh()
        else:
            self._foot.refusal.say("")
            self.left.emit()

    # -- pasting ----------------------------------------------------------------------------------

    def paste(self, text: str) -> None:
        """Lines become steps in one undo step; rows that cannot be read are shown and asked about first."""
        consider(self._desk.t, self._foot, line_paste.read_paste(text, self._lanes()), self._bring_in)

    def _bring_in(self, pasted: Pasted) -> None:
        lane = self.position.lane or self._lane()
        self._writing = True
        try:
            steps = verbs.paste_lines(self._desk.document, pasted, self.position.road, lane=lane)
        except RefusedError as refused:
            self._refuse(refused.verdict.reason)
            return
        finally:
            self._writing = False
        if steps:
            self.position = position_at(self._desk.journey, steps[-1])
            self._desk.selection.choose(steps[-1])
        self._field.settle()
        self._refresh()
        self._foot.refusal.say(pasted.told.said(self._desk.t), refused=False)
        self.wrote.emit()
