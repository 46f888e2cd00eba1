"""Findings in the window: four questions first, one key each, folded, filtered, settled, back again."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from journeymap.analysis.rules import QUESTIONS
from journeymap.edit import verbs
from journeymap.model.ids import HEAD, Id
from journeymap.resources import samples
from journeymap.ui.lists.entries import Entry
from journeymap.ui.lists.filtering import Filter
from journeymap.ui.lists.listed import in_order
from journeymap.ui.lists.unfolded import Settling
from journeymap.ui.window import MainWindow


def hotel(window: MainWindow, folder: Path, name: str = "hotel") -> None:
    path = folder / "map.journey"
    shutil.copy(samples() / f"{name}.journey", path)
    assert window.open_path(path)


def said(widget: QWidget) -> str:
    return "\n".join(one.text() for one in widget.findChildren(QLabel))


def entries(window: MainWindow) -> list[Entry]:
    """The list as it is now."""
    window._page.parts.lists.refresh_now()
    return window._page.parts.lists._lists["findings"].entries


def findings(window: MainWindow) -> list[Entry]:
    window._page.show_list("findings")
    return entries(window)


def keys(window: MainWindow) -> list[str]:
    return [one.shown.key for one in entries(window)]


def row(window: MainWindow, start: str) -> Entry:
    """The row whose finding begins so, chosen and with the keyboard."""
    entry = next(one for one in findings(window) if one.shown.key.startswith(start))
    entry.setFocus()
    entry.taken.emit(False)
    return entry


def open_groups(window: MainWindow, *groups: str) -> None:
    for group in groups:
        window._page.parts.lists._opening.open(group)


def test_the_four_questions_come_first_with_their_answers_and_walls(
    window: MainWindow, tmp_path: Path
) -> None:
    hotel(window, tmp_path)
    shown = findings(window)
    questions = [one for one in shown if one.shown.key.startswith("question:")]
    assert [one.shown.key for one in questions] == [f"question:DIAG-{n}" for n in (1, 2, 3, 4)]
    assert len(QUESTIONS) == 4
    assert "Sometimes. Contacts on average" in said(questions[0])
    assert "Sent on: 17 of 1,000 guests." in said(questions[2])
    walls = [one.shown.key for one in shown if "wall:" in one.shown.key]
    assert walls == ["DIAG-3:wall:3", "DIAG-4:wall:1", "DIAG-4:wall:2"]
    assert shown.index(questions[3]) < min(
        place for place, one in enumerate(shown) if one.shown.key.startswith("rule:GAP")
    )


def test_a_question_shows_its_places_and_what_it_rests_on(window: MainWindow, tmp_path: Path) -> None:
    hotel(window, tmp_path)
    row(window, "question:DIAG-1")
    assert set(window._page.parts.map.selection) == {"plan"}
    row(window, "question:DIAG-3")
    assert "dispute" in window._page.parts.map.selection
    window._page.parts.details.refresh_now()
    assert "Sent on to others" in said(window._page.parts.details)


def test_space_says_so_it_is_and_the_next_one_has_the_keyboard(window: MainWindow, tmp_path: Path) -> None:
    hotel(window, tmp_path)
    entry = row(window, "rule:NO-CASE-OWNER")
    key = entry.shown.about[0]
    assert isinstance(entry.more, Settling) and entry.more.isVisible()
    QTest.keyClick(entry, Qt.Key.Key_Space)
    (record,) = window.work.document.journey.dismissals.values()
    assert (record.finding, record.agreed, len(record.facts or "")) == (key, True, 16)
    assert f"rule:{key}" not in keys(window)
    assert isinstance(QApplication.focusWidget(), Entry)
    assert window.selection.one == QApplication.focusWidget().shown.about[0] != key
    open_groups(window, "agreed")
    agreed = row(window, f"rule:{key}")
    QTest.keyClick(agreed, Qt.Key.Key_Space)
    assert not window.work.document.journey.dismissals, "a second time takes it back"
    assert f"rule:{key}" in keys(window)


def test_undo_brings_a_settled_finding_back(window: MainWindow, tmp_path: Path) -> None:
    hotel(window, tmp_path)
    QTest.keyClick(row(window, "rule:GAP"), Qt.Key.Key_Space)
    assert "rule:GAP:desk" not in keys(window)
    window.work.document.undo()
    assert "rule:GAP:desk" in keys(window)


def test_delete_asks_why_and_the_reason_is_kept(window: MainWindow, tmp_path: Path) -> None:
    hotel(window, tmp_path)
    entry = row(window, "rule:GAP")
    QTest.keyClick(entry, Qt.Key.Key_Delete)
    assert entry.more.reason.hasFocus()
    QTest.keyClicks(entry.more.reason, "Not ours")
    QTest.keyClick(entry.more.reason, Qt.Key.Key_Return)
    (record,) = window.work.document.journey.dismissals.values()
    assert (record.finding, record.reason, record.agreed) == ("GAP:desk", "Not ours", None)
    assert "rule:GAP:desk" not in keys(window)
    open_groups(window, "dismissed")
    gone = row(window, "rule:GAP")
    assert entries(window)[-1] is gone, "dismissed ones stand last"
    assert "Not ours" in said(gone)


def test_a_usual_reason_is_one_click_away(window: MainWindow, tmp_path: Path) -> None:
    hotel(window, tmp_path)
    entry = row(window, "rule:GAP")
    entry.more.ask_reason()
    (usual,) = (one for one in entry.more.findChildren(QWidget) if one.property("text") == "It has to be so")
    QTest.mouseClick(usual, Qt.MouseButton.LeftButton)
    (record,) = window.work.document.journey.dismissals.values()
    assert record.reason == "It has to be so"


def test_a_dismissed_finding_is_back_when_its_facts_change(window: MainWindow, tmp_path: Path) -> None:
    """The experience at the desk gets worse: what was settled of it is settled no more."""
    hotel(window, tmp_path)
    QTest.keyClick(row(window, "rule:GAP"), Qt.Key.Key_Space)
    verbs.set_field(window.work.document, Id("key"), experience=-2)
    assert "rule:GAP:desk" not in keys(window), "another step changes nothing"
    verbs.set_field(window.work.document, Id("desk"), experience=-3)
    assert "rule:GAP:desk" in keys(window)


def test_the_sign_makes_a_friction_and_asks_its_answers(window: MainWindow, tmp_path: Path) -> None:
    hotel(window, tmp_path)
    before = len(window.work.document.journey.frictions)
    QTest.keyClicks(row(window, "rule:GAP"), "#")
    assert len(window.work.document.journey.frictions) == before + 1
    assert QApplication.focusWidget().property("answers") == "hits"


def test_answer_goes_to_the_field(window: MainWindow, tmp_path: Path) -> None:
    hotel(window, tmp_path, "school-transport")
    open_groups(window, "fold:SYS-GAP")
    entry = row(window, "rule:SYS-GAP:looks")
    (answer,) = (one for one in entry.more.findChildren(QWidget) if one.property("text") == " Answer it")
    QTest.mouseClick(answer, Qt.MouseButton.LeftButton)
    assert window.selection.one == "looks"
    holder = QApplication.focusWidget()
    while holder is not None and holder.property("answers") is None:
        holder = holder.parentWidget()
    assert holder is not None and holder.property("answers") == "system_support"


def test_how_people_are_treated_is_confirmed_as_deciding(window: MainWindow, tmp_path: Path) -> None:
    hotel(window, tmp_path, "service-office")
    entry = row(window, "rule:TREATMENT-CRIT")
    friction = Id(entry.shown.about[1])
    QTest.keyClick(entry, Qt.Key.Key_Space)
    assert window.work.document.journey.frictions[friction].critical is True
    assert not [key for key in keys(window) if key.startswith("rule:TREATMENT-CRIT")]


def test_many_of_one_rule_fold_into_a_line_that_opens(window: MainWindow, tmp_path: Path) -> None:
    hotel(window, tmp_path)
    findings(window)
    assert not [key for key in keys(window) if key.startswith("rule:EVIDENCE-GAP")]
    open_groups(window, "fold:EVIDENCE-GAP")
    assert len([key for key in keys(window) if key.startswith("rule:EVIDENCE-GAP")]) == 6


def test_f7_goes_through_them_all_and_opens_what_is_folded(window: MainWindow, tmp_path: Path) -> None:
    hotel(window, tmp_path)
    desk = window._page.parts.desk
    expected = in_order(desk, Filter())
    seen = []
    for _ in expected:
        assert window._page.menus.do("next_finding")
        seen.append(window.selection.one)
        shown = {one.shown.about[0] for one in entries(window)}
        assert window.selection.one in shown
    assert seen == expected
    assert window._page.menus.do("previous_finding")
    assert window.selection.one == expected[-2]


def test_the_filter_leaves_one_lanes_findings_and_walls(window: MainWindow, tmp_path: Path) -> None:
    hotel(window, tmp_path)
    findings(window)
    lists = window._page.parts.lists
    lists._filtered(Filter(lane=Id("inventory")))
    assert {key for key in keys(window) if key.startswith("rule:")} == {
        "rule:CHAIN-CUT:allocate",
        "rule:LANE-NO-CUSTOMER:inventory",
        "rule:SUPPORT-ORPHAN:allocate",
    }
    assert not [key for key in keys(window) if "wall:" in key]
    assert len([key for key in keys(window) if key.startswith("question:")]) == 4
    assert not lists._lists["walls"].entries
    lists._filtered(Filter(sureness="suspected"))
    open_groups(window, "fold:EXIT-UNKNOWN")
    assert all("suspected" in said(one) for one in entries(window) if one.shown.key.startswith("rule:"))
    lists._filtered(Filter())
    assert "rule:GAP:desk" in keys(window)


def test_a_lane_that_goes_takes_its_filter_along(window: MainWindow, tmp_path: Path) -> None:
    hotel(window, tmp_path)
    findings(window)
    lists = window._page.parts.lists
    lists._filtered(Filter(lane=Id("inventory")))
    verbs.delete_lane(window.work.document, Id("inventory"))
    lists.refresh_now()
    assert lists.filter == Filter()


def test_what_needs_a_finished_map_waits_under_later(window: MainWindow) -> None:
    window.begin("Sleep well", "Guest, Desk")
    field = window._page.parts.foot.bar.field
    field.setText("Books")
    QTest.keyClick(field, Qt.Key.Key_Return)
    findings(window)
    assert not [key for key in keys(window) if key.startswith("later:")]
    open_groups(window, "later")
    assert "later:NO-VALUE-STEP" in keys(window)
    verbs.set_field(window.work.document, HEAD, complete=True)
    assert not [key for key in keys(window) if key.startswith("later:")]
    assert "rule:NO-VALUE-STEP" in keys(window)


def test_a_decisive_moment_in_an_unfinished_map_asks_nothing_yet(window: MainWindow) -> None:
    """How many leave, where to complain, which requirements: from silence alone nobody is asked."""
    window.begin("Sleep well", "Guest, Desk")
    field = window._page.parts.foot.bar.field
    for text in ("Books", "desk: Checks in", "! Here it decides"):
        field.setText(text)
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert not [one.shown.key for one in findings(window) if one.shown.key.startswith("rule:")]
    open_groups(window, "later")
    assert any(key.startswith("later:EXIT-UNKNOWN") for key in keys(window))


@pytest.mark.parametrize("language", ["sv", "nb", "en"])
def test_every_sample_is_listed_in_every_language(
    make_window: object, tmp_path: Path, language: str, qtbot: QtBot
) -> None:
    window: MainWindow = make_window(language, size=(1366, 768))  # type: ignore[operator]
    for path in sorted(samples().glob("*.journey")):
        hotel(window, tmp_path, path.stem)
        assert len(findings(window)) > 8
