"""What the start page does not need to be seen: the one list of modules that are loaded late (ADR 16).

Every `yield` is a place where keys, clicks and painting come in between. A step brings few modules, so that
it is over in a few milliseconds: in the order in which they need one another, from the ground floor up. Which
of several neighbours stands here is only a matter of size: tests/ui/test_ui_arriving.py says when a step is
too large, and what is not named here is loaded by what is.
"""

from __future__ import annotations

from collections.abc import Iterator


def workbench() -> Iterator[None]:
    """What works on a map, up to the window's workbench."""
    for floor in (_edits, _canvas, _analysis, _picture, _lists, _table, _details, _actions):
        yield from floor()


def now_and_then() -> Iterator[None]:
    """What is asked for now and then: nothing of it is needed to work on a map."""
    for kind in (_rooms, _reporting, _dialogs, _program):
        yield from kind()


def _edits() -> Iterator[None]:
    """The journey, its edits and their rules."""
    import journeymap.model.ids

    yield
    import journeymap.model.records

    yield
    import journeymap.edit.rules.lanes

    yield
    import journeymap.edit.rules.verdict

    yield
    import journeymap.edit.behaviours.stages

    yield
    import journeymap.edit.tables.boards

    yield
    import journeymap.edit.tables.onward

    yield
    import journeymap.edit.tables.guess

    yield
    import journeymap.edit.tables.grid

    yield
    import journeymap.edit.verbs.pictures

    yield
    import journeymap.storage.careful

    yield
    import journeymap.storage.processes

    yield


def _canvas() -> Iterator[None]:
    """The map on the screen."""
    import journeymap.picture.shaping

    yield
    import journeymap.picture.prims

    yield
    import journeymap.paint.qt.glyphs

    yield
    import journeymap.canvas.grid

    yield
    import journeymap.canvas.drawings

    yield
    import journeymap.canvas.chain_marks

    yield
    import journeymap.canvas.board

    yield
    import journeymap.canvas.gestures.move_header

    yield


def _analysis() -> Iterator[None]:
    """What is told of a map."""
    import journeymap.analysis.walks

    yield
    import journeymap.analysis.ranking

    yield
    import journeymap.analysis.walls.sayings

    yield
    import journeymap.storage.save

    yield
    import journeymap.storage.beside

    yield
    import journeymap.analysis.two_sided

    yield
    import journeymap.analysis.promise_gaps

    yield
    import journeymap.analysis.further

    yield
    import journeymap.analysis.contacts

    yield
    import journeymap.analysis.rules.known

    yield
    import journeymap.ui.desk

    yield


def _picture() -> Iterator[None]:
    """What is drawn."""
    import journeymap.sheets.kinds

    yield
    import journeymap.analysis.words.stability

    yield
    import journeymap.ui.details.fields

    yield
    import journeymap.ui.behind.listed

    yield
    import journeymap.picture.kinds.lane

    yield
    import journeymap.picture.routing.runs

    yield
    import journeymap.picture.layout

    yield
    import journeymap.picture.wiring

    yield
    import journeymap.picture.wall_places

    yield
    import journeymap.picture.crossings

    yield


def _lists() -> Iterator[None]:
    """The lists beside the map."""
    import journeymap.ui.lists.frictions

    yield
    import journeymap.ui.tells

    yield
    import journeymap.ui.details.sides

    yield
    import journeymap.picture.voice

    yield
    import journeymap.ui.lists.outline_looks

    yield
    import journeymap.ui.lists.outline

    yield


def _table() -> Iterator[None]:
    """The line below the map, and the table."""
    import journeymap.ui.line.strips

    yield
    import journeymap.ui.line.seeking

    yield
    import journeymap.canvas.gestures.move_steps

    yield
    import journeymap.canvas.pointer

    yield
    import journeymap.ui.mappane

    yield
    import journeymap.sheets.journey

    yield
    import journeymap.ui.table.keys

    yield
    import journeymap.sheets.references

    yield
    import journeymap.ui.table.model

    yield
    import journeymap.ui.table.working

    yield


def _details() -> Iterator[None]:
    """The details beside the map."""
    import journeymap.picture.ledger

    yield
    import journeymap.ui.drawing

    yield
    import journeymap.ui.details.step

    yield
    import journeymap.ui.line.foot

    yield
    import journeymap.ui.table.refusals

    yield
    import journeymap.ui.mnemonics

    yield
    import journeymap.ui.views

    yield
    import journeymap.ui.line.first_question

    yield
    import journeymap.ui.details.telling

    yield
    import journeymap.ui.line.writing

    yield


def _actions() -> Iterator[None]:
    """What can be done, and the page and the workbench that hold it all."""
    import journeymap.ui.actions.action

    yield
    import journeymap.ui.actions.importing

    yield
    import journeymap.ui.first.leading

    yield
    import journeymap.ui.actions.clipping

    yield
    import journeymap.ui.actions.room

    yield
    import journeymap.ui.aside.trial

    yield
    import journeymap.ui.actions.helping

    yield
    import journeymap.ui.workpage

    yield
    import journeymap.ui.workbench

    yield
    import journeymap.ui.starting.offered

    yield


def _rooms() -> Iterator[None]:
    """The guide, importing, the room, the walk, what lies beside the map."""
    import journeymap.ui.searching

    yield
    import journeymap.ui.help.rendering

    yield
    import journeymap.ui.help.reader

    yield
    import journeymap.ui.help.where

    yield
    import journeymap.exchange.sources

    yield
    import journeymap.ui.importing.dialog

    yield
    import journeymap.exchange.joining

    yield
    import journeymap.ui.room.band

    yield
    import journeymap.ui.room.page

    yield
    import journeymap.ui.walking.page

    yield
    import journeymap.ui.aside.compare

    yield
    import journeymap.ui.aside.what_if

    yield


def _reporting() -> Iterator[None]:
    """The report's dialogue."""
    import journeymap.exchange.tables.formulas

    yield
    import journeymap.ui.reporting.choice

    yield
    import journeymap.ui.reporting.notes

    yield
    import journeymap.ui.reporting.kinds

    yield
    import journeymap.ui.dialogs.report

    yield


def _dialogs() -> Iterator[None]:
    """Other dialogues."""
    import journeymap.ui.dialogs.settings

    yield
    import journeymap.ui.dialogs.templates

    yield
    import journeymap.ui.dialogs.lane_sets

    yield
    import journeymap.ui.dialogs.versions

    yield
    import journeymap.ui.dialogs.to_look_at

    yield
    import journeymap.ui.dialogs.clashes

    yield
    import journeymap.ui.dialogs.surprise

    yield
    import journeymap.ui.dialogs.keys

    yield
    import journeymap.ui.dialogs.rekeying

    yield
    import journeymap.ui.dialogs.forgetting

    yield


def _program() -> Iterator[None]:
    """What the program says of itself."""
    import journeymap.ui.licences

    yield
    import journeymap.ui.dialogs.about

    yield
    import journeymap.ui.dialogs.failed

    yield
