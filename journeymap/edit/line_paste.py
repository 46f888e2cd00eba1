"""What pasted text means: lines of a list or rows of a spreadsheet, read one by one."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass

from journeymap.edit.line import LineReading, parse, unlisted
from journeymap.edit.message import NP_, Message
from journeymap.edit.tables.cells import Sheet
from journeymap.edit.tables.guess import guess
from journeymap.edit.tables.reading import read_table
from journeymap.edit.tables.told import Told, ToldStep, asked
from journeymap.edit.texts import clean, folded


@dataclass(frozen=True, slots=True)
class PastedLine:
    """One pasted line, numbered from 1; `told` is all that a row of a table says of its step."""

    row: int
    reading: LineReading
    told: ToldStep | None = None


@dataclass(frozen=True, slots=True)
class Pasted:
    """Everything pasted. `problems` are the lines that could not be read: (row, line, why).

    `table` is what a spreadsheet told, if the text came from one.
    """

    lines: tuple[PastedLine, ...]
    problems: tuple[tuple[int, str, Message], ...] = ()
    table: Told | None = None

    @property
    def linked(self) -> bool:
        """Whether a table itself says which step follows which."""
        return self.table is not None and self.table.linked

    @property
    def steps(self) -> int:
        """How many steps will be written."""
        return sum(line.reading.kind == "step" for line in self.lines)

    @property
    def new_lanes(self) -> tuple[str, ...]:
        """Names of the lanes that will be made, each once."""
        names = (line.reading.lane for line in self.lines if line.reading.new_lane)
        return tuple(dict.fromkeys(name for name in names if name))

    @property
    def question(self) -> Message | None:
        """Whether to go on although some rows could not be read; None where all could."""
        return asked(len(self.problems), len(self.lines))

    @property
    def told(self) -> Message:
        """What was brought in, for the strip that follows."""
        if not self.new_lanes:
            forms = NP_("{n} step pasted. Ctrl+Z undoes all.", "{n} steps pasted. Ctrl+Z undoes all.")
            return Message.counted(forms, self.steps)
        forms = NP_(
            "{n} step pasted. New lanes: {lanes}. Ctrl+Z undoes all.",
            "{n} steps pasted. New lanes: {lanes}. Ctrl+Z undoes all.",
        )
        return Message.counted(forms, self.steps, lanes=", ".join(self.new_lanes))


def read_paste(text: str, lanes: Sequence[str]) -> Pasted:
    """Read pasted text: rows of a spreadsheet where cells stand apart by tabs, else lines of a list."""
    text = unlisted(clean(text))
    if any("\t" in line.strip() for line in text.splitlines()):
        return _read_table(text, lanes)
    return _read_list(text, lanes)


def _read_list(text: str, lanes: Sequence[str]) -> Pasted:
    known = list(lanes)
    lines: list[PastedLine] = []
    problems: list[tuple[int, str, Message]] = []
    for row, line in enumerate(text.splitlines(), start=1):
        reading = parse(line, known, pasted=True)
        if reading.problem is not None:
            problems.append((row, line, reading.problem))
        elif reading.kind != "end":
            lines.append(PastedLine(row, _lane_kept_new(reading, lanes)))
            known += [reading.lane] if reading.new_lane and reading.lane else []
    return Pasted(tuple(lines), tuple(problems))


def _lane_kept_new(reading: LineReading, lanes: Sequence[str]) -> LineReading:
    return reading if reading.lane in lanes or reading.lane is None else _new(reading)


def _new(reading: LineReading) -> LineReading:
    return LineReading(reading.kind, reading.text, reading.lane, new_lane=True, supplier=reading.supplier)


def _read_table(text: str, lanes: Sequence[str]) -> Pasted:
    sheet = Sheet("", list(csv.reader(io.StringIO(text), delimiter="\t")))
    told = read_table(sheet, guess(sheet, unseen=True))
    lines = tuple(PastedLine(step.row, _reading(step, lanes), step) for step in told.steps)
    problems = tuple((problem.row, problem.text, problem.why) for problem in told.problems)
    return Pasted(lines, problems, told)


def _reading(step: ToldStep, lanes: Sequence[str]) -> LineReading:
    """The row as the line would read it: lanes by name, case-blind."""
    name = step.lane.name
    lane = next((lane for lane in lanes if folded(lane) == folded(name)), name or None)
    new = lane is not None and lane not in lanes
    return LineReading("step", step.title, lane, new_lane=new, supplier=step.lane.kind == "supplier")
