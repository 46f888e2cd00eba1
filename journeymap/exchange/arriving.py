"""Tables on their way into a map: which sheet, how it is matched, what comes of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from journeymap.edit import verbs
from journeymap.edit.document import Document
from journeymap.edit.draft import Draft
from journeymap.edit.tables.bringing import Bringing
from journeymap.edit.tables.cells import Sheet, column_letter, is_empty, line_of
from journeymap.edit.tables.grid_guess import grid_matching
from journeymap.edit.tables.guess import as_lists, guess, rows_matching
from journeymap.edit.tables.headings import recognised
from journeymap.edit.tables.matching import Layout, Matching, rated
from journeymap.edit.tables.reading import read_table
from journeymap.edit.tables.told import Told
from journeymap.exchange.tables.book import Book, Heed, unheeded
from journeymap.i18n import Catalogue
from journeymap.model.ids import IdSource, new_id
from journeymap.model.journey import Journey
from journeymap.model.records import FORMAT, VERSION, Head, Language

MOST_NAMED = 12
"""Columns that stay out and are named; of more only the number is told."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """One sheet as it is understood, and what it tells then."""

    sheet: Sheet
    matching: Matching
    told: Told


def likely_sheet(book: Book) -> Sheet:
    """The sheet that most looks like a table of steps; hidden ones only where all are."""
    return max(book.shown, key=_promise)


def _promise(sheet: Sheet) -> tuple[int, int]:
    """How many headings of the sheet are known, then how much it says."""
    matching = guess(sheet)
    known = len({name for name in matching.meanings if name})
    headed = 0
    if matching.layout == "rows" and matching.heading is not None:
        headed = recognised(str(cell) for cell in sheet.rows[matching.heading] if cell is not None)
    return known if matching.layout == "grid" else headed, len(sheet.rows)


def arrive(sheet: Sheet, matching: Matching | None = None, heed: Heed = unheeded) -> Arrival:
    """The sheet read as it is matched, or as it most likely is meant."""
    understood = matching or guess(sheet)
    rows = max(1, len(sheet.rows))
    return Arrival(sheet, understood, read_table(sheet, understood, lambda done: heed(done / rows)))


def matched_as(sheet: Sheet, layout: Layout, heading: int | None = None) -> Matching:
    """The likely matching once the layout (and perhaps the row of headings) is given by somebody."""
    if layout == "grid":
        return rated(grid_matching(sheet), sheet)
    if layout == "lists":
        return as_lists(sheet, heading)
    return rated(rows_matching(sheet, heading), sheet)


def told_unused(arrival: Arrival, t: Catalogue) -> str:
    """One sentence on columns that stay out, of many the first; empty where all are brought in."""
    loose = unused(arrival)
    if not loose:
        return ""
    named = ", ".join(loose[:MOST_NAMED])
    more = len(loose) - MOST_NAMED
    if more <= 0:
        return t("Not brought in: {columns}.", columns=named)
    return t("Not brought in: {columns} and {n} more.", columns=named, n=t.number(more))


def unused(arrival: Arrival) -> list[str]:
    """Columns (of a grid: rows) that say something and are not brought in, as people find them."""
    sheet, matching = arrival.sheet, arrival.matching
    if matching.layout == "grid":
        places = range(matching.heading or 0, len(sheet.rows))
        loose = [place for place in places if not matching.means(place) and any(sheet.rows[place])]
        return [line_of(sheet.cell(place, matching.label)) or str(place + 1) for place in loose]
    found = []
    for place in range(sheet.width):
        cells = (sheet.cell(row, place) for row in range(matching.first, len(sheet.rows)))
        if not matching.means(place) and any(not is_empty(cell) for cell in cells):
            words = "" if matching.heading is None else line_of(sheet.cell(matching.heading, place))
            found.append(f"{column_letter(place)} {words}".strip())
    return found


def new_map(
    tables: Sequence[Told], *, title: str, language: Language, created: str, ids: IdSource = new_id
) -> Journey:
    """A map made of tables, one behind the other; `created` is an ISO date.

    A table of ours comes in to the letter: nothing about it is put in order, as nothing was before it.
    """
    head = Head(
        format=FORMAT, version=VERSION, min_reader=VERSION, document=ids(), title=title, language=language,
        created=created, state="as_is", status="draft",
    )  # fmt: skip
    journey = Journey(head=head)
    for told in tables:
        if told.keeps_ids and not journey.steps:
            draft = Draft(journey, ids)
            Bringing(draft, told).run()
            journey = journey.apply(draft.change())
        else:
            document = Document(journey, ids=ids)
            verbs.bring_in(document, told)
            journey = document.journey
    return journey
