"""Figures as people write them in a cell: nothing at all by its word, days and weeks of a promise."""

from __future__ import annotations

import pytest

from journeymap.sheets.figures import DUE, LOST, MINUTE, OF_ALL, Unit, parse


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("ingen", MINUTE, 0),
        ("Inget", MINUTE, 0),
        ("none", MINUTE, 0),
        ("ingen", LOST, "none"),
        ("nei", LOST, "none"),
        ("ingen", OF_ALL, None),
        ("0", LOST, 0),
        ("10 v", DUE, 100_800),
        ("2 dager", DUE, 2880),
        ("3 h", DUE, 180),
        ("45", DUE, 45),
        ("2 dagar", MINUTE, None),
    ],
)
def test_nothing_by_its_word_and_time_by_its_unit(text: str, unit: Unit, value: object) -> None:
    assert parse(text, unit, "sv") == value
