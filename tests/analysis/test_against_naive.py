"""The examination against an independent, naive one, field by field on random maps."""

from __future__ import annotations

import naive_ranking
import naive_walls
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from naive_road import Naive
from random_maps import random_map

from journeymap.analysis.examine import examine

seeds = st.integers(0, 10**9)
exact = pytest.approx


@settings(max_examples=150, deadline=None)
@given(seeds)
def test_the_road_agrees(seed: int) -> None:
    journey = random_map(seed)
    naive, findings = Naive(journey), examine(journey, trials=0)
    figures = findings.figures
    if naive.visits is None:
        assert findings.visits is None
    else:
        assert findings.visits == exact(naive.visits, rel=1e-7, abs=1e-12)
    assert figures.goal_minutes == (None if naive.G is None else exact(naive.G))
    assert figures.minimum_handoffs == naive.minimum_handoffs()
    expected = naive.expected_handoffs()
    assert figures.expected_handoffs == (None if expected is None else exact(expected, rel=1e-7, abs=1e-9))
    assert figures.failure_demand_share == approx_or_none(naive_ranking.failure_demand(naive))


@settings(max_examples=200, deadline=None)
@given(seeds)
def test_walls_handoffs_and_chains_agree(seed: int) -> None:
    journey = random_map(seed)
    naive, findings = Naive(journey), examine(journey, trials=0)
    said = naive_ranking.states(naive, naive_walls.find(naive))
    assert {wall.key: (wall.certainty, wall.state) for wall in findings.walls} == said
    assert set(findings.handoffs) == naive_walls.handoffs(naive)
    assert {k: list(v) for k, v in findings.back_chains.items()} == naive_walls.back_chains(naive)
    assert findings.figures.requirement_coverage == approx_or_none(naive_walls.coverage(naive))
    crossing = sum(naive.customer[k.source] != naive.customer[k.target] for k in naive.road)
    assert findings.figures.contacts == crossing


@settings(max_examples=200, deadline=None)
@given(seeds)
def test_the_ranking_agrees(seed: int) -> None:
    journey = random_map(seed)
    findings, ranking = examine(journey, trials=0), naive_ranking.rank(Naive(journey))
    lines = sorted(ranking.lines, key=lambda line: line.rank)
    assert [friction.id for friction in findings.ranked] == [line.id for line in lines]
    for friction, line in zip(findings.ranked, lines, strict=True):
        found = (friction.per1000, friction.low_per1000, friction.high_per1000)
        assert found == exact((line.per1000, line.low, line.high), rel=1e-9)
        assert (friction.tier, friction.rank, friction.rank_by_hours) == (line.tier, line.rank, line.by_hours)
        assert (friction.rank_best, friction.rank_worst) == (line.best, line.worst)
        assert friction.critical_probability == exact(line.critical_probability)
        assert list(friction.walls) == line.walls
    assert {friction.id: list(friction.missing) for friction in findings.unranked} == ranking.missing
    assert findings.figures.customer_hours_per_year == approx_or_none(ranking.hours)
    assert findings.figures.hours_at_walls == approx_or_none(ranking.at_walls)
    assert findings.figures.evidence_share == approx_or_none(ranking.evidence)
    hours = {wall.key: wall.hours_per_year for wall in findings.walls if wall.hours_per_year is not None}
    assert hours == exact(ranking.hours_of_wall)


def approx_or_none(value: float | None) -> object:
    return None if value is None else exact(value, rel=1e-7, abs=1e-9)
