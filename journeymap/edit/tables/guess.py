"""The first understanding of a sheet, from its headings and, where they say nothing, from its cells."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from statistics import mean

from journeymap.edit.tables.boards import (
    follow_one_another,
    is_area,
    looks_like_frames,
    says_nothing_of_steps,
)
from journeymap.edit.tables.cells import Cell, Row, Sheet, is_empty, line_of
from journeymap.edit.tables.feelings import read_feeling
from journeymap.edit.tables.grid_guess import grid_matching, labels_recognised, looks_like_grid
from journeymap.edit.tables.headings import could_mean, likely_meaning, meaning_of, recognised
from journeymap.edit.tables.matching import Matching, rated
from journeymap.edit.tables.meanings import MEANING
from journeymap.edit.tables.people import is_customer
from journeymap.edit.tables.shapes import is_shape
from journeymap.edit.tables.ticked import ticked_places
from journeymap.edit.tables.values import UnreadError, read_minutes, read_number

LOOKED_AT = 25
"""Rows from the top among which the headings are looked for."""
SAMPLE = 400
"""Rows below the headings that decide what a column can be."""
_CODE = re.compile(r"[A-Za-zÅÄÖåäöÆØæø]{0,4}[-_. ]?\d+(?:[.\-]\d+)*[a-z]?")


def guess(sheet: Sheet, *, unseen: bool = False) -> Matching:
    """How this sheet is most likely to be read; `unseen`: nobody looks at it before it comes in."""
    heading = heading_row(sheet, unseen=unseen)
    found = 0 if heading is None else recognised(_headings(sheet, heading))
    if found == 0 and looks_like_frames(sheet):
        return as_lists(sheet)
    rows = rows_matching(sheet, heading)
    grid = labels_recognised(sheet) > max(found, 1) or (found < 2 and looks_like_grid(sheet))
    return rated(grid_matching(sheet) if grid and "lane_tick" not in rows else rows, sheet)


def as_lists(sheet: Sheet, heading: int | None = None) -> Matching:
    """Every column a stage, its steps below: named by the given row, else by the first that says anything."""
    rows = (place for place, row in enumerate(sheet.rows) if any(not is_empty(cell) for cell in row))
    named = next(rows, 0) if heading is None else heading
    return Matching("lists", named, ("stage",) * sheet.width)


def heading_row(sheet: Sheet, *, unseen: bool = False) -> int | None:
    """The row that names the columns: the one with most known headings, else a first row that may be one.

    `unseen`: only what surely is one, as a step taken for a heading would be lost without a word.
    """
    counts = [recognised(map(line_of, row)) for row in sheet.rows[:LOOKED_AT]]
    most = max(counts, default=0)
    place = counts.index(most) if most else None
    named = place is not None and (most > 1 or _names_steps(sheet, place))
    if place is not None and named and not _counts_steps(sheet, place):
        return place
    return None if unseen else _first_row_with_likely_headings(sheet)


def _names_steps(sheet: Sheet, place: int) -> bool:
    """One known heading alone is enough where it is the step's, in a table of few columns."""
    headings = _headings(sheet, place)
    return (
        any(meaning_of(heading) == "step" for heading in headings) and len(list(filter(None, headings))) < 4
    )


def _counts_steps(sheet: Sheet, place: int) -> bool:
    """Whether the row and one beside it are called "Step 1" and "Step 2": those are steps, no headings."""
    beside = [sheet.rows[at] for at in (place - 1, place + 1) if 0 <= at < len(sheet.rows)]
    return any(
        _is_counted(cell) and any(_is_counted(_cell_at(row, at)) for row in beside)
        for at, cell in enumerate(sheet.rows[place])
    )


def _is_counted(cell: Cell) -> bool:
    said = line_of(cell)
    return said[-1:].isdigit() and meaning_of(said) == "step"


def _first_row_with_likely_headings(sheet: Sheet) -> int | None:
    for place, row in enumerate(sheet.rows[:LOOKED_AT]):
        said = [line_of(cell) for cell in row if not is_empty(cell)]
        if len(said) < 2:
            continue
        likely = [heading for heading in said if meaning_of(heading) or likely_meaning(heading)]
        short = all(len(heading) <= 40 for heading in said)
        return place if likely and short and len(set(said)) == len(said) else None
    return None


def _headings(sheet: Sheet, place: int | None) -> list[str]:
    return [] if place is None else [line_of(cell) for cell in sheet.rows[place]]


def rows_matching(sheet: Sheet, heading: int | None) -> Matching:
    """One row a step: what each column holds."""
    if heading is None:
        first = ("id", "step", "lane") if _is_numbered(sheet) else ("step", "lane")
        meanings = [*first, *[""] * sheet.width][: max(1, sheet.width)]
        return Matching("rows", None, tuple(meanings))
    return Matching("rows", heading, tuple(_Columns(sheet, heading).settled()))


def _is_numbered(sheet: Sheet) -> bool:
    """Whether the first column of a table without headings only counts its rows: 1, 2, 3."""
    firsts = [_cell_at(row, 0) for row in sheet.rows if any(not is_empty(cell) for cell in row)]
    return sheet.width > 1 and len(firsts) > 1 and all(line_of(cell).rstrip(".").isdigit() for cell in firsts)


class _Columns:
    """The columns of one sheet while it is being settled what they hold."""

    def __init__(self, sheet: Sheet, heading: int) -> None:
        self._headings = _headings(sheet, heading) + [""] * sheet.width
        self._headings = self._headings[: sheet.width]
        rows = sheet.rows[heading + 1 : heading + 1 + SAMPLE]
        self._cells = [[row[place] for row in rows if place < len(row)] for place in range(sheet.width)]
        self._whole = [
            [_cell_at(row, place) for row in sheet.rows[heading + 1 :]] for place in range(sheet.width)
        ]
        self._means = [meaning_of(heading) or "" for heading in self._headings]
        self._is_drawing = {"link_source", "link_target"} <= set(self._means)

    def settled(self) -> list[str]:
        """The meaning of each column, "" for what is not brought in."""
        self._drop_unfit()
        self._part_doubles()
        self._add_likely()
        self._take_codes_for_ids()
        self._fill("step", self._best_text())
        self._take_ticks_for_lanes()
        self._take_customers_for_lanes()
        self._fill("lane", None)
        self._take_areas_for_stages()
        return self._means

    def _drop_unfit(self) -> None:
        """A heading alone may lie; in a drawing's list of shapes the name is the shape's."""
        self._means = [name if self._fits(place, name) else "" for place, name in enumerate(self._means)]
        if self._is_drawing and "shape" not in self._means:
            names = [place for place, heading in enumerate(self._headings) if could_mean(heading, "shape")]
            for place in names[:1]:
                self._means[place] = "shape"

    def _fits(self, place: int, name: str) -> bool:
        """Types are shapes only where shapes stand, times only where times do, lines have two ends."""
        cells = self._cells[place]
        if name in ("link_source", "link_target", "container"):
            return self._is_drawing
        if name == "experience" and meaning_of(self._headings[place]) != name:
            return _share(cells, _is_feeling) >= 0.5
        if name == "shape":
            return _share(cells, is_shape) >= 0.3
        if name in ("own_minutes", "wait_minutes"):
            return _share(cells, _is_minutes) >= 0.5
        return name != "time" or _share(cells, _is_number) >= 0.8

    def _part_doubles(self) -> None:
        """What only one column may hold goes to the fullest; of steps the rest is description."""
        for name in set(filter(None, self._means)):
            places = [place for place, other in enumerate(self._means) if other == name]
            if MEANING[name].many or len(places) < 2:
                continue
            kept = self._kept(name, places)
            for place in places:
                if place != kept:
                    self._means[place] = "description" if name == "step" else ""

    def _kept(self, name: str, places: Sequence[int]) -> int:
        """Of columns that may be one thing the fullest; of steps the first that names nearly all."""
        weights = {place: self._weight(place) for place in places}
        named = [place for place in places if self._is_text(place)]
        most = max((int(weights[place]) for place in named), default=0)
        if name == "step" and most:
            return next(place for place in named if int(weights[place]) >= most * 0.8)
        return max(places, key=lambda place: (weights[place], -place))

    def _weight(self, place: int) -> float:
        """How much a column has to say: filled cells, longer words a little more."""
        said = [line_of(cell) for cell in self._cells[place] if not is_empty(cell)]
        return len(said) + min(mean(map(len, said)), 60) / 100 if said else 0

    def _add_likely(self) -> None:
        for place, heading in enumerate(self._headings):
            asked = heading and not self._means[place] and not says_nothing_of_steps(heading)
            name = likely_meaning(heading) if asked else None
            may = name is not None and self._fits(place, name)
            if name is not None and may and (MEANING[name].many or name not in self._means):
                self._means[place] = name

    def _take_codes_for_ids(self) -> None:
        """A column of steps that holds nothing but 1, 2, 3 or P100 holds their ids."""
        place = self._place("step")
        if place is None or "id" in self._means or _share(self._cells[place], _is_code) < 0.8:
            return
        instead = self._best_text(("", "description"))
        if instead is not None:
            self._means[place], self._means[instead] = "id", "step"

    def _take_ticks_for_lanes(self) -> None:
        """A column for every department and one tick a row: the ticked one is the lane."""
        places = ticked_places(self._headings, self._whole, self._means)
        if not places or self._place("lane") not in (None, *places):
            return
        for place in places:
            self._means[place] = "lane_tick"

    def _take_areas_for_stages(self) -> None:
        """Parts of a whiteboard that lie side by side are stages; above one another they are lanes."""
        lane, time = self._place("lane"), self._place("time")
        if lane is None or time is None or "stage" in self._means or not is_area(self._headings[lane]):
            return
        if follow_one_another(self._cells[lane], self._cells[time]):
            self._means[lane] = "stage"

    def _take_customers_for_lanes(self) -> None:
        """Parts of a whiteboard of which one is the customer's are lanes, where no other column is."""
        stage = self._place("stage")
        if stage is None or "lane" in self._means or not is_area(self._headings[stage]):
            return
        if any(is_customer(line_of(cell)) for cell in self._cells[stage] if not is_empty(cell)):
            self._means[stage] = "lane"

    def _fill(self, name: str, at_last: int | None) -> None:
        """Give a meaning that is missing to a column whose heading could mean it, else to the one named."""
        if name in self._means or (name == "lane" and "lane_tick" in self._means):
            return
        places = [place for place, heading in enumerate(self._headings) if could_mean(heading, name)]
        free = [place for place in places if self._means[place] in ("", "description", "owner", "channel",
                                                                    "quote", "thought", "unit")]  # fmt: skip
        place = max(free, key=self._weight, default=at_last)
        if place is not None:
            self._means[place] = name

    def _best_text(self, among: Sequence[str] = ("",)) -> int | None:
        """The column with the most words that are not always the same."""
        places = [place for place, name in enumerate(self._means) if name in among and self._is_text(place)]
        places = [place for place in places if not says_nothing_of_steps(self._headings[place])]
        return max(places, key=self._weight, default=None)

    def _is_text(self, place: int) -> bool:
        said = [line_of(cell) for cell in self._cells[place] if not is_empty(cell)]
        texts = [words for words in said if not _is_code(words)]
        return bool(said) and len(texts) > len(said) / 2 and len(set(said)) > len(said) / 3

    def _place(self, name: str) -> int | None:
        return self._means.index(name) if name in self._means else None


def _cell_at(row: Row, place: int) -> Cell:
    """A cell of a row; rows may be shorter than their table."""
    return row[place] if place < len(row) else None


def _share(cells: Iterable[Cell], holds: Callable[[Cell], bool]) -> float:
    """Which share of the filled cells something holds for."""
    said = [cell for cell in cells if not is_empty(cell)]
    return sum(map(holds, said)) / len(said) if said else 0


def _is_code(cell: Cell) -> bool:
    return _CODE.fullmatch(line_of(cell)) is not None


def _is_number(cell: Cell) -> bool:
    return _reads(read_number, cell)


def _is_minutes(cell: Cell) -> bool:
    return _reads(read_minutes, cell)


def _is_feeling(cell: Cell) -> bool:
    return _reads(read_feeling, cell) or _is_number(cell)


def _reads(read: Callable[[Cell], object], cell: Cell) -> bool:
    try:
        return read(cell) is not None
    except UnreadError:
        return False
