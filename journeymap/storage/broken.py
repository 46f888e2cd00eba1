"""What most likely happened to a text that is no JSON: cut off, overwritten, merged by a machine."""

from __future__ import annotations

import json
import re

from journeymap.model.records import FORMAT
from journeymap.storage.errors import StorageError

_WORDS = ("true", "false", "null", "NaN", "Infinity", "-Infinity")
_HALF_NUMBER = re.compile(r"\.|[eE][+-]?")
"""What a number ends in that was cut off behind its first digits."""
_MARKER = re.compile(r"^([<=>])\1{6}(?: .*)?\r?$", re.MULTILINE)
BLANK = "\0 \r\n\t\x1a"
"""What disks, editors and old systems fill a file up with."""


def why_no_json(text: str, failure: json.JSONDecodeError, file: str) -> StorageError:
    """The answer to a text that stops being JSON at some place; looks at each line once."""
    marker = _git_marker(text)
    if marker is not None:
        return StorageError("git_markers", file=file, line=_line(text, marker))
    if not text.lstrip().startswith("{"):
        return StorageError("not_ours", file=file)
    if failure.msg == "Extra data":
        return _behind(text, failure, file)
    if is_cut(text, failure):
        return StorageError("cut_short", file=file, line=failure.lineno)
    if text[failure.pos : failure.pos + 1] == "\0":
        return StorageError("holed", file=file, line=failure.lineno)
    return StorageError("not_json", file=file, line=failure.lineno, column=failure.colno)


def _behind(text: str, failure: json.JSONDecodeError, file: str) -> StorageError:
    """A whole object is there and something stands behind it: rubbish, zeros, the tail of an older file."""
    if json.loads(text[: failure.pos], parse_int=str).get("format") != FORMAT:
        return StorageError("not_ours", file=file)
    return StorageError("more_behind", file=file, line=failure.lineno)


def is_cut(text: str, failure: json.JSONDecodeError) -> bool:
    """Whether the trouble is that the text ends: in an object, a text, a word, a number or an escape."""
    tail = text[failure.pos :].strip(BLANK)
    if "escape" in failure.msg:
        return len(tail) < len("\\u0000") and '"' not in tail
    ends = failure.msg.startswith("Unterminated string") or any(word.startswith(tail) for word in _WORDS)
    return ends or bool(_HALF_NUMBER.fullmatch(tail))


def _git_marker(text: str) -> int | None:
    """Where Git's first marker stands, if all three kinds stand in a row somewhere below one another."""
    wanted, first = "<=>", None
    for found in _MARKER.finditer(text):
        if found[1] == wanted[:1]:
            first, wanted = found.start() if first is None else first, wanted[1:]
        if not wanted:
            return first
    return None


def _line(text: str, place: int) -> int:
    return text.count("\n", 0, place) + 1
