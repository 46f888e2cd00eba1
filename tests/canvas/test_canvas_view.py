"""The map window: showing, looking elsewhere, selecting, keys."""

from __future__ import annotations

import pytest
from canvas_pictures import drawn, hotel_like
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from journeymap.canvas.view import MapView
from journeymap.model.ids import Id
from journeymap.picture.theme import DARK, LIGHT

pytestmark = pytest.mark.qt


def at(view: MapView, id: str, dx: float = 0, dy: float = 0) -> QPoint:
    """The middle of something on the map, in the viewport."""
    box = view.where(Id(id))
    assert box is not None
    return (box.center() + QPointF(dx, dy)).toPoint()


def click(qtbot, view: MapView, id: str, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, held, at(view, id))


def press(
    qtbot, view: MapView, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    qtbot.keyClick(view, key, held)


def wheel(view: MapView, turns: int, place: QPointF, held: Qt.KeyboardModifier) -> None:
    event = QWheelEvent(
        place, view.viewport().mapToGlobal(place), QPoint(), QPoint(0, 120 * turns),
        Qt.MouseButton.NoButton, held, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view.viewport(), event)


def test_a_click_selects_and_says_so(qtbot, map_view: MapView) -> None:
    with qtbot.waitSignal(map_view.selection_changed) as heard:
        click(qtbot, map_view, "queue")
    assert heard.args == [("queue",)] and map_view.current == "queue"


def test_ctrl_adds_and_takes_away(qtbot, map_view: MapView) -> None:
    click(qtbot, map_view, "queue")
    click(qtbot, map_view, "check", Qt.KeyboardModifier.ControlModifier)
    assert map_view.selection == ("queue", "check")
    click(qtbot, map_view, "queue", Qt.KeyboardModifier.ControlModifier)
    assert map_view.selection == ("check",)


def test_walls_frictions_links_lanes_and_stages_can_be_selected(qtbot, map_view: MapView) -> None:
    for id in ("memory:book:check", "f1", "guest", "there"):
        click(qtbot, map_view, id)
        assert map_view.selection == (id,)
    link = map_view.mapFromScene(QPointF(188 + 144 * 2 + 7, 40 + 128 + 64))
    qtbot.mouseClick(map_view.viewport(), Qt.MouseButton.LeftButton, pos=link)
    assert map_view.selection == ("l2",)


def test_a_click_on_the_ground_lets_go(qtbot, map_view: MapView) -> None:
    click(qtbot, map_view, "queue")
    qtbot.mouseClick(map_view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(300, 560))
    assert map_view.selection == ()


def test_selection_outlives_a_new_picture_and_an_undo(map_view: MapView) -> None:
    document = map_view.document
    assert document is not None
    map_view.select([Id("queue"), Id("check")])
    map_view.hands.rename(Id("queue"), "Waits in line")
    assert map_view.selection == ("queue", "check")
    document.undo()
    assert map_view.selection == ("queue", "check")
    map_view.select([Id("check")])
    map_view.delete()
    assert map_view.selection == ("queue",)  # the step before has the keyboard
    document.undo()
    assert map_view.selection == ("queue",)


def test_ctrl_and_wheel_zoom_at_the_pointer(map_view: MapView) -> None:
    place = QPointF(500, 300)
    map_view.camera.zoom(2.0, QPointF(0, 0))
    before = map_view.on_map(place)
    wheel(map_view, 1, place, Qt.KeyboardModifier.ControlModifier)
    after = map_view.on_map(place)
    assert map_view.zoom == pytest.approx(2.2)
    assert (after - before).manhattanLength() < 2


def test_zoom_stays_between_25_and_400_per_cent(map_view: MapView) -> None:
    for _ in range(40):
        map_view.camera.step(up=True)
    assert map_view.zoom == 4.0
    for _ in range(40):
        map_view.camera.step(up=False)
    assert map_view.zoom == 0.25


def test_the_wheel_pans(map_view: MapView) -> None:
    map_view.camera.zoom(3.0)
    top = map_view.camera.shown.top()
    wheel(map_view, -2, QPointF(500, 300), Qt.KeyboardModifier.NoModifier)
    assert map_view.camera.shown.top() > top


def test_the_whole_map_fits(map_view: MapView) -> None:
    map_view.resize(700, 400)
    map_view.show_all()
    shown, picture = map_view.camera.shown, map_view.picture
    assert shown.width() >= picture.width and shown.height() >= picture.height
    assert map_view.zoom < 1


def test_reveal_brings_into_sight_clear_of_the_headers(map_view: MapView) -> None:
    map_view.resize(900, 400)
    map_view.camera.zoom(2.0)
    for id in ("sleep", "book", "plan", "key"):
        map_view.reveal(Id(id))
        box = map_view.where(Id(id))
        assert box is not None
        assert map_view.viewport().rect().toRectF().contains(box)
        header = map_view.where(Id("guest"))
        assert header is not None and header.right() <= box.left()


def test_headers_stay_while_the_map_scrolls(map_view: MapView) -> None:
    map_view.resize(500, 300)
    map_view.reveal(Id("sleep"))
    header = map_view.where(Id("guest"))
    assert header is not None and header.left() == pytest.approx(0, abs=1)
    node = map_view.node_at(QPointF(20, header.center().y()))
    assert node is not None and node.about == "guest"


@pytest.mark.parametrize(
    ("key", "held", "lands"),
    [
        (Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier, "check"),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.NoModifier, "plan"),
        (Qt.Key.Key_PageDown, Qt.KeyboardModifier.NoModifier, "check"),
        (Qt.Key.Key_PageUp, Qt.KeyboardModifier.NoModifier, "book"),
        (Qt.Key.Key_End, Qt.KeyboardModifier.NoModifier, "sleep"),
        (Qt.Key.Key_Home, Qt.KeyboardModifier.NoModifier, "plan"),
        (Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier, "sleep"),
        (Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier, "plan"),
    ],
)
def test_keys_go(qtbot, map_view: MapView, key: Qt.Key, held: Qt.KeyboardModifier, lands: str) -> None:
    map_view.select([Id("queue")])
    press(qtbot, map_view, key, held)
    assert map_view.selection == (lands,)


def test_the_first_key_begins_at_the_beginning(qtbot, map_view: MapView) -> None:
    press(qtbot, map_view, Qt.Key.Key_Right)
    assert map_view.selection == ("plan",)


def test_shift_extends(qtbot, map_view: MapView) -> None:
    map_view.select([Id("check")])
    press(qtbot, map_view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert set(map_view.selection) == {"check", "key"}


def test_tab_goes_through_the_parts_and_then_on(qtbot, map_view: MapView) -> None:
    map_view.select([Id("queue")])
    for part in ("f1", "l2", "l3"):
        assert map_view.go_to_part(True)
        assert map_view.current == part
    assert not map_view.go_to_part(True)
    press(qtbot, map_view, Qt.Key.Key_Escape)
    assert map_view.selection == ("queue",)
    press(qtbot, map_view, Qt.Key.Key_Escape)
    assert map_view.selection == ()


def test_alt_arrows_move(qtbot, map_view: MapView) -> None:
    assert map_view.document is not None
    map_view.select([Id("check")])
    press(qtbot, map_view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert map_view.document.journey.steps[Id("check")].lane == "office"
    map_view.select([Id("desk")])
    press(qtbot, map_view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)  # the customer stays on top
    assert [band[0] for band in map_view.picture.lane_bands] == ["guest", "desk", "office"]
    assert "customer" in map_view._notice.text()


def test_delete_takes_the_selection_away_and_asks_about_lanes(qtbot, map_view: MapView) -> None:
    assert map_view.document is not None
    map_view.select([Id("desk")])
    with qtbot.waitSignal(map_view.lane_delete_asked) as heard:
        press(qtbot, map_view, Qt.Key.Key_Delete)
    assert heard.args == ["desk"]
    map_view.select([Id("check"), Id("key")])
    press(qtbot, map_view, Qt.Key.Key_Backspace)
    assert not {"check", "key"} & set(map_view.document.journey.steps)


def test_letters_go_to_the_line(qtbot, map_view: MapView) -> None:
    heard: list[str] = []
    map_view.typed.connect(heard.append)
    qtbot.keyClicks(map_view, "Å#")
    altgr = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    qtbot.keyClick(map_view, "@", altgr)
    press(qtbot, map_view, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    press(qtbot, map_view, Qt.Key.Key_Space)
    assert heard == ["Å", "#", "@"]


def test_themes_change_without_a_new_layout(map_view: MapView) -> None:
    picture = drawn(hotel_like())
    map_view.show_picture(picture, DARK)
    dark = map_view.grab().toImage()
    assert dark.pixelColor(900, 550).name() == DARK.colour("paper").lower()
    map_view.show_picture(picture, LIGHT)
    assert map_view.grab().toImage().pixelColor(900, 550).name() == LIGHT.colour("paper").lower()


def test_a_ghost_shows_where_the_step_will_land(map_view: MapView) -> None:
    before = map_view.grab().toImage()
    map_view.show_ghost(Id("desk"), 6, "Carries the bags")
    assert map_view.grab().toImage() != before
    map_view.hide_ghost()
    assert map_view.grab().toImage() == before


def test_a_view_smaller_than_its_headers_keeps_a_scale(map_view: MapView) -> None:
    """As when the table takes all the room: nothing fits then, and the map must not turn inside out."""
    map_view.resize(40, 30)
    map_view.select_all()
    map_view.show_selection()
    assert 0 < map_view.zoom <= 1
    map_view.resize(900, 500)
    map_view.show_all()
    assert map_view.zoom > 0.1
