"""Cut, copy and paste: of the map or the table, unless a field with words has the caret."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from journeymap.edit import clipboard, columns
from journeymap.edit.rules import RefusedError
from journeymap.i18n import N_
from journeymap.model.ids import Id
from journeymap.model.quantity import Number
from journeymap.model.reading import column_of
from journeymap.ui import clips
from journeymap.ui.actions.action import Action, may_edit, open_map, selected_steps
from journeymap.ui.attaching import PASTED, attach, carried
from journeymap.ui.background import Work
from journeymap.ui.dialogs.busy import wait_for
from journeymap.ui.line.field import LineField
from journeymap.ui.parts import Parts


def text_field() -> QLineEdit | QPlainTextEdit | None:
    """The field with the caret, other than an empty line: text keys are its own."""
    field = QApplication.focusWidget()
    if isinstance(field, LineField) and not field.text():
        return None
    return field if isinstance(field, QLineEdit | QPlainTextEdit) else None


def clip(parts: Parts) -> clips.Clip:
    """The open map, to copy from."""
    return clips.Clip(parts.desk.journey, parts.desk.work.findings, parts.desk.t)


def selected_ids(parts: Parts) -> list[Id]:
    """The selected records; walls found by rule are none."""
    return [Id(id) for id in parts.desk.selection.ids if parts.desk.journey.get(Id(id)) is not None]


def cut(parts: Parts) -> None:
    """Copy, then delete; in the table empty the cells."""
    field = text_field()
    if field is not None:
        field.cut()
    elif parts.in_table:
        parts.table.working.cut()
    else:
        copy(parts)
        parts.map.delete()


def copy(parts: Parts) -> None:
    """Put what is selected on the clipboard."""
    field = text_field()
    if field is not None:
        field.copy()
    elif parts.in_table:
        parts.table.working.copy()
    elif selected_ids(parts):
        QApplication.clipboard().setMimeData(clips.mime(clip(parts), selected_ids(parts)))


def copy_as(make: Callable[[clips.Clip, list[Id]], QMimeData]) -> Callable[[Parts], None]:
    """Copy the selection, or the whole map, for other programs in one form."""

    def act(parts: Parts) -> None:
        ids = selected_ids(parts) or list(parts.desk.journey.lanes)
        QApplication.clipboard().setMimeData(make(clip(parts), ids))

    return act


def copy_picture(parts: Parts) -> None:
    """The selected steps as they stand on the map; nothing selected: the whole map."""
    QApplication.clipboard().setMimeData(clips.picture_mime(clip(parts), selected_ids(parts)))


def paste(parts: Parts) -> None:
    """Copied records right after what is selected, or lines that become steps; in the table cells."""
    field, data = text_field(), _copied()
    if field is not None:
        field.paste()
    elif parts.in_table and not clips.records_in(data):
        parts.table.working.paste(partial(_wait, parts))
    else:
        take_in(parts, data, None, None)


def _copied() -> QMimeData:
    """What lies on the clipboard; some platforms answer nothing at all for an empty one."""
    data: QMimeData | None = QApplication.clipboard().mimeData()
    return QMimeData() if data is None else data


def _wait(parts: Parts, work: Work[Any], words: str, stop: str) -> bool:
    return wait_for(work, parts.desk.look, words, stop, parts.frame.widget())


def paste_at(parts: Parts, lane: Id, column: Number) -> None:
    """What is on the clipboard, in one cell of the map."""
    take_in(parts, _copied(), lane, column)


def take_in(parts: Parts, data: QMimeData, lane: Id | None, column: Number | None) -> bool:
    """Put copied or dropped records or words into the map; whether there was anything to take."""
    text = clips.records_in(data)
    if text:
        return _records(parts, text, lane, column)
    if show_pictures(parts, data):
        return True
    if not data.hasText() or not data.text().strip():
        parts.foot.refusal.say(parts.desk.t("There is nothing here that can be pasted."))
        return False
    if lane is not None:
        parts.writing.stand_at(lane, column)
    parts.writing.paste(data.text())
    return True


def show_pictures(parts: Parts, data: QMimeData) -> bool:
    """Pictures are shown as evidence of what is selected; whether there were any.

    Office programs put a picture beside every text they copy: there the text is meant.
    """
    sources = carried(data, parts.desk.t(PASTED))
    if not sources or (data.hasText() and not data.hasUrls()):
        return False
    about = Id(parts.desk.selection.one or "")
    if parts.desk.journey.get(about) is None:
        parts.foot.refusal.say(parts.desk.t("Choose the step that the picture belongs to first."))
    else:
        attach(parts.desk, about, sources, parts.frame.widget())
    return True


def _records(parts: Parts, text: str, lane: Id | None, column: Number | None) -> bool:
    journey = parts.desk.journey
    steps = selected_steps(parts)
    if column is None and steps:
        last = max(column_of(journey.steps[step]) for step in steps)
        column = columns.beside(columns.in_use(journey), last)
    try:
        ids = clipboard.paste(parts.desk.document, text, lane=lane, column=column)
    except RefusedError as refused:
        parts.foot.refusal.say(refused.verdict.reason.said(parts.desk.t))
        return False
    _select(parts, ids)
    parts.map.show_selection()
    return True


def _select(parts: Parts, ids: Sequence[Id]) -> None:
    """What came, its steps alone where there are any: what hangs on them follows them."""
    steps = [id for id in ids if id in parts.desk.journey.steps]
    parts.desk.selection.choose(*(steps or ids))


def duplicate(parts: Parts) -> None:
    """Copies of the selected steps behind them."""
    _select(parts, clipboard.duplicate(parts.desk.document, selected_steps(parts)))


def steps_selected(parts: Parts) -> bool:
    """Steps are selected, and may be changed."""
    return may_edit(parts) and bool(selected_steps(parts))


CLIPPING = (
    Action("cut", N_("Cut"), cut, open_map),
    Action("copy", N_("Copy"), copy, open_map),
    Action("copy_text", N_("As text"), copy_as(clips.text_mime), open_map),
    Action("copy_table", N_("As a table"), copy_as(clips.table_mime), open_map),
    Action("copy_picture", N_("As a picture"), copy_picture, open_map),
    Action("paste", N_("Paste"), paste, may_edit),
    Action("duplicate", N_("Duplicate"), duplicate, steps_selected),
)
