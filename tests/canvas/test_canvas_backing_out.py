"""Every gesture in the middle: Esc leaves nothing behind, a refused drop says why, and letting go later does
nothing; with the real mouse on a small map."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from journeymap.canvas.extent import line_of, points_of
from journeymap.canvas.view import MapView
from journeymap.model.ids import Id
from journeymap.model.journey import Journey

pytestmark = pytest.mark.qt

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
WALL = "memory:book:check"
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def middle(view: MapView, id: str) -> QPoint:
    box = view.where(Id(id))
    assert box is not None
    return box.center().toPoint()


def spot(view: MapView, x: float, y: float) -> QPoint:
    return view.mapFromScene(QPointF(x, y))


def cell(view: MapView, lane: str, column: float) -> QPoint:
    band, moment = view.sight.lane_band(Id(lane)), view.sight.column_band(column)
    return spot(view, moment.x + moment.w / 2, band.y + band.h / 2)


def dot(view: MapView, id: str) -> QPoint:
    """The dot at a step's right edge, which shows while the pointer is over the step."""
    QTest.mouseMove(view.viewport(), middle(view, id))
    box = view.where(Id(id))
    assert box is not None and view.shows_dot == id
    return QPoint(round(box.right()), round(box.center().y()))


def end_of(view: MapView, link: str, last: bool) -> QPoint:
    view.select([Id(link)])
    node = view.sight.node(Id(link))
    line = None if node is None else line_of(node)
    assert line is not None
    return spot(view, *[*points_of(line)][-1 if last else 0])


def journey(view: MapView) -> Journey:
    assert view.document is not None
    return view.document.journey


class Way(NamedTuple):
    """Where a gesture begins and where it would end."""

    begin: Callable[[MapView], QPoint]
    end: Callable[[MapView], QPoint]
    beyond: str = ""
    """What would be refused there, in words; empty: it is allowed."""


WAYS = {
    "one step": Way(lambda view: middle(view, "check"), lambda view: cell(view, "office", 5)),
    "many steps": Way(
        lambda view: (view.select([Id("check"), Id("key")]), middle(view, "key"))[1],  # type: ignore[func-returns-value]
        lambda view: cell(view, "office", 6),
    ),
    "a lane": Way(lambda view: middle(view, "desk"), lambda view: middle(view, "office") + QPoint(0, 50)),
    "a lane above the customer": Way(
        lambda view: middle(view, "desk"), lambda view: middle(view, "guest") - QPoint(0, 50), "on top"
    ),
    "a stage": Way(lambda view: middle(view, "before"), lambda view: middle(view, "there") + QPoint(260, 0)),
    "a link": Way(lambda view: dot(view, "plan"), lambda view: middle(view, "key")),
    "a link twice": Way(lambda view: dot(view, "plan"), lambda view: middle(view, "book"), "already linked"),
    "a link's end": Way(lambda view: end_of(view, "l3", True), lambda view: middle(view, "sleep")),
    "a link's beginning": Way(lambda view: end_of(view, "l3", False), lambda view: middle(view, "plan")),
    "a link's end on its beginning": Way(
        lambda view: end_of(view, "l3", True), lambda view: middle(view, "queue"), "itself"
    ),
    "a friction": Way(lambda view: middle(view, "f1"), lambda view: middle(view, "check")),
    "a friction to a header": Way(
        lambda view: middle(view, "f1"), lambda view: middle(view, "desk"), "friction"
    ),
    "a wall": Way(
        lambda view: middle(view, WALL), lambda view: middle(view, WALL) + QPoint(0, 60), "hand-off"
    ),
}  # fmt: skip


def drag(view: MapView, way: Way) -> QPoint:
    """Press, move so far that it is a drag, go there, and hold."""
    start, ground = way.begin(view), view.viewport()
    stop = way.end(view)
    QTest.mousePress(ground, LEFT, NONE, start)
    QTest.mouseMove(ground, start + QPoint(6, 6))
    QTest.mouseMove(ground, stop)
    assert view._pointer.busy
    return stop


@pytest.mark.parametrize("name", WAYS)
def test_esc_in_the_middle_changes_nothing_and_letting_go_after_it_neither(
    map_view: MapView, qtbot: QtBot, name: str
) -> None:
    before, stop = journey(map_view), drag(map_view, WAYS[name])
    chosen = map_view.selection
    qtbot.keyClick(map_view, Qt.Key.Key_Escape)
    assert not map_view._pointer.busy and not map_view.marks._items and not map_view.marks.ghost.isVisible()
    assert not map_view._pointer._scroll.isActive() and not map_view._notice.isVisible()
    QTest.mouseMove(map_view.viewport(), stop + QPoint(5, 5))
    QTest.mouseRelease(map_view.viewport(), LEFT, NONE, stop + QPoint(5, 5))
    assert journey(map_view) is before and map_view.selection == chosen
    assert map_view.document is not None and map_view.document.undo_label is None


@pytest.mark.parametrize("name", WAYS)
def test_a_drop_is_one_edit_or_says_why_not(map_view: MapView, name: str) -> None:
    way = WAYS[name]
    before, stop = journey(map_view), drag(map_view, way)
    QTest.mouseRelease(map_view.viewport(), LEFT, NONE, stop)
    assert map_view.document is not None
    if way.beyond:
        assert journey(map_view) is before
        assert map_view._notice.isVisible() and way.beyond in map_view._notice.text(), map_view._notice.text()
    else:
        assert journey(map_view) != before and not map_view._notice.isVisible()
        map_view.document.undo()
        assert journey(map_view) == before and map_view.document.undo_label is None


def test_the_ends_of_a_link_go_where_they_were_led(map_view: MapView) -> None:
    for name, ends in (("a link's end", ("queue", "sleep")), ("a link's beginning", ("plan", "sleep"))):
        stop = drag(map_view, WAYS[name])
        QTest.mouseRelease(map_view.viewport(), LEFT, NONE, stop)
        link = journey(map_view).links[Id("l3")]
        assert (link.source, link.target) == ends


@pytest.mark.parametrize(
    ("held", "chosen"),
    [(NONE, {"check", "key"}), (SHIFT, {"plan", "check", "key"}), (CTRL, {"plan", "key"})],
)
def test_a_frame_selects_adds_with_shift_and_turns_round_with_ctrl(
    map_view: MapView, qtbot: QtBot, held: Qt.KeyboardModifier, chosen: set[str]
) -> None:
    map_view.select([Id("plan"), Id("check")])
    ground = map_view.viewport()
    check, key = map_view.where(Id("check")), map_view.where(Id("key"))
    assert check is not None and key is not None
    start = check.topLeft().toPoint() - QPoint(8, 18)
    stop = key.bottomRight().toPoint() + QPoint(6, 10)
    for ended in (False, True):
        QTest.mousePress(ground, LEFT, held, start)
        for place in (start + QPoint(6, 6), stop):
            QTest.mouseMove(ground, place)
        assert set(map_view.selection) == chosen
        if not ended:
            qtbot.keyClick(map_view, Qt.Key.Key_Escape)
            assert set(map_view.selection) == {"plan", "check"}
        QTest.mouseRelease(ground, LEFT, held, stop)
    assert set(map_view.selection) == chosen
    assert not map_view.marks._items
