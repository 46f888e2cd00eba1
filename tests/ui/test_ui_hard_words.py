"""Long compounds in narrow places: nothing is pushed wider, nothing is cut in half a letter."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from journeymap.edit import verbs
from journeymap.i18n import LANGUAGES, catalogue
from journeymap.model.ids import HEAD
from journeymap.model.reading import lanes_in_order
from journeymap.resources import samples
from journeymap.ui.desk import Desk
from journeymap.ui.details.form import Fold
from journeymap.ui.details.written import LongWords, Words
from journeymap.ui.label import label
from journeymap.ui.line.first_question import first_question
from journeymap.ui.lines import Lines
from journeymap.ui.lists.walls import mark_id
from journeymap.ui.look import Look
from journeymap.ui.softening import SOFT, fitting, language_of
from journeymap.ui.window import MainWindow
from journeymap.ui.wrapped import NARROWEST

LONG = "Avfallshanteringsavgiftsregleringsmyndigheten"
NAMES = ("Försäkringskassehandläggarenheten", LONG, "Menneskerettighetsorganisasjonens kontor")
LAPTOP = (1366, 768)


@pytest.fixture
def hard(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> MainWindow:
    """The hotel with names and units that no column is wide enough for."""
    path = tmp_path / "hotel.journey"
    shutil.copy(samples() / "hotel.journey", path)
    assert window.open_path(path)
    document = window.work.document
    for place, lane in enumerate(lanes_in_order(document.journey)):
        name = f"{NAMES[place % 3]} {place}"
        verbs.set_field(document, lane.id, name=name, **({"unit": name} if place else {}))
    for place, step in enumerate(list(document.journey.steps)):
        verbs.rename(document, step, f"{LONG} {place}")
    window.resize(*LAPTOP)
    qtbot.waitUntil(lambda: window.work.is_examined and bool(window.work.findings.marks))
    return window


def too_wide(widget: QWidget) -> list[str]:
    """Columns that are wider than the place they scroll in."""
    areas = (one for one in widget.findChildren(QScrollArea) if one.isVisible() and one.widget() is not None)
    return [
        f"{type(one).__name__} in {type(one.parent()).__name__}: {one.widget().width()}"
        for one in areas
        if one.widget().width() > one.viewport().width()
    ]


@given(st.text(st.sampled_from("abcdefghijklåäöÅ -\n"), max_size=80), st.integers(10, 400))
def test_places_to_break_change_no_word(text: str, width: int) -> None:
    metrics = QFontMetrics(QApplication.font())
    broken = fitting(text, width, metrics, QLocale("sv"))
    assert broken.replace(SOFT, "") == text
    fits = all(metrics.horizontalAdvance(word) <= width for word in text.split())
    assert not fits or broken == text


def test_a_widget_speaks_the_language_of_its_window(window: MainWindow) -> None:
    for language in LANGUAGES:
        window.speak(language)
        assert language_of(label("", wrap=True).locale()) == language
        assert language_of(window._start.locale()) == language  # type: ignore[union-attr]
    assert language_of(QLocale("de_DE")) == "en"


def test_a_long_word_takes_lines_instead_of_width(qtbot: QtBot) -> None:
    made = label(f"Till {LONG} i dag", wrap=True)
    qtbot.addWidget(made)
    one = made.fontMetrics().lineSpacing()
    assert made.minimumSizeHint().width() <= NARROWEST
    assert made.heightForWidth(2000) < 2 * one
    assert made.heightForWidth(120) >= 3 * one
    assert made.text() == f"Till {LONG} i dag"


def test_lines_break_at_a_joint_and_follow_other_words(qtbot: QtBot) -> None:
    made = Lines(LONG, most=4)
    qtbot.addWidget(made)
    made.setLocale(QLocale("sv"))
    made.resize(160, 20)
    made.show()
    assert all(line.endswith("-") for line in made._shown(160)[:-1])
    high = made.height()
    made.show_text("Kort")
    assert made.height() < high


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_list_and_no_detail_is_pushed_wider(language: str, hard: MainWindow, qtbot: QtBot) -> None:
    hard.speak(language)
    parts = hard._page.parts
    found: list[str] = []
    for name in ("frictions", "walls", "findings", "outline"):
        hard.bench.show_list(name)  # type: ignore[arg-type]
        QApplication.processEvents()
        found += too_wide(parts.lists)
    journey = hard.work.document.journey
    marks = [mark_id(mark) for mark in hard.work.findings.marks[:3]]
    for chosen in (*marks, *list(journey.steps)[:2], *list(journey.lanes)[:2], *list(journey.frictions)[:2]):
        hard.selection.choose(chosen)
        parts.details.refresh_now()
        for fold in parts.details.findChildren(Fold):
            fold.open(True)
        QApplication.processEvents()
        found += too_wide(parts.details)
    assert found == []


def test_a_field_shows_an_ellipsis_until_somebody_writes_in_it(hard: MainWindow, qtbot: QtBot) -> None:
    verbs.set_field(hard.work.document, HEAD, title=f"{LONG} {LONG} {LONG}")
    title = hard._page.bar.title
    qtbot.waitUntil(lambda: title.is_cut)
    assert title.cursorPosition() == 0
    title.setFocus()
    title.setCursorPosition(60)
    hard._page.parts.writing.focus()
    qtbot.waitUntil(lambda: title.cursorPosition() == 0)
    assert not Words("kort").is_cut


def test_a_title_is_broken_while_nobody_writes_in_it_and_whole_while_somebody_does(
    hard: MainWindow, qtbot: QtBot
) -> None:
    step = next(iter(hard.work.document.journey.steps))
    title = hard.work.document.journey.steps[step].title
    hard.selection.choose(step)
    qtbot.waitUntil(lambda: _title(hard, title) is not None)
    field = _title(hard, title)
    assert field is not None and SOFT in field.toPlainText()
    field.setFocus()
    assert field.toPlainText() == title
    hard._page.parts.writing.focus()
    assert SOFT in field.toPlainText()
    assert hard.work.document.journey.steps[step].title == title, "nothing was said"


def _title(window: MainWindow, title: str) -> LongWords | None:
    fields = window._page.parts.details.findChildren(LongWords)
    return next((one for one in fields if one.toPlainText().replace(SOFT, "") == title), None)


# -- what was silent says a sentence ---------------------------------------------------------------


def said(window: MainWindow) -> str:
    news = window._page.parts.news
    return "" if news.isHidden() else news._words.text()


def test_keys_that_find_nothing_say_so(window: MainWindow, qtbot: QtBot) -> None:
    window.begin("A stay", "Guest, Desk")
    qtbot.waitUntil(lambda: window.work.is_examined)
    for action, words in (
        ("next_wall", "No walls found."),
        ("previous_friction", "Nothing hurts yet."),
        ("back_chain", "Choose a step first"),
        ("focus_lane", "Choose a step or a lane first."),
        ("focus_stage", "Choose a step or a stage first."),
    ):
        window.selection.choose()
        window._page.parts.news.hide()
        assert window._page.menus.do(action)
        assert said(window).startswith(words), action


def test_what_stands_behind_a_wall_asks_for_a_step(hard: MainWindow) -> None:
    hard.selection.choose(mark_id(hard.work.findings.marks[0]))
    assert hard._page.menus.do("back_chain")
    assert said(hard).startswith("Choose a step first") and not hard._page.parts.chain.is_on


@pytest.mark.parametrize(
    ("lanes", "question"),
    [
        ("Gäst, Disk", "Vad gör gästen först?"),
        ("Familjen, Disk", "Familjen: vad händer först?"),
        ("", "Vad gör kunden först?"),
    ],
)
def test_an_empty_map_asks_in_its_own_word(window: MainWindow, lanes: str, question: str) -> None:
    window.speak("sv")
    window.begin("En resa", lanes)
    desk: Desk = window.desk
    assert first_question(desk) == question
    assert window._page.parts.foot.bar.field.placeholderText() == question


# -- on a small laptop -----------------------------------------------------------------------------


@pytest.mark.parametrize(("scale", "highest"), [(1.0, 720), (1.5, 768)])
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_menu_is_higher_than_a_small_laptop(
    language: str, scale: float, highest: int, window: MainWindow
) -> None:
    window.desk.t, window.desk.look = catalogue(language), Look("light", scale)
    window.rebuild()
    window.begin("A stay", "Guest, Desk")
    bar = window._page.menus.bar
    heights = {one.text(): one.menu().sizeHint().height() for one in bar.actions()}  # type: ignore[union-attr]
    assert {name: high for name, high in heights.items() if high > highest} == {}


@pytest.mark.parametrize("size", [(1024, 640), LAPTOP, (1920, 1080)])
def test_the_card_of_the_first_map_covers_no_name_of_a_lane(
    size: tuple[int, int], window: MainWindow, qtbot: QtBot
) -> None:
    window.resize(*size)
    window.do("first_map")
    pane = window._page.parts.pane
    card = pane.corner
    assert card is not None
    names, _ = pane.view._headers.strips(pane.view)
    qtbot.waitUntil(lambda: card.x() > names.right())
    assert card.geometry().right() < pane.width()


def test_the_first_column_of_the_actions_is_as_wide_as_what_stands_in_it(
    hard: MainWindow, qtbot: QtBot
) -> None:
    action = next(iter(hard.work.document.journey.actions))
    verbs.set_field(hard.work.document, action, title="Sell no room by the lift before it is quiet")
    hard.do("actions")
    view = hard._page.parts.table.view
    wanted = view.fontMetrics().horizontalAdvance("Sell no room by the lift before it is quiet")
    qtbot.waitUntil(lambda: view.columnWidth(0) > wanted)
    verbs.set_field(hard.work.document, action, title=" ".join([LONG] * 9))
    assert view.columnWidth(0) <= 420, "no title pushes the rest out of sight"
