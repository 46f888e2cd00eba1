"""Every sheet: all that a record can say has a column, headings tell apart, and texts read back."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from journeymap.analysis.examine import examine
from journeymap.edit.document import Document
from journeymap.i18n import LANGUAGES, catalogue
from journeymap.model.records import (
    Action,
    Evidence,
    Friction,
    Head,
    Item,
    Lane,
    Link,
    LogEntry,
    Measure,
    Note,
    Order,
    Promise,
    Record,
    Requirement,
    Stage,
    Step,
    Walk,
    Wall,
)
from journeymap.resources import samples
from journeymap.sheets.book import BY_NAME, SHEETS
from journeymap.sheets.grid import Grid
from journeymap.sheets.kinds import Computed
from journeymap.sheets.sheet import Sheet
from journeymap.storage import files

SAMPLES = sorted(samples().glob("*.journey"))

SAID_OTHERWISE = {
    Step: {"column", "order"},  # "moment", and the order of rows within a cell
    Lane: {"order"},
    Stage: {"order"},
    Friction: {"walls"},  # worked out; people move a friction to its wall on the map
    Wall: {"key", "views", "number"},
    Evidence: {"attachment"},  # a picture is chosen from the disk
    Note: {"column"},
    Head: {
        "format", "version", "min_reader", "document", "derived_from", "created", "logo", "decision",
    },
}  # fmt: skip
"""Fields that are no column of their own, and why."""


def names_of(sheet: Sheet) -> set[str]:
    return {column.name for column in sheet.columns}


@pytest.mark.parametrize(
    "kind",
    [
        Step, Link, Friction, Wall, Promise, Item, Evidence, Lane, Stage, Action, Measure, Note, Walk,
        LogEntry,
    ],
)  # fmt: skip
def test_whatever_a_record_can_say_has_a_column(kind: type[Record]) -> None:
    fields = {field.name for field in msgspec.structs.fields(kind)} - {"id", "extra"}
    wanted = fields - SAID_OTHERWISE.get(kind, set())
    for part, inside in (("requirement", Requirement), ("order", Order)):
        if kind is Link:
            wanted.discard(part)
            wanted |= {f"{part}.{one.name}" for one in msgspec.structs.fields(inside) if one.name != "extra"}
    assert wanted <= names_of(BY_NAME[kind.TABLE])


def test_whatever_the_map_can_say_of_itself_has_a_row() -> None:
    fields = {field.name for field in msgspec.structs.fields(Head)} - {"id", "extra"} - SAID_OTHERWISE[Head]
    known = Grid(BY_NAME["journey"], Document(files.load(SAMPLES[0]).journey), catalogue("en"))
    assert fields | {"decision.text", "decision.by", "decision.date"} == set(known.rows)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_no_two_headings_of_a_sheet_are_alike(sheet: Sheet, language: str) -> None:
    t = catalogue(language)
    headings = [t(column.words).casefold() for column in sheet.columns]
    assert len(set(headings)) == len(headings)
    assert len({t(one.words) for one in SHEETS}) == len(SHEETS)


def grids(path: Path, language: str) -> list[Grid]:
    journey = files.load(path).journey
    findings = examine(journey, trials=0)
    made = [Grid(sheet, Document(journey), catalogue(language), findings) for sheet in SHEETS]
    for grid in made:
        grid.show_columns([column.name for column in grid.sheet.columns])
    return made


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_every_cell_reads_back_as_it_is_written_out(path: Path, language: str) -> None:
    read = 0
    for grid in grids(path, language):
        for row in range(len(grid.rows)):
            for place, column in enumerate(grid.columns):
                kind = column.kind_of(grid.line(row))
                if isinstance(kind, Computed) or column.put is None:
                    continue
                value = grid.value(row, place)
                again = kind.read(grid.exact(row, place), grid.known)
                assert again == value or (not value and again is None), (grid.sheet.name, column.name, value)
                read += value is not None
    assert read > 150


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_writing_every_cell_as_it_stands_changes_nothing(path: Path, language: str) -> None:
    for grid in grids(path, language):
        before = grid.document.journey
        for row in range(len(grid.rows)):
            for place, column in enumerate(grid.columns):
                if not isinstance(column.kind_of(grid.line(row)), Computed) and column.put is not None:
                    outcome = grid.write(row, place, grid.exact(row, place))
                    assert not outcome.refused, (grid.sheet.name, column.name)
        assert grid.document.journey == before
