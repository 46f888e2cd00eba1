"""The hotel of METHOD 5 written into the sheets alone, cell by cell and pasted: its figures come out."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import table_hotel as told
from table_hotel import Row

from journeymap.analysis.examine import examine
from journeymap.edit.document import Document
from journeymap.i18n import catalogue
from journeymap.model.fresh import fresh_journey
from journeymap.model.journey import Journey
from journeymap.model.reading import steps_in_order
from journeymap.sheets.blocks import written
from journeymap.sheets.book import BY_NAME
from journeymap.sheets.grid import Grid
from journeymap.sheets.pasting import paste

Fill = Callable[[Document, str, "list[Row]"], None]


def grid_of(document: Document, name: str) -> Grid:
    grid = Grid(BY_NAME[name], document, catalogue("sv"))
    grid.show_columns([column.name for column in grid.sheet.columns])
    return grid


def place(grid: Grid, name: str) -> int:
    return [column.name for column in grid.columns].index(name)


def typed(document: Document, name: str, rows: list[Row]) -> None:
    """Every row typed into the empty last one, then its other cells one by one."""
    grid = grid_of(document, name)
    needed = [column.name for column in grid.sheet.needed]
    for row in rows:
        id = ""
        for column in (*needed, *(one for one in row if one not in needed)):
            at = grid.rows.index(id) if id else len(grid.rows)
            if row.get(column):
                outcome = grid.write(at, place(grid, column), row[column])
                assert not outcome.refused, outcome
                id = outcome.made[0] if outcome.made else id
                grid.refresh(grid.known.findings)


def pasted(document: Document, name: str, rows: list[Row]) -> None:
    """The whole sheet at once, its first line naming the columns."""
    grid = grid_of(document, name)
    names = list(max(rows, key=len))
    heads = [grid.t(grid.sheet.column(column).words) for column in names]
    block = written([heads, *([row.get(column, "") for column in names] for row in rows)])
    outcome = paste(grid, block, (len(grid.rows), 0))
    assert not outcome.refused, outcome.refused
    assert len(outcome.made) == len(rows)


def empty() -> Document:
    return Document(fresh_journey(title="", customer="Kund", language="sv", created="2026-10-14"))


def hotel(fill: Fill) -> Journey:
    document = empty()
    facts = grid_of(document, "journey")
    for name, value in told.JOURNEY.items():
        assert not facts.write(facts.rows.index(name), 1, value).refused
    lanes = grid_of(document, "lanes")
    assert not lanes.write(0, 0, told.LANES[0]["name"]).refused
    fill(document, "lanes", list(told.LANES[1:]))
    fill(document, "steps", list(told.STEPS))
    chain = grid_of(
        document, "links"
    )  # steps typed one after the other were joined: here they are told apart
    chain.remove(range(len(chain.rows)))
    fill(document, "links", list(told.LINKS))
    fill(document, "frictions", list(told.FRICTIONS))
    return document.journey


@pytest.mark.parametrize("fill", [typed, pasted])
def test_the_hotel_made_from_sheets_alone_has_the_figures_of_the_method(fill: Fill) -> None:
    journey = hotel(fill)
    found = examine(journey, trials=0)
    figures = found.figures
    assert (figures.lanes, figures.steps, figures.links) == (6, 17, 24)
    assert figures.customer_hours_per_year == pytest.approx(8530.875, rel=1e-9)
    assert [round(line.hours or 0) for line in found.ranked] == told.HOURS
    assert [line.missing for line in found.unranked] == [("wait_minutes", "work_minutes")]
    assert figures.goal_minutes == 510
    assert figures.expected_handoffs == pytest.approx(1.03375, rel=1e-9)
    assert figures.minimum_handoffs == 1
    assert figures.critical_moments == 3
    assert found.break_even_goal == pytest.approx(42.3, abs=0.05)
    assert (figures.walls_certain, figures.walls_suspected) == (8, 2)
    assert [step.title for step in steps_in_order(journey)] == [row["title"] for row in told.STEPS]
    stages = {stage.name: stage.order for stage in journey.stages.values()}
    assert sorted(stages, key=lambda name: stages[name] or 0) == [
        "Boka", "Erbjudandet", "Ankomsten", "Natten", "Hemresan",
    ]  # fmt: skip


def test_both_ways_make_the_same_map() -> None:
    """Ids apart: the same words in the same places."""

    def words(journey: Journey) -> list[str]:
        documents = Document(journey)
        names = ("lanes", "steps", "links", "frictions", "promises", "items", "stages")
        grids = [grid_of(documents, name) for name in names]
        return [
            grid.exact(row, column)
            for grid in grids
            for row in range(len(grid.rows))
            for column in range(len(grid.columns))
        ]

    assert words(hotel(typed)) == words(hotel(pasted))
