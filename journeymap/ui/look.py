"""How the window looks now: the colours of one theme and the text size, from tokens.json."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import Any, Literal, NamedTuple

from PySide6.QtGui import QColor

from journeymap.resources import resource

ThemeName = Literal["light", "dark", "contrast", "projector"]
THEMES: tuple[ThemeName, ...] = ("light", "dark", "contrast", "projector")


@cache
def tokens() -> Mapping[str, Any]:
    """The stored colours and sizes."""
    stored: Mapping[str, Any] = json.loads(resource("styles", "tokens.json").read_text("utf-8"))
    return stored


class Look(NamedTuple):
    """One theme at one text size; `scale` 1.0 is 13 px body text."""

    theme: ThemeName = "light"
    scale: float = 1.0

    @property
    def colours(self) -> Mapping[str, str]:
        """Token → "#RRGGBB" or "#AARRGGBB"."""
        colours: Mapping[str, str] = tokens()[self.theme]
        return colours

    def colour(self, token: str) -> QColor:
        """The colour of a token; a token nobody defined is a mistake in the program: KeyError."""
        return QColor(self.colours[token])

    def px(self, length: float) -> int:
        """A length that grows with the text size, in whole px."""
        return round(length * self.scale)

    def size(self, name: str) -> int:
        """A named size of the tokens in px, grown with the text."""
        return self.px(tokens()["sizes"][name])
