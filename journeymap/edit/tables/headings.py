"""Recognises what a column is called: the one list of headings for pasted and for imported tables."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache

from journeymap.edit.tables.meanings import IN_A_GRID, MEANINGS
from journeymap.edit.tables.vocabulary import BEHIND, FIRST, INSTEAD, STEMS
from journeymap.i18n.catalogue import LANGUAGES, catalogue

_HUMP = re.compile(r"(?<=[a-zåäöæø])(?=[A-ZÅÄÖÆØ])")
_SIGNS = re.compile(r"[\s_\-–—/\\.:;,*?!\"'“”’()\[\]{}|&+]+")
_ASIDE = re.compile(r"\([^)]*\)|\[[^\]]*\]|<[^>]*>")
_NUMBERED = re.compile(r"(?<=\D)\s*\d{1,2}$")
_LONGEST = 60
"""Characters of a cell that may still be a heading."""


def plain(heading: str) -> str:
    """The heading as the vocabulary writes it: small letters, single spaces, no signs.

    >>> plain("Next Step-ID:")
    'next step id'
    """
    parted = _HUMP.sub(" ", unicodedata.normalize("NFC", heading.strip()))
    return _SIGNS.sub(" ", parted.casefold()).strip() or heading.strip()


@cache
def _known() -> Mapping[str, str]:
    """Every plain heading → its meaning; what the program itself writes stands over all else."""
    found: dict[str, str] = {}
    for meaning in MEANINGS:
        for name in (meaning.words, *(catalogue(language)(meaning.words) for language in LANGUAGES)):
            found.setdefault(plain(name), meaning.name)
    for name, headings in FIRST.items():
        for heading in headings:
            found.setdefault(plain(heading), name)
    return found


def meaning_of(heading: str) -> str | None:
    """What a heading surely means: as it stands, without what it says in brackets, without its number."""
    if len(heading) > _LONGEST:
        return None
    forms = (heading, _ASIDE.sub(" ", heading))
    for form in (*forms, *(_NUMBERED.sub("", form) for form in forms)):
        found = _known().get(plain(form))
        if found is not None:
            return found
    return None


def likely_meaning(heading: str) -> str | None:
    """What a heading may mean by the words it is made of."""
    if len(heading) > _LONGEST:
        return None
    said = plain(_ASIDE.sub(" ", heading))
    return next((name for name, stems in STEMS if re.search(stems, said)), None)


@cache
def _instead() -> Mapping[str, frozenset[str]]:
    return {name: frozenset(map(plain, headings)) for name, headings in INSTEAD.items()}


def could_mean(heading: str, meaning: str) -> bool:
    """Whether the heading may hold this where no other column does."""
    return plain(heading) in _instead().get(meaning, frozenset())


def recognised(headings: Iterable[str]) -> int:
    """How many of the cells are surely headings, each meaning counted once."""
    return len({found for heading in headings if (found := meaning_of(heading)) is not None})


def row_meaning(label: str) -> str | None:
    """What a row of a grid surely means by its name in front."""
    if len(label) > _LONGEST:
        return None
    if plain(label) in _behind() or plain(label.partition(":")[0]) in _behind():
        return "behind"
    found = meaning_of(label)
    return found if found in IN_A_GRID else None


@cache
def _behind() -> frozenset[str]:
    return frozenset(map(plain, BEHIND))
