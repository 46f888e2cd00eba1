"""The frames around what two parts of the map share leave the map's words alone."""

from __future__ import annotations

from journeymap.picture.prims import Node, Picture, Text
from journeymap.report.frames import CLEAR, free


def picture(*texts: Text) -> Picture:
    return Picture(400, 300, (Node("all", "step", texts),), "", "en")


def test_a_line_that_meets_no_words_is_whole() -> None:
    assert list(free(picture(Text(200, 100, "word", 12, "ink", 30)), 100)) == [(0.0, 300)]


def test_a_line_stops_at_words_and_goes_on_below() -> None:
    one, other = Text(90, 100, "word", 12, "ink", 30), Text(80, 112, "below", 12, "ink", 40)
    pieces = list(free(picture(one, other), 100))
    assert pieces == [(0.0, 100 - 12 - CLEAR), (112 + 4 + CLEAR, 300)]


def test_words_at_the_ends_leave_nothing_over() -> None:
    assert (
        list(free(picture(Text(90, 5, "word", 300, "ink", 30), Text(90, 300, "x", 300, "ink", 30)), 100))
        == []
    )
