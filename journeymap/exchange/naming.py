"""Columns named by hand on the command line: "step=Event" or "lane=C"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from journeymap.edit.tables.cells import Sheet, column_letter, line_of
from journeymap.edit.tables.guess import guess, heading_row, rows_matching
from journeymap.edit.tables.headings import meaning_of, plain
from journeymap.edit.tables.matching import Matching, rated, with_meaning
from journeymap.edit.tables.meanings import MEANING
from journeymap.exchange.errors import TableError


def with_columns(sheet: Sheet, named: Sequence[str], file: str) -> Matching:
    """The likely matching with these columns changed; TableError for a meaning or a heading nobody knows."""
    matching = guess(sheet)
    if matching.layout != "rows":
        matching = rows_matching(sheet, heading_row(sheet))
    for pair in named:
        meaning, _, heading = pair.partition("=")
        matching = with_meaning(matching, _place(sheet, matching, heading, file), _meaning(meaning, file))
    return rated(replace(matching), sheet)


def _meaning(said: str, file: str) -> str:
    """A meaning by its name or by any word the vocabulary has for it; "-" brings the column in as nothing."""
    if said in ("-", ""):
        return ""
    found = said if said in MEANING else meaning_of(said)
    if found is None:
        raise TableError("no_meaning", file=file, meaning=said, meanings=", ".join(MEANING))
    return found


def _place(sheet: Sheet, matching: Matching, heading: str, file: str) -> int:
    headings = [line_of(sheet.cell(matching.heading or 0, place)) for place in range(sheet.width)]
    for place, words in enumerate(headings):
        if heading and (plain(words) == plain(heading) or column_letter(place) == heading.upper()):
            return place
    raise TableError("no_column", file=file, heading=heading, headings=", ".join(filter(None, headings)))
