"""Large figures side by side, each with what it counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from journeymap.report.block import Block, Stack, words
from journeymap.report.palette import COLUMNS, RULE, column, span
from journeymap.report.sheet import Sheet
from journeymap.report.typefaces import KEY_FIGURE, NOTE


@dataclass(slots=True, eq=False)
class KeyRow(Block):
    """At most `most` figures, three or four, in columns of equal width."""

    figures: Sequence[tuple[str, str]]
    language: str
    most: int = 3

    def _cell(self, figure: str, what: str) -> Stack:
        return Stack([words(figure, KEY_FIGURE, self.language), words(what, NOTE, self.language, before=1)])

    def height(self, width: float) -> float:
        return 4 + max(self._cell(*one).height(span(COLUMNS / self.most)) for one in self.figures)

    def draw(self, sheet: Sheet, x: float, y: float, width: float) -> None:
        each = COLUMNS // self.most
        with sheet.group("keys"):
            for number, one in enumerate(self.figures):
                left = x + column(each * number)
                with sheet.inside(None):
                    sheet.rule(left, y, left + span(each), y, 0.5, RULE)
                with sheet.group("part"):
                    self._cell(*one).draw(sheet, left, y + 4, span(each))
