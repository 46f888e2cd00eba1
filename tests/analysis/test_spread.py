"""Ranges of sums come from the trials; never all lows and all highs added (METHOD 2)."""

from __future__ import annotations

from hotel_map import hotel

from journeymap.analysis.examine import examine


def test_the_hotels_sum_lies_inside_its_range_and_that_inside_all_lows_and_highs() -> None:
    found = examine(hotel())
    assert found.hours_range is not None
    low, high = found.hours_range
    lows, highs = (sum(getattr(line, name) or 0 for line in found.ranked) for name in ("low", "high"))
    assert lows < low < 8530.875 < high < highs


def test_every_line_of_the_ledger_has_its_range() -> None:
    found = examine(hotel())
    assert all(line.range is not None and line.range[0] < line.range[1] for line in found.ledger)


def test_without_a_volume_minutes_per_1000_have_the_range() -> None:
    found = examine(hotel(journeys_per_year=None))
    assert found.hours_range is None
    assert found.per1000_range is not None
    assert found.figures.customer_hours_per_year is None


def test_without_trials_there_is_none() -> None:
    assert examine(hotel(), trials=0).per1000_range is None
