"""What pasted text means: lines of a list or rows of a spreadsheet, read one by one."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from journeymap.edit.line import LineReading, parse
from journeymap.edit.message import NP_, Message
from journeymap.edit.texts import clean, folded, one_line
from journeymap.i18n.catalogue import N_

HEADINGS: Mapping[str, str] = {
    **dict.fromkeys(("step", "steg", "title", "titel", "tittel", "activity", "aktivitet"), "step"),
    **dict.fromkeys(("lane", "bana", "bane", "department", "avdelning", "avdeling"), "lane"),
    **dict.fromkeys(("actor", "aktör", "aktør", "who", "vem", "hvem"), "lane"),
    **dict.fromkeys(("stage", "phase", "fas", "fase"), "stage"),
    **dict.fromkeys(("channel", "kanal"), "channel"),
    **dict.fromkeys(("next", "nästa", "neste", "next step", "nästa steg", "neste steg"), "next"),
}
"""What a spreadsheet's column is called, in three languages → what it holds."""


@dataclass(frozen=True, slots=True)
class PastedLine:
    """One pasted line, numbered from 1; `next` are the titles a row of a table goes on to."""

    row: int
    reading: LineReading
    stage: str = ""
    channel: str = ""
    next: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pasted:
    """Everything pasted. `problems` are the lines that could not be read: (row, line, why)."""

    lines: tuple[PastedLine, ...]
    problems: tuple[tuple[int, str, Message], ...] = ()
    linked: bool = False

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
        if not self.problems:
            return None
        forms = NP_(
            "{n} row could not be read. Bring in the other {m}?",
            "{n} rows could not be read. Bring in the other {m}?",
        )
        return Message.counted(forms, len(self.problems), m=len(self.lines))

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
    text = clean(text)
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
    rows = list(csv.reader(io.StringIO(text), delimiter="\t"))
    columns = _headed(rows[0])
    first = 2 if columns else 1
    cells = [_cells(row, columns or {"step": 0, "lane": 1}) for row in rows[first - 1 :]]
    titles = {folded(cell["step"]) for cell in cells}
    lines: list[PastedLine] = []
    problems: list[tuple[int, str, Message]] = []
    for row, cell in enumerate(cells, start=first):
        problem = _problem(cell, titles)
        if problem is not None:
            problems.append((row, " · ".join(filter(None, cell.values())), problem))
        elif any(cell.values()):
            lines.append(_table_line(row, cell, lanes))
    return Pasted(tuple(lines), tuple(problems), linked=bool(columns and "next" in columns))


def _headed(row: Sequence[str]) -> dict[str, int] | None:
    """What the columns hold by their headings; None where the first row is no heading."""
    found: dict[str, int] = {}
    for place, cell in enumerate(row):
        what = HEADINGS.get(folded(cell))
        if what is not None:
            found.setdefault(what, place)
    return found if "step" in found else None


def _cells(row: Sequence[str], columns: Mapping[str, int]) -> dict[str, str]:
    places = {what: columns.get(what, len(row)) for what in ("step", "lane", "stage", "channel", "next")}
    return {what: one_line(row[place]) if place < len(row) else "" for what, place in places.items()}


def _problem(cell: Mapping[str, str], titles: set[str]) -> Message | None:
    if not cell["step"] and any(cell.values()):
        return Message(N_("This row has no step."))
    for name in _next(cell):
        if folded(name) not in titles:
            return Message(N_("No step here is called {name}."), name=name)
    return None


def _table_line(row: int, cell: Mapping[str, str], lanes: Sequence[str]) -> PastedLine:
    name = cell["lane"].rstrip(" *")
    lane = next((lane for lane in lanes if folded(lane) == folded(name)), name or None)
    reading = LineReading(
        "step",
        cell["step"],
        lane,
        new_lane=lane is not None and lane not in lanes,
        supplier=cell["lane"].endswith("*"),
    )
    return PastedLine(row, reading, cell["stage"], cell["channel"], _next(cell))


def _next(cell: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(name.strip() for name in cell["next"].split(";") if name.strip())
