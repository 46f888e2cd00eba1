"""How wide the columns of a table are: as its author shared them out, until another share saves lines.

A column of text gives room it does not need to one whose words run over many lines. Lines are
counted from the words' own widths, in a sample of the rows, so that the work does not grow with
the table.
"""

from __future__ import annotations

import itertools
from collections.abc import Container, Iterator, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from journeymap.report.block import Block, Para, Stack
from journeymap.report.lines import width_of

Lines = npt.NDArray[np.float64]
SAMPLE = 40
"""Rows looked at, evenly over the table."""
SPACE = 2.6
"""Points between two words of the tables' type."""
STEPS = (6.0, 12.0, 24.0, 48.0, 96.0, 144.0)
"""Points that one column may give another at a time."""
ROUNDS = 24
LEAST = 24.0
MOST_WORD = 90.0
"""A single word wider than this does not hold its column open: it is hyphenated."""


class Text(NamedTuple):
    """The widths of a cell's words, paragraph by paragraph."""

    paragraphs: Sequence[Sequence[float]]

    @property
    def word(self) -> float:
        """The widest word."""
        return max((word for words in self.paragraphs for word in words), default=0.0)

    @property
    def whole(self) -> float:
        """The widest paragraph, on one line."""
        return max((sum(words) + SPACE * (len(words) - 1) for words in self.paragraphs), default=0.0)


def fitted(
    cells: Sequence[Sequence[Block]], prior: Sequence[float], figures: Container[int] = ()
) -> list[float]:
    """Widths in points of the columns of these rows (the first: their headings), together as the prior.

    A column with anything else than text keeps its width; one of `figures` keeps each on its line.
    """
    wide = list(prior)
    columns = [[text_of(one) for one in column] for column in zip(*_sampled(cells), strict=True)]
    free = {
        number: [one for one in column if one is not None]
        for number, column in enumerate(columns)
        if None not in column
    }
    if len(free) < 2:
        return wide
    least = {number: _least(texts, wide[number], number in figures) for number, texts in free.items()}
    _open(wide, least, free)
    return _saved(wide, least, free)


def _sampled(cells: Sequence[Sequence[Block]]) -> list[Sequence[Block]]:
    if len(cells) <= SAMPLE:
        return list(cells)
    return [cells[round(at)] for at in np.linspace(0, len(cells) - 1, SAMPLE)]


def text_of(block: Block) -> Text | None:
    """What a cell says, measured; None for a drawing."""
    if isinstance(block, Stack):
        parts = [text_of(one) for one in block.blocks]
        known = [part for part in parts if part is not None]
        if len(known) < len(parts):
            return None
        return Text([words for part in known for words in part.paragraphs])
    if not isinstance(block, Para):
        return None
    paragraphs: list[list[float]] = [[]]
    for span in block.spans:
        for number, part in enumerate(span.text.split("\n")):
            if number:
                paragraphs.append([])
            paragraphs[-1] += [width_of(word, span.type) for word in part.split(" ") if word]
    return Text(paragraphs)


def _least(texts: Sequence[Text], prior: float, whole: bool) -> float:
    """What a column keeps: room for its words, as far as its author gave it that much or they are short."""
    word = max(text.whole if whole else text.word for text in texts) + 1.0
    return max(min(word, max(prior, MOST_WORD)), LEAST)


def _open(wide: list[float], least: dict[int, float], free: dict[int, list[Text]]) -> None:
    """Room for every word that would be cut, from the columns that have most to spare."""
    for number in free:
        lack = least[number] - wide[number]
        while lack > 0:
            donor = max(free, key=lambda other: wide[other] - least[other])
            spare = wide[donor] - least[donor]
            if spare <= 0:
                break
            given = min(lack, spare)
            wide[donor] -= given
            wide[number] += given
            lack -= given


def _saved(wide: list[float], least: dict[int, float], free: dict[int, list[Text]]) -> list[float]:
    """The widths after every exchange between two columns that makes the rows take fewer lines."""
    lines = {number: _Counted(texts) for number, texts in free.items()}
    best = _cost(wide, lines)
    for _ in range(ROUNDS):
        tried = [(_cost(other, lines), other) for other in _exchanges(wide, least)]
        found = min(tried, key=lambda each: each[0], default=(best, wide))
        if found[0] >= best:
            break
        best, wide = found
    return wide


def _exchanges(wide: list[float], least: dict[int, float]) -> Iterator[list[float]]:
    """What one column gives another, then what all others give one."""
    for giver, taker in itertools.permutations(least, 2):
        for points in STEPS:
            if wide[giver] - points >= least[giver]:
                other = list(wide)
                other[giver] -= points
                other[taker] += points
                yield other
    for taker in least:
        spare = {giver: max(wide[giver] - least[giver], 0.0) for giver in least if giver != taker}
        for points in STEPS:
            if points <= sum(spare.values()):
                yield _given_by_all(wide, taker, points, spare)


def _given_by_all(wide: list[float], taker: int, points: float, spare: dict[int, float]) -> list[float]:
    """The widths when all others give one column so much, each after what it has to spare."""
    other = list(wide)
    other[taker] += points
    for giver, part in spare.items():
        other[giver] -= points * part / sum(spare.values())
    return other


class _Counted:
    """How many lines each cell of a column takes at a width; each width is worked out once."""

    def __init__(self, texts: Sequence[Text]) -> None:
        self._texts = texts
        self._known: dict[float, Lines] = {}

    def at(self, width: float) -> Lines:
        if width not in self._known:
            counts = [sum(_lines(words, width) for words in text.paragraphs) for text in self._texts]
            self._known[width] = np.array(counts, dtype=np.float64)
        return self._known[width]


def _lines(words: Sequence[float], width: float) -> int:
    """Lines of words so wide, filled one after the other; a word too wide goes on over several."""
    count, filled = 1, 0.0
    for word in words:
        if filled and filled + SPACE + word > width:
            count, filled = count + 1, 0.0
        if word > width:
            more = int(word // width)
            count, filled = count + more, word - more * width
        else:
            filled += word + (SPACE if filled else 0.0)
    return count


def _cost(wide: Sequence[float], lines: dict[int, _Counted]) -> float:
    """Lines that all rows take together: each is as high as its highest cell. Headings count thrice,
    they are read first and stand on every page."""
    rows = np.maximum.reduce([counted.at(wide[number]) for number, counted in lines.items()])
    return float(rows.sum() + 2 * rows[0])
