"""The sheets of what stands beside the map: actions, questions asked, parked remarks, walks, surprises."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from journeymap.i18n import N_
from journeymap.model.records import Action, Friction, Lane, LogEntry, Measure, Note, Record, Step, Walk
from journeymap.sheets import terms
from journeymap.sheets.fields import field, titled
from journeymap.sheets.figures import DAYS, PERCENT
from journeymap.sheets.kinds import Choice, ComputedFigure, Day, Words, YesNo
from journeymap.sheets.known import Known
from journeymap.sheets.names import plain_name
from journeymap.sheets.numbers import Amount
from journeymap.sheets.references import Many, One
from journeymap.sheets.sheet import Column, Sheet
from journeymap.sheets.things import added, by_name, record_of

ACTION_STATES = (N_("proposed"), N_("decided"), N_("under way"), N_("done"))
"""What is offered for how far an action has come; any words will do."""


def _by_date(kind: type[Record]) -> Callable[[Known], Sequence[str]]:
    def rows(known: Known) -> Sequence[str]:
        records = known.journey.of(kind).values()
        return [one.id for one in sorted(records, key=lambda one: (getattr(one, "date", "") or "", one.id))]

    return rows


def _saved(known: Known, action: Action) -> float | None:
    found = known.gains.get(action.id)
    return None if found is None or found.hours is None else found.hours.point


def _saved_per_day(known: Known, action: Action) -> float | None:
    found = known.gains.get(action.id)
    return None if found is None else found.hours_per_day


def _minutes(known: Known, action: Action) -> float | None:
    found = known.gains.get(action.id)
    return None if found is None or found.minutes is None else found.minutes.point


def _states(known: Known) -> Sequence[str]:
    """What is usual, then what others on the map say."""
    usual = [known.t(word) for word in ACTION_STATES]
    said = {one.status for one in known.journey.actions.values() if one.status}
    return [*usual, *sorted(said.difference(usual))]


ACTIONS = Sheet(
    "actions",
    N_("Actions"),
    (
        titled("title", N_("Action"), Words(), 260, ask=N_("What shall be done?")),
        field("frictions", N_("Against"), Many(of=(Friction,)), 220),
        Column("saved_per_day", N_("Hours saved per day of work"), ComputedFigure(), _saved_per_day,
               width=196),
        Column("saved", N_("Hours saved a year"), ComputedFigure(), _saved, width=140),
        field("owner", N_("Owner"), Words(), 160),
        field("due", N_("Ready by"), Day(), 110),
        field("effort_days", N_("Days of work"), Amount(unit=DAYS), 126),
        field("effect", N_("Share of hours removed"), Amount(unit=PERCENT), 164),
        field("kind", N_("Kind"), Choice(terms=terms.ACTION), 130),
        field("status", N_("State"), Words(used=_states), 120),
        Column("minutes_saved", N_("Minutes saved per 1,000 journeys"), ComputedFigure(), _minutes,
               width=220, shown=False),
    ),
    lambda known: list(known.gains),
    record_of(Action),
    added(lambda given: Action(title=given["title"]), N_("Add action")),
    row_words=plain_name,
    new_words=N_("New row: what shall be done"),
)  # fmt: skip
MEASURES = Sheet(
    "measures",
    N_("Measurements"),
    (
        titled("question", N_("Question"), Words(), 320, ask=N_("What is asked?")),
        field("step", N_("Asked at"), One(of=(Step,)), 190),
        field("open_text", N_("Own words"), YesNo(), 96),
        field("used_for", N_("Used for"), Words(), 200),
        field("last_decision", N_("Last decision on it"), Day(), 140),
    ),
    by_name(Measure),
    record_of(Measure),
    added(lambda given: Measure(question=given["question"]), N_("Add question")),
    row_words=plain_name,
    new_words=N_("New row: what the customers are asked"),
)  # fmt: skip
NOTES = Sheet(
    "notes",
    N_("Parked"),
    (
        titled("text", N_("Note"), Words(long=True), 460, ask=N_("What shall be remembered?")),
        field("lane", N_("Lane"), One(of=(Lane,)), 160),
    ),
    by_name(Note),
    record_of(Note),
    added(lambda given: Note(text=given["text"]), N_("Park remark")),
    row_words=plain_name,
    new_words=N_("New row: what shall be remembered"),
)  # fmt: skip
WALKS = Sheet(
    "walks",
    N_("Walks"),
    (
        field("by", N_("Who walked"), Words(), 170),
        field("role", N_("Role"), Words(), 150),
        field("date", N_("Date"), Day(), 110),
        field("observations", N_("What was seen"), Words(long=True), 420),
    ),
    _by_date(Walk),
    record_of(Walk),
    added(lambda given: Walk(), N_("Add walk")),
    row_words=lambda known, one: one.by or "",
    new_words=N_("New row: who walked the road, and what was seen"),
)  # fmt: skip
SURPRISES = Sheet(
    "log",
    N_("Surprises"),
    (
        field("believed", N_("We believed"), Words(long=True), 300),
        field("saw", N_("We saw"), Words(long=True), 300),
        field("date", N_("Date"), Day(), 110),
    ),
    _by_date(LogEntry),
    record_of(LogEntry),
    added(lambda given: LogEntry(), N_("Note surprise")),
    row_words=lambda known, one: one.believed or one.saw or "",
    new_words=N_("New row: what was believed, and what was seen"),
)  # fmt: skip
