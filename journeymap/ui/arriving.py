"""What the start page does not need to be seen: the one list of modules that are loaded late (ADR 16).

A step loads one of them with what it needs and is not loaded yet, so that it is over in a few milliseconds:
in the order in which they need one another, from the ground floor up. Which of several neighbours stands
here is only a matter of size: tests/ui/test_ui_arriving.py says when a step is too large or a name is none.
All of them are imported by others too, where types and contracts see it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib import import_module

WORKBENCH = (
    # the journey, its edits and their rules
    "model.ids", "model.records", "edit.rules.lanes", "edit.rules.verdict", "edit.behaviours.stages",
    "edit.tables.boards", "edit.tables.onward", "edit.tables.guess", "edit.tables.grid",
    "edit.verbs.pictures", "storage.careful", "storage.processes",
    # the map on the screen
    "picture.shaping", "picture.prims", "paint.qt.glyphs", "canvas.grid", "canvas.drawings",
    "canvas.chain_marks", "canvas.board", "canvas.gestures.move_header",
    # what is told of a map
    "analysis.walks", "analysis.ranking", "analysis.walls.sayings", "storage.save", "storage.beside",
    "analysis.two_sided", "analysis.promise_gaps", "analysis.further", "analysis.contacts",
    "analysis.rules.known", "ui.desk",
    # what is drawn
    "sheets.kinds", "analysis.words.stability", "ui.details.fields", "ui.behind.listed",
    "picture.kinds.lane", "picture.routing.runs", "picture.layout", "picture.wiring", "picture.wall_places",
    "picture.crossings",
    # the lists beside the map
    "ui.lists.frictions", "ui.tells", "ui.details.sides", "picture.voice", "ui.lists.outline_looks",
    "ui.lists.outline",
    # the line below the map, and the table
    "ui.line.strips", "ui.line.seeking", "canvas.gestures.move_steps", "canvas.pointer", "ui.mappane",
    "sheets.journey", "ui.table.keys", "sheets.references", "ui.table.model", "ui.table.working",
    # the details beside the map
    "picture.ledger", "ui.drawing", "ui.details.step", "ui.line.foot", "ui.table.refusals", "ui.mnemonics",
    "ui.views", "ui.line.first_question", "ui.details.telling", "ui.line.writing",
    # what can be done, and the page and the workbench that hold it all
    "ui.actions.action", "ui.actions.importing", "ui.first.leading", "ui.actions.clipping",
    "ui.actions.room", "ui.aside.trial", "ui.actions.helping", "ui.workpage", "ui.workbench",
    "ui.starting.offered",
)  # fmt: skip
NOW_AND_THEN = (
    # the guide, importing, the room, the walk, what lies beside the map
    "ui.searching", "ui.help.rendering", "ui.help.reader", "ui.help.where", "exchange.sources",
    "ui.importing.dialog", "exchange.joining", "ui.room.band", "ui.room.page", "ui.walking.page",
    "ui.aside.compare", "ui.aside.what_if",
    # the report's dialogue
    "exchange.tables.formulas", "ui.reporting.choice", "ui.reporting.notes", "ui.reporting.kinds",
    "ui.dialogs.report",
    # other dialogues
    "ui.dialogs.settings", "ui.dialogs.templates", "ui.dialogs.lane_sets", "ui.dialogs.versions",
    "ui.dialogs.to_look_at", "ui.dialogs.clashes", "ui.dialogs.surprise", "ui.dialogs.keys",
    "ui.dialogs.rekeying", "ui.dialogs.forgetting",
    # what the program says of itself
    "ui.licences", "ui.dialogs.about", "ui.dialogs.failed",
)  # fmt: skip


def workbench() -> Iterator[None]:
    """What works on a map, up to the window's workbench; keys, clicks and painting come in between."""
    return _loading(WORKBENCH)


def now_and_then() -> Iterator[None]:
    """What is asked for now and then: nothing of it is needed to work on a map."""
    return _loading(NOW_AND_THEN)


def _loading(names: Sequence[str]) -> Iterator[None]:
    for name in names:
        import_module(f"journeymap.{name}")
        yield
