"""Names as they stand inside quotation marks: a title that is a quote already loses its own."""

from __future__ import annotations

from journeymap.model.reading import name_of
from journeymap.model.records import Record

MARKS = frozenset({"“”", "””", "«»", "»«", "„“", '""'})
"""Pairs of marks around a whole title, as Swedish, Norwegian and English write them."""


def title_within(record: Record | None) -> str:
    """”Det är centralt” stands as Det är centralt: the message brings its own marks."""
    name = name_of(record)
    inner = name[1:-1]
    whole = name[:1] + name[-1:] in MARKS and not any(mark in inner for pair in MARKS for mark in pair)
    return inner.strip() if len(name) > 2 and whole else name
