"""The whole map as an Excel workbook: its facts, the ranking to read, one sheet a table."""

from __future__ import annotations

from datetime import date

from journeymap.analysis.examine import examine
from journeymap.exchange.workbook import exact
from journeymap.exchange.workbook.cells import Shown, printable
from journeymap.exchange.workbook.pages import Heading, Pages, pages_of
from journeymap.exchange.workbook.paint import Painter, height
from journeymap.exchange.workbook.ranking import ranking_page, walls_page
from journeymap.exchange.workbook.words import EXACT, MAP, RANKING, SHEETS, WALLS_FOUND
from journeymap.i18n import N_, Catalogue
from journeymap.model.journey import Journey


def written(journey: Journey, t: Catalogue) -> bytes:
    """XLSX bytes, the same for the same map."""
    pages = pages_of(journey, t)
    findings = examine(journey)
    title = printable(journey.head.title or t("A map without a name"))
    painter = Painter(title, t)
    _map_sheet(painter, pages, title, t)
    for name, (headings, rows) in (
        (RANKING, ranking_page(journey, findings, t)),
        (WALLS_FOUND, walls_page(journey, findings, t)),
    ):
        painter.table(t(name), "read", headings, rows)
    for page in pages.tables:
        painter.table(t(SHEETS[page.table]), "full" if page.rows else "empty", page.headings, page.rows)
    if pages.exact:
        _exact_sheet(painter, pages, t)
    return painter.bytes()


def _map_sheet(painter: Painter, pages: Pages, title: str, t: Catalogue) -> None:
    """The map's own facts, one a row, under its title."""
    sheet = painter.sheet(t(MAP), "full")
    sheet.set_portrait()
    sheet.fit_to_pages(1, 0)
    sheet.set_column(0, 0, 30)
    sheet.set_column(1, 1, FACTS)
    sheet.set_row(0, 34)
    sheet.write_string(0, 0, title, painter.look("title"))
    for row, (column, cell, id) in enumerate(pages.head, start=2):
        sheet.write_string(row, 0, t(column.heading), painter.look("fact"))
        painter.put(sheet, row, 1, cell, _look(cell))
        sheet.set_row(row, height([cell], [FACTS]))
        if id is not None:
            painter.put(sheet, row, 2, id)
    below = len(pages.head) + 3
    sheet.merge_range(below, 0, below, 1, "", painter.look("note"))
    sheet.write_string(below, 0, t(HOW), painter.look("note"))
    sheet.set_row(below, 64)
    sheet.freeze_panes(2, 0)


def _look(cell: Shown | None) -> str:
    if cell is None or not isinstance(cell.value, int | float | date):
        return "said"
    return {"percent": "said_percent", "date": "date"}.get(cell.look, "said")


FACTS = 76
"""Characters that the values on the map's own sheet have room for."""
HOW = N_(
    "Bring this file into journeymap again under File ▸ Import, and the map comes back as it was, with what "
    "you changed in the sheets. New rows need no id. Ranking and walls found are worked out from the rest: "
    "changes there are not read. Pictures stay in the map’s own file."
)


def _exact_sheet(painter: Painter, pages: Pages, t: Catalogue) -> None:
    headings = [Heading(t(words)) for words in exact.HEADINGS]
    rows = [
        [Shown(printable(part)) if isinstance(part, str) else Shown(part, "number") for part in row]
        for row in exact.rows(pages.exact)
    ]
    painter.table(t(EXACT), "empty", headings, rows)
