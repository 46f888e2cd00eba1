"""Edits from the window: written, undone, redone; lists and details follow the map and lead it."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journeymap.model.reading import steps_in_order
from journeymap.resources import samples
from journeymap.storage.envelope import fingerprint
from journeymap.ui import drawing
from journeymap.ui.details.four import card
from journeymap.ui.handoffs import open_handoffs
from journeymap.ui.window import MainWindow

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def hotel(window: MainWindow, folder: Path) -> None:
    path = folder / "hotel.journey"
    shutil.copy(samples() / "hotel.journey", path)
    assert window.open_path(path)


def write(window: MainWindow, *lines: str) -> None:
    field = window._page.parts.foot.bar.field
    for line in lines:
        if window._page.parts.foot.asking is not None:
            QTest.keyClick(window._page.parts.foot.asking, Qt.Key.Key_Escape)
        field.setText(line)
        QTest.keyClick(field, Qt.Key.Key_Return)


def titles(window: MainWindow) -> list[str]:
    return [step.title for step in steps_in_order(window.work.document.journey)]


def test_everything_the_line_writes_can_be_undone_and_done_again(window: MainWindow) -> None:
    window.begin("A journey", "Guest, Desk, Kitchen")
    empty = fingerprint(window.work.document.journey)
    write(
        window,
        "Orders",
        "desk: Takes the order",
        "# Asked twice",
        "< ki: Cooks",
        "! It shows here",
        "= Hot food",
        "+ order number",
        "/ The meal",
        '" That is not our table',
        "* ",
        "? Who decides",
        "Finance: Sends the bill",
    )
    full = fingerprint(window.work.document.journey)
    assert len(titles(window)) == 4
    edits = 0
    while window._page.menus.do("undo"):
        edits += 1
    assert edits >= 11
    assert fingerprint(window.work.document.journey) == empty
    while window._page.menus.do("redo"):
        pass
    assert fingerprint(window.work.document.journey) == full


def test_undo_names_what_it_takes_back(window: MainWindow) -> None:
    window.begin("A journey", "Guest, Desk")
    write(window, "Orders")
    window._page.menus.refresh()
    assert window._page.menus.made["undo"].text() == "Undo: Write step"
    assert not window._page.menus.made["redo"].isEnabled()


def test_control_z_in_an_empty_line_undoes_the_map_and_in_a_written_one_the_words(window: MainWindow) -> None:
    window.begin("A journey", "Guest, Desk")
    write(window, "Orders", "Waits")
    field = window._page.parts.foot.bar.field
    QTest.keyClicks(field, "abc")
    QTest.keyClick(field, Qt.Key.Key_Z, CTRL)
    assert titles(window) == ["Orders", "Waits"]
    field.clear()
    QTest.keyClick(field, Qt.Key.Key_Z, CTRL)
    assert titles(window) == ["Orders"]


def test_a_refused_line_stays_with_one_sentence_above_it(window: MainWindow) -> None:
    window.begin("A journey", "Guest, Reception, Ren AB")
    write(window, "# Too early")
    foot = window._page.parts.foot
    assert "step first" in foot.refusal.accessibleName()
    assert foot.bar.field.text() == "# Too early"
    write(window, "re: Cleans")
    assert "Reception, Ren AB" in foot.refusal.accessibleName()
    assert titles(window) == []


def test_a_hand_off_is_asked_about_once_and_writing_on_leaves_it_open(window: MainWindow) -> None:
    window.begin("A journey", "Guest, Desk, Kitchen")
    write(window, "de: Takes the order", "ki: Cooks")
    strip = window._page.parts.foot.handoff
    assert not strip.isHidden()
    QTest.keyClicks(strip, "S")
    assert window._page.parts.foot.bar.field.text() == "S"
    assert len(open_handoffs(window.work.document.journey)) == 1
    window._page.parts.foot.bar.field.clear()
    window._page.menus.do("handoffs")
    QTest.keyClicks(strip, "y")
    assert open_handoffs(window.work.document.journey) == ()
    link = next(iter(window.work.document.journey.links.values()))
    assert link.info == "yes"


def test_four_digits_rank_a_friction_and_a_letter_leaves_the_rest_unknown(window: MainWindow) -> None:
    window.begin("A journey", "Guest, Desk")
    write(window, "Orders", "# Slow")
    strip = window._page.parts.foot.answers
    QTest.keyClicks(strip, "3")
    QTest.keyClicks(strip, "=10-40")
    QTest.keyClick(strip, Qt.Key.Key_Return)
    QTest.keyClicks(strip, "0N")
    friction = next(iter(window.work.document.journey.frictions.values()))
    assert (friction.hits, friction.wait_minutes, friction.work_minutes) == ("sometimes", (10, 40), 0)
    assert friction.value_lost is None
    assert window._page.parts.foot.bar.field.text() == "N"


def test_control_digit_and_arrows_choose_the_lane(window: MainWindow) -> None:
    window.begin("A journey", "Guest, Desk, Kitchen")
    field = window._page.parts.foot.bar.field
    QTest.keyClick(field, Qt.Key.Key_3, CTRL)
    assert window._page.parts.foot.bar.chip.text() == "3   Kitchen"
    QTest.keyClick(field, Qt.Key.Key_Up, CTRL)
    assert window._page.parts.foot.bar.chip.text() == "2   Desk"


def test_pasted_lines_become_steps_in_one_undo_step(window: MainWindow) -> None:
    window.begin("A journey", "Guest, Desk")
    QApplication.clipboard().setText("- Orders\n- Desk: Answers\n- Waits\n")
    QTest.keyClick(window._page.parts.foot.bar.field, Qt.Key.Key_V, CTRL)
    assert titles(window) == ["Orders", "Answers", "Waits"]
    window._page.menus.do("undo")
    assert titles(window) == []


def test_shift_enter_branches(window: MainWindow) -> None:
    window.begin("A journey", "Guest, Desk")
    write(window, "Orders")
    field = window._page.parts.foot.bar.field
    first = window.selection.one
    field.setText("Pays")
    QTest.keyClick(field, Qt.Key.Key_Return)
    window.selection.choose(first)
    field.setText("Leaves")
    QTest.keyClick(field, Qt.Key.Key_Return, SHIFT)
    links = window.work.document.journey.links.values()
    assert sum(link.source == first for link in links) == 2


def test_lists_lead_the_map_and_follow_it(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    hotel(window, tmp_path)
    lists, view = window._page.parts.lists, window._page.parts.map
    entry = next(entry for entry in lists._lists["frictions"].entries if entry.shown.about == ("F1",))
    QTest.mouseClick(entry, Qt.MouseButton.LeftButton)
    assert view.selection == ("F1",)
    view.select(["desk"])
    assert window.selection.ids == ("desk",)
    assert not entry.property("chosen")
    QTest.keyClick(view, Qt.Key.Key_F4)
    assert window._page.parts.lists.name == "walls"
    assert window.work.findings.marks[0].findings[0].key == window.selection.one


def test_a_wall_is_confirmed_by_space_and_taken_back(window: MainWindow, tmp_path: Path) -> None:
    hotel(window, tmp_path)
    view = window._page.parts.map
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_F4)
    QTest.keyClick(view, Qt.Key.Key_Space)
    mark = window.work.findings.marks[0]
    assert any(finding.state == "confirmed" for finding in mark.findings)
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert all(finding.state is None for finding in window.work.findings.marks[0].findings)


def test_details_answer_a_friction_and_keep_the_keyboards_place(window: MainWindow, tmp_path: Path) -> None:
    hotel(window, tmp_path)
    window.selection.choose("F4")
    details = window._page.parts.details
    details.refresh_now()
    exact = next(one for one in details._stops() if one.accessibleName() == "Waiting")
    exact.setFocus()
    exact.setText("9 (5-20)")
    QTest.keyClick(exact, Qt.Key.Key_Return)
    assert window.work.document.journey.frictions["F4"].wait_minutes == (5, 9, 20)
    details.refresh_now()
    assert QApplication.focusWidget().accessibleName() == "Waiting"
    assert card(window.desk, window.work.document.journey.frictions["F4"], titled=True)


def test_every_kind_of_thing_has_its_page(window: MainWindow, tmp_path: Path) -> None:
    hotel(window, tmp_path)
    journey = window.work.document.journey
    ids = [
        *journey.lanes,
        *journey.stages,
        *journey.steps,
        *journey.links,
        *journey.frictions,
        *journey.promises,
    ]
    ids += [finding.key for finding in window.work.findings.walls]
    for id in ids:
        window.selection.choose(id)
        window._page.parts.details.refresh_now()
        assert window._page.parts.details._shown[0] == (id,)
    window.selection.choose(*list(journey.steps)[:3])
    window._page.parts.details.refresh_now()


def test_searching_finds_by_word_in_three_languages(window: MainWindow, tmp_path: Path) -> None:
    hotel(window, tmp_path)
    from journeymap.ui.searching import ask_anything

    dialog = ask_anything(window.parts_or_frame(), window._page.menus)
    for said, wanted in (
        ("spara som", "Save as"),
        ("helskarm", "Full screen"),
        ("incheckningsdisken", "Incheckningsdisken"),
    ):
        dialog.field.setText(said)
        assert dialog._fitting()[0].words.replace("\u00ad", "").startswith(wanted)
    dialog.close()


def test_an_answer_that_says_the_same_draws_nothing_anew(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    hotel(window, tmp_path)
    qtbot.waitUntil(lambda: window.work.is_examined)
    drawn: list[object] = []
    real = drawing.draw
    monkeypatch.setattr(drawing, "draw", lambda *given: drawn.append(given) or real(*given))
    window.work.findings = replace(window.work.findings)
    window.work.examined.emit()
    assert drawn == []
    window.work.findings = replace(window.work.findings, marks=())
    window.work.examined.emit()
    assert len(drawn) == 1
