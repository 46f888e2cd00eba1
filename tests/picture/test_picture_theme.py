"""Every pair of VISUAL's contrast table is readable in every theme."""

from __future__ import annotations

import re

import pytest

from journeymap.picture.theme import LIGHT, PRINT, THEMES, TOKENS, contrast, luminance

TEXT = [
    ("ink", "paper"), ("ink", "back"), ("ink", "card"), ("ink2", "paper"), ("ink2", "back"),
    ("ink3", "paper"), ("ink3", "back"), ("bricktext", "paper"), ("bricktext", "back"),
    ("roadtext", "paper"), ("value", "paper"), ("oncrit", "crit"), ("onamber", "amber"),
    ("mortar", "brick"), ("ink", "gap"),
]  # fmt: skip
MARKS = [
    ("road", "paper"), ("brick", "paper"), ("brick", "back"), ("line", "paper"), ("line", "back"),
    ("info", "paper"), ("info", "back"), ("gapline", "paper"), ("gapline", "gap"),
    ("crit", "paper"), ("focus", "paper"), ("ringA", "paper"),
]  # fmt: skip


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(("pairs", "limit"), [(TEXT, 4.5), (MARKS, 3.0)])
def test_pairs_are_readable(name: str, pairs: list[tuple[str, str]], limit: float) -> None:
    theme = THEMES[name]
    short = [pair for pair in pairs if contrast(theme.colour(pair[0]), theme.colour(pair[1])) < limit]
    assert short == []


def test_high_contrast_text_is_far_above_the_limit() -> None:
    theme = THEMES["contrast"]
    assert min(contrast(theme.colour(one), theme.colour(other)) for one, other in TEXT) >= 7


def test_known_ratios() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    # by hand: luminance of #14171B and (1 + .05) / (that + .05), as the design states it
    assert contrast(LIGHT.colour("ink"), LIGHT.colour("paper")) == pytest.approx(17.98, abs=0.01)


def test_brick_and_road_part_in_grey_print() -> None:
    assert contrast(PRINT.colour("brick"), PRINT.colour("road")) == pytest.approx(2.44, abs=0.01)
    assert luminance(PRINT.colour("brick")) < luminance(PRINT.colour("road"))


def test_every_theme_has_every_token_as_a_colour() -> None:
    for theme in THEMES.values():
        assert tuple(theme.colours) == TOKENS
        assert all(re.fullmatch("#[0-9A-F]{6}", colour) for colour in theme.colours.values())


def test_unknown_token_is_refused() -> None:
    with pytest.raises(KeyError):
        LIGHT.colour("plum")
