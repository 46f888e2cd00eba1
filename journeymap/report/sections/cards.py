"""Section 4: each friction in full, those that decide first; beyond twelve a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from journeymap.analysis import words as said
from journeymap.analysis.findings import RankedFriction
from journeymap.model.quantity import PLAIN, read_quantity
from journeymap.report import signs, terms
from journeymap.report.block import Block, Drawing, Para, Stack, words
from journeymap.report.cells import owner_cell, rank_cell
from journeymap.report.charts.minimap import minimap
from journeymap.report.estimate import is_guessed
from journeymap.report.lines import Span
from journeymap.report.matter import Matter, one_line, standing
from journeymap.report.numbers import span_of
from journeymap.report.page_one.rows import unit_heading
from journeymap.report.palette import INK, RULE, column, span
from journeymap.report.section import Section
from journeymap.report.sheet import Sheet
from journeymap.report.table import Column, Row, table
from journeymap.report.typefaces import CARD, CARD_FIGURE, CARD_TITLE, DATA, LABEL, NOTE, TABLE
from journeymap.report.walls import pair_of, quoted

CARDS = 12
PER_PAGE = 3
LEFT = 44.0
TERM = 70.0
QUOTE = 140
MOST_NAME = 80
"""Letters of a name under the small map."""


def cards(matter: Matter) -> Section | None:
    """None where nothing is ranked."""
    ranked = matter.findings.ranked
    if not ranked:
        return None
    t = matter.t
    deciding = [one for one in ranked if one.tier == "A"]
    full = ranked[: max(len(deciding), min(CARDS, len(ranked)) // PER_PAGE * PER_PAGE)]
    if len(ranked) == len(full) + 1:
        full = ranked
    blocks: list[Block] = [
        Card(matter, one, before=14, anchor=f"friction:{one.id}", per_page=PER_PAGE) for one in full
    ]
    rest = ranked[len(full) :]
    if rest:
        blocks.append(_table(matter, rest))
    return Section(t("The frictions one by one"), _finding(matter, len(deciding)), blocks, "frictions")


def _finding(matter: Matter, deciding: int) -> str:
    t = matter.t
    if not deciding:
        return t("What each of them is about")
    return matter.plural("One that decides comes first", "{Count} that decide come first", deciding)


@dataclass(slots=True, eq=False)
class Card(Block):
    """A friction: what it is, why it stands where it stands, and where it lies on the map."""

    matter: Matter
    one: RankedFriction
    _left: Sequence[Block] = field(default_factory=tuple)
    _right: Sequence[Block] = field(default_factory=tuple)

    def _sides(self) -> tuple[Stack, Stack]:
        if not self._left:
            self._left = list(_about(self.matter, self.one))
            self._right = list(_figures(self.matter, self.one))
        return Stack(self._left), Stack(self._right)

    def height(self, width: float) -> float:
        left, right = self._sides()
        return 8 + max(left.height(column(8) - LEFT - 20), right.height(span(4)))

    def draw(self, sheet: Sheet, x: float, y: float, width: float) -> None:
        decides = self.one.tier == "A"
        with sheet.inside(None):
            sheet.rule(x, y, x + width, y, 1.2 if decides else 0.5, INK if decides else RULE)
        left, right = self._sides()
        with sheet.group("card"):
            with sheet.decoration(x, y + 8, 22, 22):
                signs.rank_circle(sheet, x + 10.5, y + 19, self.one.rank, decides, 10)
            with sheet.group("about"):
                left.draw(sheet, x + LEFT, y + 8, column(8) - LEFT - 20)
            with sheet.group("figures"):
                right.draw(sheet, x + column(8), y + 8, span(4))


def _about(matter: Matter, one: RankedFriction) -> Iterator[Block]:
    t, friction = matter.t, matter.friction(one.id)
    tier = t("Decides") if one.tier == "A" else t("Steals time")
    yield words(tier, NOTE, t.language)
    title = Para([Span(one_line(friction.title), CARD_TITLE)], t.language, "H3")
    place = t("No.\u00a0{n}", n=t.number(one.rank))
    title.actual = f"{place}: {one_line(friction.title)}"
    yield title
    yield words(said.explanation(one, matter.journey, matter.findings, t), CARD, t.language, before=2)
    if (friction.description or "").strip():
        yield words((friction.description or "").strip(), CARD, t.language, before=4)
    for evidence in matter.evidence_of.get(one.id, ())[:2]:
        if one_line(evidence.quote):
            quote = quoted(matter, _cut(one_line(evidence.quote)))
            yield words(quote, CARD.in_color(NOTE.color), t.language, before=4)
    for number, (term, answer) in enumerate(_terms(matter, one)):
        yield Pair(term, answer, t.language, before=6 if not number else 0)


def _cut(quote: str) -> str:
    """A long quote's beginning; the whole stands in the appendix."""
    return quote if len(quote) <= QUOTE else quote[:QUOTE].rsplit(" ", 1)[0] + " …"


def _terms(matter: Matter, one: RankedFriction) -> Iterator[tuple[str, Para]]:
    t, friction = matter.t, matter.friction(one.id)
    owner = one_line(friction.owner)
    yield t("Owner"), _answer(matter, owner or t("Owner missing"), not owner)
    said_of = [
        (t("Cause"), terms.term(terms.CAUSE, friction.cause, t)),
        (t("Evidence"), _evidence(matter, one)),
        (t("Lead time"), _lead_time(matter, friction.lead_days)),
        (t("To decide"), one_line(friction.decision_by)),
        (t("Action"), "\n".join(one_line(action.title) for action in matter.actions_of.get(one.id, ()))),
        (t("Status"), "" if friction.status in (None, "open") else
         terms.term(terms.FRICTION_STATUS, friction.status, t)),
    ]  # fmt: skip
    for term, answer in said_of:
        if answer:
            yield term, _answer(matter, answer)


def _answer(matter: Matter, text: str, strong: bool = False) -> Para:
    return words(text, LABEL if strong else TABLE, matter.t.language)


def _evidence(matter: Matter, one: RankedFriction) -> str:
    t = matter.t
    level = terms.term(terms.EVIDENCE, matter.evidence_level(one.id), t)
    sources = [one_line(evidence.source) for evidence in matter.evidence_of.get(one.id, ())]
    named = "; ".join(source for source in dict.fromkeys(sources) if source)
    return f"{level} ({named})" if named else level


def _lead_time(matter: Matter, lead_days: object) -> str:
    days = read_quantity(lead_days, PLAIN)
    if days is None:
        return ""
    t = matter.t
    between = matter.range(days.low, days.high)
    if days.low == days.high:
        return t.plural("{n} day", "{n} days", days.point)
    return t("{n} days ({between})", n=t.number(days.point), between=between)


@dataclass(slots=True, eq=False)
class Pair(Block):
    """A term and what is said of it."""

    term: str
    answer: Para
    language: str

    def height(self, width: float) -> float:
        return max(NOTE.leading, self.answer.height(width - TERM)) + 1

    def draw(self, sheet: Sheet, x: float, y: float, width: float) -> None:
        with sheet.group("pair"):
            with sheet.element("P"):
                sheet.text(x, y + NOTE.ascent, self.term, NOTE)
            self.answer.draw(sheet, x + TERM, y, width - TERM)


def _figures(matter: Matter, one: RankedFriction) -> Iterator[Block]:
    t = matter.t
    yield _figure(matter, one)
    low, high = matter.bounds(one)
    dashed = is_guessed(matter.friction(one.id))

    def bar(sheet: Sheet, x: float, y: float, width: float) -> None:
        best = matter.amount(one)
        signs.interval_bar(sheet, x, y + 8, width, matter.scale_end, low, best, high, 8, dashed)

    yield Drawing(18, bar)
    yield Ends(
        matter.range(low, high), t("place\u00a0{places}", places=span_of(one.rank_best, one.rank_worst, t))
    )
    place = matter.place_of(matter.friction(one.id))
    names = matter.mark_names(one.wall_keys)
    where = _where(matter, one)
    if place is not None:
        yield minimap(matter, place.id, [place.id] if names else [], where)
        yield words(where, NOTE, t.language, before=3)


def _figure(matter: Matter, one: RankedFriction) -> Para:
    """The hours, and in grey what they are."""
    unit = matter.t("h/year") if matter.has_volume else matter.t("min per 1000")
    figure = matter.t.number(matter.amount(one))
    return Para([Span(figure, CARD_FIGURE), Span(f"\u2002{unit}", NOTE)], matter.t.language)


@dataclass(slots=True, eq=False)
class Ends(Block):
    """Two short texts at the ends of a line."""

    left: str
    right: str

    def height(self, width: float) -> float:
        return NOTE.leading + 4

    def draw(self, sheet: Sheet, x: float, y: float, width: float) -> None:
        kind = DATA.in_color(NOTE.color)
        with sheet.group("ends"):
            with sheet.element("P"):
                sheet.text(x, y + kind.ascent, self.left, kind)
            with sheet.element("P"):
                sheet.text(x + width, y + kind.ascent, self.right, kind, "right")


def _where(matter: Matter, one: RankedFriction) -> str:
    """ "Step 12 Phone line, lane Customer service. Wall W3." """
    t = matter.t
    place = matter.place_of(matter.friction(one.id))
    if place is None:
        return ""
    step, lane = _briefly(matter.step_name(place.id)), _briefly(matter.lane_name(place.lane))
    said_ = t("Step {step}, lane {lane}.", step=step, lane=lane)
    marks = {mark.number: mark for key in one.wall_keys if (mark := matter.marks_by_key.get(key)) is not None}
    standing_ = [marks[number] for number in sorted(marks) if standing(marks[number])]
    walls = [
        t("Wall {name}: {units}.", name=matter.mark_name(mark), units=pair_of(matter, mark))
        for mark in standing_
    ]
    return " ".join([said_, *walls])


def _briefly(name: str) -> str:
    """A name in a few lines of a narrow column; the whole stands in the table of steps."""
    return name if len(name) <= MOST_NAME else name[:MOST_NAME].rstrip() + "…"


def _table(matter: Matter, ranked: Sequence[RankedFriction]) -> Block:
    t = matter.t
    columns = [
        Column("", 16, says=t("Place")),
        Column(t("Friction"), 148, heads_rows=True, type=TABLE),
        Column(t("Why it has its place"), share=1, type=TABLE),
        Column(t("Owner"), 90, type=TABLE),
        Column(unit_heading(matter), 62, align="right"),
    ]
    rows = [
        Row(
            [
                rank_cell(matter, one),
                one_line(matter.friction(one.id).title),
                said.short_reason(one, matter.journey, matter.findings, t),
                owner_cell(matter, matter.friction(one.id).owner),
                f"{t.number(matter.amount(one))}\n{matter.range(*matter.bounds(one))}",
            ],
            anchor=f"friction:{one.id}",
        )
        for one in ranked
    ]
    return table(columns, rows, t, before=18, summary=t("The other frictions"))
