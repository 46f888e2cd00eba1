"""Section 1: the whole map on one page with its key figures, then the parts one can read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from journeymap.analysis import words as said
from journeymap.picture import paging
from journeymap.picture.build import build
from journeymap.picture.options import Options
from journeymap.picture.prims import Picture
from journeymap.report.block import Block, words
from journeymap.report.frames import free
from journeymap.report.headings import subhead
from journeymap.report.key_figures import KeyRow
from journeymap.report.lines import Span, lay, shortened, width_of
from journeymap.report.map_parts import MOST_COLUMNS, drawn_journey, map_parts, neighbours, scale_of
from journeymap.report.matter import Matter, first_reason, one_line
from journeymap.report.nouns import customer
from journeymap.report.palette import INK, RULE, TEXT_WIDTH, span
from journeymap.report.section import NewPage, Section
from journeymap.report.sheet import Sheet
from journeymap.report.step_numbers import numbered, numbers
from journeymap.report.typefaces import LEAD, NOTE, STEP_NUMBER

BRACKET = 16.0
LINE = NOTE.leading + 6
"""Points that the line over a part takes."""
BELOW = 22.0
"""Points between two low parts on one page."""
APART = 4.0
"""Points between a bracket's line and its words."""
MOST_OVERVIEW = 610.0
"""Points the overview may be high: what a page has left under the finding and its lead."""
LARGEST_OVERVIEW = 0.45
WORDS_LINES = 9
"""Lines of the map in words; what is left out stands in the walls' section."""
ON_SCREEN = 11.0
"""Px of the steps' numbers on a page that scrolls."""


def map_section(matter: Matter) -> Section | None:
    """None without steps."""
    if not matter.journey.steps:
        return None
    t = matter.t
    parts = [] if matter.on_screen else map_parts(matter)
    drawn = len(matter.columns) <= MOST_COLUMNS
    blocks: list[Block] = [
        words(_lead(matter, drawn), LEAD, t.language, widest=span(8)),
        *(_whole(matter) if matter.on_screen else _overview(matter, parts)),
        *_key_rows(matter),
        *_words(matter),
    ]
    if parts:
        blocks.append(NewPage(landscape=True))
    blocks += [MapPart(matter, part, parts, anchor=_anchor(part), before=BELOW) for part in parts]
    return Section(t.context("section", "Map"), _finding(matter), blocks, "map")


def _words(matter: Matter) -> list[Block]:
    """The map in words: its road always, then as many walls as a short paragraph holds."""
    t = matter.t
    said_: list[str] = []
    for sentence in _in_words(matter):
        longer = [Span(" ".join([*said_, sentence]), LEAD)]
        if said_ and len(lay(longer, span(8.5), t.language)) > WORDS_LINES:
            break
        said_.append(sentence)
    if not said_:
        return []
    text = words(" ".join(said_), LEAD, t.language, widest=span(8.5))
    return [subhead(t("The map in words"), t.language), text]


def _overview(matter: Matter, parts: Sequence[paging.Section]) -> list[Block]:
    """The whole map, where a page can show it."""
    if len(matter.columns) > MOST_COLUMNS:
        return []
    journey = drawn_journey(matter.journey)
    picture = paging.overview(journey, matter.findings, matter.t, TEXT_WIDTH)
    return [Overview(matter, picture, parts, before=8)]


def _anchor(part: paging.Section) -> str:
    return f"map:{part.part}"


def _finding(matter: Matter) -> str:
    """How many walls, and where they all stand if they do."""
    t = matter.t
    certain = [mark for mark in matter.marks if mark.certain]
    if not certain:
        return t(
            "{steps} through {lanes}",
            steps=t.plural("{n} step", "{n} steps", len(matter.journey.steps)),
            lanes=t.plural("{n} lane", "{n} lanes", len(matter.lanes)),
        )
    sides = [
        {said.unit_of_step(matter.journey, step) for step in (mark.source, mark.target)} - {""}
        for mark in certain
    ]
    shared = set.intersection(*sides)
    if shared and len(certain) > 1:
        unit = sorted(shared)[0]
        return matter.plural("One wall, at {unit}", "{Count} walls, all at {unit}", len(certain), unit=unit)
    return matter.plural("One wall on the road", "{Count} walls on the road", len(certain))


def _whole(matter: Matter) -> list[Block]:
    """The whole map in one piece, for a screen that scrolls."""
    if len(matter.columns) > MOST_COLUMNS:
        return []
    options = Options(density="normal", title_block=False, ledger=False)
    picture = build(drawn_journey(matter.journey), matter.findings, options, matter.t)
    return [Whole(numbered(picture, matter, ON_SCREEN))]


def _lead(matter: Matter, drawn: bool) -> str:
    t = matter.t
    if drawn and matter.on_screen:
        return t(
            "The map shows each step in the order of time. Every step stands as a table in the appendix."
        )
    if not drawn:
        return t("The map is too long for paper. Every step stands as a table in the appendix.")
    return t(
        "The map shows each step in the order of time. The numbered steps stand in full on the next "
        "pages and as a table in the appendix."
    )


def _in_words(matter: Matter) -> Iterator[str]:
    """The journey in some eighty words: from where to where, past whom, and which walls stand."""
    t = matter.t
    steps = list(matter.step_numbers)
    first, last = (one_line(matter.journey.steps[id].title) for id in (steps[0], steps[-1]))
    if len(steps) > 1 and matter.lane is None:
        yield t("{The_guest} goes from “{first}” to “{last}”.", first=first, last=last, **customer(matter))
    met = [one_line(lane.name) for lane in matter.lanes if lane.kind in ("department", "supplier")]
    if met:
        names = met if len(met) <= 6 else [*met[:5], t.plural("{n} more", "{n} more", len(met) - 5)]
        yield t("On the way stand {units}.", units=t.listed(names))
    for mark in [mark for mark in matter.marks if mark.certain][:3]:
        sentence = said.wall_sentence(first_reason(mark), matter.journey, t)
        yield t("Wall {name}: {sentence}", name=matter.mark_name(mark), sentence=sentence)


@dataclass(slots=True, eq=False)
class Whole(Block):
    """The map as it is, at its own size."""

    picture: Picture

    def height(self, width: float) -> float:
        return self.picture.height

    def draw(self, sheet: Sheet, x: float, y: float, width: float) -> None:
        with sheet.figure(self.picture.title, x, y, self.picture.width, self.picture.height):
            sheet.picture(self.picture, x, y, 1)


@dataclass(slots=True, eq=False)
class Overview(Block):
    """The whole map with brackets that say on which page each part can be read."""

    matter: Matter
    whole: Picture
    parts: Sequence[paging.Section]

    def _scale(self, width: float) -> float:
        return min(width / self.whole.width, MOST_OVERVIEW / self.whole.height, LARGEST_OVERVIEW)

    def _brackets(self) -> list[paging.Section]:
        """One a window of columns: parts cut between lanes share theirs."""
        return list({part.first: part for part in reversed(self.parts)}.values())[::-1]

    def height(self, width: float) -> float:
        rows = min(len(self._brackets()), 2)
        return self.whole.height * self._scale(width) + rows * BRACKET + 6

    def draw(self, sheet: Sheet, x: float, y: float, width: float) -> None:
        scale = self._scale(width)
        tall = self.whole.height * scale
        with sheet.figure(self.whole.title or self.matter.title, x, y, self.whole.width * scale, tall):
            sheet.picture(self.whole, x, y, scale)
        bands = dict(self.whole.column_bands)
        brackets = self._brackets()
        for number, part in enumerate(brackets):
            if part.first in bands and part.last in bands:
                left, right = bands[part.first].x * scale, bands[part.last].right * scale
                row = number % 2 if len(brackets) > 1 else 0
                self._draw_bracket(sheet, part, x + left, x + right, y + tall + 9 + row * BRACKET)

    def _draw_bracket(self, sheet: Sheet, part: paging.Section, left: float, right: float, y: float) -> None:
        t = self.matter.t
        page = sheet.page_number(_anchor(part))
        text = t("Read on page\u00a0{n}", n=t.number(page or 0))
        if width_of(text, NOTE) + 20 > right - left:
            text = t.number(page or 0)
        wide = width_of(text, NOTE) + 2 * APART
        with sheet.inside(None):
            for end in (left, right):
                sheet.rule(end, y - 4, end, y + 4, 0.8, RULE)
            if wide < right - left:
                middle = (left + right) / 2
                sheet.rule(left, y, middle - wide / 2, y, 0.8, RULE)
                sheet.rule(middle + wide / 2, y, right, y, 0.8, RULE)
            else:
                sheet.rule(left, y, right, y, 0.8, RULE)
        if page is not None and wide < right - left:
            end = (left + right) / 2 + wide / 2 - APART
            sheet.linked(end, y + 3, text, NOTE, _anchor(part), t("to page {n}", n=t.number(page)))


@dataclass(slots=True, eq=False)
class MapPart(Block):
    """One part of the map, on a landscape page of its own unless it is low; what its neighbours show
    as well stands in dashed frames."""

    matter: Matter
    part: paging.Section
    parts: Sequence[paging.Section]

    def height(self, width: float) -> float:
        return LINE + self.part.picture.height * scale_of(self.part.picture)

    def draw(self, sheet: Sheet, x: float, y: float, width: float) -> None:
        picture = self.part.picture
        self._draw_line(sheet, x, y, width)
        y += LINE
        scale = scale_of(picture)
        with sheet.figure(self.part.alt, x, y, picture.width * scale, picture.height * scale):
            sheet.picture(picture, x, y, scale)
            self._draw_shared(sheet, x, y, scale)
            for text in numbers(picture, self.matter, STEP_NUMBER.size / scale):
                sheet.text(x + text.x * scale, y + text.y * scale, text.text, STEP_NUMBER, halo=1.4)

    def _draw_shared(self, sheet: Sheet, x: float, y: float, scale: float) -> None:
        """What the neighbours show too: ends in ink, sides light and never through words."""
        tall = self.part.picture.height * scale
        with sheet.inside(None):
            for box in self.part.shared:
                if box is not None:
                    left, right = x + box.x * scale, x + box.right * scale
                    for level in (y, y + tall):
                        sheet.rule(left, level, right, level, 0.9, INK, (3, 3))
                    for place in (box.x, box.right):
                        for start, end in free(self.part.picture, place):
                            side = x + place * scale
                            sheet.rule(side, y + start * scale, side, y + end * scale, 0.5, RULE, (3, 3))

    def _draw_line(self, sheet: Sheet, x: float, y: float, width: float) -> None:
        t = self.matter.t
        base = y + NOTE.ascent
        said_ = t("Part {n} of {all}: {first} to {last}", n=t.number(self.part.part),
                  all=t.number(self.part.parts), first=self._title(0), last=self._title(-1))  # fmt: skip
        notes = list(self._neighbours(sheet)) if any(self.part.shared) else []
        room = width - sum(width_of(text, NOTE) + 10 for text, _, _ in notes)
        with sheet.element("P"):
            sheet.text(x, base, shortened(said_, NOTE.bold().in_color(INK), room), NOTE.bold().in_color(INK))
        right = x + width
        with sheet.element("P"):
            for text, anchor, says in reversed(notes):
                sheet.linked(right, base, text, NOTE, anchor, says)
                right -= width_of(text, NOTE) + 10

    def _title(self, which: int) -> str:
        steps = self.part.steps
        return self.matter.step_name(steps[which]) if steps else ""

    def _neighbours(self, sheet: Sheet) -> Iterator[tuple[str, str, str]]:
        """What the dashed frames are, with where else it stands."""
        t = self.matter.t
        here = sheet.page_number(_anchor(self.part))
        for other in neighbours(self.part, self.parts):
            page = sheet.page_number(_anchor(other)) if other is not None else None
            if other is not None and page not in (None, here):
                text = (
                    t("Left frame: also on page\u00a0{n}", n=t.number(page))
                    if other.first < self.part.first
                    else t("Right frame: also on page\u00a0{n}", n=t.number(page))
                )
                yield text, _anchor(other), t("to page {n}", n=t.number(page))


def _key_rows(matter: Matter) -> Iterator[Block]:
    """Up to six key figures, three a row."""
    figures = list(_key_figures(matter))[:6]
    for at in range(0, len(figures), 3):
        yield KeyRow(figures[at : at + 3], matter.t.language, before=16)


def _key_figures(matter: Matter) -> Iterator[tuple[str, str]]:
    t, figures = matter.t, matter.findings.figures
    lanes = t.plural("step in {lanes}", "steps in {lanes}", figures.steps,
                     lanes=t.plural("{n} lane", "{n} lanes", figures.lanes))  # fmt: skip
    yield t.number(figures.steps), lanes
    if figures.expected_handoffs is not None and figures.minimum_handoffs is not None:
        expected, least = figures.expected_handoffs, figures.minimum_handoffs
        label = t("hand-offs a journey, {least} is enough", least=t.number(least))
        if expected <= least:
            label = t("hand-offs a journey")
        yield t.number(expected, 2), label
    if matter.lane is not None:
        return
    certain = sum(1 for mark in matter.marks if mark.certain)
    more = len(matter.marks) - certain
    walls = t.plural("wall", "walls", certain)
    if more:
        walls = t.plural("walls, {n} more suspected", "walls, {n} more suspected", more)
    yield t.number(certain), walls
    if figures.hours_at_walls is not None and matter.has_volume and matter.total:
        yield t.percent(figures.hours_at_walls / matter.total), t("of the hours lie at walls")
    yield t.number(figures.critical_moments), t.plural("critical moment", "critical moments",
                                                       figures.critical_moments)  # fmt: skip
    if figures.requirement_coverage is not None:
        yield t.percent(figures.requirement_coverage), t("of the links behind them carry a requirement")
