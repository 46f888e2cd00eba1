"""What the line offers while one types: lanes, steps, promises, information, channels."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from journeymap.edit.line import WITH_LANE, LineKind, LineReading, lanes_meant
from journeymap.edit.texts import folded
from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.model.reading import lanes_in_order, steps_in_order

LETTERS = 2
"""Nothing is offered before so many letters are typed."""
MOST = 8

_LIKE = str.maketrans({"ø": "o", "æ": "ae", "ð": "d", "þ": "th", "ß": "ss", "ł": "l"})


class Suggestion(NamedTuple):
    """Words to take, and the record behind them (None for plain words such as a channel)."""

    words: str
    id: Id | None = None


def suggest(
    choices: Iterable[Suggestion], typed: str, most: int = MOST, least: int = LETTERS
) -> tuple[Suggestion, ...]:
    """The choices that fit what is typed, the best first, in their given order among equals.

    Nothing before `least` letters are typed; 0 offers everything.

    Best begins with the very letters typed, then comes a later word that does, then words that do
    so once accents and å ä ö æ ø are read as their plain letters. Equal words are offered once.
    """
    said = folded(typed)
    if len(said) < least:
        return ()
    ranked: list[tuple[int, int, Suggestion]] = []
    for place, choice in enumerate(choices):
        rank = _rank(choice.words, said)
        if rank is not None:
            ranked.append((rank, place, choice))
    ranked.sort(key=lambda each: each[:2])
    once = {(folded(choice.words), choice.id): choice for _, _, choice in ranked}
    return tuple(once.values())[:most]


def suggestions(
    journey: Journey, reading: LineReading, typed: str, *, but: Id | None = None, every: bool = False
) -> tuple[Suggestion, ...]:
    """What to offer for a line being written, by its kind; `but` is the step one stands on.

    `typed` is the line's text as it stands, its sign taken off; with `every` a letter is not needed.
    """
    least = 0 if every else LETTERS
    if reading.problem is not None and ":" in typed:
        return _begun_so(journey, typed.partition(":")[0])
    if reading.kind in ("sent_on", "behind"):
        return suggest((*lanes(journey), *steps(journey, but)), typed, least=least)
    known = _KNOWN.get(reading.kind)
    if known is not None:
        return suggest(known(journey), typed, least=least)
    if reading.lane is not None or not (reading.kind in WITH_LANE or (every and reading.kind == "end")):
        return ()
    return _with_new_lane(suggest(lanes(journey), typed, MOST - 1, least), typed)


def _begun_so(journey: Journey, name: str) -> tuple[Suggestion, ...]:
    """The lanes to choose between where several begin as the line does."""
    meant = lanes_meant(name, [lane.words for lane in lanes(journey)])
    return tuple(lane for lane in lanes(journey) if lane.words in meant) if len(meant) > 1 else ()


def lanes(journey: Journey) -> Sequence[Suggestion]:
    """All lanes from the top."""
    return [Suggestion(lane.name, lane.id) for lane in lanes_in_order(journey)]


def steps(journey: Journey, but: Id | None = None) -> Sequence[Suggestion]:
    """All steps as people read the map, but one."""
    return [Suggestion(step.title, step.id) for step in steps_in_order(journey) if step.id != but]


def stages(journey: Journey) -> Sequence[Suggestion]:
    """All stages by name."""
    return [Suggestion(stage.name, stage.id) for stage in journey.stages.values()]


def promises(journey: Journey) -> Sequence[Suggestion]:
    """All promises by their words."""
    found = sorted((folded(each.text), each.text, each.id) for each in journey.promises.values())
    return [Suggestion(text, id) for _, text, id in found]


def items(journey: Journey) -> Sequence[Suggestion]:
    """All pieces of information by name."""
    found = sorted((folded(each.name), each.name, each.id) for each in journey.items.values())
    return [Suggestion(name, id) for _, name, id in found]


def _with_new_lane(found: tuple[Suggestion, ...], typed: str) -> tuple[Suggestion, ...]:
    """Lanes that fit, and last a new one called as typed: a name of three words at most, not one of them."""
    name = typed.strip().rstrip("*").strip()
    same = any(folded(lane.words) == folded(name) for lane in found)
    if not found or not name or same or len(name.split()) > 3:
        return found
    return (*found, Suggestion(name[0].upper() + name[1:]))


_KNOWN: Mapping[LineKind, Callable[[Journey], Sequence[Suggestion]]] = {
    "promise": promises,
    "item": items,
    "stage": stages,
}


def channels(journey: Journey) -> Sequence[Suggestion]:
    """The channels in use, each once, the most used first."""
    count: dict[str, int] = {}
    for step in steps_in_order(journey):
        if step.channel:
            count[step.channel.strip()] = count.get(step.channel.strip(), 0) + 1
    return [Suggestion(channel) for channel in sorted(count, key=lambda each: (-count[each], each))]


def plain(text: str) -> str:
    """Folded text without accents, å ä ö æ ø as their plain letters."""
    apart = unicodedata.normalize("NFD", folded(text).translate(_LIKE))
    return "".join(character for character in apart if not unicodedata.combining(character))


def _rank(words: str, said: str) -> int | None:
    for worse, (text, sought) in enumerate(((folded(words), said), (plain(words), plain(said)))):
        if text.startswith(sought):
            return 2 * worse
        if any(text.startswith(sought, place + 1) for place in _breaks(text)):
            return 2 * worse + 1
    return None


def _breaks(text: str) -> list[int]:
    return [place for place, character in enumerate(text) if not character.isalnum()]
