"""Shapes of process drawings by the names other programs give them."""

from __future__ import annotations

from journeymap.edit.tables.cells import Cell, line_of
from journeymap.edit.tables.headings import plain


def _set(text: str) -> frozenset[str]:
    return frozenset(word.strip() for word in text.split(","))


STARTS = _set(
    "start, start event, event start, startevent, begin, börja, början, starthändelse, starthendelse, begynn"
)
ENDS = _set("end, stop, end event, endevent, finish, slut, stopp, sluthändelse, slutt, slutthendelse, avslut")
OTHERS = _set(
    "process, decision, document, data, database, subprocess, sub process, predefined process, manual "
    "operation, external data, external reference, off page reference, on page reference, terminator, "
    "custom 1, custom 2, custom 3, custom 4, preparation, display, delay, task, user task, service "
    "task, gateway, event, sticky note, sticky, shape, rectangle, circle, block, diamond, text, "
    "connector, line, page, swim lane, swimlane, pool, beslut, delprocess, dokument, databas, externa "
    "data, underprocess, lapp, prosess, beslutning, delprosess, dokument, eksterne data, underprosess"
)
NO_STEPS = _set("document, page")
"""Rows of a drawing's list that are the drawing itself."""
TEXTS = _set("minimal text block, text, text block")
"""Words that stand free in a drawing."""


def shape_of(cell: Cell) -> str:
    """The shape's plain name."""
    said = line_of(cell)
    return plain(said) if said else ""


def is_shape(cell: Cell) -> bool:
    """Whether the cell names a shape."""
    return shape_of(cell) in STARTS | ENDS | OTHERS
