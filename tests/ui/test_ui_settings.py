"""Settings apply at once and stay; hints go when they are learnt; every licence can be read."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from journeymap.i18n import LANGUAGES
from journeymap.resources import root
from journeymap.storage import recents, settings
from journeymap.storage.versions import DAYS_SETTING
from journeymap.ui import preferences
from journeymap.ui.dialogs.about import About
from journeymap.ui.dialogs.keys import KeysPage
from journeymap.ui.dialogs.settings import Settings
from journeymap.ui.licences import LIBRARIES, OURS, carried
from journeymap.ui.pieces import Segments
from journeymap.ui.window import MainWindow


def asked(window: MainWindow) -> Settings:
    window.do("settings")
    page = window.findChildren(Settings)[-1]
    assert isinstance(page, Settings)
    return page


def click(segments: Segments, words: str) -> None:
    next(piece for piece in segments.group.buttons() if piece.text() == words).click()


def words(segments: Segments) -> list[str]:
    return [piece.text() for piece in segments.group.buttons() if piece.isChecked()]


def test_language_theme_and_size_change_with_the_page_open(window: MainWindow, qtbot: QtBot) -> None:
    window.begin("A journey", "Guest, Desk")
    page = asked(window)
    page.languages.take_focus()
    click(page.languages, "Svenska")
    assert page.isVisible()
    assert page.windowTitle() == "Inställningar"
    assert window.desk.t.language == "sv"
    qtbot.waitUntil(page.languages.has_keyboard)
    click(page.themes, "mörkt")
    assert window.desk.look.theme == "dark"
    click(page.sizes, "125\u00a0%")
    assert window.desk.look.scale == 1.25
    assert (words(page.themes), words(page.sizes)) == (["mörkt"], ["125\u00a0%"])
    page.accept()
    assert window._page.parts.map.theme.name == "dark"
    assert settings.get("language", "") == "sv"


def test_motion_is_off_at_once_and_on_the_next_map(window: MainWindow) -> None:
    window.begin("A journey", "Guest, Desk")
    page = asked(window)
    assert not window._page.parts.map.camera.calm
    click(page.motion, "off")
    assert window._page.parts.map.camera.calm
    page.accept()
    window.begin("Another", "Guest, Desk")
    assert window._page.parts.map.camera.calm


def test_days_name_recent_files_and_the_word_for_the_customer(window: MainWindow) -> None:
    window.begin("A journey", "Visitor, Desk")
    recents.add("/somewhere/a.journey", "A")
    page = asked(window)
    click(page.days, "30 days")
    assert settings.get(DAYS_SETTING, 14) == 30
    page.name.setFocus()
    QTest.keyClicks(page.name, "Kim")
    QTest.keyClick(page.name, Qt.Key.Key_Return)
    assert settings.get("name", "") == "Kim"
    page.forget.click()
    assert recents.recents() == ()
    assert not page.forget.isEnabled()
    combo = next(box for box in page.findChildren(type(page._customer())) if box.isVisibleTo(page))
    combo.setCurrentIndex(combo.findData("patient"))
    assert window.work.document.journey.head.customer_word == "patient"
    window.do("undo")
    assert window.work.document.journey.head.customer_word is None
    page.accept()


def test_the_map_s_own_word_is_not_asked_for_on_the_start_page(window: MainWindow) -> None:
    page = asked(window)
    assert not [box for box in page.findChildren(type(page._customer())) if box.isVisibleTo(page)]
    page.accept()


def test_a_disk_that_refuses_is_told(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    page = asked(window)
    monkeypatch.setattr(settings, "put", lambda *_: False)
    click(page.days, "7 days")
    assert "disk" in page.said.text()
    assert page.said.isVisibleTo(page)
    page.accept()


def test_keys_are_reached_from_the_settings(window: MainWindow, qtbot: QtBot) -> None:
    page = asked(window)
    next(button for button in page.findChildren(QPushButton) if button.text().strip() == "Keys…").click()
    qtbot.waitUntil(lambda: bool(window.findChildren(KeysPage)))
    window.findChildren(KeysPage)[0].reject()


def hints(window: MainWindow) -> int:
    bar = window._page.parts.foot.bar
    return sum(not hint.isHidden() for hint in bar._signs)


def write(window: MainWindow, text: str) -> None:
    foot = window._page.parts.foot
    if foot.asking is not None:
        QTest.keyClick(foot.asking, Qt.Key.Key_Escape)
    QTest.keyClicks(foot.bar.field, text)
    QTest.keyClick(foot.bar.field, Qt.Key.Key_Return)


def test_the_hint_of_a_sign_goes_after_five_uses_and_comes_back(window: MainWindow) -> None:
    window.begin("A journey", "Guest, Desk")
    write(window, "Waits")
    all_of_them = hints(window)
    assert all_of_them >= 4
    for n in range(preferences.LEARNT):
        assert hints(window) == all_of_them
        write(window, f'"Words {n}')
    assert hints(window) == all_of_them - 1
    page = asked(window)
    click(page.hints, "never")
    assert hints(window) == 0
    click(page.hints, "always")
    assert hints(window) == all_of_them
    click(page.hints, "until learnt")
    assert hints(window) == all_of_them, "choosing it again begins anew"
    page.accept()


@pytest.mark.parametrize("value", [7, "no such theme", None, [], {"#": "many"}])
def test_settings_that_make_no_sense_read_as_the_usual_ones(home: Path, value: object) -> None:
    for name in ("theme", "motion", "hints", "sign_uses", "language"):
        settings.put(name, value)  # type: ignore[arg-type]
    assert preferences.theme_choice() == "system"
    assert preferences.motion_choice() == "system"
    assert preferences.hint_choice() == "learnt"
    assert preferences.hints_sign("#")
    preferences.sign_used("#")
    assert preferences.language() in LANGUAGES


@pytest.mark.parametrize("scale", [1.0, 1.5])
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_of_the_page_is_cut(
    language: str, scale: float, make_window: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    window = make_window(language)
    window.wear("light", scale)
    page = asked(window)
    qtbot.wait(20)
    cut = [
        button.text()
        for button in page.findChildren(QPushButton)
        if button.isVisible() and button.fontMetrics().horizontalAdvance(button.text()) > button.width() - 4
    ]
    assert cut == []
    beyond = [
        button.text()
        for button in page.findChildren(QPushButton)
        if button.isVisible() and button.mapTo(page, button.rect().topRight()).x() >= page.width()
    ]
    assert beyond == []
    assert page.height() <= page.screen().availableSize().height()
    page.accept()


# -- what this is -------------------------------------------------------------------------------------


def test_every_package_and_every_font_has_its_licence_to_read(window: MainWindow) -> None:
    lines = (root() / "requirements.txt").read_text("utf-8").splitlines()
    pinned = {found[1] for line in lines if (found := re.match(r"([a-z][\w-]*)==", line))}
    assert pinned - {"pyside6-essentials", "shiboken6"} == set(LIBRARIES)
    window.do("about")
    page = window.findChild(About)
    assert page.list.count() == len(OURS) + len(LIBRARIES)
    for place, item in enumerate(page.items):
        page.list.setCurrentRow(place)
        assert len(page.text.toPlainText()) > 200, item.name
        assert item.terms, item.name
    page.reject()


def test_our_own_licence_is_the_one_at_the_top() -> None:
    ours = next(iter(carried()))
    assert ours.text() == (root() / "LICENSE").read_text("utf-8")
