"""The hand-offs asked about after a step are those that the whole map knows of it."""

from __future__ import annotations

import pytest

from benchmarks.maps import synthetic
from journeymap.ui.handoffs import asked_after, open_handoffs


@pytest.mark.parametrize("seed", range(6))
def test_around_a_step_as_in_the_whole_map(seed: int) -> None:
    journey = synthetic(60 + 20 * seed, seed)
    every = open_handoffs(journey)
    assert every
    for step in journey.steps:
        near = {(one.source, one.target, frozenset(one.last_links)) for one in asked_after(journey, step)}
        known = [one for one in every if step in (one.source, one.target)]
        assert near == {(one.source, one.target, frozenset(one.last_links)) for one in known}
