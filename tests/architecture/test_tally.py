"""The table of trials and losses tells what it should, and a loss fails its test."""

from __future__ import annotations

import pytest
import tally as tallies
from tally import ROWS, Tally, share_of, table, tally


@pytest.fixture(autouse=True)
def _own_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tallies, "ROWS", [])


def test_a_loss_stands_in_the_table_and_fails() -> None:
    with pytest.raises(AssertionError, match="one is gone"), tally("kills") as row:
        row.trials, row.struck = 12_000, 7
        row.losses.append("one is gone")
    lines = table(tallies.ROWS, ["no compiler", "no compiler"])
    assert lines[1].split()[:5] == ["kills", "12", "000", "7", "1"]
    assert lines[2:] == ["  LOST in kills: one is gone", "skipped: no compiler"]


def test_an_error_is_a_loss_and_being_stopped_is_none() -> None:
    with pytest.raises(ZeroDivisionError), tally("a"):
        _ = 1 / 0
    with pytest.raises(KeyboardInterrupt), tally("b"):
        raise KeyboardInterrupt
    one, other = tallies.ROWS
    assert one.losses == ["ZeroDivisionError: division by zero"]
    assert other.losses == [] and other.note == "stopped"


def test_a_share_of_the_soak_is_never_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tallies, "SHARE", 0.01)
    assert (share_of(5000), share_of(20), share_of(20, 6)) == (50, 1, 6)
    assert ROWS is not tallies.ROWS and Tally("x").line().split() == ["x", "0", "0", "0.0"]
