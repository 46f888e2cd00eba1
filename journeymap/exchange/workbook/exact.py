"""Values that no cell can say exactly: kept whole beside, and used again while the cell stays as it is."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from journeymap.i18n import N_

PART = 32_000
"""Characters of a value in one row; JSON in ASCII, so that every sheet can hold it."""
HEADINGS = (
    N_("Number"), N_("Part"), N_("Table"), N_("Id"), N_("Field"),
    N_("Place and value, as the map’s file says it"),
)  # fmt: skip
REAL_ID = "\u2192id"
"""Stands for a field where a record's own id is one that no cell can hold."""


class Key(NamedTuple):
    """Where an exact value belongs; "" as field is the whole record, "" as id the whole table."""

    table: str
    id: str
    field: str


Row = tuple[int, int, str, str, str, str]
"""Number, part; table, id and field for people to read; JSON of table, id, field and value."""


def rows(values: Mapping[Key, Any]) -> Iterator[Row]:
    """The rows of the sheet: a long value takes several."""
    for number, (key, value) in enumerate(values.items(), start=1):
        text = _unmistakable(json.dumps([*key, value], ensure_ascii=True, sort_keys=True))
        for part, start in enumerate(range(0, len(text), PART), start=1):
            yield (number, part, *key, text[start : start + PART])


def _unmistakable(text: str) -> str:
    """JSON without the signs by which workbooks write characters (_x0041_): they would be read as such."""
    return text.replace("_x", "\\u005fx").replace("x005F_", "\\u0078005F_")


def values(found: Iterable[tuple[int, int, str]]) -> dict[Key, Any]:
    """The values of (number, part, JSON) rows in whatever order; what is no JSON any more falls away."""
    parts: dict[int, dict[int, str]] = {}
    for number, part, text in found:
        parts.setdefault(number, {})[part] = text
    made: dict[Key, Any] = {}
    for texts in parts.values():
        try:
            table, id, field, value = json.loads("".join(texts[part] for part in sorted(texts)))
            made[Key(table, id, field)] = value
        except (ValueError, TypeError):
            continue
    return made


def same(one: Any, other: Any) -> bool:
    """Equal down to how it is written: 7 is not 7.0, and true is not 1."""
    return json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True)
