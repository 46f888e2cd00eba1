"""A lane's own extract holds nothing of the others: searched for seeded secrets."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import msgspec
import pikepdf
import pytest
from report_maps import hotel, pages, report

from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.model.records import Record
from journeymap.report.document import write_report

LANE = Id("reception")


def seeded() -> tuple[Journey, dict[str, list[str]]]:
    """The hotel with a secret in every text of every record, by the lane it belongs to."""
    journey = hotel()
    secrets: dict[str, list[str]] = {}
    tables: dict[type[Record], Any] = {}
    for kind, table in journey.tables.items():
        tables[kind] = {id: _seed(journey, record, secrets) for id, record in table.items()}
    return replace(journey, tables=tables), secrets


def _seed(journey: Journey, record: Record, secrets: dict[str, list[str]]) -> Record:
    lane = _lane(journey, record)
    changed = {}
    for name in ("title", "name", "owner", "quote", "text", "observations", "saw", "excuse", "description"):
        if name in record.__struct_fields__:
            word = f"sekret{sum(map(len, secrets.values()))}x"
            secrets.setdefault(lane, []).append(word)
            changed[name] = f"{getattr(record, name) or ''} {word}".strip()
    return msgspec.structs.replace(record, **changed)


def _lane(journey: Journey, record: Any) -> str:
    """The lane a record belongs to; "" for what belongs to nobody alone."""
    if record.id in journey.lanes:
        return str(record.id)
    if record.id in journey.steps:
        return str(record.lane)
    at = getattr(record, "at", None) or getattr(record, "about", None)
    if at is not None:
        about = journey.get(at)
        return _lane(journey, about) if about is not None and about is not record else ""
    return ""


def words_of(data: bytes) -> str:
    """Everything a reader of the file can get at: pages, tags, bookmarks, metadata."""
    text = "".join(pages(data))
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for value in pdf.objects:
            if isinstance(value, pikepdf.Dictionary):
                said = [value.get(key) for key in ("/Alt", "/ActualText", "/T", "/Title", "/Contents")]
                text += " ".join(str(one) for one in said if isinstance(one, pikepdf.String))
        if "/Metadata" in pdf.Root:
            text += pdf.Root.Metadata.read_bytes().decode()
    return "".join(text.split()).replace("-", "")


def test_no_secret_of_another_lane_is_in_the_extract() -> None:
    journey, secrets = seeded()
    assert sum(map(len, secrets.values())) > 100
    said = words_of(report(journey, "sv", lane=LANE, profile="full"))
    others = [word for lane, words in secrets.items() if lane not in (LANE, "guest", "") for word in words]
    assert [word for word in others if word in said] == []
    kept = [word for word in secrets[LANE] if word in said]
    assert len(kept) > 10


def test_no_wall_no_person_and_no_note_goes_along() -> None:
    journey, _ = seeded()
    text = " ".join("".join(pages(report(journey, "sv", lane=LANE, profile="full"))).split())
    for said in ("Eva Norén", "Det är centralt", "Vem får ge bort", "Kundtjänst"):
        assert said not in text
    assert "Utdrag: Receptionen" in text.replace("\u00a0", " ")


def test_a_lane_that_is_not_there_is_refused() -> None:
    with pytest.raises(KeyError):
        report(hotel(), "sv", lane=Id("nowhere"))
    assert callable(write_report)
