"""Random maps for the storage tests, made from the records' own fields."""

from __future__ import annotations

import json
import math
from typing import Any

from hypothesis import strategies as st

from journeymap.model.ids import Id
from journeymap.model.journey import Journey, journey_of
from journeymap.model.records import RECORDS, Attachment, Head, Lane, Record
from journeymap.storage.shapes import Field, fields_of

Raw = dict[str, Any]

texts = st.text(st.characters(exclude_categories=("Cs",)), max_size=12)
numbers = st.one_of(
    st.integers(-(10**20), 10**20),
    st.floats(allow_nan=False, allow_infinity=False),
    st.sampled_from([0, 0.0, -0.0, 1e-5, 0.0001, 1e16, 10**16, 0.1 + 0.2, 5e-324]),
)
amounts = st.one_of(st.integers(0, 10**6), st.floats(0, 1e6))
json_values = st.recursive(
    st.none() | st.booleans() | numbers | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=6,
)


def value_for(field: Field, ids: dict[str, list[str]]) -> st.SearchStrategy[Any]:
    """A value that the field may hold; references only to what is there."""
    named = [id for kind in field.targets for id in ids[kind.TABLE]]
    if field.targets and not named:
        return st.just([]) if field.form == "list" else st.just({}) if field.form == "map" else st.nothing()
    name = st.sampled_from(named) if field.targets else texts
    choice = st.sampled_from(sorted(field.choices)) if field.choices else name
    within = st.floats(*field.bounds).filter(math.isfinite) if field.bounds else numbers
    forms = {
        "text": name,
        "flag": st.booleans(),
        "whole": st.integers(-5, 10**6),
        "number": within,
        "quantity": _quantity(field),
        "choice": choice,
        "list": st.lists(choice, max_size=3),
        "map": st.dictionaries(name, texts, max_size=2),
        "part": _part(field, ids),
    }
    return forms[field.form]


def _quantity(field: Field) -> st.SearchStrategy[Any]:
    one = st.floats(0, 1) if field.scale.most == 1 else amounts
    ranges = st.lists(one, min_size=2, max_size=3).map(sorted)
    classes = sorted(field.scale.classes)
    return one | ranges | (st.sampled_from(classes) if classes else st.nothing())


def _part(field: Field, ids: dict[str, list[str]]) -> st.SearchStrategy[Raw]:
    return st.nothing() if field.part is None else _fields(fields_of(field.part), ids)


def _fields(fields: tuple[Field, ...], ids: dict[str, list[str]]) -> st.SearchStrategy[Raw]:
    values = {field.name: value_for(field, ids) for field in fields}
    needed = {field.name: values[field.name] for field in fields if field.marked}
    offered = {name: value for name, value in values.items() if name not in needed and not value.is_empty}
    return st.fixed_dictionaries(needed, optional=offered)


@st.composite
def documents(draw: st.DrawFn, *, most: int = 3) -> Raw:
    """The tree of a map in which everything is in order, but perhaps for the order of stages."""
    ids = {kind.TABLE: [f"{kind.TABLE}-{n}" for n in range(draw(st.integers(0, most)))] for kind in RECORDS}
    doc: Raw = {"format": "journeymap", "version": 1, **draw(_fields(_head_fields(), ids))}
    for kind in RECORDS:
        table = {id: draw(_fields(fields_of(kind), ids)) for id in ids[kind.TABLE] if _possible(kind, ids)}
        table = {id: record for id, record in table.items() if not _is_self_link(record)}
        ids[kind.TABLE] = list(table)
        if table:
            doc[kind.TABLE] = table
    return doc


def _is_self_link(record: Raw) -> bool:
    return record.get("source", 0) == record.get("target", 1)


def _head_fields() -> tuple[Field, ...]:
    fixed = ("format", "version", "min_reader", "logo")
    return tuple(field for field in fields_of(Head) if field.name not in fixed)


def _possible(kind: type[Record], ids: dict[str, list[str]]) -> bool:
    """Whether every marked reference has something to point to, standing in an earlier table."""
    earlier = RECORDS[: RECORDS.index(kind)]
    return all(
        any(ids[target.TABLE] for target in field.targets if target in earlier)
        for field in fields_of(kind)
        if field.targets and field.marked
    )


def plain(doc: Raw) -> bytes:
    """The document's canonical bytes without a hash, by the standard library alone."""
    return (json.dumps(doc, ensure_ascii=False, sort_keys=True, indent=1, allow_nan=False) + "\n").encode()


def numbered(number: int, size: int, *, with_photo: bool = False) -> Journey:
    """A map of so many bytes that says which one it is; with a picture if that is wanted."""
    lane = Lane(id=Id("c"), name="x" * size, kind="customer")
    photo = [Attachment(id=Id("a"), sha256="0" * 64)] if with_photo else []
    return journey_of(lane, *photo, head=Head(title=str(number), document="document1"))
