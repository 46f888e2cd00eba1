"""Draw the pictures that README and guide show: `python scripts/pictures.py [name …]`.

Every one comes from the program itself, in each language with a map of that language, so that the
papers never show something the program no longer looks like.
"""

from __future__ import annotations

import io
import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(TOP))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pypdfium2
from PIL import Image
from PySide6.QtCore import QBuffer, QPoint, QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from journeymap.analysis.examine import examine
from journeymap.i18n import LANGUAGES, catalogue
from journeymap.paint.qt import to_image
from journeymap.picture.build import Options, build
from journeymap.picture.theme import LIGHT
from journeymap.report.document import write_report
from journeymap.report.edition import Edition
from journeymap.resources import samples
from journeymap.storage import files, recents
from journeymap.storage.envelope import fingerprint
from journeymap.ui import fonts
from journeymap.ui.actions.importing import import_file
from journeymap.ui.look import Look
from journeymap.ui.window import MainWindow

PICTURES = TOP / "docs" / "pictures"
GUIDE = TOP / "docs" / "guide" / "pictures"
DAY = date(2026, 11, 12)
TABLE = {
    "sv": ("faktura.csv",
           "Nr;Steg;Avdelning;Fas;Nästa;Känsla (1–5);Smärtpunkt;Citat;Kostnad\n"
           "1;Ser att räkningen är fel;Kund;Upptäcker;2;2;;;0\n"
           "2;Letar efter numret;Kund;Upptäcker;3;2;Står inte på räkningen;;0\n"
           "3;Ringer;Kund;Reder ut;4;3;;;10\n"
           "4;Svarar;Kundtjänst;Reder ut;6;1;Ser inte räkningen;Det får du ta med ekonomi;60\n"
           "5;;Ekonomi;Reder ut;6;;;;45\n"
           "6;Rättar räkningen;Ekonomi;Löst;7;;Tar fyra dagar;;90\n"
           "7;Får rätt räkning;Kund;Löst;;5;;Äntligen!;0\n"),
    "nb": ("regning.csv",
           "Nr;Steg;Avdeling;Fase;Neste;Følelse (1–5);Smertepunkt;Sitat;Kostnad\n"
           "1;Ser at regningen er feil;Kunde;Oppdager;2;2;;;0\n"
           "2;Leter etter nummeret;Kunde;Oppdager;3;2;Står ikke på regningen;;0\n"
           "3;Ringer;Kunde;Rydder opp;4;3;;;10\n"
           "4;Svarer;Kundeservice;Rydder opp;6;1;Ser ikke regningen;Det må du ta med økonomi;60\n"
           "5;;Økonomi;Rydder opp;6;;;;45\n"
           "6;Retter regningen;Økonomi;Løst;7;;Tar fire dager;;90\n"
           "7;Får riktig regning;Kunde;Løst;;5;;Endelig!;0\n"),
    "en": ("bill.csv",
           "No;Step;Department;Phase;Next;Emotion (1–5);Pain point;Quote;Cost\n"
           "1;Sees that the bill is wrong;Customer;Finds out;2;2;;;0\n"
           "2;Looks for the number;Customer;Finds out;3;2;Not on the bill;;0\n"
           "3;Calls;Customer;Sorts it out;4;3;;;10\n"
           "4;Answers;Customer service;Sorts it out;6;1;Cannot see the bill;Ask accounts;60\n"
           "5;;Accounts;Sorts it out;6;;;;45\n"
           "6;Corrects the bill;Accounts;Solved;7;;Takes four days;;90\n"
           "7;Gets the right bill;Customer;Solved;;5;;At last!;0\n"),
}  # fmt: skip
"""The table of another program that each language's picture of an import shows."""
MAP_WIDTH, WINDOW, WIDE, SMALL = 1600, (1366, 768), (1600, 900), (1200, 640)
FOLDER = {"sv": "Kartor", "nb": "Kart", "en": "Maps"}
SAMPLE = {"sv": "hotel", "nb": "patient-result-nb", "en": "phone-repair"}
"""The map that each language's pictures show."""
STORY = {
    "sv": (
        ("Få rätt räkning", "Kund, Kundtjänst, Ekonomi"),
        ("Ser att räkningen är fel", "Letar efter numret", "Ringer", "Väntar i kö",
         "Förklarar allt igen", "Kundtjänst: Svarar", "Ringer igen"),
        ("Ekonomi: Svarar", "# Ingen visste vem som ansvarar"),
    ),
    "nb": (
        ("Få riktig regning", "Kunde, Kundeservice, Økonomi"),
        ("Ser at regningen er feil", "Leter etter nummeret", "Ringer", "Venter i kø",
         "Forklarer alt igjen", "Kundeservice: Svarer", "Ringer igjen"),
        ("Økonomi: Svarer", "# Ingen visste hvem som har ansvaret"),
    ),
    "en": (
        ("Get the bill right", "Customer, Service, Finance"),
        ("Sees that the bill is wrong", "Looks for the number", "Phones", "Waits in a queue",
         "Explains it all again", "Service: Answers", "Phones again"),
        ("Finance: Answers", "# Nobody knew who answers for it"),
    ),
}  # fmt: skip
"""What is typed in pictures of writing: goal and lanes; the lines; who takes over, and a friction."""


def keep(image: QImage, name: str, folder: Path = GUIDE) -> None:
    """Store a picture beside the papers, in 256 colours: no one is off by more than one sees."""
    folder.mkdir(parents=True, exist_ok=True)
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.ReadWrite)
    image.convertToFormat(QImage.Format.Format_RGB32).save(buffer, "PNG")  # type: ignore[call-overload]
    made = Image.open(io.BytesIO(buffer.data().data())).convert("RGB")
    few = made.quantize(256, Image.Quantize.MAXCOVERAGE, kmeans=1, dither=Image.Dither.NONE)
    few.save(folder / name, optimize=True)


# -- papers -------------------------------------------------------------------------------------------


def the_map() -> None:
    """The hotel with ledger and legend, as wide as a README."""
    journey = files.load(samples() / "hotel.journey").journey
    picture = build(journey, examine(journey), Options(), catalogue("sv"))
    image = to_image(picture, LIGHT, 2 * MAP_WIDTH / picture.width)
    keep(image.scaledToWidth(MAP_WIDTH, Qt.TransformationMode.SmoothTransformation), "hotel.png", PICTURES)


def page_one(language: str) -> None:
    """The first page of a report."""
    journey = files.load(samples() / f"{SAMPLE[language]}.journey").journey
    out = io.BytesIO()
    edition = Edition(fingerprint=fingerprint(journey))
    write_report(journey, examine(journey), out, t=catalogue(language), date=DAY, edition=edition)
    page = pypdfium2.PdfDocument(out.getvalue())[0].render(scale=1.5).to_pil().convert("RGB")
    data = page.tobytes()
    image = QImage(data, page.width, page.height, 3 * page.width, QImage.Format.Format_RGB888)
    keep(image, f"report-{language}.png")


# -- the window ---------------------------------------------------------------------------------------


def opened(language: str, size: tuple[int, int] = WINDOW, *, sample: bool = True) -> MainWindow:
    """A window of this size, with the language's map or on its start page."""
    window = MainWindow(language, Look())
    window.resize(*size)
    window.show()
    window.activateWindow()
    QTest.qWait(400)
    if sample:
        window.open_path(samples() / f"{SAMPLE[language]}.journey")
        QTest.qWait(2500)
    return window


def done(window: MainWindow) -> None:
    """Away with the window and what was typed in it."""
    window.work.leave()
    window.close()
    window.deleteLater()
    QTest.qWait(50)


def cut(window: MainWindow, *parts: QWidget, room: int = 12) -> QImage:
    """The rectangle around some parts of the window, with a little room."""
    area = QRect()
    for part in parts:
        area |= QRect(part.mapTo(window, QPoint(0, 0)), part.size())
    area = area.adjusted(-room, -room, room, room) & window.rect()
    return window.grab(area).toImage()


def write(window: MainWindow, *lines: str) -> None:
    """Lines as somebody writes them; questions that come are put off."""
    foot = window.parts_or_frame().foot
    for line in lines:
        if foot.asking is not None:
            QTest.keyClick(foot.asking, Qt.Key.Key_Escape)
        foot.bar.field.setText(line)
        QTest.keyClick(foot.bar.field, Qt.Key.Key_Return)
        QTest.qWait(20)


def told(language: str, lines: int | None = None, size: tuple[int, int] = WINDOW) -> MainWindow:
    """A window in which a story is being written."""
    window = opened(language, size, sample=False)
    answers, story, _ = STORY[language]
    window.begin(*answers)
    QTest.qWait(300)
    write(window, *story[:lines])
    return window


def the_window(language: str) -> None:
    window = opened(language)
    keep(window.grab().toImage(), f"window-{language}.png")
    done(window)


def the_table(language: str) -> None:
    window = opened(language)
    parts = window.parts_or_frame()
    parts.views.turn_to("table")
    parts.table.view.go((8, 2))
    QTest.qWait(300)
    keep(window.grab().toImage(), f"table-{language}.png")
    done(window)


def the_start_page(language: str) -> None:
    recents.clear()
    folder = Path(os.environ["JOURNEYMAP_HOME"]) / FOLDER[language]
    folder.mkdir(exist_ok=True)
    for path in sorted(samples().glob("*.journey"), reverse=True):
        if files.load(path).journey.head.language == language:
            recents.add(shutil.copy(path, folder / path.name), path.stem)
    window = opened(language, sample=False)
    QTest.qWait(1200)
    keep(window.grab().toImage(), f"start-{language}.png")
    done(window)
    recents.clear()


def the_first_map(language: str) -> None:
    window = opened(language, sample=False)
    window.do("first_map")
    QTest.qWait(400)
    write(window, *STORY[language][1][:6])
    QTest.qWait(600)
    keep(window.grab().toImage(), f"first-map-{language}.png")
    done(window)


def the_line(language: str) -> None:
    window = told(language, 6, SMALL)
    window.parts_or_frame().foot.bar.field.setText(STORY[language][2][0])
    QTest.qWait(500)
    keep(cut(window, window.parts_or_frame().pane, room=0), f"line-{language}.png")
    done(window)


def the_handoff(language: str) -> None:
    window = told(language)
    write(window, STORY[language][2][0])
    QTest.qWait(500)
    keep(cut(window, window.parts_or_frame().foot), f"hand-off-{language}.png")
    done(window)


def the_answers(language: str) -> None:
    window = told(language, 6)
    write(window, STORY[language][2][1])
    QTest.keyClicks(window.parts_or_frame().foot.answers, "3")
    QTest.qWait(500)
    keep(cut(window, window.parts_or_frame().foot), f"answers-{language}.png")
    done(window)


def the_lists(language: str) -> None:
    window = opened(language, WIDE)
    images = []
    for name in ("frictions", "walls", "findings"):
        window.bench.show_list(name)
        QTest.qWait(700)
        images.append(cut(window, window.parts_or_frame().lists, room=0))
    side = QImage(sum(one.width() for one in images) + 40, images[0].height(), QImage.Format.Format_RGB32)
    side.fill(Qt.GlobalColor.white)
    keep(_beside(side, images).copy(0, 0, side.width(), 640), f"lists-{language}.png")
    done(window)


def _beside(side: QImage, images: list[QImage]) -> QImage:
    painter = QPainter(side)
    x = 0
    for image in images:
        painter.drawImage(x, 0, image)
        x += image.width() + 20
    painter.end()
    return side


def the_wall(language: str) -> None:
    window = opened(language, WIDE)
    window.do("next_wall")
    QTest.qWait(900)
    window.parts_or_frame().map.camera.zoom(1.0)
    window.parts_or_frame().map.show_selection()
    QTest.qWait(500)
    keep(window.grab().toImage(), f"wall-{language}.png")
    done(window)


def the_reasons(language: str) -> None:
    window = opened(language, WIDE)
    window.do("next_friction")
    QTest.qWait(600)
    window.do("why")
    QTest.qWait(900)
    keep(cut(window, window.parts_or_frame().details, room=0), f"why-{language}.png")
    done(window)


def the_import(language: str) -> None:
    """A table of another program before it comes in, one of its rows without a step."""
    path = Path(os.environ["JOURNEYMAP_HOME"]) / TABLE[language][0]
    path.write_text(TABLE[language][1], "utf-8")
    window = opened(language, sample=False)
    dialog = import_file(window.parts_or_frame(), path)
    while dialog.arrival is None:
        QTest.qWait(50)
    dialog.resize(1180, 690)
    QTest.qWait(300)
    keep(dialog.grab().toImage(), f"import-{language}.png")
    dialog.reject()
    done(window)


SHOTS: dict[str, Callable[[str], None]] = {
    "window": the_window,
    "table": the_table,
    "start": the_start_page,
    "first-map": the_first_map,
    "line": the_line,
    "hand-off": the_handoff,
    "answers": the_answers,
    "lists": the_lists,
    "wall": the_wall,
    "why": the_reasons,
    "import": the_import,
    "report": page_one,
}
"""Each is drawn in every language."""


def main(wanted: list[str]) -> int:
    """Draw those that are named, or all."""
    with tempfile.TemporaryDirectory() as home:
        os.environ["JOURNEYMAP_HOME"] = os.environ["HOME"] = home
        application = QApplication([])
        fonts.register()
        if not wanted or "hotel" in wanted:
            the_map()
        for name, draw in SHOTS.items():
            for language in LANGUAGES if not wanted or name in wanted else ():
                draw(language)
        del application
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
