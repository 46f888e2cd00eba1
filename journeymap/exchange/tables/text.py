"""Text tables (CSV, TSV and their kin): the encoding, the separator and the cells, found by looking."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from itertools import islice
from statistics import mode
from typing import Literal

from journeymap.edit.message import Message
from journeymap.edit.tables.cells import Sheet
from journeymap.edit.tables.headings import recognised
from journeymap.exchange.errors import TableError
from journeymap.exchange.tables.book import MOST_COLUMNS, MOST_ROWS, Book, Heed, unheeded
from journeymap.exchange.tables.formulas import undefused
from journeymap.i18n import N_

_MARKS = (
    (b"\xff\xfe\0\0", "utf-32-le"), (b"\0\0\xfe\xff", "utf-32-be"),
    (b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"),
)  # fmt: skip
_NARROW = ("cp1252", "mac_roman", "cp850", "latin-1")
_NORDIC = frozenset("åäöÅÄÖæøÆØéÉüÜ")
_SEPARATORS = (";", "\t", ",", "|")
_ALONE = "\x1f"
"""Parts nothing: every line is one cell."""
_SAMPLE = 200
Quoting = Literal[0, 3]
"""csv.QUOTE_MINIMAL or csv.QUOTE_NONE."""
OPEN_QUOTE = N_(
    "A quotation mark that opens in row {row} is never closed. From there on such marks are read as letters."
)
DECODED = N_("The text is read as {encoding}. If letters look wrong, save it as UTF-8 and try again.")
_NAMES = {"cp1252": "Windows-1252", "mac_roman": "Mac Roman", "cp850": "DOS 850", "latin-1": "ISO 8859-1"}


def read_text(data: bytes, file: str, heed: Heed = unheeded) -> Book:
    """The one sheet of a text table; TableError where the bytes are no text or hold nothing."""
    text, encoding = decoded(data, file)
    text, said = _said_separator(text)
    separator = said or separator_of(text)
    notes = []
    if encoding in _NAMES and encoding != "cp1252":
        notes.append(Message(DECODED, encoding=_NAMES[encoding]))
    rows, opened = _Rows(text, separator, file, heed).read()
    if not any(rows):
        raise TableError("empty_table", file=file)
    if opened is not None:
        notes.append(Message(OPEN_QUOTE, row=opened))
    return Book("text", (Sheet(file, rows),), tuple(notes))


def decoded(data: bytes, file: str) -> tuple[str, str]:
    """The text and the name of its encoding."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace"), encoding
    wide = _wide(data[:4000])
    if wide:
        return data.decode(wide, "replace"), wide
    if b"\0" in data[:4000]:
        raise TableError("no_table", file=file)
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return _narrow(data)


def _wide(data: bytes) -> str | None:
    """UTF-16 without its mark: every other byte of western text is zero."""
    even, odd = data[0::2].count(0), data[1::2].count(0)
    half = max(1, len(data) // 2)
    if odd > half * 0.4 and even < half * 0.1:
        return "utf-16-le"
    return "utf-16-be" if even > half * 0.4 and odd < half * 0.1 else None


def _narrow(data: bytes) -> tuple[str, str]:
    """One byte a letter: the encoding in which the odd bytes are Nordic letters."""
    best, text, found = -1e9, "", ""
    for encoding in _NARROW:
        try:
            tried = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        score = sum(_worth(letter) for letter in tried if ord(letter) > 127)
        if score > best:
            best, text, found = score, tried, encoding
    return text, found


def _worth(letter: str) -> float:
    """How likely the letter is in what people here write."""
    if letter in _NORDIC:
        return 2
    if letter in "–—’‘“”»«…•€§°·½":
        return 1
    return 0 if letter.isalpha() and ord(letter) < 0x250 else -2


def _said_separator(text: str) -> tuple[str, str | None]:
    """Excel's own first line "sep=;" says it, and is no row."""
    said = re.match(r"\s*\"?sep=(.)\"?\r?\n", text, re.IGNORECASE)
    return (text[said.end() :], said[1]) if said else (text, None)


def separator_of(text: str) -> str:
    """What parts the cells: what gives known headings, then what parts the rows most evenly."""
    scored = [(_evenness(text, separator), separator) for separator in _SEPARATORS]
    (known, even, width), best = max(scored, key=lambda score: score[0])
    return best if width > 1 and (known or even >= 0.6) else _ALONE


def _evenness(text: str, separator: str) -> tuple[int, float, int]:
    rows = [row for row in islice(_parsed(text[:400_000], separator), _SAMPLE) if row]
    widths = [len(row) for row in rows]
    if not widths or max(widths) == 1:
        return 0, 0, 1
    known = max(recognised(row) for row in rows[:25])
    usual = mode(widths)
    return known if known > 1 else 0, widths.count(usual) / len(widths) if usual > 1 else 0, usual


def _parsed(text: str, separator: str) -> Iterator[list[str]]:
    csv.field_size_limit(1 << 30)
    return csv.reader(io.StringIO(text, newline=""), delimiter=separator)


class _Rows:
    """Reads a text's rows. Defused cells are given as they were written; blanks at the end are left out."""

    def __init__(self, text: str, separator: str, file: str, heed: Heed) -> None:
        self._lines = io.StringIO(text, newline="").readlines()
        self._separator, self._file, self._heed = separator, file, heed
        self._rows: list[Sequence[str]] = []
        self._said = 0
        """Rows up to the last one that says anything."""

    def read(self) -> tuple[list[Sequence[str]], int | None]:
        """The rows, and the number of the one in which a quotation mark opens that is never closed."""
        begun = self._take(self._lines, csv.QUOTE_MINIMAL)
        opened = None
        if self._rows and _ends_in_a_quote(self._lines[begun:], self._separator):
            self._rows.pop()
            opened = len(self._rows) + 1
            self._said = min(self._said, len(self._rows))
            self._take(self._lines[begun:], csv.QUOTE_NONE)
        return self._rows[: self._said], opened

    def _take(self, lines: Sequence[str], quoting: Quoting) -> int:
        """Read these lines; on which of them the last row begins."""
        csv.field_size_limit(1 << 30)
        reader = csv.reader(iter(lines), delimiter=self._separator, quoting=quoting)
        begun = before = 0
        for number, row in enumerate(reader):
            if number % 500 == 0:
                self._heed(min(1.0, reader.line_num / max(1, len(lines))))
            begun, before = before, reader.line_num
            self._row(row if quoting == csv.QUOTE_MINIMAL else [_bare(cell) for cell in row])
        return begun

    def _row(self, row: Sequence[str]) -> None:
        cells = tuple(undefused(cell) for cell in row[:MOST_COLUMNS])
        self._rows.append(cells)
        if any(cell.strip() for cell in cells):
            self._said = len(self._rows)
        if self._said > MOST_ROWS:
            raise TableError("too_many_rows", file=self._file, most=MOST_ROWS)


def _bare(cell: str) -> str:
    """A cell read with its quotation marks, without them where they stand around it."""
    return cell.strip().removeprefix('"').removesuffix('"')


def _ends_in_a_quote(lines: Sequence[str], separator: str) -> bool:
    """Whether the text ends inside quotation marks, which the usual reading forgives."""
    try:
        for _ in csv.reader(iter(lines), delimiter=separator, strict=True):
            pass
    except csv.Error as failure:
        return "unexpected end" in str(failure)
    return False
