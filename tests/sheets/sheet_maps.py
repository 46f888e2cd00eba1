"""A small journey to edit in tables, and what tests ask of a grid."""

from __future__ import annotations

from journeymap.analysis.examine import examine
from journeymap.edit.document import Document
from journeymap.i18n import catalogue
from journeymap.model.ids import Id
from journeymap.model.journey import Journey, journey_of
from journeymap.model.records import Friction, Head, Lane, Link, Stage, Step
from journeymap.sheets.book import BY_NAME
from journeymap.sheets.grid import Grid


def visit() -> Journey:
    """Customer, desk, office; asks → answers → waits → decides, in two stages; one friction at waits."""
    i = Id
    return journey_of(
        Lane(id=i("cust"), name="Customer", kind="customer", order=1),
        Lane(id=i("desk"), name="Desk", kind="department", unit="Town/Desk", order=2),
        Lane(id=i("office"), name="Office", kind="department", unit="Town/Office", order=3),
        Stage(id=i("s1"), name="Before", order=1),
        Stage(id=i("s2"), name="After", order=2),
        Step(id=i("asks"), title="Asks", lane=i("cust"), stage=i("s1"), column=1, own_minutes=12),
        Step(id=i("answers"), title="Answers", lane=i("desk"), column=2, channel="phone"),
        Step(id=i("waits"), title="Waits", lane=i("cust"), stage=i("s2"), column=3, own_minutes=(5, 12, 20)),
        Step(id=i("decides"), title="Decides", lane=i("office"), column=4, own_minutes="long", goal=True),
        Link(id=i("l1"), source=i("asks"), target=i("answers")),
        Link(id=i("l2"), source=i("answers"), target=i("waits"), info="no", share=0.5),
        Link(id=i("l3"), source=i("waits"), target=i("decides")),
        Friction(id=i("f1"), title="Nobody calls", at=i("waits"), hits="often", wait_minutes=20),
        head=Head(title="A visit", journeys_per_year=1000),
    )


def grid_of(name: str, journey: Journey | None = None, language: str = "en", *, whole: bool = True) -> Grid:
    """A sheet of a journey, with every column shown."""
    document = Document(journey if journey is not None else visit())
    findings = examine(document.journey, trials=0)
    grid = Grid(BY_NAME[name], document, catalogue(language), findings)
    if whole:
        grid.show_columns([column.name for column in grid.sheet.columns])
    return grid


def place(grid: Grid, name: str) -> int:
    """The place of a column among those shown."""
    return [column.name for column in grid.columns].index(name)


def cell(grid: Grid, row: str, column: str) -> tuple[int, int]:
    """The place of a cell by the row's id ("" for the new row) and the column's name."""
    return (grid.rows.index(row) if row else len(grid.rows), place(grid, column))


def refreshed(grid: Grid) -> Grid:
    """After an edit, as the window does it."""
    grid.refresh(examine(grid.document.journey, trials=0))
    return grid


def column_texts(grid: Grid, name: str) -> list[str]:
    """What a column shows from the top, the empty row left out."""
    return [grid.text(row, place(grid, name)) for row in range(len(grid.rows))]
