"""Blocks onto pages: a heading stays with what it heads, long blocks are cut, nothing is lost."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from journeymap.report.block import Block, Para
from journeymap.report.headings import MidHead, TopHead
from journeymap.report.palette import A4, MARGIN, TOP, bottom
from journeymap.report.section import NewPage, Section
from journeymap.report.table import Table
from journeymap.report.typefaces import NOTE

LEAST_ROOM = 150.0
"""A section begins on a page that is already in use only above so many free points."""
BETWEEN = 24.0
THIN = 0.5


class Placed(NamedTuple):
    """A block with its upper left corner and its width on the page, and the section it belongs to."""

    block: Block
    x: float
    y: float
    width: float
    section: Section | None


@dataclass(slots=True, eq=False)
class Page:
    """A page of the report before it is drawn."""

    section: Section | None
    landscape: bool = False
    continued: bool = False
    placed: list[Placed] = field(default_factory=list)

    @property
    def width(self) -> float:
        return (A4[1] if self.landscape else A4[0]) - 2 * MARGIN

    @property
    def height(self) -> float:
        return A4[0] if self.landscape else A4[1]


class Flow:
    """Fills pages in reading order."""

    def __init__(self) -> None:
        self.pages: list[Page] = []
        self._section: Section | None = None
        self._y = TOP

    def add_page_of(self, blocks: Sequence[Block], start: float) -> None:
        """A page without header whose blocks are known to fit, the first one's top at `start`."""
        self._new_page(continued=False)
        self._y = start
        for number, block in enumerate(blocks):
            self._put(block, block.before if number else 0.0)

    def add_section(self, section: Section) -> None:
        """A section: on a page of its own, or under the one before where there is room enough."""
        self._section = section
        if (
            not self._can_share()
            or (section.own_page and not self._is_thin())
            or not self._has_room_for(section)
        ):
            self._new_page(continued=False, landscape=section.opens_landscape)
            head: Block = TopHead(section)
        else:
            head = MidHead(section, before=BETWEEN)
        self._add_group([head])
        for group, following in pairwise([*_groups(section.blocks), []]):
            self._add_group(group, following)

    def _can_share(self) -> bool:
        """Whether a section may begin on the last page: neither on page 1 nor beside a part of the map."""
        return bool(self.pages) and self.pages[-1].section is not None and not self.pages[-1].landscape

    def _has_room_for(self, section: Section) -> bool:
        """Room for a fair beginning under the page's other text, or for a short section whole."""
        width = self._width()
        head = MidHead(section).height(width) + BETWEEN
        if head + _least(section.blocks, width) > self._room():
            return False
        if self._room() >= LEAST_ROOM:
            return True
        return head + sum(block.before + block.height(width) for block in section.blocks) <= self._room()

    def _width(self) -> float:
        return self.pages[-1].width

    def _room(self) -> float:
        return bottom(self.pages[-1].height) - self._y

    def _at_top(self) -> bool:
        return all(isinstance(placed.block, TopHead) for placed in self.pages[-1].placed)

    def _is_thin(self) -> bool:
        """A page that holds little: the next section may begin on it (REPORT-DESIGN 11)."""
        return self._y - TOP < THIN * (bottom(self.pages[-1].height) - TOP)

    def _new_page(self, *, continued: bool, landscape: bool = False) -> None:
        self.pages.append(Page(self._section, landscape, continued))
        self._y = TOP

    def _next_page(self) -> None:
        self._new_page(continued=True, landscape=self.pages[-1].landscape)

    def _add_group(self, group: Sequence[Block], following: Sequence[Block] = ()) -> None:
        if isinstance(group[0], NewPage):
            if not self._at_top() or self.pages[-1].landscape != group[0].landscape:
                self._new_page(continued=True, landscape=group[0].landscape)
            return
        width = self._width()
        needs = sum(block.before + block.height(width) for block in group[:-1])
        needs += group[-1].before + group[-1].least(width)
        if needs > self._room() and not self._at_top():
            self._next_page()
        for block in group[:-1]:
            self._place(block)
        self._place(group[-1], _note_room(group[-1], following, width))

    def _place(self, block: Block, below: float = 0.0) -> None:
        """Place one block, cut as often as it takes; one that cannot be cut may stand out below.

        Its end shares a page with what takes so many points `below` it, if it can be cut for that.
        """
        rest: Block | None = block
        while rest is not None:
            width = self._width()
            space = rest.before if self.pages[-1].placed else 0.0
            tall, room = rest.height(width), self._room() - space
            if tall <= room and not self._is_full_of(rest):
                parts = rest.split(width, tall - 1) if tall + below > room else None
                if parts is None:
                    self._put(rest, space)
                    return
            else:
                parts = None if self._is_full_of(rest) else rest.split(width, room)
            if parts is not None:
                self._put(parts[0], space)
                rest = parts[1]
            elif self._at_top():
                self._put(rest, space)
                return
            self._next_page()

    def _is_full_of(self, block: Block) -> bool:
        """Whether the page holds as many of the block's kind as it may."""
        alike = sum(1 for placed in self.pages[-1].placed if type(placed.block) is type(block))
        return bool(block.per_page) and alike >= block.per_page

    def _put(self, block: Block, space: float) -> None:
        self._y += space
        page = self.pages[-1]
        page.placed.append(Placed(block, MARGIN, self._y, page.width, self._section))
        self._y += block.height(page.width)


def _note_room(block: Block, following: Sequence[Block], width: float) -> float:
    """What the note right under a table takes; 0 for anything else that follows."""
    note = following[0] if len(following) == 1 else None
    if isinstance(block, Table) and isinstance(note, Para) and note.spans[0].type == NOTE:
        return note.before + note.height(width)
    return 0.0


def _least(blocks: Sequence[Block], width: float) -> float:
    """What must fit under a section's heading for it to begin there."""
    group = next(_groups(blocks), [])
    if not group:
        return 0.0
    return sum(block.before + block.height(width) for block in group[:-1]) + group[-1].least(width)


def _groups(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """Blocks that stand together: each with those it is kept with."""
    group: list[Block] = []
    for block in blocks:
        group.append(block)
        if not block.keep:
            yield group
            group = []
    if group:
        yield group
