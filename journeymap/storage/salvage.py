"""What can still be read of a damaged file, for people to look at; the file itself is left as it is."""

from __future__ import annotations

import json
import re

from journeymap.model.records import FORMAT, VERSION
from journeymap.storage.careful import read_carefully
from journeymap.storage.envelope import Decoded
from journeymap.storage.errors import StorageError
from journeymap.storage.parse import Tree, parse

KINDS = frozenset({"more_behind", "damaged_text", "cut_short", "holed"})
"""The answers of `files.load` behind which a part of a map may still be whole."""
_PIECE = re.compile(r'"(?:[^"\\\0-\x1f]|\\.)*"?|[{}\[\],]')
"""A sign, or a string: also one broken off, else each quote inside it would be tried as a beginning."""
_CLOSING = {"{": "}", "[": "]"}


def salvaged(data: bytes, file: str) -> Decoded | None:
    """The map as far as it can be read: its whole first object, or all before the place of damage.

    None where nothing of a map is left. Damaged letters become U+FFFD and are listed.
    """
    bare = data.removeprefix(b"\xef\xbb\xbf").strip(b"\0").rstrip(b"\0\xff")
    text = bare.decode("utf-8", "surrogateescape").lstrip()
    try:
        whole = text[: json.JSONDecoder(parse_int=str).raw_decode(text)[1]]
    except RecursionError:
        return None
    except json.JSONDecodeError as failure:
        whole = closed(text[: failure.pos])
    try:
        tree = parse(whole.encode("utf-8", "surrogatepass"), file)
    except StorageError:
        return None
    return _read(tree) if tree.top.get("format") == FORMAT else None


def _read(tree: Tree) -> Decoded:
    """The file's own version stands near its end, and may be among what is lost."""
    tree.top.setdefault("version", VERSION)
    journey, repairs = read_carefully(tree)
    return Decoded(journey, repairs, read_only=(journey.head.min_reader or 1) > VERSION)


def closed(text: str) -> str:
    """The beginning of an object up to its last whole entry, with everything closed that was open."""
    open_now = ""
    end, to_close = 0, ""
    for piece in _PIECE.finditer(text):
        sign = piece[0]
        if sign in "{[":
            open_now += sign
            end, to_close = piece.end(), open_now
        elif sign == ",":
            end, to_close = piece.start(), open_now
        elif sign in "}]":
            open_now = open_now[:-1]
            end, to_close = piece.end(), open_now
    return text[:end] + "".join(_CLOSING[sign] for sign in reversed(to_close))
