"""Quotes within quotes: never two marks beside each other, in no language."""

from __future__ import annotations

import pytest

from journeymap.i18n import catalogue
from journeymap.i18n.quotes import requoted


@pytest.mark.parametrize(
    ("form", "value", "reads"),
    [
        ("At «{step}» it stops.", "«Det ligger hos sykehuset»", "At «Det ligger hos sykehuset» it stops."),
        ("At ”{step}”.", "Inte klart: ”städfirman är sen”", "At ”Inte klart: ’städfirman är sen’”."),
        ("At “{step}”.", "He said “no”", "At “He said ‘no’”."),
        ("At “{step}”.", '"No"', "At “No”."),
        ("At “{step}”.", "“A” and “B”", "At “‘A’ and ‘B’”."),
        ("At “{step}”.", "“", "At “‘”."),
        ("At {step}.", "«Det»", "At «Det»."),
        ("At “{step}”.", "plain", "At “plain”."),
    ],
)
def test_a_quoted_value_has_marks_of_its_own_kind(form: str, value: str, reads: str) -> None:
    assert form.format(**requoted(form, {"step": value})) == reads


def test_the_catalogue_fills_its_messages_so() -> None:
    said = catalogue("nb")("After “{source}” nobody takes over: the road of {the_guest} ends there.",
                           source="«Vent»", the_guest="gjesten")  # fmt: skip
    assert "«Vent»" in said and "««" not in said
