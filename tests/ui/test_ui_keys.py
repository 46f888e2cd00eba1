"""Every key of the window's table is pressed where it holds; keys can be changed, and a clash is refused."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from journeymap.edit import verbs
from journeymap.edit.suggest import Suggestion
from journeymap.model.ids import Id
from journeymap.resources import samples
from journeymap.storage import settings
from journeymap.ui import rekeying
from journeymap.ui.dialogs.rekeying import Rekeying
from journeymap.ui.keys import keys_of
from journeymap.ui.menus import ACTIONS
from journeymap.ui.window import MainWindow

ANY = """
new Ctrl+N · open Ctrl+O · save Ctrl+S · save_as Ctrl+Shift+S · close Ctrl+W · quit Ctrl+Q
settings Ctrl+, · report Ctrl+P · export Ctrl+Shift+E · undo Ctrl+Z · redo Ctrl+Y · redo Ctrl+Shift+Z
cut Ctrl+X · copy Ctrl+C · paste Ctrl+V · select_all Ctrl+A · find Ctrl+F · find_next F3 · find_next Ctrl+G
find_previous Shift+F3 · find_previous Ctrl+Shift+G · do_anything Ctrl+K · help F1 · next_pane F6
previous_pane Shift+F6 · lists Ctrl+B · details Ctrl+I · map_only Ctrl+Shift+M · zoom_in Ctrl++
zoom_in Ctrl+= · zoom_out Ctrl+- · whole_map Ctrl+0 · show_selection Ctrl+J · full_screen F11
next_view Ctrl+Tab · previous_view Ctrl+Shift+Tab · room Ctrl+R · walk F5 · walk_here Shift+F5
"""
MAP = """
next_step Return · branch Shift+Return · lane_above Ctrl+Up · lane_below Ctrl+Down
open_column Ctrl+Shift+Right · close_column Ctrl+Shift+Left · link_to Ctrl+L · duplicate Ctrl+D
next_wall F4 · previous_wall Shift+F4
next_finding F7 · previous_finding Shift+F7 · next_friction F8 · previous_friction Shift+F8 · settle Space
focus_lane F9 · focus_stage Shift+F9 · back_chain Ctrl+Shift+B
"""
LANES = " · ".join(f"lane_{n} Ctrl+{n}" for n in range(1, 10))


def rows(table: str) -> list[tuple[str, str]]:
    return [
        (name, key)
        for row in table.replace("\n", " · ").split("·")
        if row.strip()
        for name, key in [row.split()]
    ]


@pytest.fixture
def hotel(window: MainWindow, tmp_path: Path) -> MainWindow:
    path = tmp_path / "hotel.journey"
    shutil.copy(samples() / "hotel.journey", path)
    assert window.open_path(path)
    window.selection.choose("desk")
    return window


@pytest.fixture
def done(hotel: MainWindow, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What keys asked for, instead of doing it."""
    names: list[str] = []
    for reason in ("One", "Two"):
        verbs.mark_critical(hotel.work.document, Id("desk"), reason)
    hotel._page.menus.do("undo")
    hotel._page.menus.refresh()
    monkeypatch.setattr(hotel._page.menus, "do", lambda name: bool(names.append(name)) or True)
    return names


def press(widget: QWidget, key: str) -> None:
    combination = QKeySequence(key)[0]  # type: ignore[index]
    QTest.keyClick(widget, combination.key(), combination.keyboardModifiers())


@pytest.mark.parametrize(("name", "key"), rows(ANY))
def test_a_key_that_holds_anywhere(
    hotel: MainWindow, done: list[str], name: str, key: str, qtbot: QtBot
) -> None:
    assert name in ACTIONS
    for focus in (hotel._page.parts.map, hotel._page.parts.foot.bar.field):
        focus.setFocus()
        done.clear()
        press(focus, key)
        assert done == [name]


@pytest.mark.parametrize(("name", "key"), rows(MAP) + rows(LANES))
def test_a_key_of_the_map_holds_there_and_in_the_empty_line(
    hotel: MainWindow, done: list[str], name: str, key: str
) -> None:
    own = {"Return", "Shift+Return"}  # in the line Enter writes
    for focus in (hotel._page.parts.map, hotel._page.parts.foot.bar.field):
        if focus is not hotel._page.parts.map and key in own:
            continue
        focus.setFocus()
        done.clear()
        press(focus, key)
        assert done == [name], type(focus).__name__


@pytest.mark.parametrize(
    ("key", "chosen"),
    [
        ("Right", ("dispute",)),
        ("Left", ("online",)),
        ("Up", ("queue",)),
        ("PgDown", ("key",)),
        ("PgUp", ("queue",)),
        ("Home", ("online",)),
        ("End", ("checkout",)),
        ("Ctrl+Home", ("plan",)),
        ("Ctrl+End", ("survey",)),
    ],
)
def test_keys_that_go_about_the_map(hotel: MainWindow, key: str, chosen: tuple[str, ...]) -> None:
    for focus in (hotel._page.parts.map, hotel._page.parts.foot.bar.field):
        hotel.selection.choose("desk")
        focus.setFocus()
        press(focus, key)
        assert hotel.selection.ids == chosen


def test_shift_arrows_extend_and_alt_arrows_move(hotel: MainWindow) -> None:
    view = hotel._page.parts.map
    view.setFocus()
    press(view, "Shift+Right")
    assert set(hotel.selection.ids) > {"desk"}
    press(view, "Shift+Left")
    hotel.selection.choose("desk")
    for key, back in (("Alt+Right", "Alt+Left"), ("Alt+Down", "Alt+Up"), ("Alt+Left", "Alt+Right")):
        before = hotel.work.document.journey
        press(view, key)
        moved = hotel.work.document.journey.steps["desk"]
        assert (moved.lane, moved.column) != (before.steps["desk"].lane, before.steps["desk"].column), key
        press(view, back)
        hotel._page.menus.do("undo")
        hotel._page.menus.do("undo")
        assert hotel.work.document.journey == before


def test_rename_delete_parts_menu_and_back_out(hotel: MainWindow) -> None:
    view = hotel._page.parts.map
    view.setFocus()
    press(view, "F2")
    assert view._renaming.field is not None
    view._renaming.drop()
    press(view, "Tab")
    assert hotel.selection.one not in (None, "desk"), "a badge, a wall or a link of the step"
    press(view, "Esc")
    assert hotel.selection.one == "desk"
    asked: list[object] = []
    view.menu_asked.connect(lambda ids, _at: asked.append(ids))
    press(view, "Shift+F10")
    for key in ("Del", "Backspace"):
        hotel.selection.choose("queue")
        press(view, key)
        assert "queue" not in hotel.work.document.journey.steps
        hotel._page.menus.do("undo")
    press(view, "Esc")
    assert hotel.selection.ids == ()


def test_keys_of_the_line(hotel: MainWindow) -> None:
    page = hotel._page
    field, writing = page.parts.foot.bar.field, page.parts.writing
    field.setFocus()
    QTest.keyClicks(field, "One more")
    press(field, "Ctrl+Return")
    assert page.parts.map.hasFocus(), "written, and back on the map"
    field.setFocus()
    QTest.keyClicks(field, "> so")
    press(field, "Tab")
    assert writing._taken == Suggestion("Sover på rummet", "sleep")  # type: ignore[arg-type]
    press(field, "Esc")
    assert field.text() == ""
    press(field, "Esc")
    assert page.parts.map.hasFocus()
    field.setFocus()
    press(field, "Alt+Down")
    assert page.parts.foot.choices.offers
    press(field, "Esc")
    for key, lane in (("Ctrl+3", 3), ("Ctrl+Down", 4), ("Ctrl+Up", 3)):
        QTest.keyClicks(field, "x")
        press(field, key)
        assert page.parts.foot.bar.chip.text().startswith(f"{lane} "), key


def test_keys_of_the_findings(hotel: MainWindow) -> None:
    page = hotel._page
    page.show_list("findings")
    entries = page.parts.lists._lists["findings"].entries
    entry = next(one for one in entries if one.shown.key.startswith("rule:"))
    entry.setFocus()
    press(entry, "Return")
    assert hotel.selection.ids
    entry.setFocus()
    press(entry, "Del")
    assert QApplication.focusWidget() is not entry, "it asks for the reason"


@pytest.mark.parametrize(
    ("action", "key", "reason"),
    [
        ("duplicate", "Ctrl+S", "Ctrl+S already means “Save”."),
        ("save", "F4", "F4 already means “Next wall”."),
        ("duplicate", "Ctrl+Alt+D", "Ctrl+Alt is AltGr on many keyboards: it writes @ and {."),
        ("duplicate", "D", "D writes. Hold Ctrl with it, or take a function key."),
        ("duplicate", "Shift+D", "Shift+D writes. Hold Ctrl with it, or take a function key."),
        ("duplicate", "Left", "← goes about the map and in texts."),
        ("duplicate", "F10", "F10 belongs to the system or to the menus."),
        ("duplicate", "Alt+F", "Alt+F belongs to the system or to the menus."),
        ("duplicate", "Ctrl+Right", "Ctrl+→ goes about the map and in texts."),
        ("duplicate", "Ctrl+D", ""),
    ],
)
def test_a_clash_is_refused_with_its_reason(
    hotel: MainWindow, qtbot: QtBot, action: str, key: str, reason: str
) -> None:
    hotel.do("change_keys")
    page = hotel.findChild(Rekeying)
    assert page is not None
    page.take(action)
    page.give(key)
    assert page.said.text() == reason
    assert settings.get("keys", {}) == {}
    page.accept()


def test_a_changed_key_does_the_same_is_shown_everywhere_and_can_be_taken_back(
    hotel: MainWindow, qtbot: QtBot
) -> None:
    hotel.do("change_keys")
    page = hotel.findChild(Rekeying)
    assert page is not None
    for action, key in (("duplicate", "Ctrl+Shift+D"), ("friction", "Ctrl+Shift+H"), ("next_wall", "F12")):
        page.take(action)
        press(page.field, key)
        assert keys_of(action).here() == (key,)
    page.accept()
    qtbot.wait(20)
    done: list[str] = []
    hotel._page.menus.do = lambda name: bool(done.append(name)) or True  # type: ignore[method-assign]
    view = hotel._page.parts.map
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    for key in ("Ctrl+Shift+D", "Ctrl+Shift+H", "F12", "F4", "Ctrl+D"):
        press(view, key)
    assert done == ["duplicate", "friction", "next_wall"], "the old keys are free"
    assert hotel._page.menus.words("next_wall").endswith("F12")
    assert rekeying.may_mean("save", "F4"), "and can mean something else"
    del hotel._page.menus.do
    hotel.do("change_keys")
    again = hotel.findChildren(Rekeying)[-1]
    again.take("duplicate")
    again.usual.click()
    assert keys_of("duplicate").here() == ("Ctrl+D",)
    again._go_back_all()
    assert settings.get("keys", {}) == {}
    again.accept()


def test_every_action_is_found_by_name_and_stands_in_a_menu(hotel: MainWindow) -> None:
    assert set(hotel._page.menus.made) == set(ACTIONS)
