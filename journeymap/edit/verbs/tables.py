"""Verb that brings in what a table tells, as one edit."""

from __future__ import annotations

from journeymap.edit.document import Document
from journeymap.edit.message import NP_, Message
from journeymap.edit.tables.bringing import Bringing
from journeymap.edit.tables.told import Told
from journeymap.model.ids import Id


def bring_in(document: Document, told: Told) -> tuple[Id, ...]:
    """Bring a table's steps into the map, behind what it has; their ids in the table's order.

    Lanes and stages of the same name are shared. Rows with ids of this map bring their steps up to date.
    """
    label = Message.counted(NP_("Bring in {n} step", "Bring in {n} steps"), len(told.steps))
    with document.edit(label) as draft:
        return Bringing(draft, told).run()
