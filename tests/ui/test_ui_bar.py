"""The one bar: every menu is in sight, also where text is large and the screen small."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QMenuBar
from pytestqt.qtbot import QtBot

from journeymap.i18n import LANGUAGES
from journeymap.ui.window import MainWindow

NAME = "Ansökan om hemtjänst för en förälder, från det första samtalet till det första besöket"


@pytest.mark.parametrize("scale", [1.0, 1.5])
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_menu_gives_way_to_the_name(
    language: str, scale: float, make_window: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    window = make_window(language)
    window.resize(1366, 728)
    window.wear("light", scale)
    window.begin(NAME, "Guest, Desk")
    qtbot.wait(50)
    window.bench.refresh()
    qtbot.wait(50)
    bar = window.findChildren(QMenuBar)[-1]
    last = bar.actionGeometry(bar.actions()[-1])
    assert bar.rect().contains(last)
    title = window._page.bar.title
    assert title.width() >= title.minimumWidth() > 0
    if scale == 1.0:
        assert title.width() == title.maximumWidth(), "where there is room the name stands whole"
    edge = window._page.bar.report
    assert edge.mapTo(window, edge.rect().topRight()).x() < window.width()
