"""The collector is paused for one large thing and afterwards does what it did before."""

from __future__ import annotations

import gc

import pytest

from journeymap.collector import collector_paused


@pytest.mark.parametrize("on", [True, False])
def test_the_collector_is_off_meanwhile_and_then_as_before(on: bool) -> None:
    (gc.enable if on else gc.disable)()
    try:
        with pytest.raises(ValueError, match="half way"), collector_paused():
            assert not gc.isenabled()
            raise ValueError("half way")
        assert gc.isenabled() is on
    finally:
        gc.enable()
