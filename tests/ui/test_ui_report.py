"""Make report in the window: true pages before it is saved, choices that are remembered, print, text."""

from __future__ import annotations

import io
import shutil
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from journeymap.edit import verbs
from journeymap.model.ids import Id
from journeymap.resources import samples
from journeymap.storage import settings
from journeymap.ui.actions import files as actions
from journeymap.ui.dialogs.report import ReportDialog
from journeymap.ui.reporting.choice import SETTING, recalled
from journeymap.ui.reporting.kinds import kind_named, kinds
from journeymap.ui.reporting.pages import Pages
from journeymap.ui.reporting.printing import print_pages, printer_for
from journeymap.ui.window import MainWindow


@pytest.fixture
def hotel(tmp_path: Path) -> Path:
    """A copy of the sample that a test may change."""
    copy = tmp_path / "hotel.journey"
    shutil.copyfile(samples() / "hotel.journey", copy)
    return copy


@pytest.fixture
def dialog(window: MainWindow, hotel: Path, qtbot: QtBot) -> ReportDialog:
    """The dialogue over the hotel, before anything is drawn."""
    window.open_path(hotel)
    made = actions.make_report(window.parts_or_frame(), "pdf")
    qtbot.addWidget(made)
    return made


def drawn(dialog: ReportDialog, qtbot: QtBot) -> ReportDialog:
    """Once the preview shows what is chosen."""
    qtbot.waitUntil(lambda: dialog._shown is not None)
    return dialog


def titles(data: bytes) -> list[str]:
    with pikepdf.open(io.BytesIO(data)) as pdf, pdf.open_outline() as outline:
        return [item.title.split(":")[0] for item in outline.root]


def test_the_pages_are_those_that_are_saved(dialog: ReportDialog, qtbot: QtBot, tmp_path: Path) -> None:
    assert dialog.preview.is_empty
    drawn(dialog, qtbot)
    assert dialog.preview.pages is not None
    shown = dialog.preview.pages.data
    assert len(dialog.preview.pages) == dialog.preview.strip.count() > 15
    assert dialog.form.pages["map"].text().startswith("p. 3")
    with qtbot.waitSignal(dialog.publishing.done):
        QTest.keyClick(dialog.save, Qt.Key.Key_Return)
    assert dialog.target.read_bytes() == shown
    assert dialog.target.parent == tmp_path
    assert dialog.open_file.isVisible()
    dialog.reject()


def test_what_is_left_out_is_not_drawn(dialog: ReportDialog, qtbot: QtBot) -> None:
    drawn(dialog, qtbot)
    whole = dialog.preview.pages
    assert whole is not None
    count = len(whole)
    for group in ("map", "tables", "walls"):
        dialog.form.boxes[group].setChecked(False)
    assert dialog.preview.pages is whole, "the old pages stay until the new ones are there"
    drawn(dialog, qtbot)
    assert dialog.preview.pages is not None
    assert len(dialog.preview.pages) < count
    found = titles(dialog.preview.pages.data)
    assert not [title for title in found if "Kartan" in title or "Bilaga" in title or "Murarna" in title]
    assert dialog.form.pages["map"].text() == ""
    dialog.reject()


def test_the_last_choice_is_remembered_for_the_map(
    window: MainWindow, dialog: ReportDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    dialog.form.languages.group.buttons()[1].click()
    dialog.form.profiles.setCurrentIndex(dialog.form.profiles.findData("no_quotes"))
    dialog.form.boxes["tables"].setChecked(False)
    dialog.form.choice = replace(dialog.form.choice, folder=folder)
    with qtbot.waitSignal(dialog.publishing.done):
        dialog.start()
    dialog.reject()
    again = actions.make_report(window.parts_or_frame())
    qtbot.addWidget(again)
    choice = again.form.choice
    assert (again.kind.name, choice.language, choice.profile) == ("pdf", "nb", "no_quotes")
    assert "tables" not in choice.groups and not again.form.boxes["tables"].isChecked()
    assert again.target.parent == folder
    again.reject()


def test_choices_that_no_longer_make_sense_are_left(window: MainWindow, hotel: Path) -> None:
    window.open_path(hotel)
    journey = window.work.document.journey
    document = journey.head.document or ""
    settings.put(SETTING, {document: {"profile": "x", "language": "fi", "lane": "gone", "groups": ["map", 7],
                                      "folder": "/no/such"}})  # fmt: skip
    choice = recalled(journey, "pdf", "sv")
    assert (choice.language, choice.profile, choice.lane, choice.folder) == (
        "sv",
        "pseudonymised",
        None,
        None,
    )
    assert choice.groups == {"map"}


def test_an_extract_is_of_the_lane_that_was_chosen(dialog: ReportDialog, qtbot: QtBot) -> None:
    dialog.kinds.setCurrentRow(kinds().index(kind_named("extract")))
    assert dialog.form.lanes.itemText(0) == "Städfirman Ren AB", "suppliers first"
    drawn(dialog, qtbot)
    assert dialog.preview.pages is not None
    text = dialog.preview.pages._document[0].get_textpage().get_text_range()
    assert "Utdrag: Städfirman Ren AB" in " ".join(text.split()).replace("\u00a0", " ")
    dialog.reject()


def test_an_earlier_version_is_compared_with(dialog: ReportDialog, qtbot: QtBot, hotel: Path) -> None:
    dialog.form.since.insertItem(1, "old", (str(hotel), None))
    dialog.form.since.setCurrentIndex(1)
    dialog.form.since.activated.emit(1)
    drawn(dialog, qtbot)
    assert dialog.preview.pages is not None
    assert any("Sedan förra versionen" in title for title in titles(dialog.preview.pages.data))
    dialog.reject()


def test_the_summary_can_be_copied(dialog: ReportDialog, qtbot: QtBot) -> None:
    dialog.kinds.setCurrentRow(kinds().index(kind_named("txt")))
    drawn(dialog, qtbot)
    assert not dialog.print.isVisible()
    dialog.copy.click()
    text = QGuiApplication.clipboard().text()
    assert text.startswith("Hotellerbjudandet\n") and "8 500" in text
    dialog.reject()


def test_the_summary_is_on_the_menu_too(window: MainWindow, hotel: Path) -> None:
    window.open_path(hotel)
    QGuiApplication.clipboard().clear()
    window.do("summary")
    assert QGuiApplication.clipboard().text().startswith("Hotellerbjudandet\n")


def test_pictures_are_shown_as_they_will_be(dialog: ReportDialog, qtbot: QtBot) -> None:
    dialog.kinds.setCurrentRow(kinds().index(kind_named("svg")))
    drawn(dialog, qtbot)
    assert not dialog.preview.sheet._picture.isNull()
    with qtbot.waitSignal(dialog.publishing.done):
        dialog.start()
    assert dialog.target.suffix == ".svg"
    assert b"<svg" in dialog.target.read_bytes()
    dialog.reject()


def test_the_web_page_is_written(dialog: ReportDialog, qtbot: QtBot) -> None:
    dialog.kinds.setCurrentRow(kinds().index(kind_named("html")))
    with qtbot.waitSignal(dialog.publishing.done):
        dialog.start()
    assert dialog.target.read_bytes().startswith(b"<!doctype html>")
    dialog.reject()


def test_personal_data_is_named_before_it_goes_out(window: MainWindow, hotel: Path, qtbot: QtBot) -> None:
    window.open_path(hotel)
    document = window.work.document
    verbs.set_field(document, Id("F4"), description="Ring Anna, 070-123 45 67")
    dialog = actions.make_report(window.parts_or_frame(), "pdf")
    qtbot.addWidget(dialog)
    assert dialog.form.personal.text() == "In the texts: 1 phone number."
    assert not dialog.form.hints.isHidden()
    dialog.kinds.setCurrentRow(kinds().index(kind_named("extract")))
    assert dialog.form.hints.isHidden(), "the cleaning firm's extract holds none"
    dialog.reject()


def test_what_has_no_font_is_named(window: MainWindow, hotel: Path, qtbot: QtBot) -> None:
    window.open_path(hotel)
    verbs.set_field(window.work.document, Id("F4"), title="Kö ไท 漢字")
    dialog = actions.make_report(window.parts_or_frame(), "pdf")
    qtbot.addWidget(dialog)
    drawn(dialog, qtbot)
    assert "ไ ท" in dialog._said.text()
    assert "漢" not in dialog._said.text()  # drawn, so nothing to say
    dialog.reject()


def test_pages_turn_by_key_and_by_strip(dialog: ReportDialog, qtbot: QtBot) -> None:
    drawn(dialog, qtbot)
    QTest.keyClick(dialog.preview.sheet, Qt.Key.Key_PageDown)
    assert dialog.preview.sheet.place == dialog.preview.strip.currentRow() == 1
    dialog.preview.strip.setCurrentRow(4)
    assert dialog.preview.sheet.place == 4
    QTest.keyClick(dialog.preview.sheet, Qt.Key.Key_PageUp)
    assert dialog.preview.sheet.place == 3
    dialog.reject()


def test_leaving_stops_everything_and_leaves_nothing(dialog: ReportDialog, qtbot: QtBot) -> None:
    dialog.draw()
    qtbot.waitUntil(lambda: dialog.drawing._process is not None)
    folder = dialog.drawing.folder
    dialog.reject()
    assert not dialog.drawing.runs and not dialog.publishing.runs
    assert not folder.exists()


def test_a_report_is_printed_page_by_page_and_turned(
    dialog: ReportDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    drawn(dialog, qtbot)
    pages = dialog.preview.pages
    assert pages is not None
    target = tmp_path / "printed.pdf"
    printer = printer_for(pages, "Hotel")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target))
    printer.setResolution(100)
    printer.setFromTo(2, 5)
    assert print_pages(pages, printer)
    with pikepdf.open(target) as pdf:
        boxes = [[float(side) for side in page.mediabox] for page in pdf.pages]
    wide = [box[2] > box[3] for box in boxes]
    assert wide == [pages.size(place)[0] > pages.size(place)[1] for place in range(1, 5)]
    assert any(wide) and not all(wide)
    dialog.reject()


def test_a_printed_page_shows_the_page(dialog: ReportDialog, qtbot: QtBot, tmp_path: Path) -> None:
    """The printed page, drawn again, is the page: as many dark dots, within a tenth."""
    drawn(dialog, qtbot)
    pages = dialog.preview.pages
    assert pages is not None
    target = tmp_path / "printed.pdf"
    printer = printer_for(pages, "Hotel")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target))
    printer.setFromTo(1, 1)
    assert print_pages(pages, printer)
    printed = Pages(target.read_bytes())
    dark = [_dark(one.image(0, 400)) for one in (pages, printed)]
    printed.close()
    assert dark[0] > 2000
    assert dark[1] == pytest.approx(dark[0], rel=0.1)
    dialog.reject()


def _dark(image: QImage) -> int:
    return sum(
        image.pixelColor(x, y).lightness() < 140 for x in range(image.width()) for y in range(image.height())
    )


def test_bytes_that_are_no_pdf_are_no_pages() -> None:
    with pytest.raises(ValueError, match="PDF"):
        Pages(b"hello")


def test_every_kind_can_be_chosen(dialog: ReportDialog) -> None:
    for row in range(len(kinds())):
        dialog.kinds.setCurrentRow(row)
        assert dialog.target.suffix == f".{kinds()[row].ending}"
        assert dialog.save.text()
    dialog.reject()
