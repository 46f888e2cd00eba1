"""Text in CSV that no spreadsheet takes for a formula, and back again.

A spreadsheet works out a cell that begins with = + - @ (or a full-width one, or a tab or line end
before it), wherever the file came from. An apostrophe in front makes it text; reading takes it off.
"""

from __future__ import annotations

import re

_RISKY = re.compile(r"'*(?:\s*[=+\-@＝＋－＠]|[\t\r\n])")
_APOSTROPHE = re.compile(r"'+(?:\s*[=+\-@＝＋－＠]|[\t\r\n])")
_NUMBER = re.compile(r"[-+]?\d+(?:[.,]\d+)?")


def defused(text: str) -> str:
    """The text with an apostrophe where it would be taken for a formula; a mere number may stay one.

    >>> defused("=1+1"), defused("-3"), defused("- Går")
    ("'=1+1", '-3', "'- Går")
    """
    return f"'{text}" if _RISKY.match(text) and not _NUMBER.fullmatch(text) else text


def undefused(text: str) -> str:
    """What `defused` was given.

    >>> undefused("'=1+1"), undefused("''=1"), undefused("'tis")
    ('=1+1', "'=1", "'tis")
    """
    return text[1:] if _APOSTROPHE.match(text) else text
