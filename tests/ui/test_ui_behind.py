"""The back chain in the window: lit and listed by depth, requirements written there, keyboard all the way."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from benchmarks.maps import synthetic
from journeymap.analysis.behind import look_behind
from journeymap.edit import verbs
from journeymap.model.ids import Id
from journeymap.resources import samples
from journeymap.sheets.fields import say
from journeymap.ui.behind.demand import Demand
from journeymap.ui.behind.listed import AT_ONCE
from journeymap.ui.parts import Parts
from journeymap.ui.window import MainWindow


@pytest.fixture
def hotel(window: MainWindow, tmp_path: Path) -> MainWindow:
    path = tmp_path / "hotel.journey"
    shutil.copy(samples() / "hotel.journey", path)
    assert window.open_path(path)
    window.parts_or_frame().map.camera.calm = True
    window.selection.choose("desk")
    return window


def listed(parts: Parts) -> None:
    """Let all rows be made."""
    for _ in range(1000):
        QApplication.processEvents()
        if not parts.chain.panel.rows._soon.isActive():
            return


def lit(hotel: MainWindow) -> Parts:
    hotel.do("back_chain")
    listed(hotel.parts_or_frame())
    return hotel.parts_or_frame()


def press(key: Qt.Key, *, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    target = QApplication.focusWidget()
    assert target is not None
    QTest.keyClick(target, key, held)
    QApplication.processEvents()


def said(panel: QWidget) -> list[str]:
    return [one.text() for one in panel.findChildren(QLabel) if one.text()]


def demands(parts: Parts) -> dict[Id, Demand]:
    return parts.chain.panel.rows.demands


def test_the_chain_of_the_desk_is_lit_and_listed(hotel: MainWindow) -> None:
    """By hand: book informs the desk, the other members come over the guest; 4 links, 1 asked."""
    parts = lit(hotel)
    found = look_behind(hotel.work.document.journey, Id("desk"))
    assert parts.drawing.focus == {"desk", *(one for ring in found.rings for one in ring)}
    assert {"queue", "plan", "accept"} <= set(parts.drawing.focus or ())  # passed through, and lit
    assert "1 of 4 links has a requirement" in said(parts.chain.panel)
    assert parts.focus.banner.isVisible()
    assert parts.focus.banner.note.text() == "2 links back · 3 requirements missing"
    assert parts.chain.panel.isVisible() and not parts.details.isVisible()
    depths = parts.map._chain.shown.depths
    assert depths == {member.step: member.depth for member in found.members}
    assert sum(parts.map._chain.shown.links.values()) == 1


def test_a_requirement_is_written_where_it_is_missing_and_can_be_undone(hotel: MainWindow) -> None:
    parts = lit(hotel)
    first = QApplication.focusWidget()
    link = next(id for id, demand in demands(parts).items() if demand.field is first)
    assert parts.map.selection == (link,)
    QTest.keyClicks(first, "Same day, with the room's size")
    press(Qt.Key.Key_Return)
    requirement = hotel.work.document.journey.links[link].requirement
    assert requirement is not None and requirement.text == "Same day, with the room's size"
    assert "2 of 4 links have a requirement" in said(parts.chain.panel)
    assert QApplication.focusWidget() is not first  # Enter goes on
    assert QApplication.focusWidget() in [one.field for one in demands(parts).values()]
    hotel.do("undo")
    assert hotel.work.document.journey.links[link].requirement is None
    assert "1 of 4 links has a requirement" in said(parts.chain.panel)
    assert demands(parts)[link].field.toPlainText() == ""


def test_measure_and_level_stay_when_the_words_change(hotel: MainWindow) -> None:
    parts = lit(hotel)
    link = next(iter(demands(parts)))
    verbs.set_field(hotel.work.document, link, requirement=None)
    say(hotel.work.document, link, "requirement.level", "9 in 10")
    demands(parts)[link].field.setFocus()
    QTest.keyClicks(demands(parts)[link].field, "By noon")
    press(Qt.Key.Key_Return)
    requirement = hotel.work.document.journey.links[link].requirement
    assert requirement is not None and (requirement.text, requirement.level) == ("By noon", "9 in 10")


def test_esc_first_takes_back_what_is_written_then_shows_all(hotel: MainWindow) -> None:
    parts = lit(hotel)
    field = QApplication.focusWidget()
    QTest.keyClicks(field, "no")
    press(Qt.Key.Key_Escape)
    assert parts.chain.is_on and QApplication.focusWidget() is field
    press(Qt.Key.Key_Escape)
    assert not parts.chain.is_on and parts.drawing.focus is None
    assert not parts.focus.banner.isVisible() and not parts.chain.panel.isVisible()
    assert parts.details.isVisible()
    assert hotel.selection.one == "desk" and parts.map.hasFocus()
    assert not parts.map._chain.isVisible()


def test_esc_on_the_map_shows_all_and_keeps_the_selection(hotel: MainWindow) -> None:
    parts = lit(hotel)
    hotel.selection.choose("book")
    parts.map.setFocus()
    press(Qt.Key.Key_Escape)
    assert not parts.chain.is_on and hotel.selection.one == "desk"


def test_arrows_go_from_row_to_row_and_the_key_begins_anew_there(hotel: MainWindow) -> None:
    parts = lit(hotel)
    rows = parts.chain.panel.rows
    rows.stops[0].setFocus()
    press(Qt.Key.Key_Down)
    assert QApplication.focusWidget() is rows.stops[1]
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Space)
    assert hotel.selection.one == "book"
    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    press(Qt.Key.Key_B, held=held)
    assert parts.chain.step == "book"
    parts.map.setFocus()
    hotel.selection.choose("book")
    hotel.do("back_chain")
    assert not parts.chain.is_on


def test_nothing_behind_is_said_calmly(hotel: MainWindow) -> None:
    hotel.selection.choose("plan")
    parts = lit(hotel)
    words = said(parts.chain.panel)
    assert any(one.startswith("Nothing stands behind this step") for one in words)
    assert QApplication.focusWidget() is parts.chain.panel.close_button
    assert parts.focus.banner.note.text() == "nothing behind it"
    press(Qt.Key.Key_Escape)
    assert not parts.chain.is_on


def test_edits_are_followed_and_the_chain_ends_with_its_step(hotel: MainWindow) -> None:
    parts = lit(hotel)
    document = hotel.work.document
    link = verbs.link(document, Id("ready"), Id("desk"), "info")
    listed(parts)
    assert link in demands(parts) and "ready" in (parts.drawing.focus or ())
    verbs.rename(document, Id("ready"), "Room reported")
    listed(parts)
    assert any("Room reported" in one.text() for one in parts.chain.panel.rows.stops if hasattr(one, "text"))
    verbs.delete(document, [Id("desk")])
    assert not parts.chain.is_on and parts.drawing.focus is None


def test_rings_light_up_in_depth_order(
    hotel: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    parts = hotel.parts_or_frame()
    parts.map.camera.calm = False
    seen: list[frozenset[Id] | None] = []
    focus_on = parts.drawing.focus_on

    def lit_up(ids: frozenset[Id] | None) -> None:
        seen.append(ids)
        focus_on(ids)

    monkeypatch.setattr(parts.drawing, "focus_on", lit_up)
    hotel.do("back_chain")
    rings = look_behind(hotel.work.document.journey, Id("desk")).rings
    qtbot.waitUntil(lambda: len(seen) == len(rings) + 1)
    for count, focus in enumerate(seen):
        assert focus == {"desk", *(one for ring in rings[:count] for one in ring)}


def test_a_round_and_two_hundred_behind(window: MainWindow, qtbot: QtBot) -> None:
    window.work.open(synthetic(400), window.work.filing)
    journey = window.work.document.journey
    deepest = max(journey.steps, key=lambda id: len(look_behind(journey, id).members))
    assert len(look_behind(journey, deepest).members) > 200
    window.selection.choose(deepest)
    window.parts_or_frame().map.camera.calm = True
    parts = lit(window)
    rows = parts.chain.panel.rows
    found = look_behind(journey, deepest)
    for _ in range(len(found.members) // AT_ONCE):
        qtbot.waitUntil(lambda: not rows._soon.isActive())
        QTest.mouseClick(rows.stops[-1], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not rows._soon.isActive())
    assert set(rows.demands) == {link.id for link in found.links}


def test_only_a_lane_has_the_same_banner_and_the_same_way_back(hotel: MainWindow) -> None:
    parts = hotel.parts_or_frame()
    hotel.do("focus_lane")
    assert parts.focus.banner.isVisible() and not parts.chain.is_on
    hotel.do("back_chain")
    assert parts.chain.is_on
    hotel.do("focus_stage")
    assert not parts.chain.is_on and parts.focus.banner.isVisible()
    parts.map.setFocus()
    press(Qt.Key.Key_Escape)
    assert parts.drawing.focus is None


def test_in_a_narrow_window_the_lists_make_way_and_the_chain_stays_readable(
    hotel: MainWindow, qtbot: QtBot
) -> None:
    hotel.resize(1200, 700)
    QApplication.processEvents()
    hotel.bench.show_list("findings")
    parts = hotel.parts_or_frame()
    assert parts.lists.isVisible()
    hotel.selection.choose("checkout")
    lit(hotel)
    assert not parts.lists.isVisible() and parts.chain.panel.isVisible()
    assert parts.map.zoom >= 0.45
    banner = parts.focus.banner.geometry()
    assert parts.pane.rect().contains(banner)
