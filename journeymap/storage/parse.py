"""Bytes to a plain tree of objects and lists; what JSON lets through but a map cannot hold is noted."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from journeymap.storage.broken import why_no_json
from journeymap.storage.errors import StorageError
from journeymap.storage.texts import text_of

MOST_LEVELS = 64
_SURROGATE_ESCAPE = re.compile(r"\\u[dD][89a-fA-F]")
_SURROGATE = re.compile("[\ud800-\udfff]")


class Oddity(NamedTuple):
    """Something JSON let through: at a path from the top, of kind doubled, number or surrogate."""

    path: tuple[str | int, ...]
    kind: str
    value: Any


class Tree(NamedTuple):
    """The parsed object, clean for saving, and what had to be cleaned."""

    top: dict[str, Any]
    oddities: tuple[Oddity, ...]


class _Doubled(dict[str, Any]):
    """An object in which a key stood twice; `earlier` holds what the last one hides."""

    earlier: list[tuple[str, Any]]


class _NoNumber(str):
    """NaN, Infinity, 1e999 or an endless row of digits, as written."""


def parse(data: bytes, file: str) -> Tree:
    """The tree of a JSON file; StorageError with a kind of its own for each way it can fail."""
    text = text_of(data, file)
    suspicious: list[object] = []
    top = _loaded(text, file, suspicious)
    if not isinstance(top, dict):
        raise StorageError("not_object", file=file)
    if depth(top) > MOST_LEVELS:
        raise StorageError("too_deep", file=file)
    if not suspicious and not _SURROGATE_ESCAPE.search(text) and not _SURROGATE.search(text):
        return Tree(top, ())
    oddities: list[Oddity] = []
    return Tree(_cleaned(top, (), oddities), tuple(oddities))


def depth(value: Any) -> int:
    """How many objects and lists stand inside one another, counted without recursion."""
    levels, layer = 0, [value] if isinstance(value, dict | list) else []
    while layer:
        levels += 1
        layer = [part for holder in layer for part in _parts(holder) if isinstance(part, dict | list)]
    return levels


def _parts(holder: dict[str, Any] | list[Any]) -> Iterable[Any]:
    """What stands directly in an object or list, hidden values of doubled keys too."""
    if isinstance(holder, _Doubled):
        return [*holder.values(), *(value for _, value in holder.earlier)]
    return holder.values() if isinstance(holder, dict) else holder


def _loaded(text: str, file: str, suspicious: list[object]) -> Any:
    def pairs(found: list[tuple[str, Any]]) -> dict[str, Any]:
        plain = dict(found)
        if len(plain) == len(found):
            return plain
        doubled = _Doubled(plain)
        doubled.earlier = list(_hidden(found))
        suspicious.append(doubled)
        return doubled

    def no_number(literal: str) -> _NoNumber:
        suspicious.append(literal)
        return _NoNumber(literal)

    def whole(literal: str) -> int | str:
        return int(literal) if len(literal) <= 4000 else no_number(literal)

    def fraction(literal: str) -> float | str:
        value = float(literal)
        return value if math.isfinite(value) else no_number(literal)

    try:
        return json.loads(
            text, object_pairs_hook=pairs, parse_constant=no_number, parse_int=whole, parse_float=fraction
        )
    except RecursionError:
        raise StorageError("too_deep", file=file) from None
    except json.JSONDecodeError as failure:
        raise why_no_json(text, failure, file) from None


def _hidden(found: list[tuple[str, Any]]) -> Iterator[tuple[str, Any]]:
    """The pairs whose key comes again later."""
    last = {key: place for place, (key, _) in enumerate(found)}
    return (pair for place, pair in enumerate(found) if last[pair[0]] != place)


def _cleaned(value: Any, path: tuple[str | int, ...], oddities: list[Oddity]) -> Any:
    """The value without doubled keys, numbers that are none, and lone surrogates; at most 64 deep."""
    if isinstance(value, dict):
        return _cleaned_object(value, path, oddities)
    if isinstance(value, list):
        return [_cleaned(part, (*path, place), oddities) for place, part in enumerate(value)]
    if isinstance(value, _NoNumber):
        oddities.append(Oddity(path, "number", str(value)))
        return str(value)
    return _cleaned_text(value, path, oddities) if isinstance(value, str) else value


def _cleaned_object(value: dict[str, Any], path: tuple[str | int, ...], oddities: list[Oddity]) -> Any:
    pairs = list(getattr(value, "earlier", ())) + list(value.items())
    clean: dict[str, Any] = {}
    for key, part in pairs:
        name = _cleaned_text(key, (*path, key), oddities)
        place = (*path, name)
        if name in clean:
            oddities.append(Oddity(place, "doubled", clean[name]))
        clean[name] = _cleaned(part, place, oddities)
    return clean


def _cleaned_text(text: str, path: tuple[str | int, ...], oddities: list[Oddity]) -> str:
    if not _SURROGATE.search(text):
        return text
    clean = _SURROGATE.sub("\ufffd", text)
    shown = tuple(_SURROGATE.sub("\ufffd", part) if isinstance(part, str) else part for part in path)
    oddities.append(Oddity(shown, "surrogate", clean))
    return clean
