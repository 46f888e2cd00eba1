"""The contents page: label, finding and page of every section, what to read in ten minutes, the signs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from journeymap.report.block import Block, words
from journeymap.report.matter import Matter
from journeymap.report.palette import HAIR
from journeymap.report.reading_key import reading_key
from journeymap.report.section import Section
from journeymap.report.sheet import Sheet
from journeymap.report.tags import Element
from journeymap.report.typefaces import DATA, LABEL, TABLE

PAD = 4.0
NUMBER = 22.0
PAGE = 26.0
LABELS = 0.36
"""The labels' part of what numbers leave."""


@dataclass(slots=True, eq=False)
class Entry(Block):
    """One line of the contents."""

    section: Section
    matter: Matter
    whole: list[Element]
    """The one element of the contents, made by the first entry that is drawn."""

    def _parts(self, width: float) -> tuple[Block, float, Block, float]:
        language = self.matter.t.language
        label = (width - NUMBER - PAGE) * LABELS
        finding = width - NUMBER - PAGE - label - 9
        return (
            words(self.section.label, LABEL, language, role=""), label - 9,
            words(self.section.finding, TABLE, language, role="", widest=finding), finding,
        )  # fmt: skip

    def height(self, width: float) -> float:
        label, one, finding, other = self._parts(width)
        return max(label.height(one), finding.height(other)) + 2 * PAD

    def draw(self, sheet: Sheet, x: float, y: float, width: float) -> None:
        label, one, finding, other = self._parts(width)
        top, t, anchor = y + PAD, self.matter.t, f"section:{self.section.anchor}"
        number = sheet.page_number(anchor)
        says = t("to {section}", section=self.section.label)
        if number is not None:
            says = t("to {section}, page {n}", section=self.section.label, n=t.number(number))
        tall = self.height(width)
        if not self.whole:
            self.whole.append(sheet.innermost.add("TOC"))
        with sheet.inside(self.whole[0]), sheet.element("TOCI"), sheet.link(anchor, says, x, y, width, tall):
            with sheet.element("Span"):
                sheet.text(x, top + DATA.ascent, self.section.number, DATA)
            with sheet.element("Span"):
                label.draw(sheet, x + NUMBER, top, one)
            with sheet.element("Span"):
                finding.draw(sheet, x + NUMBER + one + 18, top, other)
            if number is not None:
                with sheet.element("Span"):
                    sheet.text(x + width, top + DATA.ascent, t.number(number), DATA, "right")
        with sheet.inside(None):
            sheet.rule(x, y + tall, x + width, y + tall, 0.5, HAIR)


def contents_section(matter: Matter, sections: Sequence[Section]) -> Section:
    """Contents and how to read the signs."""
    t = matter.t
    whole: list[Element] = []
    blocks: list[Block] = [Entry(section, matter, whole) for section in sections]
    blocks += reading_key(matter)
    return Section(
        t("Contents and how to read"), t("What this report answers"), blocks, "contents", language=t.language
    )
