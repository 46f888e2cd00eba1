"""Every action is in a menu, has words in three languages, and no key means two things."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence

from journeymap.i18n import catalogue
from journeymap.ui.keys import ANYWHERE, ON_THE_MAP, keys_of
from journeymap.ui.menus import ACTIONS, INNER, MENUS
from journeymap.ui.window import MainWindow

SAME_IN_ALL = {"Workshop", "Status", "Zoom", "Information"}


def in_menus() -> list[str]:
    named = [name for _, items in (*MENUS, *INNER.values()) for name in items]
    return [name for name in named if name is not None and not name.startswith("*")]


def test_every_action_stands_in_a_menu_and_every_line_of_a_menu_is_an_action() -> None:
    assert set(in_menus()) == set(ACTIONS)


def test_every_key_belongs_to_an_action() -> None:
    assert set(ANYWHERE) | set(ON_THE_MAP) <= set(ACTIONS)


@pytest.mark.parametrize("platform", ["linux", "win32", "darwin"])
def test_no_key_means_two_things_where_both_hold(platform: str) -> None:
    pressed = Counter(
        key for keys in (*ANYWHERE.values(), *ON_THE_MAP.values()) for key in keys.here(platform)
    )
    assert [key for key, times in pressed.items() if times > 1] == []


def test_no_key_needs_altgr_or_belongs_to_the_system() -> None:
    for keys in (*ANYWHERE.values(), *ON_THE_MAP.values()):
        for key in keys.here("linux"):
            held = set(key.split("+")[:-1])
            assert not {"Ctrl", "Alt"} <= held, key
            assert key not in ("F10", "Ctrl+H", "Ctrl+Shift+U"), key
            assert not QKeySequence(key).isEmpty(), key


@pytest.mark.parametrize("language", ["sv", "nb"])
def test_every_action_and_menu_has_its_own_words(language: str) -> None:
    t = catalogue(language)
    english = [words for words, _ in MENUS] + [action.words for action in ACTIONS.values()]
    assert [words for words in english if t(words) == words and words not in SAME_IN_ALL] == []


def test_every_action_can_be_found_by_name_and_done_or_refused(window: MainWindow) -> None:
    window.begin("A journey", "Guest, Desk")
    menus = window._page.menus
    quiet = {
        "new", "open", "save", "save_as", "quit", "close", "settings", "report", "export", "about", "help",
        "earlier", "rescued", "bring_in", "import", "picture", "to_look_at", "votes", "do_anything",
        "find", "find_next", "find_previous", "full_screen", "to_be", "compare", "surprise",
    }  # fmt: skip
    for name in sorted(set(ACTIONS) - quiet):
        menus.do(name)
    assert menus.made["undo"].text().startswith("Undo")


def test_a_key_of_the_map_finds_its_action(window: MainWindow) -> None:
    window.begin("A journey", "Guest, Desk")
    menus = window._page.menus
    assert menus.meant(QKeySequence("Ctrl+3")) == "lane_3"
    assert menus.meant(QKeySequence("Enter")) == "next_step"
    assert menus.meant(QKeySequence("Ctrl+X")) is None
    assert keys_of("friction").here() == ()
