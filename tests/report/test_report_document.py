"""The report as a whole: it is there, it is tagged, it is the same twice, it can be stopped."""

from __future__ import annotations

import io
from pathlib import Path

import page as validation
import pikepdf
import pytest
from report_maps import DAY, FINGERPRINT, hotel, pages, report, small

from journeymap.analysis.examine import examine
from journeymap.i18n.catalogue import catalogue
from journeymap.model.journey import Journey
from journeymap.report.document import ReportCancelledError, write_report


@pytest.mark.parametrize("language", ["sv", "nb", "en"])
def test_the_hotel_passes_pdf_ua(language: str) -> None:
    data = report(hotel(), language)
    found = validation.validate_pdf_bytes(data, profile=validation.ValidationProfile.PDF_UA_1)
    assert [str(failure) for failure in found.failures] == []
    assert found.is_compliant


@pytest.mark.parametrize(
    "journey", [Journey(), small(0), small(1), small(40, 12)], ids=["empty", "none", "one", "many"]
)
def test_other_maps_pass_pdf_ua_too(journey: Journey) -> None:
    data = report(journey, "en")
    found = validation.validate_pdf_bytes(data, profile=validation.ValidationProfile.PDF_UA_1)
    assert [str(failure) for failure in found.failures] == []


def test_two_runs_give_the_same_bytes() -> None:
    assert report(hotel()) == report(hotel())


def test_a_file_appears_whole_or_not_at_all(tmp_path: Path) -> None:
    target = tmp_path / "report.pdf"
    journey = small()
    findings = examine(journey, trials=50)
    calls: list[tuple[int, int]] = []

    def stop(done: int, total: int) -> bool:
        calls.append((done, total))
        return False

    with pytest.raises(ReportCancelledError):
        write_report(journey, findings, target, t=catalogue("en"), date=DAY, progress=stop)
    assert list(tmp_path.iterdir()) == []
    write_report(journey, findings, target, t=catalogue("en"), date=DAY)
    assert target.read_bytes().startswith(b"%PDF")
    assert [path.name for path in tmp_path.iterdir()] == ["report.pdf"]
    assert calls[0][0] == 1


def test_title_language_and_bookmarks() -> None:
    with pikepdf.open(io.BytesIO(report(hotel(), "sv"))) as pdf:
        assert str(pdf.Root.Lang) == "sv-SE"
        assert str(pdf.docinfo["/Title"]) == "Hotellerbjudandet"
        assert "/Author" not in pdf.docinfo
        with pdf.open_outline() as outline:
            titles = [item.title for item in outline.root]
    assert any(title.startswith("1. ") and ":" in title for title in titles)


def test_every_page_says_which_it_is_and_from_what_file() -> None:
    texts = pages(report(hotel(), "en"))
    for number, text in enumerate(texts, 1):
        assert f"Page {number} of {len(texts)}" in text.replace("\u00a0", " ")
        assert "7f3a 91c2" in text.replace("\u00a0", " ")
    assert FINGERPRINT[:8] in "".join(texts)


def test_an_empty_journey_has_a_report() -> None:
    texts = pages(report(Journey(), "en"))
    assert "No frictions are entered. The map shows no walls yet." in " ".join(texts[0].split())
