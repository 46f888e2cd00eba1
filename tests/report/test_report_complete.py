"""Every fact on the map also stands in words: every field of every record, in the PDF and on the web page."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

import pytest
from report_everything import SAID, everything
from report_maps import DAY, pages, report, squeezed

from journeymap.analysis.examine import examine
from journeymap.i18n.catalogue import catalogue
from journeymap.model.journey import Journey
from journeymap.model.records import RECORDS, Head, Record
from journeymap.report.edition import Edition, matter_of
from journeymap.report.web.page import to_html


def told(journey: Journey) -> Iterator[tuple[str, str]]:
    """(where, words): what must be found of every field that says something."""
    for record in (journey.head, *journey):
        kind = Head if record is journey.head else type(record)
        for name in record.__struct_fields__:
            if name not in ("id", "extra") and getattr(record, name) is not None:
                yield f"{kind.__name__}.{name}", _words(kind, name, getattr(record, name))


def _words(kind: type[Record], name: str, value: object) -> str:
    if name in SAID.get(kind, {}):
        return SAID[kind][name]
    if isinstance(value, tuple):
        return " ".join(str(one) for one in value)
    return str(value)


def _in_pdf() -> str:
    return "".join(pages(report(everything(), "en", profile="full")))


def _on_web() -> str:
    journey, t = everything(), catalogue("en")
    edition = Edition(profile="full")
    page = to_html(matter_of(journey, examine(journey), t, DAY, edition, on_screen=True)).decode()
    return html.unescape(re.sub("<[^>]+>", "", re.sub("(?s)<style>.*?</style>", "", page)))


@pytest.mark.parametrize("made", [_in_pdf, _on_web], ids=["pdf", "html"])
def test_every_field_is_said(made) -> None:  # type: ignore[no-untyped-def]
    text = squeezed(made())
    missing = {where: words for where, words in told(everything()) if squeezed(words) not in text}
    assert missing == {}


def test_the_map_says_something_in_every_field() -> None:
    """The test above would be worth nothing for a field that no record of the map fills."""
    journey = everything()
    for kind in (Head, *RECORDS):
        records = [journey.head] if kind is Head else list(journey.of(kind).values())
        empty = {
            name
            for name in kind.__struct_fields__
            if name not in ("id", "extra") and all(getattr(one, name) is None for one in records)
        }
        silent = {name for name, words in SAID.get(kind, {}).items() if not words}
        assert empty <= silent | {"number"}, kind
