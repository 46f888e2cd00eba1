"""What a reader saw on the pages and that must not come back."""

from __future__ import annotations

import re
from dataclasses import replace

import msgspec
import pytest
from report_maps import DAY, hotel, pages, report, small

from journeymap.analysis.examine import examine
from journeymap.i18n.catalogue import catalogue
from journeymap.model.ids import Id
from journeymap.model.journey import Journey, journey_of
from journeymap.model.records import Head, Lane, Step
from journeymap.report.layout import laid_out
from journeymap.report.lines import LONELY, Span, evened, lay
from journeymap.report.matter import Matter
from journeymap.report.sections.map import WORDS_LINES, _words
from journeymap.report.typefaces import REASON


def _matter(journey: Journey, language: str = "en") -> Matter:
    found, t = examine(journey, trials=100), catalogue(language)
    return Matter(journey, found, t, DAY, "pseudonymised", "0" * 64, None)


def _one_step() -> Journey:
    lane = Lane(id=Id("g"), name="Kund", kind="customer", order=0)
    step = Step(id=Id("s"), title="Ringer", lane=lane.id, column=0)
    return journey_of(lane, step, head=Head(title="Ett steg"))


def test_without_links_nothing_is_said_to_be_known() -> None:
    text = "\n".join(pages(report(_one_step(), "sv")))
    assert "Kartan har inga länkar ännu." in text
    assert "Varje länk" not in text
    assert "0 länkar" not in text
    assert "Kartan i ord" not in text


def test_short_sections_share_a_page() -> None:
    """No page holds one sentence alone, and little is left white where the next section fits."""
    for page in laid_out(_matter(small(1)))[1:]:
        filled = max((one.y + one.block.height(one.width) for one in page.placed), default=0.0)
        assert page.landscape or filled > 0.3 * page.height, [one.section for one in page.placed][:1]


@pytest.mark.parametrize("language", ["sv", "nb", "en"])
def test_actions_stand_on_one_page_with_their_note(language: str) -> None:
    for page in laid_out(_matter(hotel(), language)):
        held = [one for one in page.placed if one.section is not None and one.section.anchor == "actions"]
        if held:
            assert len(held) >= 4, "heading, lead, table and note; then what is proposed beside each cause"
            break
    else:
        pytest.fail("the hotel has actions")


def test_no_last_line_of_a_word_stands_alone() -> None:
    said = "275 av 1 000 förlorar 17 minuter var: Kontaktcenter och Skolskjuts skickar dem fram och åter."
    words = [Span(said, REASON)]
    for width in range(150, 330, 5):
        plain, even = lay(words, width, "sv"), evened(words, width, "sv")
        assert len(even) == len(plain)
        if plain[-1].width < LONELY * width and len(plain) > 1:
            assert even[-1].width >= plain[-1].width


def test_the_map_in_words_stays_short() -> None:
    journey = small(3, 6)
    lanes = {
        id: msgspec.structs.replace(lane, unit="Fastighetsförvaltningsavdelningen/" + lane.name * 6)
        for id, lane in journey.lanes.items()
    }
    matter = _matter(replace(journey, tables={**journey.tables, Lane: lanes}), "sv")
    _, text = _words(matter)
    assert text.height(400) <= (WORDS_LINES + 4) * 14


@pytest.mark.parametrize("language", ["sv", "nb"])
def test_counts_in_headings_are_words_on_both_sides(language: str) -> None:
    text = "\n".join(pages(report(hotel(), language)))
    assert not re.search(r"\b(En|Én|Ett|Två|To) av \d", text)


def test_stages_are_called_fas_in_swedish() -> None:
    text = "\n".join(pages(report(hotel(), "sv")))
    assert "Bana och fas" in text
    assert not re.search("skede", text, re.IGNORECASE)


def test_titles_are_quoted_as_norwegians_quote() -> None:
    assert "”" not in pages(report(small(2), "nb"))[0]
