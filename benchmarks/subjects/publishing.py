"""The map as PDF beside Qt's writer and naive reportlab; the whole report beside plain tables."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import SimpleDocTemplate, Table

from benchmarks import screen
from benchmarks.maps import synthetic
from benchmarks.measure import Measured, medians, rounds_for
from journeymap.analysis.examine import examine
from journeymap.analysis.findings import Findings
from journeymap.model.journey import Journey
from journeymap.paint import pdf
from journeymap.paint.qt import paint
from journeymap.picture.prims import Picture
from journeymap.picture.theme import PRINT
from journeymap.report.document import write_report

FACE = "Inter-Regular"
PITCH = (160.0, 90.0)


def measure(sizes: Sequence[int], rounds: int) -> Iterator[Measured]:
    """Four lines a size."""
    screen.application()
    pdf.register_fonts()
    for steps in sizes:
        journey = synthetic(steps)
        findings = examine(journey, trials=0)
        few = max(2, rounds_for(steps, rounds) // 2) if rounds > 1 else 1
        yield from _map(steps, few, journey, screen.picture_of(journey, findings))
        yield _report(steps, 1 if steps > 2000 else few, journey, findings)


def _map(steps: int, rounds: int, journey: Journey, picture: Picture) -> Iterator[Measured]:
    works = {
        "ours": partial(pdf.to_pdf, picture),
        "qt": partial(by_qt, picture),
        "naive": partial(by_canvas, journey),
    }
    taken = medians(works, rounds)
    mine, qt, naive = taken["ours"], taken["qt"], taken["naive"]
    what, same = "map as PDF", "QPdfWriter, same picture"
    yield Measured(what, steps, mine, same, qt, "<= 0.8 x", mine <= 0.8 * qt)
    yield Measured(what, steps, mine, "reportlab, bare boxes", naive, "<= 0.2 x", mine <= 0.2 * naive)
    ours, theirs = len(pdf.to_pdf(picture)) / 1000, len(by_qt(picture)) / 1000
    yield Measured(f"{what}: size", steps, ours, same, theirs, "<= 0.4 x", ours <= 0.4 * theirs, "kB")


def by_qt(picture: Picture) -> bytes:
    """The same picture by Qt's own PDF writer."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(96)
    size = QPageSize(QSizeF(picture.width, picture.height) * 0.75, QPageSize.Unit.Point)
    writer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF()))
    painter = QPainter(writer)
    for node in picture.nodes:
        paint(painter, node.prims, PRINT)
    painter.end()
    return bytes(buffer.data().data())


def by_canvas(journey: Journey) -> bytes:
    """Boxes, titles and straight links, one call of reportlab's canvas after the other."""
    out = io.BytesIO()
    lanes = {lane: place for place, lane in enumerate(journey.lanes)}
    canvas = Canvas(out, pagesize=(len(journey.steps) / 2 * PITCH[0] + 200, len(lanes) * PITCH[1] + 100))
    at = {
        step.id: (float(step.column or 0) * PITCH[0], lanes[step.lane] * PITCH[1])
        for step in journey.steps.values()
    }
    canvas.setFont(FACE, 9)
    for link in journey.links.values():
        canvas.line(*at[link.source], *at[link.target])
    for step in journey.steps.values():
        x, y = at[step.id]
        canvas.roundRect(x, y, 130, 60, 5)
        half = len(step.title) // 2
        canvas.drawString(x + 6, y + 40, step.title[:half])
        canvas.drawString(x + 6, y + 28, step.title[half:])
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def _report(steps: int, rounds: int, journey: Journey, findings: Findings) -> Measured:
    works = {"ours": partial(whole_report, journey, findings), "naive": partial(bare_tables, journey)}
    taken = medians(works, rounds)
    bare = "three bare platypus tables"
    return Measured("whole report", steps, taken["ours"], bare, taken["naive"], "", None)


def whole_report(journey: Journey, findings: Findings) -> None:
    """Everything a manager gets."""
    day = date(2026, 11, 12)
    write_report(journey, findings, io.BytesIO(), t=screen.words(), date=day)


def bare_tables(journey: Journey) -> None:
    """Steps, links and frictions, each as one Table as everybody begins with."""
    steps = [[step.id, step.title, step.lane, str(step.wait_minutes)] for step in journey.steps.values()]
    links = [[link.id, link.source, link.target, link.kind or ""] for link in journey.links.values()]
    frictions = [[one.id, one.title, one.at, one.owner or ""] for one in journey.frictions.values()]
    document = SimpleDocTemplate(io.BytesIO(), pagesize=A4)
    document.build([Table(rows) for rows in (frictions, steps, links)])
