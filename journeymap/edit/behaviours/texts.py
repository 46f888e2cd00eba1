"""Typed texts take the form the model keeps; texts nobody touched stay as the file has them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

import msgspec

from journeymap.edit.draft import Draft
from journeymap.edit.texts import clean, one_line
from journeymap.model.records import Note, Part

_NO_WORDS = frozenset({"key", "finding", "facts", "sha256", "document", "derived_from", "format"})
"""Text fields that name things for the program, not for people."""
_PARAGRAPHS = frozenset(
    {"description", "quote", "observations", "believed", "saw", "purpose", "reason", "critical_reason"}
    | {"excuse", "effect", "handed_over", "views"}
)
"""Fields in which a line break is welcome."""


def normalise_texts(draft: Draft) -> None:
    """Every text the edit wrote is cleaned; an optional text of nothing is "not said"."""
    for record in draft.touched():
        tidy = _tidied(record, draft.before.get(record.id))
        if tidy is not record:
            draft.put(tidy)


def _tidied(part: Any, before: Any) -> Any:
    new: dict[str, Any] = {}
    kind: type[Part] = type(part)
    for name, required in text_fields(kind).items():
        value = getattr(part, name)
        old = getattr(before, name, None)
        if value is None or (value == old and is_plain(value)):
            continue
        tidy = (
            _tidied(value, old) if isinstance(value, Part) else _text(value, _cleaner(part, name), required)
        )
        if tidy != value or not is_plain(value):
            new[name] = tidy
    return msgspec.structs.replace(part, **new) if new else part


def is_plain(value: Any) -> bool:
    """Whether every text in a value is a text and nothing more: a kind of text cannot be written."""
    if isinstance(value, str):
        return type(value) is str
    if isinstance(value, Mapping):
        return all(map(is_plain, value.values()))
    return not isinstance(value, tuple) or all(map(is_plain, value))


def _text(value: Any, cleaner: Callable[[str], str], required: bool) -> Any:
    if isinstance(value, str):
        return cleaner(value) or (value and "" if required else None)
    if isinstance(value, Mapping):
        return {key: tidy for key, text in value.items() if (tidy := cleaner(text))} or None
    return tuple(tidy for text in value if (tidy := cleaner(text)))


def _cleaner(part: Any, name: str) -> Callable[[str], str]:
    paragraphs = name in _PARAGRAPHS or (isinstance(part, Note) and name == "text")
    return _paragraphs if paragraphs else one_line


def _paragraphs(text: str) -> str:
    return clean(text).strip()


@cache
def text_fields(kind: type[Part]) -> Mapping[str, bool]:
    """Names of the fields that hold words (or parts with words) → whether they must be there."""
    found: dict[str, bool] = {}
    for field in msgspec.structs.fields(kind):
        options = getattr(field.type, "__args__", (field.type,))
        words = (
            (str in options and int not in options)
            or tuple[str, ...] in options
            or Mapping[str, str] in options
        )
        parts = any(isinstance(option, type) and issubclass(option, Part) for option in options)
        if (words or parts) and field.name not in _NO_WORDS:
            found[field.name] = type(None) not in options
    return found
