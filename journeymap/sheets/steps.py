"""The sheet of steps: what happens, in which lane and stage, where it goes on to, what is known of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from journeymap.edit import columns as moments
from journeymap.edit import suggest, verbs
from journeymap.edit.document import Document
from journeymap.edit.roads import between, kind_of, onward
from journeymap.i18n import N_
from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.model.quantity import Number as Figure
from journeymap.model.reading import column_of, is_critical, stage_of_step, stage_of_steps, stages_in_order
from journeymap.model.records import Item, Lane, Promise, Stage, Step
from journeymap.sheets import terms
from journeymap.sheets.fields import field, titled
from journeymap.sheets.figures import COUNT, MINUTE
from journeymap.sheets.kinds import Choice, Computed, Kind, Tick, Voted, Words, YesNo
from journeymap.sheets.known import Known
from journeymap.sheets.names import New
from journeymap.sheets.numbers import Amount, Feeling, Number
from journeymap.sheets.references import Many, One
from journeymap.sheets.sheet import Column, Sheet


def _rows(known: Known) -> Sequence[str]:
    return [step.id for step in known.steps]


def lane_of(document: Document, lane: Any) -> Id:
    """The lane itself, or a new one of this name; `*` behind it makes it a supplier's."""
    if not isinstance(lane, New):
        return Id(lane)
    return verbs.lane_named(document, lane.rstrip(" *"), supplier=lane.endswith("*"))


def _put_lane(document: Document, id: str, value: Any) -> None:
    lane = lane_of(document, value)
    if lane != document.present.steps[Id(id)].lane:
        verbs.move_steps(document, [Id(id)], lane=lane)


def _put_stage(document: Document, id: str, value: Any) -> None:
    """A stage without steps begins here; to one that has some the step moves."""
    with document.edit(N_("Change facts")):
        if isinstance(value, New):
            value = verbs.stage_named(document, value, Id(id))
        if value is not None and _may_begin(document.present, value, Id(id)):
            verbs.begin_stage_with(document, value, Id(id))
        elif value is not None or document.present.steps[Id(id)].stage is not None:
            verbs.set_field(document, Id(id), stage=value)


def _may_begin(journey: Journey, stage: Id, step: Id) -> bool:
    """Whether the stage has no steps yet and nothing before the step belongs to a later one."""
    held = stage_of_steps(journey)
    if stage in held.values():
        return False
    place = {each.id: number for number, each in enumerate(stages_in_order(journey))}
    here = column_of(journey.steps[step])
    return all(
        place[of] < place[stage] for id, of in held.items() if column_of(journey.steps[id]) < here
    )  # fmt: skip


def _put_moment(document: Document, id: str, value: Any) -> None:
    """The n-th moment from the left; beyond the last a new one, between two whole ones a new one there."""
    if value is None:
        return
    journey, step = document.present, document.present.steps[Id(id)]
    used = moments.in_use(journey)
    column = _nth_moment(used, value)
    if column != column_of(step):
        verbs.move_steps(document, [step.id], column=column)


def _nth_moment(used: Sequence[float], n: float) -> Figure:
    place = int(n) - 1
    if n < 1:
        return moments.before(used, used[0])
    if place >= len(used):
        return moments.next_whole(used[-1])
    return moments.tidy(used[place]) if n == int(n) else moments.beside(used, used[place])


def _moment(known: Known, step: Step) -> int | None:
    return known.columns.get(column_of(step))


def _channels(known: Known) -> Sequence[str]:
    return [one.words for one in suggest.channels(known.journey)]


def following(known: Known, step: Step) -> tuple[Id, ...]:
    """The steps that the road leads on to."""
    links = known.links_from.get(step.id, ())
    return tuple(dict.fromkeys(link.target for link in links if kind_of(link) == "flow"))


def _put_following(document: Document, id: str, value: Any) -> None:
    """The road leads on to exactly these; links that stay keep what was said of them."""
    wanted = list(value or ())
    with document.edit(N_("Link steps")):
        for link in list(document.present.links.values()):
            if link.source == id and kind_of(link) == "flow" and link.target not in wanted:
                verbs.unlink(document, link.id)
        for target in wanted:
            if not any(kind_of(link) == "flow" for link in between(document.present, Id(id), target)):
                verbs.link(document, Id(id), target)


def _named(document: Document, names: Iterable[Any], make: type[Promise] | type[Item]) -> tuple[Id, ...]:
    """Ids as they are, new names as new records; a name that came in meanwhile is that record."""
    called = verbs.promise_called if make is Promise else verbs.item_called
    found: list[Id] = []
    with document.edit(N_("Change facts")) as draft:
        for name in names:
            known = called(document.present, name) if isinstance(name, New) else Id(name)
            found.append(known or draft.add(Promise(text=name) if make is Promise else Item(name=name)))
    return tuple(dict.fromkeys(found))


def _list(name: str, words: str, of: type[Promise] | type[Item], width: int, **more: Any) -> Column:
    """A column of promises or pieces of information; a new name makes a new one."""

    def put(document: Document, id: str, value: Any) -> None:
        with document.edit(N_("Change facts")):
            ids = _named(document, value or (), of)
            verbs.set_field(document, Id(id), **{name: ids or None})

    kind: Kind = Many(of=(of,), makes=True)
    return Column(name, words, kind, lambda known, step: getattr(step, name), put, width, **more)


def _frictions(known: Known, step: Step) -> str:
    """ "2  The desk does not know": ranks and titles of what rubs here."""
    lines = []
    for friction in known.frictions_at.get(step.id, ()):
        ranked = known.ranked.get(friction.id)
        lines.append(f"{ranked.rank if ranked else '?'}\u2002{friction.title}")
    return "; ".join(lines)


def _put_critical(document: Document, id: str, value: Any) -> None:
    verbs.mark_critical(document, Id(id), critical=value)


def _put_votes(document: Document, id: str, value: Any) -> None:
    yes, of = (value.yes, value.of) if value is not None else (None, None)
    verbs.set_votes(document, Id(id), yes, of)


def _make(document: Document, given: Mapping[str, Any], after: str | None, between_: bool) -> str:
    """After the row before: in its lane, and going on from it where its road leads nowhere yet.

    `between_` puts it in before what follows, as on the map. Where the new row says itself where
    steps go on to, nothing is joined.
    """
    journey = document.present
    before = journey.steps.get(Id(after)) if after is not None else None
    lane = given.get("lane")
    stage = given.get("stage")
    joins = before is not None and (between_ or ("next" not in given and not onward(journey, before.id)))
    return verbs.new_step(
        document,
        given["title"],
        lane=lane_of(document, lane) if lane is not None else before.lane if before is not None else None,
        after=before.id if before is not None and joins else None,
        stage=_stage_named(document, stage, before),
    )


def _stage_named(document: Document, stage: Any, before: Step | None) -> Id | None:
    """The stage a new step begins; None where it goes on in that of the step before."""
    if isinstance(stage, New):
        stage = verbs.stage_named(document, stage, before.id if before is not None else None)
    held = stage_of_step(document.present, before) if before is not None else None
    return None if stage is None or stage == held else Id(stage)


def _move(document: Document, id: str, by: int) -> None:
    verbs.shift_steps(document, [Id(id)], columns=by)


def _is_critical(known: Known, step: Step) -> bool | None:
    return True if is_critical(step) else step.critical


STEPS = Sheet(
    "steps",
    N_("Steps"),
    (
        titled("title", N_("Step"), Words(), 230, ask=N_("What happens?")),
        Column("lane", N_("Lane"), One(of=(Lane,), makes=True), lambda k, step: step.lane, _put_lane, 172,
               shapes=True),
        Column("stage", N_("Stage"), One(of=(Stage,), makes=True), lambda k, step: k.stages.get(step.id),
               _put_stage, 110, shapes=True),
        field("channel", N_("Channel"), Words(used=_channels), 96),
        Column("next", N_("Goes on to"), Many(of=(Step,)), following, _put_following, 180),
        Column("critical", N_("Decides"), Tick(), _is_critical, _put_critical, 74),
        field("own_minutes", N_("Own minutes"), Amount(unit=MINUTE), 112),
        field("wait_minutes", N_("Waiting"), Amount(unit=MINUTE), 112, shown=False),
        Column("frictions", N_("Frictions"), Computed(), _frictions, width=230),
        _list("asks", N_("Asks for"), Item, 150),
        _list("makes", N_("Promises made"), Promise, 140),
        _list("honours", N_("Promises to keep"), Promise, 140),
        field("value_in_use", N_("Value in use"), Tick(), 96),
        field("goal", N_("Goal"), Tick(), 64),
        field("start", N_("Start"), Tick(), 64, shown=False),
        field("end", N_("End"), Tick(), 64, shown=False),
        Column("moment", N_("Place in time"), Number(unit=COUNT), _moment, _put_moment, 110, shown=False),
        field("critical_reason", N_("Why it decides"), Words(long=True), 220, shown=False),
        Column("critical_votes", N_("Votes"), Voted(), lambda k, step: step.critical_votes, _put_votes, 72,
               shown=False),
        field("customer_present", N_("Customer there"), YesNo(), 112, shown=False),
        field("expectation", N_("Expected"), Feeling(), 88, shown=False),
        field("experience", N_("Experienced"), Feeling(), 96, shown=False),
        field("high_point", N_("High point"), Tick(), 88, shown=False),
        field("recovery", N_("Puts right"), Tick(), 88, shown=False),
        field("demand", N_("What brings the customer"), Choice(terms=terms.DEMAND), 150, shown=False),
        field("system_support", N_("System support"), Choice(terms=terms.SYSTEM), 120, shown=False),
        field("minutes_needed", N_("Minutes needed"), Amount(unit=MINUTE), 118, shown=False),
        field("minutes_given", N_("Minutes given"), Amount(unit=MINUTE), 110, shown=False),
        field("mandate", N_("Mandate"), Choice(terms=terms.MANDATE), 100, shown=False),
        field("reask_required", N_("Asked again by law"), Tick(), 132, shown=False),
        field("owner", N_("Owner"), Words(), 130, shown=False),
        field("hours", N_("Opening hours"), Words(), 130, shown=False),
        field("description", N_("Description"), Words(long=True), 260, shown=False),
    ),
    _rows,
    lambda known, id: known.journey.steps.get(Id(id)),
    _make,
    row_words=lambda known, step: step.title,
    new_words=N_("New row: type, or paste from a spreadsheet"),
    move=_move,
)  # fmt: skip
