"""Columns of tables: together as wide as before, words whole, never more lines than as shared out."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from journeymap.report.block import Block, Drawing, Para, cell
from journeymap.report.typefaces import TABLE
from journeymap.report.widths import LEAST, _lines, fitted, text_of

WORDS = st.text("abcdefghij ", max_size=120)
ROWS = st.integers(2, 5).flatmap(
    lambda count: st.lists(st.lists(WORDS, min_size=count, max_size=count), min_size=1, max_size=60)
)


def made(rows: Sequence[Sequence[str]]) -> list[list[Block]]:
    return [[cell(text, TABLE, "en") for text in row] for row in rows]


@settings(deadline=None)
@given(ROWS)
def test_the_table_keeps_its_width(rows: list[list[str]]) -> None:
    prior = [480 / len(rows[0])] * len(rows[0])
    found = fitted(made(rows), prior)
    assert abs(sum(found) - 480) < 1e-6
    assert all(width >= min(LEAST, given) - 1e-6 for width, given in zip(found, prior, strict=True))


def test_a_column_of_long_texts_takes_from_one_of_short_ones() -> None:
    rows = made([["yes", "a rather long text that runs over several lines " * 3]] * 4)
    narrow, wide = fitted(rows, [200.0, 200.0])
    # 574 points of text: three lines in 200, two in 287 or more, one in no width that leaves "yes" room
    text = rows[0][1]
    assert isinstance(text, Para)
    assert len(text.lines(200.0)) == 3
    assert len(text.lines(wide)) == 2
    assert narrow + wide == 400


def test_widths_that_save_nothing_stay() -> None:
    assert fitted(made([["one", "two"], ["three", "four"]]), [90.0, 300.0]) == [90.0, 300.0]


def test_a_drawing_keeps_its_width() -> None:
    long = "a rather long text that runs over several lines " * 3
    rows = [[Drawing(12, lambda *_: None), *row] for row in made([["yes", long]] * 3)]
    assert fitted(rows, [150.0, 150.0, 150.0])[0] == 150.0


def test_a_word_that_would_be_cut_gets_room() -> None:
    rows = made([["Kundnöjdhetsenkät", "x"]])
    first, _ = fitted(rows, [40.0, 300.0])
    measured = text_of(rows[0][0])
    assert measured is not None
    assert first >= measured.word


def test_figures_stay_on_their_line() -> None:
    rows = made([["1 and 7", "a rather long text that runs over several lines " * 9]] * 9)
    figures, _ = fitted(rows, [80.0, 200.0], {0})
    one = rows[0][0]
    assert isinstance(one, Para)
    assert len(one.lines(figures)) == 1


@settings(deadline=None)
@given(WORDS, st.floats(30, 300))
def test_lines_are_counted_as_they_are_laid(words: str, width: float) -> None:
    block = cell(words, TABLE, "en")
    measured = text_of(block)
    assert measured is not None
    if measured.word <= width:  # else it is hyphenated, which is only estimated
        counted = sum(_lines(paragraph, width) for paragraph in measured.paragraphs)
        assert abs(counted - max(len(block.lines(width)), 1)) <= 1
