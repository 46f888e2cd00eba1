"""Work that draws breath can be held up and called off, and gives the same when it is not."""

from __future__ import annotations

import pytest

from benchmarks.maps import synthetic
from journeymap.analysis.breath import CalledOffError, breathe, breathing
from journeymap.analysis.examine import examine


def test_nobody_is_asked_where_nobody_listens() -> None:
    breathe()


def test_an_examination_breathes_and_says_the_same() -> None:
    journey, breaths = synthetic(30), list[int]()
    with breathing(lambda: breaths.append(1)):
        found = examine(journey, trials=0)
    assert breaths
    assert found == examine(journey, trials=0)


def test_what_nobody_wants_is_left_off() -> None:
    def call_off() -> None:
        raise CalledOffError

    with pytest.raises(CalledOffError), breathing(call_off):
        examine(synthetic(30), trials=0)
    breathe()
