"""The workbook: it comes back equal whatever the map holds, it reads well, and nothing becomes a formula."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from datetime import datetime
from typing import Any

import openpyxl
import pytest
from exchange_files import saved, workbook
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from storage_cases import Raw, documents, json_values, plain, texts

from journeymap.exchange.tables.workbook import read_workbook
from journeymap.exchange.workbook import to_xlsx
from journeymap.exchange.workbook.columns import KINDS, columns_of
from journeymap.exchange.workbook.pages import headings_of
from journeymap.exchange.workbook.read import Returned, is_ours, read_map
from journeymap.exchange.workbook.words import MAP, RANKING, SHEETS, WALLS_FOUND
from journeymap.i18n import LANGUAGES, catalogue
from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.model.records import RECORDS
from journeymap.resources import samples
from journeymap.storage import files
from journeymap.storage.careful import read_carefully
from journeymap.storage.envelope import encode
from journeymap.storage.parse import parse

SOME = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
languages = st.sampled_from(LANGUAGES)
rough = st.text(st.sampled_from("_x0045F_ \r\n\t=<>&'\x00\x1f\uffff🙂a1,5–%"), max_size=12)
"""Texts made of what workbooks take for signs of their own."""


def journey_of(doc: Raw) -> Journey:
    return read_carefully(parse(plain(doc), "x"))[0]


def back(data: bytes) -> Returned:
    book = read_workbook(data, "map.xlsx")
    assert is_ours(book)
    return read_map(book, "map.xlsx")


@SOME
@given(documents(), languages)
def test_any_map_comes_back_byte_for_byte(doc: Raw, language: str) -> None:
    journey = journey_of(doc)
    returned = back(to_xlsx(journey, catalogue(language)))
    assert encode(returned.journey) == encode(journey)
    assert returned.problems == ()


@SOME
@given(documents(most=2), st.data())
def test_odd_values_and_unknown_names_come_back_too(doc: Raw, data: st.DataObject) -> None:
    """Any value in any known place, names nobody knows, records that are set aside, tables that are none."""
    tables = [kind.TABLE for kind in RECORDS if doc.get(kind.TABLE)]
    for _ in range(data.draw(st.integers(1, 4)) if tables else 0):
        table = doc[data.draw(st.sampled_from(tables))]
        record = table[data.draw(st.sampled_from(sorted(table)))]
        known = sorted(record) or ["x"]
        record[data.draw(st.sampled_from(known) | texts.map("x-{}".format))] = data.draw(json_values)
    doc["x-" + data.draw(texts)] = data.draw(json_values)
    if data.draw(st.booleans()):
        doc[data.draw(st.sampled_from([kind.TABLE for kind in RECORDS]))] = data.draw(json_values)
    journey = journey_of(doc)
    returned = back(to_xlsx(journey, catalogue("en")))
    assert encode(returned.journey) == encode(journey)


@SOME
@given(st.dictionaries(st.sampled_from(["title", "description", "channel", "owner", "x-own"]), rough), rough)
def test_texts_that_look_like_signs_come_back(fields: Raw, id: str) -> None:
    steps = {id: {"title": "x", **fields, "lane": "l"}} if id != "l" else {}
    doc = {
        "format": "journeymap",
        "version": 1,
        "lanes": {"l": {"name": "L", "kind": "system"}},
        "steps": steps,
    }
    journey = journey_of(doc)
    assert encode(back(to_xlsx(journey, catalogue("nb"))).journey) == encode(journey)


RISKY = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    '=HYPERLINK("http://x")',
    "<r><t>x</t></r>",
    "_x0041_",
    "x005F_",
]


@pytest.fixture(scope="module")
def hotel() -> Journey:
    return files.load(samples() / "hotel.journey").journey


def edited(data: bytes, change: Callable[[Any], object]) -> bytes:
    """The workbook after somebody worked in it."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    change(book)
    return saved(book)


def sheet_called(book: Any, table: str, language: str = "sv") -> Any:
    return book[catalogue(language)(SHEETS[table])]


def cell_of(sheet: Any, heading: str, row: int) -> Any:
    headings = [cell.value for cell in sheet[1]]
    return sheet.cell(row, headings.index(heading) + 1)


def test_text_is_never_a_formula() -> None:
    steps = {f"s{n}": {"title": text, "lane": "l", "description": text} for n, text in enumerate(RISKY)}
    doc = {
        "format": "journeymap",
        "version": 1,
        "title": "=1+1",
        "lanes": {"l": {"name": "=2+2", "kind": "customer"}},
    }
    data = to_xlsx(journey_of({**doc, "steps": steps}), catalogue("en"))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        sheets = [archive.read(name) for name in archive.namelist() if "worksheets/" in name]
    assert not any(re.search(rb"<f[ >]", xml) for xml in sheets)
    assert not any(b"hyperlink" in xml for xml in sheets)
    book = openpyxl.load_workbook(io.BytesIO(data))
    assert all(cell.data_type != "f" for sheet in book for row in sheet.iter_rows() for cell in row)
    assert encode(back(data).journey) == encode(journey_of({**doc, "steps": steps}))


def test_long_texts_and_strange_characters_are_whole_beside() -> None:
    texts_ = {
        "long": "å" * 70_000,
        "emoji": "🙂" * 20_000,
        "control": "a\x00b\x1fc",
        "nothing": "",
        "breaks": "a\r\nb\rc\n",
    }
    steps = {name: {"title": "x", "lane": "l", "description": text} for name, text in texts_.items()}
    doc = {
        "format": "journeymap",
        "version": 1,
        "lanes": {"l": {"name": "L", "kind": "customer"}},
        "steps": steps,
    }
    data = to_xlsx(journey_of(doc), catalogue("en"))
    assert {id: step.description for id, step in back(data).journey.steps.items()} == texts_
    book = openpyxl.load_workbook(io.BytesIO(data))
    values = [
        cell.value
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if isinstance(cell.value, str)
    ]
    assert max(len(value.encode("utf-16-le")) // 2 for value in values) <= 32_767
    rows = list(book["Exact values"].iter_rows(min_row=2, values_only=True))
    assert {row[3] for row in rows} == {"long", "emoji", "control", "nothing", "breaks"} - {"breaks"}
    assert all(row[2:5] == ("steps", row[3], "description") for row in rows)


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_sheet_a_table_in_the_language_asked_for(hotel: Journey, language: str) -> None:
    t = catalogue(language)
    book = openpyxl.load_workbook(io.BytesIO(to_xlsx(hotel, t)))
    named = [t(words) for words in (MAP, RANKING, WALLS_FOUND, *SHEETS.values())]
    assert book.sheetnames == named
    assert len(set(named)) == len(named) and max(map(len, named)) <= 31
    for table in SHEETS:
        sheet = sheet_called(book, table, language)
        headings = [cell.value for cell in sheet[1]]
        assert headings == [heading.words for heading in headings_of(table, t)]
        assert len(set(headings)) == len(headings)
        assert sheet.freeze_panes == "B2" and sheet.auto_filter.ref
    assert [row[0].value for row in book[t(RANKING)].iter_rows(min_row=2)][:8] == list(range(1, 9))


def test_numbers_days_and_shares_are_what_they_are(hotel: Journey) -> None:
    book = openpyxl.load_workbook(io.BytesIO(to_xlsx(hotel, catalogue("en"))))
    frictions = sheet_called(book, "frictions", "en")
    hits = [cell_of(frictions, "How often", row).value for row in range(2, frictions.max_row + 1)]
    assert all(isinstance(value, str) for value in hits), "the hotel says them as ranges"
    assert "5 (3–8) %" in hits
    steps = sheet_called(book, "steps", "en")
    assert isinstance(cell_of(steps, "Own work, minutes", 2).value, int)
    evidence = sheet_called(book, "evidence", "en")
    dates = [cell_of(evidence, "Date", row).value for row in range(2, evidence.max_row + 1)]
    assert all(isinstance(value, datetime) for value in dates if value)
    assert any(dates)
    links = sheet_called(book, "links", "en")
    shares = [cell_of(links, "Share", row) for row in range(2, links.max_row + 1)]
    assert any(isinstance(cell.value, float) and "%" in cell.number_format for cell in shares)


def test_what_was_changed_in_the_sheets_comes_in(hotel: Journey) -> None:
    """A title, a figure, a lane by its name, a new step without an id, a new friction at it by name."""

    def work(book: Any) -> None:
        steps, frictions = sheet_called(book, "steps"), sheet_called(book, "frictions")
        cell_of(steps, "Steg", 2).value = "Planerar en weekend"
        cell_of(steps, "Eget arbete, minuter", 2).value = "5–9"
        cell_of(steps, "Bana", 3).value = "Receptionen"
        last = steps.max_row + 1
        for heading, value in {"Steg": "Skriver omdöme", "Bana": "Gästen", "Värde i bruk": "ja"}.items():
            cell_of(steps, heading, last).value = value
        row = frictions.max_row + 1
        for heading, value in {"Friktion": "Ingen svarar", "Var": "Skriver omdöme", "Hur ofta": 0.25}.items():
            cell_of(frictions, heading, row).value = value

    returned = back(edited(to_xlsx(hotel, catalogue("sv")), work))
    journey = returned.journey
    assert returned.problems == ()
    assert journey.steps[Id("plan")].title == "Planerar en weekend"
    assert journey.steps[Id("plan")].own_minutes == (5, 9)
    assert journey.steps[Id("book")].lane == "reception"
    new = next(step for step in journey.steps.values() if step.title == "Skriver omdöme")
    assert (new.lane, new.value_in_use) == ("guest", True) and new.id not in hotel.steps
    friction = next(one for one in journey.frictions.values() if one.title == "Ingen svarar")
    assert (friction.at, friction.hits) == (new.id, 0.25)
    unchanged = {id: step for id, step in hotel.steps.items() if id not in ("plan", "book")}
    assert {id: journey.steps[id] for id in unchanged} == unchanged


def test_renaming_a_lane_leaves_its_steps_in_it(hotel: Journey) -> None:
    def work(book: Any) -> None:
        lanes = sheet_called(book, "lanes")
        row = next(row for row in range(2, 9) if cell_of(lanes, "Bana", row).value == "Receptionen")
        cell_of(lanes, "Bana", row).value = "Front"

    journey = back(edited(to_xlsx(hotel, catalogue("sv")), work)).journey
    assert journey.lanes[Id("reception")].name == "Front" and journey.steps == hotel.steps


def test_copied_sorted_and_deleted_rows(hotel: Journey) -> None:
    """A copied row is a new record, the order of rows says nothing, a deleted row is gone."""

    def work(book: Any) -> None:
        promises = sheet_called(book, "promises")
        promises.append([cell.value for cell in promises[2]])
        notes = sheet_called(book, "notes")
        notes.delete_rows(2)

    journey = back(edited(to_xlsx(hotel, catalogue("sv")), work)).journey
    assert len(journey.promises) == len(hotel.promises) + 1 and set(hotel.promises) < set(journey.promises)
    assert len(journey.notes) == len(hotel.notes) - 1


def test_a_row_that_makes_no_record_is_listed_with_sheet_and_number(hotel: Journey) -> None:
    def work(book: Any) -> None:
        cell_of(sheet_called(book, "steps"), "Steg", 5).value = None

    returned = back(edited(to_xlsx(hotel, catalogue("sv")), work))
    sheet, problem = returned.problems[0]
    assert (sheet, problem.row) == ("Steg", 5)
    sentence = problem.why.said(catalogue("sv"))
    assert sentence == "Steg: fältet ”Steg” måste fyllas i."


def test_a_word_nobody_knows_is_kept_and_told(hotel: Journey) -> None:
    def work(book: Any) -> None:
        cell_of(sheet_called(book, "frictions"), "Orsak", 2).value = "månens fas"

    returned = back(edited(to_xlsx(hotel, catalogue("sv")), work))
    assert any("månens fas" in remark.what.said(catalogue("sv")) for _, remark in returned.remarks)


def test_other_sheets_and_a_line_above_do_no_harm(hotel: Journey) -> None:
    def work(book: Any) -> None:
        book.create_sheet("Mina anteckningar").append(["Steg", "Bana"])
        sheet_called(book, "stages").insert_rows(1)
        book.move_sheet(book.worksheets[0], 3)

    assert encode(back(edited(to_xlsx(hotel, catalogue("sv")), work)).journey) == encode(hotel)


def test_the_same_map_gives_the_same_bytes(hotel: Journey) -> None:
    assert to_xlsx(hotel, catalogue("nb")) == to_xlsx(hotel, catalogue("nb"))


def test_a_map_without_anything() -> None:
    returned = back(to_xlsx(Journey(), catalogue("sv")))
    assert not returned.journey.steps and returned.problems == ()


def test_a_foreign_workbook_is_not_taken_for_ours() -> None:
    assert not is_ours(
        read_workbook(workbook(("Kartan", [("Format", "something else")]), ("Steg", [("Steg",)])), "x")
    )


def test_every_field_has_a_heading_of_its_own() -> None:
    """Who adds a field to the file names its column too (workbook.words), and no two columns alike."""
    for table in KINDS:
        columns = columns_of(table)
        assert [column.name for column in columns if column.heading == column.path[-1]] == []
        for language in LANGUAGES:
            t = catalogue(language)
            headings = [t(column.heading) for column in columns]
            assert len(set(headings)) == len(headings)


def test_digits_that_other_programs_drop_come_back() -> None:
    """Some spreadsheets save 15 digits of a number: the others stand among the exact values."""
    lane, step = {"name": "L", "kind": "customer"}, {"title": "x", "lane": "l", "column": 0.1 + 0.2}
    doc = {"format": "journeymap", "version": 1, "lanes": {"l": lane}, "steps": {"s": step}}

    def save_again(book: Any) -> None:
        cell = cell_of(sheet_called(book, "steps", "en"), "Place in time", 2)
        cell.value = float(f"{cell.value:.15g}")
        assert cell.value != 0.1 + 0.2

    returned = back(edited(to_xlsx(journey_of(doc), catalogue("en")), save_again))
    assert returned.journey.steps[Id("s")].column == 0.1 + 0.2
