"""A PDF on a printer: each page drawn at the printer's own resolution, turned where it lies across."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from journeymap.i18n import Catalogue
from journeymap.ui.reporting.pages import Pages

MOST_DOTS = 300
"""Dots an inch: finer ones cannot be seen and take four times the memory."""


def printer_for(pages: Pages, name: str) -> QPrinter:
    """A printer set to A4 and to all pages; `name` is what the queue shows."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setDocName(name)
    printer.setFromTo(1, len(pages))
    _turn(printer, pages, 0)
    return printer


def ask_and_print(pages: Pages, name: str, t: Catalogue, parent: QWidget) -> bool:
    """Whether it was printed: the person chose a printer and it took every page."""
    printer = printer_for(pages, name)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(t("Print"))
    dialog.setMinMax(1, len(pages))
    return dialog.exec() == QDialog.DialogCode.Accepted and print_pages(pages, printer)


def print_pages(pages: Pages, printer: QPrinter) -> bool:
    """Draw the wanted pages; False where the printer would not begin or refused a page."""
    first = max(printer.fromPage(), 1) - 1
    last = min(printer.toPage() or len(pages), len(pages))
    _turn(printer, pages, first)
    painter = QPainter()
    if not painter.begin(printer):
        return False
    try:
        for place in range(first, last):
            if place > first:
                _turn(printer, pages, place)
                if not printer.newPage():
                    return False
            _draw(painter, printer, pages, place)
    finally:
        painter.end()
    return True


def _turn(printer: QPrinter, pages: Pages, place: int) -> None:
    """The page's own orientation; it fills the sheet, as its margins are in it."""
    width, height = pages.size(place)
    orientation = QPageLayout.Orientation
    printer.setPageOrientation(orientation.Landscape if width > height else orientation.Portrait)
    printer.setFullPage(True)


def _draw(painter: QPainter, printer: QPrinter, pages: Pages, place: int) -> None:
    paper = QRectF(printer.paperRect(QPrinter.Unit.DevicePixel))
    width, height = pages.size(place)
    scale = min(paper.width() / width, paper.height() / height)
    dots = min(printer.resolution(), MOST_DOTS)
    image = pages.image(place, round(width / 72 * dots))
    box = QRectF(0, 0, width * scale, height * scale)
    box.moveCenter(QRectF(0, 0, paper.width(), paper.height()).center())
    painter.drawImage(box, image)
