"""Which sections a report has: chosen ones only, empty ones never, and the method says what is absent."""

from __future__ import annotations

import io

import pikepdf
import pytest
from report_everything import everything
from report_maps import DAY, hotel, pages, report

from journeymap.analysis.examine import examine
from journeymap.i18n.catalogue import catalogue
from journeymap.report.edition import Edition, matter_of
from journeymap.report.layout import numbered_sections
from journeymap.report.sections import SECTIONS
from journeymap.report.sections.method import NAMES


def bookmarks(data: bytes) -> list[str]:
    with pikepdf.open(io.BytesIO(data)) as pdf, pdf.open_outline() as outline:
        return [item.title for item in outline.root]


@pytest.mark.parametrize("part", SECTIONS, ids=lambda part: part.name)
def test_each_section_stands_alone(part) -> None:  # type: ignore[no-untyped-def]
    edition = Edition(sections=frozenset({part.name}))
    journey = everything()
    matter = matter_of(journey, examine(journey, trials=50), catalogue("en"), DAY, edition)
    anchors = [section.anchor for section in numbered_sections(matter)]
    assert anchors in ([part.name, "method"], ["method"], ["method", part.name])
    assert (anchors == ["method"]) == (part.name in ("method", "since"))
    assert report(journey, "en", sections=frozenset({part.name})).startswith(b"%PDF")


def test_what_was_left_out_is_said() -> None:
    data = report(hotel(), "en", sections=frozenset({"map", "actions"}))
    text = " ".join("".join(pages(data)).split())
    assert "Left out by choice: the ranking, the hours" in text
    assert [title.split(":")[0] for title in bookmarks(data)][1:] == [
        "1. Map",
        "2. Actions",
        "3. Method and assumptions",
    ]


def test_no_section_can_be_left_out_without_a_name() -> None:
    assert {part.name for part in SECTIONS if part.group} == set(NAMES)


def test_page_one_links_to_no_page_that_is_not_there() -> None:
    first = pages(report(hotel(), "en", sections=frozenset({"actions"})))[0]
    assert "page" not in first.replace("Page 1", "").lower()
