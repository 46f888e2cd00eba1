"""Page 1: one page whatever happens, 9 points or more, the right headline and decisions."""

from __future__ import annotations

import datetime
from dataclasses import replace
from itertools import pairwise
from typing import Any

import msgspec
import pytest
from report_maps import FINGERPRINT, hotel, pages, report, small

from journeymap.analysis.examine import examine
from journeymap.i18n.catalogue import catalogue
from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.model.records import Action, Friction, Lane, Stage, Step
from journeymap.report.block import Drawing, Para
from journeymap.report.matter import Matter
from journeymap.report.page_one.decisions import decisions
from journeymap.report.page_one.fit import Fit
from journeymap.report.page_one.headline import headline
from journeymap.report.page_one.page import first_page, total_height
from journeymap.report.page_one.rows import _Row
from journeymap.report.page_one.strip import spread
from journeymap.report.page_one.top import START
from journeymap.report.palette import A4, TEXT_WIDTH, bottom

LONG = "Försäkringskassehandläggningstjänstemännen"


def matter(journey: Journey, language: str = "en") -> Matter:
    findings = examine(journey, trials=100)
    day = datetime.date(2026, 11, 12)
    return Matter(journey, findings, catalogue(language), day, "pseudonymised", FINGERPRINT)


def with_all(journey: Journey, kind: type[Any], **fields: Any) -> Journey:
    table = {id: msgspec.structs.replace(one, **fields) for id, one in journey.of(kind).items()}
    return replace(journey, tables={**journey.tables, kind: table})


def swollen(journey: Journey, text: str) -> Journey:
    """Every name on the map is this text."""
    journey = with_all(journey, Friction, title=text, owner=text)
    journey = with_all(journey, Action, title=text, owner=text)
    journey = with_all(journey, Step, title=text)
    journey = with_all(journey, Lane, name=text)
    journey = with_all(journey, Stage, name=text)
    return replace(journey, head=msgspec.structs.replace(journey.head, title=text, organisation=text))


@pytest.mark.parametrize("language", ["sv", "nb", "en"])
@pytest.mark.parametrize("text", ["", LONG, f"{LONG} {LONG}", "ord " * 300], ids=["own", "40", "80", "1200"])
def test_it_fits_one_page(text: str, language: str) -> None:
    journey = swollen(hotel(), text) if text else hotel()
    assert total_height(first_page(matter(journey, language))) <= bottom(A4[1]) - START


def test_the_first_setting_is_kept_where_it_fits() -> None:
    blocks = first_page(matter(hotel(), "sv"))
    strips = [block for block in blocks if isinstance(block, Drawing)]
    assert [strip.height(500) for strip in strips] == [90]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "sv",
            "Gästerna förlorar omkring 8\u00a0500 timmar om året. Tre händelser avgör om de kommer tillbaka.",
        ),
        ("nb", "Gjestene taper rundt 8\u00a0500 timer i året. Tre hendelser avgjør om de kommer tilbake."),
        ("en", "The guests lose about 8,500 hours a year. Three events decide whether they come back."),
    ],
)
def test_headline_with_volume_and_critical(language: str, said: str) -> None:
    assert headline(matter(hotel(), language)) == said


def test_headline_without_volume() -> None:
    journey = replace(hotel(), head=msgspec.structs.replace(hotel().head, journeys_per_year=None))
    # 8 530.875 h/year over 20 000 journeys are 25 592.625 minutes for every 1 000
    assert headline(matter(journey)).startswith("1,000 guests lose about 26,000 minutes.")


def test_headline_without_anything_critical() -> None:
    journey = with_all(hotel(), Friction, critical=None, votes=None)
    # the largest is 4 333 of 8 531 hours: more than half alone
    assert headline(matter(journey)).endswith("One of eight frictions takes half.")


def test_headline_with_nothing_ranked() -> None:
    journey = with_all(hotel(), Friction, hits=None)
    assert headline(matter(journey)) == ("We know where it hurts, not how much. Nine frictions lack figures.")


def test_headline_without_frictions() -> None:
    journey = replace(hotel(), tables={**hotel().tables, Friction: {}})
    assert headline(matter(journey)) == "No frictions are entered. The map shows four walls."


def test_decisions_come_from_what_is_proposed_against_what_decides() -> None:
    found = decisions(matter(hotel(), "sv"))
    assert [one.about for one in found] == ["gäller nr\u00a01", "gäller nr\u00a02", "gäller nr\u00a03"]
    assert found[0].owner == "Hotellchef"
    assert found[0].due == "senast 1\u00a0dec"


def test_training_against_what_training_does_not_cure_is_never_asked_for() -> None:
    # the causes of the three that decide: process, system, mandate
    trained = {id: msgspec.structs.replace(one, kind="training") for id, one in hotel().actions.items()}
    journey = replace(hotel(), tables={**hotel().tables, Action: trained})
    asked = [one.what for one in decisions(matter(journey))]
    assert asked and not {one.title for one in journey.actions.values()} & set(asked)


def lines_of_headline(journey: Journey, language: str) -> list[str]:
    title = next(b for b in first_page(matter(journey, language)) if isinstance(b, Para) and b.role == "H1")
    return [line.text.replace("\u00a0", " ") for line in title.lines(TEXT_WIDTH)]


@pytest.mark.parametrize("language", ["sv", "nb", "en"])
@pytest.mark.parametrize("word", [None, "citizen", "customer", "patient"])
def test_each_sentence_of_the_headline_has_its_line(word: Any, language: str) -> None:
    journey = hotel()
    journey = replace(journey, head=msgspec.structs.replace(journey.head, customer_word=word))
    lines = lines_of_headline(journey, language)
    assert len(lines) == 2
    assert all(line.endswith(".") for line in lines)


def test_what_happens_and_why_stand_on_lines_of_their_own() -> None:
    found = matter(hotel())
    row = _Row(found, found.findings.ranked[1], Fit())
    reason = [line.text for line in row.texts(TEXT_WIDTH)[1][1]]
    assert [line.replace("\u00a0", " ") for line in reason] == [
        "54 in 1,000 guests lose 71 minutes each:",
        "Erbjudanden promises, Receptionen is never told.",
    ]


def test_missing_owners_are_one_decision() -> None:
    journey = with_all(replace(hotel(), tables={**hotel().tables, Action: {}}), Friction, owner=None)
    journey = with_all(journey, Friction, decision_by=None)
    what = [one.what for one in decisions(matter(journey))]
    assert what[0] == "Appoint owners for nos 1–5"


def test_more_deciding_frictions_than_rows_are_counted() -> None:
    journey = with_all(small(9), Friction, critical=True)
    assert "and 4 more, in the ranking" in " ".join(pages(report(journey))[0].split())


def test_spread_keeps_order_distance_and_bounds() -> None:
    placed = spread([10, 11, 12, 95], 15, 8, 100)
    assert placed == sorted(placed)
    assert all(after - before >= 15 for before, after in pairwise(placed))
    assert placed[-1] <= 100


def test_profile_and_date_stand_in_the_footer() -> None:
    text = pages(report(hotel(), "sv", profile="no_quotes"))[0].replace("\u00a0", " ")
    assert "Utan citat" in text
    assert Id("x") not in text.split()
