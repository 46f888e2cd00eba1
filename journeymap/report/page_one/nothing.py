"""What page 1 shows when no friction can be ranked: walls, or what the map still lacks."""

from __future__ import annotations

from journeymap.analysis import words as said
from journeymap.report.block import Block, words
from journeymap.report.cells import wall_cell
from journeymap.report.matter import Matter, first_reason
from journeymap.report.nouns import customer
from journeymap.report.page_one.fit import Fit
from journeymap.report.table import Column, Row, Table, table
from journeymap.report.typefaces import CARD, TABLE
from journeymap.report.walls import owner_of_mark, pair_of

ROWS = 5


def substitute(matter: Matter, fit: Fit) -> list[Block]:
    """At most five walls as rows; without walls the list of what is missing."""
    if matter.marks:
        return [_walls(matter, min(ROWS, fit.rows))]
    return _lacking(matter)


def _walls(matter: Matter, rows: int) -> Table:
    t = matter.t
    columns = [
        Column(t("Wall"), 50),
        Column(t("Between"), 120, heads_rows=True, type=TABLE),
        Column(t("What happens"), share=1, type=TABLE),
        Column(t("Owner"), 100, type=TABLE),
    ]
    found = []
    for mark in matter.marks[:rows]:
        sentence = said.wall_sentence(first_reason(mark), matter.journey, t)
        found.append(
            Row([wall_cell(matter, mark), pair_of(matter, mark), sentence, owner_of_mark(matter, mark)])
        )
    return table(columns, found, t, before=14)


def _lacking(matter: Matter) -> list[Block]:
    t, journey = matter.t, matter.journey
    missing = [
        t("Steps: what {the_guest} does, in order.", **customer(matter)) if not journey.steps else "",
        t("Lanes: who meets the customer at each step.") if len(journey.lanes) < 2 else "",
        t("Hand-offs: whether the next unit knows what the one before knows.") if not journey.links else "",
        t("Frictions: where it rubs, how many meet it and how long it takes.")
        if not journey.frictions
        else "",
    ]
    return [words(f"–\u00a0{line}", CARD, t.language, before=6) for line in missing if line]
