"""Soft hyphens for long words: where they may be broken so that a narrow column can hold them."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QLocale
from PySide6.QtGui import QFontMetrics

from journeymap.i18n import LANGUAGES

SOFT = "\u00ad"
LONG = 14
"""Letters beyond which a word is given places to break at."""
NO_WORD = 200
"""Letters beyond which something is no word of any language: the patterns would take minutes of it."""


def softened(text: str, language: str) -> str:
    """The text with soft hyphens where its long words may be broken."""
    return " ".join(_soft(one, language) if LONG < len(one) <= NO_WORD else one for one in text.split(" "))


def fitting(text: str, width: int, metrics: QFontMetrics, locale: QLocale) -> str:
    """The text with soft hyphens in the words that are wider than `width` px; all others are untouched."""
    words = {one for one in text.split() if len(one) <= NO_WORD and SOFT not in one}
    wide = {one for one in words if metrics.horizontalAdvance(one) > width}
    if not wide:
        return text
    language = language_of(locale)
    return " ".join(_soft(one, language) if one in wide else one for one in text.split(" "))


def language_of(locale: QLocale) -> str:
    """The language the words of a widget are in; English where its locale is none of ours."""
    name = locale.name()[:2]
    return name if name in LANGUAGES else "en"


@lru_cache(maxsize=2_000)
def _soft(long: str, language: str) -> str:
    from journeymap.picture.hyphenation import word

    found = word(long, language)
    parts, begun = [], 0
    for at in (one.at for one in found.breaks if one.hyphen):
        parts.append(found.text[begun:at])
        begun = at
    return SOFT.join([*parts, found.text[begun:]])
