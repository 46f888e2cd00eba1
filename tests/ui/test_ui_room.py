"""The room: covering and leaving, its keys, the time, the line at work in it, what stands beside the map."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot
from room_words import press, shown

from journeymap.edit import verbs
from journeymap.model.ids import Id
from journeymap.model.journey import journey_of
from journeymap.model.records import Lane, Link, Step
from journeymap.resources import samples
from journeymap.storage import settings
from journeymap.ui.dialogs.surprise import Surprise
from journeymap.ui.help.where import page_for
from journeymap.ui.look import Look
from journeymap.ui.room.band import Band
from journeymap.ui.room.countdown import Countdown, written
from journeymap.ui.room.dots import Dots
from journeymap.ui.room.hall import DOTS
from journeymap.ui.room.map import latest
from journeymap.ui.room.page import RoomPage, look_for
from journeymap.ui.softening import softened
from journeymap.ui.walking.page import WalkPage
from journeymap.ui.window import MainWindow

SCREEN = (1920, 1080)


@pytest.fixture
def hotel(hotel: MainWindow, qtbot: QtBot) -> MainWindow:
    """Examined, with the keyboard's place at the desk."""
    qtbot.waitUntil(lambda: bool(hotel.work.findings.marks))
    hotel.selection.choose("desk")
    return hotel


def room_of(window: MainWindow, qtbot: QtBot, size: tuple[int, int] = SCREEN) -> RoomPage:
    """In the room, on a screen of this size."""
    assert window._page.menus.do("room")
    page = window.findChildren(RoomPage)[-1]
    qtbot.waitUntil(lambda: window.size() == window.screen().size())
    window.resize(*size)
    qtbot.waitUntil(lambda: page.size() == window.size() and page.hall.look == look_for(*size))
    window.activateWindow()  # the offscreen platform takes that away with the state of a window
    qtbot.waitUntil(lambda: page.isAncestorOf(QApplication.focusWidget()))
    return page


# -- the time -------------------------------------------------------------------------------------


@given(st.lists(st.floats(0.01, 500), min_size=1, max_size=8), st.integers(1, 240))
def test_time_passes_only_while_it_runs(pauses: list[float], minutes: int) -> None:
    """Turned at every pause, it has run in every second of them: those are summed here by hand."""
    now, countdown = 0.0, Countdown().set(minutes)
    for pause in pauses:
        countdown, now = countdown.turned(now), now + pause
    ran = sum(pauses[::2])
    assert countdown.left(now) == pytest.approx(minutes * 60 - ran)
    assert 0 <= countdown.share(now) <= 1


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(600, "10:00"), (431.2, "07:12"), (0.4, "00:01"), (0, "00:00"), (-0.5, "+00:00"), (-75.9, "+01:15")],
)
def test_the_time_as_it_is_read(seconds: float, words: str) -> None:
    assert written(seconds) == words


def test_minutes_beyond_reason_are_not_taken() -> None:
    assert (Countdown().set(0).minutes, Countdown().set(9999).minutes) == (1, 240)


def test_the_ring_is_solid_in_the_last_minute_and_the_band_turns_over_twice(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [0.0]
    band = Band(window.desk, Countdown().set(2), lambda: now[0])
    qtbot.addWidget(band)
    band.turn()
    now[0] = 59.0
    band._beat()
    assert not band.ring.solid
    now[0] = 60.5
    band._beat()
    assert band.ring.solid and band.time.text() == "01:00"
    monkeypatch.setattr("journeymap.ui.room.band.calm", lambda: False)
    now[0] = 120.5
    band._beat()
    seen = [band.property("inverse")]
    for _ in range(3):
        band._turn_over()
        seen.append(band.property("inverse"))
    assert seen == [True, False, True, False]
    assert not band._flip.isActive()
    now[0] = 133.0
    band._beat()
    assert band.time.text() == "+00:13"


def test_without_motion_the_band_stays_as_it_is(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("journeymap.ui.room.band.calm", lambda: True)
    now = [0.0]
    band = Band(window.desk, Countdown().set(1), lambda: now[0])
    qtbot.addWidget(band)
    band.turn()
    now[0] = 61.0
    band._beat()
    assert not band.property("inverse") and not band._flip.isActive()


def test_keys_of_the_time(hotel: MainWindow, qtbot: QtBot) -> None:
    page = room_of(hotel, qtbot)
    field = page.hall.tell.foot.bar.field
    for focus in (field, page.hall.tell.map):
        focus.setFocus()
        press(focus, "Ctrl+T")
        assert page.hall.band.countdown.since is not None
        press(QApplication.focusWidget(), "Ctrl+T")
        assert page.hall.band.countdown.since is None
    press(field, "Ctrl+Shift+T")
    minutes = page.hall.band.minutes
    assert minutes.hasFocus()
    minutes.setText("25")
    press(minutes, "Return")
    assert page.hall.band.time.text() == "25:00"
    assert field.hasFocus(), "the line has the keyboard again"
    press(field, "Ctrl+Shift+T")
    minutes.setText("")
    press(minutes, "Esc")
    assert page.hall.band.time.text() == "25:00" and page.hall.band.time.isVisible()
    page.leave()
    assert settings.get("room_minutes", 0) == 25
    hotel.do("room")
    assert hotel.findChildren(RoomPage)[-1].hall.band.time.text() == "25:00", "the next round is as long"


# -- covering and leaving -------------------------------------------------------------------------


def test_the_key_goes_in_and_out_and_the_window_is_as_it_was(hotel: MainWindow, qtbot: QtBot) -> None:
    view = hotel._page.parts.map
    view.setFocus()
    state = hotel.windowState()
    press(view, "Ctrl+R")
    page = hotel.findChildren(RoomPage)[-1]
    assert hotel.isFullScreen()
    qtbot.waitUntil(lambda: page.isAncestorOf(QApplication.focusWidget()))
    assert page_for(QApplication.focusWidget(), hotel.desk) == "line.md"
    assert page_for(page.hall.tell.map, hotel.desk) == "room.md"
    press(QApplication.focusWidget(), "Ctrl+R")
    assert hotel.findChildren(RoomPage) == []
    assert hotel.windowState() == state
    assert hotel._page.isAncestorOf(QApplication.focusWidget())


def test_esc_twice_leaves_once_there_is_nothing_to_take_back(
    hotel: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = room_of(hotel, qtbot)
    field = page.hall.tell.foot.bar.field
    field.setText("half a st")
    press(field, "Esc")
    assert field.text() == "" and page.isVisible()
    clock = [100.0]
    monkeypatch.setattr("journeymap.ui.room.page.monotonic", lambda: clock[0])
    press(QApplication.focusWidget(), "Esc")
    assert "Esc once more" in shown(page)
    clock[0] += 2.1
    press(QApplication.focusWidget(), "Esc")
    QApplication.processEvents()
    assert hotel.findChildren(RoomPage) == [page], "too late: counted anew"
    clock[0] += 1.9
    press(QApplication.focusWidget(), "Esc")
    qtbot.waitUntil(lambda: hotel.findChildren(RoomPage) == [])


def test_another_map_or_language_ends_the_room(hotel: MainWindow, qtbot: QtBot) -> None:
    page = room_of(hotel, qtbot)
    hotel.speak("sv")
    qtbot.waitUntil(lambda: page.parentWidget() is None)
    hotel.do("room")
    assert len(hotel.findChildren(RoomPage)) == 1
    hotel.begin("Another", "Guest, Desk")
    assert hotel.findChildren(RoomPage) == []


@pytest.mark.parametrize("key", ["Ctrl+B", "Ctrl+I", "Ctrl+F", "Ctrl+W", "Ctrl+P", "Ctrl+K", "F6", "Ctrl+N"])
def test_keys_of_the_window_behind_do_nothing(hotel: MainWindow, qtbot: QtBot, key: str) -> None:
    page = room_of(hotel, qtbot)
    parts, journey = hotel._page.parts, hotel.work.document.journey
    before = (hotel._page.lists_open, hotel._page.details_open, parts.views.name, len(hotel.children()))
    for focus in (page.hall.tell.map, page.hall.tell.foot.bar.field):
        focus.setFocus()
        press(focus, key)
    assert hotel.work.document.journey is journey
    assert (
        hotel._page.lists_open,
        hotel._page.details_open,
        parts.views.name,
        len(hotel.children()),
    ) == before
    assert QApplication.activeModalWidget() is None


def test_tab_stays_in_the_room(hotel: MainWindow, qtbot: QtBot) -> None:
    page = room_of(hotel, qtbot)
    seen = set()
    for key in ["Tab"] * 30 + ["Shift+Tab"] * 5:
        QTest.keyClick(
            QApplication.focusWidget(),
            Qt.Key.Key_Backtab if "Shift" in key else Qt.Key.Key_Tab,
        )
        seen.add(QApplication.focusWidget())
        assert page.isAncestorOf(QApplication.focusWidget())
    assert page.hall.band.time in seen and set(page.hall.modes.modes) <= seen


def test_the_walk_begins_in_the_room_and_ends_in_it(hotel: MainWindow, qtbot: QtBot) -> None:
    page = room_of(hotel, qtbot)
    press(page.hall.tell.foot.bar.field, "F5")
    walk = hotel.findChildren(WalkPage)[-1]
    assert walk.hasFocus()
    press(walk, "Esc")
    hotel.activateWindow()
    qtbot.waitUntil(lambda: page.isAncestorOf(QApplication.focusWidget()))
    assert page.isVisible()


# -- telling --------------------------------------------------------------------------------------


def test_what_is_told_is_written_undone_and_seen_in_the_window(hotel: MainWindow, qtbot: QtBot) -> None:
    page = room_of(hotel, qtbot)
    tell = page.hall.tell
    field = tell.foot.bar.field
    before = hotel.work.document.journey
    QTest.keyClicks(field, "Carries the bags up")
    assert tell.map._ghost_at is not None, "the ghost is seen where it lands"
    press(field, "Return")
    new = next(
        step for step in hotel.work.document.journey.steps.values() if step.title == "Carries the bags up"
    )
    assert tell.map.told[0] == new.id
    assert tell.map.sight.box_of(new.id) is not None
    QTest.keyClicks(field, "Unpacks")
    press(field, "Ctrl+1")
    assert tell.foot.bar.chip.text().startswith("1 ")
    press(field, "Return")
    tell.to_map()
    press(tell.map, "Ctrl+Z")
    press(tell.map, "Ctrl+Z")
    assert hotel.work.document.journey == before
    press(tell.map, "Ctrl+Y")
    page.leave()
    assert hotel._page.parts.map.sight.box_of(new.id) is not None, "the map behind has caught up"


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080)])
def test_a_friction_asks_its_four_questions_in_the_room(
    hotel: MainWindow, qtbot: QtBot, size: tuple[int, int]
) -> None:
    page = room_of(hotel, qtbot, size)
    foot = page.hall.tell.foot
    QTest.keyClicks(foot.bar.field, "# Nobody knows the code")
    press(foot.bar.field, "Return")
    assert foot.asking is foot.answers and foot.answers.isVisible()
    assert foot.geometry().bottom() <= page.hall.tell.height()
    view = page.hall.tell.map
    view.camera.calm = True
    qtbot.waitUntil(lambda: view.where(Id("desk")).bottom() <= foot.y())
    for key in ("3", "2", "1", "2"):
        press(foot.answers, key)
    made = next(
        f for f in hotel.work.document.journey.frictions.values() if f.title == "Nobody knows the code"
    )
    assert made.at == "desk" and made.hits is not None
    assert foot.asking is None


def test_parked_and_surprising_things_stand_beside(hotel: MainWindow, qtbot: QtBot) -> None:
    page = room_of(hotel, qtbot)
    beside = page.hall.tell.beside
    parked = len(hotel.work.document.journey.notes)
    QTest.keyClicks(page.hall.tell.foot.bar.field, "? Who decides")
    press(page.hall.tell.foot.bar.field, "Return")
    assert beside._parked_count.text() == str(parked + 1)
    qtbot.waitUntil(lambda: "Who decides" in shown(beside))
    beside.findChildren(QPushButton)[0].click()
    dialog = hotel.findChildren(Surprise)[-1]
    dialog.reject()
    verbs.note_surprise(hotel.work.document, "Nobody waits", "Forty people wait")
    qtbot.waitUntil(lambda: "Nobody waits → Forty people wait" in shown(beside))
    hotel.activateWindow()
    qtbot.waitUntil(lambda: page.isAncestorOf(QApplication.focusWidget()))


def test_only_the_map_is_shown_to_the_room(hotel: MainWindow, qtbot: QtBot) -> None:
    """No owner's name, and nobody's words, of those that the sample holds."""
    page = room_of(hotel, qtbot)
    journey = hotel.work.document.journey
    drawn = str(page.hall.tell.map.picture)
    excuses = [one.excuse for one in journey.walls.values() if one.excuse]
    private = [one.quote for one in journey.evidence.values() if one.quote and one.quote not in excuses]
    private += [one.owner for one in journey.frictions.values() if one.owner and " " in one.owner]
    assert private
    assert [words for words in private if words in drawn or words in shown(page)] == []


def test_the_map_is_large_and_the_last_three_steps_stay_in_sight(hotel: MainWindow, qtbot: QtBot) -> None:
    page = room_of(hotel, qtbot)
    view, field = page.hall.tell.map, page.hall.tell.foot.bar.field
    assert view.theme.name == "projector"
    assert view.zoom * 14.5 >= 28 - 1e-6
    view.camera.calm = True
    for title in ("One", "Two", "Three", "Four"):
        QTest.keyClicks(field, title)
        press(field, "Return")
        if page.hall.tell.foot.asking:
            press(page.hall.tell.foot.asking, "Esc")
    titles = [hotel.work.document.journey.steps[step].title for step in view.told]
    assert titles == ["Four", "Three", "Two"]
    area = view.viewport().rect()
    assert all(area.contains(view.where(step).toAlignedRect()) for step in view.told)


def test_the_story_goes_back_by_what_led_there() -> None:
    steps = [Step(id=Id(id), title=id, lane=Id("l"), column=place) for place, id in enumerate("abcd")]
    links = [Link(id=Id(f"{a}{b}"), source=Id(a), target=Id(b)) for a, b in ("ab", "bc", "cd", "db")]
    journey = journey_of(Lane(id=Id("l"), name="Guest", kind="customer"), *steps, *links)
    assert latest(journey, Id("c")) == ("c", "b", "d"), "the latest link that leads there"
    assert latest(journey, Id("a")) == ("a",)
    assert latest(journey, None) == () == latest(journey, Id("gone"))


def test_an_empty_map_is_shown_whole_and_comes_near_with_its_first_step(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.begin("A stay", "Guest, Desk")
    page = room_of(window, qtbot)
    view = page.hall.tell.map
    assert page.hall.band.question.text() == "What does the guest do first?"
    qtbot.waitUntil(lambda: view.viewport().rect().contains(view.mapFromScene(view.picture.width, 0).x(), 5))
    QTest.keyClicks(page.hall.tell.foot.bar.field, "Books")
    press(page.hall.tell.foot.bar.field, "Return")
    qtbot.waitUntil(lambda: view.zoom * 14.5 >= 28 - 1e-6)
    assert page.hall.band.question.text() == "What happens next, as the guest sees it?"


@pytest.mark.parametrize("language", ["en", "sv", "nb"])
@pytest.mark.parametrize("size", [(1024, 640), (1366, 768), (1920, 1080)])
def test_nothing_is_cut_in_any_language(
    make_window: object, language: str, size: tuple[int, int], tmp_path: Path, qtbot: QtBot
) -> None:
    window = make_window(language, size=size)  # type: ignore[operator]
    path = Path(shutil.copy(samples() / "hotel.journey", tmp_path / "hotel.journey"))
    window.open_path(path)
    page = room_of(window, qtbot, size)
    cut = [
        one.text()
        for one in page.findChildren(QPushButton)
        if one.isVisible() and one.fontMetrics().horizontalAdvance(one.text()) > one.width()
    ]
    assert cut == []
    assert window.width() == size[0]


def test_another_screen_keeps_the_words_and_the_time(hotel: MainWindow, qtbot: QtBot) -> None:
    page = room_of(hotel, qtbot)
    page.hall.tell.foot.bar.field.setText("half a sen")
    page.hall.band.turn()
    running = page.hall.band.countdown
    hotel.resize(1366, 768)
    qtbot.waitUntil(lambda: page.hall.look == look_for(1366, 768))
    assert page.hall.tell.foot.bar.field.text() == "half a sen"
    assert page.hall.band.countdown == running


def test_the_look_follows_the_screen() -> None:
    assert look_for(1920, 1080) == Look("projector", 2.0)
    assert look_for(3840, 2160) == Look("projector", 2.0)
    assert look_for(640, 480).scale == 1.2


def test_long_words_are_given_places_to_break_and_say_the_same() -> None:
    long = "Uppgraderingserbjudandehanteringen är klar"
    assert "\u00ad" in softened(long, "sv")
    assert softened(long, "sv").replace("\u00ad", "") == long
    assert softened("kort ord", "sv") == "kort ord"


# -- dots -----------------------------------------------------------------------------------------


def voting(window: MainWindow, qtbot: QtBot) -> Dots:
    page = room_of(window, qtbot)
    press(page.hall.tell.foot.bar.field, "Ctrl+Shift+Tab")
    dots = page.hall.dots
    assert dots.isVisible() and page.hall.modes.modes[DOTS].isChecked()
    return dots


def test_dots_ask_who_votes_once_and_hide_the_result_until_space(hotel: MainWindow, qtbot: QtBot) -> None:
    for friction in hotel.work.document.journey.frictions:
        verbs.set_votes(hotel.work.document, friction, None, None)
    dots = voting(hotel, qtbot)
    ids = list(dots.ids)
    assert dots.of.hasFocus(), "how many vote is not known yet"
    QTest.keyClicks(dots.of, "12")
    press(dots.of, "Return")
    for yes in ("9", "0", "12"):
        assert dots.yes.hasFocus()
        QTest.keyClicks(dots.yes, yes)
        assert dots.yes.displayText() != yes, "hidden"
        press(dots.yes, "Return")
    assert dots.ids == ids, "no order tells what was voted"
    given = [hotel.work.document.journey.frictions[id].votes for id in ids[:3]]
    assert [(votes.yes, votes.of) for votes in given] == [(9, 12), (0, 12), (12, 12)]
    assert hotel.work.document.journey.frictions[ids[3]].votes is None
    assert "9 of 12" not in shown(dots)
    press(dots.yes, "Space")
    qtbot.waitUntil(lambda: all(words in shown(dots) for words in ("9 of 12", "0 of 12", "12 of 12")))
    press(dots.yes, "Space")
    assert "9 of 12" not in shown(dots)
    press(dots.yes, "Ctrl+Z")
    assert hotel.work.document.journey.frictions[ids[2]].votes is None


def test_more_yes_than_voters_is_said_and_not_kept(hotel: MainWindow, qtbot: QtBot) -> None:
    dots = voting(hotel, qtbot)
    before = hotel.work.document.journey
    dots.of.setText("5")
    dots.yes.setText("6")
    press(dots.yes, "Return")
    assert "More say yes than vote" in shown(dots) and dots.of.hasFocus()
    assert hotel.work.document.journey is before


def test_no_key_of_the_map_reaches_it_while_the_room_votes(hotel: MainWindow, qtbot: QtBot) -> None:
    dots = voting(hotel, qtbot)
    journey = hotel.work.document.journey
    back = dots._ways[0]
    back.setFocus()
    for key in ("Del", "Ctrl+D", "F2", "Ctrl+L", "Alt+Right", "Ctrl+3"):
        press(back, key)
    assert hotel.work.document.journey is journey
    for _ in range(3):
        press(QApplication.focusWidget(), "Ctrl+Shift+Tab")
    assert dots.isVisible()
    press(dots.yes, "Ctrl+Tab")
    assert not dots.isVisible()


def test_a_map_without_frictions_has_nothing_to_vote_on(window: MainWindow, qtbot: QtBot) -> None:
    window.begin("A stay", "Guest, Desk")
    page = room_of(window, qtbot)
    page.hall.show_mode(DOTS)
    assert "Nothing hurts yet" in shown(page.hall.dots)
    assert not page.hall.dots.yes.isEnabled()
    page.hall.dots.next()
    page.hall.dots.turn()


def test_the_map_behind_sleeps_whatever_turns_below_the_room(hotel: MainWindow, qtbot: QtBot) -> None:
    page, parts = room_of(hotel, qtbot), hotel._page.parts
    for view in ("both", "table"):
        parts.views.turn_to(view)
        assert parts.drawing._asleep
    page.leave()
    assert parts.drawing._asleep, "the table alone is shown"
    parts.views.turn_to("map")
    assert not parts.drawing._asleep
