"""Fields that are written in: their record may go while somebody writes, and a text may be far too long."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journeymap.edit import verbs
from journeymap.edit.rules import GoneError, RefusedError
from journeymap.i18n import catalogue
from journeymap.model.ids import Id
from journeymap.ui.details.panel import Details
from journeymap.ui.details.written import MOST_LETTERS, LongWords, Words
from journeymap.ui.softening import NO_WORD
from journeymap.ui.window import MainWindow

DESK = Id("desk")


def page_of(window: MainWindow, id: Id) -> Details:
    window.selection.choose(id)
    details = window._page.parts.details
    details.refresh_now()
    return details


def title_of(details: Details) -> LongWords:
    return next(one for one in details.findChildren(LongWords) if one.accessibleName() == "Name")


def write_in(field: LongWords | Words, words: str, qtbot: QtBot) -> None:
    field.setFocus(Qt.FocusReason.MouseFocusReason)
    qtbot.waitUntil(field.hasFocus)
    QTest.keyClicks(field, words)


def test_a_name_that_is_being_written_goes_with_its_step(hotel: MainWindow, qtbot: QtBot) -> None:
    """It is dropped without a word, wherever the caret goes; undone, the step has its old name."""
    document = hotel.work.document
    was = document.journey.steps[DESK].title
    field = title_of(page_of(hotel, DESK))
    write_in(field, "Another name", qtbot)
    verbs.delete(document, [DESK])
    hotel._page.parts.map.setFocus()
    hotel._page.parts.details.refresh_now()
    document.undo()
    assert document.journey.steps[DESK].title == was


def test_the_page_of_a_step_that_came_back_can_be_written_in(hotel: MainWindow, qtbot: QtBot) -> None:
    """Gone and back before the panel looked: the fields that were silenced are not shown again."""
    document = hotel.work.document
    page_of(hotel, DESK)
    verbs.delete(document, [DESK])
    document.undo()
    field = title_of(page_of(hotel, DESK))
    write_in(field, "X", qtbot)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert "X" in document.journey.steps[DESK].title


def test_what_is_written_stays_when_something_else_is_chosen(hotel: MainWindow, qtbot: QtBot) -> None:
    document = hotel.work.document
    write_in(title_of(page_of(hotel, DESK)), "X", qtbot)
    page_of(hotel, Id("plan"))
    assert "X" in document.journey.steps[DESK].title


def test_a_verb_about_what_is_gone_is_refused_in_words(hotel: MainWindow) -> None:
    with pytest.raises(GoneError) as refused:
        verbs.rename(hotel.work.document, Id("nowhere"), "X")
    assert isinstance(refused.value, RefusedError)
    assert refused.value.verdict.said(catalogue("sv")) == "Det som detta gällde finns inte längre på kartan."


def test_a_name_nobody_could_wait_for_is_shown_in_part_and_kept_whole(hotel: MainWindow) -> None:
    document = hotel.work.document
    verbs.rename(document, DESK, "x" * (MOST_LETTERS + 1))
    field = title_of(page_of(hotel, DESK))
    assert field.isReadOnly() and field.is_part
    assert field.toPlainText() == "x" * MOST_LETTERS + " …"
    field.setFocus()
    QTest.keyClicks(field, "y")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    hotel._page.parts.map.setFocus()
    QApplication.processEvents()
    assert document.journey.steps[DESK].title == "x" * (MOST_LETTERS + 1)


def test_the_patterns_are_asked_of_words_only(hotel: MainWindow) -> None:
    """What is longer than any word is left for Qt to break wherever the line ends."""
    verbs.rename(hotel.work.document, DESK, "Incheckning " + "x" * (NO_WORD + 1))
    assert "\u00ad" not in title_of(page_of(hotel, DESK)).toPlainText()
