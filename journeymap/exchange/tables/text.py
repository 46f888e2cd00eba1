"""Text tables (CSV, TSV and their kin): the encoding, the separator and the cells, found by looking."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from itertools import islice
from statistics import mode

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
OPEN_QUOTE = N_(
    "A quotation mark that opens in row {row} is never closed, so everything after it stands in one cell."
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
    rows = list(_rows(text, separator, file, heed))
    if not any(rows):
        raise TableError("empty_table", file=file)
    if _ends_in_a_quote(text, separator):
        notes.append(Message(OPEN_QUOTE, row=len(rows)))
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


def _rows(text: str, separator: str, file: str, heed: Heed) -> Iterator[Sequence[str]]:
    """The rows, defused cells as they were written; nothing but blanks at the end is left out."""
    done, whole = 0, max(1, len(text))
    waiting: list[Sequence[str]] = []
    for number, row in enumerate(_parsed(text, separator)):
        done += sum(map(len, row)) + len(row)
        if number % 500 == 0:
            heed(min(1.0, done / whole))
        cells = tuple(undefused(cell) for cell in row[:MOST_COLUMNS])
        waiting.append(cells)
        if any(cell.strip() for cell in cells):
            yield from waiting
            waiting = []
        if number - len(waiting) > MOST_ROWS:
            raise TableError("too_many_rows", file=file, most=MOST_ROWS)


def _ends_in_a_quote(text: str, separator: str) -> bool:
    """Whether the text ends inside quotation marks, which the usual reading forgives."""
    try:
        for _ in csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True):
            pass
    except csv.Error as failure:
        return "unexpected end" in str(failure)
    return False
