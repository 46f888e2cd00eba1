"""Tables with a column for every department and a tick where it does the step: which columns those are.

Only what is certain is read so: every step has one tick, no more and no less. Letters such as R, A, C, I say
who does, answers for, is asked or told; they are left alone.
"""

from __future__ import annotations

from collections.abc import Sequence

from journeymap.edit.tables.cells import Cell, is_empty, line_of
from journeymap.edit.tables.meanings import MEANING

TICKS = frozenset(["x", "×", "✓", "✔", "✗", "✘", "☑", "☒", "●", "•", "■"])
FEWEST = 2
"""Fewer columns with ticks than this say yes or no to something."""


def is_tick(cell: Cell) -> bool:
    """Whether a cell holds a tick and nothing else."""
    return line_of(cell).casefold() in TICKS


def ticked_places(
    headings: Sequence[str], columns: Sequence[Sequence[Cell]], means: Sequence[str]
) -> tuple[int, ...]:
    """The columns whose ticks say in which lane a step is; none unless that is certain.

    `columns` are the cells below the headings, `means` what each column was taken for; "step" must be there.
    """
    places = tuple(
        place
        for place, heading in enumerate(headings)
        if heading and _may_be_lane(means[place]) and _holds_ticks(columns[place])
    )
    named = len({headings[place].casefold() for place in places}) == len(places)
    if len(places) < FEWEST or not named or "step" not in means:
        return ()
    steps = columns[means.index("step")]
    rows = [row for row, cell in enumerate(steps) if not is_empty(cell)]
    ticks = [
        sum(row < len(columns[place]) and is_tick(columns[place][row]) for place in places) for row in rows
    ]
    return places if rows and all(count == 1 for count in ticks) else ()


def _may_be_lane(meaning: str) -> bool:
    """A column that is known to answer yes or no is none."""
    return meaning != "step" and (not meaning or MEANING[meaning].form != "flag")


def _holds_ticks(cells: Sequence[Cell]) -> bool:
    said = [cell for cell in cells if not is_empty(cell)]
    return bool(said) and all(map(is_tick, said))
