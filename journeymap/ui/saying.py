"""Every fact of what is selected by its name: Ctrl+K answers it at once, or goes to where it is answered."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any, cast

from journeymap.edit import verbs
from journeymap.i18n import LANGUAGES, N_, catalogue
from journeymap.model.ids import Id
from journeymap.model.reading import is_critical, lanes_in_order, stages_in_order
from journeymap.model.records import (
    EvidenceLevel,
    Friction,
    Head,
    Lane,
    Link,
    Promise,
    Record,
    Stage,
    Step,
    Wall,
)
from journeymap.sheets.fields import say, value_of
from journeymap.ui.desk import Desk
from journeymap.ui.details import fields
from journeymap.ui.details.controls import shown
from journeymap.ui.details.facts import LEVELS
from journeymap.ui.details.fields import Field, Section
from journeymap.ui.details.four import QUESTIONS, words_of
from journeymap.ui.details.wall import mark_of
from journeymap.ui.dialogs.anything import Offer
from journeymap.ui.lists.walls import strongest

SECTIONS: dict[type[Record], tuple[Section, ...]] = {
    Step: fields.STEP,
    Link: (*fields.LINK, fields.ORDER),
    Friction: fields.FRICTION,
    Lane: fields.LANE,
    Stage: fields.STAGE,
    Promise: fields.PROMISE,
    Head: fields.HEAD,
}
SIGN = "pencil"
AT_ONCE = ("choice", "yesno", "flag")
YES_NO = ((True, N_("yes")), (False, N_("no")))
MOVE_TO, STAGE_OF, KNOWN_BY = N_("Move to lane"), N_("Stage"), N_("How do we know it?")
MADE, KEPT = N_("Promise made here"), N_("Promise to be kept here")
VOTES = N_("How many votes say that it decides?")


def offers(desk: Desk) -> Iterator[Offer]:
    """What can be said of the selection: of all selected where they are of one kind, of the map for none."""
    ids = desk.selection.ids
    mark = mark_of(desk, ids[0]) if len(ids) == 1 else None
    if mark is not None:
        yield from _of_wall(desk, strongest(mark).key)
        return
    records = [record for id in ids if (record := desk.journey.get(Id(id))) is not None]
    if ids and (len(records) < len(ids) or len({type(record) for record in records}) > 1):
        return
    yield from _of(desk, records or [desk.journey.head])


def _of(desk: Desk, records: Sequence[Record]) -> Iterator[Offer]:
    for section in SECTIONS.get(type(records[0]), ()):
        for field in section.fields:
            yield from _field(desk, records, field)
    if isinstance(records[0], Step):
        yield from _places(desk, [record.id for record in records])
    if isinstance(records[0], Step) and len(records) == 1:
        yield from _promises(desk, records[0])
    if isinstance(records[0], Friction) and len(records) == 1:
        yield from _four(desk, records[0])
    voted = isinstance(records[0], Friction) or (isinstance(records[0], Step) and is_critical(records[0]))
    if voted and len(records) == 1:
        yield _go(desk, VOTES, records[0].id, "votes")
    if isinstance(records[0], Step | Friction | Link | Lane) and len(records) == 1:
        yield from _evidence(desk, records[0].id)


def _field(desk: Desk, records: Sequence[Record], field: Field) -> Iterator[Offer]:
    """An answer to choose, each its own line; anything else leads to the field itself."""
    ids = [record.id for record in records]
    name = _words(field.words)
    if field.kind not in AT_ONCE:
        if len(records) == 1:
            now = shown(desk, field, value_of(records[0], field.name))
            yield _go(desk, field.words, ids[0], field.name, now)
        return
    for value, words in _answers(field):
        also = " ".join(f"{one} {other}" for one, other in zip(name, _words(words), strict=True))
        title = f"{desk.t(field.words)}: {desk.t(words)}" if field.kind != "flag" else desk.t(field.words)
        on = all(value_of(record, field.name) == value for record in records)
        now = desk.t("so it is now") if on else ""
        yield Offer(title, also, now, SIGN, partial(_say_all, desk, ids, field.name, None if on else value))


def _answers(field: Field) -> Sequence[tuple[Any, str]]:
    if field.kind == "choice":
        return field.choices
    return YES_NO if field.kind == "yesno" else ((True, field.words),)


def _say_all(desk: Desk, ids: Sequence[Id], name: str, value: Any) -> None:
    """One undo step, however many are selected."""
    if "." in name:
        for id in ids:
            say(desk.document, id, name, value)
    else:
        verbs.set_field_of_all(desk.document, ids, **{name: value})


def _places(desk: Desk, ids: Sequence[Id]) -> Iterator[Offer]:
    lanes, stages = lanes_in_order(desk.journey), stages_in_order(desk.journey)
    for lane in lanes:
        call = partial(verbs.move_to_lane, desk.document, ids, lane.id)
        yield _choose(desk, MOVE_TO, lane.name, call)
    for stage in stages:
        yield _choose(desk, STAGE_OF, stage.name, partial(_say_all, desk, ids, "stage", stage.id))


def _four(desk: Desk, friction: Friction) -> Iterator[Offer]:
    for question in QUESTIONS:
        also = " ".join(_words(question.words))
        call = partial(desk.selection.ask, friction.id, question.field)
        yield Offer(f"{words_of(desk, question)} …", also, "", SIGN, call)


def _promises(desk: Desk, step: Step) -> Iterator[Offer]:
    """Every promise of the map, made at this step or to be kept here."""
    made, kept = step.makes or (), step.honours or ()
    for promise in desk.journey.promises.values():
        for words, here, other, field in ((MADE, made, kept, "makes"), (KEPT, kept, made, "honours")):
            if promise.id not in here:
                rest = tuple(id for id in other if id != promise.id) or None
                facts = {field: (*here, promise.id), ("honours" if field == "makes" else "makes"): rest}
                call = partial(verbs.set_field, desk.document, step.id, **facts)
                yield _choose(desk, words, promise.text, call)


def _evidence(desk: Desk, about: Id) -> Iterator[Offer]:
    for level, words in LEVELS:
        call = partial(verbs.add_evidence, desk.document, about, cast(EvidenceLevel, level))
        yield _choose(desk, KNOWN_BY, desk.t(words), call)


def _of_wall(desk: Desk, key: str) -> Iterator[Offer]:
    card = verbs.wall_with(desk.journey, key) or Wall(key=key)
    for field in fields.WALL:
        if field.kind == "yesno":
            for value, words in YES_NO:
                call = partial(verbs.set_wall_fact, desk.document, key, **{field.name: value})
                yield _choose(desk, field.words, desk.t(words), call)
        else:
            yield _go(desk, field.words, Id(key), field.name, shown(desk, field, getattr(card, field.name)))


def _choose(desk: Desk, words: str, answer: str, call: Callable[[], object]) -> Offer:
    also = " ".join(f"{one} {answer}" for one in _words(words))
    return Offer(f"{desk.t(words)}: {answer}", also, "", SIGN, call)


def _go(desk: Desk, words: str, id: Id, name: str, now: str = "") -> Offer:
    call = partial(desk.selection.ask, id, name)
    return Offer(f"{desk.t(words)} …", " ".join(_words(words)), now, SIGN, call)


def _words(words: str) -> list[str]:
    """The English words in all three languages: one finds by the word one has in mind."""
    return [catalogue(language)(words) for language in LANGUAGES]
