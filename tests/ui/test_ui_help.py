"""The guide inside the program: pages, pictures, links, search, the page that fits; the list of keys."""

from __future__ import annotations

import io
import re
from datetime import date
from pathlib import Path

import pypdf
import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QImage, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QListWidgetItem
from pytestqt.qtbot import QtBot

import journeymap.ui
from journeymap.i18n import LANGUAGES, catalogue
from journeymap.resources import guide, samples
from journeymap.ui.actions.showing import open_guide
from journeymap.ui.dialogs.keys import KeysPage, on_paper
from journeymap.ui.dialogs.settings import Settings
from journeymap.ui.help import pages
from journeymap.ui.help.reader import FILE, Reader
from journeymap.ui.help.reading import Reading
from journeymap.ui.help.where import LISTS, PAGES, page_about, page_for
from journeymap.ui.keychart import chart
from journeymap.ui.look import THEMES, Look
from journeymap.ui.menus import tree
from journeymap.ui.window import MainWindow

PICTURE = QTextDocument.ResourceType.ImageResource.value


def opened(window: MainWindow, qtbot: QtBot, page: str = "README.md") -> Reader:
    """The guide, with the keyboard."""
    reader = open_guide(window.parts_or_frame(), page)
    qtbot.waitUntil(lambda: QApplication.activeWindow() is reader)
    return reader


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_contents_list_every_page(language: str) -> None:
    files = {path.name for path in guide(language).glob("*.md")}
    assert {entry.file for entry in pages.entries(language)} == files
    assert all(section.entries for section in pages.contents(language))


@pytest.mark.parametrize(
    ("language", "wanted", "file"),
    [
        ("sv", "överlämningar mur", "hand-offs.md"),
        ("sv", "overlamningar", "hand-offs.md"),
        ("nb", "mal", "start.md"),
        ("en", "--strict", "command-line.md"),
        ("en", "votes critical", "critical.md"),
    ],
)
def test_words_are_found_whatever_their_accents(language: str, wanted: str, file: str) -> None:
    hits = pages.search(language, wanted)
    assert file in [hit.file for hit in hits]
    assert all(pages.glimpse(hit, wanted) or not hit.words for hit in hits)


def test_what_the_guide_does_not_say_is_not_found() -> None:
    assert pages.search("en", "zeppelin") == ()
    assert pages.search("en", "   ") == ()


def test_a_page_that_is_not_there_is_the_first_one() -> None:
    assert pages.text_of("en", "no-such.md") == pages.text_of("en", "README.md")
    assert pages.text_of("en", "../../../README.md") == pages.text_of("en", "README.md")


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_shown_with_its_headings_tables_and_pictures(
    language: str, theme: str, qtbot: QtBot, home: Path
) -> None:
    reading = Reading(language, Look(theme))
    qtbot.addWidget(reading)
    reading.resize(700, 500)
    reading.show()
    for entry in pages.entries(language):
        reading.show_page(entry.file)
        text = pages.text_of(language, entry.file)
        shown = reading.document().toPlainText()
        for line in text.splitlines():
            if line.startswith("#"):
                assert line.lstrip("# ") in shown
        assert "](" not in shown
        assert "|---" not in shown
        assert "**" not in shown
        for _, _, name in re.findall(r"(!)\[([^\]]*)\]\(([^)]*)\)", text):
            picture = reading.document().resource(PICTURE, QUrl(name))
            assert isinstance(picture, QImage)
            assert 200 < picture.width() <= 700


def test_a_page_reads_no_html_and_no_foreign_pictures(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    reading = Reading("en", Look())
    qtbot.addWidget(reading)
    foreign = tmp_path / "foreign.png"
    assert QImage(8, 8, QImage.Format.Format_RGB32).save(str(foreign))
    said = f"# A\n\n<b>bold</b> ![x]({foreign}) ![y](https://a.b/c.png) ![z](../../../README.md)\n"
    monkeypatch.setattr("journeymap.ui.help.reading.text_of", lambda *_: said)
    reading.show_page("README.md")
    assert "<b>bold</b>" in reading.document().toPlainText()
    for name in (str(foreign), "https://a.b/c.png", "../../../README.md"):
        assert reading.document().resource(PICTURE, QUrl(name)).isNull()


def test_links_turn_the_page_and_back_returns(window: MainWindow, qtbot: QtBot) -> None:
    reader = opened(window, qtbot)
    reader.reading._follow(QUrl("hand-offs.md"))
    assert reader.reading.file == "hand-offs.md"
    assert reader.list.currentItem().data(FILE) == "hand-offs.md"
    reader.reading._follow(QUrl("https://example.org/x"))
    assert reader.reading.file == "hand-offs.md"
    QTest.keyClick(reader.reading, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert reader.reading.file == "README.md"
    assert not reader.back.isEnabled()


def test_a_heading_can_be_gone_to(window: MainWindow, qtbot: QtBot) -> None:
    reader = opened(window, qtbot)
    reader.resize(900, 400)
    reader.show_page("start.md", "lanes-to-use-again")
    qtbot.wait(20)
    assert reader.reading.verticalScrollBar().value() > 0


def test_searching_lists_places_and_marks_the_words(window: MainWindow, qtbot: QtBot) -> None:
    reader = opened(window, qtbot)
    QTest.keyClick(reader.reading, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert reader.field.hasFocus()
    QTest.keyClicks(reader.field, "brick bar")
    QTest.keyClick(reader.field, Qt.Key.Key_Return)
    assert reader.reading.file == "hand-offs.md"
    assert reader.reading.extraSelections()
    QTest.keyClick(reader.field, Qt.Key.Key_Escape)
    assert reader.field.text() == ""
    qtbot.waitUntil(lambda: reader.list.count() > 10)
    reader.field.setText("zeppelin")
    reader._first()
    item: QListWidgetItem = reader.list.item(0)
    assert "Nothing in the guide" in item.text()
    assert not item.flags()


# -- the page that fits -------------------------------------------------------------------------------


def test_every_part_that_has_a_page_exists_and_so_does_the_page() -> None:
    source = "\n".join(path.read_text("utf-8") for path in Path(journeymap.ui.__path__[0]).rglob("*.py"))
    for page in LISTS.values():
        assert (guide("en") / page).is_file()
    for part, page in PAGES.items():
        assert f"class {part}(" in source or f"class {part}:" in source, part
        assert (guide("en") / page).is_file()


def test_f1_opens_the_page_that_fits(window: MainWindow, qtbot: QtBot) -> None:
    assert page_for(window._start.new.goal, window.desk) == "start.md"
    window.open_path(samples() / "hotel.journey")
    parts = window._page.parts
    assert page_for(parts.foot.bar.field, window.desk) == "line.md"
    assert page_for(parts.foot.answers, window.desk) == "frictions.md"
    for name, page in (("walls", "hand-offs.md"), ("findings", "rules.md"), ("frictions", "frictions.md")):
        parts.lists.show_list(name)
        assert page_for(parts.lists, window.desk) == page
    for chosen, page in (("F1", "frictions.md"), ("desk", "critical.md"), ("book", "change.md")):
        window.selection.choose(chosen)
        assert page_for(parts.map, window.desk) == page
    window.selection.choose()
    assert page_about(window.desk) == "README.md"
    mark = window.work.findings.marks[0]
    window.selection.choose(mark.findings[0].key)
    parts.map.setProperty("guide", "tables.md")
    assert page_for(parts.map, window.desk) == "tables.md"


def test_one_guide_a_window_and_it_follows_the_language(window: MainWindow, qtbot: QtBot) -> None:
    window.do("help")
    (one,) = window.findChildren(Reader)
    window.do("help")
    assert window.findChildren(Reader) == [one]
    one.show_page("line.md")
    window.speak("nb")
    (other,) = window.findChildren(Reader)
    assert other.language == "nb"
    assert other.reading.file == "line.md"
    assert other.isVisible()
    other.close()
    window.speak("sv")
    assert not any(reader.isVisible() for reader in window.findChildren(Reader))


def test_a_dialogue_opens_the_guide_over_itself(window: MainWindow, qtbot: QtBot) -> None:
    window.do("settings")
    dialog = window.findChild(Settings)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is dialog)
    qtbot.waitUntil(lambda: dialog.focusWidget() is not None)
    QTest.keyClick(dialog, Qt.Key.Key_F1)
    reader = dialog.findChild(Reader)
    assert reader is not None
    assert reader.reading.file == "settings.md"
    reader.close()
    dialog.reject()


# -- keys ---------------------------------------------------------------------------------------------


def test_the_list_of_keys_is_searched_and_printed(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.do("keys")
    page = window.findChild(KeysPage)
    page.field.setText("report")
    shown = [label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page)]
    assert "Ctrl+P" in shown
    assert "Ctrl+N" not in shown
    page.field.setText("zeppelin")
    assert any("No key" in label.text() for label in page.findChildren(QLabel))
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "keys"), ""))
    page.print_chart()
    assert opened[0].toLocalFile() == str(tmp_path / "keys.pdf")
    assert (tmp_path / "keys.pdf").read_bytes().startswith(b"%PDF")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "no" / "keys.pdf"), ""))
    page.print_chart()
    assert "Could not write keys.pdf" in page._said.text()
    page.reject()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_printed_chart_says_every_key_on_one_page(language: str) -> None:
    t = catalogue(language)
    groups = chart(t, tree())
    reader = pypdf.PdfReader(io.BytesIO(on_paper(groups, t, date(2026, 11, 27))))
    assert len(reader.pages) == 1
    text = " ".join(reader.pages[0].extract_text().split())
    for line in (line for group in groups for line in group.lines):
        assert all(key in text for key in line.keys)
