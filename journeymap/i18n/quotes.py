"""Quotation marks within quotation marks: a title that is itself a quote, or holds one."""

from __future__ import annotations

from collections.abc import Mapping

_PAIRS = (("“", "”"), ("”", "”"), ("«", "»"))
"""Opening and closing mark in en, sv and nb."""
_INNER = str.maketrans({"“": "‘", "”": "’", "„": "‘", "«": "‘", "»": "’", '"': "'"})
_MARKS = frozenset('“”„«»"')


def requoted(form: str, values: Mapping[str, object]) -> Mapping[str, object]:
    """The values, those that the message quotes ready to stand in its marks.

    A value that is a quote as a whole gives up its own marks; marks within it become single ones.
    """
    held = {name: value for name, value in values.items() if isinstance(value, str) and _MARKS & set(value)}
    quoted = {
        name: _bare(value)
        for name, value in held.items()
        if any(f"{opens}{{{name}}}{closes}" in form for opens, closes in _PAIRS)
    }
    return {**values, **quoted} if quoted else values


def _bare(value: str) -> str:
    whole = len(value) > 2 and value[0] in _MARKS and value[-1] in _MARKS
    if whole and not _MARKS & set(value[1:-1]):
        return value[1:-1]
    return value.translate(_INNER)
