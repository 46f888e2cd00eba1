"""What tables of other programs tell: rows, grids, drawings, and the rows that stay outside."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from itertools import pairwise

import pytest
from table_sheets import GRID, LUCID, MURAL, VISIO, joined, sheet, titles, told

from journeymap.edit.tables.cells import UNCOUNTED, Continued, Fault, Sheet, lines_of, text_of
from journeymap.edit.tables.feelings import RATINGS, UnreadError, likely_rating, read_feeling
from journeymap.edit.tables.guess import guess
from journeymap.edit.tables.matching import Matching, with_meaning
from journeymap.edit.tables.moments import moments
from journeymap.edit.tables.people import kind_by_name
from journeymap.edit.tables.reading import read_table
from journeymap.edit.tables.told import Told
from journeymap.edit.tables.values import read_flag, read_minutes, read_number
from journeymap.i18n import catalogue


def said(found: Told) -> list[tuple[int, str]]:
    return [(problem.row, problem.why.said(catalogue("en"))) for problem in found.problems]


def test_a_process_table_of_visio() -> None:
    found = told(VISIO)
    assert titles(found) == ["Customer calls", "Answer the call", "Solve at once", "Escalate", "Confirm"]
    assert [lane.name for lane in found.lanes] == ["Customer", "Service desk", "Back office"]
    assert [stage.name for stage in found.stages] == ["Contact", "Solve", "Close"]
    labels = {(found.steps[link.target].title, link.fields.get("label")) for link in found.links}
    assert ("Solve at once", "Yes") in labels and ("Escalate", "No") in labels
    assert found.steps[0].fields == {"start": True} and found.steps[4].fields["end"]
    assert found.steps[1].fields["description"] == "Picks up within three rings"
    assert moments(found) == (0, 1, 2, 2, 3)  # the two answers happen at the same moment


def test_a_drawing_listed_by_lucid() -> None:
    found = told(LUCID, ",")
    assert titles(found) == ["Sends it back", "In time?"]
    assert found.steps[0].lane.name == "Customer"
    assert joined(found) == {("Sends it back", "In time?"), ("In time?", "Sends it back")}
    assert found.notes == ("Drawn in May",)
    assert said(found) == [(10, "This line joins nothing that is a step.")]


def test_notes_of_a_whiteboard_come_in_the_order_of_their_places() -> None:
    found = told(MURAL, ",")
    assert titles(found) == ["Searches", "Books", "Pays"]
    assert not found.linked and moments(found) == (0, 1, 2)


def test_a_grid_of_stages_and_lanes() -> None:
    found = told(GRID)
    assert [(step.title, step.stage.name) for step in found.steps] == [
        ("Söker hotell", "Före"), ("Jämför priser", "Före"), ("Bokar", "Före"), ("Checkar in", "Under"),
        ("Tar emot gästen", "Under"), ("Tilldelar rum", "Under"), ("Betalar", "Efter"),
        ("Skriver fakturan", "Efter"),
    ]  # fmt: skip
    by_title = {step.title: step for step in found.steps}
    assert by_title["Checkar in"].fields == {"experience": -3, "channel": "Disk"}
    assert by_title["Checkar in"].more == {
        "friction": ("Frågas igen", "Lång kö"),
        "quote": ('"Det är inte vårt bord"',),
        "action": ("Fråga bara en gång",),
    }
    assert by_title["Söker hotell"].fields["experience"] == 2
    assert by_title["Tilldelar rum"].lane.name == "Bakom scenen"
    behind = [link for link in found.links if link.fields.get("kind") == "info"]
    assert [(found.steps[link.source].title, found.steps[link.target].title) for link in behind] == [
        ("Tilldelar rum", "Tar emot gästen")
    ]
    assert ("Tar emot gästen", "Betalar") in joined(found)
    assert found.problems == ()


def test_a_grid_of_departments_alone() -> None:
    found = told(";Innan;Under;Efter\nKund;Bokar;Äter;Betalar\nKök;;Lagar;\nKassa;;;Tar betalt")
    assert [lane.name for lane in found.lanes if lane.name] == ["Kök", "Kassa"]
    assert found.steps[0].lane.kind == "customer"
    road = ["Bokar", "Äter", "Lagar", "Betalar", "Tar betalt"]
    assert joined(found) == set(pairwise(road))


def test_a_column_that_says_something_of_no_step_is_told() -> None:
    found = told("Stage;A;B\nCustomer actions;Asks;\nPain points;Slow;Lonely")
    assert titles(found) == ["Asks"]
    assert said(found) == [(3, "In column C there is no step that this could belong to.")]


def test_stages_alone_become_steps() -> None:
    found = told("Stage;Look;Buy\nEmotions;3;-2\nPain points;;Queue")
    assert titles(found) == ["Look", "Buy"] and found.steps[1].more == {"friction": ("Queue",)}


def test_each_column_a_stage() -> None:
    table = sheet("Before;After\nLooks;Pays\nAsks;")
    found = read_table(table, Matching("lists", 0, ("stage", "stage")))
    assert [(step.title, step.stage.name) for step in found.steps] == [
        ("Looks", "Before"), ("Asks", "Before"), ("Pays", "After"),
    ]  # fmt: skip


def test_rows_that_cannot_be_read_are_listed_with_number_and_reason() -> None:
    found = told(
        "Id;Step;Next\n1;Asks;2\n2;Waits;9\n;;\n3;;1\n4;Goes;4\n1;Asks again;\n5;Pays;2; \n6;Ends;5, 2\n"
    )
    assert said(found) == [
        (3, "No step here is called 9."),
        (5, "This row has no step."),
        (6, "The step goes on to itself."),
        (7, "The id 1 stands in row 2 already."),
    ]
    assert titles(found) == ["Asks", "Pays", "Ends"]
    assert joined(found) == {("Ends", "Pays")}
    remarks = [(remark.row, remark.what.said(catalogue("en"))) for remark in found.remarks]
    assert (2, "The link to Waits is left out, as that row could not be read.") in remarks
    assert found.rows == 7


def test_words_in_a_column_of_figures_go_to_the_description() -> None:
    found = told(
        "Step;Duration;Emotion;Start\nAsks;10 min;3;x\n"
        "Waits;a while;worried about rent;maybe\nPays;1 h;happy;no"
    )
    assert found.steps[1].fields == {
        "description": "Duration: a while\nEmotion: worried about rent\nStart: maybe"
    }
    assert [(step.fields.get("own_minutes"), step.fields.get("experience")) for step in found.steps] == [
        (10, 3), (None, None), (60, 2),
    ]  # fmt: skip
    assert len(found.remarks) == 3 and found.problems == ()


def test_numbers_for_steps_are_ids_and_the_words_beside_them_the_steps() -> None:
    found = told("Step;Description;Department\n1;Asks;Shop\n2;Answers;Shop")
    assert titles(found) == ["Asks", "Answers"] and [step.id for step in found.steps] == ["1", "2"]


def test_who_is_responsible_is_the_lane_where_nothing_else_is() -> None:
    assert [lane.name for lane in told("Activity;Responsible\nAsks;Guest\nAnswers;Desk").lanes] == [
        "Guest",
        "Desk",
    ]
    with_lane = told("Activity;Department;Responsible\nAsks;Shop;Ann")
    assert with_lane.lanes[0].name == "Shop" and with_lane.steps[0].fields == {"owner": "Ann"}


def test_headings_below_a_title_and_blank_rows() -> None:
    found = told("Our journey 2026\n\nStep;Lane\nAsks;Shop\n---;---\nPays;Shop")
    assert titles(found) == ["Asks", "Pays"]
    assert found.steps[0].row == 4


def test_a_table_without_headings() -> None:
    found = told("Asks for a phone;Shop\nWaits;\n")
    assert titles(found) == ["Asks for a phone", "Waits"] and found.steps[0].lane.name == "Shop"


def test_cells_of_other_kinds() -> None:
    rows = [
        ("Id", "Step", "Next", "Duration", "Description"),
        (1.0, "Asks", 2.0, time(0, 45), date(2026, 1, 2)),
        (2, 7.0, None, timedelta(hours=1, minutes=30), datetime(2026, 1, 2, 14, 5)),  # noqa: DTZ001
        (3, Fault("#REF!"), None, None, None),
        (4, UNCOUNTED, None, None, None),
        (5, "Pays", None, Fault("#N/A"), True),
    ]
    table = Sheet("s", rows)
    found = read_table(table, guess(table))
    assert titles(found) == ["Asks", "7", "Pays"]
    assert [step.fields.get("own_minutes") for step in found.steps] == [45, 90, None]
    assert found.steps[0].fields["description"] == "2026-01-02"
    assert found.steps[1].fields["description"] == "2026-01-02 14:05"
    assert [row for row, _ in said(found)] == [4, 5] and "#REF!" in said(found)[0][1]
    assert any("#N/A" in remark.what.said(catalogue("en")) for remark in found.remarks)


def test_a_merged_step_goes_on_over_its_rows() -> None:
    rows = [
        ("Step", "Lane", "Pain point"),
        ("Waits", "Shop", "Long"),
        (Continued("Waits"), Continued("Shop"), "Cold"),
    ]
    table = Sheet("s", rows)
    found = read_table(table, guess(table))
    assert titles(found) == ["Waits"] and found.steps[0].more == {"friction": ("Long", "Cold")}


@pytest.mark.parametrize(
    ("cell", "next_ids"),
    [
        ("2,3", {"2", "3"}),
        ("2; 3", {"2", "3"}),
        ("2\n3", {"2", "3"}),
        (2.3, {"2", "3"}),
        ("2 3", {"2", "3"}),
        (2.0, {"2"}),
    ],
)
def test_several_next_steps_in_one_cell(cell: object, next_ids: set[str]) -> None:
    rows = [("Id", "Step", "Next"), ("1", "A", cell), ("2", "B", None), ("3", "C", None)]
    table = Sheet("s", rows)  # type: ignore[arg-type]
    found = read_table(table, Matching("rows", 0, ("id", "step", "next")))
    assert {found.steps[link.target].id for link in found.links} == next_ids


def test_a_title_with_commas_is_one_step() -> None:
    assert joined(told("Step;Next\nAsks;Waits, twice\nWaits, twice;")) == {("Asks", "Waits, twice")}


def test_predecessors_are_links_the_other_way() -> None:
    assert joined(told("ID;Task Name;Predecessors\n1;Asks;\n2;Waits;1\n3;Pays;1,2")) == {
        ("Asks", "Waits"), ("Asks", "Pays"), ("Waits", "Pays"),
    }  # fmt: skip


def test_stages_never_fall_back_in_time() -> None:
    """The table goes back to the first stage in its third row: that step stands among the first ones."""
    found = told("Step;Stage\nA;One\nB;Two\nC;One\nD;")
    assert moments(found) == (0, 3, 1, 2)


def test_what_only_one_column_may_hold_goes_to_the_chosen_one() -> None:
    matching = Matching("rows", 0, ("step", "lane", "friction"))
    assert with_meaning(matching, 1, "step").meanings == ("", "step", "friction")
    assert with_meaning(matching, 1, "friction").meanings == ("step", "friction", "friction")


@pytest.mark.parametrize(
    ("written", "minutes"),
    [
        ("15", 15), ("1,5", 1.5), ("5–9 min", (5, 9)), ("7 (5-9)", (5, 7, 9)), ("1,5 tim", 90),
        ("2 h", 120), ("0:45", 45), ("1:30:00", 90), ("ca 10 minuter", 10), ("30 sek", 0.5),
        ("2 dagar", 2880),
        ("1 h 20 min", 80),
        ("länge", "long"), ("stund", "moment"), (12, 12), (2.5, 2.5),
    ],
)  # fmt: skip
def test_minutes_as_people_write_them(written: object, minutes: object) -> None:
    assert read_minutes(written) == minutes  # type: ignore[arg-type]


def test_numbers_and_yes_and_no() -> None:
    assert [read_number(text) for text in ("3,5", "1 200", "-2", "50 %", "1 000 000,5")] == [
        3.5, 1200, -2, 0.5, 1000000.5,
    ]  # fmt: skip
    assert [read_flag(text) for text in ("Ja", "x", "NEI", "", True, "✓")] == [
        True,
        True,
        False,
        None,
        True,
        True,
    ]
    with pytest.raises(UnreadError):
        read_flag("perhaps")


@pytest.mark.parametrize(
    ("figures", "rating"),
    [
        ([1, 2, 5], "1..5"), ([-1, 3], "-3..3"), ([1, 3], "-3..3"), ([-5, 2], "-5..5"), ([0, 9], "0..10"),
        ([10, 80], "0..100"), ([2, 7], "1..7"), (["happy"], "-3..3"),
    ],
)  # fmt: skip
def test_the_scale_of_an_experience(figures: list[object], rating: str) -> None:
    assert likely_rating("Känsla", figures).name == rating  # type: ignore[arg-type]


def test_a_heading_states_its_scale() -> None:
    assert likely_rating("Känsla (1–10)", [1, 2, 3]).name == "1..10"


def test_experience_on_our_scale() -> None:
    five = RATINGS["1..5"]
    assert [read_feeling(cell, five) for cell in (1, 3, 5, "2")] == [-3, 0, 3, -1.5]
    assert [read_feeling(cell) for cell in ("😡", "nöjd", "frustrert", ":)", "-2")] == [-3, 2, -3, 2, -2]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Kund", "customer"), ("Gästen", "customer"), ("Kundtjänst", "department"), ("Ren AB *", "supplier"),
        ("Leverantör", "supplier"), ("Bokningssystemet", "system"), ("Reception", "department"),
    ],
)  # fmt: skip
def test_what_a_lane_is_by_its_name(name: str, kind: str) -> None:
    assert kind_by_name(name) == kind


def test_lines_of_a_cell_lose_their_bullets() -> None:
    assert lines_of("• One\n2) Two\n- [x] Three\n\n") == ("One", "Two", "Three")
    assert lines_of("- One\n", as_written=True) == ("- One",)
    assert text_of(7.0) == "7" and text_of(None) == ""


@pytest.mark.parametrize(
    ("heading", "cell", "minutes"),
    [
        ("Väntetid (dagar)", "2", 2880), ("Ventetid i timer", "1,5", 90), ("Wait [h]", "1-2", (60, 120)),
        ("Wait weeks", "1", 10080), ("Waiting time", "1 200", 1200), ("Väntetid", "1\u00a0200 min", 1200),
        ("Väntetid (dagar)", "3 h", 180), ("Väntetid (dagar)", "0:45", 45), ("Wait time", "7", 7),
        ("Väntetid (min)", "7", 7), ("Väntetid", "2 veckor", 20160),
    ],
)  # fmt: skip
def test_a_heading_may_name_the_unit_of_bare_figures(heading: str, cell: str, minutes: object) -> None:
    found = told(f"Step;{heading}\nAsks;{cell}")
    assert found.steps[0].fields == {"wait_minutes": minutes}


def test_a_unit_taken_from_the_heading_is_told() -> None:
    by_row = told("Step;Väntetid (dagar)\nAsks;2")
    by_grid = told("Stages;Look;Buy\nSteps;Searches;Pays\nWaiting (h);2;")
    assert [one.what.said(catalogue("en")) for one in by_row.remarks] == [
        "Figures under Väntetid (dagar) are read as days."
    ]
    assert by_grid.steps[0].fields == {"wait_minutes": 120}
    assert by_grid.remarks[0].what.said(catalogue("en")) == "Figures under Waiting (h) are read as hours."


@pytest.mark.parametrize(
    ("cell", "value"), [("7/10", 1), ("3 av 5", 0), ("5 out of 5", 3), ("80 %", 1.8), ("0/10", -3)]
)
def test_a_rating_that_says_what_it_is_out_of(cell: str, value: float) -> None:
    """7 of 1 … 10 is a third of the upper half: (7 − 5.5) / 4.5 · 3 = 1."""
    assert read_feeling(cell) == value
    assert read_feeling(cell, RATINGS["1..5"]) == value


@pytest.mark.parametrize("cell", ["12/10", "5/1", "140 %"])
def test_a_rating_above_its_own_top_is_none(cell: str) -> None:
    with pytest.raises(UnreadError):
        read_feeling(cell)


def test_whole_numbers_are_ids_however_they_are_written() -> None:
    found = told("No;Step;Next\n1.0;Asks;2\n2;Waits;3,0\n3.0;Pays;")
    assert joined(found) == {("Asks", "Waits"), ("Waits", "Pays")}


def test_a_text_merged_across_the_table_begins_a_stage() -> None:
    rows = [
        ("Step", "Lane", "Pain point"), ("BEFORE", "BEFORE", "BEFORE"), ("Asks", "Guest", "slow"),
        ("DURING", "DURING", "DURING"), ("Waits", "Guest", None), ("Gets", "Desk", ""),
    ]  # fmt: skip
    table = Sheet("s", rows)
    found = read_table(table, guess(table))
    assert [(step.title, step.stage.name) for step in found.steps] == [
        ("Asks", "BEFORE"), ("Waits", "DURING"), ("Gets", "DURING"),
    ]  # fmt: skip
    assert found.rows == 3 and found.problems == ()


def test_a_row_of_a_grid_may_name_the_lane_of_each_step() -> None:
    found = told("Fas;Före;;Under\nSteg;Söker;Ringer;Svarar\nAvdelning;Kund;;Kundtjänst\nKänsla;1;-1;2")
    assert [(step.title, step.lane.name, step.stage.name) for step in found.steps] == [
        ("Söker", "Kund", "Före"), ("Ringer", "Kund", "Före"), ("Svarar", "Kundtjänst", "Under"),
    ]  # fmt: skip
    assert [step.fields["experience"] for step in found.steps] == [1, -1, 2]


def test_a_whole_number_stays_whole_however_it_is_written() -> None:
    found = told("Steg;Känsla;Väntetid\nRinger;-1,0;5,0\nSvarar;2,5;7")
    assert [repr(step.fields) for step in found.steps] == [
        "{'experience': -1, 'wait_minutes': 5}", "{'experience': 2.5, 'wait_minutes': 7}",
    ]  # fmt: skip
