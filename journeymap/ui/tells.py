"""What the map also tells, subject by subject: each with its sentence, its places and how sure."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from journeymap.analysis.evidence import assumed_share
from journeymap.analysis.further import Further
from journeymap.analysis.promise_gaps import Kept
from journeymap.analysis.words import further as beyond
from journeymap.analysis.words import tells as said
from journeymap.analysis.words import wall_number
from journeymap.analysis.words.nouns import customer_forms
from journeymap.edit import verbs
from journeymap.i18n import N_, Catalogue
from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.model.reading import name_of
from journeymap.ui.desk import Desk

TELL = "tell:"
"""How what is no record of the map is known, before its own key."""
SIGN_OF: Mapping[Kept, tuple[str, str]] = {
    "short": ("clock", "wall"),
    "maybe_short": ("clock", "warn"),
    "unknown": ("circle-help", "warn"),
    "enough": ("circle-check", "text2"),
}


@dataclass(frozen=True)
class Tell:
    """One thing told. `key` is what is selected by it: a record's id, a wall's key, or its own.

    `places` are what it is about on the map, `at` where a friction made of it would stand.
    """

    key: str
    places: tuple[str, ...]
    words: str
    note: str = ""
    sign: tuple[str, str] = ("circle-alert", "text2")
    certain: bool = True
    at: Id | None = None


@dataclass(frozen=True)
class Subject:
    """A heading and what stands under it."""

    name: str
    title: str
    tells: Callable[[Journey, Further, Desk], Iterator[Tell]]


def titled(desk: Desk, subject: Subject) -> str:
    """The heading, in the map's word for its customer."""
    return desk.t(subject.title, **customer_forms(desk.journey, desk.t))


def told(desk: Desk) -> Mapping[str, Sequence[Tell]]:
    """Subject → what is told under it; nothing while nothing is known."""
    further = desk.telling.now()
    if further is None:
        return {}
    name = ("tells", desk.t.language, desk.journey)
    return desk.telling.kept(name[:2], further, lambda known: _all(desk, known))


def _all(desk: Desk, further: Further) -> dict[str, list[Tell]]:
    return {subject.name: list(subject.tells(desk.journey, further, desk)) for subject in SUBJECTS}


def tell_with(desk: Desk, key: str) -> Tell | None:
    """The one with this key that is no record of its own."""
    if not key.startswith(TELL):
        return None
    return next((one for tells in told(desk).values() for one in tells if one.key == key), None)


def make_friction(desk: Desk, tell: Tell) -> bool:
    """Write it down as where it rubs, and go on to its four answers; False where it has no place."""
    if tell.at is None or desk.journey.get(tell.at) is None:
        return False
    desk.selection.ask(verbs.add_friction(desk.document, tell.at, tell.words), "hits")
    return True


def _gaps(journey: Journey, further: Further, desk: Desk) -> Iterator[Tell]:
    for gap in further.promise_gaps:
        yield Tell(
            f"{TELL}gap:{gap.promise}:{gap.maker}:{gap.honourer}",
            gap.way,
            beyond.promise_gap_sentence(gap, journey, desk.t),
            f"{_step(journey, gap.maker)} → {_step(journey, gap.honourer)}",
            SIGN_OF[gap.kept],
            certain=gap.kept in ("short", "enough"),
            at=gap.honourer if gap.kept != "enough" else None,
        )


def _once(journey: Journey, further: Further, desk: Desk) -> Iterator[Tell]:
    t = desk.t
    for one in further.say_once.repeats:
        notes = [t("by law")] if one.required else []
        notes += [] if one.between_lanes else [t("in one lane")]
        calm = one.required or one.known
        yield Tell(
            f"{TELL}repeat:{one.item}:{one.first}:{one.again}",
            (one.first, one.again),
            beyond.repeat_sentence(one, journey, t),
            " · ".join(notes),
            ("circle-check", "text2") if calm else ("message-square-quote", "warn"),
            at=None if one.required else one.again,
        )
    for gap in further.say_once.gaps:
        yield Tell(
            f"{TELL}unpassed:{gap.item}:{gap.step}",
            (gap.step, *gap.asked_at),
            beyond.unpassed_sentence(gap, journey, t),
            sign=("circle-alert", "warn"),
            at=gap.step,
        )


def _unattended(journey: Journey, further: Further, desk: Desk) -> Iterator[Tell]:
    for one in further.unattended:
        yield Tell(
            f"{TELL}waits:{one.step}",
            (one.step, *one.next),
            beyond.unattended_sentence(one, journey, desk.t),
            sign=("hourglass", "warn"),
            at=one.step,
        )


def _sides(journey: Journey, further: Further, desk: Desk) -> Iterator[Tell]:
    for wall in further.walls:
        silent = [name_of(journey.lanes.get(lane)) for lane in wall.silent]
        lanes = [name_of(journey.lanes.get(lane)) for lane in (wall.giver, wall.receiver) if lane is not None]
        yield Tell(
            wall.keys[0],
            tuple(lane for lane in (wall.giver, wall.receiver) if lane is not None),
            f"{wall_number(wall.number, desk.t)} · {' | '.join(dict.fromkeys(lanes))}",
            _heard(len(wall.views), silent, desk.t),
            ("brick-wall", "wall"),
        )


def _heard(heard: int, silent: list[str], t: Catalogue) -> str:
    if not heard:
        return t("Neither side has been heard.")
    if silent:
        return t("{lanes} has not been heard.", lanes=t.listed(silent))
    return t("Both sides have been heard.")


def _rungs(journey: Journey, further: Further, desk: Desk) -> Iterator[Tell]:
    t, share = desk.t, assumed_share(further.evidence)
    if share is None:
        return
    for rung in further.evidence:
        if rung.frictions:
            count = t.plural("{n} friction", "{n} frictions", len(rung.frictions))
            weak = rung.level in ("unsaid", "assumed")
            yield Tell(
                f"{TELL}rung:{rung.level}",
                tuple(rung.frictions),
                f"{said.level_name(rung.level, t)}: {t.percent(rung.share or 0.0)}",
                f"{count}. {said.assumed_sentence(share, t)}" if weak else count,
                ("circle-help", "warn") if weak else ("circle-check", "text2"),
            )


def _remedies(journey: Journey, further: Further, desk: Desk) -> Iterator[Tell]:
    for one in further.remedies:
        if one.actions or one.decisive:
            good = one.fit == "fits" and (one.decided or not one.decisive)
            yield Tell(
                one.friction,
                (one.friction,),
                said.remedy_sentence(one, journey, desk.t),
                sign=("circle-check", "text2") if good else ("circle-alert", "warn"),
            )


def _orders(journey: Journey, further: Further, desk: Desk) -> Iterator[Tell]:
    for order in further.orders:
        open_ = order.refused or order.asked_why is False or order.next_order is False
        sign = ("circle-alert", "warn") if open_ else ("arrow-right", "text2")
        yield Tell(order.link, (order.link,), said.order_sentence(order, journey, desk.t), order.reason, sign)
    for work in further.shadow:
        yield Tell(
            work.link, (work.link,), said.shadow_sentence(work, journey, desk.t), sign=("copy", "warn")
        )


def _lanes(journey: Journey, further: Further, desk: Desk) -> Iterator[Tell]:
    if not journey.steps:
        return
    for card in further.lanes:
        name, _, rest = said.lane_sentence(card, journey, desk.work.findings, desk.t).rpartition(": ")
        yield Tell(card.lane, (card.lane,), name, rest, ("list-tree", "text2"))


def _step(journey: Journey, id: Id) -> str:
    return name_of(journey.steps.get(id))


SUBJECTS: tuple[Subject, ...] = (
    Subject("gaps", N_("Promised and in time"), _gaps),
    Subject("once", N_("Say it once"), _once),
    Subject("waits", N_("Nobody's {guest}"), _unattended),
    Subject("sides", N_("Walls from both sides"), _sides),
    Subject("rungs", N_("What the hours rest on"), _rungs),
    Subject("remedies", N_("Actions beside causes"), _remedies),
    Subject("orders", N_("Every order to support"), _orders),
    Subject("lanes", N_("Lane by lane"), _lanes),
)
"""In the order of the list."""
