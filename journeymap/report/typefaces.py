"""The report's type: every use of the text face with its size, leading and colour (REPORT-DESIGN 3)."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Literal

from journeymap.picture.text import TextStyle
from journeymap.report.palette import BRICK, INK, SEC, WHITE

Weight = Literal[400, 600]


@dataclass(frozen=True, slots=True)
class Type:
    """A way to set text: size and leading in points, weight, colour, digits of one width or not."""

    size: float
    leading: float
    weight: Weight = 400
    color: str = INK
    tabular: bool = False
    style: TextStyle = field(init=False, compare=False, repr=False)
    """What the text is measured by."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "style", TextStyle(self.size, self.weight, self.tabular))

    @property
    def ascent(self) -> float:
        """From the top of a line down to its baseline."""
        return (self.leading - self.size) / 2 + self.size * 0.86

    def bold(self) -> Type:
        """The same in 600."""
        return replace(self, weight=600)

    def in_color(self, color: str) -> Type:
        """The same in another colour."""
        return replace(self, color=color)


HEADLINE = Type(21, 26, 600)
HEADLINE_SMALL = Type(18, 23, 600)
FINDING = Type(18, 23, 600)
FINDING_MID = Type(14, 18, 600)
SUBHEADING = Type(11.5, 18, 600)
CARD_TITLE = Type(13, 17, 600)
LEAD = Type(10, 14)
CARD = Type(9.5, 13.5)
REASON = Type(9.5, 12.5)
REASON_SMALL = Type(9, 12)
ROW_TITLE = Type(10, 14, 600)
TABLE = Type(9, 12)
DATA = Type(9, 12, tabular=True)
HEAD = Type(9, 11.5, 600)
NOTE = Type(9, 12, color=SEC)
LABEL = Type(9, 12, 600)
HOURS = Type(13, 16, 600, tabular=True)
KEY_FIGURE = Type(21, 26, 600, tabular=True)
CARD_FIGURE = Type(24, 28, 600, tabular=True)
MATRIX = Type(10.5, 13, 600, tabular=True)
WALL_NUMBER = Type(9, 12, color=BRICK, tabular=True)
IN_CIRCLE = Type(8, 10, 600, WHITE, tabular=True)
STEP_NUMBER = Type(8, 10, 600, SEC, tabular=True)
