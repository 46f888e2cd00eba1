"""Long use: a random user leaves view and journey in step, nothing leaks, nothing falls."""

from __future__ import annotations

import os
import random
import sys
from collections.abc import Callable

import pytest
from canvas_pictures import drawn, hotel_like
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tally import Tally, share_of, tally

from journeymap.canvas.view import MapView
from journeymap.model.ids import Id
from journeymap.picture.theme import LIGHT

pytestmark = pytest.mark.qt

KEYS = [
    Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageDown,
    Qt.Key.Key_PageUp, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_F2,
    Qt.Key.Key_Space, Qt.Key.Key_A, Qt.Key.Key_Return,
]  # fmt: skip
HELD = [
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
]


class RandomUser:
    """Presses, drags, types, zooms, undoes, without knowing what it does."""

    def __init__(self, view: MapView, seed: int) -> None:
        self.view, self.chance = view, random.Random(seed)
        self.deeds: list[Callable[[], None]] = [
            self.key, self.key, self.key, self.click, self.drag, self.hover, self.look, self.undo,
            self.delete, self.half_a_drag, self.rename,
        ]  # fmt: skip

    def act(self) -> None:
        self.chance.choice(self.deeds)()

    def place(self) -> QPoint:
        if self.chance.random() < 0.7 and self.view.picture.nodes:
            about = self.chance.choice([n.about for n in self.view.picture.nodes if n.about] or [""])
            box = self.view.where(Id(about))
            if box is not None:
                return box.center().toPoint()
        return QPoint(self.chance.randrange(1100), self.chance.randrange(600))

    def key(self) -> None:
        field = self.view._renaming.field
        QTest.keyClick(field or self.view, self.chance.choice(KEYS), self.chance.choice(HELD))

    def click(self) -> None:
        QTest.mouseClick(
            self.view.viewport(), Qt.MouseButton.LeftButton, self.chance.choice(HELD), self.place()
        )

    def drag(self) -> None:
        self.half_a_drag()
        QTest.mouseRelease(
            self.view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, self.place()
        )

    def half_a_drag(self) -> None:
        none = Qt.KeyboardModifier.NoModifier
        QTest.mousePress(self.view.viewport(), Qt.MouseButton.LeftButton, none, self.place())
        for _ in range(self.chance.randrange(1, 4)):
            QTest.mouseMove(self.view.viewport(), self.place())

    def hover(self) -> None:
        QTest.mouseMove(self.view.viewport(), self.place())

    def look(self) -> None:
        self.chance.choice(
            [
                lambda: self.view.camera.zoom(self.chance.uniform(0.2, 4.2), QPointF(self.place())),
                lambda: self.view.camera.step(self.chance.random() < 0.5),
                self.view.show_all,
                self.view.show_selection,
                lambda: self.view.show_ghost(Id("desk"), self.chance.uniform(0, 9), "Words"),
                self.view.hide_ghost,
                self.view.select_all,
            ]
        )()

    def undo(self) -> None:
        document = self.view.document
        assert document is not None
        document.redo() if self.chance.random() < 0.3 else document.undo()

    def delete(self) -> None:
        if self.chance.random() < 0.4:
            self.view.delete()

    def rename(self) -> None:
        self.view.rename()
        field = self.view._renaming.field
        if field is not None:
            QTest.keyClicks(field, "åb")


def check(view: MapView) -> None:
    """The view shows the journey as it is, and refers to nothing else."""
    assert view.document is not None
    journey = view.document.journey
    fresh = drawn(journey)
    assert {node.id for node in view.picture.nodes} == {node.id for node in fresh.nodes}
    assert list(view.picture.nodes) == list(fresh.nodes)
    assert all(id in view.sight for id in view.selection)
    assert view.current is None or view.current in view.sight
    assert set(view.sight.steps) == set(journey.steps)
    if not view._pointer.busy:
        assert not view.marks.ghost.isVisible() and not view.marks._items
    rings = 60 + 4 * len(view.selection)
    assert len(view.scene().items()) < rings


@pytest.mark.parametrize("seed", range(4))
def test_a_random_user_for_500_deeds(show_map, seed: int) -> None:
    with tally("a random user at the map, view = model") as row:
        a_while(show_map(hotel_like()), seed, 500, row)


@pytest.mark.soak
def test_random_users_for_a_hundred_thousand_deeds(show_map) -> None:
    with tally("a random user at the map, view = model") as row:
        for _ in range(share_of(200)):
            seed = int.from_bytes(os.urandom(4), "big")
            try:
                a_while(show_map(hotel_like()), seed, 500, row)
            except Exception as failure:  # whatever it is: its seed must be known
                row.losses.append(f"seed {seed}: {type(failure).__name__}: {failure}")


def a_while(view: MapView, seed: int, deeds: int, row: Tally) -> None:
    user = RandomUser(view, seed)
    for deed in range(deeds):
        user.act()
        row.trials += 1
        if deed % 10 == 0:
            check(view)
    view._renaming.drop()
    view._pointer.cancel()
    check(view)
    assert view.document is not None
    while view.document.undo():
        pass
    check(view)
    assert view.document.journey == hotel_like()


def test_ordinary_calls_do_not_eat_references(map_view: MapView) -> None:
    """RELIABILITY 0.1: one version of the binding dropped a reference to None a call, and died."""
    picture = drawn(hotel_like())
    ids = [Id("queue"), Id("check"), Id("plan")]

    def ordinary(n: int) -> None:
        map_view.select([ids[n % 3]])
        map_view.marks.carry(n % 7, n % 5, True)
        map_view.setToolTip(str(n))
        map_view.scene().itemAt(QPointF(n, n), map_view.transform())
        map_view.camera.pan(1 if n % 2 else -1, 0)
        if n % 50 == 0:
            map_view.show_picture(picture, LIGHT)
            QApplication.processEvents()

    for n in range(100):
        ordinary(n)
    before = sys.getrefcount(None), sys.getrefcount(True)
    for n in range(1000):
        ordinary(n)
    after = sys.getrefcount(None), sys.getrefcount(True)
    assert after[0] > before[0] - 50 and after[1] > before[1] - 50


def test_items_do_not_pile_up(map_view: MapView) -> None:
    map_view.select([Id("queue")])
    items = len(map_view.scene().items())
    for _ in range(100):
        map_view.select([Id("queue"), Id("l2"), Id("check")])
        map_view.select([Id("queue")])
    assert len(map_view.scene().items()) == items
