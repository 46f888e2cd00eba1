"""The walk: one step at a time by a presenter's keys, branches, black, jumps, and what is written down."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journeymap.edit import verbs
from journeymap.model.ids import Id
from journeymap.model.journey import Journey, journey_of
from journeymap.model.records import Lane, Link, Step
from journeymap.resources import samples
from journeymap.ui.clock import today
from journeymap.ui.dialogs.surprise import Surprise
from journeymap.ui.walking.page import WalkPage
from journeymap.ui.walking.road import beginning, road_from, ways_on
from journeymap.ui.window import MainWindow

KEY = Qt.Key


@pytest.fixture
def hotel(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> MainWindow:
    path = tmp_path / "hotel.journey"
    shutil.copy(samples() / "hotel.journey", path)
    assert window.open_path(path)
    qtbot.waitUntil(lambda: bool(window.work.findings.marks))
    return window


def walking(window: MainWindow, action: str = "walk") -> WalkPage:
    assert window._page.menus.do(action)
    return window.findChildren(WalkPage)[-1]


def titles(page: WalkPage, window: MainWindow) -> list[str]:
    return [window.work.document.journey.steps[step].id for step in page.road]


def a_round() -> Journey:
    """a → b (0.7) or c (0.3); b → a again and → d; nothing leads to a from outside."""
    steps = [Step(id=Id(id), title=id, lane=Id("l"), column=place) for place, id in enumerate("abcd")]
    ends = [("a", "c", 0.3), ("a", "b", 0.7), ("b", "a", 0.6), ("b", "d", 0.4)]
    links = [
        Link(id=Id(f"{one}{other}"), source=Id(one), target=Id(other), share=share)
        for one, other, share in ends
    ]
    return journey_of(Lane(id=Id("l"), name="Guest", kind="customer"), *steps, *links)


def test_the_road_goes_where_most_go_and_no_step_comes_twice() -> None:
    journey = a_round()
    assert ways_on(journey, Id("a")) == ("b", "c")
    assert road_from(journey, Id("a")) == ("a", "b", "d")
    assert road_from(journey, Id("a"), {Id("a"): Id("c")}) == ("a", "c")
    assert beginning(journey) == "a", "in a round the first one read"
    assert beginning(journey_of()) is None


def test_the_walk_goes_on_back_and_jumps_by_every_key(hotel: MainWindow) -> None:
    """Plan, book, mail, queue (.533), desk, key (.946), sleep, check-out, survey."""
    page = walking(hotel)
    assert titles(page, hotel) == [
        "plan", "book", "offer", "queue", "desk", "key", "sleep", "checkout", "survey",
    ]  # fmt: skip
    for key in (KEY.Key_PageDown, KEY.Key_Right, KEY.Key_Space, KEY.Key_Return):
        before = page.place
        QTest.keyClick(page, key)
        assert page.place == before + 1, key
    for key in (KEY.Key_PageUp, KEY.Key_Left):
        before = page.place
        QTest.keyClick(page, key)
        assert page.place == before - 1, key
    QTest.keyClick(page, "7")
    QTest.keyClick(page, KEY.Key_Return)
    assert page.step == "sleep"
    assert hotel.selection.ids == ("sleep",), "the map follows"
    QTest.keyClick(page, "9")
    QTest.keyClick(page, "9")
    QTest.keyClick(page, KEY.Key_Return)
    assert page.step == "sleep", "there is no step 99"
    for _ in range(5):
        QTest.keyClick(page, KEY.Key_Right)
    assert page.step == "survey", "at the end one stays"


def test_what_stands_between_is_told_at_the_step_that_receives(hotel: MainWindow) -> None:
    page = walking(hotel)
    page.jump(5)
    before, now, after = page.scene.stops
    assert (before.id, now.id, after.id) == ("queue", "desk", "key")
    assert "promises" in now.wall
    assert now.critical is not None
    assert any("1,278 h/year" in one for one in now.frictions)
    assert now.title in page.scene.accessibleName()


def test_down_takes_the_other_way_and_comes_round_again(hotel: MainWindow) -> None:
    page = walking(hotel)
    page.jump(5)
    QTest.keyClick(page, KEY.Key_Down)
    assert titles(page, hotel)[4:7] == ["desk", "dispute", "key"]
    QTest.keyClick(page, KEY.Key_Down)
    assert titles(page, hotel)[4:6] == ["desk", "key"]


@pytest.mark.parametrize("key", [".", "b", "B"])
def test_black_and_any_key_brings_the_step_back(hotel: MainWindow, key: str) -> None:
    page = walking(hotel)
    QTest.keyClick(page, key)
    assert page.black
    assert not page.scene.isVisible()
    QTest.keyClick(page, KEY.Key_Right)
    assert not page.black
    assert page.place == 0, "that key only brings it back"
    assert page.scene.isVisible()


def test_from_here_and_leaving(hotel: MainWindow) -> None:
    hotel.selection.choose("desk")
    page = walking(hotel, "walk_here")
    assert page.step == "desk"
    assert page.geometry() == hotel.rect()
    QTest.keyClick(page, KEY.Key_Escape)
    assert not hotel.findChildren(WalkPage)


def test_a_note_is_evidence_with_date_and_role_and_a_line_in_the_walk_as_one_step(hotel: MainWindow) -> None:
    page = walking(hotel)
    page.jump(4)
    page.notes.role.setText("Hotel manager")
    page.notes.name.setText("Eva")
    walks = set(hotel.work.document.journey.walks)
    QTest.keyClick(page, "S")
    assert QApplication.focusWidget() is page.notes.field, "letters write"
    QTest.keyClicks(page.notes.field, "tood 25 minutes")
    QTest.keyClick(page.notes.field, KEY.Key_Return)
    assert page.hasFocus(), "and Enter walks on"
    journey, day = hotel.work.document.journey, today().isoformat()
    (walk,) = (one for one in journey.walks.values() if one.id not in walks)
    assert (walk.by, walk.role, walk.date) == ("Eva", "Hotel manager", day)
    assert walk.observations == f"{journey.steps[Id('queue')].title}: Stood 25 minutes"
    (one,) = (one for one in journey.evidence.values() if one.quote == "Stood 25 minutes")
    assert (one.about, one.level, one.who, one.date) == ("queue", "observed", "staff", day)
    assert "Hotel manager" in (one.source or "")
    hotel._page.menus.do("undo")
    assert set(hotel.work.document.journey.walks) == walks
    assert one.id not in hotel.work.document.journey.evidence


def test_what_was_heard_and_what_is_as_drawn_stand_in_one_walk(hotel: MainWindow) -> None:
    page = walking(hotel)
    before = set(hotel.work.document.journey.evidence)
    page.notes.ways.group.button(1).click()
    QTest.keyClicks(page.notes.field, "Nobody told me")
    QTest.keyClick(page.notes.field, KEY.Key_Return)
    page.go(1)
    page.notes.as_drawn.click()
    journey = hotel.work.document.journey
    found = [one for one in journey.evidence.values() if one.id not in before]
    assert {(one.about, one.level, one.who, one.quote) for one in found} == {
        ("plan", "heard", "customer", "Nobody told me"),
        ("book", "observed", "staff", None),
    }
    assert len(journey.walks) == 2, "the sample's own, and this one"


def test_the_walk_lives_on_when_the_map_changes_under_it(hotel: MainWindow) -> None:
    page = walking(hotel)
    page.jump(3)
    verbs.delete(hotel.work.document, [Id("desk")])
    assert "desk" not in page.road
    assert page.scene.stops[1] is not None
    verbs.delete(hotel.work.document, [Id("plan")])
    assert not hotel.findChildren(WalkPage), "where it began is gone"


def test_another_language_ends_the_walk_rather_than_hiding_it(hotel: MainWindow, qtbot: QtBot) -> None:
    walking(hotel)
    hotel.speak("sv")
    qtbot.waitUntil(lambda: not hotel.findChildren(WalkPage))


def test_there_is_nothing_to_walk_on_an_empty_map(window: MainWindow) -> None:
    window.begin("A journey", "Guest, Desk")
    window._page.menus.do("walk")
    assert not window.findChildren(WalkPage)


def test_a_surprise_is_written_down_with_its_day_and_listed(hotel: MainWindow) -> None:
    hotel._page.menus.do("surprise")
    dialog = hotel.findChild(Surprise)
    assert dialog is not None
    assert not dialog.keep.isEnabled()
    dialog.believed.setText("The queue is the worst")
    QTest.keyClick(dialog.believed, KEY.Key_Return)
    assert not hotel.work.document.journey.log.keys() - {"l1"}, "Enter only goes on to the second line"
    dialog.saw.setText("The night decides")
    QTest.keyClick(dialog.saw, KEY.Key_Return)
    assert not dialog.keep.isEnabled(), "ready for the next one"
    found = [one for one in hotel.work.document.journey.log.values() if one.saw == "The night decides"]
    assert [(one.believed, one.date) for one in found] == [("The queue is the worst", today().isoformat())]
    dialog.accept()
    hotel._page.menus.do("surprises")
    assert hotel._page.parts.table.grid.sheet.name == "log"
    assert found[0].id in hotel._page.parts.table.grid.rows
