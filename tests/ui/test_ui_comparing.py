"""A new to-be from the open map, and the panel that holds it beside the one it comes from."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from journeymap.edit import verbs
from journeymap.model.ids import HEAD, Id
from journeymap.resources import samples
from journeymap.ui.actions.comparing import compare_with, new_to_be, origin
from journeymap.ui.aside.compare import ComparePanel
from journeymap.ui.window import MainWindow


@pytest.fixture
def to_be(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> MainWindow:
    """The hotel, and at once the hotel as it is to be with the queue solved."""
    path = tmp_path / "hotel.journey"
    shutil.copy(samples() / "hotel.journey", path)
    assert window.open_path(path)
    assert new_to_be(window.parts_or_frame())
    verbs.set_field(window.work.document, Id("F4"), status="solved")
    qtbot.waitUntil(lambda: window.work.is_examined and bool(window.work.findings.trials))
    return window


def panel(window: MainWindow) -> ComparePanel:
    found = window._page.parts.aside.panel
    assert isinstance(found, ComparePanel)
    return found


def test_the_new_map_is_its_own_and_the_old_one_is_untouched(to_be: MainWindow, tmp_path: Path) -> None:
    head = to_be.work.document.journey.head
    assert (head.state, head.derived_from) == ("to_be", "hotel-offer")
    assert to_be.work.filing.path is None
    assert to_be.work.needs_saving
    assert (tmp_path / "hotel.journey").read_bytes() == (samples() / "hotel.journey").read_bytes()


def test_compare_finds_the_map_it_comes_from_and_tells_what_became_of_it(
    to_be: MainWindow, tmp_path: Path
) -> None:
    assert origin(to_be.work.document.journey) == tmp_path / "hotel.journey"
    assert to_be._page.menus.do("compare")
    made = panel(to_be)
    assert "1,400 saved" in made.sum.text()
    assert [entry.shown.about for entry in made.entries.entries] == [("F4",)]
    verbs.add_friction(to_be.work.document, Id("desk"), "New here")
    made.refresh()
    assert len(made.entries.entries) == 2, "it follows the open map"


def test_a_click_shows_the_place_and_esc_goes_back_to_the_map(to_be: MainWindow) -> None:
    to_be._page.menus.do("compare")
    entry = panel(to_be).entries.entries[0]
    entry.setFocus()
    QTest.keyClick(entry, Qt.Key.Key_Return)
    assert to_be.selection.ids == ("F4",)
    assert to_be._page.parts.map.hasFocus()
    entry.setFocus()
    QTest.keyClick(entry, Qt.Key.Key_Escape)
    assert to_be._page.parts.map.hasFocus()
    assert panel(to_be), "it stays until it is closed"


def test_what_is_gone_from_the_open_map_says_so_and_cannot_be_clicked(to_be: MainWindow) -> None:
    verbs.delete(to_be.work.document, [Id("F9")])
    to_be._page.menus.do("compare")
    told = {entry.shown.about for entry in panel(to_be).entries.entries}
    assert ("F9",) not in told
    assert any("Only on the other map" in shown.spoken for shown, _ in panel(to_be).entries._widgets.values())


def test_the_panel_outlives_another_language_and_goes_with_its_map(to_be: MainWindow, tmp_path: Path) -> None:
    to_be._page.menus.do("compare")
    to_be.speak("sv")
    assert "1 400 sparade" in panel(to_be).sum.text().replace("\u00a0", " ").replace("\u202f", " ")
    panel(to_be).closed.emit()
    assert to_be._page.parts.aside.panel is None
    assert not to_be._page.parts.aside.isVisible()


def test_the_same_map_differs_nowhere(to_be: MainWindow, tmp_path: Path) -> None:
    to_be._page.menus.do("undo")
    assert compare_with(to_be.parts_or_frame(), tmp_path / "hotel.journey")
    made = panel(to_be)
    made.refresh()
    assert not made.entries.entries
    assert "as before" in made.sum.text()


def test_a_file_that_is_no_map_is_refused_with_its_reason(
    to_be: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "broken.journey"
    broken.write_text("no map", "utf-8")
    said: list[str] = []
    monkeypatch.setattr(
        "journeymap.ui.actions.comparing.questions.trouble", lambda look, t, words, parent: said.append(words)
    )
    assert not compare_with(to_be.parts_or_frame(), broken)
    assert "broken.journey" in said[0]
    assert to_be._page.parts.aside.panel is None


def test_a_plan_beside_what_came_stands_by_kind(to_be: MainWindow, tmp_path: Path) -> None:
    """The open map says that it is how the hotel went: a step more, and the queue failed."""
    document = to_be.work.document
    plan = tmp_path / "plan.journey"
    text = (samples() / "hotel.journey").read_text("utf-8")
    plan.write_text(text.replace('"state": "as_is"', '"state": "planned"'), "utf-8")
    verbs.set_field(document, HEAD, state="actual")
    verbs.set_field(document, Id("queue"), demand="failure")
    assert compare_with(to_be.parts_or_frame(), plan)
    shown = {key for key, _ in panel(to_be).entries._widgets.items()}
    assert "group:failed" in shown
    assert any(entry.shown.about == ("queue",) for entry in panel(to_be).entries.entries)
