"""Reads a table with one row a step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import cast

from journeymap.edit.message import Message
from journeymap.edit.tables.cells import (
    Cell,
    Continued,
    Fault,
    Row,
    Sheet,
    is_empty,
    line_of,
    text_of,
    words_of,
)
from journeymap.edit.tables.facts import Facts, joined_facts
from journeymap.edit.tables.feelings import OURS, RATINGS, told
from journeymap.edit.tables.matching import Matching
from journeymap.edit.tables.onward import Line, Named, Unjoined, join
from journeymap.edit.tables.shapes import ENDS, NO_STEPS, STARTS, TEXTS, shape_of
from journeymap.edit.tables.ticked import is_tick
from journeymap.edit.tables.told import (
    Heed,
    Problem,
    Remark,
    Told,
    ToldLane,
    ToldStage,
    ToldStep,
)
from journeymap.edit.tables.values import UnreadError, read_choice, read_number
from journeymap.edit.texts import folded
from journeymap.i18n.catalogue import N_
from journeymap.model.records import LaneKind

NO_STEP = N_("This row has no step.")
TWICE = N_("The id {id} stands in row {row} already.")
AT_FAULT = N_("Where the step should stand, the cell shows {fault}.")
UNCOUNTED_STEP = N_(
    "Where the step should stand is a formula without a value. Open the file in its program and save it."
)
TICKED_TWICE = N_("More than one lane is ticked: the step stands in the first of them.")
EVERY = 200
LINK_FACTS = ("link_label", "link_kind", "link_share", "link_carrier", "link_info")


def read_rows(sheet: Sheet, matching: Matching, heed: Heed = lambda done: None) -> Told:
    """Every row below the headings as a step, a link or a problem."""
    return _Reader(sheet, matching, heed).read()


class _Reader:
    """One reading of one sheet."""

    def __init__(self, sheet: Sheet, matching: Matching, heed: Heed) -> None:
        self._sheet, self._matching, self._heed = sheet, matching, heed
        self._facts = Facts(sheet, matching)
        self._places = {name: matching.places(name) for name in set(matching.meanings)}
        self._ids: dict[str, int] = {}
        self._steps: list[ToldStep] = []
        self._named: list[Named] = []
        self._lines: list[Line] = []
        self._failed: set[str] = set()
        self._notes: list[str] = []
        self._problems: list[Problem] = []
        self._remarks: list[Remark] = []
        self._count = 0
        self._inside = self._containers()
        self._band = ""
        """The stage that a line across the whole table began, where no column names stages."""

    def read(self) -> Told:
        """Row by row; then what goes on to what, by ids and titles that are all known now."""
        for place in range(self._matching.first, len(self._sheet.rows)):
            if place % EVERY == 0:
                self._heed(place)
            self._row(place + 1, self._sheet.rows[place])
        self._remarks[:0] = [Remark(0, what) for what in self._taken_for_granted()]
        linked = self._is_linked()
        joined = join(Unjoined(self._steps, self._named, self._lines, frozenset(self._failed)))
        return Told(
            steps=joined.steps if linked else _in_time(joined.steps),
            links=joined.links,
            problems=tuple(sorted((*self._problems, *joined.problems), key=lambda problem: problem.row)),
            remarks=(*self._remarks, *joined.remarks),
            notes=tuple(self._notes),
            rows=self._count,
            linked=linked,
            keeps_ids=self._matching.keeps_ids,
        )

    def _taken_for_granted(self) -> list[Message]:
        """What is told of whole columns: the scale of the experience, the unit of figures."""
        rated = any("experience" in step.fields for step in self._steps)
        scales = [told(RATINGS[self._matching.rating])] if rated else []
        return [*(scales if self._matching.rating != OURS.name else []), *self._facts.counted]

    def _is_linked(self) -> bool:
        return bool(self._lines) or any(named.onward or named.backward for named in self._named)

    def _row(self, number: int, row: Row) -> None:
        if all(is_empty(cell) for cell in row) or self._is_rule(row):
            return
        if "stage" not in self._places and self._is_band(row):
            self._band = line_of(row[0])
            return
        self._count += 1
        cell = self._cell(row, "step")
        if self._is_line(row):
            self._lines.append(self._line(number, row))
        elif shape_of(self._cell(row, "shape")) in NO_STEPS and self._is_drawing():
            self._count -= 1
        elif self._stands_around(row):
            pass
        elif self._is_drawing() and shape_of(self._cell(row, "shape")) in TEXTS and text_of(cell):
            self._notes.append(text_of(cell))
        elif isinstance(cell, Continued) and self._steps:
            self._go_on(number, row)
        else:
            self._step_or_problem(number, row)

    def _step_or_problem(self, number: int, row: Row) -> None:
        cell = self._cell(row, "step")
        why = self._why_not(cell)
        id = line_of(self._cell(row, "id"))
        if why is None and id and folded(id) in self._ids:
            why = Message(TWICE, id=id, row=self._ids[folded(id)])
        if why is not None:
            self._problems.append(Problem(number, words_of(row), why))
            self._failed |= {folded(id), folded(line_of(cell))} - {""}
            return
        if id:
            self._ids[folded(id)] = number
        self._take(number, row, id)

    def _go_on(self, number: int, row: Row) -> None:
        """A merged step goes on: the row says more of the step above."""
        fields, more, unread = self._facts.of_row(row)
        step, named = self._steps[-1], self._named[-1]
        self._steps[-1] = replace(step, fields={**fields, **step.fields}, more=joined_facts(step.more, more))
        further = self._onward(row)
        onward = dict.fromkeys((*named.onward, *further.onward))
        backward = dict.fromkeys((*named.backward, *further.backward))
        self._named[-1] = Named(tuple(onward), tuple(backward), named.facts, named.said)
        self._remarks += [Remark(number, what) for what in unread]

    def _take(self, number: int, row: Row, id: str) -> None:
        fields, more, unread = self._facts.of_row(row)
        fields = {**self._by_shape(row), **fields}
        step = ToldStep(
            number,
            line_of(self._cell(row, "step")),
            id,
            self._lane(row),
            self._stage(row),
            self._number(row, "time"),
            self._number(row, "row_place"),
            fields,
            more,
        )
        self._steps.append(step)
        self._named.append(self._onward(row))
        unread += [Message(TICKED_TWICE)] if len(self._ticked(row)) > 1 else []
        self._remarks += [Remark(number, what) for what in unread]

    def _why_not(self, cell: Cell) -> Message | None:
        if isinstance(cell, Fault):
            return Message(UNCOUNTED_STEP) if cell == "=" else Message(AT_FAULT, fault=str(cell))
        return None if line_of(cell) else Message(NO_STEP)

    def _by_shape(self, row: Row) -> dict[str, bool]:
        shape = shape_of(self._cell(row, "shape"))
        return {"start": True} if shape in STARTS else {"end": True} if shape in ENDS else {}

    def _lane(self, row: Row) -> ToldLane:
        name = line_of(self._cell(row, "lane")) or self._inside.get(self._container(row), "")
        name = name or next(iter(self._ticked(row)), "")
        kind = self._choice(row, "lane_kind")
        if name.endswith("*") and not self._matching.keeps_ids:
            name, kind = name.rstrip(" *"), kind or "supplier"
        return ToldLane(
            name,
            cast("LaneKind | None", kind),
            line_of(self._cell(row, "unit")),
            line_of(self._cell(row, "accountable")),
            line_of(self._cell(row, "lane_id")),
            self._number(row, "lane_order"),
        )

    def _ticked(self, row: Row) -> list[str]:
        """The lanes whose columns have a tick in this row."""
        heading = self._matching.heading
        places = self._places.get("lane_tick", ()) if heading is not None else ()
        return [
            line_of(self._sheet.cell(heading or 0, place))
            for place in places
            if place < len(row) and is_tick(row[place])
        ]

    def _stage(self, row: Row) -> ToldStage:
        name, id = line_of(self._cell(row, "stage")), line_of(self._cell(row, "stage_id"))
        return ToldStage(name or self._band, id, self._number(row, "stage_order"))

    def _onward(self, row: Row) -> Named:
        def listed(meaning: str) -> tuple[str, ...]:
            return tuple(text for place in self._places.get(meaning, ()) if (text := _raw(row, place)))

        facts = {name: text.split("\n") for name in LINK_FACTS if (text := text_of(self._cell(row, name)))}
        return Named(listed("next"), listed("previous"), facts, row)

    def _choice(self, row: Row, name: str) -> str | None:
        try:
            return read_choice(name, self._cell(row, name))
        except UnreadError:
            return None

    def _number(self, row: Row, name: str) -> float | None:
        try:
            return read_number(self._cell(row, name))
        except UnreadError:
            return None

    def _cell(self, row: Row, meaning: str) -> Cell:
        places = self._places.get(meaning)
        return row[places[0]] if places and places[0] < len(row) else None

    # -- lists of the shapes of a drawing -----------------------------------------------------------

    def _is_drawing(self) -> bool:
        return "link_source" in self._matching and "link_target" in self._matching

    def _is_line(self, row: Row) -> bool:
        ends = (line_of(self._cell(row, "link_source")), line_of(self._cell(row, "link_target")))
        return self._is_drawing() and (any(ends) or shape_of(self._cell(row, "shape")) == "line")

    def _line(self, number: int, row: Row) -> Line:
        words = line_of(self._cell(row, "step"))
        return Line(
            number, line_of(self._cell(row, "link_source")), line_of(self._cell(row, "link_target")), words
        )

    def _container(self, row: Row) -> str:
        """The id of the innermost shape that this one stands in."""
        return folded(line_of(self._cell(row, "container")).split("|")[-1])

    def _containers(self) -> dict[str, str]:
        """Id → words of every shape that others stand in."""
        if "container" not in self._matching or "id" not in self._matching:
            return {}
        rows = self._sheet.rows[self._matching.first :]
        outer = {self._container(row) for row in rows} - {""}
        found = {folded(line_of(self._cell(row, "id"))): line_of(self._cell(row, "step")) for row in rows}
        return {id: found.get(id, "") for id in outer}

    def _stands_around(self, row: Row) -> bool:
        """The row is itself a lane of the drawing."""
        shape = shape_of(self._cell(row, "shape"))
        id = folded(line_of(self._cell(row, "id")))
        return self._is_drawing() and (
            bool(id and id in self._inside) or shape.endswith(("swim lane", "swimlane", "pool"))
        )

    def _is_band(self, row: Row) -> bool:
        """One text merged across the table, as people part a list into stages."""
        said = {line_of(cell) for cell in row if not is_empty(cell)}
        return (
            len(said) == 1
            and len(row) >= max(2, len(self._matching.meanings))
            and "" not in map(line_of, row)
        )

    @staticmethod
    def _is_rule(row: Row) -> bool:
        """A line of dashes, as text tables draw below their headings."""
        said = [line_of(cell) for cell in row if not is_empty(cell)]
        return all(set(words) <= set("-=_─—: ") and len(words) > 2 for words in said)


def _in_time(steps: Sequence[ToldStep]) -> tuple[ToldStep, ...]:
    """By the place in time where the table gives one: whiteboards list notes in any order."""
    if not any(step.column is not None for step in steps):
        return tuple(steps)
    return tuple(sorted(steps, key=lambda step: (step.column is None, step.column or 0)))


def _raw(row: Row, place: int) -> str:
    return text_of(row[place]) if place < len(row) else ""
