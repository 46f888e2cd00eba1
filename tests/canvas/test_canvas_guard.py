"""The guard itself: errors go to the sink, the answer is the default, nothing else is held back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from journeymap.canvas.guard import guard, set_sink


@pytest.fixture
def sunk() -> Iterator[list[Exception]]:
    heard: list[Exception] = []
    set_sink(heard.append)
    yield heard
    set_sink(None)


def test_a_fault_is_reported_and_answered_with_the_default(sunk: list[Exception]) -> None:
    @guard(7)
    def risky(number: int) -> int:
        return [1, 2][number]

    assert (risky(1), risky(5)) == (2, 7)
    assert [type(error) for error in sunk] == [IndexError]


def test_what_ends_the_program_is_let_through() -> None:
    @guard(None)
    def leaving() -> None:
        raise SystemExit(3)

    with pytest.raises(SystemExit):
        leaving()


def test_a_sink_that_fails_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    heard: list[object] = []
    monkeypatch.setattr(sys, "excepthook", lambda *about: heard.append(about[1]))

    @guard("safe")
    def risky() -> str:
        raise ValueError("first")

    def failing(_error: Exception) -> None:
        raise RuntimeError("second")

    set_sink(failing)
    try:
        assert risky() == "safe"
    finally:
        set_sink(None)
    assert [str(error) for error in heard] == ["second"]
