"""All sheets, in the order in which people turn to them."""

from __future__ import annotations

from collections.abc import Mapping

from journeymap.model.records import Record
from journeymap.sheets.frame import LANES, STAGES
from journeymap.sheets.frictions import FRICTIONS
from journeymap.sheets.journey import JOURNEY
from journeymap.sheets.links import LINKS
from journeymap.sheets.plans import ACTIONS, MEASURES, NOTES, SURPRISES, WALKS
from journeymap.sheets.sheet import Sheet
from journeymap.sheets.steps import STEPS
from journeymap.sheets.things import EVIDENCE, ITEMS, PROMISES
from journeymap.sheets.walls import WALLS

SHEETS: tuple[Sheet, ...] = (
    STEPS,
    LINKS,
    FRICTIONS,
    WALLS,
    PROMISES,
    ITEMS,
    EVIDENCE,
    LANES,
    STAGES,
    ACTIONS,
    MEASURES,
    NOTES,
    WALKS,
    SURPRISES,
    JOURNEY,
)
BY_NAME: Mapping[str, Sheet] = {sheet.name: sheet for sheet in SHEETS}


def sheet_of(record: Record) -> Sheet | None:
    """The sheet on which a record has its row."""
    return BY_NAME.get(type(record).TABLE)
