"""Draw the pictures that README and guide show: `python scripts/pictures.py`.

The hotel map, the window in each language and page 1 of the report, each from the program itself,
so that the papers never show something the program no longer looks like.
"""

from __future__ import annotations

import io
import os
import sys
import tempfile
from datetime import date
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(TOP))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pypdfium2
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from journeymap.analysis.examine import examine
from journeymap.i18n import LANGUAGES, catalogue
from journeymap.paint.qt import to_image
from journeymap.picture.build import Options, build
from journeymap.picture.theme import LIGHT
from journeymap.report.document import write_report
from journeymap.report.edition import Edition
from journeymap.resources import samples
from journeymap.storage import files
from journeymap.storage.envelope import fingerprint
from journeymap.ui import fonts
from journeymap.ui.look import Look
from journeymap.ui.window import MainWindow

PICTURES = TOP / "docs" / "pictures"
GUIDE = TOP / "docs" / "guide" / "pictures"
HOTEL = samples() / "hotel.journey"
DAY = date(2026, 11, 12)
MAP_WIDTH, WINDOW = 1600, (1366, 768)


def keep(image: QImage, name: str, folder: Path = GUIDE) -> None:
    """Store a picture beside the papers."""
    folder.mkdir(parents=True, exist_ok=True)
    if not image.convertToFormat(QImage.Format.Format_RGB32).save(str(folder / name)):
        raise OSError(f"{folder / name} could not be written.")


def the_map() -> None:
    """The hotel with ledger and legend, as wide as a README."""
    journey = files.load(HOTEL).journey
    picture = build(journey, examine(journey), Options(), catalogue("sv"))
    image = to_image(picture, LIGHT, 2 * MAP_WIDTH / picture.width)
    smooth = Qt.TransformationMode.SmoothTransformation
    keep(image.scaledToWidth(MAP_WIDTH, smooth), "hotel.png", PICTURES)


def the_window(language: str) -> None:
    """The hotel in the window, as a laptop shows it: the map, and its table."""
    window = MainWindow(language, Look())
    window.resize(*WINDOW)
    window.show()
    window.open_path(HOTEL)
    QTest.qWait(2500)
    keep(window.grab().toImage(), f"window-{language}.png")
    parts = window.parts_or_frame()
    parts.views.turn_to("table")
    parts.table.view.go((8, 2))
    QTest.qWait(300)
    keep(window.grab().toImage(), f"table-{language}.png")
    window.work.leave()
    window.close()


def page_one(language: str) -> None:
    """The first page of the hotel's report."""
    journey = files.load(HOTEL).journey
    out = io.BytesIO()
    edition = Edition(fingerprint=fingerprint(journey))
    write_report(journey, examine(journey), out, t=catalogue(language), date=DAY, edition=edition)
    page = pypdfium2.PdfDocument(out.getvalue())[0].render(scale=1.5).to_pil().convert("RGB")
    data = page.tobytes()
    rows = 3 * page.width
    keep(QImage(data, page.width, page.height, rows, QImage.Format.Format_RGB888), f"report-{language}.png")


def main() -> int:
    """Draw them all."""
    with tempfile.TemporaryDirectory() as home:
        os.environ["JOURNEYMAP_HOME"] = home
        application = QApplication([])
        fonts.register()
        the_map()
        for language in LANGUAGES:
            page_one(language)
            the_window(language)
        del application
    return 0


if __name__ == "__main__":
    sys.exit(main())
