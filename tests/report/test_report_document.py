"""The report as a whole: it is there, it is tagged, it is the same twice, it can be stopped."""

from __future__ import annotations

import io
from pathlib import Path

import page as validation
import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from report_everything import everything
from report_maps import DAY, FINGERPRINT, LOGO, hotel, pages, report, small, with_logo

from journeymap.analysis.examine import examine
from journeymap.i18n.catalogue import catalogue
from journeymap.model.journey import Journey
from journeymap.report.document import ReportCancelledError, write_report
from journeymap.report.structure import with_clear_ends
from journeymap.resources import samples
from journeymap.storage import files

SAMPLES = sorted(path.stem for path in samples().glob("*.journey"))


def failures(data: bytes) -> list[str]:
    """What a validator holds against a file as accessible (PDF/UA-1) and as an archive's (PDF/A-2a)."""
    found: list[str] = []
    for profile in (validation.ValidationProfile.PDF_UA_1, validation.ValidationProfile.PDF_A_2A):
        result = validation.validate_pdf_bytes(data, profile=profile)
        found += [f"{failure.rule_id}: {failure.message}" for failure in result.failures]
        assert result.is_compliant or found
    return found


@pytest.mark.parametrize("language", ["sv", "nb", "en"])
@pytest.mark.parametrize("sample", SAMPLES)
def test_every_sample_is_accessible_and_fit_for_an_archive(sample: str, language: str) -> None:
    assert failures(report(files.load(samples() / f"{sample}.journey").journey, language)) == []


@pytest.mark.parametrize(
    "journey",
    [Journey(), small(0), small(1), small(40, 12), everything()],
    ids=["empty", "none", "one", "many", "everything"],
)
def test_other_maps_are_too(journey: Journey) -> None:
    assert failures(report(journey, "en")) == []


def test_a_report_with_pictures_is_too() -> None:
    assert failures(report(with_logo(), "en", images=LOGO)) == []


@given(st.lists(st.binary(max_size=30).map(lambda data: data + b"\r"), max_size=4), st.binary(max_size=20))
def test_no_stream_ends_in_what_looks_like_a_line_end(streams: list[bytes], other: bytes) -> None:
    def written(data: bytes) -> bytes:
        return b"<< /Length %d >>\nstream\n%s\nendstream\nendobj\n" % (len(data), data)

    whole = b"".join(written(data) for data in [*streams, other])
    clear = with_clear_ends(whole)
    assert len(clear) == len(whole)
    if b"endstream" not in b"".join([*streams, other]):
        assert b"\r\nendstream" not in clear.replace(b"\r\r\nendstream", b"")
        for data in streams:
            assert b"stream\n" + data + b"\r\nendstream" in clear


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
