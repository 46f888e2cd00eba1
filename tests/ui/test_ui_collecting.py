"""Python's collector walks in quiet moments only, and by itself again when the window is gone."""

from __future__ import annotations

import gc

import pytest
from PySide6.QtCore import QObject

from journeymap.ui import collecting
from journeymap.ui.collecting import Collecting


class Circle:
    """Something that only the collector can free."""

    freed = 0

    def __init__(self) -> None:
        self.me = self

    def __del__(self) -> None:
        Circle.freed += 1


def freed_after(looks: list[object], made: int, monkeypatch: pytest.MonkeyPatch) -> int:
    """How many circles are gone after the collecting has seen these things, one after another."""
    monkeypatch.setattr(gc, "get_count", lambda: (made, 0, 0))
    sights = iter(looks)
    parent = QObject()
    watch = Collecting(lambda: next(sights), parent)
    gc.collect()
    Circle.freed = 0
    Circle()
    for _ in looks:
        watch.look()
    parent.deleteLater()
    return Circle.freed


@pytest.mark.parametrize(
    ("looks", "made", "freed"),
    [
        (["a", "a"], collecting.ENOUGH, 1),
        (["a", "b"], collecting.ENOUGH, 0),
        (["a", "a"], collecting.ENOUGH - 1, 0),
        (["a", "b"], collecting.TOO_MANY, 1),
    ],
)
def test_walks_when_it_is_quiet_and_worth_it_or_when_it_must(
    looks: list[object], made: int, freed: int, monkeypatch: pytest.MonkeyPatch, qapp: object
) -> None:
    try:
        assert freed_after(looks, made, monkeypatch) == freed
    finally:
        gc.enable()


def test_the_collector_walks_by_itself_when_no_window_is_left(qapp: object) -> None:
    import shiboken6

    parent = QObject()
    Collecting(lambda: None, parent)
    assert not gc.isenabled()
    shiboken6.delete(parent)
    assert gc.isenabled()
