"""Python's collector walks in quiet moments only, and by itself again when the window is gone."""

from __future__ import annotations

import gc
import weakref

import pytest
import shiboken6
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from journeymap.ui import collecting
from journeymap.ui.collecting import Collecting


class Circle:
    """Something that only the collector can free."""

    def __init__(self) -> None:
        self.me = self


def is_freed(looks: list[object], made: int, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Whether a circle is gone after the collecting has seen these things, one after another."""
    monkeypatch.setattr(gc, "get_count", lambda: (made, 0, 0))
    sights = iter(looks)
    parent = QObject()
    watch = Collecting(lambda: next(sights), parent)
    circle = weakref.ref(Circle())
    for _ in looks:
        watch.look()
    freed = circle() is None
    shiboken6.delete(parent)
    return freed


@pytest.mark.parametrize(
    ("looks", "made", "freed"),
    [
        (["a", "a"], collecting.ENOUGH, True),
        (["a", "b"], collecting.ENOUGH, False),
        (["a", "a"], collecting.ENOUGH - 1, False),
        (["a", "b"], collecting.TOO_MANY, True),
    ],
)
def test_walks_when_it_is_quiet_and_worth_it_or_when_it_must(
    looks: list[object], made: int, freed: bool, monkeypatch: pytest.MonkeyPatch, qapp: object
) -> None:
    assert is_freed(looks, made, monkeypatch) is freed


def test_the_collector_walks_by_itself_when_no_window_is_left(qtbot: QtBot) -> None:
    parent = QObject()
    Collecting(lambda: None, parent)
    assert not gc.isenabled()
    shiboken6.delete(parent)
    qtbot.waitUntil(gc.isenabled)


def test_the_collector_is_not_given_back_while_the_window_is_being_destroyed(qtbot: QtBot) -> None:
    """A walk there would end Qt objects under the lock that Qt holds: the program would stand still."""
    parent, seen = QObject(), list[bool]()
    child = QObject(parent)
    child.destroyed.connect(lambda: seen.append(gc.isenabled()))
    Collecting(lambda: None, parent)
    shiboken6.delete(parent)
    assert seen == [False]
    qtbot.waitUntil(gc.isenabled)


def test_the_collector_stays_with_the_window_that_lives(qtbot: QtBot) -> None:
    one, other = QObject(), QObject()
    for parent in (one, other):
        Collecting(lambda: None, parent)
    shiboken6.delete(one)
    qtbot.wait(20)
    assert not gc.isenabled()
    shiboken6.delete(other)
    qtbot.waitUntil(gc.isenabled)
