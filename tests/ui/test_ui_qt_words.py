"""Qt's own words in the window's language: no English in text menus, buttons, file and print dialogues."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCalendarWidget,
    QComboBox,
    QDateEdit,
    QDialog,
    QFileDialog,
    QFileSystemModel,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenu,
    QMessageBox,
    QPlainTextEdit,
    QTabWidget,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from journeymap.i18n import catalogue
from journeymap.ui.keynames import named
from journeymap.ui.qtwords import QT

FOREIGN = ("sv", "nb")
MET = (
    "CloseButton", "MAC_APPLICATION_MENU", "QAbstractFileIconProvider", "QAbstractSpinBox",
    "QAccessibleActionInterface", "QCocoaMenuBar", "QCocoaMenuItem", "QCocoaTheme", "QComboBox",
    "QCupsJobWidget", "QDialog", "QDialogButtonBox", "QFileDialog", "QFileSystemModel", "QGnomeTheme",
    "QKeySequenceEdit", "QLineEdit", "QPageSetupWidget", "QPlatformTheme", "QPrintDialog",
    "QPrintPropertiesDialog", "QPrintPropertiesWidget", "QPrintSettingsOutput", "QPrintWidget",
    "QProgressDialog", "QScrollBar", "QTabBar", "QWhatsThisAction", "QWidgetTextControl",
    "quiaccessibilityelement",
)  # fmt: skip
"""Where Qt shows words of its own that this program can bring up, by Qt's names for the places."""
NOT_MET = {"Config", "Options", "Preference", "Setting", "Setup"}
"""Words by which Qt looks for menu lines of ours on macOS; ours say their role."""
SAME = {
    "OK", "&OK", "Alias", "Type", "Start:", "&Start:", "Standard", "Type:", "%1, ...", "...", "CC", "DD",
    "mm", "pt", "P̸", "Cicero (CC)", "Didot (DD)", "Pica (P̸)", "Millimeters (mm)", "1 (1x1)", "2 (2x1)",
    "4 (2x2)",
    "6 (2x3)", "9 (3x3)", "16 (4x4)", "Alt+Left", "Alt+Right", "Alt+Up",
}  # fmt: skip
"""What is rightly the same in the other languages; keys of the file dialogue are read by Qt, not people."""


def known_to_qt() -> Iterator[tuple[str, str]]:
    """Context and English words of every message in Qt's own Swedish file, read tag by tag."""
    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    data, at = (folder / "qtbase_sv.qm").read_bytes(), 16
    parts: dict[int, bytes] = {}
    while at < len(data):
        tag, length = struct.unpack_from(">BI", data, at)
        parts[tag] = data[at + 5 : at + 5 + length]
        at += 5 + length
    messages, at = parts[0x69], 0
    found: dict[int, str] = {}
    while at < len(messages):
        tag = messages[at]
        if tag == 1:
            yield found.get(7, ""), found.get(6, "")
            found, at = {}, at + 1
            continue
        length = struct.unpack_from(">I", messages, at + 1)[0]
        length = 0 if length == 0xFFFFFFFF else length
        if tag in (6, 7):
            found[tag] = messages[at + 5 : at + 5 + length].decode()
        at += 5 + length


ENGLISH = {source for context, source in known_to_qt() if context in MET} - SAME - NOT_MET


@pytest.fixture(params=FOREIGN)
def language(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    QT.speak(qapp, catalogue(request.param))
    yield request.param
    QT.speak(qapp, catalogue("en"))


def test_the_list_of_what_is_met_is_a_list() -> None:
    assert len(ENGLISH) > 220
    assert {"Cu&t", "Files of &type:", "Cancel", "Page up", "&Print"} <= ENGLISH


def test_no_word_that_may_be_met_is_english(language: str) -> None:
    say = QCoreApplication.translate
    left = [
        (context, source)
        for context, source in known_to_qt()
        if context in MET and source in ENGLISH and say(context, source) == source
    ]
    assert left == []


def texts(widget: QWidget) -> Iterator[str]:
    """Everything that can be read on a widget and what is in it."""
    for one in (widget, *widget.findChildren(QWidget)):
        yield from (one.windowTitle(), one.toolTip(), one.accessibleName())
        if isinstance(one, QAbstractButton | QLabel):
            yield one.text()
        elif isinstance(one, QGroupBox):
            yield one.title()
        elif isinstance(one, QComboBox):
            yield from (one.itemText(place) for place in range(one.count()))
        elif isinstance(one, QTabWidget):
            yield from (one.tabText(place) for place in range(one.count()))
        elif isinstance(one, QMenu):
            yield from (action.text().partition("\t")[0] for action in one.actions())
    for action in widget.findChildren(QAction):
        yield action.text()


def english(widget: QWidget) -> set[str]:
    return {said for said in texts(widget)} & ENGLISH


def test_text_menus(language: str, qtbot: QtBot) -> None:
    for field in (QLineEdit("a"), QTextEdit("a"), QPlainTextEdit("a")):
        qtbot.addWidget(field)
        menu = field.createStandardContextMenu()
        qtbot.addWidget(menu)
        assert len([*texts(menu)]) > 6 and english(menu) == set()
    copy = {"sv": "&Kopiera", "nb": "&Kopier"}[language]
    assert copy in [*texts(menu)]


def test_file_dialogues(language: str, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("a", encoding="utf-8")
    for mode in (QFileDialog.AcceptMode.AcceptOpen, QFileDialog.AcceptMode.AcceptSave):
        dialog = QFileDialog(None, "", str(tmp_path))
        qtbot.addWidget(dialog)
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setAcceptMode(mode)
        with qtbot.waitExposed(dialog):
            dialog.show()
        assert english(dialog) == set()
        model = dialog.findChild(QFileSystemModel)
        assert model is not None
        heads = [model.headerData(place, Qt.Orientation.Horizontal) for place in range(4)]
        assert not set(heads) & ENGLISH and len({*heads}) == 4
        assert {"sv": "Leta i", "nb": "Se i"}[language] in " ".join(texts(dialog)).replace("&", "")


def test_buttons_of_questions(language: str, qtbot: QtBot) -> None:
    box = QMessageBox()
    qtbot.addWidget(box)
    for button in QMessageBox.StandardButton:
        if button.value & 0x0FFFFC00 and button not in (
            QMessageBox.StandardButton.NoButton, QMessageBox.StandardButton.ButtonMask,
        ):  # fmt: skip
            box.addButton(button)
    box.setDetailedText("a")
    assert len(box.buttons()) > 15 and english(box) == set()


def test_the_print_dialogue(language: str, qtbot: QtBot) -> None:
    printer = QPrinter()
    dialog = QPrintDialog(printer)
    qtbot.addWidget(dialog)
    assert isinstance(dialog, QDialog) and english(dialog) == set()


def test_months_and_days(language: str, qtbot: QtBot) -> None:
    field = QDateEdit()
    qtbot.addWidget(field)
    field.setCalendarPopup(True)
    calendar = field.calendarWidget()
    assert isinstance(calendar, QCalendarWidget)
    assert calendar.locale().monthName(5) == {"sv": "maj", "nb": "mai"}[language]
    assert calendar.firstDayOfWeek() == Qt.DayOfWeek.Monday


@pytest.mark.parametrize("language", ["sv", "nb", "en"], indirect=True)
def test_keys_are_called_in_menus_as_in_the_chart(language: str) -> None:
    native = QKeySequence.SequenceFormat.NativeText
    for key in ("Ctrl+Shift+Right", "Alt+Up", "PgDown", "Shift+Space", "Ctrl+Backspace", "F6", "Ctrl++"):
        shown = QKeySequence(key).toString(native)
        assert shown == named(catalogue(language), key, platform="linux")
        assert QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText) == key


def test_another_language_at_once_and_english_again(qapp: QApplication) -> None:
    say = QCoreApplication.translate
    for language, cut in (("sv", "Klipp &ut"), ("nb", "Klipp &ut"), ("en", "Cu&t")):
        QT.speak(qapp, catalogue(language))
        assert say("QLineEdit", "Cu&t") == cut
        assert say("QLineEdit", "nobody says this") == "nobody says this"
    assert QLocale().name() == "en_GB"


def test_what_we_have_no_words_for_comes_from_qt(language: str) -> None:
    said = QCoreApplication.translate("QPageSize", "Envelope C5")
    assert said in ("Kuvert C5", "Konvolutt C5")
