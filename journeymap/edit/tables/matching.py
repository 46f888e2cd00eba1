"""How a table is understood: layout, headings, what each column holds. People may change all of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from journeymap.edit.tables.cells import Cell, Sheet, line_of
from journeymap.edit.tables.feelings import OURS, likely_rating
from journeymap.edit.tables.meanings import MEANING

Layout = Literal["rows", "grid", "lists"]
"""rows: one row a step. grid: stages side by side, lanes below one another. lists: every column a stage."""


@dataclass(frozen=True, slots=True)
class Matching:
    """One understanding of one sheet.

    `heading` is the row with the headings (of a grid: with the stages), counted from 0, None where there
    is none. `meanings` names what each column holds, of a grid what each row holds; "" is not brought in.
    `label` is the column with a grid's row names. `rating` is the scale of the experience.
    """

    layout: Layout = "rows"
    heading: int | None = None
    meanings: tuple[str, ...] = ()
    label: int = 0
    rating: str = OURS.name

    def means(self, place: int) -> str:
        """What the column (of a grid: the row) at a place holds."""
        return self.meanings[place] if place < len(self.meanings) else ""

    def places(self, meaning: str) -> tuple[int, ...]:
        """Where this meaning stands."""
        return tuple(place for place, name in enumerate(self.meanings) if name == meaning)

    def place(self, meaning: str) -> int | None:
        """Where this meaning stands first."""
        return next(iter(self.places(meaning)), None)

    def __contains__(self, meaning: str) -> bool:
        return meaning in self.meanings

    @property
    def keeps_ids(self) -> bool:
        """Whether the table gives ids of steps and of lanes: then it is one of ours and means every sign."""
        return self.layout == "rows" and "id" in self.meanings and "lane_id" in self.meanings

    @property
    def first(self) -> int:
        """The first row below the headings."""
        return 0 if self.heading is None else self.heading + 1


def with_meaning(matching: Matching, place: int, meaning: str) -> Matching:
    """The column (or row) holds something else; what only one may hold is taken from the one before."""
    meanings = list(matching.meanings)
    meanings += [""] * (place + 1 - len(meanings))
    alone = meaning and matching.layout != "grid" and not MEANING[meaning].many
    if alone:
        meanings = ["" if name == meaning else name for name in meanings]
    meanings[place] = meaning
    return replace(matching, meanings=tuple(meanings))


def rated(matching: Matching, sheet: Sheet) -> Matching:
    """With the scale on which the experience seems to be given, by its heading or its figures."""
    return replace(
        matching, rating=likely_rating(heading_words(sheet, matching), figures(sheet, matching)).name
    )


def heading_words(sheet: Sheet, matching: Matching) -> str:
    """What stands over (or before) the experience."""
    place = matching.place("experience")
    if place is None:
        return ""
    at = (place, matching.label) if matching.layout == "grid" else (matching.heading, place)
    return "" if at[0] is None else line_of(sheet.cell(at[0], at[1] or 0))


def figures(sheet: Sheet, matching: Matching) -> Sequence[Cell]:
    """The cells that hold an experience."""
    place = matching.place("experience")
    if place is None:
        return ()
    if matching.layout == "grid":
        return sheet.rows[place] if place < len(sheet.rows) else ()
    return [row[place] for row in sheet.rows[matching.first :] if place < len(row)]
