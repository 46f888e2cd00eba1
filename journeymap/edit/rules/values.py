"""Which values a field can take: types as the records say, ranges as FORMAT 2 and 4 say."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

import msgspec

from journeymap.edit.rules.verdict import YES, Verdict, no
from journeymap.i18n.catalogue import N_
from journeymap.model.quantity import FIELD_SCALES, read_quantity
from journeymap.model.records import Record, Votes


def may_set(kind: type[Record], name: str, value: object) -> Verdict:
    """Whether a field of a record may take this value; None ("not said") always may if it may be absent.

    AttributeError for a name that is no field of the record, or its id.
    """
    types = _types(kind)
    if name in ("id", "extra") or name not in types:
        raise AttributeError(f"{kind.__name__} has no field {name} to set.")
    if not _is_a(value, types[name]):
        return no(N_("This answer does not fit here."))
    if value is None:
        return YES
    if name in FIELD_SCALES and types[name] != str | None:  # a wall's effect is told, an action's counted
        return YES if read_quantity(value, FIELD_SCALES[name]) else no(_QUANTITY)
    test, sentence = _RANGES.get(name, (_anything, ""))
    return YES if test(value) else no(sentence)


_QUANTITY = N_("Write a number, or from–to with the smaller one first.")


def _anything(value: Any) -> bool:
    return True


def _finite(value: Any) -> bool:
    return bool(math.isfinite(value))


def _share(value: Any) -> bool:
    return bool(0 <= value <= 1)


def _curve(value: Any) -> bool:
    return bool(-3 <= value <= 3)


def _count(value: Any) -> bool:
    return bool(0 <= value < math.inf)


def _votes(value: Any) -> bool:
    """No more yes than voters; half a statement is allowed while it is being made."""
    if not isinstance(value, Votes):
        return False
    given = [number for number in (value.yes, value.of) if number is not None]
    return all(number >= 0 for number in given) and given == sorted(given)


_RANGES: Mapping[str, tuple[Callable[[Any], bool], str]] = {
    "column": (_finite, N_("A column is a number.")),
    "share": (_share, N_("A share lies between 0 and 100 %.")),
    "expectation": (_curve, N_("The curve runs from −3 to 3.")),
    "experience": (_curve, N_("The curve runs from −3 to 3.")),
    "votes": (_votes, N_("No more can say yes than have voted.")),
    "critical_votes": (_votes, N_("No more can say yes than have voted.")),
    "goal_minutes": (_count, N_("A time is never less than nothing.")),
    "due_minutes": (_count, N_("A time is never less than nothing.")),
    "dots": (_count, N_("A count is never less than nothing.")),
    "number": (_count, N_("A count is never less than nothing.")),
}


def as_kept(kind: type[Record], name: str, value: object) -> Any:
    """The value in the form the record keeps: a list becomes a tuple, so that nothing can alter it."""
    return msgspec.convert(value, type=_types(kind)[name])


def _is_a(value: object, type: Any) -> bool:
    try:
        msgspec.convert(value, type=type)
    except msgspec.ValidationError:
        return False
    return True


@cache
def _types(kind: type[Record]) -> Mapping[str, Any]:
    return {field.name: field.type for field in msgspec.structs.fields(kind)}
