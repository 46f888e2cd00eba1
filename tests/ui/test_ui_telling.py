"""What the map also tells in the window: listed, shown on the map, opened in the details, made a friction."""

from __future__ import annotations

import shutil
from pathlib import Path

import msgspec
import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot
from two_days_map import two_days

from benchmarks.maps import synthetic
from journeymap.analysis.further import look_further
from journeymap.edit import verbs
from journeymap.model.ids import Id
from journeymap.model.journey import journey_of
from journeymap.resources import samples
from journeymap.storage import files
from journeymap.ui.details.written import LongWords
from journeymap.ui.lists.entries import Entry
from journeymap.ui.parts import Parts
from journeymap.ui.tells import SUBJECTS, tell_with, told
from journeymap.ui.window import MainWindow


@pytest.fixture
def open_map(window: MainWindow, tmp_path: Path) -> MainWindow:
    path = tmp_path / "hotel.journey"
    shutil.copy(samples() / "hotel.journey", path)
    window.open_path(path)
    window.work.open(two_days(), window.work.filing)
    window.bench.show_list("findings")
    QApplication.processEvents()
    return window


def rows(parts: Parts, subject: str) -> list[Entry]:
    parts.lists._opening.open(f"tells:{subject}")
    parts.lists.refresh_now()
    entries = parts.lists._lists["findings"].entries
    return [one for one in entries if one.shown.key.startswith(f"tells:{subject}:")]


def seen(parts: Parts) -> list[str]:
    parts.details.refresh_now()
    return [one.text() for one in parts.details.findChildren(QLabel) if one.text()]


def test_a_promise_too_short_is_listed_shown_opened_and_made_a_friction(open_map: MainWindow) -> None:
    """Two days promised, four days' way: short by two."""
    parts = open_map.parts_or_frame()
    (entry,) = rows(parts, "gaps")
    assert entry.shown.spoken == (
        "“Room in two days” is promised within 2 days; the way takes at least 4 days. Offer → Meet"
    )
    entry.taken.emit(False)
    QApplication.processEvents()
    assert parts.map.selection == ("a", "g", "b")
    words = seen(parts)
    assert "Too short by" in words and words.count("2 days") == 2 and "4 days" in words
    entry.setFocus()
    QTest.keyClicks(entry, "#")
    made = [one for one in open_map.work.document.journey.frictions.values() if one.id != "f"]
    assert [one.at for one in made] == ["b"]
    open_map.do("undo")
    assert len(open_map.work.document.journey.frictions) == 1


def test_what_is_asked_twice_and_who_waits_for_nobody(open_map: MainWindow) -> None:
    parts = open_map.parts_or_frame()
    (again,) = rows(parts, "once")
    again.taken.emit(False)
    assert parts.map.selection == ("a", "b")
    (alone,) = rows(parts, "waits")
    assert "“Left alone”" in alone.shown.spoken
    alone.taken.emit(False)
    assert parts.map.selection == ("h",)
    verbs.set_field(open_map.work.document, Id("b"), reask_required=True)
    (again,) = rows(parts, "once")
    assert "by law" in again.shown.spoken and again.shown.more is None


def test_a_facade_stands_in_the_list_and_at_its_friction(open_map: MainWindow) -> None:
    parts = open_map.parts_or_frame()
    (row,) = rows(parts, "remedies")
    assert "training alone" in row.shown.spoken and "No manager is named" in row.shown.spoken
    row.taken.emit(False)
    QApplication.processEvents()
    words = seen(parts)
    assert any("training alone" in one for one in words)
    ask = next(one for one in parts.details.findChildren(QPushButton) if "Name who decides" in one.text())
    ask.click()
    QApplication.processEvents()
    verbs.set_field(open_map.work.document, Id("f"), decision_by="Head of service")
    (row,) = rows(parts, "remedies")
    assert "No manager" not in row.shown.spoken


def test_both_sides_of_a_wall_are_written_side_by_side_and_stay_when_another_reason_leads(
    open_map: MainWindow,
) -> None:
    parts = open_map.parts_or_frame()
    document = open_map.work.document
    verbs.set_field(document, Id("1"), info="no")
    (wall,) = rows(parts, "sides")
    assert "Neither side has been heard." in wall.shown.spoken
    wall.taken.emit(False)
    QApplication.processEvents()
    parts.details.refresh_now()
    giver, receiver = (
        one for one in parts.details.findChildren(LongWords) if one.accessibleName().startswith("How ")
    )
    giver.setFocus()
    QTest.keyClicks(giver, "We told them")
    receiver.setFocus()
    QApplication.processEvents()
    (wall,) = rows(parts, "sides")
    assert "Desk has not been heard." in wall.shown.spoken
    mark = open_map.work.findings.marks[0]
    assert len(mark.findings) > 1, "a referral, a promise and a memory wall on one border"
    verbs.dismiss_wall(document, mark.findings[0].key, "not so")
    QApplication.processEvents()
    further = open_map.desk.telling.now()
    assert further is not None
    kept = [dict(one.views) for one in further.walls if one.views]
    assert kept in ([], [{"A": "We told them"}])
    open_map.do("undo")
    further = open_map.desk.telling.now()
    assert further is not None and dict(further.walls[0].views) == {"A": "We told them"}


def test_a_lane_has_its_card_and_it_says_that_the_sums_are_the_maps(open_map: MainWindow) -> None:
    parts = open_map.parts_or_frame()
    lanes = rows(parts, "lanes")
    assert [one.shown.about[0] for one in lanes] == ["G", "A", "B"]
    lanes[2].taken.emit(False)
    QApplication.processEvents()
    words = seen(parts)
    assert "The lane's card" in words
    assert any(one.startswith("The cards of all lanes make up the whole map:") for one in words)


def test_the_command_leads_to_the_first_subject_and_a_lane_to_its_card(open_map: MainWindow) -> None:
    parts = open_map.parts_or_frame()
    open_map.bench.show_list("frictions")
    open_map.do("telling")
    QApplication.processEvents()
    row = QApplication.focusWidget()
    assert isinstance(row, Entry) and "Room in two days" in row.shown.spoken
    open_map.selection.choose("b")
    open_map.do("lane_card")
    assert open_map.selection.one == "B"
    assert "The lane's card" in seen(parts)


def test_the_ladder_in_the_maps_own_details(open_map: MainWindow) -> None:
    """Nothing is said of the one ranked friction: all of it rests on assumption."""
    parts = open_map.parts_or_frame()
    open_map.selection.choose()
    parts.details.refresh_now()
    assert parts.details.unfold("ladder")
    assert "Of the lost time 100% rests on assumptions." in seen(parts)
    (rung,) = rows(parts, "rungs")
    rung.taken.emit(False)
    assert parts.map.selection == ("f",)
    verbs.add_quote(open_map.work.document, Id("f"), "They sent me away")
    QApplication.processEvents()
    assert any("Heard: 100%" in one.shown.spoken for one in rows(parts, "rungs"))


@pytest.mark.parametrize("name", ["hotel", "power-connection-en", "service-office"])
def test_every_row_of_a_sample_leads_somewhere(window: MainWindow, name: str) -> None:
    window.work.open(files.load(samples() / f"{name}.journey").journey, window.work.filing)
    parts = window.parts_or_frame()
    for subject in SUBJECTS:
        for tell in told(window.desk).get(subject.name, ()):
            window.selection.choose(tell.key)
            assert seen(parts)
            assert parts.map.selection, tell
            assert tell_with(window.desk, tell.key) in (tell, None)


def test_a_large_map_is_told_of_after_a_while_and_never_holds_the_window(
    window: MainWindow, qtbot: QtBot
) -> None:
    journey = synthetic(400)
    window.work.open(journey, window.work.filing)
    qtbot.waitUntil(lambda: window.work.is_examined)
    qtbot.waitUntil(lambda: window.desk.telling.now() is not None)
    assert window.desk.telling.now() == look_further(journey, window.work.findings)
    first = next(iter(journey.steps))
    verbs.rename(window.work.document, first, "Another name")
    assert window.desk.telling.now() is not None, "of a moment ago, until the new one is there"
    other = msgspec.structs.replace(journey.head, document="another")
    window.work.open(journey_of(*list(journey)[:0], head=other), window.work.filing)
    further = window.desk.telling.now()
    assert further is not None and further.lanes == ()


def test_a_step_that_goes_from_a_large_map_takes_nothing_down(window: MainWindow, qtbot: QtBot) -> None:
    """Until the map is examined again its walls may name a step that is gone."""
    window.work.open(synthetic(400), window.work.filing)
    qtbot.waitUntil(lambda: window.work.is_examined)
    qtbot.waitUntil(lambda: window.desk.telling.now() is not None)
    parts = window.parts_or_frame()
    wall = next(one for one in window.work.findings.walls if one.stands and one.target)
    lane = window.work.document.journey.steps[wall.target or Id("")].lane
    verbs.delete(window.work.document, [wall.target or Id("")])
    window.desk.telling._made.clear()
    assert not window.work.is_examined
    window.bench.show_list("findings")
    assert rows(parts, "lanes")
    window.selection.choose(lane)
    assert "The lane's card" in seen(parts)
