"""Spoils maps as disks, tools and ill will do: bytes torn and swapped, values of any kind in any place."""

from __future__ import annotations

import io
import json
import random
import zipfile
from collections.abc import Iterator
from typing import Any

from journeymap.resources import samples

BITS = (
    b"", b"\0", b"{", b"}", b'"', b"[", b"]", b":", b",", b"\xff", b"1e9", b"-", b"\\u", b"\\ud800",
    b"\xed\xa0\x80", b"null", b"NaN", b"\xef\xbb\xbf", b"\r\n", b"<<<<<<< HEAD\n",
    b"PK\x03\x04", b"99999999999999999999",
)  # fmt: skip
"""What is written into the bytes."""


def originals() -> list[bytes]:
    """The finished maps, small ones and one with a picture."""
    maps = [(samples() / name).read_bytes() for name in ("hotel.journey", "practice-clinic-sv.journey")]
    small = b'{"format": "journeymap", "version": 1, "lanes": {"l": {"name": "L", "kind": "system"}}}'
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("model.json", small)
        archive.writestr(f"att/{'0' * 64}.jpg", b"\xff\xd8" + bytes(range(200)), zipfile.ZIP_STORED)
    return [*maps, small, buffer.getvalue()]


def torn(chance: random.Random, whole: bytes) -> bytes:
    """The bytes with a few places overwritten, cut out, doubled, moved or cut off."""
    data = bytearray(whole)
    for _ in range(chance.choice((1, 1, 2, 4, 9))):
        at, size = chance.randrange(len(data) + 1), chance.choice((0, 1, 1, 4, 32, 512))
        way = chance.randrange(6)
        if way == 0:
            data[at : at + size] = chance.choice(BITS)
        elif way == 1 and at < len(data):
            data[at] ^= 1 << chance.randrange(8)
        elif way == 2:
            data[at:at] = data[at : at + size]
        elif way == 3:
            del data[at : at + size]
        elif way == 4:
            to = chance.randrange(len(data) + 1)
            data[to:to] = data[at : at + size]
        elif chance.random() < 0.2:
            del data[at:]
    return bytes(data)


def spoilt(chance: random.Random, tree: Any) -> Any:
    """The tree with a few values exchanged for something else that JSON can say."""
    tree = json.loads(json.dumps(tree))
    for _ in range(chance.choice((1, 1, 2, 5, 20))):
        holders = list(_holders(tree))
        holder = chance.choice(holders)
        names = list(holder) if isinstance(holder, dict) else list(range(len(holder)))
        if not names:
            continue
        name = chance.choice(names)
        way = chance.randrange(8)
        if way == 0:
            del holder[name]
        elif way == 1 and isinstance(holder, dict):
            holder[_word(chance)] = holder.pop(name)
        elif way == 2 and isinstance(holder, dict):
            other = chance.choice(holders)
            if isinstance(other, dict) and other and "format" not in (name,):
                holder[name] = json.loads(json.dumps(chance.choice(list(other.values()))))
        else:
            holder[name] = value(chance, tree)
    tree["format"], tree["version"] = "journeymap", tree.get("version", 1)
    return tree


def value(chance: random.Random, tree: Any) -> Any:
    """Anything a field may not expect, or an id of something else in the map."""
    ids = [id for table in tree.values() if isinstance(table, dict) for id in table]
    number = chance.choice((0, -1, 7.0, -0.0, 1e308, -1e308, 5e-324, 10**30, 0.1, 2**63, 1e16, 1e-7))
    return chance.choice(
        (
            None, True, False, "", number, -number, str(number), _word(chance), chance.choice(ids or [""]),
            [], {}, [number], [number, number], [0, 1, 2], [2, 1, 0], [None], ["x", 1, None, []], [[[[]]]],
            {"a": number}, {"": ""}, {"text": 1}, {"yes": 9, "of": 1}, {"yes": -1, "of": 0},
            ids[:3], {id: 1 for id in ids[:3]}, {id: "x" for id in ids[:3]},
            "rare", "lost", "customer", "x" * 30_000,
        )
    )  # fmt: skip


def _word(chance: random.Random) -> str:
    return chance.choice(
        ("", "x", "id", "title", "name", "lane", "at", "\0", "\u2028", "\u202e", "å", "e\u0301", "😀", "<b>",
         "{name}", "%s", "../x", "journey", "a:b:c", "\ue000", "__class__", "=1+1", "x" * 300)
    )  # fmt: skip


def _holders(tree: Any) -> Iterator[Any]:
    waiting = [tree]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict | list):
            yield one
            waiting.extend(one.values() if isinstance(one, dict) else one)
