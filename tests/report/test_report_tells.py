"""Lane cards, say it once, both sides and remedies in the report: what is said, and what it adds up to."""

from __future__ import annotations

import re

import pytest
from report_maps import DAY, hotel, pages, report, squeezed
from two_days_map import two_days

from journeymap.analysis.examine import examine
from journeymap.edit import verbs
from journeymap.edit.document import Document
from journeymap.i18n.catalogue import catalogue
from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.report.edition import Edition, matter_of
from journeymap.report.sections.lanes import lanes
from journeymap.report.sections.once import once
from journeymap.report.sections.remedies import remedies
from journeymap.report.table import Table
from journeymap.resources import samples
from journeymap.storage import files


def told() -> Journey:
    """Two days promised, four on the way; the name asked for at both; training against a system."""
    return two_days(info="no")


def text_of(journey: Journey, language: str = "en", **how: object) -> str:
    return squeezed("".join(pages(report(journey, language, **how))))


def has(text: str, words: str) -> bool:
    return squeezed(words) in text


def test_a_promise_that_is_too_short_says_so_beside_it() -> None:
    text = text_of(told())
    assert has(text, "One promise is shorter than the way to its keeping")
    assert has(text, "The way 01 to 03 takes at least 4 days: too short a promise.")


def test_what_is_asked_again_and_who_waits_for_nobody() -> None:
    text = text_of(told())
    assert has(text, "One detail is asked for again")
    assert has(text, "Nobody's customer") and has(text, "04 Left alone") and has(text, "Nobody comes next")


def test_training_alone_is_the_finding_and_nobody_decides() -> None:
    text = text_of(told())
    assert has(text, "One friction is met with training alone")
    assert has(text, "No: training alone") and has(text, "Nobody named")


def test_both_sides_of_a_wall_stand_side_by_side() -> None:
    document = Document(told())
    mark = examine(document.journey, trials=0).marks[0]
    assert not has(text_of(document.journey), "From both sides")
    verbs.set_wall_fact(document, mark.findings[0].key, views={"A": "We told them", "B": "Never seen it"})
    text = text_of(document.journey)
    assert has(text, "From both sides") and has(text, "We told them") and has(text, "Never seen it")


def cells(row: object) -> list[str]:
    return ["".join(span.text for span in one.spans) for one in row.cells]  # type: ignore[attr-defined]


@pytest.mark.parametrize("path", sorted(samples().glob("*.journey")), ids=lambda path: path.stem)
def test_the_columns_of_the_lanes_add_up_to_the_last_row(path: object) -> None:
    """Counts exactly, walls to the parts that are printed; hours within the rounding of each row."""
    journey = files.load(path).journey  # type: ignore[arg-type]
    matter = matter_of(journey, examine(journey, trials=0), catalogue("en"), DAY, Edition())
    section = lanes(matter)
    assert section is not None
    table = next(one for one in section.blocks if isinstance(one, Table))
    *rows, whole = [cells(line) for line in table.lines]
    for column in range(1, 5):
        assert sum(_number(row[column]) for row in rows) == _number(whole[column])
    assert sum(_number(row[5]) for row in rows) == pytest.approx(_number(whole[5]), abs=0.05)
    for column in (6, 7):
        total = sum(_number(row[column]) for row in rows)
        assert total == pytest.approx(_number(whole[column]), abs=len(rows) / 2)
    assert _number(whole[8]) <= sum(_number(row[8]) for row in rows)


def _number(text: str) -> float:
    return float(re.sub(r"[^\d.]", "", text))


def test_nothing_to_say_is_no_section_and_an_extract_says_nothing_of_other_lanes() -> None:
    flat = Document(hotel())
    matter = matter_of(flat.journey, examine(flat.journey, trials=0), catalogue("en"), DAY, Edition())
    assert once(matter) is not None, "the hotel asks for name, arrival and card again"
    for id in list(flat.journey.steps):
        verbs.set_field(flat, id, asks=None, wait_minutes=None)
    for link in list(flat.journey.links):
        verbs.set_field(flat, link, wait_minutes=None)
    quiet = matter_of(flat.journey, examine(flat.journey, trials=0), catalogue("en"), DAY, Edition())
    assert once(quiet) is None
    journey = told()
    edition = Edition(lane=Id("B"))
    extract = matter_of(journey, examine(journey, trials=0), catalogue("en"), DAY, edition)
    assert [build(extract) for build in (once, lanes)] == [None, None]
    assert remedies(extract) == []


@pytest.mark.parametrize("language", ["sv", "nb"])
def test_it_is_said_in_every_language(language: str) -> None:
    text = text_of(told(), language)
    words = {"sv": ["Bana för bana", "Säg det en gång", "En friktion möts bara med utbildning"],
             "nb": ["Bane for bane", "Si det én gang", "Én friksjon møtes bare med opplæring"]}  # fmt: skip
    assert all(has(text, one) for one in words[language])
