"""The chart of keys on paper: every line on it, as few pages as it takes, the same bytes each time."""

from __future__ import annotations

import io
from datetime import date

import pypdf
from hypothesis import given, settings
from hypothesis import strategies as st

from journeymap.i18n import catalogue
from journeymap.report.key_chart import KeyGroup, key_chart

DAY = date(2026, 11, 27)


def chart(groups: list[KeyGroup], language: str = "sv") -> pypdf.PdfReader:
    data = key_chart(groups, "Tangenter", "F1 öppnar handboken.", catalogue(language), DAY)
    return pypdf.PdfReader(io.BytesIO(data))


def words(reader: pypdf.PdfReader) -> str:
    return " ".join(" ".join(page.extract_text().split()) for page in reader.pages)


def many(groups: int, lines: int) -> list[KeyGroup]:
    return [
        KeyGroup(f"Grupp {g}", [((f"Ctrl+{n}",), f"Gör sak {g}-{n}") for n in range(lines)])
        for g in range(groups)
    ]


def test_everything_is_on_one_page_across() -> None:
    reader = chart(many(8, 10))
    assert len(reader.pages) == 1
    page = reader.pages[0].mediabox
    assert page.width > page.height
    text = words(reader)
    assert "F1 öppnar handboken." in text
    assert all(f"Gör sak {g}-{n}" in text for g in range(8) for n in range(10))
    assert reader.trailer["/Root"]["/Lang"] == "sv-SE"
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]


def test_more_than_a_page_goes_on_and_a_cut_group_is_headed_again() -> None:
    reader = chart(many(1, 300))
    assert len(reader.pages) > 1
    text = words(reader)
    assert all(f"Gör sak 0-{n}" in text for n in range(300))
    assert text.count("Grupp 0") >= len(reader.pages)


def test_equal_arguments_give_equal_bytes() -> None:
    one, other = (key_chart(many(3, 4), "A", "B", catalogue("nb"), DAY) for _ in range(2))
    assert one == other


LINES = st.tuples(
    st.lists(st.text("ABC+←", min_size=1, max_size=20), min_size=1, max_size=4), st.text(max_size=120)
)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.text("abc ", max_size=40), st.lists(LINES, max_size=30)), max_size=8))
def test_no_words_make_it_fail(groups: list[tuple[str, list[tuple[list[str], str]]]]) -> None:
    reader = chart([KeyGroup(title, lines) for title, lines in groups], "en")
    assert len(reader.pages) >= (1 if groups else 0)
