"""Text of mixed weight broken into lines: words stay whole unless a column is too narrow for one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from journeymap.picture import text
from journeymap.report import addresses
from journeymap.report.typefaces import Type

_GAP = re.compile(r"[ \t\r\f\v\u2028\u2029]+")
_TOLERANCE = 0.01
STRETCH = 160
LONELY = 0.2
"""A last line shorter than this share of its column stands alone."""


class Span(NamedTuple):
    """Words set in one way; `address` is where they lead when clicked."""

    text: str
    type: Type
    address: str = ""


class Piece(NamedTuple):
    """Part of a line: text of one type, from x in points from the line's left end."""

    x: float
    text: str
    type: Type
    address: str = ""

    @property
    def width(self) -> float:
        return width_of(self.text, self.type)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text."""

    pieces: tuple[Piece, ...]
    spaced: bool = False
    """A space stands between this line and the next: drawn at its end, so that words stay apart."""

    @property
    def width(self) -> float:
        """How wide it is, in points; measured when asked for, as most lines begin at the left."""
        return self.pieces[-1].x + self.pieces[-1].width if self.pieces else 0.0

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)


class _Word(NamedTuple):
    """A word, or a part of one that goes on from the part before without a space."""

    parts: tuple[Span, ...]
    width: float
    goes_on: bool = False


def width_of(words: str, kind: Type) -> float:
    """How wide one line of text is, in points."""
    return text.width(words, kind.style)


def lay(spans: Iterable[Span], width: float, language: str) -> tuple[Line, ...]:
    """The lines of these spans in a column so wide; a newline in the text begins a new line.

    Every letter comes out: a word wider than the column is broken by the language's patterns,
    and where they know no place, between letters.
    """
    live = [
        Span(part, span.type, address) for span in spans for part, address in addresses.parts_of(span.text)
    ]
    lines: list[Line] = []
    for paragraph in _paragraphs(live):
        lines += _fill(_words(paragraph), max(width, 1.0), language)
    return tuple(lines)


def _paragraphs(spans: Sequence[Span]) -> list[list[Span]]:
    found: list[list[Span]] = [[]]
    for span in spans:
        first, *rest = span.text.split("\n")
        found[-1].append(Span(first, span.type, span.address))
        found.extend([Span(part, span.type, span.address)] for part in rest)
    return found


def _words(spans: Sequence[Span]) -> list[_Word]:
    """The words of a paragraph; spans that touch without a space between make one word."""
    words: list[list[Span]] = [[]]
    for span in spans:
        for index, part in enumerate(_GAP.split(span.text)):
            if index:
                words.append([])
            if part:
                words[-1].append(Span(part, span.type, span.address))
    return [
        _Word(tuple(parts), sum(width_of(part.text, part.type) for part in parts)) for parts in words if parts
    ]


def _fill(words: Sequence[_Word], width: float, language: str) -> list[Line]:
    lines: list[list[_Word]] = [[]]
    filled = 0.0
    for word in _narrow(words, width, language):
        gap = _space(word) if lines[-1] and not word.goes_on else 0.0
        if lines[-1] and filled + gap + word.width > width + _TOLERANCE:
            lines.append([])
            filled = gap = 0.0
        lines[-1].append(word)
        filled += gap + word.width
    return [
        _line(line, spaced=bool(after) and not after[0].goes_on)
        for line, after in zip(lines, [*lines[1:], []], strict=True)
    ]


def _narrow(words: Sequence[_Word], width: float, language: str) -> Iterable[_Word]:
    """The words, those too wide for the column cut into parts that fit."""
    for word in words:
        if word.width <= width + _TOLERANCE:
            yield word
            continue
        goes_on = False
        for part in word.parts:
            for piece in _pieces(part, width, language):
                whole = Span(piece, part.type, part.address)
                yield _Word((whole,), width_of(piece, part.type), goes_on)
                goes_on = True


def _pieces(part: Span, width: float, language: str) -> Iterator[str]:
    """A word in pieces that fit; one of thousands of letters a stretch at a time, to stay quick."""
    for at in range(0, len(part.text), STRETCH):
        yield from text.break_lines(part.text[at : at + STRETCH], part.type.style, width, language)


def _space(word: _Word) -> float:
    return width_of(" ", word.parts[0].type)


def _line(words: Sequence[_Word], spaced: bool) -> Line:
    """Words joined to as few pieces as there are types, each measured as it will be drawn."""
    joined: list[Span] = []
    said: list[str] = []
    for index, word in enumerate(words):
        for first, part in enumerate(word.parts):
            lead = " " if index and not first and not word.goes_on else ""
            same = bool(joined) and joined[-1].type == part.type and joined[-1].address == part.address
            if lead and part.address and joined and not joined[-1].address:
                said[-1], lead = said[-1] + lead, ""
            if same:
                said[-1] += lead + part.text
            else:
                joined.append(part)
                said.append(lead + part.text)
    pieces: list[Piece] = []
    x = 0.0
    for span, text_ in zip(joined, said, strict=True):
        pieces.append(Piece(x, text_, span.type, span.address))
        x += width_of(text_, span.type) if len(pieces) < len(joined) else 0.0
    return Line(tuple(pieces), spaced)


def balanced(spans: Sequence[Span], width: float, language: str) -> float:
    """The narrowest column in which the text needs no more lines: no last line of one word."""
    wanted = len(lay(spans, width, language))
    low, high = width * 0.4, width
    for _ in range(10):
        middle = (low + high) / 2
        if len(lay(spans, middle, language)) > wanted:
            low = middle
        else:
            high = middle
    return high


def evened(spans: Sequence[Span], width: float, language: str) -> tuple[Line, ...]:
    """The lines, drawn a little narrower where the last one would hold but a word or two."""
    lines = lay(spans, width, language)
    if len(lines) < 2 or lines[-1].width >= LONELY * width:
        return lines
    return lay(spans, balanced(spans, width, language), language)


def clipped(spans: Sequence[Span], width: float, language: str, most: int) -> tuple[Line, ...]:
    """At most so many lines; where there were more the last one ends in "…"."""
    lines = lay(spans, width, language)
    if len(lines) <= most:
        return lines
    kind = spans[-1].type
    rest = " ".join(line.text for line in lines[most - 1 : most + 2])
    cut = shortened(f"{rest} …", kind, width).removesuffix(" …").removesuffix("…").rstrip() + "…"
    return (*lines[: most - 1], *lay([Span(cut, kind)], 10 * width, language))


def shortened(words: str, kind: Type, width: float) -> str:
    """One line of text cut with "…" where it is wider than so many points."""
    if width_of(words, kind) <= width:
        return words
    low, high = 0, len(words)
    while low < high:
        middle = (low + high + 1) // 2
        if width_of(words[:middle].rstrip() + "…", kind) <= width:
            low = middle
        else:
            high = middle - 1
    return words[:low].rstrip() + "…"
