"""How typed text becomes text of the model: the one door through which words come in."""

from __future__ import annotations

import re
import string
import unicodedata

_CONTROLS = {code: None for code in (*range(0x20), 0x7F) if chr(code) not in "\t\n"}
_SURROGATES = re.compile("[\ud800-\udfff]")
_BREAKS = re.compile(r"[ \t]*[\n\u2028\u2029][\s]*|\t")

_UNSEEN = (
    "".join(map(chr, range(0x80, 0xA0)))
    + "\u200b\u200e\u200f\u2060\ufeff\u00ad\u00a0\u2007\u202f\u3000\u2800\u3164"
)
"""Controls, blanks that are no white space to everyone, marks without a width: copied text has them."""


def clean(text: str) -> str:
    """NFC, line ends as LF, no control characters but tab and LF, no lone surrogates.

    >>> clean("a\\r\\nb\\x00")
    'a\\nb'
    """
    if _is_clean(text):
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_CONTROLS)
    return unicodedata.normalize("NFC", _SURROGATES.sub("\ufffd", text))


def one_line(text: str) -> str:
    """A title: clean, trimmed, line breaks and tabs as one space.

    >>> one_line(" Tar emot\\n gästen ")
    'Tar emot gästen'
    """
    return text.strip() if _is_clean(text) else _BREAKS.sub(" ", clean(text)).strip()


def seen(words: str) -> str:
    """The words without what nobody sees at their ends: blanks, marks of byte order and of direction."""
    return words.strip(string.whitespace + _UNSEEN)


def _is_clean(text: str) -> bool:
    """Most texts are: found out at a tenth of what cleaning costs."""
    return text.isprintable() and unicodedata.is_normalized("NFC", text)


def folded(text: str) -> str:
    """The text as it is compared: trimmed, composed, case-blind; å, ä, ö, æ, ø stay letters.

    Soft hyphens, which nobody sees or types, fall away.
    """
    return unicodedata.normalize("NFC", text).casefold().strip().replace("\u00ad", "")
