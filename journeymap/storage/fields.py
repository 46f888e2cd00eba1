"""Reads one field or part after another as the file says it; what does not fit is kept beside (`Odd`)."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import Any

from journeymap.model.quantity import read_quantity
from journeymap.model.records import Odd, Part
from journeymap.storage import repairs
from journeymap.storage.shapes import Field, Form, fields_of, names_of

Report = Callable[[str, str, Any], None]
"""Called with a message of `repairs`, the field's name and the raw value."""

Reading = tuple[Any, bool]
"""The value a field reads as, and whether writing it gives the raw value back."""

ABSENT: Reading = (None, False)


class UnfitError(Exception):
    """A marked field is missing or of a wrong type: no record can be made."""

    def __init__(self, message: str, field: str, value: Any = None) -> None:
        super().__init__(message)
        self.message, self.field, self.value = message, field, value


def read_part(kind: type[Part], raw: Mapping[str, Any], report: Report) -> dict[str, Any]:
    """The arguments of a record or part, `extra` among them; UnfitError if a marked field fails."""
    values: dict[str, Any] = {}
    extra: dict[str, Any] = {name: raw[name] for name in raw if name not in names_of(kind)}
    for field in fields_of(kind):
        if field.name not in raw:
            if field.marked:
                raise UnfitError(repairs.MISSING, field.name)
            continue
        value, exact = read_field(field, raw[field.name], report)
        if value is not None:
            values[field.attribute] = value
        if not exact:
            extra[field.name] = Odd(raw[field.name], value)
    if extra:
        values["extra"] = extra
    return values


def read_field(field: Field, raw: Any, report: Report) -> Reading:
    """One field's reading. Null says nothing, which is no fault; in a marked field it is."""
    if raw is None and not field.marked:
        return ABSENT
    value, exact = _READERS[field.form](field, raw, report)
    if value is None:
        if field.marked:
            raise UnfitError(repairs.UNFIT, field.name, raw)
        report(repairs.ODD_QUANTITY if field.form == "quantity" else repairs.ODD_VALUE, field.name, raw)
    return value, exact


def is_number(raw: Any) -> bool:
    """A finite number; True and False are none, nor is a whole number beyond every float."""
    if isinstance(raw, bool) or not isinstance(raw, int | float):
        return False
    try:
        return math.isfinite(raw)
    except OverflowError:
        return False


def _text(_field: Field, raw: Any, _report: Report) -> Reading:
    return (raw, True) if isinstance(raw, str) else ABSENT


def _flag(_field: Field, raw: Any, _report: Report) -> Reading:
    return (raw, True) if isinstance(raw, bool) else ABSENT


def _whole(_field: Field, raw: Any, _report: Report) -> Reading:
    """7.0 reads as 7 and stays 7.0 in the file."""
    if not is_number(raw) or raw != int(raw):
        return ABSENT
    return int(raw), isinstance(raw, int)


def _number(field: Field, raw: Any, _report: Report) -> Reading:
    low, high = field.bounds or (-math.inf, math.inf)
    return (raw, True) if is_number(raw) and low <= raw <= high else ABSENT


def _quantity(field: Field, raw: Any, _report: Report) -> Reading:
    if read_quantity(raw, field.scale) is None:
        return ABSENT
    return (tuple(raw) if isinstance(raw, list) else raw), True


def _choice(field: Field, raw: Any, report: Report) -> Reading:
    if isinstance(raw, str) and raw in field.choices:
        return raw, True
    if isinstance(raw, str) and field.marked:  # the only marked choice is the lane's kind
        report(repairs.ODD_LANE_KIND, field.name, raw)
        return "department", False
    return ABSENT


def _list(field: Field, raw: Any, report: Report) -> Reading:
    """The elements that fit; the others are kept with the whole list."""
    if not isinstance(raw, list):
        return ABSENT
    fitting = []
    for element in raw:
        if isinstance(element, str) and (not field.choices or element in field.choices):
            fitting.append(element)
        else:
            report(repairs.ODD_ELEMENT, field.name, element)
    return tuple(fitting), len(fitting) == len(raw)


def _map(field: Field, raw: Any, report: Report) -> Reading:
    if not isinstance(raw, dict):
        return ABSENT
    fitting = {key: text for key, text in raw.items() if isinstance(text, str)}
    for key in raw.keys() - fitting.keys():
        report(repairs.ODD_ELEMENT, field.name, raw[key])
    return fitting, len(fitting) == len(raw)


def _part(field: Field, raw: Any, report: Report) -> Reading:
    if not isinstance(raw, dict) or field.part is None:
        return ABSENT
    return field.part(**read_part(field.part, raw, report)), True


_READERS: Mapping[Form, Callable[[Field, Any, Report], Reading]] = {
    "text": _text,
    "flag": _flag,
    "whole": _whole,
    "number": _number,
    "quantity": _quantity,
    "choice": _choice,
    "list": _list,
    "map": _map,
    "part": _part,
}
