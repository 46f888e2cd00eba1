"""Which sections the report has, their numbers, and all of them on pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from journeymap.report.contents import contents_section
from journeymap.report.flow import Flow, Page
from journeymap.report.matter import Matter
from journeymap.report.numbers import tied
from journeymap.report.page_one.page import first_page
from journeymap.report.page_one.top import START
from journeymap.report.section import Section
from journeymap.report.sections import SECTIONS

CONTENTS_FROM = 6
"""Pages from which a contents page is worth its sheet."""


def laid_out(matter: Matter) -> list[Page]:
    """Every page of the report, before drawing."""
    sections = numbered_sections(matter)
    flow = Flow()
    flow.add_page_of(first_page(matter), START)
    for section in sections:
        flow.add_section(section)
    pages = flow.pages
    return [pages[0], *_contents(matter, sections, len(pages)), *pages[1:]]


def _contents(matter: Matter, sections: Sequence[Section], pages: int) -> list[Page]:
    """The contents, on pages of their own, where the report is long enough to need them."""
    if pages + 1 < CONTENTS_FROM:
        return []
    flow = Flow()
    flow.add_section(contents_section(matter, sections))
    return flow.pages


def numbered_sections(matter: Matter) -> list[Section]:
    """Those that have something to say, numbered after the others have gone."""
    wanted = [part for part in SECTIONS if matter.wants(part.name) or not part.group]
    built = [section for part in wanted if (section := part.build(matter)) is not None]
    for number, section in enumerate((one for one in built if not one.appendix), 1):
        section.number = str(number)
    for letter, section in zip("ABCDEFGH", (one for one in built if one.appendix), strict=False):
        section.number = letter
    for section in built:
        section.language = matter.t.language
        section.finding = tied(section.finding)
    return built


def anchor_places(pages: Sequence[Page]) -> Mapping[str, tuple[int, float]]:
    """Where each anchor stands first: page from 0, height in points from the page's lower edge."""
    places: dict[str, tuple[int, float]] = {}
    for number, page in enumerate(pages):
        for placed in page.placed:
            for anchor in placed.block.anchors():
                places.setdefault(anchor, (number, page.height - placed.y + 12))
    return places
