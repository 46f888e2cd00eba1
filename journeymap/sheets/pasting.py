"""A copied block put into a table: over cells that are there, the rest as new rows, in one undo step."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from journeymap.edit.message import NP_, Message
from journeymap.edit.rules.verdict import RefusedError, no
from journeymap.i18n import N_
from journeymap.sheets import blocks
from journeymap.sheets.grid import Cell, Grid
from journeymap.sheets.kinds import refuse
from journeymap.sheets.known import Known
from journeymap.sheets.outcome import NEW, Outcome, Refused
from journeymap.sheets.sheet import Column
from journeymap.sheets.writer import REFUSED, Writer


class _Row(NamedTuple):
    """A pasted line: its number from 1, the row it goes to (NEW for a new one), its texts by column."""

    line: int
    row: str
    texts: Mapping[str, str]


def copied(grid: Grid, rows: Sequence[int], columns: Sequence[int]) -> str:
    """These cells as text for the clipboard, every digit of them."""
    return blocks.written([[grid.exact(row, column) for column in columns] for row in rows])


def paste(grid: Grid, text: str, at: Cell, selected: tuple[int, int] = (1, 1)) -> Outcome:
    """Put a block in with its upper left cell at `at`; over a larger selection it is repeated.

    A first line of headings says itself what each column holds. Lines below the last row make new
    rows, joined to one another as rows typed one after the other are. Cells that cannot be taken are
    refused with their reason, the others stand.
    """
    cells = blocks.read(text)
    heads = blocks.headed(grid.sheet, cells[0])
    first = 1 if heads is not None and len(cells) > 1 else 0
    strange = _strange(cells[0], heads) if heads is not None and first else []
    if heads is None:
        cells = blocks.tiled(cells, *selected)
        heads = grid.columns[at[1] :]
    rows = [_row(grid, at[0], number, line, heads) for number, line in enumerate(cells[first:])]
    rows = [row._replace(line=row.line + first) for row in rows if any(row.texts.values())]
    return _put(grid, rows, strange)


def _strange(line: Sequence[str], heads: Sequence[Column | None]) -> list[Refused]:
    """What is said of headings that the sheet has no column for."""
    reason = refuse(N_("This sheet has no column of that name.")).verdict.reason
    return [
        Refused(NEW, "", text.strip(), reason, 1)
        for text, head in zip(line, heads, strict=True)
        if head is None and text.strip()
    ]


def _row(grid: Grid, top: int, number: int, line: Sequence[str], heads: Sequence[Column | None]) -> _Row:
    texts = {column.name: cell for column, cell in zip(heads, line, strict=False) if column is not None}
    return _Row(number + 1, grid.row_id(top + number), texts)


def _put(grid: Grid, rows: Sequence[_Row], strange: Sequence[Refused]) -> Outcome:
    writer = grid.writer()
    writer.refused += strange
    label = Message(N_("Paste {n} rows"), n=len(rows)) if len(rows) > 1 else Message(N_("Paste"))
    with grid.making(), grid.document.edit(label):
        new = [row for row in rows if row.row == NEW]
        made = _make_all(grid, writer, new) if grid.sheet.make is not None else {}
        ids = {row.line: row.row if row.row != NEW else made.get(row.line) for row in rows}
        for column in grid.sheet.columns:
            _put_column(grid, writer, column, rows, ids, made)
    grid.made_here([id for id in made.values() if id is not None])
    there = sum(row.row != NEW for row in rows)
    return grid.ended(writer, [id for id in made.values() if id is not None], there)


def _make_all(grid: Grid, writer: Writer, rows: Sequence[_Row]) -> dict[int, str | None]:
    """New rows of what they need, each after the one before; line → id, None where one could not be."""
    made: dict[int, str | None] = {}
    after = grid.last()
    known = writer.known()
    for row in rows:
        given = _needed(grid, writer, row, known)
        if given is None:
            made[row.line] = None
            continue
        made[row.line] = writer.make(given, after, row.texts, line=row.line)
        after = made[row.line] or after
    return made


def _needed(grid: Grid, writer: Writer, row: _Row, known: Known) -> dict[str, Any] | None:
    """What a new row is made of; None, with the reason noted, where something is missing or unread."""
    given: dict[str, Any] = dict.fromkeys(row.texts)
    for column in grid.sheet.columns:
        if not column.needed and not column.shapes:
            continue
        text = row.texts.get(column.name, "").strip()
        if not text and column.needed:
            missing = RefusedError(no(N_("A new row needs this: {column}."), column=grid.t(column.words)))
            whole = " · ".join(filter(None, row.texts.values()))
            writer.refused.append(Refused(NEW, column.name, whole, missing.verdict.reason, row.line))
            return None
        value = writer.read(column, text, known, line=row.line) if text else None
        if value is REFUSED:
            return None
        given[column.name] = value
    return given


def _put_column(
    grid: Grid,
    writer: Writer,
    column: Column,
    rows: Sequence[_Row],
    ids: Mapping[int, str | None],
    made: Mapping[int, str | None],
) -> None:
    """One column of all rows: names that rows before have made are known to it."""
    known = writer.known()
    for row in rows:
        id = ids[row.line]
        if id is None or id == NEW or column.name not in row.texts:
            continue
        text = row.texts[column.name]
        is_new = row.line in made
        if is_new and (column.needed or not text.strip()):
            continue
        grid.refused.pop((id, column.name), None)
        _put_cell(grid, writer, column, id, text, row.line, known)


def _put_cell(
    grid: Grid, writer: Writer, column: Column, id: str, text: str, line: int, known: Known
) -> None:
    about = grid.sheet.line(known, id)
    if about is not None and column.kind_of(about).exact(column.get(known, about), known) == text.strip():
        return
    value = writer.read(column, text, known, id, line)
    if value is not REFUSED:
        writer.put(id, column, value, text, line)


def told(outcome: Outcome) -> Message | None:
    """What a paste did, for the strip that follows; None where it did nothing."""
    if outcome.made:
        forms = NP_("{n} new row pasted. Ctrl+Z undoes all.", "{n} new rows pasted. Ctrl+Z undoes all.")
        return Message.counted(forms, len(outcome.made))
    if outcome.lines > 1:
        forms = NP_("{n} row pasted. Ctrl+Z undoes all.", "{n} rows pasted. Ctrl+Z undoes all.")
        return Message.counted(forms, outcome.lines)
    return None
