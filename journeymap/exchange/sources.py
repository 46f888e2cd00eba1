"""A file somebody wants to bring in: a table of another program, a workbook of ours, or a whole map."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from journeymap.edit.tables.told import Problem, Remark
from journeymap.exchange.errors import TableError
from journeymap.exchange.tables.book import Book, Heed, unheeded
from journeymap.exchange.tables.kinds import kind_of
from journeymap.exchange.tables.text import read_text
from journeymap.model.journey import Journey
from journeymap.storage import disk, envelope
from journeymap.storage.repairs import Repair

TEXT_ENDINGS = ("csv", "tsv", "txt", "tab")
ENDINGS = ("xlsx", "xlsm", "ods", *TEXT_ENDINGS)
"""Endings that a dialogue offers; the content decides."""
MOST_BYTES = 200_000_000


@dataclass(frozen=True, slots=True)
class Source:
    """What one file holds: `book` has tables to be matched, else `journey` is the map itself.

    `problems` and `remarks` of a workbook of ours name the sheet they speak of.
    """

    file: str
    book: Book | None = None
    journey: Journey | None = None
    attachments: Mapping[str, bytes] = field(default_factory=dict)
    problems: tuple[tuple[str, Problem], ...] = ()
    remarks: tuple[tuple[str, Remark], ...] = ()
    repairs: tuple[Repair, ...] = ()
    rows: int = 0

    @property
    def is_map(self) -> bool:
        """Whether it is a whole map, with nothing to be matched."""
        return self.journey is not None


def open_source(path: Path, heed: Heed = unheeded) -> Source:
    """Read a file; StorageError (TableError among them) says in a sentence why nothing comes of it."""
    return source_of(disk.read_file(path, MOST_BYTES), path.name, heed)


def source_of(data: bytes, file: str, heed: Heed = unheeded) -> Source:
    """What the bytes of a file hold."""
    if not data.strip():
        raise TableError("empty_table", file=file)
    kind = kind_of(data, file)
    if kind == "map":
        decoded = envelope.decode(data, file)
        return Source(file, journey=decoded.journey, attachments=decoded.attachments, repairs=decoded.repairs)
    if kind == "text":
        return Source(file, _text(data, file, heed))
    return _workbook(data, file, heed, kind)


def _text(data: bytes, file: str, heed: Heed) -> Book:
    """A text table; prose in a file that does not call itself a table is none."""
    book = read_text(data, file, heed)
    ending = Path(file).suffix.lower().removeprefix(".")
    if ending not in TEXT_ENDINGS and book.sheets[0].width < 2:
        raise TableError("no_table", file=file)
    return book


def _workbook(data: bytes, file: str, heed: Heed, kind: str) -> Source:
    from journeymap.exchange.tables.opendocument import read_opendocument  # noqa: PLC0415 - only where needed
    from journeymap.exchange.tables.workbook import read_workbook  # noqa: PLC0415 - openpyxl takes time to load
    from journeymap.exchange.workbook.read import is_ours, read_map  # noqa: PLC0415

    book = (read_opendocument if kind == "ods" else read_workbook)(data, file, heed)
    if not is_ours(book):
        return Source(file, book)
    returned = read_map(book, file)
    return Source(
        file,
        journey=returned.journey,
        problems=returned.problems,
        remarks=returned.remarks,
        rows=returned.rows,
    )
