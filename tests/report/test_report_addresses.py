"""Only whole https, http and mailto addresses can be clicked; every other text stays plain."""

from __future__ import annotations

import io
from dataclasses import replace

import pikepdf
import pytest
from report_maps import report, small

from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.model.records import Evidence, Friction
from journeymap.report.addresses import is_live, parts_of


@pytest.mark.parametrize(
    "address",
    [
        "https://example.se",
        "http://example.se:8080/a/b?c=d&e=%20#f",
        "HTTPS://Example.SE/(x)",
        "mailto:anna.berg+karta@example.se",
    ],
)
def test_plain_addresses_are_live(address: str) -> None:
    assert is_live(address)


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "ftp://example.se/x",
        "data:text/html,x",
        "https://",
        "https://example",
        "https://bank.se@thief.example.com/",
        "https://example.se:99999/",
        "https://exämple.se/",
        "https://-example.se/",
        "https://[::1/",
        "https://example.se/\x00",
        "https://example.se/a b",
        "mailto:anna@example.se?bcc=all@example.se",
        "mailto:@example.se",
        "mailto:anna@example.se,bo@example.se",
        "https://example.se/" + "a" * 3000,
    ],
)
def test_all_else_is_plain(address: str) -> None:
    assert not is_live(address)


@pytest.mark.parametrize(
    ("text", "live"),
    [
        ("See https://example.se/a.", ["https://example.se/a"]),
        ("(http://example.se/x_(y)) and mailto:a@b.se!", ["http://example.se/x_(y)", "mailto:a@b.se"]),
        ("nohttps://example.se", []),
        ("https://example.se/å", []),
        ("javascript:https://example.se", []),
        ("", []),
    ],
)
def test_parts_join_to_the_text_and_lead_without_the_sentences_signs(text: str, live: list[str]) -> None:
    parts = parts_of(text)
    assert "".join(part for part, _ in parts) == text
    assert [address for _, address in parts if address] == live


def _with_source(source: str) -> Journey:
    journey = small(1)
    friction: Friction = journey.frictions[Id("f0")]
    told = Evidence(id=Id("e"), about=friction.id, level="heard", source=source)
    return replace(journey, tables={**journey.tables, Evidence: {told.id: told}})


def _targets(data: bytes) -> set[str]:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return {str(mark.A.URI) for page in pdf.pages for mark in page.obj.get("/Annots", []) if "/A" in mark}


def test_the_report_leads_to_a_source_and_to_nothing_else() -> None:
    long = "https://example.se/a/very/long/way/to/the/paper/that/no/column/of/a/table/can/hold.html"
    source = f"Study {long} and file:///x"
    found = _targets(report(_with_source(source)))
    assert found == {long}


def test_a_hostile_source_stays_plain() -> None:
    assert not _targets(
        report(_with_source("javascript:alert(1) https://a.se@b.se/ mailto:a@b.se?cc=c@d.se"))
    )
