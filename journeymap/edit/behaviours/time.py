"""Columns stay apart: where halving has made them too fine, they are numbered anew."""

from __future__ import annotations

from bisect import bisect_right

from journeymap.edit import columns
from journeymap.edit.draft import Draft
from journeymap.model.reading import column_of
from journeymap.model.records import Note, Step


def renumber_columns_too_fine(draft: Draft) -> None:
    """Whole numbers from 1 for all columns, notes included, once two stand nearer than FINEST."""
    if not any(before is None or before.column != now.column for before, now in draft.changed(Step)):
        return
    used = columns.in_use(draft.journey)
    if not columns.too_fine(used):
        return
    new = columns.renumbered(used)
    for step in list(draft.of(Step).values()):
        draft.set(step.id, column=new[column_of(step)])
    for note in list(draft.of(Note).values()):
        if note.column is not None:
            half = 0 if note.column in new else 0.5
            draft.set(note.id, column=columns.tidy(bisect_right(used, note.column) + half))
