"""Renaming in place: Enter and leaving keep, Esc restores, Tab goes on along the road."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from journeymap.canvas.inline_edit import InlineEdit
from journeymap.canvas.view import MapView
from journeymap.model.ids import Id

pytestmark = pytest.mark.qt


def opened(view: MapView, id: str) -> InlineEdit:
    view.select([Id(id)])
    QTest.keyClick(view, Qt.Key.Key_F2)
    field = view._renaming.field
    assert field is not None
    return field


def title(view: MapView, id: str) -> str:
    assert view.document is not None
    return view.document.journey.steps[Id(id)].title


def test_enter_keeps_and_is_one_undo_step(map_view: MapView) -> None:
    field = opened(map_view, "queue")
    assert field.toPlainText() == "Queues" and field.textCursor().hasSelection()
    QTest.keyClicks(field, "Waits in line")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert title(map_view, "queue") == "Waits in line" and map_view._renaming.field is None
    assert map_view.document is not None
    map_view.document.undo()
    assert title(map_view, "queue") == "Queues" and map_view.document.undo_label is None


def test_esc_restores_without_an_edit(map_view: MapView) -> None:
    field = opened(map_view, "queue")
    QTest.keyClicks(field, "Oops")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert title(map_view, "queue") == "Queues" and map_view.document is not None
    assert map_view.document.undo_label is None


def test_a_click_elsewhere_keeps(map_view: MapView) -> None:
    field = opened(map_view, "queue")
    QTest.keyClicks(field, "Waits")
    QTest.mouseClick(map_view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(300, 560))
    assert title(map_view, "queue") == "Waits"


def test_tab_keeps_and_goes_on_along_the_road(map_view: MapView) -> None:
    field = opened(map_view, "queue")
    QTest.keyClicks(field, "Waits")
    QTest.keyClick(field, Qt.Key.Key_Tab)
    again = map_view._renaming.field
    assert title(map_view, "queue") == "Waits" and again is not None
    assert again.toPlainText() == "Checks in" and map_view.current == "check"


def test_an_emptied_title_is_not_kept(map_view: MapView) -> None:
    field = opened(map_view, "queue")
    field.clear()
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert title(map_view, "queue") == "Queues"


def test_pasted_line_breaks_become_spaces(map_view: MapView) -> None:
    field = opened(map_view, "queue")
    field.setPlainText("Waits\nin line")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert title(map_view, "queue") == "Waits in line"


def test_the_field_has_the_size_of_the_step_and_grows(map_view: MapView) -> None:
    field, box = opened(map_view, "queue"), map_view.where(Id("queue"))
    assert box is not None and abs(field.width() - box.width()) <= 1
    low = field.height()
    field.setPlainText("Waits in a very long line in the lobby until somebody has time for the guest")
    assert field.height() > low and abs(field.width() - box.width()) <= 1


def test_lanes_and_stages_are_renamed_at_their_headers(map_view: MapView) -> None:
    field = opened(map_view, "desk")
    QTest.keyClicks(field, "Reception")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert map_view.document is not None
    assert map_view.document.journey.lanes[Id("desk")].name == "Reception"


def test_the_field_stays_over_its_title_while_the_map_moves(map_view: MapView) -> None:
    field = opened(map_view, "queue")
    QTest.keyClicks(field, "Waits")
    map_view.camera.zoom(1.5)
    map_view.camera.pan(-30, 0)
    box = map_view.where(Id("queue"))
    assert box is not None and abs(field.x() - box.x()) <= 1 and abs(field.width() - box.width()) <= 1
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert title(map_view, "queue") == "Waits"


def test_the_field_goes_when_its_step_goes_or_is_renamed_elsewhere(map_view: MapView) -> None:
    opened(map_view, "queue")
    map_view.hands.delete([Id("queue")])
    assert map_view._renaming.field is None
    opened(map_view, "check")
    map_view.hands.rename(Id("check"), "Arrives")
    assert map_view._renaming.field is None and title(map_view, "check") == "Arrives"


def test_walls_have_no_title_to_change(map_view: MapView) -> None:
    map_view.select([Id("memory:book:check")])
    map_view.rename()
    assert map_view._renaming.field is None
