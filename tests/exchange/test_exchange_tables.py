"""Files as tables: encodings, separators, workbooks of every kind, and a sentence for what is none."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from exchange_files import SERVICE, saved, with_member, workbook
from hypothesis import given
from hypothesis import strategies as st

from journeymap.edit.tables.cells import UNCOUNTED, Continued
from journeymap.edit.tables.guess import guess
from journeymap.edit.tables.reading import read_table
from journeymap.exchange.arriving import arrive, likely_sheet, new_map, told_unused, unused
from journeymap.exchange.errors import TABLE_SENTENCES, TableError
from journeymap.exchange.sources import open_source, source_of
from journeymap.exchange.tables.book import MOST_ROWS, Book, Stopped
from journeymap.exchange.tables.formulas import defused, undefused
from journeymap.exchange.tables.text import decoded, separator_of
from journeymap.i18n import LANGUAGES, catalogue
from journeymap.storage.errors import StorageError

TABLE = "Steg;Bana;Friktion\nFår mejl på ärendet;Gäst;Öl – för varmt\nÅker hem;Gäst;\n"


def book_of(data: bytes, file: str = "table") -> Book:
    book = source_of(data, file).book
    assert book is not None
    return book


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "mac_roman", "cp850"],
)
def test_any_encoding_people_have(encoding: str) -> None:
    text = TABLE if encoding != "cp850" else TABLE.replace("–", "-")
    rows = book_of(text.encode(encoding), "ärenden.csv").sheets[0].rows
    assert rows[1][0] == "Får mejl på ärendet" and str(rows[1][2]).startswith("Öl")


def test_norwegian_letters_in_windows_1252() -> None:
    assert decoded("Går på østsiden; ærlig".encode("cp1252"), "f") == ("Går på østsiden; ærlig", "cp1252")


def test_an_encoding_that_is_rare_is_told() -> None:
    notes = book_of(TABLE.encode("mac_roman")).notes
    assert "Mac Roman" in notes[0].said(catalogue("sv"))


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
def test_the_separator_is_found(separator: str) -> None:
    lines = ["Step", "Lane", "Next"], ["Asks, politely; twice", "Shop", "Pays"], ["Pays", "Shop", ""]
    text = "\n".join(
        separator.join(f'"{cell}"' if separator in cell else cell for cell in line) for line in lines
    )
    assert separator_of(text) == separator
    assert book_of(text.encode()).sheets[0].rows[1][0] == "Asks, politely; twice"


def test_a_list_without_separators_stays_whole() -> None:
    rows = book_of(b"Asks, politely\nWaits\nPays, at last, in cash\n", "list.txt").sheets[0].rows
    assert [row[0] for row in rows] == ["Asks, politely", "Waits", "Pays, at last, in cash"]


def test_excel_may_name_its_separator() -> None:
    rows = book_of(b"sep=,\r\nStep,Lane\r\nAsks,Shop\r\n").sheets[0].rows
    assert list(rows) == [("Step", "Lane"), ("Asks", "Shop")]


def test_line_breaks_in_quotes_belong_to_the_cell() -> None:
    told = arrive(book_of(b'Step;Pain points\r\nAsks;"One\r\n- Two"\r\n').sheets[0]).told
    assert told.steps[0].more == {"friction": ("One", "Two")}


def test_a_quotation_mark_that_is_never_closed_is_told() -> None:
    book = book_of(b'Step;Lane\n"Asks\ntwice";Shop\nWaits;"Shop\nPays;Shop\nAsks;Desk\n')
    assert "row 3" in book.notes[0].said(catalogue("en"))
    assert book.sheets[0].rows == [
        ("Step", "Lane"), ("Asks\ntwice", "Shop"), ("Waits", "Shop"), ("Pays", "Shop"), ("Asks", "Desk"),
    ]  # fmt: skip


def test_a_line_of_prose_that_calls_itself_a_workbook_is_no_table() -> None:
    with pytest.raises(TableError) as caught:
        source_of(b"this is a letter\n", "letter.xlsx")
    assert caught.value.kind == "no_table"


def test_of_many_columns_that_stay_out_the_first_are_named() -> None:
    headings = ";".join(f"c{n}" for n in range(20))
    sheet = book_of(f"Step;{headings}\nAsks;{headings}\n".encode()).sheets[0]
    said = told_unused(arrive(sheet), catalogue("en"))
    assert said.startswith("Not brought in: B c0, C c1") and said.endswith("M c11 and 8 more.")


# -- workbooks --------------------------------------------------------------------------------------


def test_a_workbook_with_dates_and_times() -> None:
    sheet = book_of(workbook(("Blad1", SERVICE)), "tjänst.xlsx").sheets[0]
    arrival = arrive(sheet)
    assert [step.title for step in arrival.told.steps] == ["Ringer", "Svarar", "Bokar tid"]
    assert [step.fields.get("own_minutes") for step in arrival.told.steps] == [20, 0.5, 7]
    assert arrival.told.steps[0].more == {"friction": ("Lång kö",)}
    assert unused(arrival) == ["D Datum"]


def test_merged_cells_are_filled() -> None:
    rows = [("Fas", "Steg", "Bana"), ("Före", "A", "Kund"), (None, "B", "Kund"), ("Efter", "C", "Kund")]
    sheet = book_of(workbook(("s", rows), merged={"s": ["A2:A3"]})).sheets[0]
    assert sheet.cell(2, 0) == "Före" and isinstance(sheet.cell(2, 0), Continued)
    told = read_table(sheet, guess(sheet))
    assert [step.stage.name for step in told.steps] == ["Före", "Före", "Efter"]


def test_stages_merged_over_their_steps() -> None:
    rows = [
        ("Stage", "Before", None, "After"), ("Steps", "Asks", "Books", "Pays"),
        ("Emotions", 1, None, -2), ("Front desk", None, "Answers", None),
    ]  # fmt: skip
    told = arrive(book_of(workbook(("s", rows), merged={"s": ["B1:C1"]})).sheets[0]).told
    assert [(step.title, step.stage.name) for step in told.steps] == [
        ("Asks", "Before"), ("Books", "Before"), ("Answers", "Before"), ("Pays", "After"),
    ]  # fmt: skip


def test_the_sheet_that_looks_like_steps_is_taken_and_hidden_ones_are_told() -> None:
    steps = [("Step", "Lane"), ("Asks", "Shop"), ("Pays", "Shop")]
    secret = [("Step", "Lane", "Stage"), ("Hidden", "Shop", "x")]
    data = workbook(
        ("Read me", [("About this file",)]),
        ("Journey", steps),
        ("Old", secret),
        ("Empty", []),
        hidden=["Old"],
    )
    book = book_of(data)
    assert [sheet.name for sheet in book.sheets] == ["Read me", "Journey", "Old"]
    assert likely_sheet(book).name == "Journey"
    assert "Old" in book.notes[0].said(catalogue("nb"))


def test_formulas_give_their_last_value_and_one_without_is_named() -> None:
    book = openpyxl.Workbook()
    for row in [("Step", "Lane"), ("=A9", "Shop"), ("Pays", "=B2"), ("Goes", "Shop")]:
        book.active.append(row)
    data = saved(book)
    counted = with_member(
        data,
        "xl/worksheets/sheet1.xml",
        lambda xml: xml.replace(b"<f>B2</f><v></v>", b"<f>B2</f><v>7</v>").replace(
            b"<f>B2</f><v />", b"<f>B2</f><v>7</v>"
        ),
    )
    sheet = book_of(counted).sheets[0]
    assert sheet.cell(1, 0) == UNCOUNTED and sheet.cell(2, 1) == 7
    told = arrive(sheet).told
    assert [problem.row for problem in told.problems] == [2]
    assert "formula" in told.problems[0].why.said(catalogue("en"))


def test_errors_in_cells_are_no_words() -> None:
    sheet = book_of(workbook(("s", [("Step", "Channel"), ("#REF!", "x"), ("Asks", "#N/A")]))).sheets[0]
    told = arrive(sheet).told
    assert [problem.row for problem in told.problems] == [2] and told.steps[0].fields == {}


def test_a_far_away_cell_costs_nothing() -> None:
    book = openpyxl.Workbook()
    for row in [("Step", "Lane"), ("Asks", "Shop")]:
        book.active.append(row)
    book.active.cell(row=60_000, column=16_000, value="far away")
    sheet = book_of(saved(book)).sheets[0]
    assert len(sheet.rows) == 2 and sheet.width == 2


# -- what is none ------------------------------------------------------------------------------------


def zipped(**members: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/").replace("_dot_", "."), content)
    return out.getvalue()


def needing_version_12(data: bytes) -> bytes:
    """A zip whose list of contents says that no program of today can read it (APPNOTE 4.3.12)."""
    place = data.index(b"PK\1\2") + 6
    return data[:place] + b"\x7b\0" + data[place + 2 :]


ENTITIES = (
    b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet>&b;</worksheet>'
)
GOOD = workbook(("s", [("Step", "Lane"), ("Asks", "Shop")]))
NONE: dict[str, tuple[bytes, str]] = {
    "empty.csv": (b"", "empty_table"),
    "blank.csv": (b"\n ; ;\n", "empty_table"),
    "old.xls": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "old_workbook"),
    "locked.xlsx": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
        "locked_workbook",
    ),
    "picture.xlsx": (b"\x89PNG\r\n\x1a\n" + b"\0" * 100, "no_table"),
    "report.csv": (b"%PDF-1.7\n", "no_table"),
    "program.exe": (b"MZ\0\0\x01\0\0\0" * 40, "no_table"),
    "page.xls": (b"<html><table><tr><td>Step</td></tr></table></html>", "web_page"),
    "flow.drawio": (b"<mxfile><diagram/></mxfile>", "other_xml"),
    "binary.xlsb": (zipped(xl__workbook_dot_bin=b"x"), "binary_workbook"),
    "letter.odt": (
        zipped(mimetype=b"application/vnd.oasis.opendocument.text", content_dot_xml=b"<x/>"),
        "open_document",
    ),
    "sheet.numbers": (zipped(Index__Document_dot_iwa=b"x"), "numbers"),
    "photos.zip": (zipped(photo_dot_jpg=b"x"), "no_table"),
    "cut.xlsx": (GOOD[: len(GOOD) // 2], "workbook_damaged"),
    "broken.xlsx": (
        with_member(GOOD, "xl/worksheets/sheet1.xml", lambda xml: xml[: len(xml) // 2]),
        "workbook_damaged",
    ),
    "later.xlsx": (needing_version_12(GOOD), "workbook_damaged"),
    "hollow.xlsx": (zipped(xl__workbook_dot_xml=b"<workbook/>"), "workbook_damaged"),
    "hostile.xlsx": (with_member(GOOD, "xl/worksheets/sheet1.xml", lambda xml: ENTITIES), "workbook_hostile"),
    "strict.xlsx": (
        with_member(
            GOOD,
            "xl/workbook.xml",
            lambda xml: xml.replace(
                b"schemas.openxmlformats.org/spreadsheetml/2006/main",
                b"purl.oclc.org/ooxml/spreadsheetml/main",
            ),
        ),
        "strict_workbook",
    ),
    "nothing.xlsx": (workbook(("s", [])), "empty_table"),
    "bomb.xlsx": (
        with_member(GOOD, "xl/worksheets/sheet1.xml", lambda xml: xml + b" " * 60_000_000),
        "zip_too_large",
    ),
    "register.csv": (b"Step;Lane\n" + b"Asks;Shop\n" * (MOST_ROWS + 5), "too_many_rows"),
    "notes.md": (b"# A title\n\nSome prose, as people write it.\n", "no_table"),
    "README": (b"Some prose as people write it.\n", "no_table"),
}


@pytest.mark.parametrize("file", sorted(NONE))
def test_what_is_no_table_is_answered_with_a_sentence(file: str) -> None:
    data, kind = NONE[file]
    with pytest.raises(StorageError) as caught:
        source_of(data, file)
    assert caught.value.kind == kind
    sentences = {caught.value.sentence(catalogue(language)) for language in LANGUAGES}
    assert len(sentences) == 3 and all(file in sentence for sentence in sentences)


def test_content_counts_and_not_the_ending() -> None:
    assert book_of(GOOD, "table.csv").kind == "xlsx"
    assert book_of(TABLE.encode(), "table.xlsx").kind == "text"


def test_every_sentence_is_met_somewhere() -> None:
    """Those of the command line's own choices are tested there."""
    own = {"no_steps", "no_sheet", "no_column", "no_meaning"}
    assert set(TABLE_SENTENCES) - own <= {kind for _, kind in NONE.values()}


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    for path in (tmp_path / "none.csv", tmp_path):
        with pytest.raises(StorageError):
            open_source(path)


@pytest.mark.parametrize("data", [GOOD, TABLE.encode()], ids=["workbook", "text"])
def test_reading_tells_how_far_it_is_and_never_goes_back(data: bytes) -> None:
    shares: list[float] = []
    source_of(data, "t.csv", shares.append)
    assert shares and shares == sorted(shares) and shares[0] >= 0 and shares[-1] <= 1


@pytest.mark.parametrize("data", [GOOD, TABLE.encode()], ids=["workbook", "text"])
def test_reading_can_be_broken_off(data: bytes) -> None:
    def stop(share: float) -> None:
        raise Stopped

    with pytest.raises(Stopped):
        source_of(data, "f", stop)


def test_fifty_thousand_rows_are_read_in_order() -> None:
    lines = "".join(f"{n};Step {n};Lane {n % 7};{n + 1 if n < 49_999 else ''}\n" for n in range(50_000))
    told = arrive(book_of(f"Id;Step;Lane;Next\n{lines}".encode()).sheets[0]).told
    assert (told.rows, len(told.steps), len(told.links), told.problems) == (50_000, 50_000, 49_999, ())


# -- text and formulas -------------------------------------------------------------------------------


@given(st.text(st.sampled_from("=+-@＝'\t\r\n 1a,.;"), max_size=6) | st.text(max_size=20))
def test_defused_text_begins_like_no_formula_and_comes_back(text: str) -> None:
    safe = defused(text)
    assert undefused(safe) == text
    if not safe.lstrip("+-").replace(",", ".").replace(".", "", 1).isdecimal():
        assert safe.lstrip()[:1] not in tuple("=+-@＝＋－＠") and safe[:1] not in tuple("\t\r\n")


def test_a_map_of_two_tables_is_one_map_one_behind_the_other() -> None:
    one = arrive(book_of(TABLE.encode()).sheets[0]).told
    other = arrive(book_of("Steg;Bana\nBetalar;gäst\n".encode()).sheets[0]).told
    journey = new_map([one, other], title="x", language="sv", created=date(2026, 1, 1).isoformat())
    assert len(journey.steps) == 3 and len(journey.lanes) == 1
    assert len(journey.links) == 1, "nothing says that the second table goes on where the first ends"
    assert sorted(step.column or 0 for step in journey.steps.values()) == [1, 2, 3]


def test_refusals_are_table_errors() -> None:
    assert isinstance(TableError("no_table", file="x"), StorageError)
