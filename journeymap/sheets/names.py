"""Records by their names: a label that tells each from all others, and the record that a label means."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import chain

from journeymap.edit.rules.verdict import RefusedError, no
from journeymap.edit.texts import folded, one_line
from journeymap.i18n import N_
from journeymap.model.ids import Id
from journeymap.model.reading import lanes_in_order, name_of, stages_in_order
from journeymap.model.records import (
    Evidence,
    Friction,
    Item,
    Lane,
    Link,
    Promise,
    Record,
    Stage,
    Step,
)
from journeymap.sheets.known import Kinds, Known
from journeymap.sheets.terms import LINK_KIND, term

KIND_WORDS: Mapping[type[Record], str] = {
    Step: N_("Step"),
    Link: N_("Link"),
    Friction: N_("Friction"),
    Lane: N_("Lane"),
    Stage: N_("Stage"),
    Promise: N_("Promise"),
    Item: N_("Piece of information"),
    Evidence: N_("Evidence"),
}
_NONE_CALLED: Mapping[type[Record], str] = {
    Step: N_("No step here is called {name}."),
    Friction: N_("No friction here is called {name}."),
    Lane: N_("No lane here is called {name}."),
    Stage: N_("No stage here is called {name}."),
    Promise: N_("No promise here is called {name}."),
    Item: N_("No information here is called {name}."),
}
NOTHING_CALLED = N_("Nothing here is called {name}.")


class New(str):
    """A name that no record has yet, to be given to a new one."""


def labels(known: Known, kinds: Kinds) -> Mapping[Id, str]:
    """Every record of these kinds by a name that no other has, in the map's order.

    Where two have the same words the later ones carry their number; where a link or a friction is
    called as a step is, the word for its kind.
    """
    if kinds not in known.labels:
        known.labels[kinds] = _labelled(known, kinds)
    return known.labels[kinds]


def label(known: Known, kinds: Kinds, id: Id) -> str:
    """The record's name among these kinds; its plain words if it is none of them."""
    return labels(known, kinds).get(id) or plain_name(known, known.journey.get(id))


def find(known: Known, kinds: Kinds, text: str) -> Id:
    """The record that somebody means by these words, case-blind; a step also by its number.

    RefusedError where no record is called so.
    """
    said = _as_compared(text)
    for id, name in labels(known, kinds).items():
        if _as_compared(name) == said:
            return id
    if Step in kinds and said.removeprefix("#").isdecimal():
        number = int(said.removeprefix("#"))
        if 1 <= number <= len(known.steps):
            return known.steps[number - 1].id
    sentence = _NONE_CALLED.get(kinds[0], NOTHING_CALLED) if len(kinds) == 1 else NOTHING_CALLED
    raise RefusedError(no(sentence, name=one_line(text)))


def plain_name(known: Known, record: Record | None) -> str:
    """The words people know a record by; a link by its ends."""
    if isinstance(record, Link):
        steps = known.journey.steps
        return f"{name_of(steps.get(record.source))} → {name_of(steps.get(record.target))}"
    return _words(name_of(record)) if record is not None else ""


MANY = 1 << 16
"""Names remembered in the form they are compared in: more than any map has."""
_words = lru_cache(MANY)(one_line)


@lru_cache(MANY)
def _as_compared(text: str) -> str:
    return folded(one_line(text).replace("\u00ad", "").replace("->", "→").replace(" → ", "→"))


def _labelled(known: Known, kinds: Kinds) -> Mapping[Id, str]:
    found: dict[Id, str] = {}
    taken: set[str] = set()
    for kind in kinds:
        for number, record in enumerate(_in_order(known, kind), 1):
            name = plain_name(known, record)
            said = _as_compared(name)
            if not name or said in taken:
                name = _free(known, record, number, taken)
                said = _as_compared(name)
            taken.add(said)
            found[record.id] = name
    return found


def _free(known: Known, record: Record, number: int, taken: set[str]) -> str:
    """The record's words, or the first of its longer names that nobody else has."""
    plain = plain_name(known, record) or known.t(KIND_WORDS.get(type(record), ""))
    for name in chain((plain,), _longer(known, record, plain, number)):
        if _as_compared(name) not in taken:
            return name
    return f"{plain} ({record.id})"


def _longer(known: Known, record: Record, plain: str, number: int) -> Iterable[str]:
    if isinstance(record, Link):
        yield f"{plain} ({term(LINK_KIND, record.kind or 'flow', known.t)})"
    elif not isinstance(record, Step):
        yield f"{plain} ({known.t(KIND_WORDS.get(type(record), ''))})"
    yield f"{plain} ({number})"


def _in_order(known: Known, kind: type[Record]) -> Iterable[Record]:
    journey = known.journey
    if kind is Step:
        return known.steps
    if kind is Lane:
        return lanes_in_order(journey)
    if kind is Stage:
        return stages_in_order(journey)
    if kind is Link:
        return ordered_links(known)
    if kind is Friction:
        return ordered_frictions(known)
    return sorted(journey.of(kind).values(), key=lambda record: (folded(name_of(record)), record.id))


def ordered_links(known: Known) -> tuple[Link, ...]:
    """Links in the order of the steps they leave, then of those they reach."""
    numbers = known.numbers
    return tuple(
        sorted(
            known.journey.links.values(),
            key=lambda link: (numbers.get(link.source, 0), numbers.get(link.target, 0), link.id),
        )
    )


def place_of(known: Known, at: Id) -> int:
    """The number of a step, of a link that of the step it leaves; 0 for neither."""
    link = known.journey.links.get(at)
    return known.numbers.get(link.source if link else at, 0)


def ordered_frictions(known: Known) -> tuple[Friction, ...]:
    """Frictions in the order of the places they stand at."""
    return tuple(sorted(known.journey.frictions.values(), key=lambda one: (place_of(known, one.at), one.id)))
