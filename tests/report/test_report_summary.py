"""The summary as text: the words of page 1, for a mail."""

from __future__ import annotations

import pytest
from report_everything import everything
from report_maps import DAY, hotel, pages, small, squeezed

from journeymap.analysis.examine import examine
from journeymap.i18n.catalogue import catalogue
from journeymap.model.journey import Journey
from journeymap.report.document import rendered
from journeymap.report.edition import Edition, matter_of
from journeymap.report.summary import to_text


@pytest.mark.parametrize("language", ["sv", "nb", "en"])
def test_it_says_what_page_one_says(language: str) -> None:
    journey = hotel()
    matter = matter_of(journey, examine(journey, trials=50), catalogue(language), DAY, Edition())
    unit = matter.t("h/year")  # the page says it once, over the column
    page = squeezed(pages(rendered(matter))[0])
    for line in to_text(matter).splitlines():
        for word in line.replace("[ ]", "").replace(unit, "").split():
            assert squeezed(word.strip("(),.:")) in page, line


@pytest.mark.parametrize("journey", [Journey(), small(0), small(1), everything()])
def test_it_is_plain_lines(journey: Journey) -> None:
    matter = matter_of(journey, examine(journey, trials=50), catalogue("sv"), DAY, Edition())
    text = to_text(matter)
    assert text.endswith("\n") and not text.endswith("\n\n")
    assert "\n\n\n" not in text and "\u00ad" not in text and "\u00a0" not in text
