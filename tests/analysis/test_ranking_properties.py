"""The fourteen properties of METHOD 2 that concern the order; the trials' own are beside."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from friction_strategies import ANSWERS, bounds, changed, findings, frictions, order, ranked, scaled
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from journeymap.analysis.findings import RankedFriction
from journeymap.model.ids import Id
from journeymap.model.records import Friction

Accept = Callable[[str], None]
hundred = settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
answers = st.sampled_from(ANSWERS)
factors = st.sampled_from((1.01, 1.5, 2.0, 10.0))


def place(found: list[Friction], id: Id) -> RankedFriction:
    return next(friction for friction in ranked(found) if friction.id == id)


@hundred
@given(frictions(), answers, factors)
def test_scaling_up_an_input_never_lowers_the_rank(
    accept: Accept, found: list[Friction], answer: str, factor: float
) -> None:
    before = place(found, found[0].id).rank
    accept("scaling up any input")
    assert place([scaled(found[0], answer, factor), *found[1:]], found[0].id).rank <= before


@hundred
@given(frictions())
def test_setting_critical_never_lowers_the_rank(accept: Accept, found: list[Friction]) -> None:
    before = place(found, found[0].id).rank
    accept("setting critical")
    assert place([changed(found[0], critical=True), *found[1:]], found[0].id).rank <= before


@hundred
@given(frictions(), answers, st.booleans(), st.floats(0, 1))
def test_raising_only_a_low_or_a_high_never_lowers_it(
    accept: Accept, found: list[Friction], answer: str, low: bool, part: float
) -> None:
    parts = bounds(found[0], answer)
    assume(len(parts) > 1)
    accept("raising only a low or a high")
    if low:
        parts[0] += (parts[1] - parts[0]) * part
    else:
        parts[-1] = parts[-1] + part * (1 - parts[-1] if answer == "value_lost" else parts[-1])
    raised = changed(found[0], **{answer: tuple(parts)})
    assert place([raised, *found[1:]], found[0].id).rank <= place(found, found[0].id).rank


@hundred
@given(frictions())
def test_a_critical_copy_stands_above_its_equal(accept: Accept, found: list[Friction]) -> None:
    plain = changed(found[0], critical=False)
    copy = changed(found[0], critical=True, id=Id("z-copy"))
    accept("a critical copy")
    everything = [plain, copy, *found[1:]]
    assert place(everything, copy.id).rank < place(everything, plain.id).rank


@hundred
@given(frictions(at_least=2))
def test_removing_one_keeps_the_others_order(accept: Accept, found: list[Friction]) -> None:
    accept("removing a friction")
    assert order(found[1:]) == [id for id in order(found) if id != found[0].id]


@hundred
@given(frictions(), st.sampled_from((3, 7, 1000, 0.1)))
def test_more_journeys_a_year_keep_the_order(accept: Accept, found: list[Friction], k: float) -> None:
    accept("N times k")
    assert order(found, journeys_per_year=1000 * k) == order(found)


@hundred
@given(frictions())
def test_seconds_instead_of_minutes_keep_the_order(accept: Accept, found: list[Friction]) -> None:
    accept("minutes to seconds")
    seconds = [scaled(scaled(f, "wait_minutes", 60), "work_minutes", 60) for f in found]
    assert order(seconds, goal_minutes=3600) == order(found)


@hundred
@given(frictions(), st.randoms(use_true_random=False))
def test_the_order_of_the_input_is_irrelevant(accept: Accept, found: list[Friction], chance: object) -> None:
    accept("input order")
    shuffled = list(found)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert findings(shuffled) == findings(found)


@hundred
@given(frictions())
def test_no_two_frictions_share_a_place(accept: Accept, found: list[Friction]) -> None:
    accept("keys never equal")
    lines = ranked(found)
    assert [line.rank for line in lines] == list(range(1, len(found) + 1))
    assert sorted(line.rank_by_hours for line in lines) == list(range(1, len(found) + 1))


@hundred
@given(frictions())
def test_the_rank_lies_between_best_and_worst(accept: Accept, found: list[Friction]) -> None:
    accept("rank within its range")
    assert all(line.rank_best <= line.rank <= line.rank_worst for line in ranked(found))


@hundred
@given(frictions(), answers, st.floats(0, 1), st.floats(0, 1))
def test_narrowing_an_interval_never_widens_the_range(
    accept: Accept, found: list[Friction], answer: str, up: float, down: float
) -> None:
    parts = bounds(found[0], answer)
    assume(len(parts) == 3)
    accept("narrowing an interval")
    low, best, high = parts
    inner = (low + (best - low) * up, best, high - (high - best) * down)
    narrow = place([changed(found[0], **{answer: inner}), *found[1:]], found[0].id)
    wide = place(found, found[0].id)
    assert wide.rank_best <= narrow.rank_best <= narrow.rank_worst <= wide.rank_worst


@hundred
@given(frictions(), st.sampled_from((0.5, 0.25, 0.75)))
def test_splitting_a_friction_keeps_the_totals(accept: Accept, found: list[Friction], part: float) -> None:
    """Halves of the hits at one place: step, lane and wall totals stay."""
    first = found[0]
    halves = [changed(scaled(first, "hits", share), id=Id(f"half-{share}")) for share in {part, 1 - part}]
    halves = halves if len(halves) == 2 else [halves[0], changed(halves[0], id=Id("half-b"))]
    accept("splitting a friction")
    whole, split = findings(found), findings([*halves, *found[1:]])
    for name in ("customer_hours_per_year", "hours_at_walls"):
        assert getattr(split.figures, name) == pytest.approx(getattr(whole.figures, name))
    hours = {wall.key: wall.hours_per_year for wall in whole.walls}
    assert {wall.key: wall.hours_per_year for wall in split.walls} == pytest.approx(hours)
    pairs = {(line.one, line.other): line.hours for line in whole.ledger}
    assert {(line.one, line.other): line.hours for line in split.ledger} == pytest.approx(pairs)
