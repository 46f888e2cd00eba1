"""Lines, tables and pages: nothing lost, nothing torn apart that belongs together."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeymap.i18n.catalogue import catalogue
from journeymap.report.block import words
from journeymap.report.curve import bends, height_at
from journeymap.report.flow import Flow
from journeymap.report.lines import Span, lay, shortened, width_of
from journeymap.report.numbers import about, places, rounded, spelled
from journeymap.report.section import Section
from journeymap.report.table import Column, Row, Table, table
from journeymap.report.typefaces import DATA, NOTE, TABLE

T = catalogue("en")
SOME = st.lists(st.text("abcdefåäö-", min_size=1, max_size=40), min_size=1, max_size=30).map(" ".join)


@settings(max_examples=60, deadline=None)
@given(SOME, st.floats(30, 400))
def test_lines_fit_and_lose_no_letter(said: str, width: float) -> None:
    lines = lay([Span(said, TABLE)], width, "sv")
    joined = "".join(line.text for line in lines)
    assert joined.replace("-", "").replace(" ", "") == said.replace("-", "").replace(" ", "")
    assert all(line.width <= width + 0.5 for line in lines)


def test_a_line_end_between_words_keeps_its_space() -> None:
    lines = lay([Span("one two three", TABLE)], 40, "en")
    assert all(line.spaced for line in lines[:-1])
    assert not lines[-1].spaced


def test_bold_and_plain_touch_without_a_space() -> None:
    spans = [Span("Nej", TABLE.bold()), Span(", aldrig", TABLE)]
    assert [line.text for line in lay(spans, 400, "sv")] == ["Nej, aldrig"]


@given(st.text(max_size=80), st.floats(20, 200))
@settings(max_examples=60, deadline=None)
def test_shortened_fits(said: str, width: float) -> None:
    assert width_of(shortened(said, TABLE, width), TABLE) <= max(width, width_of("…", TABLE)) + 0.01


def rows(count: int, lines: int = 1) -> Table:
    columns = [Column("No.", 30), Column("What", share=1, heads_rows=True)]
    text = "\n".join(["line"] * lines)
    return table(columns, [Row([str(number), text]) for number in range(count)], T)


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 60), st.floats(320, 700), st.integers(1, 5))
def test_a_cut_table_has_all_rows_once_and_leaves_none_alone(count: int, room: float, lines: int) -> None:
    whole = rows(count, lines)
    rest: Table | None = whole
    parts: list[Table] = []
    while rest is not None and rest.height(400) > room:
        cut = rest.split(400, room)
        if cut is None:
            break
        head, rest = cut  # type: ignore[assignment]
        assert head.height(400) <= room
        parts.append(head)  # type: ignore[arg-type]
    parts += [rest] if rest is not None else []
    numbers = [line.cells[0].spans[0].text for part in parts for line in part.lines]  # type: ignore[attr-defined]
    assert numbers == [str(number) for number in range(count)]
    assert all(len(part.lines) > 1 for part in parts) or count <= 3


def test_a_row_higher_than_a_page_is_cut_between_lines() -> None:
    whole = rows(1, 80)
    cut = whole.split(400, 300)
    assert cut is not None
    head, rest = cut
    assert head.height(400) <= 300
    assert rest.height(400) < whole.height(400)


def test_a_paragraph_keeps_two_lines_on_either_side() -> None:
    para = words("\n".join(["line"] * 5), DATA, "en")
    cut = para.split(400, 4.5 * DATA.leading)
    assert cut is not None
    assert [part.height(400) / DATA.leading for part in cut] == [3, 2]
    assert para.split(400, 1.5 * DATA.leading) is None


@settings(max_examples=60, deadline=None)
@given(st.lists(st.floats(-3, 3), min_size=2, max_size=12), st.floats(0, 1))
def test_the_curve_never_goes_beyond_its_values(values: list[float], share: float) -> None:
    points = [(float(index), value) for index, value in enumerate(values)]
    assert len(bends(points)) == len(points) - 1
    x = share * (len(points) - 1)
    left = min(int(x), len(points) - 2)
    low, high = sorted((values[left], values[left + 1]))
    assert low - 1e-6 <= height_at(points, x) <= high + 1e-6


def test_prose_has_two_significant_figures() -> None:
    # 8 531 → 8 500, 0.0346 → 0.035, 0 → 0
    assert [rounded(value) for value in (8531, 0.0346, 0, 99.6)] == [8500, 0.035, 0, 100]
    assert about(8531, T) == "8,500"
    assert (spelled(3, T), spelled(13, T)) == ("three", "13")


def test_places_draw_runs_together() -> None:
    assert places([5, 1, 2, 3, 8], T) == "1–3, 5 and 8"
    assert places([1, 2], T) == "1 and 2"


@pytest.mark.parametrize("count", range(20, 60))
def test_a_note_stands_under_the_end_of_its_table(count: int) -> None:
    """However long the table is: its last rows go on with the note rather than without it."""
    note = words("What the columns of the table count.", NOTE, "en", before=5)
    flow = Flow()
    flow.add_section(Section("Label", "Finding", [rows(count), note], "any"))
    last = [placed.block for placed in flow.pages[-1].placed]
    assert last[-1] is note
    assert isinstance(last[-2], Table)
    tables = [one.block for page in flow.pages for one in page.placed if isinstance(one.block, Table)]
    assert sum(len(one.lines) for one in tables) == count
