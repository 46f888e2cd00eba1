"""The menus by keyboard: one underlined letter a line, none twice in a menu, F10 and Alt+letter open them."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from journeymap.i18n import LANGUAGES, catalogue
from journeymap.ui.contexts import lines_for, show_menu
from journeymap.ui.keychart import chart, there
from journeymap.ui.menus import ACTIONS, INNER, MENUS, tree
from journeymap.ui.mnemonics import lettered, plain
from journeymap.ui.window import MainWindow

Key = Qt.Key
ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier


def letters(texts: list[str]) -> list[str]:
    """The letters after a single &, in lower case."""
    found = [re.search(r"(?<!&)(?:&&)*&([^&])", text) for text in texts]
    return [one.group(1).casefold() for one in found if one is not None]


def twice(texts: list[str]) -> list[str]:
    return [sign for sign, times in Counter(letters(texts)).items() if times > 1]


@given(st.lists(st.text(max_size=9), max_size=12))
def test_no_letter_twice_and_no_word_changed(texts: list[str]) -> None:
    made = lettered(texts)
    assert twice(made) == []
    assert [plain(text) for text in made] == texts


@given(st.lists(st.sampled_from(["a", "ab", "abc", "b", "bc", "ca", "c d"]), max_size=4))
def test_as_many_letters_as_there_can_be(texts: list[str]) -> None:
    """Against all ways of choosing, one by one."""

    def most(rest: list[str], taken: frozenset[str]) -> int:
        if not rest:
            return 0
        free = {sign for sign in rest[0] if sign.isalnum()} - taken
        return max(most(rest[1:], taken), *(1 + most(rest[1:], taken | {sign}) for sign in free), 0)

    assert len(letters(lettered(texts))) == most(texts, frozenset())


@pytest.mark.parametrize(
    ("texts", "made"),
    [
        (["Save", "Save as…"], ["&Save", "Save &as…"]),
        (["R&D", "Roads"], ["&R&&D", "R&oads"]),
        (["Ångra\tCtrl+Z", "Åter"], ["&Ångra\tCtrl+Z", "Å&ter"]),
        (["1   Gäst", "2   Reception"], ["&1   Gäst", "&2   Reception"]),
        (["Ab", "A", "…"], ["A&b", "&A", "…"]),
    ],
)
def test_the_first_letters_first(texts: list[str], made: list[str]) -> None:
    assert lettered(texts) == made


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_line_of_every_menu_has_its_own_letter(language: str) -> None:
    t = catalogue(language)
    assert len(letters(lettered([t(words) for words, _ in MENUS]))) == len(MENUS)
    inside = {name: t(words) for name, (words, _) in INNER.items()} | {"*recent": t("Open recent")}
    for _, items in (*MENUS, *INNER.values()):
        said = [
            inside[name] if name in inside else t(ACTIONS[name].words, n=name[5:])
            for name in items
            if name is not None
        ]
        made = lettered(said)
        assert twice(made) == [] and len(letters(made)) == len(said)


def test_everyday_lines_have_the_letters_people_know(hotel: MainWindow, qtbot: QtBot) -> None:
    shown = {"File": ["&New", "&Open", "&Save", "Save &as", "&Quit"], "Edit": ["&Undo", "&Copy", "&Paste"]}
    for bar in hotel._page.menus.bar.actions():
        lines = shown.get(plain(bar.text()), [])
        menu = bar.menu()
        menu.aboutToShow.emit()
        said = [line.text() for line in menu.actions()]
        assert twice(said) == []
        assert [word for word in lines if not any(one.startswith(word) for one in said)] == []


def test_f10_opens_the_menus_and_esc_goes_back_to_the_map(hotel: MainWindow, qtbot: QtBot) -> None:
    view = hotel._page.parts.map
    view.setFocus()
    QTest.keyClick(view, Key.Key_F10)
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    first = QApplication.activePopupWidget()
    assert first is hotel._page.menus.bar.actions()[0].menu()
    QTest.keyClick(first, Key.Key_Right)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() not in (None, first))
    for _ in range(3):
        over = QApplication.activePopupWidget()
        QTest.keyClick(over if over is not None else QApplication.focusWidget(), Key.Key_Escape)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is None)
    qtbot.waitUntil(view.hasFocus)


def test_alt_and_the_letter_open_a_menu_and_the_letter_does_the_line(hotel: MainWindow, qtbot: QtBot) -> None:
    view = hotel._page.parts.map
    view.setFocus()
    hotel.selection.choose("desk")
    document = hotel.work.document
    document_before = document.journey
    hotel.do("duplicate")
    assert document.journey is not document_before
    edit = hotel._page.menus.bar.actions()[1]
    QTest.keyClick(view, letters([edit.text()])[0], ALT)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is edit.menu())
    QTest.keyClick(edit.menu(), "u")
    qtbot.waitUntil(lambda: document.journey == document_before)
    assert QApplication.activePopupWidget() is None


def test_shift_f10_opens_the_menu_of_what_has_the_keyboard(hotel: MainWindow, qtbot: QtBot) -> None:
    view, line = hotel._page.parts.map, hotel._page.parts.writing
    view.select(["desk"])
    view.setFocus()
    QTest.keyClick(view, Key.Key_F10, SHIFT)
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    said = [plain(one.text()).partition("\t")[0] for one in menu.actions()]
    assert said[0] == "Next step" and "Decisive moment" in said
    QTest.keyClick(menu, Key.Key_Escape)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is None)
    assert view.selection == ("desk",)
    line.focus()
    field = QApplication.focusWidget()
    QTest.keyClick(field, Key.Key_F10, SHIFT)
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    words = QApplication.activePopupWidget()
    assert any("Paste" in plain(one.text()) for one in words.actions())
    QTest.keyClick(words, Key.Key_Escape)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is None)


def test_the_chart_has_the_keys_of_the_menus_where_there_are_any() -> None:
    t = catalogue("en")
    keys = {
        platform: {
            key for group in there(chart(t, tree(), platform)) for line in group.lines for key in line.keys
        }
        for platform in ("linux", "win32", "darwin")
    }
    assert {"F10", "Shift+F10"} <= keys["linux"] & keys["win32"]
    assert not [key for key in keys["darwin"] if "F10" in key or "A …" in key]


def test_letters_of_a_context_menu_differ(hotel: MainWindow) -> None:
    parts = hotel._page.parts
    for chosen in (("desk",), ("desk", "key"), (next(iter(hotel.work.document.journey.lanes)),), ()):
        hotel.selection.choose(*chosen)
        menu = show_menu(parts, hotel._page.menus, lines_for(parts, chosen), hotel.pos())
        said = [line.text() for line in menu.actions() if line.text()]
        assert twice(said) == [] and len(letters(said)) == len(said)
        menu.close()
