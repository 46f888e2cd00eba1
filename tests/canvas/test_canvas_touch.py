"""Fingers on the map: one pushes it, two zoom, a tap selects, a long press asks for the menu, what is
selected can be carried; and whatever calls a touch off changes nothing."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hand import Hand
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QInputDevice, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journeymap.canvas.view import MapView
from journeymap.model.ids import Id
from journeymap.model.journey import Journey

pytestmark = pytest.mark.qt


@pytest.fixture(scope="module")
def screen(qapp: QApplication) -> QPointingDevice:
    return QTest.createTouchDevice()


@pytest.fixture(autouse=True)
def unhurried(qapp: QApplication) -> Iterator[None]:
    """However slow the machine is, a tap is no long press, and two taps in one place are a double tap."""
    hints = QGuiApplication.styleHints()
    before = hints.mousePressAndHoldInterval()
    hints.setMousePressAndHoldInterval(600_000)
    yield
    hints.setMousePressAndHoldInterval(before)


@pytest.fixture
def touched(map_view: MapView) -> MapView:
    """Two taps in one place are two taps, unless a test says otherwise."""
    map_view.fingers.hold_ms = 600_000
    return map_view


@pytest.fixture
def hand(touched: MapView, screen: QPointingDevice) -> Hand:
    return Hand(touched.viewport(), screen)


def middle(view: MapView, id: str) -> QPoint:
    box = view.where(Id(id))
    assert box is not None
    return box.center().toPoint()


def empty(view: MapView) -> QPoint:
    """A place with nothing on it."""
    rect = view.viewport().rect()
    places = (QPoint(x, y) for x in range(rect.width() // 2, rect.width()) for y in range(200, rect.height()))
    return next(place for place in places if view.node_at(QPointF(place)) is None)


def journey(view: MapView) -> Journey:
    assert view.document is not None
    return view.document.journey


def corner(view: MapView) -> QPointF:
    return view.on_map(QPointF(0, 0))


def cell(view: MapView, lane: str, column: float) -> QPoint:
    band, moment = view.sight.lane_band(Id(lane)), view.sight.column_band(column)
    return view.mapFromScene(QPointF(moment.x + moment.w / 2, band.y + band.h / 2))


def test_a_tap_selects_and_a_tap_beside_lets_go(touched: MapView, hand: Hand) -> None:
    touched.clearFocus()
    hand.tap(middle(touched, "check"))
    assert touched.selection == ("check",) and touched.hasFocus()
    hand.tap(middle(touched, "key"))
    assert touched.selection == ("key",)
    hand.tap(empty(touched))
    assert touched.selection == ()


def test_two_taps_change_the_title_in_place(touched: MapView, hand: Hand) -> None:
    QApplication.setDoubleClickInterval(600_000)
    hand.tap(middle(touched, "check"))
    assert not touched.is_renaming
    hand.tap(middle(touched, "check") + QPoint(3, 2))
    assert touched.is_renaming
    hand.tap(middle(touched, "key"))  # a tap elsewhere keeps what was written, and is no third one
    assert not touched.is_renaming and touched.selection == ("key",)


def test_two_taps_far_apart_are_two_taps(touched: MapView, hand: Hand) -> None:
    QApplication.setDoubleClickInterval(600_000)
    hand.tap(middle(touched, "check"))
    hand.tap(middle(touched, "key"))
    assert not touched.is_renaming and touched.selection == ("key",)


def test_one_finger_pushes_the_map_also_from_a_step(touched: MapView, hand: Hand) -> None:
    touched.camera.zoom(2.5)
    touched.camera.centre(QPointF(touched.picture.width / 2, touched.picture.height / 2))
    step = touched.sight.box_of(Id("check"))
    assert step is not None
    touched.camera.centre(QPointF(step.x, step.y))
    before, place, written = corner(touched), middle(touched, "check"), journey(touched)
    hand.drag(place, place + QPoint(-20, 0), place + QPoint(-50, -10))
    assert corner(touched).x() - before.x() == pytest.approx(50 / touched.zoom, abs=1)
    assert corner(touched).y() - before.y() == pytest.approx(10 / touched.zoom, abs=1)
    hand.lift(place + QPoint(-50, -10))
    assert journey(touched) is written and touched.selection == ()


def test_a_finger_that_trembles_still_taps(touched: MapView, hand: Hand) -> None:
    before, place = corner(touched), middle(touched, "check")
    hand.drag(place, place + QPoint(4, 3), place + QPoint(1, 6))
    hand.lift(place + QPoint(1, 6))
    assert touched.selection == ("check",) and corner(touched) == before


def test_two_fingers_zoom_where_they_are_and_push(touched: MapView, hand: Hand) -> None:
    touched.camera.zoom(2.0)
    touched.camera.centre(QPointF(touched.picture.width / 2, touched.picture.height / 2))
    at = QPoint(500, 300)
    under = touched.on_map(QPointF(at))
    before = touched.zoom
    hand.press(at - QPoint(50, 0), at + QPoint(50, 0))
    hand.move(at - QPoint(60, 0), at + QPoint(60, 0))
    hand.move(at - QPoint(90, 0), at + QPoint(90, 0))
    assert touched.zoom == pytest.approx(before * 1.8, rel=0.02)
    assert (touched.on_map(QPointF(at)) - under).manhattanLength() < 8
    hand.move(at - QPoint(50, 0), at + QPoint(50, 0))
    hand.lift(at - QPoint(50, 0), at + QPoint(50, 0))
    assert touched.zoom == pytest.approx(before, rel=0.02) and touched.selection == ()


def test_a_second_finger_ends_what_the_first_one_carried(touched: MapView, hand: Hand) -> None:
    touched.select([Id("check")])
    before, place, to = journey(touched), middle(touched, "check"), cell(touched, "office", 5)
    hand.drag(place, to)
    assert touched.marks.ghost.isVisible()
    hand.also(to + QPoint(80, 0))
    assert not touched.marks.ghost.isVisible()
    hand.move(to, to + QPoint(120, 0))
    hand.lift(to, to + QPoint(120, 0))
    assert journey(touched) is before and touched.zoom > 1.0


def test_a_long_press_asks_for_the_menu_and_lifting_does_nothing_more(
    touched: MapView, hand: Hand, qtbot: QtBot
) -> None:
    touched.fingers.hold_ms = 30
    with qtbot.waitSignal(touched.menu_asked, timeout=60_000) as asked:
        hand.press(middle(touched, "check"))
    assert asked.args[0] == ("check",) and touched.selection == ("check",)
    before = corner(touched)
    hand.move(middle(touched, "key"))
    hand.lift(middle(touched, "key"))
    assert touched.selection == ("check",) and corner(touched) == before


def test_a_long_press_keeps_several_selected_if_it_is_on_one_of_them(
    touched: MapView, hand: Hand, qtbot: QtBot
) -> None:
    touched.fingers.hold_ms = 30
    touched.select([Id("check"), Id("key")])
    with qtbot.waitSignal(touched.menu_asked, timeout=60_000) as asked:
        hand.press(middle(touched, "key"))
    assert asked.args[0] == ("check", "key")
    hand.lift(middle(touched, "key"))


def test_what_is_selected_is_carried_to_another_cell_in_one_edit(touched: MapView, hand: Hand) -> None:
    touched.select([Id("check")])
    place, to = middle(touched, "check"), cell(touched, "office", 5)
    hand.drag(place, place + QPoint(30, 10), to)
    assert touched.marks.ghost.isVisible()
    assert journey(touched).steps[Id("check")].lane == "desk"
    hand.lift(to)
    step = journey(touched).steps[Id("check")]
    assert (step.lane, step.column) == ("office", 5) and not touched.marks.ghost.isVisible()
    assert touched.document is not None
    touched.document.undo()
    assert touched.document.undo_label is None


def test_a_finger_draws_a_link_from_the_dot(touched: MapView, hand: Hand) -> None:
    touched.setFocus()
    hand.tap(middle(touched, "plan"))
    box = touched.where(Id("plan"))
    assert box is not None and touched.shows_dot == "plan"
    edge = QPoint(round(box.right()), round(box.center().y()))
    hand.drag(edge, edge + QPoint(20, 0), middle(touched, "queue"))
    hand.lift(middle(touched, "queue"))
    assert ("plan", "queue") in {(one.source, one.target) for one in journey(touched).links.values()}


def test_esc_under_the_finger_puts_everything_back(touched: MapView, hand: Hand, qtbot: QtBot) -> None:
    touched.select([Id("check")])
    before, to = journey(touched), cell(touched, "office", 5)
    hand.drag(middle(touched, "check"), to)
    qtbot.keyClick(touched, Qt.Key.Key_Escape)
    assert not touched.marks.ghost.isVisible()
    hand.move(to + QPoint(10, 0))
    hand.lift(to + QPoint(10, 0))
    assert journey(touched) is before and touched.selection == ("check",)


def test_a_touch_the_system_calls_off_changes_nothing(touched: MapView, hand: Hand) -> None:
    touched.select([Id("check")])
    before = journey(touched)
    hand.drag(middle(touched, "check"), cell(touched, "office", 5))
    hand.call_off()
    assert not touched.marks.ghost.isVisible() and touched.fingers.doing == "nothing"
    hand.press(middle(touched, "key"))
    hand.call_off()
    assert not touched.fingers._hold.isActive()
    assert journey(touched) is before and touched.selection == ("check",)


def test_a_touch_pad_is_no_touch_screen(touched: MapView) -> None:
    pad = QTest.createTouchDevice(QInputDevice.DeviceType.TouchPad)
    Hand(touched.viewport(), pad).tap(middle(touched, "check"))
    assert touched.selection == ()


def test_a_touch_of_the_screen_arrives_through_the_window(touched: MapView, screen: QPointingDevice) -> None:
    place = middle(touched, "check")
    for deed in ("press", "release"):
        sequence = QTest.touchEvent(touched.viewport(), screen, False)
        getattr(sequence, deed)(0, place, touched.viewport())
        sequence.commit()
    assert touched.selection == ("check",) and not touched._pointer.busy
