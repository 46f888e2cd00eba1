"""Lines of text as primitives: measured here, so that no painter has to."""

from __future__ import annotations

from typing import Literal

from journeymap.picture.prims import Text
from journeymap.picture.text import TextStyle, width

Anchor = Literal["start", "middle", "end"]


def letters(
    x: float,
    y: float,
    words: str,
    style: TextStyle,
    color: str = "ink",
    *,
    anchor: Anchor = "start",
    halo: str | None = None,
) -> Text:
    """One line on the baseline y; `halo` names the ground it must stand out from."""
    wide = width(words, style)
    left = x - (wide if anchor == "end" else wide / 2 if anchor == "middle" else 0.0)
    return Text(
        left, y, words, style.size, color, wide, style.weight, style.tabular, style.tracking,
        4.0 if halo else 0.0, halo or "paper",
    )  # fmt: skip
