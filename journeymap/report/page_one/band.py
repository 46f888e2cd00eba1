"""The decision band: what the reader is asked to tick."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from journeymap.report import signs
from journeymap.report.block import Block
from journeymap.report.lines import Line, Span, clipped, lay
from journeymap.report.matter import Matter
from journeymap.report.page_one.decisions import Decided, Decision
from journeymap.report.palette import PALE, TEXT_WIDTH
from journeymap.report.sheet import Sheet
from journeymap.report.typefaces import CARD, NOTE, Type

PAD = 8.0
TITLE = Type(10.5, 14, 600)
WHAT = Type(9.5, 12.5, 600)
INDENT = 15.0
APART = 10.0
PITCH = (TEXT_WIDTH - 2 * PAD + APART) / 3
"""From one decision to the next."""
SETTLED = 3
"""Lines of a decision that was taken."""


@dataclass(slots=True, eq=False)
class Band(Block):
    """A tinted band: what has been decided, and up to three decisions to take side by side."""

    matter: Matter
    decisions: Sequence[Decision]
    decided: Decided | None = None
    lines: int = 0

    def height(self, width: float) -> float:
        tall = PAD * 0.6 + PAD
        if self.decided is not None:
            tall += TITLE.leading + 2 + len(self._settled(width)) * CARD.leading
        if self.decisions or self.decided is None:
            inner = max((self._inner(one) for one in self.decisions), default=CARD.leading)
            tall += TITLE.leading + 4 + inner + (PAD if self.decided is not None else 0)
        return tall

    def _settled(self, width: float) -> tuple[Line, ...]:
        """The decision in at most three lines; the whole stands in the appendix."""
        assert self.decided is not None
        spans = [Span(self.decided.text, CARD)]
        return clipped(spans, width - 2 * PAD, self.matter.t.language, min(self.lines or SETTLED, SETTLED))

    def _inner(self, decision: Decision) -> float:
        return sum(span_.type.leading * len(lines) for span_, lines in self._texts(decision))

    def _texts(self, decision: Decision) -> Iterator[tuple[Span, tuple[Line, ...]]]:
        said = [(decision.what, WHAT), (decision.owner, NOTE), (_when(decision), NOTE)]
        for text, kind in said:
            if text:
                lines = lay([Span(text, kind)], PITCH - APART - INDENT, self.matter.t.language)
                yield Span(text, kind), lines[: self.lines or None]

    def draw(self, sheet: Sheet, x: float, y: float, width: float) -> None:
        with sheet.group("band"):
            self._draw(sheet, x, y, width)

    def _draw(self, sheet: Sheet, x: float, y: float, width: float) -> None:
        with sheet.inside(None):
            sheet.box(x, y, width, self.height(width), PALE)
            sheet.rule(x, y, x + width, y, 1.2)
        y += PAD * 0.6
        if self.decided is not None:
            y = self._draw_head(sheet, x, y, self.decided.head) + 2
            with sheet.element("P"):
                lines = self._settled(width)
                y = sheet.lines(x + PAD, y, lines, [Span(self.decided.text, CARD)], width) + PAD
        if self.decisions or self.decided is None:
            self._draw_asked(sheet, x, y)

    def _draw_head(self, sheet: Sheet, x: float, y: float, words: str) -> float:
        with sheet.element("H2"):
            sheet.text(x + PAD, y + TITLE.ascent, words, TITLE)
        return y + TITLE.leading

    def _draw_asked(self, sheet: Sheet, x: float, y: float) -> None:
        t = self.matter.t
        y = self._draw_head(sheet, x, y, t("Decisions we ask for")) + 4
        if not self.decisions:
            with sheet.element("P"):
                text = t("No decision is put into words. The first three frictions have no action.")
                if len(self.matter.findings.ranked) < 3:
                    text = t("No decision is put into words yet.")
                sheet.text(x + PAD, y + CARD.ascent, text, CARD)
            return
        with sheet.element("L"):
            for number, decision in enumerate(self.decisions):
                self._draw_decision(sheet, x + PAD + PITCH * number, y, number + 1, decision)

    def _draw_decision(self, sheet: Sheet, x: float, y: float, number: int, decision: Decision) -> None:
        with sheet.element("LI"):
            says = self.matter.t("Decision {n}", n=self.matter.t.number(number))
            with sheet.element("Lbl"), sheet.sign(says, x, y + 1, 11, 11):
                signs.tick_box(sheet, x, y + 2)
            with sheet.element("LBody"):
                for span_, lines in self._texts(decision):
                    with sheet.element("P"):
                        y = sheet.lines(x + INDENT, y, lines, [span_], 0)


def _when(decision: Decision) -> str:
    """ "by 1 Dec, for no. 1": the parts that are known."""
    return ", ".join(part for part in (decision.due, decision.about) if part)
