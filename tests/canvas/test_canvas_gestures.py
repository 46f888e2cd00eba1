"""Gestures with a real mouse: each shows while it lasts, ends in one edit, or leaves no trace."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from journeymap.canvas.view import MapView
from journeymap.model.ids import Id
from journeymap.model.journey import Journey

pytestmark = pytest.mark.qt

LEFT, MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton
NONE = Qt.KeyboardModifier.NoModifier


def middle(view: MapView, id: str) -> QPoint:
    box = view.where(Id(id))
    assert box is not None
    return box.center().toPoint()


def spot(view: MapView, x: float, y: float) -> QPoint:
    """A point of the map, in the viewport."""
    return view.mapFromScene(QPointF(x, y))


def drag(view: MapView, start: QPoint, *stops: QPoint, button: Qt.MouseButton = LEFT) -> None:
    """Press, go through the stops, and hold."""
    QTest.mousePress(view.viewport(), button, NONE, start)
    QTest.mouseMove(view.viewport(), start + QPoint(6, 6))
    for stop in stops:
        QTest.mouseMove(view.viewport(), stop)


def drop(view: MapView, at: QPoint, button: Qt.MouseButton = LEFT) -> None:
    QTest.mouseRelease(view.viewport(), button, NONE, at)


def journey(view: MapView) -> Journey:
    assert view.document is not None
    return view.document.journey


def shown(view: MapView) -> Iterable[str]:
    return view.marks._items


def cell(view: MapView, lane: str, column: float) -> QPoint:
    band, moment = view.sight.lane_band(Id(lane)), view.sight.column_band(column)
    return spot(view, moment.x + moment.w / 2, band.y + band.h / 2)


def test_a_step_goes_to_another_cell_in_one_edit(map_view: MapView) -> None:
    start, end = middle(map_view, "check"), cell(map_view, "office", 5)
    drag(map_view, start, end)
    assert map_view.marks.ghost.isVisible() and "drop" in shown(map_view) and "origin" in shown(map_view)
    assert journey(map_view).steps[Id("check")].lane == "desk"  # nothing before the drop
    drop(map_view, end)
    step = journey(map_view).steps[Id("check")]
    assert (step.lane, step.column) == ("office", 5)
    assert not map_view.marks.ghost.isVisible() and not shown(map_view)
    assert map_view.document is not None
    map_view.document.undo()
    assert journey(map_view).steps[Id("check")].lane == "desk"
    assert map_view.document.undo_label is None


def test_between_two_columns_a_bar_shows_and_a_moment_opens(map_view: MapView) -> None:
    box = map_view.sight.steps[Id("book")]
    end = spot(map_view, box.x - 14, map_view.sight.lane_band(Id("office")).y + 64)
    drag(map_view, middle(map_view, "key"), end)
    assert "bar" in shown(map_view) and "drop" not in shown(map_view)
    drop(map_view, end)
    assert journey(map_view).steps[Id("key")].column == 1.5


def test_esc_leaves_no_trace(qtbot, map_view: MapView) -> None:
    before = journey(map_view)
    drag(map_view, middle(map_view, "check"), cell(map_view, "office", 5))
    qtbot.keyClick(map_view, Qt.Key.Key_Escape)
    assert not map_view.marks.ghost.isVisible() and not shown(map_view)
    drop(map_view, cell(map_view, "office", 5))
    assert journey(map_view) is before and map_view.selection == ("check",)


def test_dropped_on_its_own_place_nothing_is_said(map_view: MapView) -> None:
    before, place = journey(map_view), middle(map_view, "check")
    drag(map_view, place, place + QPoint(20, 10))
    drop(map_view, place + QPoint(20, 10))
    assert journey(map_view) is before and not map_view._notice.isVisible()


def test_all_selected_steps_go_together(map_view: MapView) -> None:
    map_view.select([Id("check"), Id("key")])
    end = cell(map_view, "office", 4)
    drag(map_view, middle(map_view, "check"), end)
    drop(map_view, end)
    assert {journey(map_view).steps[Id(id)].lane for id in ("check", "key")} == {"office"}


def test_less_than_four_px_is_a_click(map_view: MapView) -> None:
    before, place = journey(map_view), middle(map_view, "check")
    QTest.mousePress(map_view.viewport(), LEFT, NONE, place)
    QTest.mouseMove(map_view.viewport(), place + QPoint(2, 1))
    drop(map_view, place + QPoint(2, 1))
    assert journey(map_view) is before and map_view.selection == ("check",)


def test_a_link_is_drawn_from_the_dot(map_view: MapView) -> None:
    QTest.mouseMove(map_view.viewport(), middle(map_view, "plan"))
    box = map_view.where(Id("plan"))
    assert box is not None and map_view.shows_dot == "plan"
    drag(map_view, QPoint(round(box.right()), round(box.center().y())), middle(map_view, "queue"))
    assert {"thread", "glow", "drop"} <= set(shown(map_view))
    drop(map_view, middle(map_view, "queue"))
    assert ("plan", "queue") in {(k.source, k.target) for k in journey(map_view).links.values()}


def test_the_dot_stays_while_the_pointer_is_on_it_though_a_link_begins_there(map_view: MapView) -> None:
    box = map_view.where(Id("plan"))
    assert box is not None
    for beyond in (0, 3, 8):
        QTest.mouseMove(map_view.viewport(), middle(map_view, "plan"))
        dot = QPoint(round(box.right()) + beyond, round(box.center().y()))
        QTest.mouseMove(map_view.viewport(), dot)
        assert map_view.shows_dot == "plan", beyond
    drag(map_view, dot, middle(map_view, "queue"))
    drop(map_view, middle(map_view, "queue"))
    assert ("plan", "queue") in {(k.source, k.target) for k in journey(map_view).links.values()}


def test_a_link_to_where_it_is_already_is_refused_with_a_sentence(map_view: MapView) -> None:
    before = journey(map_view)
    QTest.mouseMove(map_view.viewport(), middle(map_view, "plan"))
    box = map_view.where(Id("plan"))
    assert box is not None
    drag(map_view, QPoint(round(box.right()), round(box.center().y())), middle(map_view, "book"))
    assert map_view._notice.isVisible() and "already linked" in map_view._notice.text()
    drop(map_view, middle(map_view, "book"))
    assert journey(map_view) is before and map_view._notice.isVisible()
    assert map_view._notice.textFormat() == Qt.TextFormat.PlainText


def test_a_links_end_goes_to_another_step(map_view: MapView) -> None:
    map_view.select([Id("l3")])
    box = map_view.where(Id("check"))
    assert box is not None
    drag(map_view, QPoint(round(box.left()), round(box.center().y())), middle(map_view, "sleep"))
    drop(map_view, middle(map_view, "sleep"))
    assert journey(map_view).links[Id("l3")].target == "sleep"


def test_lanes_change_places_but_the_customer_stays_on_top(map_view: MapView) -> None:
    end = QPoint(40, middle(map_view, "office").y() + 40)
    drag(map_view, middle(map_view, "desk"), end)
    assert "bar" in shown(map_view)
    drop(map_view, end)
    assert [band[0] for band in map_view.picture.lane_bands] == ["guest", "office", "desk"]
    before = journey(map_view)
    end = QPoint(40, middle(map_view, "guest").y() - 40)
    drag(map_view, middle(map_view, "desk"), end)
    assert "customer" in map_view._notice.text()
    drop(map_view, end)
    assert journey(map_view) is before


def test_stages_change_places(map_view: MapView) -> None:
    end = middle(map_view, "before") - QPoint(90, 0)
    drag(map_view, middle(map_view, "there"), end)
    drop(map_view, end)
    order = sorted(journey(map_view).stages.values(), key=lambda stage: stage.order or 0)
    assert [stage.id for stage in order] == ["there", "before"]


def test_a_friction_goes_to_another_step_and_not_to_a_header(map_view: MapView) -> None:
    drag(map_view, middle(map_view, "f1"), middle(map_view, "desk"))
    assert map_view._notice.isVisible()
    drop(map_view, middle(map_view, "desk"))
    assert journey(map_view).frictions[Id("f1")].at == "queue"
    drag(map_view, middle(map_view, "f1"), middle(map_view, "sleep"))
    drop(map_view, middle(map_view, "sleep"))
    assert journey(map_view).frictions[Id("f1")].at == "sleep"


def test_a_wall_says_why_it_stays(map_view: MapView) -> None:
    before, place = journey(map_view), middle(map_view, "memory:book:check")
    drag(map_view, place, place + QPoint(0, 60))
    assert "hand-off" in map_view._notice.text()
    drop(map_view, place + QPoint(0, 60))
    assert journey(map_view) is before


def test_a_rubber_band_selects_and_esc_gives_back(qtbot, map_view: MapView) -> None:
    map_view.select([Id("sleep")])
    start, end = spot(map_view, 470, 175), spot(map_view, 900, 260)
    drag(map_view, start, end)
    assert set(map_view.selection) == {"check", "key"} and "band" in shown(map_view)
    qtbot.keyClick(map_view, Qt.Key.Key_Escape)
    assert map_view.selection == ("sleep",)
    drop(map_view, end)
    drag(map_view, start, end)
    drop(map_view, end)
    assert set(map_view.selection) == {"check", "key"}


def test_space_or_the_middle_button_pans(qtbot, map_view: MapView) -> None:
    map_view.camera.zoom(2.0)
    left = map_view.camera.shown.left()
    drag(map_view, QPoint(800, 300), QPoint(600, 300), button=MIDDLE)
    drop(map_view, QPoint(600, 300), MIDDLE)
    assert map_view.camera.shown.left() == pytest.approx(left + 100, abs=3)
    qtbot.keyPress(map_view, Qt.Key.Key_Space)
    drag(map_view, QPoint(600, 300), QPoint(700, 300))
    drop(map_view, QPoint(700, 300))
    qtbot.keyRelease(map_view, Qt.Key.Key_Space)
    assert map_view.camera.shown.left() == pytest.approx(left + 50, abs=3)


def test_near_the_edge_the_map_scrolls_by_itself(qtbot, map_view: MapView) -> None:
    map_view.camera.zoom(2.0)
    map_view.reveal(Id("queue"))
    left = map_view.camera.shown.left()
    drag(map_view, middle(map_view, "queue"), QPoint(map_view.viewport().width() - 3, 300))
    qtbot.waitUntil(lambda: map_view.camera.shown.left() > left + 10)
    qtbot.keyClick(map_view, Qt.Key.Key_Escape)
    stopped = map_view.camera.shown.left()
    qtbot.wait(60)
    assert map_view.camera.shown.left() == stopped


def test_an_edit_from_elsewhere_calls_a_drag_off(map_view: MapView) -> None:
    assert map_view.document is not None
    drag(map_view, middle(map_view, "check"), cell(map_view, "office", 5))
    map_view.hands.rename(Id("plan"), "Plans")
    assert not map_view.marks.ghost.isVisible()
    drop(map_view, cell(map_view, "office", 5))
    assert journey(map_view).steps[Id("check")].lane == "desk"


def test_double_click_renames_or_opens(qtbot, map_view: MapView) -> None:
    QTest.mouseDClick(map_view.viewport(), LEFT, NONE, middle(map_view, "check"))
    assert map_view._renaming.field is not None
    map_view._renaming.drop()
    with qtbot.waitSignal(map_view.cell_opened) as heard:
        QTest.mouseDClick(map_view.viewport(), LEFT, NONE, cell(map_view, "guest", 5))
    assert heard.args == ["guest", 5]
    with qtbot.waitSignal(map_view.opened) as opened:
        QTest.mouseDClick(map_view.viewport(), LEFT, NONE, middle(map_view, "f1"))
    assert opened.args == ["f1"]


def test_the_menu_is_asked_for_with_ids_and_place(qtbot, map_view: MapView) -> None:
    from PySide6.QtGui import QContextMenuEvent
    from PySide6.QtWidgets import QApplication

    place = middle(map_view, "key")
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, place, map_view.viewport().mapToGlobal(place), NONE
    )
    with qtbot.waitSignal(map_view.menu_asked) as heard:
        QApplication.sendEvent(map_view.viewport(), event)
    assert heard.args is not None and heard.args[0] == ("key",)
    assert map_view.selection == ("key",)
