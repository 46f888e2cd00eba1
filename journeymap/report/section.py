"""A section of the report: its label, its finding and its blocks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from journeymap.report.block import Block
from journeymap.report.sheet import Sheet
from journeymap.report.tags import Element


@dataclass(slots=True, eq=False)
class Section:
    """One question answered. `label` is for finding one's way, `finding` is what it says.

    `own_page`: opens a page. `appendix`: counted by letter. `number` is given when the sections
    are known; links lead to `anchor`.
    """

    label: str
    finding: str
    blocks: Sequence[Block]
    anchor: str
    own_page: bool = True
    appendix: bool = False
    opens_landscape: bool = False
    number: str = ""
    language: str = "en"
    element: Element | None = None

    @property
    def heading(self) -> str:
        """Number and label: "5 Walls"."""
        return f"{self.number}\u2002{self.label}" if self.number else self.label

    @property
    def spoken(self) -> str:
        """Number, label and finding, as bookmarks and screen readers say them."""
        label = f"{self.number}. {self.label}" if self.number else self.label
        return f"{label}: {self.finding}" if self.finding != self.label else label


@dataclass(slots=True, eq=False)
class NewPage(Block):
    """What follows begins a page of this orientation."""

    landscape: bool = False

    def height(self, width: float) -> float:
        return 0.0

    def draw(self, sheet: Sheet, x: float, y: float, width: float) -> None:
        """Nothing to be seen."""
