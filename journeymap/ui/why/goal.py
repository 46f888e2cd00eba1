"""How long it takes when all goes well (G): seen, typed and dragged, with the ranking beside it live."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

import msgspec
from PySide6.QtCore import QSignalBlocker, QTimer
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from journeymap.analysis import words
from journeymap.analysis.goal import find_ends, goal_minutes
from journeymap.analysis.graph import build
from journeymap.edit import verbs
from journeymap.i18n import N_
from journeymap.model.change import same_but_words
from journeymap.model.ids import HEAD
from journeymap.model.journey import Journey
from journeymap.model.quantity import VALUE_LOST, read_quantity
from journeymap.sheets.figures import COUNT, MINUTE, NOT_A_QUANTITY, parse, phrase
from journeymap.ui.desk import Desk
from journeymap.ui.details.fields import GOAL_MINUTES
from journeymap.ui.details.written import Words
from journeymap.ui.drawn import disc
from journeymap.ui.label import Elided, label, tip
from journeymap.ui.lists.frictions import measure
from journeymap.ui.pieces import button, clear, column, row
from journeymap.ui.why.scale import minutes_at, position_of
from journeymap.ui.why.slider import MinuteSlider

QUESTION = N_("How long does it take when all goes well?")
SHOWN = 3
PAUSE = 40
"""Milliseconds between two edits of one drag: as often as the eye can follow."""
_runs = count()


class _Computed:
    """What the steps' own minutes add up to; worked out anew only when the road is another."""

    def __init__(self) -> None:
        self._journey: Journey | None = None
        self._minutes: float | None = None

    def keep(self, journey: Journey, minutes: float | None) -> None:
        """Remember what an examination has worked out."""
        self._journey, self._minutes = journey, minutes

    def of(self, journey: Journey) -> float | None:
        if self._journey is None or not _same_road(self._journey, journey):
            unsaid = replace(journey, head=msgspec.structs.replace(journey.head, goal_minutes=None))
            graph = build(unsaid)
            self.keep(journey, goal_minutes(graph, find_ends(graph)))
        return self._minutes


def _same_road(one: Journey, other: Journey) -> bool:
    """Whether the same steps lead the same way; other words for them take no other time."""
    if one.links is not other.links or one.lanes is not other.lanes:
        return False
    before, after = one.steps, other.steps
    return before is after or (
        before.keys() == after.keys()
        and all(step is before[id] or same_but_words(before[id], step) for id, step in after.items())
    )


_known = _Computed()


def computed_minutes(journey: Journey) -> float | None:
    """What the steps' own minutes add up to, whatever was stated (METHOD 1)."""
    return _known.of(journey)


def by_examination(desk: Desk) -> float | None:
    """The same without working it out where the examination does, or will in a moment."""
    found, journey = desk.work.findings.figures.goal_minutes, desk.journey
    if journey.head.goal_minutes is not None:
        return computed_minutes(journey)
    if desk.work.is_examined:
        _known.keep(journey, found)
    return found


def value_was_lost(journey: Journey) -> bool:
    """Whether any friction says that some of the outcome is lost: only then G matters."""
    spans = (read_quantity(one.value_lost, VALUE_LOST) for one in journey.frictions.values())
    return any(span is not None and span.high > 0 for span in spans)


def goal_card(desk: Desk) -> GoalCard:
    """The card of the map's G."""
    return GoalCard(desk)


class GoalCard(QFrame):
    """Question, exact figure, slider, break-even, and the first places as they would be."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("card")
        self._desk = desk
        self._computed = by_examination(desk)
        self._run = next(_runs)
        self._moving = False
        t = desk.t
        self.exact = Words("")
        self.exact.setProperty("role", "exact")
        self.exact.setProperty("answers", "goal_minutes")
        self.exact.setAccessibleName(t(GOAL_MINUTES))
        self.exact.setPlaceholderText(t("don't know"))
        self.exact.setFixedWidth(desk.look.px(96))
        self.exact.said.connect(self._typed)
        self.slider = MinuteSlider(desk)
        self.slider.setAccessibleName(t(QUESTION))
        self.slider.taken.connect(self._begin)
        self.slider.valueChanged.connect(self._moved)
        self.slider.sliderReleased.connect(self._say)
        self.back = button(desk.look, t("Back to the computed figure"), self._back, role="link")
        self.note = label("", "caption", wrap=True)
        self.even = label("", wrap=True)
        self._first = QVBoxLayout()
        self._first.setSpacing(3)
        self._soon = QTimer(self, singleShot=True, interval=PAUSE)
        self._soon.timeout.connect(self._say)
        self._lay_out()
        self.follow()

    def _lay_out(self) -> None:
        question = label(self._desk.t(QUESTION), "rowbold", wrap=True)
        inner = column(
            question,
            row(self.exact, None),
            self.slider,
            self.note,
            row(self.back, None),
            self.even,
            self._first,
            gap=6,
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 12)
        layout.addWidget(inner)

    @property
    def is_held(self) -> bool:
        """Whether a hand is on the slider, or a key's move is not said yet: the card must stay."""
        return self.slider.isSliderDown() or self._moving

    def go_on_from(self, other: GoalCard) -> None:
        """Take the other's place: what the keyboard does here belongs to the same undo step."""
        self._run = other._run

    # -- showing ----------------------------------------------------------------------------------

    def follow(self) -> None:
        """Show the figures as they are now."""
        desk, t = self._desk, self._desk.t
        stated = desk.journey.head.goal_minutes
        now = stated if stated is not None else self._computed
        self.exact.show_text(phrase(now, MINUTE, t) if now is not None else "")
        if now is not None and not self._moving and minutes_at(self.slider.value()) != now:
            with QSignalBlocker(self.slider):
                self.slider.setValue(position_of(now))
        self.slider.setAccessibleDescription(self.exact.text())
        self.slider.show_marks(desk.work.findings.break_even_goal, self._computed)
        self.note.setText(self._source(stated is not None))
        self.back.setVisible(stated is not None and self._computed is not None)
        said = words.break_even_sentence(desk.work.findings, t)
        self.even.setText(said)
        self.even.setVisible(bool(said))
        self._show_first()
        self.slider.update()

    def _source(self, stated: bool) -> str:
        t, computed = self._desk.t, self._computed
        if computed is None:
            said = t("Stated") if stated else t("No step says how long it takes.")
            return said
        figure = t.number(round(computed))
        if stated:
            return t("Stated. The steps say {n} minutes.", n=figure)
        return t("Computed: the least work the steps ask for on a good way.")

    def _show_first(self) -> None:
        clear(self._first)
        desk = self._desk
        ranked = [line for line in desk.work.findings.ranked if line.id in desk.journey.frictions]
        for line in ranked[:SHOWN]:
            title = Elided(desk.journey.frictions[line.id].title, "caption")
            figure = label(desk.t.number(round(measure(line)[1])), "figure", right=True)
            mark = disc(desk.look, str(line.rank), line.tier)
            self._first.addWidget(row(mark, (title, 1), figure, gap=7))

    # -- saying -----------------------------------------------------------------------------------

    def _begin(self) -> None:
        self._run = next(_runs)

    def _moved(self) -> None:
        self._moving = True
        if not self._soon.isActive():
            self._soon.start()

    def _say(self) -> None:
        """One edit; all of one drag, or of one visit by keyboard, are a single undo step."""
        self._soon.stop()
        moved, self._moving = self._moving, False
        minutes = minutes_at(self.slider.value())
        if moved and minutes != self._desk.journey.head.goal_minutes:
            verbs.set_field(self._desk.document, HEAD, merge=("goal", self._run), goal_minutes=minutes)
        self.follow()

    def _typed(self, text: str) -> None:
        read = parse(text, COUNT) if text else None
        refused = bool(text) and not isinstance(read, int | float)
        tip(self.exact, self._desk.t(NOT_A_QUANTITY) if refused else "")
        if not refused:
            verbs.set_field(self._desk.document, HEAD, goal_minutes=read)

    def _back(self) -> None:
        verbs.set_field(self._desk.document, HEAD, goal_minutes=None)


def cards_in(inside: QWidget | None) -> list[GoalCard]:
    """The cards on a page."""
    return inside.findChildren(GoalCard) if inside is not None else []


def held_card(inside: QWidget | None) -> GoalCard | None:
    """The card in a hand now, if there is one."""
    return next((card for card in cards_in(inside) if card.is_held), None)


def card_at_keyboard(inside: QWidget | None) -> GoalCard | None:
    """The card whose slider has the keyboard, if there is one."""
    return next((card for card in cards_in(inside) if card.slider.hasFocus()), None)
