"""What if: beside the present until kept or dropped, never on the map or in the journal before."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot

from journeymap.edit import verbs
from journeymap.edit.supposing import OtherWait
from journeymap.model.ids import Id
from journeymap.resources import samples
from journeymap.ui.aside.what_if import WhatIfPanel
from journeymap.ui.window import MainWindow

WALL = "promise:confirm:desk:bigroom"


@pytest.fixture
def hotel(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> MainWindow:
    path = tmp_path / "hotel.journey"
    shutil.copy(samples() / "hotel.journey", path)
    assert window.open_path(path)
    qtbot.waitUntil(lambda: window.work.is_examined and bool(window.work.findings.trials))
    return window


def ask(window: MainWindow, id: str, qtbot: QtBot) -> WhatIfPanel:
    window.selection.choose(id)
    assert window._page.menus.do("what_if")
    made = panel(window)
    qtbot.waitUntil(lambda: made.trial.then is not None)
    return made


def panel(window: MainWindow) -> WhatIfPanel:
    found = window._page.parts.aside.panel
    assert isinstance(found, WhatIfPanel)
    return found


def told(made: WhatIfPanel) -> dict[str, str]:
    """Key of a line → what is said of it."""
    return {entry.shown.key: entry.shown.spoken for entry in made.entries.entries}


def test_a_wall_gone_shows_the_order_then_and_leaves_map_and_journal_alone(
    hotel: MainWindow, qtbot: QtBot
) -> None:
    """F1 (1278 h) stands at that wall alone: it is solved then, and F2 comes second."""
    before, changes = hotel.work.document.journey, hotel.work.filing.noted
    made = ask(hotel, WALL, qtbot)
    qtbot.waitUntil(lambda: "saved" in made.sum.text())
    assert "8,531 hours a year as it is, 7,253 then: 1,278 saved" in made.sum.text()
    said = told(made)
    assert said["then:F2"].startswith("2. ")
    assert "place 3 as it is" in said["then:F2"]
    assert said["then:F1"].endswith("solved then")
    assert any(
        "Offers" in words or "Erbjudanden" in words for key, words in said.items() if key[:5] == "wall:"
    )
    assert hotel.work.document.journey is before
    assert hotel.work.document.undo_label is None
    assert not hotel.work.needs_saving
    assert hotel.work.filing.noted == changes


def test_the_friction_can_stay_though_the_wall_goes(hotel: MainWindow, qtbot: QtBot) -> None:
    made = ask(hotel, WALL, qtbot)
    (tick,) = made.findChildren(QCheckBox)
    tick.click()
    qtbot.waitUntil(lambda: "the same then" in made.sum.text())
    assert told(made)["then:F1"].endswith("same place")


def test_kept_is_one_undo_step_and_the_panel_goes(hotel: MainWindow, qtbot: QtBot) -> None:
    before = hotel.work.document.journey
    made = ask(hotel, WALL, qtbot)
    made.trial.suppose(OtherWait(Id("F6"), "wait_minutes", 2))
    made.keep.click()
    after = hotel.work.document.journey
    assert after.frictions[Id("F1")].status == "solved"
    assert after.frictions[Id("F6")].wait_minutes == 2
    assert hotel._page.parts.aside.panel is None
    hotel._page.menus.do("undo")
    assert hotel.work.document.journey == before
    assert hotel.work.document.undo_label is None


def test_dropped_leaves_nothing(hotel: MainWindow, qtbot: QtBot) -> None:
    before = hotel.work.document.journey
    made = ask(hotel, WALL, qtbot)
    made.drop.click()
    assert hotel._page.parts.aside.panel is None
    assert hotel.work.document.journey is before
    assert not hotel.work.needs_saving


def test_another_wait_on_a_link_moves_what_a_promise_has_room_for(hotel: MainWindow, qtbot: QtBot) -> None:
    document = hotel.work.document
    verbs.set_field(document, Id("bigroom"), due_minutes=60)
    link = next(
        one for one in document.journey.links.values() if (one.source, one.target) == ("queue", "desk")
    )
    made = ask(hotel, link.id, qtbot)
    made.trial.suppose(OtherWait(link.id, "wait_minutes", 600))
    qtbot.waitUntil(lambda: any(key[:8] == "promise:" for key in told(made)))
    assert "Then:" in next(words for key, words in told(made).items() if key[:8] == "promise:")


def test_it_follows_the_map_and_outlives_another_language(hotel: MainWindow, qtbot: QtBot) -> None:
    ask(hotel, WALL, qtbot)
    verbs.set_field(hotel.work.document, Id("F4"), status="solved")
    qtbot.waitUntil(lambda: "7,131 hours a year as it is" in panel(hotel).sum.text())
    hotel.speak("nb")
    assert "spart" in panel(hotel).sum.text()
    assert len(panel(hotel).trial.supposed) == 1


def test_without_a_selection_it_says_what_to_do(hotel: MainWindow) -> None:
    hotel.selection.choose()
    hotel._page.menus.do("what_if")
    made = panel(hotel)
    assert "Choose a wall" in made.sum.text()
    assert not made.keep.isEnabled()
