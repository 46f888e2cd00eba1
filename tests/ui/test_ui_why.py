"""Why this place, why this wall, what to measure first, G dragged: from the window."""

from __future__ import annotations

import shutil
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from journeymap.analysis.graph import build
from journeymap.analysis.words import explanation
from journeymap.edit import verbs
from journeymap.edit.document import Document
from journeymap.model.ids import HEAD, Id
from journeymap.model.journey import Journey
from journeymap.resources import samples
from journeymap.storage import files
from journeymap.ui.details.form import Fold
from journeymap.ui.why import goal, scale, ways
from journeymap.ui.why.goal import GoalCard, computed_minutes
from journeymap.ui.why.link import LinkLine
from journeymap.ui.why.slider import MinuteSlider
from journeymap.ui.window import MainWindow


def hotel(window: MainWindow, folder: Path) -> None:
    path = folder / "hotel.journey"
    shutil.copy(samples() / "hotel.journey", path)
    assert window.open_path(path)


def said(widget: QWidget) -> str:
    return "\n".join(one.text() for one in widget.findChildren(QLabel) if one.isVisibleTo(widget))


def why(window: MainWindow, id: str, qtbot: QtBot) -> str:
    """Choose, ask why, and read the details."""
    qtbot.waitUntil(lambda: window.work.is_examined)
    window.selection.choose(id)
    assert window._page.menus.do("why")
    return said(window._page.parts.details)


def fold(window: MainWindow, key: str) -> Fold:
    return next(one for one in window._page.parts.details.findChildren(Fold) if one.key.startswith(key))


def test_why_this_place_is_closed_until_asked_for_and_closes_again(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    hotel(window, tmp_path)
    window.selection.choose("F4")
    window._page.parts.details.refresh_now()
    assert not fold(window, "why").is_open
    words = why(window, "F4", qtbot)
    assert fold(window, "why").is_open
    assert fold(window, "why").isAncestorOf(QApplication.focusWidget())
    for part in (
        "By hours alone: place",
        "What it is made of",
        "Possible places",
        "of 1,000 trials",
        "What would move it",
        "What it rests on",
    ):
        assert part in words, part
    window._page.menus.do("why")
    assert not fold(window, "why").is_open


def test_it_stays_unfolded_while_one_goes_from_friction_to_friction(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    hotel(window, tmp_path)
    found = window.work.findings.ranked
    why(window, found[0].id, qtbot)
    window._page.menus.do("next_friction")
    window._page.parts.details.refresh_now()
    assert window.selection.one == found[1].id
    assert fold(window, "why").is_open


def test_why_on_a_step_unfolds_its_first_friction(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    hotel(window, tmp_path)
    line = window.work.findings.ranked[0]
    at = window.work.document.journey.frictions[line.id].at
    assert "What would move it" in why(window, at, qtbot)


def test_why_this_wall_names_rule_facts_and_what_settles_it(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    hotel(window, tmp_path)
    for mark in window.work.findings.marks:
        words = why(window, mark.findings[0].key, qtbot)
        if not fold(window, "why").is_open:
            window._page.menus.do("why")
            words = said(window._page.parts.details)
        for part in ("The rule", "What it saw", "How certain?", "What would settle it"):
            assert part in words
        assert fold(window, "why").findChildren(LinkLine)
        window._page.menus.do("why")


def test_the_way_of_a_wall_leads_from_its_source_to_its_target(window: MainWindow, tmp_path: Path) -> None:
    hotel(window, tmp_path)
    journey = window.work.document.journey
    for finding in window.work.findings.walls:
        links = [journey.links[id] for id in ways.way(journey, finding.source, finding.target)]
        if links:
            assert links[0].source == finding.source
            assert links[-1].target == finding.target
            assert all(a.target == b.source for a, b in pairwise(links))
    assert ways.way(journey, None, Id("desk")) == ()


def test_an_answer_of_the_plan_is_asked_for_and_ticks_itself(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    hotel(window, tmp_path)
    qtbot.waitUntil(lambda: window.work.is_examined)
    waiting = window.work.findings.unranked[0]
    window._page.menus.do("measure_first")
    details = window._page.parts.details
    assert "Could be among the first three" in said(details)
    buttons = [one for one in fold(window, "plan").findChildren(QWidget) if one.property("role") == "link"]
    QTest.mouseClick(buttons[0], Qt.MouseButton.LeftButton)
    assert window.selection.one == waiting.id
    focus = QApplication.focusWidget()
    assert focus.property("answers") == waiting.missing[0]
    answers = dict.fromkeys(waiting.missing, 5)
    verbs.answer_friction(window.work.document, waiting.id, **answers)
    window.selection.choose()
    details.refresh_now()
    assert "Measured: place" in said(details)
    window.work.document.undo()
    details.refresh_now()
    assert "Measured: place" not in said(details)


def card(window: MainWindow) -> GoalCard:
    window.selection.choose()
    window._page.parts.details.refresh_now()
    return window._page.parts.details.findChildren(GoalCard)[0]


def test_g_is_dragged_with_live_places_and_one_undo_and_can_go_back(
    window: MainWindow, tmp_path: Path
) -> None:
    hotel(window, tmp_path)
    document = window.work.document
    made = card(window)
    even = window.work.findings.break_even_goal
    assert even is not None and made.exact.text() == "510 min"
    assert made.slider.even == even
    before = [line.id for line in window.work.findings.ranked[:2]]
    slider = made.slider
    y = slider.height() // 2

    def at(minutes: float) -> QPoint:
        return QPoint(round(slider.x_of(scale.position_of(minutes))), y)

    QTest.mousePress(slider, Qt.MouseButton.LeftButton, pos=at(400))
    for minutes in (200, 100, 60, 20):
        QTest.mouseMove(slider, at(minutes))
        made._say()
    window._page.parts.details.refresh_now()
    assert card_is_the_same(window, made)
    after = [line.id for line in window.work.findings.ranked[:2]]
    assert after == before[::-1]
    QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=at(20))
    assert document.journey.head.goal_minutes == pytest.approx(20, rel=0.1)
    document.undo()
    assert document.journey.head.goal_minutes is None
    document.redo()
    assert computed_minutes(document.journey) == 510
    card(window)._back()
    assert document.journey.head.goal_minutes is None


def card_is_the_same(window: MainWindow, made: GoalCard) -> bool:
    return made in window._page.parts.details.findChildren(GoalCard)


def test_a_click_on_the_slider_that_moves_nothing_says_nothing(window: MainWindow, tmp_path: Path) -> None:
    hotel(window, tmp_path)
    slider = card(window).slider
    at = QPoint(round(slider.x_of(slider.value())), slider.height() // 2)
    before = window.work.document.generation
    slider.setSliderDown(True)
    slider.setSliderDown(False)
    assert window.work.document.generation == before
    QTest.mouseClick(slider, Qt.MouseButton.LeftButton, pos=at)
    assert window.work.document.generation - before <= 1


def test_arrows_on_the_slider_are_one_undo_step_until_it_is_left(window: MainWindow, tmp_path: Path) -> None:
    hotel(window, tmp_path)
    made = card(window)
    made.slider.setFocus()
    for _ in range(4):
        QTest.keyClick(made.slider, Qt.Key.Key_Right)
        made._say()
    assert window.work.document.journey.head.goal_minutes > 510
    window.work.document.undo()
    assert window.work.document.journey.head.goal_minutes is None


def test_the_whole_panel_follows_the_keyboard_on_the_slider(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    """Each move is said before the page is made anew: none is lost, and all are one undo step."""
    hotel(window, tmp_path)
    why(window, "F3", qtbot)
    details = window._page.parts.details
    details.findChildren(GoalCard)[0].slider.setFocus()
    details.refresh_now()
    start = details.findChildren(GoalCard)[0].slider.value()
    for _ in range(5):
        for _ in range(8):
            slider = QApplication.focusWidget()
            assert isinstance(slider, MinuteSlider)
            QTest.keyClick(slider, Qt.Key.Key_PageDown if slider.value() > start - 400 else Qt.Key.Key_Left)
        QTest.qWait(60)
        qtbot.waitUntil(lambda: window.work.is_examined)
        details.refresh_now()
    goal = window.work.document.journey.head.goal_minutes
    slider = QApplication.focusWidget()
    assert isinstance(slider, MinuteSlider)
    assert scale.minutes_at(slider.value()) == goal
    line = next(line for line in window.work.findings.ranked if line.id == "F3")
    assert explanation(line, window.work.document.journey, window.work.findings, window.desk.t) in said(
        details
    )
    window.work.document.undo()
    assert window.work.document.journey.head.goal_minutes is None


def test_a_stated_g_does_not_make_the_panel_wider_than_its_room(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    hotel(window, tmp_path)
    why(window, "F3", qtbot)
    area = window._page.parts.details.findChildren(QScrollArea)[0]
    verbs.set_field(window.work.document, HEAD, goal_minutes=20)
    qtbot.waitUntil(lambda: window.work.is_examined)
    window._page.parts.details.refresh_now()
    inner = area.widget()
    assert inner is not None
    assert inner.minimumSizeHint().width() <= area.viewport().width()


def test_a_place_in_minutes_does_not_make_the_panel_wider_than_its_room(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    """A first map says no number of journeys: its figures are long, per 1,000 of them."""
    hotel(window, tmp_path)
    verbs.set_field(window.work.document, HEAD, journeys_per_year=None)
    qtbot.waitUntil(lambda: window.work.is_examined)
    why(window, "F3", qtbot)
    area = window._page.parts.details.findChildren(QScrollArea)[0]
    inner = area.widget()
    assert inner is not None
    assert inner.minimumSizeHint().width() <= area.viewport().width()


def test_every_answer_that_may_move_a_friction_has_its_place(window: MainWindow, tmp_path: Path) -> None:
    hotel(window, tmp_path)
    for answer in ("hits", "wait_minutes", "work_minutes", "value_lost", "votes", "critical"):
        window.selection.ask("F1", answer)
        focus: QWidget | None = QApplication.focusWidget()
        while focus is not None and focus.property("answers") != answer:
            focus = focus.parentWidget()
        assert focus is not None, answer


def test_the_action_asks_for_g_wherever_it_is(window: MainWindow, tmp_path: Path) -> None:
    hotel(window, tmp_path)
    window.selection.choose("desk")
    window._page.menus.do("goal_minutes")
    assert QApplication.focusWidget().property("answers") == "goal_minutes"
    window._page.menus.do("per_year")
    assert QApplication.focusWidget().accessibleName() == "Journeys per year"


def test_the_scale_reads_back_what_it_shows() -> None:
    assert scale.minutes_at(0) == 1
    assert scale.minutes_at(scale.POSITIONS) == 10_080
    assert [scale.minutes_at(n) for n in range(0, 1001, 50)] == sorted(
        scale.minutes_at(n) for n in range(0, 1001, 50)
    )
    for minutes in (1, 10, 42, 60, 510, 1440, 10_080):
        assert scale.minutes_at(scale.position_of(minutes)) == pytest.approx(minutes, rel=0.04)


def test_a_wall_in_its_list_unfolds_and_is_dismissed_with_a_reason(
    window: MainWindow, tmp_path: Path
) -> None:
    hotel(window, tmp_path)
    window._page.show_list("walls")
    entry = window._page.parts.lists._lists["walls"].entries[0]
    entry.setFocus()
    entry.taken.emit(False)
    QTest.keyClick(entry, Qt.Key.Key_Delete)
    QTest.keyClicks(entry.more.reason, "Agreed")
    QTest.keyClick(entry.more.reason, Qt.Key.Key_Return)
    walls = window.work.document.journey.walls.values()
    assert [wall.reason for wall in walls if wall.state == "dismissed"] == ["Agreed"]


def test_an_empty_map_has_nothing_to_explain(window: MainWindow) -> None:
    window.begin("Sleep well", "Guest, Desk")
    assert not window._page.menus.do("why")
    window._page.menus.do("measure_first")
    window._page.parts.details.refresh_now()
    assert not [one for one in window._page.parts.details.findChildren(Fold) if one.key == "plan"]


def test_a_long_plan_shows_the_first_tasks_and_the_rest_when_asked(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    hotel(window, tmp_path)
    document = window.work.document
    for number in range(20):
        verbs.add_friction(document, Id("desk"), f"Unclear {number}")
    qtbot.waitUntil(lambda: window.work.is_examined)
    window._page.menus.do("measure_first")
    details = window._page.parts.details
    titles = said(details)
    assert sum(f"Unclear {number}" in titles.split("\n") for number in range(20)) < 20
    (more,) = (one for one in details.findChildren(QPushButton) if one.text().startswith("Show "))
    more.click()
    QApplication.processEvents()
    titles = said(details)
    assert all(f"Unclear {number}" in titles.split("\n") for number in range(20))


def test_other_words_for_a_step_take_no_other_time(monkeypatch: pytest.MonkeyPatch) -> None:
    document = Document(files.load(samples() / "hotel.journey").journey)
    before = computed_minutes(document.journey)
    asked: list[Journey] = []
    monkeypatch.setattr(goal, "build", lambda journey: asked.append(journey) or build(journey))
    verbs.rename(document, Id("desk"), "Står vid disken")
    assert computed_minutes(document.journey) == before and not asked
    verbs.set_field(document, Id("desk"), own_minutes=65)
    now = computed_minutes(document.journey)
    assert now is not None and before is not None and now > before and len(asked) == 1
