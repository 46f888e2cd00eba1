"""Maps and calls that the report's tests share."""

from __future__ import annotations

import datetime
import hashlib
import io
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec

from journeymap.analysis.examine import examine
from journeymap.analysis.findings import Findings
from journeymap.i18n.catalogue import catalogue
from journeymap.model.ids import Id
from journeymap.model.journey import Journey, journey_of
from journeymap.model.records import Attachment, Friction, Head, Lane, Link, Step
from journeymap.report.document import write_report
from journeymap.report.edition import Edition
from journeymap.resources import samples
from journeymap.storage import files

DAY = datetime.date(2026, 11, 12)
FINGERPRINT = "7f3a91c2" * 8


def hotel() -> Journey:
    """The sample of METHOD 5."""
    return files.load(samples() / "hotel.journey").journey


def report(journey: Journey, language: str = "en", findings: Findings | None = None, **how: Any) -> bytes:
    """The report's bytes on a fixed day."""
    out = io.BytesIO()
    found = findings if findings is not None else examine(journey, trials=200)
    edition = Edition(fingerprint=FINGERPRINT, **how)
    write_report(journey, found, out, t=catalogue(language), date=DAY, edition=edition)
    return out.getvalue()


def pages(data: bytes) -> list[str]:
    """The text of every page, as a reader's search finds it."""
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    return [page.get_textpage().get_text_range() for page in document]


def squeezed(text: str) -> str:
    """Without spaces, line ends and hyphens: what remains when lines break elsewhere."""
    return "".join(char for char in text if not char.isspace() and char not in "-\u00ad\ufffe\u0002")


def small(frictions: int = 3, lanes: int = 3, **head: Any) -> Journey:
    """A straight road through several lanes with so many frictions, all of them with figures."""
    records: list[Any] = [Lane(id=Id("g"), name="Guest", kind="customer", order=0)]
    records += [
        Lane(id=Id(f"l{n}"), name=f"Department {n}", kind="department", unit=f"Firm/{n}", order=n)
        for n in range(1, lanes)
    ]
    for n in range(8):
        lane = Id("g") if n % 2 == 0 else Id(f"l{1 + n // 2 % max(1, lanes - 1)}")
        records.append(Step(id=Id(f"s{n}"), title=f"Step {n}", lane=lane, column=n, own_minutes=5))
    records += [
        Link(id=Id(f"k{n}"), source=Id(f"s{n}"), target=Id(f"s{n + 1}"), carrier="customer", info="no")
        for n in range(7)
    ]
    records += [
        Friction(
            id=Id(f"f{n}"), title=f"Friction number {n}", at=Id(f"s{n % 8}"),
            hits=(0.01, 0.02 + n / 1000, 0.5), wait_minutes=(1, 5, 9), work_minutes=(0, 1, 3),
            value_lost=0, critical=n < 2,
        )
        for n in range(frictions)
    ]  # fmt: skip
    return journey_of(*records, head=Head(**{"title": "A small journey", "journeys_per_year": 1000, **head}))


def _png() -> bytes:
    """A picture of 40 × 16 pixels, half seen through."""
    from PIL import Image

    out = io.BytesIO()
    Image.new("RGBA", (40, 16), (20, 90, 160, 128)).save(out, "PNG")
    return out.getvalue()


LOGO = {hashlib.sha256(data).hexdigest(): data for data in [_png()]}
"""An attachment's bytes by their hash."""


def with_logo() -> Journey:
    """The hotel with a logo, as its zip envelope would hold it."""
    journey = hotel()
    record = Attachment(id=Id("logo"), sha256=next(iter(LOGO)), name="logo.png", width=40, height=16)
    head = msgspec.structs.replace(journey.head, logo=record.id)
    return replace(journey, head=head, tables={**journey.tables, Attachment: {record.id: record}})


def path_of(folder: Path) -> Path:
    """Where a test writes its report."""
    return folder / "report.pdf"
