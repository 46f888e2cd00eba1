"""The first map in five minutes: five tasks by keys alone, ticked by any means, closed for good."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from journeymap.edit import verbs
from journeymap.i18n import LANGUAGES
from journeymap.model.reading import lanes_in_order, steps_in_order
from journeymap.resources import samples
from journeymap.storage import settings
from journeymap.ui.dialogs.anything import SearchField
from journeymap.ui.dialogs.report import ReportDialog
from journeymap.ui.first.leading import Leading
from journeymap.ui.first.tasks import done
from journeymap.ui.preferences import FIRST_MAP_CLOSED
from journeymap.ui.starting.cards import Card
from journeymap.ui.window import MainWindow

CTRL = Qt.KeyboardModifier.ControlModifier


def leading(window: MainWindow) -> Leading:
    assert window._page is not None
    return window._page.leading


def ticks(window: MainWindow) -> tuple[bool, ...]:
    lead = leading(window)
    return done(
        window.work.document.journey,
        asking=not window._page.parts.foot.answers.isHidden(),
        reported=lead.reported,
    )


def keyboard(qtbot: QtBot) -> QWidget:
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def write(qtbot: QtBot, text: str) -> None:
    for letter in text:
        QTest.keyClicks(keyboard(qtbot), letter)
    QTest.keyClick(keyboard(qtbot), Qt.Key.Key_Return)


def test_five_tasks_by_keys_alone_end_in_the_report(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    QTest.keyClick(keyboard(qtbot), Qt.Key.Key_K, CTRL)
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), SearchField))
    write(qtbot, "first map")
    qtbot.waitUntil(lambda: window.work.is_open)
    lead = leading(window)
    assert lead.card is not None
    assert lead.card.isVisible()
    assert lead.ring.around is window._page.parts.foot
    for n, line in enumerate(("Sees a wrong bill", "Looks for a number", "Phones", "Waits", "Explains"), 1):
        write(qtbot, line)
        assert not any(ticks(window))
        qtbot.waitUntil(lambda n=n: lead.card.rows[0]._counted.text() == f"{n} of 6")
    write(qtbot, "Service: Answers")
    assert ticks(window) == (True, True, False, False, False)
    write(qtbot, "# Nobody knows whose bill it is")
    assert ticks(window)[2] is False, "the four answers are still asked"
    for digit in "2321":
        QTest.keyClicks(keyboard(qtbot), digit)
    assert ticks(window) == (True, True, True, False, False)
    write(qtbot, "! Here they give up")
    assert ticks(window) == (True, True, True, True, False)
    qtbot.waitUntil(lambda: lead.ring.around is window._page.bar.report)
    QTest.keyClick(keyboard(qtbot), Qt.Key.Key_P, CTRL)
    qtbot.waitUntil(lambda: all(ticks(window)))
    dialog = window.findChild(ReportDialog)
    assert isinstance(dialog, ReportDialog)
    assert not lead.ring.isVisible()
    assert "save it" in lead.card._foot.text()
    with qtbot.waitSignal(dialog.publishing.done):
        QTest.keyClick(keyboard(qtbot), Qt.Key.Key_Return)
    assert dialog.target.read_bytes().startswith(b"%PDF")
    assert dialog.target.parent == tmp_path
    dialog.reject()
    assert window.work.filing.path is None
    assert [step.title for step in steps_in_order(window.work.document.journey)][-1] == "Answers"


def test_any_means_ticks_and_undo_unticks(window: MainWindow) -> None:
    window.do("first_map")
    window._page.parts.writing.paste("A\nB\nC\nD\nE\nDesk: F")
    assert ticks(window)[:2] == (True, True)
    step = steps_in_order(window.work.document.journey)[0]
    verbs.add_friction(window.work.document, step.id, "Waits")
    assert ticks(window)[2]
    verbs.mark_critical(window.work.document, step.id)
    assert ticks(window) == (True, True, True, True, False)
    for _ in range(3):
        window.do("undo")
    assert not any(ticks(window))


def test_what_was_said_on_the_start_page_is_taken_along(window: MainWindow) -> None:
    page = window._start
    page.new.goal.setText("A warm house")
    page.new.who.setText("Tenant, Landlord, FixIt*")
    page.first_asked.emit(*page.new.said)
    journey = window.work.document.journey
    assert journey.head.title == "A warm house"
    assert [lane.name for lane in lanes_in_order(journey)] == ["Tenant", "Landlord", "FixIt"]
    assert leading(window).is_on


def test_closed_is_closed_for_good_but_help_brings_it_back(window: MainWindow, qtbot: QtBot) -> None:
    def offers() -> list[Card]:
        page = window._start
        return [card for card in page.findChildren(Card) if "five minutes" in card.accessibleName()]

    assert len(offers()) == 1
    window.do("first_map")
    leading(window).card.close_button.click()
    assert leading(window).card is None
    assert leading(window).ring.isHidden()
    assert settings.get(FIRST_MAP_CLOSED, False) is True
    window.bench.to_start()
    assert offers() == []
    window.begin("A journey", "Guest, Desk")
    assert leading(window).card is None
    window.do("first_map")
    qtbot.waitUntil(lambda: leading(window).card is not None)


def test_another_map_is_left_alone_and_a_language_keeps_the_card(window: MainWindow) -> None:
    window.do("first_map")
    window.speak("sv")
    assert leading(window).card is not None
    assert leading(window).card.accessibleName() == "Din första karta: Skriv vad kunden gör"
    window.work.leave()
    window.open_path(samples() / "hotel.journey")
    assert leading(window).card is None


def _places(window: MainWindow) -> tuple[QWidget, QWidget, QWidget]:
    pane = window._page.parts.pane
    return pane, leading(window).card, window._page.parts.foot


@pytest.mark.parametrize("size", [(1024, 640), (1366, 768), (1920, 1080)])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_card_covers_neither_the_line_nor_the_edge(
    language: str, size: tuple[int, int], make_window: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    window = make_window(language, size=size)
    window.do("first_map")
    qtbot.wait(30)
    pane, card, foot = _places(window)
    assert pane.rect().contains(card.geometry())
    assert not card.geometry().intersects(foot.geometry())
    for row in leading(window).card.rows:
        bottom = row.mapTo(card, QPoint(0, row.height())).y()
        assert bottom < card.height()
        assert row.height() >= row.minimumSizeHint().height() - 1


def test_the_ring_lets_the_pointer_through(window: MainWindow) -> None:
    window.do("first_map")
    ring = leading(window).ring
    assert ring.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    assert ring.focusPolicy() == Qt.FocusPolicy.NoFocus
    middle = ring.geometry().center()
    assert window._page.childAt(middle) is not ring
