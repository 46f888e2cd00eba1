"""What a first trial in a real window met: undo and the line, small screens, deletions that can be undone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from journeymap.model.reading import steps_in_order
from journeymap.ui.preferences import spoken
from journeymap.ui.start import Wrapped
from journeymap.ui.window import MainWindow

CTRL = Qt.KeyboardModifier.ControlModifier


def write(window: MainWindow, *lines: str) -> None:
    foot = window._page.parts.foot
    for line in lines:
        if foot.asking is not None:
            QTest.keyClick(foot.asking, Qt.Key.Key_Escape)
        QTest.keyClicks(foot.bar.field, line)
        QTest.keyClick(foot.bar.field, Qt.Key.Key_Return)


def titles(window: MainWindow) -> list[str]:
    return [step.title for step in steps_in_order(window.work.document.journey)]


def test_undoing_further_than_there_is_brings_no_words_back_into_the_line(window: MainWindow) -> None:
    window.begin("A journey", "Guest, Desk")
    write(window, "Orders", "Waits")
    field = window._page.parts.foot.bar.field
    for _ in range(5):
        QTest.keyClick(field, Qt.Key.Key_Z, CTRL)
    assert titles(window) == []
    assert field.text() == ""


def test_undo_and_redo_take_the_writing_to_where_they_were(window: MainWindow) -> None:
    window.begin("A journey", "Guest, Desk")
    write(window, "Orders", "Waits", "Eats")
    page = window._page
    for name in ("undo", "undo", "redo", "redo"):
        page.menus.do(name)
    assert page.parts.details.isVisible()
    assert window.work.document.journey.steps[window.selection.one].title == "Eats"
    write(window, "Pays")
    assert titles(window) == ["Orders", "Waits", "Eats", "Pays"]
    for _ in range(3):
        page.menus.do("undo")
    write(window, "Goes")
    assert titles(window) == ["Orders", "Goes"]
    assert len(window.work.document.journey.links) == 1


def test_undo_while_a_strip_asks_ends_the_question_about_what_is_gone(window: MainWindow) -> None:
    window.begin("A journey", "Guest, Desk")
    write(window, "Orders", "# Slow")
    assert window._page.parts.foot.asking is not None
    window._page.menus.do("undo")
    assert window._page.parts.foot.asking is None
    assert window._page.parts.foot.bar.isVisible()


def test_a_lane_that_is_not_there_is_said(window: MainWindow) -> None:
    window.begin("A journey", "Guest, Desk")
    field = window._page.parts.foot.bar.field
    QTest.keyClick(field, Qt.Key.Key_7, CTRL)
    assert window._page.parts.foot.refusal.accessibleName() == "There is no lane 7."


def test_a_deletion_can_be_undone_from_its_strip(window: MainWindow) -> None:
    window.begin("A journey", "Guest, Desk")
    write(window, "Orders", "Waits", "Eats")
    page = window._page
    _orders, waits, eats = steps_in_order(window.work.document.journey)
    window.selection.choose(waits.id)
    page.parts.map.delete()
    assert titles(window) == ["Orders", "Eats"]
    news = page.parts.pane.news
    assert news.isVisible()
    assert "1 step deleted. The road is joined again." in news._words.text()
    news._act.click()
    assert titles(window) == ["Orders", "Waits", "Eats"]
    window.selection.choose(eats.id)
    page.parts.map.delete()
    assert news.isVisible()
    write(window, "Pays")
    assert not news.isVisible()


@pytest.mark.parametrize(
    ("system", "ours"),
    [
        (["sv-SE"], "sv"),
        (["nb-Latn-NO", "nb-NO"], "nb"),
        (["nn-NO"], "nb"),
        (["fi-FI", "sv-FI"], "sv"),
        (["de-DE"], "en"),
        ([], "en"),
    ],
)
def test_the_first_of_the_systems_languages_that_there_is(system: list[str], ours: str) -> None:
    assert spoken(system) == ours


def test_the_cards_of_the_start_page_wrap_and_stay_on_the_left(window: MainWindow, qtbot: QtBot) -> None:
    cards = window._start._samples
    assert isinstance(cards, Wrapped)
    qtbot.waitUntil(lambda: len(cards._cards) >= 2)
    for width in (1024, 1366, 1920):
        window.resize(width, 700)
        qtbot.wait(1)
        page = window._start
        for card in cards._cards:
            right = card.mapTo(page, card.rect().topRight()).x()
            assert right <= page.width()
        assert cards._cards[0].x() == 0
