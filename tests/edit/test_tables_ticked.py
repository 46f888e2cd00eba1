"""A column for every department and a tick where it does the step: read where that is certain, else left."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from table_sheets import sheet, titles, told

from journeymap.edit.tables.guess import guess
from journeymap.edit.tables.people import is_customer, kind_by_name
from journeymap.edit.tables.reading import read_table
from journeymap.edit.tables.ticked import ticked_places
from journeymap.i18n import catalogue

MATRIX = """Aktivitet;Kund;Reception;Kök;Kommentar
Bokar bord;x;;;På nätet
Tar emot;;X;;
Lagar maten;;;x;Tar tid
Äter;x;;;
"""


def test_the_ticked_department_is_the_lane() -> None:
    found = told(MATRIX)
    assert titles(found) == ["Bokar bord", "Tar emot", "Lagar maten", "Äter"]
    assert [step.lane.name for step in found.steps] == ["Kund", "Reception", "Kök", "Kund"]
    assert guess(sheet(MATRIX)).meanings[1:4] == ("lane_tick",) * 3
    assert found.steps[0].fields["description"] == "På nätet"


@pytest.mark.parametrize(
    ("name", "table"),
    [
        ("two ticks in a row", MATRIX.replace("Tar emot;;X;;", "Tar emot;;X;x;")),
        ("no tick in a row", MATRIX.replace("Tar emot;;X;;", "Tar emot;;;;")),
        ("letters that say how", MATRIX.replace("x", "R").replace("X", "A")),
        ("words beside ticks", MATRIX.replace("Tar emot;;X;;", "Tar emot;;ja, ofta;;")),
        ("yes or no", "Steg;Kritisk;Start\nBokar;x;\nÄter;;x\n"),
        ("one column only", "Steg;Kund\nBokar bord;x\nÄter;x\n"),
        ("twice the same name", "Steg;Kund;Kund\nBokar bord;x;\nÄter;;x\n"),
    ],
)
def test_what_is_not_certain_is_left_alone(name: str, table: str) -> None:
    assert "lane_tick" not in guess(sheet(table)).meanings, name


def test_a_lane_that_the_table_names_stands_over_ticks() -> None:
    table = "Steg;Avdelning;Mån;Tis\nBokar;Gäst;x;\nTar emot;Reception;;x\n"
    found = told(table)
    assert [step.lane.name for step in found.steps] == ["Gäst", "Reception"]


def test_somebody_who_says_that_columns_are_ticked_lanes_hears_of_rows_with_two() -> None:
    table = sheet(MATRIX.replace("Tar emot;;X;;", "Tar emot;;X;x;"))
    matching = guess(sheet(MATRIX))
    found = read_table(table, matching)
    assert [step.lane.name for step in found.steps] == ["Kund", "Reception", "Kök", "Kund"]
    said = [(remark.row, remark.what.said(catalogue("en"))) for remark in found.remarks if remark.row]
    assert said == [(3, "More than one lane is ticked: the step stands in the first of them.")]


@given(st.lists(st.tuples(st.sampled_from(["", "x", "✓"]), st.sampled_from(["", "x", "R"])), max_size=5))
def test_only_one_tick_a_row_is_certain(rows: list[tuple[str, str]]) -> None:
    """Against the definition: all cells ticks or empty, both columns used, one tick in every row."""
    columns = [["a"] * len(rows), [one for one, _ in rows], [other for _, other in rows]]
    certain = (
        all(cell in ("", "x", "✓") for row in rows for cell in row)
        and all(any(column) for column in columns[1:])
        and all(bool(one) != bool(other) for one, other in rows)
        and bool(rows)
    )
    found = ticked_places(["Step", "Desk", "Guest"], columns, ["step", "", ""])
    assert found == ((1, 2) if certain else ())


@pytest.mark.parametrize(
    "name",
    ["Anhörig", "anhöriga", "Pårørende", "Kund", "Gäst", "Brukar", "Brukare", "Patient", "Bruker",
     "Närstående",
     "Patient/anhörig", "Pasient og pårørende", "Kund (gäst)", "Guest, customer", "Foreldre",
     "Elev och förälder"],
)  # fmt: skip
def test_for_whom_journeys_are_made(name: str) -> None:
    assert is_customer(name) and kind_by_name(name) == "customer"


@pytest.mark.parametrize("name", ["Kundtjänst", "Kund och ekonomi", "Patientkontor", "/", "", "Anhörigstöd"])
def test_departments_with_such_a_word_in_their_name_are_none(name: str) -> None:
    assert not is_customer(name) and kind_by_name(name) == "department"
