"""Every figure of METHOD 5 on the hotel built in code. The table's numbers were worked out by hand."""

from __future__ import annotations

import pytest
from hotel_map import hotel

from journeymap.analysis.examine import examine
from journeymap.model.ids import Id

TABLE = [
    # id, tier, minutes per hit, hours, low, high, (waiting, work, value), (best, worst), by hours
    ("F3", "A", 260, 4333, 1295, 11147, (0, 83, 4250), (1, 2), 1),
    ("F1", "A", 71, 1278, 345, 5013, (216, 144, 918), (1, 3), 3),
    ("F2", "A", 35, 197, 40, 458, (141, 56, 0), (2, 3), 7),
    ("F4", "B", 7, 1400, 667, 2333, (1400, 0, 0), (4, 5), 2),
    ("F6", "B", 38, 507, 107, 1300, (467, 40, 0), (4, 8), 4),
    ("F5", "B", 4, 383, 187, 600, (0, 383, 0), (5, 8), 5),
    ("F7", "B", 3, 300, 133, 533, (0, 300, 0), (5, 8), 6),
    ("F9", "B", 20, 133, 33, 467, (33, 100, 0), (5, 8), 8),
]


def test_every_line_of_the_table() -> None:
    ranked = examine(hotel(), trials=0).ranked
    for place, (found, line) in enumerate(zip(ranked, TABLE, strict=True), 1):
        id, tier, minutes, hours, low, high, parts, span, by_hours = line
        assert (found.id, found.rank, found.tier) == (id, place, tier)
        assert found.minutes_per_hit == pytest.approx(minutes)
        assert [round(value or 0) for value in (found.hours, found.low, found.high)] == [hours, low, high]
        shown = (found.wait_minutes, found.work_minutes, found.value_minutes)
        assert tuple(round(found.part(part) or 0) for part in shown) == parts
        assert (found.rank_best, found.rank_worst) == span
        assert found.rank_by_hours == by_hours


def test_the_figures_beside_the_table() -> None:
    findings = examine(hotel(), trials=0)
    figures = findings.figures
    assert figures.customer_hours_per_year == pytest.approx(8530.875)
    assert figures.goal_minutes == 510
    assert figures.expected_handoffs == pytest.approx(1.03375)
    assert figures.minimum_handoffs == 1
    assert figures.critical_moments == 3
    assert findings.visits is not None
    assert findings.visits[Id("phone-line")] == pytest.approx(0.016875)
    assert findings.break_even_goal == pytest.approx(42.3, abs=0.05)
    assert findings.unranked[0].missing == ("wait_minutes", "work_minutes")


def test_the_ledger_books_each_friction_once() -> None:
    ledger = examine(hotel(), trials=0).ledger
    assert [round(line.hours or 0) for line in ledger] == [1661, 507, 197]
    assert {round(line.hours or 0): line.frictions for line in ledger} == {
        1661: ("F1", "F5"),
        507: ("F6",),
        197: ("F2",),
    }
