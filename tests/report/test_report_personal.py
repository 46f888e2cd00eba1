"""Hints at personal data: what they find, and what they must not take for it."""

from __future__ import annotations

from dataclasses import replace

import msgspec
import pytest
from report_maps import hotel, small

from journeymap.model.ids import Id
from journeymap.model.records import Evidence
from journeymap.report.personal import found_in, hints


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ring Anna på 070-123 45 67 i morgon", [("070-123 45 67", "phone")]),
        ("Tel +46 8 508 29 000.", [("+46 8 508 29 000", "phone")]),
        ("Ring 912 34 567 eller 22 33 44 55", [("912 34 567", "phone"), ("22 33 44 55", "phone")]),
        ("Skriv till anna.berg@exempel.se, tack", [("anna.berg@exempel.se", "mail")]),
        # the tax office's own example numbers
        ("Patient 811228-9874 ringde", [("811228-9874", "number")]),
        ("Patient 19670919-9530", [("19670919-9530", "number")]),
        # ID-porten's test person
        ("Pasient 13097248022", [("13097248022", "number")]),
    ],
)
def test_what_is_found(text: str, found: list[tuple[str, str]]) -> None:
    assert found_in(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Möte 2026-11-12 kl. 14:30",
        "10 000–20 000 gäster om året",
        "1 234 567 890 timmar",
        "Ärende 811228-9875",
        "Rum 12 34 56",
        "5 × 20 minuter = 100",
        "Version 0.1.0, steg 01–17",
        "kl. 17–19, 60 % av 1 000",
        "@ disken",
    ],
)
def test_what_is_left_alone(text: str) -> None:
    assert found_in(text) == []


def test_the_record_is_named_and_nested_texts_are_read() -> None:
    journey = small(1)
    told = Evidence(id=Id("e"), about=Id("f0"), quote="Mejla mig: a.b@c.se")
    head = msgspec.structs.replace(journey.head, participants=("Bo, 070 123 45 67",))
    journey = replace(journey, head=head, tables={**journey.tables, Evidence: {told.id: told}})
    assert [(one.text, one.record) for one in hints(journey)] == [("070 123 45 67", None), ("a.b@c.se", "e")]


def test_the_sample_holds_none() -> None:
    assert hints(hotel()) == []
