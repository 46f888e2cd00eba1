"""The worst frictions as rows under two headings: those that decide, and those that steal time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from journeymap.analysis import words as said
from journeymap.analysis.findings import RankedFriction
from journeymap.i18n.catalogue import Catalogue
from journeymap.report import signs
from journeymap.report.block import Block, words
from journeymap.report.estimate import is_guessed
from journeymap.report.lines import Line, Span, clipped, evened, lay, width_of
from journeymap.report.matter import Matter, one_line
from journeymap.report.nouns import customer
from journeymap.report.numbers import span_of, tied
from journeymap.report.page_one.fit import Fit
from journeymap.report.palette import HAIR, MM
from journeymap.report.sheet import Sheet
from journeymap.report.tags import Element
from journeymap.report.terms import certainty
from journeymap.report.typefaces import HOURS, LABEL, NOTE, ROW_TITLE, Type

LEFT = 10 * MM
FIGURES = 24 * MM
GAP = 8 * MM
SLACK = 4 * MM
"""Of the gap before the bar a text may take so much where that saves it a line."""
HEADING = 15.0
PAD = 3.0


@dataclass(slots=True, eq=False)
class TierRows(Block):
    """Rows of one tier; both tiers are parts of the page's one table, given in `table`."""

    matter: Matter
    ranked: Sequence[RankedFriction]
    fit: Fit
    table: list[Element]
    more: int = 0

    def height(self, width: float) -> float:
        rows = sum(_Row(self.matter, one, self.fit).height(width) for one in self.ranked)
        return HEADING + rows + (NOTE.leading + PAD if self.more else 0)

    def anchors(self) -> Iterator[str]:
        return iter(())

    def draw(self, sheet: Sheet, x: float, y: float, width: float) -> None:
        if not self.table:
            self.table.append(sheet.innermost.add("Table"))
        with sheet.inside(self.table[0]):
            self._draw_heading(sheet, x, y, width)
            y += HEADING
            for number, one in enumerate(self.ranked):
                if number:
                    with sheet.inside(None):
                        sheet.rule(x, y, x + width, y, 0.5, HAIR)
                row = _Row(self.matter, one, self.fit)
                row.draw(sheet, x, y, width)
                y += row.height(width)
        if self.more:
            self._draw_more(sheet, x + LEFT, y + PAD, width)

    def _draw_heading(self, sheet: Sheet, x: float, y: float, width: float) -> None:
        opens = not self.table[0].kids
        with sheet.inside(None):
            sheet.rule(x, y, x + width, y, 1.2 if opens else 0.8)
        base = y + 11.5
        with sheet.element("TR"):
            with sheet.element("TH", scope="Column") as head:
                head.column_span = 3 if opens else 4
                self._draw_tier(sheet, x, base)
            if opens:
                with sheet.element("TH", scope="Column"):
                    sheet.text(x + width, base, unit_heading(self.matter), NOTE, "right")

    def _draw_tier(self, sheet: Sheet, x: float, base: float) -> None:
        t = self.matter.t
        if self.ranked[0].tier == "B":
            sheet.text(x, base, t("Steals time"), LABEL)
            return
        heading = t("Decides whether {the_guest} comes back", **customer(self.matter))
        sheet.text(x, base, heading, LABEL)
        sheet.text(x + width_of(heading, LABEL) + 6, base, t("goes before the hours"), NOTE)

    def _draw_more(self, sheet: Sheet, x: float, y: float, width: float) -> None:
        t = self.matter.t
        text = t.plural("and one more, in the ranking", "and {n} more, in the ranking", self.more)
        words(text, NOTE, t.language).draw(sheet, x, y, width - LEFT)


def unit_heading(matter: Matter) -> str:
    """What the figures count: hours a year, or minutes for every 1 000 customers."""
    if matter.has_volume:
        return matter.t("Hours a year")
    return matter.t("Minutes per {thousand} {guests}", thousand=matter.t.number(1000), **customer(matter))


@dataclass(slots=True, eq=False)
class _Row:
    """One friction: circle, what and why, bar and place, hours."""

    matter: Matter
    one: RankedFriction
    fit: Fit
    _texts: list[tuple[Span, tuple[Line, ...]]] = field(default_factory=list)

    def texts(self, width: float) -> list[tuple[Span, tuple[Line, ...]]]:
        """Title, reason and owner in lines."""
        if not self._texts:
            column = width - LEFT - GAP - self.fit.bar - FIGURES
            self._texts = [
                (Span(words_, kind), self._lines(words_, kind, column)) for words_, kind in self._said()
            ]
        return self._texts

    def _lines(self, words_: str, kind: Type, column: float) -> tuple[Line, ...]:
        """How many and how much on lines of their own before why, where that takes no line more."""
        language, most = self.matter.t.language, self.fit.lines
        if most:
            return clipped([Span(words_, kind)], column - 8, language, most)
        whole = _fewest(Span(words_, kind), column, language)
        parted = _fewest(Span(words_.replace(": ", ":\n", 1), kind), column, language)
        return parted if kind == self.fit.reason and len(parted) <= len(whole) else whole

    def _said(self) -> Iterator[tuple[str, Type]]:
        t, friction = self.matter.t, self.matter.friction(self.one.id)
        yield one_line(friction.title), ROW_TITLE
        reason = said.short_reason(self.one, self.matter.journey, self.matter.findings, t)
        yield tied(_first_clause(reason) if self.fit.first_clause else reason), self.fit.reason
        owner = one_line(friction.owner)
        if owner:
            yield t("Owner: {owner}", owner=owner), NOTE
        else:
            yield t("Owner missing"), LABEL

    def height(self, width: float) -> float:
        left = sum(len(lines) * span.type.leading for span, lines in self.texts(width))
        right = HOURS.leading + 2 * NOTE.leading
        return max(left, right) + 2 * PAD

    def draw(self, sheet: Sheet, x: float, y: float, width: float) -> None:
        y += PAD
        with sheet.element("TR"):
            with sheet.element("TD"), sheet.sign(self._place_said(), x, y, 15.5, 15.5):
                signs.rank_circle(sheet, x + 7.5, y + 7.5, self.one.rank, self.one.tier == "A")
            with sheet.element("TH", scope="Row"):
                self._draw_texts(sheet, x + LEFT, y, width)
            with sheet.element("TD"):
                self._draw_bar(sheet, x + width - FIGURES - self.fit.bar, y)
            with sheet.element("TD"):
                self._draw_figures(sheet, x + width, y)

    def _place_said(self) -> str:
        t, n = self.matter.t, self.matter.t.number(self.one.rank)
        if self.one.tier == "A":
            return t("number {n}, decides", n=n)
        return t("number {n}, steals time", n=n)

    def _draw_texts(self, sheet: Sheet, x: float, y: float, width: float) -> None:
        for span, lines in self.texts(width):
            with sheet.element("P"):
                y = sheet.lines(x, y, lines, [span], width)

    def _draw_bar(self, sheet: Sheet, x: float, y: float) -> None:
        matter, t = self.matter, self.matter.t
        low, high = matter.bounds(self.one)
        bar = self.fit.bar - 4
        with sheet.decoration(x, y, bar + 2, 14):
            best = matter.amount(self.one)
            dashed = is_guessed(matter.friction(self.one.id))
            signs.interval_bar(sheet, x, y + 7, bar, matter.scale_end, low, best, high, dashed=dashed)
        place = t("Place {places}", places=span_of(self.one.rank_best, self.one.rank_worst, t))
        if self.one.rank <= 3 and self.one.word:
            place = f"{place}, {certainty(self.one.word, t)}"
        with sheet.element("P"):
            sheet.text(x, y + HOURS.leading + NOTE.ascent, place, NOTE)
        if self.one.rank_by_hours != self.one.rank:
            only = t("By hours only: no.\u00a0{n}", n=t.number(self.one.rank_by_hours))
            with sheet.element("P"):
                sheet.text(x, y + HOURS.leading + NOTE.leading + NOTE.ascent, only, NOTE)

    def _draw_figures(self, sheet: Sheet, right: float, y: float) -> None:
        matter = self.matter
        with sheet.element("P"):
            sheet.text(right, y + HOURS.ascent, matter.t.number(matter.amount(self.one)), HOURS, "right")
        base = y + HOURS.leading + NOTE.ascent
        with sheet.element("P"):
            sheet.text(right, base, matter.range(*matter.bounds(self.one)), NOTE_DATA, "right")
        page_link(sheet, right, base + NOTE.leading, f"friction:{self.one.id}", matter.t)


def _fewest(span: Span, column: float, language: str) -> tuple[Line, ...]:
    """The text in its column, or in a little of the gap before the bar where that saves a line."""
    lines, wider = evened([span], column, language), lay([span], column + SLACK, language)
    return wider if len(wider) < len(lines) else lines


NOTE_DATA = Type(NOTE.size, NOTE.leading, color=NOTE.color, tabular=True)


def page_link(sheet: Sheet, right: float, base: float, anchor: str, t: Catalogue) -> None:
    """ "page 8", which leads there; nothing where the anchor stands nowhere."""
    if sheet.has(anchor):
        words_, says = sheet.where(anchor, t)
        with sheet.element("P"):
            sheet.linked(right, base, words_, NOTE_DATA, anchor, says)


def _first_clause(reason: str) -> str:
    """ "50 in 1,000 guests lose 260 minutes each." of a reason that goes on after a colon."""
    clause, colon, _ = reason.partition(":")
    return f"{clause}." if colon else reason
