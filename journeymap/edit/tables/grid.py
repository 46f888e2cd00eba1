"""Reads a grid: stages side by side, lanes and what belongs to the steps below one another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from journeymap.edit.message import Message
from journeymap.edit.tables.cells import (
    Cell,
    Fault,
    Sheet,
    column_letter,
    is_empty,
    line_of,
    lines_of,
    text_of,
)
from journeymap.edit.tables.facts import FAULTY, KEPT, UNCOUNTED_CELL, counted_in, read_field, shortened
from journeymap.edit.tables.feelings import OURS, RATINGS, told
from journeymap.edit.tables.matching import Matching
from journeymap.edit.tables.meanings import MEANING
from journeymap.edit.tables.told import Problem, Remark, Told, ToldLane, ToldLink, ToldStage, ToldStep
from journeymap.edit.tables.values import UnreadError, minutes_each
from journeymap.i18n.catalogue import N_

NO_PLACE = N_("In column {column} there is no step that this could belong to.")
ON_THE_ROAD = ("step", "lane")
WITH_STEPS = (*ON_THE_ROAD, "behind")


def read_grid(sheet: Sheet, matching: Matching) -> Told:
    """Column by column; in a column from the top lane down, as the map itself is read."""
    return _Grid(sheet, matching).read()


class _Grid:
    """One reading of one grid. Each of its columns is a moment, or as many as its longest cell has lines."""

    def __init__(self, sheet: Sheet, matching: Matching) -> None:
        self._sheet, self._matching = sheet, matching
        self._rows = [
            place for place, name in enumerate(matching.meanings) if name and place < len(sheet.rows)
        ]
        self._has_steps = any(matching.means(row) in WITH_STEPS for row in self._rows)
        self._steps: list[ToldStep] = []
        self._behind: list[int] = []
        self._problems: list[Problem] = []
        self._remarks: list[Remark] = []
        self._moment = 0

    def read(self) -> Told:
        """Everything the grid says."""
        stage = ToldStage()
        for column in range(self._matching.label + 1, self._sheet.width):
            stage = self._stage(column) or stage
            self._column(column, stage)
        order = sorted(range(len(self._steps)), key=lambda place: (self._steps[place].column or 0, place))
        steps = tuple(self._steps[place] for place in order)
        behind = {order.index(place) for place in self._behind}
        self._remarks[:0] = [Remark(0, what) for what in self._taken_for_granted()]
        said = [row for row in self._rows if self._matching.means(row) != "stage"]
        return Told(
            steps=steps,
            links=tuple(_links(steps, behind)),
            problems=tuple(sorted(self._problems, key=lambda problem: problem.row)),
            remarks=tuple(self._remarks),
            rows=len(said),
            linked=True,
        )

    def _taken_for_granted(self) -> Iterator[Message]:
        """What is told of whole rows: the scale of the experience, the unit of figures."""
        if self._matching.rating != OURS.name and any("experience" in step.fields for step in self._steps):
            yield told(RATINGS[self._matching.rating])
        for row in self._rows:
            each = minutes_each(self._label(row))
            if MEANING[self._matching.means(row)].form == "quantity" and each != 1:
                yield counted_in(self._label(row), each)

    def _stage(self, column: int) -> ToldStage | None:
        """The stage that begins in this column, if one does."""
        for row in self._matching.places("stage"):
            name = line_of(self._sheet.cell(row, column))
            if name:
                return ToldStage(name)
        return None

    def _column(self, column: int, stage: ToldStage) -> None:
        begin, lines = len(self._steps), 0
        for row in self._rows:
            if self._matching.means(row) in WITH_STEPS:
                lines = max(lines, self._write(row, column, stage))
        if not self._has_steps and stage.name and self._says_anything(column):
            self._steps.append(ToldStep(self._rows[0] + 1, stage.name, stage=stage, column=self._moment))
            lines = 1
        self._hang(column, self._main(begin))
        self._moment += lines

    def _write(self, row: int, column: int, stage: ToldStage) -> int:
        """Each line of the cell as a step in the row's lane; how many there were."""
        cell = self._sheet.cell(row, column)
        if isinstance(cell, Fault):
            self._problems.append(
                Problem(row + 1, f"{column_letter(column)}: {cell}", self._faulty(row, cell))
            )
            return 0
        lane = self._lane(row, column)
        for number, title in enumerate(lines_of(cell)):
            if self._matching.means(row) == "behind":
                self._behind.append(len(self._steps))
            self._steps.append(ToldStep(row + 1, title, lane=lane, stage=stage, column=self._moment + number))
        return len(lines_of(cell))

    def _lane(self, row: int, column: int) -> ToldLane:
        """The row's name is the lane's; the customer's own row leaves the customer's lane its name.

        Where another row names the lanes of the steps it counts, and goes on until it names the next.
        """
        name = line_of(self._sheet.cell(row, self._matching.label))
        if self._matching.means(row) == "step":
            if not self._whose(column):
                return ToldLane(kind="customer")
            name = self._whose(column)
        return ToldLane(name.rstrip(" *"), "supplier" if name.endswith("*") else None)

    def _whose(self, column: int) -> str:
        """The lane that is named for a column, or last before it."""
        named = (
            line_of(self._sheet.cell(row, place))
            for row in self._matching.places("whose")
            for place in range(column, self._matching.label, -1)
        )
        return next(filter(None, named), "")

    def _says_anything(self, column: int) -> bool:
        return any(not is_empty(self._sheet.cell(row, column)) for row in self._rows)

    def _main(self, begin: int) -> int | None:
        """The step that what stands in the column belongs to: the customer's first, else the first."""
        here = range(begin, len(self._steps))
        customers = (place for place in here if self._steps[place].lane.kind == "customer")
        return next(customers, begin if begin < len(self._steps) else None)

    def _hang(self, column: int, main: int | None) -> None:
        """What belongs to the step: fields, frictions, quotes and the rest."""
        for row in self._rows:
            name, cell = self._matching.means(row), self._sheet.cell(row, column)
            if name in (*WITH_STEPS, "stage", "whose") or is_empty(cell):
                continue
            if main is None:
                why = Message(NO_PLACE, column=column_letter(column))
                self._problems.append(Problem(row + 1, shortened(line_of(cell)), why))
            elif isinstance(cell, Fault):
                self._remarks.append(Remark(row + 1, self._faulty(row, cell)))
            else:
                self._steps[main] = self._with(self._steps[main], row, name, cell)

    def _with(self, step: ToldStep, row: int, name: str, cell: Cell) -> ToldStep:
        if MEANING[name].form == "more":
            said = (*step.more.get(name, ()), *lines_of(cell))
            return replace(step, more={**step.more, name: tuple(dict.fromkeys(said))})
        if name == "description":
            return _described(step, f"{self._label(row)}: {text_of(cell)}")
        return self._with_field(step, row, name, cell)

    def _with_field(self, step: ToldStep, row: int, name: str, cell: Cell) -> ToldStep:
        try:
            value: Any = read_field(name, cell, self._matching.rating, minutes_each(self._label(row)))
        except UnreadError:
            text, words = line_of(cell), Message(MEANING[name].words)
            self._remarks.append(Remark(row + 1, Message(KEPT, text=shortened(text), meaning=words)))
            return _described(step, f"{self._label(row)}: {text}")
        text = ", ".join(lines_of(cell)) if MEANING[name].form == "text" else value
        return replace(step, fields={**step.fields, name: text})

    def _label(self, row: int) -> str:
        return line_of(self._sheet.cell(row, self._matching.label))

    def _faulty(self, row: int, cell: Fault) -> Message:
        if cell == "=":
            return Message(UNCOUNTED_CELL, heading=self._label(row))
        return Message(FAULTY, heading=self._label(row), fault=str(cell))


def _described(step: ToldStep, line: str) -> ToldStep:
    before = step.fields.get("description")
    return replace(step, fields={**step.fields, "description": f"{before}\n{line}" if before else line})


def _links(steps: Sequence[ToldStep], behind: set[int]) -> list[ToldLink]:
    """The road through all but the rows behind, which deliver to the step of the road above them."""
    road = [place for place in range(len(steps)) if place not in behind]
    links = [ToldLink(one, other) for one, other in pairwise(road)]
    for place in sorted(behind):
        before = [step for step in road if (steps[step].column or 0) <= (steps[place].column or 0)]
        front = before[-1] if before else next(iter(road), None)
        if front is not None:
            links.append(ToldLink(place, front, {"kind": "info"}))
    return links


def read_lists(sheet: Sheet, matching: Matching) -> Told:
    """Every column is a stage named by its heading, every cell below it a step."""
    steps: list[ToldStep] = []
    rows: set[int] = set()
    for column in range(sheet.width):
        name = "" if matching.heading is None else line_of(sheet.cell(matching.heading, column))
        if matching.means(column) != "stage":
            continue
        for row in range(matching.first, len(sheet.rows)):
            title = line_of(sheet.cell(row, column))
            if title:
                rows.add(row)
                steps.append(ToldStep(row + 1, title, stage=ToldStage(name), column=len(steps)))
    return Told(tuple(steps), tuple(_links(steps, set())), rows=len(rows), linked=True)
