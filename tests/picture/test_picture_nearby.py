"""Looking boxes up by their left edge finds exactly those that comparing with all of them finds."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from journeymap.picture.nearby import Nearby
from journeymap.picture.prims import Box

SIDES = st.integers(0, 12).map(float)
BOXES = st.builds(Box, SIDES, SIDES, SIDES, SIDES)


@settings(max_examples=100, deadline=None)
@given(st.lists(BOXES, max_size=12), BOXES)
def test_finds_what_comparing_with_all_finds(boxes: list[Box], box: Box) -> None:
    nearby = Nearby(boxes)
    assert nearby.meeting(box) == [other for other in sorted(boxes) if other.meets(box)]
    assert nearby.count(box) == sum(other.meets(box) for other in boxes)
