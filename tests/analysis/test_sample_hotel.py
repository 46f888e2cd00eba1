"""The shipped hotel gives the figures of METHOD 5, and both samples can be said in every language."""

from __future__ import annotations

import json

import pytest

from journeymap.analysis import check, check_text
from journeymap.analysis.examine import examine
from journeymap.i18n.catalogue import LANGUAGES, catalogue
from journeymap.resources import samples
from journeymap.storage import files

NAMES = sorted(path.name for path in samples().glob("*.journey"))


def test_the_shipped_hotel_is_the_methods() -> None:
    findings = examine(files.load(samples() / "hotel.journey").journey)
    figures = findings.figures
    assert figures.customer_hours_per_year == pytest.approx(8530.875)
    assert figures.goal_minutes == 510
    assert figures.expected_handoffs == pytest.approx(1.03375)
    assert findings.break_even_goal == pytest.approx(42.3, abs=0.05)
    assert [line.id for line in findings.ranked] == ["F3", "F1", "F2", "F4", "F6", "F5", "F7", "F9"]
    assert [round(line.hours or 0) for line in findings.ledger] == [1661, 507, 197]
    assert [mark.number for mark in findings.marks] == [1, 2, 3, 4]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_every_sample_can_be_checked_in_every_language(name: str, language: str) -> None:
    journey, t = files.load(samples() / name).journey, catalogue(language)
    findings = examine(journey, trials=100)
    text = check_text.as_text(journey, findings, (), t)
    assert "{" not in text
    assert "\u00ad" not in text
    json.dumps(check.as_json(journey, findings, (), t), allow_nan=False)
