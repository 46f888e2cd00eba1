"""`journeymap import SOURCE… -o OUT.journey`: tables of other programs as a map, bad rows told.

Rows that cannot be read are listed on stderr with number and reason; naming the file to write is the
consent to bring in the others (exit 0). With --strict nothing is written then, and the exit status is 1.
Where no row can be read it is 2. Several tables become one map, one behind the other; a whole map (ours,
or a workbook written from one) comes in alone.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import cast

from journeymap.cli.clock import today
from journeymap.cli.problem import Problem
from journeymap.cli.progress import progress
from journeymap.cli.run import Run
from journeymap.edit.tables.cells import Sheet
from journeymap.exchange.arriving import arrive, likely_sheet, new_map, told_unused
from journeymap.exchange.counts import Read, counts
from journeymap.exchange.errors import TableError
from journeymap.exchange.naming import with_columns
from journeymap.exchange.sources import open_source
from journeymap.exchange.tables.book import Book
from journeymap.i18n import N_
from journeymap.model.journey import Journey
from journeymap.model.records import Language
from journeymap.storage.files import save
from journeymap.storage.outputs import write_whole

ENDING = ".journey"


def run(run: Run) -> int:
    """Write the map, and the counts where they are asked for."""
    target = run.target()
    if target.suffix.lower() != ENDING:
        raise Problem(N_("The map is a .journey file. Let the file’s name end in .journey."))
    account = run.writable(Path(run.arguments.counts)) if run.arguments.counts else None
    created = today(run.arguments.date).isoformat()
    read = [_read(run, Path(source)) for source in run.arguments.sources]
    _check_alone(read)
    journey = _map_of(run, read, created)
    failed = sum(len(one.failed) for one in read)
    refused = journey is None or (run.arguments.strict and failed > 0)
    if account is not None:
        _write_counts(account, run, read, None if refused else journey)
    _tell(run, read)
    if journey is None:
        raise TableError("no_steps", file=read[0].source.file)
    if refused:
        return 1
    save(journey, target, attachments=read[0].source.attachments)
    print(_summary(run, journey))
    return 0


def _read(run: Run, path: Path) -> Read:
    with progress(path.name) as heed:
        source = open_source(path, heed)
    if source.book is None:
        return Read(source)
    sheet = _sheet(run, source.book, source.file)
    matching = with_columns(sheet, run.arguments.column, source.file) if run.arguments.column else None
    with progress(path.name) as heed:
        return Read(source, arrive(sheet, matching, heed))


def _sheet(run: Run, book: Book, file: str) -> Sheet:
    """The sheet that was named, else the likeliest."""
    wanted = run.arguments.sheet
    if wanted is None or book.kind == "text":
        return likely_sheet(book)
    for sheet in book.sheets:
        if sheet.name.casefold() == wanted.casefold():
            return sheet
    names = ", ".join(sheet.name for sheet in book.sheets)
    raise TableError("no_sheet", file=file, sheet=wanted, sheets=names)


def _check_alone(read: Sequence[Read]) -> None:
    whole = [one.source.file for one in read if one.source.is_map]
    if whole and len(read) > 1:
        raise Problem(
            N_(
                "{file} is a whole map. Bring it in alone, or join two versions of a map with "
                "journeymap merge."
            ),
            file=whole[0],
        )


def _map_of(run: Run, read: Sequence[Read], created: str) -> Journey | None:
    """The one map of all sources; None where no row of them is a step."""
    if read[0].source.journey is not None:
        return read[0].source.journey
    tables = [one.arrival.told for one in read if one.arrival is not None and one.arrival.told.steps]
    if not tables:
        return None
    title = run.arguments.title or Path(run.arguments.sources[0]).stem
    return new_map(tables, title=title, language=cast(Language, run.t.language), created=created)


def _write_counts(path: Path, run: Run, read: Sequence[Read], journey: Journey | None) -> None:
    text = json.dumps(counts(read, journey, run.t), ensure_ascii=False, indent=1, sort_keys=True)
    write_whole(path, (text + "\n").encode())


def _tell(run: Run, read: Sequence[Read]) -> None:
    """What could not be read, and what was read otherwise than it stands: on stderr."""
    t = run.t
    for one in read:
        file = one.source.file
        notes = [note.said(t) for note in one.source.book.notes] if one.source.book is not None else []
        notes += [t("Sheet {sheet} is read.", sheet=sheet) for sheet in _chosen_sheet(one)]
        notes += [repair.sentence(t) for repair in one.source.repairs]
        notes += [told_unused(one.arrival, t)] if one.arrival is not None else []
        lines = [f"{file}: {note}" for note in notes if note]
        lines += [
            t("{file}, row {row}: {why} ({text})", file=file, row=row.row, why=row.why.said(t), text=row.text)
            for _, row in one.failed
        ]
        lines += [_remark(run, file, row.row, row.what.said(t)) for _, row in one.remarks]
        for line in lines:
            print(line, file=sys.stderr)


def _chosen_sheet(one: Read) -> list[str]:
    """The sheet that was read, where the workbook has others."""
    several = one.source.book is not None and len(one.source.book.sheets) > 1
    return [one.arrival.sheet.name] if one.arrival is not None and several else []


def _remark(run: Run, file: str, row: int, what: str) -> str:
    if not row:
        return f"{file}: {what}"
    return run.t("{file}, row {row}: {what}", file=file, row=row, what=what)


def _summary(run: Run, journey: Journey) -> str:
    t = run.t
    parts = [
        t.plural("{n} step", "{n} steps", len(journey.steps)),
        t.plural("{n} lane", "{n} lanes", len(journey.lanes)),
        t.plural("{n} stage", "{n} stages", len(journey.stages)),
        t.plural("{n} link", "{n} links", len(journey.links)),
        t.plural("{n} friction", "{n} frictions", len(journey.frictions)),
    ]
    return " · ".join(parts)
