"""What a cell offers while one types: the rest of a word one has begun, and the whole list. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from journeymap.edit.suggest import MOST, Suggestion, plain, suggest
from journeymap.edit.texts import folded

MANY = 200
"""A list is no longer than this: beyond it one types."""


class Part(NamedTuple):
    """The part of a text that is being typed: of a list the one after the last semicolon."""

    before: str
    typed: str


def part_of(text: str, many: bool) -> Part:
    """Where in a text one is; `many` says that semicolons part it."""
    if not many or ";" not in text:
        return Part("", text)
    place = text.rindex(";") + 1
    rest = text[place:]
    space = len(rest) - len(rest.lstrip())
    return Part(text[:place] + rest[:space], rest.lstrip())


def completed(offers: Sequence[str], text: str, many: bool) -> str | None:
    """The text with the begun word finished, as far as one word begins so; None where none does.

    Letter for letter, a blank too: what was typed stays what it is, and only the rest is added.
    """
    before, typed = part_of(text, many)
    if not typed.strip():
        return None
    if any(folded(offer) == folded(typed) for offer in offers):
        return None
    for offer in offers:
        begun, rest = offer[: len(typed)], offer[len(typed) :]
        if rest and begun.casefold() == typed.casefold():
            return before + offer
    return None


def listed(offers: Sequence[str], text: str, many: bool) -> list[str]:
    """What to list below the cell: everything while nothing is typed, else what fits, best first."""
    typed = part_of(text, many).typed.strip()
    if not typed:
        return list(offers[:MANY])
    found = [one.words for one in suggest([Suggestion(offer) for offer in offers], typed, MOST)]
    if len(typed) == 1:
        found = [offer for offer in offers if plain(offer).startswith(plain(typed))][:MOST]
    return [] if len(found) == 1 and folded(found[0]) == folded(typed) else found


def taken(text: str, offer: str, many: bool) -> str:
    """The text once an offer is taken in place of what was typed."""
    return part_of(text, many).before + offer
