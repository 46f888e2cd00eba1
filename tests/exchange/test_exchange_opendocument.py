"""ODS as LibreOffice writes it: values, repeated and merged cells, hidden sheets, what is no table."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime, timedelta
from xml.sax.saxutils import escape

import pytest

from journeymap.edit.tables.cells import UNCOUNTED, Cell, Continued, Fault, Sheet
from journeymap.exchange.errors import TableError
from journeymap.exchange.sources import source_of
from journeymap.exchange.tables.book import MOST_COLUMNS, Book
from journeymap.exchange.tables.workbook import read_workbook
from journeymap.exchange.workbook import to_xlsx
from journeymap.i18n import catalogue
from journeymap.resources import samples
from journeymap.storage import files

OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
ROOT = "<office:document-content " + " ".join(
    f'xmlns:{name}="{OASIS}{name}:1.0"' for name in ("office", "table", "text", "style")
)
CALC = 'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
HIDDEN = (
    '<office:automatic-styles><style:style style:name="ta2"><style:table-properties table:display="false"/>'
    "</style:style></office:automatic-styles>"
)


def ods(body: str, *, before: str = "", manifest: str = "<manifest/>", head: str = "") -> bytes:
    """A file with these tables in it."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", manifest)
        content = f"{head}{ROOT} {CALC}>{HIDDEN}<office:body><office:spreadsheet>{before}{body}"
        archive.writestr(
            "content.xml", content + "</office:spreadsheet></office:body></office:document-content>"
        )
    return out.getvalue()


def table(*rows: str, name: str = "Sheet1", style: str = "ta1") -> str:
    made = "".join(
        row if row.startswith("<table:table-row") else f"<table:table-row>{row}</table:table-row>"
        for row in rows
    )
    return f'<table:table table:name="{name}" table:style-name="{style}">{made}</table:table>'


def words(text: str, more: str = "") -> str:
    lines = "".join(f"<text:p>{escape(line)}</text:p>" for line in text.split("\n"))
    return f'<table:table-cell office:value-type="string"{more}>{lines}</table:table-cell>'


def valued(kind: str, name: str, value: str, shown: str = "?") -> str:
    return (
        f'<table:table-cell office:value-type="{kind}" office:{name}="{value}"><text:p>{shown}</text:p>'
        "</table:table-cell>"
    )


def book(data: bytes) -> Book:
    found = source_of(data, "map.ods").book
    assert found is not None
    return found


def only(data: bytes) -> Sheet:
    (sheet,) = book(data).sheets
    return sheet


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        (words("Ringer\nigen"), "Ringer\nigen"),
        (valued("float", "value", "7"), 7),
        (valued("float", "value", "0.5"), 0.5),
        (valued("percentage", "value", "0.25", "25 %"), 0.25),
        (valued("currency", "value", "120", "120 kr"), 120),
        (valued("float", "value", "many", "många"), "många"),
        (valued("date", "date-value", "2026-03-04"), datetime.fromisoformat("2026-03-04")),
        (valued("date", "date-value", "2026-03-04T10:30:00"), datetime.fromisoformat("2026-03-04 10:30")),
        (valued("date", "date-value", "-0044-03-15", "idus"), "idus"),
        (valued("time", "time-value", "PT01H30M00S"), timedelta(minutes=90)),
        (valued("time", "time-value", "-PT00H05M00.5S"), -timedelta(minutes=5, seconds=0.5)),
        (valued("time", "time-value", "soon", "snart"), "snart"),
        (valued("boolean", "boolean-value", "true", "SANT"), True),
        (
            '<table:table-cell office:value-type="string"><text:p>a<text:s text:c="2"/>b<text:span>c'
            "<text:line-break/>d</text:span><text:tab/>e</text:p></table:table-cell>",
            "a  bc\nd\te",
        ),
        (
            '<table:table-cell office:value-type="string"><office:annotation><text:p>Anna: stämmer?</text:p>'
            "</office:annotation><text:p>Ringer</text:p></table:table-cell>",
            "Ringer",
        ),
        ('<table:table-cell table:formula="of:=A1"/>', UNCOUNTED),
        (
            '<table:table-cell table:formula="of:=A1" office:value-type="string" calcext:value-type="error">'
            "<text:p>#REF!</text:p></table:table-cell>",
            Fault("#REF!"),
        ),
        (
            '<table:table-cell table:formula="of:=A1" office:value-type="float" office:value="0">'
            "<text:p>Err:502</text:p></table:table-cell>",
            Fault("Err:502"),
        ),
    ],
)
def test_a_cell_of_each_kind(cell: str, value: Cell) -> None:
    found = only(ods(table(cell))).rows[0][0]
    assert (type(found), found) == (type(value), value)


def test_repeated_rows_and_columns_of_a_whole_sheet_end_where_the_words_end() -> None:
    far = '<table:table-cell table:number-columns-repeated="16384"/>'
    sheet = only(
        ods(
            table(
                words("Steg", ' table:number-columns-repeated="2"') + far,
                f'<table:table-row table:number-rows-repeated="3">{far}</table:table-row>',
                f'<table:table-row table:number-rows-repeated="2">{words("Ringer")}</table:table-row>',
                f'<table:table-row table:number-rows-repeated="1048570">{far}</table:table-row>',
            )
        )
    )
    assert [list(row) for row in sheet.rows] == [["Steg", "Steg"], [], [], [], ["Ringer"], ["Ringer"]]
    wide = only(ods(table(words("x", ' table:number-columns-repeated="16384"'))))
    assert wide.width == MOST_COLUMNS


def test_merged_cells_say_what_the_first_says_and_blank_rows_stay_blank() -> None:
    first = words("Före", ' table:number-rows-spanned="3" table:number-columns-spanned="1"')
    covered = "<table:covered-table-cell/>"
    sheet = only(ods(table(first + words("Ringer"), covered + words("Svarar"), covered)))
    assert [list(row) for row in sheet.rows] == [["Före", "Ringer"], ["Före", "Svarar"]]
    assert isinstance(sheet.rows[1][0], Continued)


def test_a_hidden_sheet_is_told_and_one_inside_a_cell_is_no_sheet() -> None:
    inner = f"<table:table-cell>{table(words('inner'))}</table:table-cell>"
    found = book(
        ods(
            table(words("Steg") + inner, name="Karta")
            + table(words("Kund"), name="Listor", style="ta2")
            + table(name="Tom")
        )
    )
    assert [(sheet.name, sheet.hidden) for sheet in found.sheets] == [("Karta", False), ("Listor", True)]
    assert [note.said(catalogue("sv")) for note in found.notes] == [
        "Det dolda bladet Listor läses bara om man väljer det."
    ]


def as_ods(sheets: tuple[Sheet, ...]) -> bytes:
    """The sheets of a workbook as another program would save them."""

    def cell(value: Cell) -> str:
        if value is None:
            return "<table:table-cell/>"
        if isinstance(value, bool):
            return valued("boolean", "boolean-value", str(value).lower())
        if isinstance(value, int | float):
            return valued("float", "value", repr(value))
        if isinstance(value, datetime):
            return valued("date", "date-value", value.isoformat())
        return words(str(value))

    return ods(
        "".join(table(*("".join(map(cell, row)) for row in sheet.rows), name=sheet.name) for sheet in sheets)
    )


def test_a_workbook_of_ours_comes_back_equal_from_an_opendocument() -> None:
    journey = files.load(samples() / "hotel.journey").journey
    written = read_workbook(to_xlsx(journey, t=catalogue("sv")), "hotel.xlsx")
    source = source_of(as_ods(written.sheets), "hotel.ods")
    assert source.journey == journey and not source.problems


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (ods(""), "empty_table"),
        (ods(table(words("x")), manifest="<a><encryption-data/></a>"), "locked_workbook"),
        (ods(table(words("x")), head='<!DOCTYPE x [<!ENTITY a "aaaa">]>'), "workbook_hostile"),
        (ods("<table:table>"), "workbook_damaged"),
    ],
)
def test_what_is_no_table_says_so(data: bytes, kind: str) -> None:
    with pytest.raises(TableError) as raised:
        source_of(data, "x.ods")
    assert raised.value.kind == kind


def test_too_many_rows_are_a_register() -> None:
    many = f'<table:table-row table:number-rows-repeated="900000">{words("x")}</table:table-row>'
    last = f"<table:table-row>{words('y')}</table:table-row>"
    with pytest.raises(TableError) as raised:
        source_of(ods(table(many, last)), "x.ods")
    assert raised.value.kind == "too_many_rows"
