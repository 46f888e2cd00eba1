"""A map seen from far off says what cannot be read; an empty clipboard and an empty chip are no trouble."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from benchmarks.maps import synthetic
from journeymap.canvas.headers import NAME_SIZE, Headers, size_of_names
from journeymap.model.journey import journey_of
from journeymap.ui.filing import Filing
from journeymap.ui.window import MainWindow
from tests.sheets.sheet_maps import visit


@pytest.mark.parametrize(
    ("language", "far", "near"),
    [
        ("en", "Too small to read: 20%", "100%"),
        ("sv", "För litet att läsa: 20 %", "100 %"),
        ("nb", "For smått å lese: 20 %", "100 %"),
    ],
)
def test_labels_too_small_to_read_say_so(window: MainWindow, language: str, far: str, near: str) -> None:
    window.speak(language)
    journey = visit()
    window.work.open(journey, Filing(journey, None, None))
    page = window._page
    assert page is not None
    page.parts.map.camera.zoom(0.2, None)
    page.status.show_zoom(0.2)
    assert page.status.zoom.text() == far and page.status.zoom.toolTip()
    page.status.zoom.click()
    assert page.status.zoom.text() == near and not page.status.zoom.toolTip()


def test_names_of_lanes_far_off_stand_clear_of_each_other(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    journey = synthetic(200)
    window.work.open(journey, Filing(journey, None, None))
    page = window._page
    assert page is not None
    written: list[float] = []

    def lane(_: Headers, painter: object, place: QRectF, header: object, scale: float, named: bool) -> None:
        if named:
            written.append(place.center().y())

    monkeypatch.setattr(Headers, "_lane", lane)
    page.parts.map.show_all()
    page.parts.map.grab()
    last = written[-len(set(written)) :]
    apart = [after - before for before, after in pairwise(last)]
    assert 1 < len(last) < len(journey.lanes)
    assert min(apart) >= NAME_SIZE * size_of_names(page.parts.map.zoom) - 0.01


def test_pasting_from_an_empty_clipboard_says_that_there_is_nothing(window: MainWindow) -> None:
    journey = visit()
    window.work.open(journey, Filing(journey, None, None))
    QApplication.clipboard().clear()
    page = window._page
    assert page is not None
    page.parts.map.setFocus()
    window.do("paste")
    assert window.work.document.journey == journey


def test_a_line_that_stands_in_no_lane_shows_no_chip(window: MainWindow) -> None:
    journey = journey_of()
    window.work.open(journey, Filing(journey, None, None))
    page = window._page
    assert page is not None
    bar = page.parts.foot.bar
    bar.say_chip("")
    assert not bar.chip.isVisibleTo(bar)
    bar.say_chip("1 Guest")
    assert bar.chip.isVisibleTo(bar)
