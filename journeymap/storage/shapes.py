"""What each field of each record may hold, read once from the records themselves."""

from __future__ import annotations

import math
import types
import typing
from collections.abc import Mapping
from functools import cache
from typing import Any, Literal, NamedTuple, get_args, get_origin

import msgspec

from journeymap.model import records
from journeymap.model.ids import Id
from journeymap.model.quantity import FIELD_SCALES, PLAIN, Quantity, Scale
from journeymap.model.records import Part, Record

Form = Literal["text", "flag", "whole", "number", "quantity", "choice", "list", "map", "part"]

TABLES: Mapping[str, type[Record]] = {kind.TABLE: kind for kind in records.RECORDS}
"""Kinds of record by the name of their table, in the order of the file's tables."""

RANGES: Mapping[tuple[str, str], tuple[float, float]] = {
    ("Step", "experience"): (-3, 3),
    ("Step", "expectation"): (-3, 3),
    ("Link", "share"): (0, 1),
    ("Head", "goal_minutes"): (0, math.inf),
}
"""Plain numbers that have bounds (FORMAT 4)."""

REFERENCES: Mapping[tuple[str, str], tuple[type[Record], ...]] = {
    ("Head", "logo"): (records.Attachment,),
    ("Step", "lane"): (records.Lane,),
    ("Step", "stage"): (records.Stage,),
    ("Step", "asks"): (records.Item,),
    ("Step", "makes"): (records.Promise,),
    ("Step", "honours"): (records.Promise,),
    ("Link", "source"): (records.Step,),
    ("Link", "target"): (records.Step,),
    ("Friction", "at"): (records.Step, records.Link),
    ("Wall", "source"): (records.Step,),
    ("Wall", "target"): (records.Step,),
    ("Wall", "views"): (records.Lane,),
    ("Evidence", "about"): records.RECORDS,
    ("Evidence", "attachment"): (records.Attachment,),
    ("Measure", "step"): (records.Step,),
    ("Action", "frictions"): (records.Friction,),
    ("Note", "lane"): (records.Lane,),
}
"""Every field that names other records, and the tables they may stand in."""


class Field(NamedTuple):
    """One field: its name in the record and in the file, and what it may hold."""

    attribute: str
    name: str
    form: Form
    marked: bool
    choices: frozenset[str]
    scale: Scale
    bounds: tuple[float, float] | None
    part: type[Part] | None
    targets: tuple[type[Record], ...]


@cache
def fields_of(kind: type[Part]) -> tuple[Field, ...]:
    """The fields that a file may hold for this kind of record or part."""
    return tuple(
        _field(kind, info) for info in msgspec.structs.fields(kind) if info.name not in ("id", "extra")
    )


@cache
def names_of(kind: type[Part]) -> frozenset[str]:
    """The fields' names in the file."""
    return frozenset(field.name for field in fields_of(kind))


@cache
def references_of(kind: type[Part]) -> tuple[Field, ...]:
    """The fields that name other records."""
    return tuple(field for field in fields_of(kind) if field.targets)


def _field(kind: type[Part], info: msgspec.structs.FieldInfo) -> Field:
    form, choices, part = _form(info.type)
    return Field(
        attribute=info.name,
        name=info.encode_name,
        form=form,
        marked=info.required,
        choices=choices,
        scale=FIELD_SCALES[info.name] if form == "quantity" else PLAIN,
        bounds=RANGES.get((kind.__name__, info.name)),
        part=part,
        targets=REFERENCES.get((kind.__name__, info.name), ()),
    )


_PLAIN_FORMS: Mapping[frozenset[Any], Form] = {
    frozenset({str}): "text",
    frozenset({Id}): "text",
    frozenset({bool}): "flag",
    frozenset({int}): "whole",
    frozenset({int, float}): "number",
}


def _form(annotation: Any) -> tuple[Form, frozenset[str], type[Part] | None]:
    """The form of an annotation, its choices and its part."""
    alternatives = _alternatives(annotation)
    if alternatives in _PLAIN_FORMS:
        return _PLAIN_FORMS[alternatives], frozenset(), None
    if alternatives == _alternatives(Quantity):
        return "quantity", frozenset(), None
    (inner,) = alternatives
    if isinstance(inner, type) and issubclass(inner, Part):
        return "part", frozenset(), inner
    return (*_composed(inner), None)


def _composed(annotation: Any) -> tuple[Form, frozenset[str]]:
    """The form of a choice, a list or a map of texts, and the choices."""
    arguments = get_args(annotation)
    if get_origin(annotation) is Literal:
        return "choice", frozenset(arguments)
    if get_origin(annotation) is tuple:
        return "list", _form(arguments[0])[1]
    return "map", frozenset()


def _alternatives(annotation: Any) -> frozenset[Any]:
    """The members of a union without None; the annotation itself if it is none."""
    is_union = get_origin(annotation) in (types.UnionType, typing.Union)
    return frozenset(get_args(annotation) if is_union else (annotation,)) - {type(None)}
