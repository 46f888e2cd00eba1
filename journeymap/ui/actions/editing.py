"""Actions of the menu Edit."""

from __future__ import annotations

from journeymap.edit import verbs
from journeymap.i18n import N_
from journeymap.ui.actions.action import (
    Action,
    may_edit,
    open_map,
    some_selected,
)
from journeymap.ui.actions.clipping import CLIPPING, text_field
from journeymap.ui.parts import Parts


def undo(parts: Parts) -> None:
    """Take back the latest edit, and stand on what it touched."""
    parts.desk.document.undo()


def redo(parts: Parts) -> None:
    """Do again what was taken back."""
    parts.desk.document.redo()


def select_all(parts: Parts) -> None:
    """Every step, the whole table, or the whole text."""
    field = text_field()
    if field is not None:
        field.selectAll()
    elif parts.in_table:
        parts.table.view.selectAll()
    else:
        parts.map.select_all()


def rename(parts: Parts) -> None:
    """Change the title where it stands: on the map, in its cell, or in the outline."""
    if parts.lists.outline.hasFocus():
        parts.lists.outline.rename()
    elif parts.in_table:
        parts.table.working.edit("", True)
    else:
        parts.map.rename()


def delete(parts: Parts) -> None:
    """Delete what is selected: on the map, in the outline, or the rows of the table."""
    if parts.lists.outline.hasFocus():
        parts.lists.outline.delete()
    elif parts.in_table:
        parts.table.working.remove_rows()
    else:
        parts.map.delete()


def mark_finished(parts: Parts) -> None:
    """The team says the map is finished, or not yet."""
    head = parts.desk.journey.head
    verbs.set_field(parts.desk.document, head.id, complete=None if head.complete else True)


def can_undo(parts: Parts) -> bool:
    """There is something to take back."""
    return may_edit(parts) and parts.desk.document.undo_label is not None


def can_redo(parts: Parts) -> bool:
    """There is something to do again."""
    return may_edit(parts) and parts.desk.document.redo_label is not None


MOVES = (
    Action("move_left", N_("Move earlier"), lambda parts: parts.map.push("left"), some_selected),
    Action("move_right", N_("Move later"), lambda parts: parts.map.push("right"), some_selected),
    Action("move_up", N_("Move to the lane above"), lambda parts: parts.map.push("up"), some_selected),
    Action("move_down", N_("Move to the lane below"), lambda parts: parts.map.push("down"), some_selected),
)
EDIT = (
    Action("undo", N_("Undo"), undo, can_undo),
    Action("redo", N_("Redo"), redo, can_redo),
    *CLIPPING,
    Action("select_all", N_("Select all"), select_all, open_map),
    Action("rename", N_("Rename"), rename, some_selected),
    Action("delete", N_("Delete"), delete, some_selected),
    Action("find", N_("Find on the map…"), lambda parts: parts.pane.finder.open_bar(), open_map),
    Action("find_next", N_("Next hit"), lambda parts: parts.pane.finder.go(1), open_map),
    Action("find_previous", N_("Previous hit"), lambda parts: parts.pane.finder.go(-1), open_map),
)
