"""The text in a file's bytes, and what bytes that are no text of ours most likely are."""

from __future__ import annotations

import json
import re

from journeymap.storage.broken import why_no_json
from journeymap.storage.errors import StorageError

_MARK = b"\xef\xbb\xbf"
_WIDE = ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be")
_WIDE_MARKS = (b"\xff\xfe\0\0", b"\0\0\xfe\xff", b"\xff\xfe", b"\xfe\xff")
_BEGINS = re.compile(r"[\ufeff\s]*[{\[]\s*[\"{}\[\]]")
"""How JSON begins; in the right one of the wide writings only."""
_SAMPLE = 4096
_FILLED = b"\0\xff"
"""What disks hold where nothing was written."""


def text_of(data: bytes, file: str) -> str:
    """The text of the bytes: UTF-8 with or without a mark; lone surrogates pass and are listed later."""
    bare = data.removeprefix(_MARK)
    refuse_empty(bare, file)
    if is_wide(bare):
        raise StorageError("utf16", file=file)
    if bare.startswith(b"\0"):
        raise _zeros_first(bare, file)
    try:
        return bare.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError as failure:
        sound = bare[: failure.start].decode("utf-8", "surrogatepass")
        raise _behind(sound, bare[failure.start :], file) or _not_utf8(bare, failure, file) from None


def refuse_empty(bare: bytes, file: str) -> None:
    """StorageError for bytes that say nothing: none, blanks, zeros, the mark of a writing alone."""
    if not bare.strip() or bare.strip() in _WIDE_MARKS:
        raise StorageError("empty", file=file)
    if not bare.strip(b"\0 \r\n\t"):
        raise StorageError("zeros", file=file)


def is_wide(bare: bytes) -> bool:
    """Whether the bytes are JSON in UTF-16 or UTF-32, with its mark or without."""
    sample = bare[:_SAMPLE]
    return any(_BEGINS.match(sample.decode(writing, "ignore")) for writing in _WIDE)


def _zeros_first(bare: bytes, file: str) -> StorageError:
    """A crash can leave a file whose beginning was never written; other kinds of file begin so too."""
    begins = bare.lstrip(b"\0")[:1] in (b"{", b"[", b"\n", b" ", b'"')
    return StorageError("holed", file=file, line=1) if begins else StorageError("not_ours", file=file)


def _behind(sound: str, rest: bytes, file: str) -> StorageError | None:
    """The answer where the map was over, or broken off, before the bytes that are no letters."""
    try:
        json.loads(sound, parse_int=str)
        return StorageError("more_behind", file=file, line=sound.count("\n") + 1)
    except RecursionError:
        return None
    except json.JSONDecodeError as failure:
        is_over = failure.msg == "Extra data" or not rest.strip(_FILLED)
        return why_no_json(sound, failure, file) if is_over else None


def _not_utf8(bare: bytes, failure: UnicodeDecodeError, file: str) -> StorageError:
    if not bare.lstrip().startswith(b"{"):
        return StorageError("not_ours", file=file)
    line = bare.count(b"\n", 0, failure.start) + 1
    if failure.reason == "unexpected end of data":
        return StorageError("cut_short", file=file, line=line)
    return StorageError("damaged_text" if is_mostly_utf8(bare) else "not_utf8", file=file, line=line)


def is_mostly_utf8(bare: bytes) -> bool:
    """Whether the letters beyond ASCII that are sound UTF-8 outnumber the bytes that are not.

    In a text of another writing next to none is sound; in a damaged one of ours next to all are.
    """
    text = bare.decode("utf-8", "surrogateescape")
    beyond = sum(len(run) for run in re.findall(r"[^\0-\x7f]+", text))
    damaged = sum(len(run) for run in re.findall(r"[\udc80-\udcff]+", text))
    return beyond - damaged > damaged
