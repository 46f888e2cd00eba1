"""What is asked for again and again is the same object; what nobody asks for any more is let go."""

from __future__ import annotations

import gc
import weakref

from journeymap.picture.memo import MOST, TURNS, Memo


class Thing:
    """Something whose end can be seen."""


def make(*_inputs: object) -> Thing:
    return Thing()


def test_what_every_picture_asks_for_stays_the_same_object() -> None:
    memo = Memo()
    first = memo.get("a", (1,), make)
    for _ in range(5 * TURNS):
        memo.turn()
        assert memo.get("a", (1,), make) is first
    assert memo.get("a", (2,), make) is not first


def test_what_no_picture_asks_for_is_let_go() -> None:
    memo = Memo()
    gone = weakref.ref(memo.get("gone", (), make))
    for _ in range(2 * TURNS):
        memo.turn()
        memo.get("a", (), make)
    gc.collect()
    assert gone() is None


def test_it_never_holds_more_than_it_may() -> None:
    memo = Memo()
    for number in range(MOST + 10):
        memo.get(number, (), make)
    assert len(memo._known) <= MOST
