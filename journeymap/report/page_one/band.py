"""The decision band: what the reader is asked to tick."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from journeymap.report import signs
from journeymap.report.block import Block
from journeymap.report.lines import Line, Span, lay
from journeymap.report.matter import Matter
from journeymap.report.page_one.decisions import Decision
from journeymap.report.palette import PALE, column, span
from journeymap.report.sheet import Sheet
from journeymap.report.typefaces import CARD, NOTE, Type

PAD = 8.0
TITLE = Type(10.5, 14, 600)
WHAT = Type(9.5, 12.5, 600)
INDENT = 15.0


@dataclass(slots=True, eq=False)
class Band(Block):
    """A tinted band with up to three decisions side by side."""

    matter: Matter
    decisions: Sequence[Decision]
    lines: int = 0

    def height(self, width: float) -> float:
        inner = max((self._inner(one) for one in self.decisions), default=CARD.leading)
        return PAD * 0.6 + TITLE.leading + 4 + inner + PAD

    def _inner(self, decision: Decision) -> float:
        return sum(kind.leading * len(lines) for kind, lines in self._texts(decision))

    def _texts(self, decision: Decision) -> Iterator[tuple[Type, tuple[Line, ...]]]:
        said = [(decision.what, WHAT), (decision.owner, NOTE), (_when(decision), NOTE)]
        for text, kind in said:
            if text:
                lines = lay([Span(text, kind)], span(4) - INDENT - PAD, self.matter.t.language)
                yield kind, lines[: self.lines or None]

    def draw(self, sheet: Sheet, x: float, y: float, width: float) -> None:
        t = self.matter.t
        with sheet.inside(None):
            sheet.box(x, y, width, self.height(width), PALE)
            sheet.rule(x, y, x + width, y, 1.2)
        y += PAD * 0.6
        with sheet.element("H2"):
            sheet.text(x + PAD, y + TITLE.ascent, t("Decisions we ask for"), TITLE)
        y += TITLE.leading + 4
        if not self.decisions:
            with sheet.element("P"):
                text = t("No decision is put into words. The first three frictions have no action.")
                sheet.text(x + PAD, y + CARD.ascent, text, CARD)
            return
        with sheet.element("L"):
            for number, decision in enumerate(self.decisions):
                self._draw_decision(sheet, x + PAD + column(4 * number), y, number + 1, decision)

    def _draw_decision(self, sheet: Sheet, x: float, y: float, number: int, decision: Decision) -> None:
        with sheet.element("LI"):
            with sheet.element("Lbl", actual=self.matter.t("Decision {n}", n=self.matter.t.number(number))):
                signs.tick_box(sheet, x, y + 2)
            with sheet.element("LBody"):
                for kind, lines in self._texts(decision):
                    with sheet.element("P"):
                        for line in lines:
                            sheet.line_of(x + INDENT, y + kind.ascent, line, 0)
                            y += kind.leading


def _when(decision: Decision) -> str:
    """ "by 1 Dec, for no. 1": the parts that are known."""
    return ", ".join(part for part in (decision.due, decision.about) if part)
