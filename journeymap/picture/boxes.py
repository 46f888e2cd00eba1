"""How large a step's box is and how its title is broken, before it has a place."""

from __future__ import annotations

import math
from dataclasses import dataclass

from journeymap.model.reading import is_critical
from journeymap.model.records import Step
from journeymap.picture.measures import Measures
from journeymap.picture.memo import Memo
from journeymap.picture.text import TextStyle, break_lines, width

DOTS_ROOM = 30.0
FOOT = 9.0
"""Px added below a title whose last line would run into the dots of evidence."""
HEAD = 7.0
"""Px added above a caption that would run under a disc."""
CAPTION = TextStyle(9.5, 700, tracking=0.7)
CAPTION_INDENT = 13.5
"""From the inset to the caption's first letter: the diamond stands before it."""


@dataclass(frozen=True, slots=True)
class Crowd:
    """What else stands in a box: a caption, dots of evidence, and how far discs reach in, px from
    its right edge."""

    caption: str = ""
    dotted: bool = False
    discs: float = 0.0


@dataclass(frozen=True, slots=True)
class Title:
    """A step's title in lines, and the height of the box that holds it."""

    lines: tuple[str, ...]
    height: float
    head: float = 0.0
    foot: float = 0.0


def titled(step: Step, crowd: Crowd, measures: Measures, language: str, memo: Memo) -> Title:
    """The step's title as it is set in its box, among what else stands there."""
    facts = (step.title, is_critical(step), crowd, measures, language)
    return memo.get(("title", step.id), facts, _titled)


def _titled(title: str, critical: bool, crowd: Crowd, measures: Measures, language: str) -> Title:
    style = measures.critical_title if critical else measures.title
    room = measures.step_width - 2 * measures.inset
    lines = break_lines(title, style, room, language, measures.title_lines)
    block = measures.leading * len(lines) + (measures.caption_height if critical else 0)
    full = block > measures.step_height - 28
    crowded = crowd.dotted and full and bool(lines) and width(lines[-1], style) > room - DOTS_ROOM
    foot = FOOT if crowded else 0.0
    head = HEAD if _under_discs(lines, style, full, crowd, measures) else 0.0
    height = 4 * math.ceil((14 + block + head + foot) / 4)
    return Title(lines, max(measures.step_height, height), head, foot)


def _under_discs(
    lines: tuple[str, ...], style: TextStyle, full: bool, crowd: Crowd, measures: Measures
) -> bool:
    """Whether the caption, or the first line of a title that fills its box, would run under a disc."""
    room = measures.step_width - crowd.discs
    if crowd.caption:
        return measures.inset + CAPTION_INDENT + width(crowd.caption, CAPTION) > room
    first = width(lines[0], style) if lines else 0.0
    return bool(crowd.discs) and full and measures.inset + first > room + 4
