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
from journeymap.report.typefaces import DATA, LABEL, TABLE

PAD = 4.0
NUMBER = 22.0
PAGE = 40.0


@dataclass(slots=True, eq=False)
class Entry(Block):
    """One line of the contents."""

    section: Section
    matter: Matter

    def _parts(self, width: float) -> tuple[Block, float, Block, float]:
        language = self.matter.t.language
        label = (width - NUMBER - PAGE) * 0.38
        finding = width - NUMBER - PAGE - label - 9
        return (
            words(self.section.label, LABEL, language, role=""), label - 9,
            words(self.section.finding, TABLE, language, role=""), finding,
        )  # fmt: skip

    def height(self, width: float) -> float:
        label, one, finding, other = self._parts(width)
        return max(label.height(one), finding.height(other)) + 2 * PAD

    def draw(self, sheet: Sheet, x: float, y: float, width: float) -> None:
        label, one, finding, other = self._parts(width)
        top = y + PAD
        with sheet.element("P"):
            sheet.text(x, top + DATA.ascent, self.section.number, DATA)
            label.draw(sheet, x + NUMBER, top, one)
            finding.draw(sheet, x + NUMBER + one + 18, top, other)
            anchor = f"section:{self.section.anchor}"
            number = sheet.page_number(anchor) or 0
            t = self.matter.t
            says = t("to {section}, page {n}", section=self.section.label, n=t.number(number))
            sheet.linked(x + width, top + DATA.ascent, t.number(number), DATA, anchor, says)
        with sheet.inside(None):
            sheet.rule(x, y + self.height(width), x + width, y + self.height(width), 0.5, HAIR)


def contents_section(matter: Matter, sections: Sequence[Section]) -> Section:
    """Contents and how to read the signs."""
    t = matter.t
    blocks: list[Block] = [Entry(section, matter) for section in sections]
    blocks += reading_key(matter)
    return Section(
        t("Contents and how to read"), t("What this report answers"), blocks, "contents", language=t.language
    )
