"""The report as one PDF: sections chosen, laid out on pages, drawn with their tags, written at once."""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import IO

from journeymap.analysis.findings import Findings
from journeymap.collector import collector_paused
from journeymap.i18n.catalogue import Catalogue
from journeymap.model.journey import Journey
from journeymap.report.blank import LANGUAGE_TAGS, blank
from journeymap.report.edition import WHOLE, Edition, matter_of
from journeymap.report.flow import Page
from journeymap.report.furniture import draw_footer, draw_header
from journeymap.report.layout import anchor_places, laid_out
from journeymap.report.matter import Matter
from journeymap.report.outline import Outline
from journeymap.report.outlining import outline_of
from journeymap.report.paper import Paper
from journeymap.report.section import Section
from journeymap.report.structure import finished
from journeymap.report.tags import Element

Progress = Callable[[int, int], bool | None]
"""Called with pages done and pages in all; False stops the work."""


class ReportCancelledError(Exception):
    """The caller stopped the report; nothing was written."""


def write_report(
    journey: Journey,
    findings: Findings,
    target: str | Path | IO[bytes],
    *,
    t: Catalogue,
    date: date,
    edition: Edition = WHOLE,
    progress: Progress | None = None,
) -> None:
    """Write the manager's report as a tagged PDF; no text in the journey can make it fail.

    `t` decides the language, `date` the clock: the same arguments give the same bytes. A path is
    replaced only when the report is complete. KeyError for an edition of a lane that is not on the
    map; ReportCancelledError when `progress` answers False; OSError when the target cannot be written.
    """
    data = rendered(matter_of(journey, findings, t, date, edition), progress)
    if isinstance(target, str | Path):
        _replace(Path(target), data)
    else:
        target.write(data)


def _replace(path: Path, data: bytes) -> None:
    beside = path.with_name(f".{path.name}.part")
    try:
        beside.write_bytes(data)
        os.replace(beside, path)  # noqa: PTH105 - Path.replace is the same call
    finally:
        beside.unlink(missing_ok=True)


def rendered(matter: Matter, progress: Progress | None = None) -> bytes:
    """The report's bytes."""
    return made(matter, progress)[0]


def made(matter: Matter, progress: Progress | None = None) -> tuple[bytes, Outline]:
    """The report's bytes, and what stands where in it."""
    with collector_paused():
        pages = laid_out(matter)
        return _drawn(matter, pages, progress), outline_of(pages)


def _drawn(matter: Matter, pages: Sequence[Page], progress: Progress | None) -> bytes:
    places = anchor_places(pages)
    out = io.BytesIO()
    canvas = blank(out, matter.title, matter.t.language)
    sheet = Paper(canvas, {name: page for name, (page, _) in places.items()}, matter.album)
    for number, page in enumerate(pages, 1):
        _draw_page(sheet, page, matter, number, len(pages))
        if progress is not None and progress(number, len(pages)) is False:
            raise ReportCancelledError
    canvas.save()
    return finished(
        out.getvalue(), sheet.document, sheet.links, places,
        title=matter.title, language=LANGUAGE_TAGS[matter.t.language], day=matter.date,
    )  # fmt: skip


def _draw_page(sheet: Paper, page: Page, matter: Matter, number: int, pages: int) -> None:
    sheet.begin_page(page.landscape)
    draw_header(sheet, page, matter)
    for placed in page.placed:
        with sheet.inside(_element_of(sheet, placed.section)):
            placed.block.draw(sheet, placed.x, placed.y, placed.width)
    draw_footer(sheet, matter, number, pages)
    sheet.end_page()


def _element_of(sheet: Paper, section: Section | None) -> Element:
    """The element a section's blocks stand in, over all its pages."""
    if section is None:
        return sheet.document
    if section.element is None:
        section.element = sheet.document.add("Sect")
    return section.element
