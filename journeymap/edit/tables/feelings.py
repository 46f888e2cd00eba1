"""How people rate an experience: figures on several scales, words and faces, all to −3 … 3 (FORMAT 4)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from journeymap.edit.columns import tidy
from journeymap.edit.message import Message
from journeymap.edit.tables.cells import Cell, is_empty, line_of
from journeymap.edit.tables.values import UnreadError, read_number
from journeymap.i18n.catalogue import N_
from journeymap.model.quantity import Number


class Rating(NamedTuple):
    """A scale people rate on: its ends, as they are called."""

    name: str
    low: float
    high: float

    def on_ours(self, value: float) -> Number:
        """The value on −3 … 3; the middle of the scale is 0."""
        middle, half = (self.low + self.high) / 2, (self.high - self.low) / 2
        return tidy(round(3 * (value - middle) / half, 2))


OURS = Rating("-3..3", -3, 3)
RATINGS: Mapping[str, Rating] = {
    rating.name: rating
    for rating in (
        OURS,
        Rating("-1..1", -1, 1), Rating("-2..2", -2, 2), Rating("-5..5", -5, 5), Rating("-10..10", -10, 10),
        Rating("-100..100", -100, 100),
        Rating("1..5", 1, 5), Rating("1..7", 1, 7), Rating("1..10", 1, 10), Rating("0..10", 0, 10),
        Rating("0..100", 0, 100),
    )
}  # fmt: skip
"""By name, in the order in which people are offered them."""


def called(rating: Rating) -> str:
    """ "−3 … 3", the same in all three languages."""
    return f"{rating.low:g} … {rating.high:g}".replace("-", "\u2212")


ASSUMED = N_("Figures of experience are read on the scale {scale}.")


def told(rating: Rating) -> Message:
    """Which scale was taken for granted."""
    return Message(ASSUMED, scale=called(rating))


_ENDS = re.compile(r"([-−+]?\d+)\s*(?:[-–—…:]|\.\.\.?|to|till|til)\s*([-−+]?\d+)")


def _stated(heading: str) -> Rating | None:
    """The scale that a heading states: "Känsla (1–5)"."""
    ends = _ENDS.search(heading)
    if ends is None:
        return None
    low, high = (int(end.replace("−", "-")) for end in ends.groups())
    return RATINGS.get(f"{low}..{high}")


def likely_rating(heading: str, cells: Iterable[Cell]) -> Rating:
    """The scale that a column's figures stand on: as its heading says, else as its figures let on.

    Whole figures of 1 to 5, with a 4 or 5 among them, are the faces of a form; a 1 to 3 may be ours.
    """
    stated = _stated(heading)
    return stated or _by_figures(cells)


def _by_figures(cells: Iterable[Cell]) -> Rating:
    figures = [figure for cell in cells if (figure := _figure(cell)) is not None]
    if not figures:
        return OURS
    low, high = min(figures), max(figures)
    if low < 0:
        reach = max(-low, high)
        return next((RATINGS[f"-{n}..{n}"] for n in (3, 5, 10) if reach <= n), RATINGS["-100..100"])
    if high <= 3:
        return OURS
    if low >= 1:
        names = {5: "1..5", 7: "1..7", 10: "1..10"}
        return next((RATINGS[name] for most, name in names.items() if high <= most), RATINGS["0..100"])
    return RATINGS["0..10"] if high <= 10 else RATINGS["0..100"]


_OUT_OF = re.compile(r"(\d+(?:[.,]\d+)?)\s*(?:/|out of|of|ut av|av)\s*(\d{1,3})")


def _with_its_scale(said: str) -> tuple[float, Rating] | None:
    """A figure that says itself what it is out of: "7/10", "4 av 5", "80 %"."""
    if said.endswith("%"):
        share = read_number(said)
        return None if share is None else (share * 100, RATINGS["0..100"])
    parts = _OUT_OF.fullmatch(said)
    if parts is None or int(parts[2]) < 2:
        return None
    value, top = float(parts[1].replace(",", ".")), int(parts[2])
    return value, Rating(said, 0 if value < 1 or top > 10 else 1, top)


def _figure(cell: Cell) -> float | None:
    if is_empty(cell) or isinstance(cell, bool) or "%" in line_of(cell):
        return None
    try:
        return read_number(cell)
    except UnreadError:
        return None


def _words(text: str, value: float) -> dict[str, float]:
    return {word.strip(): value for word in text.split(",")}


_SAID: Mapping[str, float] = {
    **_words(
        "very happy, very satisfied, very positive, delighted, excellent, love, mycket nöjd, mycket "
        "positiv, jätteglad, överlycklig, svært fornøyd, veldig fornøyd, svært positiv, kjempeglad, "
        "+++, 😀, 😃, 😄, 😁, 😍, 🤩, 🥰, ❤️, :d, :-d, ★★★★★, ⭐⭐⭐⭐⭐",
        3,
    ),
    **_words(
        "happy, satisfied, positive, good, pleased, glad, nöjd, positiv, bra, fornøyd, god, ++, +, "
        "🙂, 😊, ☺, ☺️, 👍, :), :-), ★★★★, ⭐⭐⭐⭐, excited, relieved, hopeful, lättad, hoppfull, lettet, "
        "spent",
        2,
    ),
    **_words(
        "neutral, ok, okay, so so, indifferent, sådär, varken eller, likgiltig, nøytral, "
        "likegyldig, både og, 0, 😐, 😶, 🤔, :|, :-|, ★★★, ⭐⭐⭐, =",
        0,
    ),
    **_words(
        "unhappy, dissatisfied, negative, bad, sad, confused, worried, anxious, unsure, annoyed, "
        "irritated, disappointed, stressed, missnöjd, negativ, dålig, ledsen, förvirrad, orolig, "
        "osäker, irriterad, besviken, stressad, misfornøyd, dårlig, lei seg, forvirret, urolig, "
        "usikker, irritert, skuffet, stresset, -, --, 🙁, ☹, ☹️, 😕, 😟, 😞, 😒, 👎, :(, :-(, :/, :-/, "
        "★★, ⭐⭐",
        -2,
    ),
    **_words(
        "very unhappy, very dissatisfied, very negative, terrible, angry, furious, frustrated, "
        "hate, mycket missnöjd, mycket negativ, arg, rasande, frustrerad, svært misfornøyd, veldig "
        "misfornøyd, svært negativ, sint, rasende, frustrert, ---, 😡, 😠, 🤬, 😢, 😭, 😤, ★, ⭐",
        -3,
    ),
}  # fmt: skip


def read_feeling(cell: Cell, rating: Rating = OURS) -> Number | None:
    """An experience on −3 … 3, from a figure on the column's scale, a word or a face."""
    if is_empty(cell):
        return None
    said = line_of(cell).casefold().strip(" .!")
    if said in _SAID and not isinstance(cell, int | float):
        return tidy(_SAID[said]) if said != "0" or rating.low < 0 else rating.on_ours(0)
    figure, rating = _with_its_scale(said) or (read_number(cell), rating)
    if figure is None or isinstance(cell, bool) or not rating.low <= figure <= rating.high:
        raise UnreadError(line_of(cell))
    return tidy(figure) if rating is OURS else rating.on_ours(figure)
