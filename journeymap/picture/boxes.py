"""How large a step's box is and how its title is broken, before it has a place."""

from __future__ import annotations

import math
from dataclasses import dataclass

from journeymap.model.reading import is_critical
from journeymap.model.records import Step
from journeymap.picture.measures import Measures
from journeymap.picture.memo import Memo
from journeymap.picture.text import break_lines, width

DOTS_ROOM = 30.0
FOOT = 9.0
"""Px added below a title whose last line would run into the dots of evidence."""


@dataclass(frozen=True, slots=True)
class Title:
    """A step's title in lines, and the height of the box that holds it."""

    lines: tuple[str, ...]
    height: float
    foot: float = 0.0


def titled(step: Step, dotted: bool, measures: Measures, language: str, memo: Memo) -> Title:
    """The step's title as it is set in its box; `dotted` if dots of evidence stand in its corner."""
    facts = (step.title, is_critical(step), dotted, measures, language)
    return memo.get(("title", step.id), facts, _titled)


def _titled(title: str, critical: bool, dotted: bool, measures: Measures, language: str) -> Title:
    style = measures.critical_title if critical else measures.title
    room = measures.step_width - 2 * measures.inset
    lines = break_lines(title, style, room, language, measures.title_lines)
    block = measures.leading * len(lines) + (measures.caption_height if critical else 0)
    full = block > measures.step_height - 28
    crowded = dotted and full and bool(lines) and width(lines[-1], style) > room - DOTS_ROOM
    foot = FOOT if crowded else 0.0
    return Title(lines, max(measures.step_height, 4 * math.ceil((14 + block + foot) / 4)), foot)
