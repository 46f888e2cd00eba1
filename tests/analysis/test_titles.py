"""A title that is a quote does not stand in two pairs of marks."""

from __future__ import annotations

import pytest

from journeymap.analysis.words.titles import title_within
from journeymap.model.ids import Id
from journeymap.model.records import Step


@pytest.mark.parametrize(
    ("title", "within"),
    [
        ("”Det är centralt, inte vi”", "Det är centralt, inte vi"),
        ("«Det er lageret sitt»", "Det er lageret sitt"),
        ("“It is with head office now”", "It is with head office now"),
        ("Books", "Books"),
        ("”A” and ”B”", "”A” and ”B”"),
        ("”Later", "”Later"),
        ("””", "””"),
        ("", ""),
    ],
)
def test_outer_marks_are_left_to_the_message(title: str, within: str) -> None:
    assert title_within(Step(id=Id("s"), title=title, lane=Id("l"))) == within
