"""What pages are made of: a block knows its height at a width, how it is cut, and draws itself."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from journeymap.report.lines import Line, Span, balanced, evened, lay
from journeymap.report.sheet import Align, Sheet
from journeymap.report.tags import Element, Role
from journeymap.report.typefaces import Type


@dataclass(slots=True, eq=False)
class Block(ABC):
    """A thing on a page. `before` is the space above it, dropped at the top of a page.

    `keep`: stands on the same page as what follows. `anchor`: the name that links lead to.
    """

    before: float = field(default=0.0, kw_only=True)
    keep: bool = field(default=False, kw_only=True)
    anchor: str = field(default="", kw_only=True)
    per_page: int = field(default=0, kw_only=True)
    """No more than so many of its kind stand on one page; 0: as many as there is room for."""

    @abstractmethod
    def height(self, width: float) -> float:
        """Points needed in a column so wide."""

    @abstractmethod
    def draw(self, sheet: Sheet, x: float, y: float, width: float) -> None:
        """Draw with the upper left corner at x, y."""

    def least(self, width: float) -> float:
        """Points that must be free for the block to begin on a page."""
        return self.height(width)

    def split(self, width: float, room: float) -> tuple[Block, Block] | None:
        """The part that fits the room and the rest; None where it cannot be cut there."""
        return None

    def anchors(self) -> Iterator[str]:
        """Every name by which links lead here."""
        if self.anchor:
            yield self.anchor


@dataclass(slots=True, eq=False)
class Para(Block):
    """A paragraph in spans of one leading. `widest` narrows it, `role` is its tag ("" for none).

    At least two lines stand on either side of a cut; both halves stay one element.
    """

    spans: Sequence[Span]
    language: str
    role: Role | Literal[""] = "P"
    align: Align = "left"
    widest: float | None = None
    balance: bool = False
    actual: str = ""
    _lines: tuple[Line, ...] | None = None
    _shared: list[Element] = field(default_factory=list)
    _laid: tuple[float, tuple[Line, ...]] = (-1.0, ())

    def lines(self, width: float) -> tuple[Line, ...]:
        """The lines in a column so wide."""
        if self._lines is not None:
            return self._lines
        if self._laid[0] != width:
            column = min(width, self.widest or width)
            if self.balance:
                column = balanced(self.spans, column, self.language)
            even = evened if self.widest else lay  # running text: no last line of one short word
            self._laid = (width, even(self.spans, column, self.language))
        return self._laid[1]

    @property
    def leading(self) -> float:
        return self.spans[0].type.leading if self.spans else 0.0

    def height(self, width: float) -> float:
        return len(self.lines(width)) * self.leading

    def least(self, width: float) -> float:
        return min(len(self.lines(width)), 2) * self.leading

    def split(self, width: float, room: float) -> tuple[Block, Block] | None:
        lines = self.lines(width)
        fits = min(int(room / self.leading + 1e-6), len(lines) - 2)
        if fits < 2:
            return None
        return self._part(lines[:fits], self.anchor), self._part(lines[fits:], "")

    def _part(self, lines: tuple[Line, ...], anchor: str) -> Para:
        return Para(
            self.spans, self.language, self.role, self.align, self.widest,
            _lines=lines, _shared=self._shared, before=self.before, anchor=anchor,
        )  # fmt: skip

    def draw(self, sheet: Sheet, x: float, y: float, width: float) -> None:
        if not self.role:
            self._set(sheet, x, y, width)
            return
        if not self._shared:
            self._shared.append(sheet.innermost.add(self.role, actual=self.actual))
        with sheet.inside(self._shared[0]):
            self._set(sheet, x, y, width)

    def _set(self, sheet: Sheet, x: float, y: float, width: float) -> None:
        sheet.lines(x, y, self.lines(width), self.spans, width, self.align, self.leading)


def words(
    text: str, kind: Type, language: str, role: Role | Literal[""] = "P", align: Align = "left",
    *, widest: float | None = None, before: float = 0.0, keep: bool = False,
) -> Para:  # fmt: skip
    """A paragraph of one type."""
    return Para([Span(text, kind)], language, role, align, widest, before=before, keep=keep)


def cell(text: str, kind: Type, language: str, align: Align = "left") -> Para:
    """The text of a table's cell, which has a tag of its own."""
    return Para([Span(text, kind)], language, "", align)


@dataclass(slots=True, eq=False)
class Stack(Block):
    """Blocks above one another that stay on one page."""

    blocks: Sequence[Block]

    def height(self, width: float) -> float:
        total = sum(block.height(width) for block in self.blocks)
        return total + sum(block.before for block in self.blocks[1:])

    def draw(self, sheet: Sheet, x: float, y: float, width: float) -> None:
        for number, block in enumerate(self.blocks):
            y += block.before if number else 0
            block.draw(sheet, x, y, width)
            y += block.height(width)

    def anchors(self) -> Iterator[str]:
        yield from Block.anchors(self)
        for block in self.blocks:
            yield from block.anchors()


@dataclass(slots=True, eq=False)
class Beside(Block):
    """Blocks side by side, each with its left edge and width in points; read from the left."""

    places: Sequence[tuple[float, float, Block]]

    def height(self, width: float) -> float:
        return max((block.height(wide) for _, wide, block in self.places), default=0.0)

    def draw(self, sheet: Sheet, x: float, y: float, width: float) -> None:
        with sheet.group("beside"):
            for left, wide, block in self.places:
                with sheet.group("part"):
                    block.draw(sheet, x + left, y, wide)

    def anchors(self) -> Iterator[str]:
        yield from Block.anchors(self)
        for _, _, block in self.places:
            yield from block.anchors()


@dataclass(slots=True, eq=False)
class Drawing(Block):
    """A chart of known height, heard as one sentence; its figures stand in words elsewhere.

    With an empty `alt` it is decoration: an artifact.
    """

    tall: float
    paint: Callable[[Sheet, float, float, float], None]
    alt: str = ""

    def height(self, width: float) -> float:
        return self.tall

    def draw(self, sheet: Sheet, x: float, y: float, width: float) -> None:
        box = (x, y, width, self.tall)
        with sheet.figure(self.alt, *box) if self.alt else sheet.decoration(*box):
            self.paint(sheet, x, y, width)


@dataclass(slots=True, eq=False)
class Sign(Block):
    """A small drawing within a table or a line that is said in words: "number 3, decides"."""

    tall: float
    paint: Callable[[Sheet, float, float, float], None]
    says: str

    def height(self, width: float) -> float:
        return self.tall

    def draw(self, sheet: Sheet, x: float, y: float, width: float) -> None:
        with sheet.sign(self.says, x, y, width, self.tall):
            self.paint(sheet, x, y, width)
