"""The silent round: notes are gathered unseen, then come into the line one by one."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from room_words import press, shown

from journeymap.storage.piles import pile_of
from journeymap.ui.room.gathered import Gathered
from journeymap.ui.room.hall import DOTS, SILENT, TELL, Hall
from journeymap.ui.room.page import RoomPage, look_for
from journeymap.ui.window import MainWindow

SCREEN = (1920, 1080)
NOTES = ("Nobody answers the phone", "Had to say it three times", "Who decides?")


@pytest.fixture
def hotel(hotel: MainWindow, qtbot: QtBot) -> MainWindow:
    """Examined, with the keyboard's place at the desk."""
    qtbot.waitUntil(lambda: bool(hotel.work.findings.marks))
    hotel.selection.choose("desk")
    return hotel


def round_of(window: MainWindow, qtbot: QtBot) -> Hall:
    """In the room, in its silent round, with the keyboard where notes are gathered."""
    assert window._page.menus.do("room")
    page = window.findChildren(RoomPage)[-1]
    qtbot.waitUntil(lambda: window.size() == window.screen().size())
    window.resize(*SCREEN)
    qtbot.waitUntil(lambda: page.size() == window.size() and page.hall.look == look_for(*SCREEN))
    page.show_mode(SILENT)
    qtbot.waitUntil(lambda: _has_keyboard(window, page.hall.silent.notes))
    return page.hall


def _has_keyboard(window: MainWindow, widget: QWidget) -> bool:
    """The offscreen platform takes the keyboard away with the state of a window; a desktop does not."""
    if not window.isActiveWindow():
        window.activateWindow()
    return widget.hasFocus()


def gather(hall: Hall, *notes: str) -> None:
    for note in notes:
        QTest.keyClicks(hall.silent.notes, note)
        press(hall.silent.notes, "Return")


def in_the_line(hall: Hall, qtbot: QtBot, text: str) -> QLineEdit:
    """Waits until a note stands in the line."""
    field = hall.tell.foot.bar.field
    qtbot.waitUntil(lambda: field.text() == text and field.hasFocus())
    return field


def test_only_question_and_number_are_seen_while_notes_are_gathered(hotel: MainWindow, qtbot: QtBot) -> None:
    hall = round_of(hotel, qtbot)
    before = hotel.work.document.journey
    gather(hall, *NOTES)
    QTest.keyClicks(hall.silent.notes, "half a note")
    seen = shown(hall)
    assert "3 notes" in seen and "What rubs for the guest, and where?" in seen
    assert not any(word in seen for note in NOTES for word in (note, note.split()[-1]))
    assert hall.silent.notes.displayText() != "half a note"
    assert not hall.tell.isVisible(), "no map meanwhile"
    assert hotel.work.document.journey is before
    assert pile_of(before.head.document).notes == NOTES, "nothing is lost if the program is killed"


def test_pasted_lines_are_notes_without_their_bullets_and_the_last_can_be_taken_back(
    hotel: MainWindow, qtbot: QtBot
) -> None:
    hall = round_of(hotel, qtbot)
    QApplication.clipboard().setText("- Nobody answers\n\n2) Three times\n* Who decides?\n")
    press(hall.silent.notes, "Ctrl+V")
    assert hall.silent._gathered.pile.notes == ("Nobody answers", "Three times", "Who decides?")
    press(hall.silent.notes, "Backspace")
    assert hall.silent._gathered.pile.notes == ("Nobody answers", "Three times")
    assert "2 notes" in shown(hall)


def test_enter_takes_delete_drops_and_the_question_mark_parks(hotel: MainWindow, qtbot: QtBot) -> None:
    hall = round_of(hotel, qtbot)
    journey = hotel.work.document.journey
    gather(hall, *NOTES)
    press(hall.silent.notes, "Return")
    field = in_the_line(hall, qtbot, f"# {NOTES[0]}")
    assert "Note 1 of 3" in shown(hall) and hall.modes.modes[SILENT].isChecked()
    press(field, "Return")
    made = next(iter(hotel.work.document.journey.frictions.keys() - journey.frictions.keys()))
    assert hotel.work.document.journey.frictions[made].title == NOTES[0]
    assert hotel.work.document.journey.frictions[made].at == "desk", "where the story stands"
    assert hall.tell.foot.asking is not None, "its four answers first"
    press(hall.tell.foot.asking, "Escape")
    press(in_the_line(hall, qtbot, f"# {NOTES[1]}"), "Del")
    field = in_the_line(hall, qtbot, f"# {NOTES[2]}")
    QTest.keyClicks(field, "?")
    qtbot.waitUntil(hall.silent.isVisible)
    parked = hotel.work.document.journey.notes.keys() - journey.notes.keys()
    assert [hotel.work.document.journey.notes[id].text for id in parked] == [NOTES[2]]
    assert len(hotel.work.document.journey.frictions) == len(journey.frictions) + 1
    assert "1 taken, 1 dropped, 1 parked" in shown(hall) and "0 notes" in shown(hall)
    assert pile_of(journey.head.document).notes == ()


def test_a_key_that_is_struck_too_often_never_reaches_the_map(hotel: MainWindow, qtbot: QtBot) -> None:
    hall = round_of(hotel, qtbot)
    journey = hotel.work.document.journey
    gather(hall, *NOTES)
    press(hall.silent.notes, "Return")
    field = in_the_line(hall, qtbot, f"# {NOTES[0]}")
    for _ in range(6):
        press(field, "Del")
    qtbot.waitUntil(lambda: field.text() != f"# {NOTES[0]}")
    assert hotel.work.document.journey is journey


def test_a_note_can_be_rewritten_and_escape_brings_it_back_then_lets_the_rest_wait(
    hotel: MainWindow, qtbot: QtBot
) -> None:
    hall = round_of(hotel, qtbot)
    gather(hall, *NOTES)
    press(hall.silent.notes, "Return")
    field = in_the_line(hall, qtbot, f"# {NOTES[0]}")
    QTest.keyClicks(field, " at night")
    press(field, "Backspace")
    assert field.text() == f"# {NOTES[0]} at nigh", "Backspace, Delete and ? write in a note that was touched"
    press(field, "Escape")
    assert field.text() == f"# {NOTES[0]}"
    press(field, "Escape")
    assert hall.silent.isVisible() and hall.silent.notes.hasFocus()
    assert hall.silent._gathered.pile.notes == NOTES
    assert field.text() == ""


def test_ctrl_z_takes_back_the_answer_and_the_note_is_there_again(hotel: MainWindow, qtbot: QtBot) -> None:
    hall = round_of(hotel, qtbot)
    before = hotel.work.document.journey
    gather(hall, *NOTES)
    press(hall.silent.notes, "Return")
    QTest.keyClicks(in_the_line(hall, qtbot, f"# {NOTES[0]}"), "?")
    press(in_the_line(hall, qtbot, f"# {NOTES[1]}"), "Del")
    press(in_the_line(hall, qtbot, f"# {NOTES[2]}"), "Ctrl+Z")
    press(in_the_line(hall, qtbot, f"# {NOTES[1]}"), "Ctrl+Z")
    in_the_line(hall, qtbot, f"# {NOTES[0]}")
    assert hotel.work.document.journey == before
    assert hall.silent._gathered.pile.notes == NOTES


def test_notes_become_steps_where_that_is_wanted_and_another_question_is_asked(
    hotel: MainWindow, qtbot: QtBot
) -> None:
    hall = round_of(hotel, qtbot)
    hall.silent.kind.group.button(1).click()
    assert "What does the guest do" in shown(hall)
    hall.silent.question.setText("What happens at night?")
    press(hall.silent.question, "Return")
    assert "What happens at night?" in shown(hall) and hall.silent.notes.hasFocus()
    gather(hall, "Looks for the light")
    press(hall.silent.notes, "Return")
    press(in_the_line(hall, qtbot, "Looks for the light"), "Return")
    assert "Looks for the light" in {step.title for step in hotel.work.document.journey.steps.values()}


def test_what_is_left_waits_for_another_mode_another_room_and_another_day(
    hotel: MainWindow, qtbot: QtBot
) -> None:
    hall = round_of(hotel, qtbot)
    gather(hall, *NOTES)
    press(hall.silent.notes, "Return")
    field = in_the_line(hall, qtbot, f"# {NOTES[0]}")
    press(field, "Ctrl+Tab")
    assert hall.mode == DOTS and field.text() == ""
    hall.show_mode(TELL)
    assert not hall.handing.is_on and field.text() == "" and not hall.handing.strip.isVisible()
    assert Gathered(hotel.work.document.journey.head.document).pile.notes == NOTES


def test_an_empty_round_says_so_and_escape_empties_the_field(hotel: MainWindow, qtbot: QtBot) -> None:
    hall = round_of(hotel, qtbot)
    assert not hall.silent.tell.isEnabled()
    press(hall.silent.notes, "Return")
    assert "There is no note yet." in shown(hall)
    QTest.keyClicks(hall.silent.notes, "half")
    assert not hall.is_idle
    press(hall.silent.notes, "Escape")
    assert hall.silent.notes.text() == "" and hall.is_idle and hall.silent.isVisible()
