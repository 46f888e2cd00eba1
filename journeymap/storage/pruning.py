"""Words taken out of small files of our own: whatever says them goes, what stands beside it stays."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable
from typing import Any

Says = Callable[[str], bool]
"""Whether a text says what is to go."""


def spelling(text: str) -> str:
    """A text as it is compared: capitals and the two ways of writing å make no difference."""
    return unicodedata.normalize("NFC", text).casefold()


def saying(words: str) -> Says:
    """Finds the words in a text, also where JSON wrote them with its own marks before quotes."""
    plain = spelling(words)
    escaped = spelling(json.dumps(words, ensure_ascii=False)[1:-1])
    return lambda text: plain in (said := spelling(text)) or escaped in said


def pruned(value: Any, says: Says, names: frozenset[str]) -> Any:
    """The value without the texts, under one of these names at any depth, that say the words."""
    if isinstance(value, list):
        return [pruned(part, says, names) for part in value]
    if isinstance(value, dict):
        return {
            name: pruned(part, says, names)
            for name, part in value.items()
            if not (name in names and isinstance(part, str) and says(part))
        }
    return value
