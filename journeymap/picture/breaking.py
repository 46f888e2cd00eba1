"""Breaking text into lines that fit, with visible hyphens, never shrinking and never losing a letter."""

from __future__ import annotations

import re
from typing import NamedTuple

from journeymap.picture import graphemes
from journeymap.picture.hyphenation import FORCED, JOINT, SYLLABLE, TYPED, Break, Word, unopened
from journeymap.picture.shaping import TextStyle, width

_BLANKS = re.compile("[ \t\n\v\f\r\x85\u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f\u3000]+")
_CUT_OFF = " \u00a0,.;:!?–-\u2013\u2014/("
ELLIPSIS = "…"
FILL = 0.4  # a joint is taken before a syllable if it fills this share of the line
SHORT_TAIL = 4  # letters: no such rest of a word on a line of its own if another syllable will do
FORCED_FROM = 0.6  # a break by force falls between this share of the line and its end


class Line(NamedTuple):
    """A finished line without its added hyphen; `glue` is what stood between it and the next."""

    text: str
    hyphen: bool
    glue: str

    @property
    def shown(self) -> str:
        return f"{self.text}-" if self.hyphen else self.text


class _Start(NamedTuple):
    """Where a line begins: at this word, of which this much is left (None: all of it)."""

    words: list[Word]
    at: int
    rest: Word | None

    def left(self) -> tuple[Word, ...]:
        """The words from here to the end."""
        return (self.rest or self.words[self.at], *self.words[self.at + 1 :])


def break_lines(
    text: str, style: TextStyle, max_width: float, language: str, max_lines: int | None = None
) -> tuple[str, ...]:
    """The text in lines of at most `max_width` px; past `max_lines` the last one ends in "…".

    Only a single character wider than the line may stick out. Words are parted only where they do
    not fit a line of their own: at typed soft hyphens first, then at joints, then at syllables of
    sv, nb or en, at last anywhere.
    """
    lines, starts = _lay(text, style, max_width, language)
    if max_lines is None or len(lines) <= max_lines:
        return tuple(line.shown for line in lines)
    kept = [line.shown for line in lines[: max_lines - 1]]
    return (*kept, _cut(starts[max_lines - 1].left(), style, max_width, language))


def balanced_lines(text: str, style: TextStyle, max_width: float, language: str) -> tuple[str, ...]:
    """As few lines as `break_lines` needs, but of about equal length (headlines)."""
    best = break_lines(text, style, max_width, language)
    if len(best) < 2 or any(line.endswith("-") for line in best):
        return best
    low, high = max_width / len(best), max_width
    while high - low > 1:
        middle = (low + high) / 2
        lines = break_lines(text, style, middle, language)
        if len(lines) == len(best) and not any(line.endswith("-") for line in lines):
            best, high = lines, middle
        else:
            low = middle
    return best


def lay(text: str, style: TextStyle, max_width: float, language: str) -> tuple[Line, ...]:
    """As `break_lines`, but telling added hyphens from the text's own."""
    return tuple(_lay(text, style, max_width, language)[0])


def _lay(text: str, style: TextStyle, limit: float, language: str) -> tuple[list[Line], list[_Start]]:
    """The lines, and what was left when each of them began."""
    words = [unopened(part) for part in _BLANKS.split(_prepared(text)) if part]
    lines: list[Line] = []
    starts: list[_Start] = []
    line, start = "", _Start(words, 0, None)
    for at, word in enumerate(words):
        longer = f"{line} {word.text}" if line else word.text
        if _fits(longer, style, limit):
            line = longer
            continue
        too_long = not _fits(word.text, style, limit)
        rest = word.opened(language) if too_long else word
        if line:
            place = _beside(line, rest, style, limit) if too_long else None
            head = f"{line} {rest.text[: place.at]}" if place else line
            lines.append(Line(head, bool(place and place.hyphen), "" if place else " "))
            starts.append(start)
            rest = _after(rest, place) if place else rest
            start = _Start(words, at, rest)
        while not _fits(rest.text, style, limit) and (place := _best(rest, style, limit)):
            lines.append(Line(rest.text[: place.at], place.hyphen, ""))
            starts.append(start)
            rest = _after(rest, place)
            start = _Start(words, at, rest)
        line = rest.text
    if line:
        lines.append(Line(line, hyphen=False, glue=""))
        starts.append(start)
    return lines, starts


def _reach(style: TextStyle, limit: float) -> int:
    """More characters than a line can hold, unless they have no width: nothing beyond is measured,
    so that a word of a hundred thousand letters takes no longer than its lines."""
    return 40 + int(10 * limit / style.size)


def _fits(text: str, style: TextStyle, limit: float) -> bool:
    return len(text) <= _reach(style, limit) and width(text, style) <= limit


def _prepared(text: str) -> str:
    """As drawn, but with the typed places for breaks still in it."""
    pieces = re.split(f"([{graphemes.SOFT_HYPHEN}{graphemes.ZERO_WIDTH_SPACE}]|{_BLANKS.pattern})", text)
    return "".join(piece if at % 2 else graphemes.drawn(piece) for at, piece in enumerate(pieces))


def _beside(line: str, whole: Word, style: TextStyle, limit: float) -> Break | None:
    """A good place that lets a word too long for any line begin on this one."""
    fitting = [
        place
        for place in whole.breaks
        if place.rank <= JOINT and _width_to(f"{line} ", whole, place, style) <= limit
    ]
    return fitting[-1] if fitting else None


def _best(rest: Word, style: TextStyle, limit: float) -> Break | None:
    """Where to part a word that is too long for the line; None if it is a single character."""
    fitting = [place for place in rest.breaks if _width_to("", rest, place, style) <= limit]
    typed = [place for place in fitting if place.rank == TYPED]
    joints = [
        place
        for place in fitting
        if place.rank == JOINT and _width_to("", rest, place, style) >= FILL * limit
    ]
    syllables = [place for place in fitting if place.rank <= SYLLABLE]
    roomy = [place for place in syllables if len(rest.text) - place.at > SHORT_TAIL]
    for choice in (typed, joints, roomy, syllables):
        if choice:
            return choice[-1]
    return _forced(rest, style, limit)


def _forced(rest: Word, style: TextStyle, limit: float) -> Break | None:
    """A break between two characters, in the last part of the line, after a vowel if there is one."""
    edges: list[int] = []
    at = 0
    for cluster in graphemes.clusters(rest.text[: _reach(style, limit) + 1])[:-1]:
        at += len(cluster)
        edges.append(at)
    places = [Break(at, FORCED, not rest.plain and _between_letters(rest.text, at)) for at in edges]
    fitting = [place for place in places if _width_to("", rest, place, style) <= limit]
    if not fitting:
        return places[0] if places else None
    roomy = [place for place in fitting if 3 <= place.at <= len(rest.text) - 3] or fitting
    late = [
        place
        for place in roomy
        if rest.text[place.at - 1].lower() in "aeiouyåäöæø"
        and _width_to("", rest, place, style) >= FORCED_FROM * limit
    ]
    return (late or roomy)[-1]


def _between_letters(text: str, at: int) -> bool:
    return text[at - 1].isalpha() and text[at].isalpha()


def _width_to(before: str, part: Word, place: Break, style: TextStyle) -> float:
    return width(f"{before}{part.text[: place.at]}{'-' if place.hyphen else ''}", style)


def _after(part: Word, place: Break) -> Word:
    later = tuple(
        Break(other.at - place.at, other.rank, other.hyphen)
        for other in part.breaks
        if other.at > place.at and (other.rank == TYPED or other.at - place.at >= 3)
    )
    return Word(part.text[place.at :], later, part.plain)


def _cut(words: tuple[Word, ...], style: TextStyle, limit: float, language: str) -> str:
    """As much as fits with "…" after it: whole words, then up to a joint, at last letter by letter."""
    line = ""
    for whole in words:
        longer = f"{line} {whole.text}" if line else whole.text
        if not _fits(longer.rstrip(_CUT_OFF) + ELLIPSIS, style, limit):
            return _cut_word(line, whole.opened(language), style, limit)
        line = longer
    return line.rstrip(_CUT_OFF) + ELLIPSIS


def _cut_word(line: str, whole: Word, style: TextStyle, limit: float) -> str:
    before = f"{line} " if line else ""
    for worst in (JOINT,) if line else (JOINT, SYLLABLE):
        for place in reversed(whole.breaks):
            head = (before + whole.text[: place.at]).rstrip(_CUT_OFF) + ELLIPSIS
            if place.rank <= worst and _fits(head, style, limit):
                return head
    if line:
        return line.rstrip(_CUT_OFF) + ELLIPSIS
    letters = graphemes.clusters(whole.text[: _reach(style, limit)])
    while letters and width("".join(letters) + ELLIPSIS, style) > limit:
        letters.pop()
    return "".join(letters) + ELLIPSIS
