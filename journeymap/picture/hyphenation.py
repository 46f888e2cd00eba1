"""Where a single word may be broken, and how good each place is.

Best are the places people typed (soft hyphen, hyphen, slash); then the joints of a compound
("bekräftelse-|mejl" style endings that end a part: -ings, -tions, -hets, -ande ...); then the
syllables of the language's patterns; last, anywhere between two letters.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any, NamedTuple

from journeymap.picture.graphemes import SOFT_HYPHEN, ZERO_WIDTH_SPACE

TYPED, JOINT, SYLLABLE, FORCED = range(4)
LONGEST = 400  # characters: what is longer is no word and broken anywhere
EDGE = 3  # letters that must stand on either side of a break nobody typed

_PATTERNS = {"sv": "sv", "nb": "nb_NO", "en": "en_GB"}
_CORE = re.compile(r"[^\W\d_]+")
_AFTER_SIGN = re.compile(r"(?<=[^\W_]{2}[-\u2010\u2013\u2014/\u2044])(?=[^\W_]{2})")
_AFTER_DOT = re.compile(r"(?<=[^\W_]{2}[.@_&=?:,;+\\|])(?=[^\W\d_]{2})")
_WIDE = "\u3005\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_BETWEEN_WIDE = re.compile(f"(?<=[{_WIDE}、。，．！？：；」』）》])(?=[{_WIDE}「『（《])")
"""Between Chinese or Japanese characters: there a line may end without a hyphen, never before a stop."""
_ADDRESS = re.compile(r"://|@|^www\.", re.IGNORECASE)
_AFTER_NBSP = re.compile("(?<=[\u00a0\u202f])")
_UNDRAWN = re.compile(f"[{SOFT_HYPHEN}{ZERO_WIDTH_SPACE}]")
_LINK_S = re.compile(r"[bdfgjklmnprtvxz]s$")
_ENDINGS = {
    "sv": "ings|ning|nings|tions|sions|hets|skaps|doms|itets|else|elses|ande|ende|ments|arens|ations",
    "nb": "ings|ning|nings|sjons|hets|skaps|doms|itets|else|elses|ende|ments|ande",
}
_INFLECTED = re.compile(
    r"(?:ar|er|or|en|et|na|arna|erna|orna|aren|arens|ade|ades|are|ene|ens|ets|ers|ing|ning|tion|ska|lig|liga)$"
)


class Break(NamedTuple):
    """A place in a word: characters before it, how good it is, whether a hyphen must be shown."""

    at: int
    rank: int
    hyphen: bool


class Word(NamedTuple):
    """A word as it is drawn, with its places, nearest the start first.

    `plain` words (web and mail addresses) never get a hyphen that would read as part of them.
    `source` is set while the places have not been looked for: most words fit and need none.
    """

    text: str
    breaks: tuple[Break, ...]
    plain: bool = False
    source: str = ""

    def opened(self, language: str) -> Word:
        """The word with its places found."""
        return word(self.source, language) if self.source else self


def unopened(text: str) -> Word:
    """A word whose places are not looked for yet."""
    return Word(_UNDRAWN.sub("", text), (), source=text)


@lru_cache(maxsize=20_000)
def word(text: str, language: str) -> Word:
    """The word without typed soft hyphens, and every place where it may be broken."""
    plain, places = _typed(text)
    if len(plain) > LONGEST:
        return Word(plain, (), plain=True)
    for sign, rank in (
        (_AFTER_SIGN, TYPED),
        (_BETWEEN_WIDE, JOINT),
        (_AFTER_NBSP, JOINT),
        (_AFTER_DOT, SYLLABLE),
    ):
        for found in sign.finditer(plain):
            if 0 < found.start() < len(plain):
                places.setdefault(found.start(), Break(found.start(), rank, hyphen=False))
    address = _ADDRESS.search(plain) is not None
    for core in () if address else _CORE.finditer(plain):
        for at, rank in _inside(core.group(), language):
            here = core.start() + at
            places.setdefault(here, Break(here, rank, hyphen=True))
    return Word(plain, tuple(sorted(places.values())), address)


def _typed(text: str) -> tuple[str, dict[int, Break]]:
    plain: list[str] = []
    places: dict[int, Break] = {}
    for char in text:
        if char in (SOFT_HYPHEN, ZERO_WIDTH_SPACE):
            places[len(plain)] = Break(len(plain), TYPED, hyphen=char == SOFT_HYPHEN)
        else:
            plain.append(char)
    return "".join(plain), {at: place for at, place in places.items() if 0 < at < len(plain)}


def _inside(core: str, language: str) -> list[tuple[int, int]]:
    """Joints and syllables of a stretch of letters."""
    if len(core) < 2 * EDGE:
        return []
    lower = core.lower()
    found = [
        (int(at), JOINT if _is_joint(lower, int(at), language) else SYLLABLE)
        for at in _dictionary(language).positions(lower)
        if getattr(at, "data", None) is None and EDGE <= at <= len(core) - EDGE
    ]
    return found if len(lower) == len(core) else []


def _is_joint(lower: str, at: int, language: str) -> bool:
    """Whether a part of a compound seems to end here, judged by its ending and by what follows."""
    endings = _ENDINGS.get(language)
    if endings is None or _INFLECTED.fullmatch(lower, at):
        return False
    left, right = lower[:at], lower[at:]
    if len(left) < 4 or len(right) < 4:
        return False
    return re.search(f"(?:{endings})$", left) is not None or _LINK_S.search(left) is not None


@cache
def _dictionary(language: str) -> Any:
    import pyphen  # noqa: PLC0415 - reads a file of patterns: only when a word is too long

    name = _PATTERNS.get(language, "en_GB")
    return pyphen.Pyphen(lang=name, left=EDGE, right=EDGE) if name in pyphen.LANGUAGES else _NoPatterns()


class _NoPatterns:
    """Stands in where a build left a language's patterns out."""

    def positions(self, lower: str) -> list[int]:
        """No places at all."""
        del lower
        return []
