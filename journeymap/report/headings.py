"""Headings: a section's finding on a page of its own or under another section, and sub-headings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from journeymap.report.block import Block, Para
from journeymap.report.lines import Span, width_of
from journeymap.report.palette import span
from journeymap.report.section import Section
from journeymap.report.sheet import Sheet
from journeymap.report.typefaces import FINDING, FINDING_MID, LABEL, NOTE, SUBHEADING


@dataclass(slots=True, eq=False)
class TopHead(Block):
    """A section's finding at the top of its page; number and label stand in the header."""

    section: Section

    def _para(self) -> Para:
        section = self.section
        return Para(
            [Span(section.finding, FINDING)], section.language, "H2",
            widest=span(11), balance=True, actual=section.spoken,
        )  # fmt: skip

    def height(self, width: float) -> float:
        return self._para().height(width) + 7

    def draw(self, sheet: Sheet, x: float, y: float, width: float) -> None:
        sheet.bookmark(f"section:{self.section.anchor}", self.section.spoken, y)
        self._para().draw(sheet, x, y, width)

    def anchors(self) -> Iterator[str]:
        yield f"section:{self.section.anchor}"


@dataclass(slots=True, eq=False)
class MidHead(Block):
    """A section that begins mid-page: rule, number and label, finding."""

    section: Section

    def _para(self) -> Para:
        section = self.section
        return Para(
            [Span(section.finding, FINDING_MID)], section.language, "H2",
            widest=span(11), balance=True, actual=section.spoken,
        )  # fmt: skip

    def height(self, width: float) -> float:
        return 5 + LABEL.leading + self._para().height(width) + 6

    def draw(self, sheet: Sheet, x: float, y: float, width: float) -> None:
        sheet.bookmark(f"section:{self.section.anchor}", self.section.spoken, y)
        with sheet.inside(None):
            sheet.rule(x, y, x + width, y, 1.2)
            sheet.text(x, y + 5 + LABEL.ascent, self.section.heading, LABEL)
        self._para().draw(sheet, x, y + 5 + LABEL.leading, width)

    def anchors(self) -> Iterator[str]:
        yield f"section:{self.section.anchor}"


@dataclass(slots=True, eq=False)
class SubHead(Block):
    """A sub-heading with a note beside it: what the figures under it count."""

    title: str
    language: str
    note: str = ""

    def _para(self) -> Para:
        return Para([Span(self.title, SUBHEADING)], self.language, "H3")

    def height(self, width: float) -> float:
        return self._para().height(width) + 4

    def draw(self, sheet: Sheet, x: float, y: float, width: float) -> None:
        with sheet.group("subhead"):
            self._draw(sheet, x, y, width)

    def _draw(self, sheet: Sheet, x: float, y: float, width: float) -> None:
        self._para().draw(sheet, x, y, width)
        left = width_of(self.title, SUBHEADING) + 7
        if self.note and left + width_of(self.note, NOTE) <= width:
            with sheet.element("P"):
                sheet.text(x + left, y + SUBHEADING.ascent, self.note, NOTE)


def subhead(title: str, language: str, note: str = "", before: float = 22.0) -> SubHead:
    """A sub-heading that keeps with what follows, with its usual space above."""
    return SubHead(title, language, note, before=before, keep=True)
