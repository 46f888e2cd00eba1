"""The lines of a journal: a checksum, then one JSON object, so that a cut or damaged line shows."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple


class Lines(NamedTuple):
    """What a journal file says: its first line and the changes that follow one another without a gap."""

    header: dict[str, Any]
    changes: tuple[dict[str, Any], ...]


def line(body: dict[str, Any]) -> bytes:
    """One line, with its line break."""
    text = json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    return b"%08x %s\n" % (zlib.crc32(text), text)


def read_line(raw: bytes) -> dict[str, Any] | None:
    """What a line says; None if it is cut or damaged."""
    checksum, _, text = raw.rstrip(b"\n").partition(b" ")
    if checksum != b"%08x" % zlib.crc32(text):
        return None
    try:
        body = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return body if isinstance(body, dict) else None


def read_lines(data: bytes) -> Lines | None:
    """Every change before the first one that is missing; None if not even the first line is whole."""
    first, *rest = data.split(b"\n")
    header = read_line(first)
    if header is None or "journal" not in header:
        return None
    return Lines(header, tuple(_without_gap(rest)))


def read_header(path: Path) -> dict[str, Any] | None:
    """The first line of a journal file; None if it cannot be read."""
    try:
        with path.open("rb") as stream:
            return read_line(stream.readline())
    except OSError:
        return None


def _without_gap(raw: list[bytes]) -> Iterator[dict[str, Any]]:
    """After a torn line the same changes stand once more; after a lost one nothing can be trusted."""
    number = 0
    for body in filter(None, map(read_line, raw)):
        if body.get("n") == number + 1:
            number += 1
            yield body
        elif not isinstance(body.get("n"), int) or body["n"] > number:
            return
