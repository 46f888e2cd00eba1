"""Text as people see it: normalised, without invisible marks, cut between whole characters."""

from __future__ import annotations

import re
import unicodedata

SOFT_HYPHEN = "\u00ad"
ZERO_WIDTH_SPACE = "\u200b"
_JOINER = "\u200d"
_KEYCAP = "\u20e3"
_EMOJI_LOOK = "\ufe0f"
_SPACE_LIKE = re.compile(r"[\t\n\v\f\r\x85\u2028\u2029]")
_NEVER_DRAWN = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]"
)
_NOT_TEXT = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_PLAIN = re.compile("[\x20-\x7e\u00a0\u00a1-\u00ac\u00ae-\u00ff\u2010-\u2027]*")


def drawn(text: str) -> str:
    """The text as it is drawn: NFC, line ends as spaces, invisible marks gone, and U+FFFD for
    what is no character (control characters, halves of surrogate pairs)."""
    if _PLAIN.fullmatch(text):
        return text
    text = _NEVER_DRAWN.sub("", _SPACE_LIKE.sub(" ", text))
    text = _NOT_TEXT.sub("\ufffd", text)
    return unicodedata.normalize("NFC", text)


def is_ignorable(char: str) -> bool:
    """Whether the character only steers how its neighbours are drawn (joiners, variants, flags' tags)."""
    return char in "\u200c\u200d" or "\ufe00" <= char <= "\ufe0f" or "\U000e0000" <= char <= "\U000e01ef"


def wants_emoji(cluster: str) -> bool:
    """Whether the cluster asks for the pictorial form: a variant mark, a joined sequence, a flag."""
    return _EMOJI_LOOK in cluster or _KEYCAP in cluster or (len(cluster) > 1 and cluster[0] >= "\U0001f000")


def clusters(text: str) -> list[str]:
    """The text in pieces that must not be parted: letter with accents, emoji sequence, flag."""
    if _PLAIN.fullmatch(text):
        return list(text)
    pieces: list[str] = []
    for char in text:
        if pieces and _belongs(pieces[-1], char):
            pieces[-1] += char
        else:
            pieces.append(char)
    return pieces


def _belongs(piece: str, char: str) -> bool:
    if _extends(char):
        return True
    if piece.endswith(_JOINER):
        return _pictorial(char)
    return _half_flag(char) and len(piece) == 1 and _half_flag(piece)


def _extends(char: str) -> bool:
    return (
        unicodedata.category(char) in ("Mn", "Me", "Mc")
        or is_ignorable(char)
        or "\U0001f3fb" <= char <= "\U0001f3ff"  # skin tones
        or "\U000e0020" <= char <= "\U000e007f"  # letters inside a regional flag
    )


def _half_flag(char: str) -> bool:
    return "\U0001f1e6" <= char <= "\U0001f1ff"


def _pictorial(char: str) -> bool:
    return char >= "\U0001f000" or "\u2190" <= char <= "\u2bff"
