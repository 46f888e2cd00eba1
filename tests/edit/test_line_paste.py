"""Pasted text: lists, bullets, spreadsheets in three languages, and what could not be read."""

from __future__ import annotations

import pytest

from journeymap.edit import clipboard, verbs
from journeymap.edit.document import Document
from journeymap.edit.line import parse
from journeymap.edit.line_paste import read_paste
from journeymap.i18n.catalogue import catalogue
from journeymap.model.ids import Id
from journeymap.model.reading import lanes_in_order, name_of, steps_in_order

I = Id  # noqa: E741 - a table of ids reads better with a short word
LANES = ["Gäst", "Reception", "Rumslager"]

LIST = """
1. Bokar rummet
2) re: Tar emot
 - [ ] Ekonomi: Fakturerar
   # Fel belopp
   ! Avgör
/ Efteråt
> citat ur ett mejl
ek: Rättar
"""


def test_a_list_becomes_lines_with_bullets_off() -> None:
    pasted = read_paste(LIST, LANES)
    assert [(line.reading.kind, line.reading.text) for line in pasted.lines] == [
        ("step", "Bokar rummet"),
        ("step", "Tar emot"),
        ("step", "Fakturerar"),
        ("friction", "Fel belopp"),
        ("critical", "Avgör"),
        ("stage", "Efteråt"),
        ("step", "> citat ur ett mejl"),
        ("step", "Rättar"),
    ]
    assert (pasted.steps, pasted.new_lanes, pasted.problems) == (5, ("Ekonomi",), ())
    assert [line.row for line in pasted.lines][:2] == [2, 3]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("sv", "5 steg inklistrade. Nya banor: Ekonomi. Ctrl+Z ångrar allt."),
        ("nb", "5 steg limt inn. Nye baner: Ekonomi. Ctrl+Z angrer alt."),
        ("en", "5 steps pasted. New lanes: Ekonomi. Ctrl+Z undoes all."),
    ],
)
def test_the_strip_says_what_came(language: str, sentence: str) -> None:
    assert read_paste(LIST, LANES).told.said(catalogue(language)) == sentence


def test_one_step_is_told_as_one() -> None:
    assert read_paste("Bokar", LANES).told.said(catalogue("sv")) == "1 steg inklistrat. Ctrl+Z ångrar allt."


def test_lines_that_cannot_be_read_are_listed_and_asked_about() -> None:
    pasted = read_paste("Bokar\nr: Tar emot\n#\nGår", LANES)
    assert [(row, line) for row, line, _ in pasted.problems] == [(2, "r: Tar emot"), (3, "#")]
    question = pasted.question
    assert question is not None
    assert question.said(catalogue("nb")) == "2 rader kunne ikke leses. Hente inn de andre 2?"
    assert read_paste("Bokar", LANES).question is None


def test_pasting_is_one_edit_behind_the_step_one_stands_on(document: Document) -> None:
    start = document.journey
    lanes = [lane.name for lane in lanes_in_order(start)]
    steps = verbs.paste_lines(document, read_paste(LIST.replace("re:", "head:"), lanes), I("b"))
    journey = document.journey
    assert len(steps) == 5 and document.undo_label == "Paste {n} steps"
    assert [name_of(journey.lanes[journey.steps[id].lane]) for id in steps] == [
        "Shop", "Head office", "Ekonomi", "Ekonomi", "Ekonomi",
    ]  # fmt: skip
    order = [step.id for step in steps_in_order(journey)]
    assert order == ["a", "b", *steps, "c", "d", "e"]
    assert {friction.at for friction in journey.frictions.values()} == {"c", "cd", steps[2]}
    assert journey.steps[steps[2]].critical_reason == "Avgör"
    stage = journey.steps[steps[3]].stage
    assert stage is not None and name_of(journey.stages[stage]) == "Efteråt"
    assert [journey.steps[id].stage for id in (steps[2], I("c"))] == ["s1", "s2"]
    document.undo()
    assert document.journey == start


def test_readings_alone_can_be_pasted_in_a_lane(document: Document) -> None:
    readings = [parse("- One", [], pasted=True), parse("- Two", [], pasted=True)]
    steps = verbs.paste_lines(document, readings, lane=I("head"))
    assert [document.journey.steps[id].lane for id in steps] == ["head", "head"]
    assert [document.journey.steps[id].column for id in steps] == [6, 7]


def test_facts_before_any_step_fall_away(document: Document) -> None:
    before = document.journey
    assert verbs.paste_lines(document, read_paste("# Slow\n! Why", [])) == ()
    assert document.journey is before


@pytest.mark.parametrize(
    "heading",
    [
        "Steg\tBana\tFas\tKanal\tNästa",
        "Steg\tBane\tFase\tKanal\tNeste",
        "Step\tLane\tStage\tChannel\tNext",
    ],
)
def test_a_spreadsheet_with_headings(document: Document, heading: str) -> None:
    rows = (
        "Asks\tShop\tFirst\tPhone\tAnswers; Sends on\n"
        "Answers\thead office\tThen\t\t\n"
        "Sends on\tPost*\tThen\t\tAnswers"
    )
    pasted = read_paste(f"{heading}\n{rows}\n", [lane.name for lane in document.journey.lanes.values()])
    assert (pasted.steps, pasted.new_lanes, pasted.linked) == (3, ("Post",), True)
    steps = verbs.paste_lines(document, pasted)
    journey = document.journey
    titles = {id: journey.steps[id].title for id in steps}
    joined = {
        (titles[link.source], titles[link.target]) for link in journey.links.values() if link.source in titles
    }
    assert joined == {("Asks", "Answers"), ("Asks", "Sends on"), ("Sends on", "Answers")}
    assert journey.steps[steps[0]].channel == "Phone"
    assert [name_of(journey.stages.get(journey.steps[id].stage or I(""))) for id in steps] == [
        "First", "Then", "Then",
    ]  # fmt: skip
    assert journey.lanes[journey.steps[steps[2]].lane].kind == "supplier"


def test_without_headings_the_first_column_is_the_step_the_second_the_lane(document: Document) -> None:
    pasted = read_paste('"Asks, twice\nloudly"\tShop\nWaits\t\n', ["Shop"])
    assert [line.reading.text for line in pasted.lines] == ["Asks, twice loudly", "Waits"]
    steps = verbs.paste_lines(document, pasted, I("e"))
    assert [document.journey.steps[id].lane for id in steps] == ["shop", "shop"]
    assert {(link.source, link.target) for link in document.journey.links.values()} >= {
        ("e", steps[0]),
        (steps[0], steps[1]),
    }


@pytest.mark.parametrize(
    "text",
    [
        "•\tRinger\n•\tSvarar",
        "·\tRinger\no\tSvarar",
        "1.\tRinger\r\n2.\tSvarar\r\n",
        "\uf0b7\tRinger\n\n\t§\tSvarar",
        "a)\tRinger\nb)\tSvarar",
        "1.1. Ringer\n1.2. Svarar",
        "→ Ringer\n☐ Svarar",
        "1\tRinger\n2\tSvarar",
    ],
)
def test_a_list_of_a_word_processor_is_no_table_with_lanes(text: str) -> None:
    pasted = read_paste(text, ["Gäst"])
    assert [(line.reading.text, line.reading.lane) for line in pasted.lines] == [
        ("Ringer", None),
        ("Svarar", None),
    ]


def test_a_table_whose_rows_are_counted_keeps_its_lanes() -> None:
    pasted = read_paste("1\tRinger\tGäst\n2\tSvarar\tReception", LANES)
    assert [(line.reading.text, line.reading.lane) for line in pasted.lines] == [
        ("Ringer", "Gäst"),
        ("Svarar", "Reception"),
    ]
    counted = read_paste("Steg 1\tGäst\nSteg 2\tReception", LANES)
    assert [line.reading.text for line in counted.lines] == ["Steg 1", "Steg 2"]


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("Väntar på svar\tGäst", "Kontakt med läkare"),
        ("Step A\tGäst", "Step B"),
        ("Skriver beskrivning\tGäst", "Läser"),
        ("Step 1\tGäst\tFas 1", "Step 2"),
    ],
)
def test_no_step_is_lost_for_a_heading_that_only_may_be_one(first: str, then: str) -> None:
    pasted = read_paste(f"{first}\n{then}\tReception", LANES)
    assert [line.reading.lane for line in pasted.lines] == ["Gäst", "Reception"]


def test_a_time_of_day_is_no_number_of_a_list() -> None:
    assert read_paste("17.30 Ringer\n1.1 Svarar", []).lines[0].reading.text == "17.30 Ringer"


def test_rows_without_a_step_or_with_an_unknown_next_are_listed() -> None:
    pasted = read_paste("Step\tLane\tNext\nAsks\tShop\tNobody\n\tShop\t\n\t\t\nWaits\tShop\t", ["Shop"])
    said = [(row, why.said(catalogue("sv"))) for row, _, why in pasted.problems]
    assert said == [(2, "Inget steg här heter Nobody."), (3, "Raden saknar steg.")]
    assert [line.reading.text for line in pasted.lines] == ["Waits"]


def test_a_next_that_names_a_row_left_out_is_left_out_too(document: Document) -> None:
    pasted = read_paste("Step\tNext\nA\tB\nB\tC\nD\tA\n", [])
    assert [row for row, _, _ in pasted.problems] == [3]
    steps = verbs.paste_lines(document, pasted)
    links = [link for link in document.journey.links.values() if link.source in steps]
    assert [(link.source, link.target) for link in links] == [(steps[1], steps[0])]


def test_what_is_copied_as_words_comes_back_as_the_same_steps(document: Document) -> None:
    text = clipboard.as_text(document.journey, [I("cust"), I("d"), I("p")])
    assert text == "Customer: Asks\nCustomer: Waits\nScreens Ltd: Repairs\nReady on Friday"
    pasted = read_paste(text, [lane.name for lane in lanes_in_order(document.journey)])
    assert [(line.reading.lane, line.reading.text) for line in pasted.lines] == [
        ("Customer", "Asks"),
        ("Customer", "Waits"),
        ("Screens Ltd", "Repairs"),
        (None, "Ready on Friday"),
    ]
