"""Stages side by side, lanes below one another, as journey tools write: how to know and read it."""

from __future__ import annotations

import re

from journeymap.edit.tables.cells import Sheet, is_empty, line_of
from journeymap.edit.tables.headings import could_mean, likely_meaning, meaning_of, plain, row_meaning
from journeymap.edit.tables.matching import Matching
from journeymap.edit.tables.meanings import IN_A_GRID
from journeymap.edit.tables.people import is_customer

_NUMBER = re.compile(r"[-−+]?\d+(?:[.,]\d+)?\s*%?")
MOST_ROWS = 200
"""A grid has no more rows than this: below stand notes, or it is no grid."""


def label_column(sheet: Sheet) -> int:
    """The column with the rows' names: the first of three that knows any of them."""
    counts = [_known(sheet, column) for column in range(min(3, sheet.width))]
    return counts.index(max(counts)) if any(counts) else 0


def _known(sheet: Sheet, column: int) -> int:
    said = {row_meaning(line_of(sheet.cell(row, column))) for row in range(min(len(sheet.rows), MOST_ROWS))}
    return len(said - {None})


def labels_recognised(sheet: Sheet) -> int:
    """How many different meanings the names in front of the rows have."""
    return _known(sheet, label_column(sheet))


def looks_like_grid(sheet: Sheet) -> bool:
    """An empty (or lane-like) corner, names along both edges, each of them once: lanes and stages."""
    if not 2 <= len(sheet.rows) <= MOST_ROWS or sheet.width < 3:
        return False
    top = _top(sheet)
    corner = line_of(sheet.cell(top, 0))
    across = [line_of(cell) for cell in sheet.rows[top][1:] if not is_empty(cell)]
    down = [line_of(sheet.cell(row, 0)) for row in range(top + 1, len(sheet.rows))]
    named = [name for name in down if name]
    corner_fits = not corner or row_meaning(corner) in ("lane", "stage", "step")
    tidy = len(set(across)) == len(across) >= 2 and len(set(named)) == len(named) >= 2
    short = all(len(name) <= 60 for name in (*across, *named))
    return corner_fits and tidy and short and (not corner or any(map(is_customer, named)))


def _top(sheet: Sheet) -> int:
    """The first row with two cells or more."""
    filled = (place for place, row in enumerate(sheet.rows) if sum(not is_empty(cell) for cell in row) > 1)
    return next(filled, 0)


def grid_matching(sheet: Sheet) -> Matching:
    """What each row of the grid holds."""
    label = label_column(sheet)
    means = [_row(sheet, row, label) for row in range(min(len(sheet.rows), MOST_ROWS))]
    if "stage" not in means:
        top = _top(sheet)
        if not line_of(sheet.cell(top, label)) or means[top] == "lane":
            means[top] = "stage"
    stage = means.index("stage") if "stage" in means else None
    if "step" not in means:
        road = [place for place, name in enumerate(means) if name == "lane"]
        first = [place for place in road if could_mean(line_of(sheet.cell(place, label)), "step")][:1]
        means = ["step" if place in first else name for place, name in enumerate(means)]
    if "step" in means:
        names = [line_of(sheet.cell(place, label)) for place in range(len(means))]
        means = [
            "whose" if meaning_of(name) == "lane" else kept for name, kept in zip(names, means, strict=True)
        ]
    means[: stage or 0] = [""] * (stage or 0)
    return Matching("grid", stage, tuple(means), label)


def _row(sheet: Sheet, row: int, label: int) -> str:
    """A name nobody knows is a lane's, where the row has anything to say."""
    name = line_of(sheet.cell(row, label))
    if all(is_empty(cell) for cell in sheet.rows[row][label + 1 :]):
        return ""
    if not name:
        return ""
    sure = row_meaning(name)
    if sure is not None or is_customer(name):
        return sure or "step"
    likely = likely_meaning(name)
    if likely in IN_A_GRID and len(plain(name).split()) <= 4:
        return likely
    return "" if _only_counts(sheet, row, label) else "lane"


def _only_counts(sheet: Sheet, row: int, label: int) -> bool:
    """A row of numbers, such as a curve or a cost, is nobody's lane."""
    said = [line_of(cell) for cell in sheet.rows[row][label + 1 :] if not is_empty(cell)]
    return all(_NUMBER.fullmatch(words) for words in said)
