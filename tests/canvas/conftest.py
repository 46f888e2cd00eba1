"""A map view on a small journey, kept in step with its document."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from typing import TYPE_CHECKING

import pytest
from canvas_pictures import drawn, hotel_like

from journeymap.edit.document import Document
from journeymap.model.journey import Journey
from journeymap.picture.theme import LIGHT

if TYPE_CHECKING:
    from journeymap.canvas.view import MapView

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
collect_ignore_glob = [] if find_spec("PySide6") else ["test_*.py"]  # `-m "not qt"` runs without Qt


@pytest.fixture
def show_map(qtbot) -> Iterator[Callable[[Journey], MapView]]:
    """Opens a view on a journey; every edit is drawn at once."""
    from PySide6.QtCore import QPoint
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from journeymap.canvas.view import MapView

    views: list[MapView] = []
    interval = QApplication.doubleClickInterval()
    QApplication.setDoubleClickInterval(0)  # else two tests' presses in one place are a double click

    def show(journey: Journey) -> MapView:
        view = MapView()
        qtbot.addWidget(view)
        document = Document(journey)
        document.subscribe(lambda news: view.show_picture(drawn(news.after), LIGHT))
        view.set_document(document)
        view.camera.calm = True
        view.resize(1100, 600)
        view.show_picture(drawn(journey), LIGHT)
        view.show()
        qtbot.waitExposed(view)
        view.setFocus()
        QTest.mouseMove(view.viewport(), QPoint(1090, 590))  # a move to where it is already is no event
        views.append(view)
        return view

    yield show
    QApplication.setDoubleClickInterval(interval)
    for view in views:
        view.set_document(None)


@pytest.fixture
def map_view(show_map: Callable[[Journey], MapView]) -> MapView:
    """The small hotel."""
    return show_map(hotel_like())
