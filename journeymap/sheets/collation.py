"""How words are put in order: å ä ö after z in Swedish, æ ø å in Norwegian, digits as numbers.

The orders are those of Unicode's locale data (CLDR 46: sv, nb); letters of the neighbouring
language stand where readers of this one look for them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

Key = tuple[tuple[int, float, str], ...]

_AFTER_Z: Mapping[str, Mapping[str, str]] = {
    "sv": {"å": "{a", "ä": "{b", "æ": "{b", "ö": "{c", "ø": "{c", "ü": "y", "ð": "d", "þ": "th"},
    "nb": {"æ": "{a", "ä": "{a", "ø": "{b", "ö": "{b", "å": "{c", "aa": "{c", "ü": "y", "ð": "d", "þ": "th"},
    "en": {"æ": "ae", "ø": "o", "ð": "d", "þ": "th"},
}
_LETTERS = {
    language: re.compile("|".join(sorted(map(re.escape, letters), key=len, reverse=True)))
    for language, letters in _AFTER_Z.items()
}
_PARTS = re.compile(r"\d+|\D+")


def sort_key(text: str, language: str) -> Key:
    """The key by which texts of one column are compared; case and soft hyphens do not matter.

    >>> sorted(["Steg 10", "öl", "Steg 9", "ål", "zebra"], key=lambda text: sort_key(text, "sv"))
    ['Steg 9', 'Steg 10', 'zebra', 'ål', 'öl']
    """
    said = unicodedata.normalize("NFC", text.replace("\u00ad", "")).casefold().strip()
    return tuple(_part(part, language) for part in _PARTS.findall(said))


def _part(part: str, language: str) -> tuple[int, float, str]:
    if part[0].isdecimal():
        return (0, float(part), "")
    letters = _AFTER_Z.get(language, _AFTER_Z["en"])
    placed = _LETTERS.get(language, _LETTERS["en"]).sub(lambda found: letters[found[0]], part)
    apart = unicodedata.normalize("NFD", placed)
    bare = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return (1, 0.0, bare)
