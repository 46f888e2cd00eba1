"""The journey strip: where on the journey the five frictions and the walls lie (REPORT-DESIGN 6)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from journeymap.analysis.findings import RankedFriction
from journeymap.model.ids import Id
from journeymap.model.reading import column_of, column_ranks, stage_of_steps
from journeymap.picture.prims import Box
from journeymap.report import signs
from journeymap.report.block import Drawing
from journeymap.report.curve import bends, height_at
from journeymap.report.lines import shortened, width_of
from journeymap.report.matter import Matter, first_reason, one_line
from journeymap.report.palette import HAIR, INK, RULE, WAIT, WHITE
from journeymap.report.sheet import Sheet
from journeymap.report.typefaces import NOTE, WALL_NUMBER

STAGE_LINE = 14.0
WALL_LINE = 14.0
NEAR = 15.5
FLAT = 54.0
"""Points for a strip without a curve."""
MANY = 60
"""Above so many columns the strip goes by stage, not by column."""

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Strip:
    """The journey flattened to one line: everything by column from the left, 0 first."""

    columns: int
    stages: Sequence[tuple[str, int]]
    expected: Sequence[tuple[int, float]]
    experienced: Sequence[tuple[int, float]]
    frictions: Sequence[tuple[int, RankedFriction]]
    walls: Sequence[tuple[int, str]]


def strip_of(matter: Matter) -> Strip:
    """What the strip of this journey shows: the five worst frictions and the walls that stand."""
    at = columns_of(matter)
    return Strip(
        columns=max(at.values(), default=-1) + 1,
        stages=_stages(matter, at),
        expected=_values(matter, at, "expectation"),
        experienced=_values(matter, at, "experience"),
        frictions=[
            (at[place.id], one)
            for one in matter.findings.ranked[:5]
            if (place := matter.place_of(matter.friction(one.id))) is not None
        ],
        walls=_walls(matter, at),
    )


def columns_of(matter: Matter) -> Mapping[Id, int]:
    """Step → its column from the left; on a very long journey its stage."""
    ranks = column_ranks(matter.journey)
    steps = matter.journey.steps.values()
    if len(ranks) <= MANY:
        return {step.id: ranks[column_of(step)] for step in steps}
    stages = stage_of_steps(matter.journey)
    order = list(dict.fromkeys(stages.get(id) for id in matter.step_numbers))
    return {step.id: order.index(stages.get(step.id)) for step in steps}


def _stages(matter: Matter, at: Mapping[Id, int]) -> list[tuple[str, int]]:
    """Each run of a stage with the column it begins in."""
    belongs = stage_of_steps(matter.journey)
    runs: list[tuple[Id | None, int]] = []
    for step in sorted(at, key=lambda id: (at[id], matter.step_numbers[id])):
        stage = belongs.get(step)
        if not runs or runs[-1][0] != stage:
            if runs and runs[-1][1] == at[step]:
                continue
            runs.append((stage, at[step]))
    named = matter.journey.stages
    return [(one_line(named[stage].name) if stage else "", column) for stage, column in runs]


def _values(matter: Matter, at: Mapping[Id, int], field: str) -> list[tuple[int, float]]:
    """The middle of what the steps of each column say, left out where none does; one alone is no line."""
    said: dict[int, list[float]] = {}
    for step in matter.journey.steps.values():
        value = getattr(step, field)
        if value is not None:
            said.setdefault(at[step.id], []).append(max(-3.0, min(3.0, float(value))))
    middles = [(column, sum(values) / len(values)) for column, values in sorted(said.items())]
    return middles if len(middles) > 1 else []


def _walls(matter: Matter, at: Mapping[Id, int]) -> list[tuple[int, str]]:
    found = []
    for mark in matter.marks:
        reason = first_reason(mark)
        ends = [mark.target, mark.source, reason.target, reason.source, *reason.steps]
        place = next((at[id] for id in ends if id is not None and id in at), None)
        if mark.certain and place is not None:
            found.append((place, matter.mark_name(mark)))
    return sorted(found, key=lambda one: one[0])


ASIDE = 60.0
"""Points that the name of a narrow last stage may begin before it."""


class Painter:
    """Draws a strip into an area of the sheet."""

    def __init__(self, strip: Strip, sheet: Sheet, x: float, y: float, width: float, height: float) -> None:
        self._strip, self._sheet = strip, sheet
        self._x, self._y, self._width, self._height = x, y, width, height
        self._top = y + STAGE_LINE + 6
        self._floor = y + height - (WALL_LINE if strip.walls else 4)

    @property
    def experienced(self) -> list[Point]:
        """The points of the solid line."""
        return self._points(self._strip.experienced)

    @property
    def expected(self) -> list[Point]:
        """The points of the dashed line."""
        return self._points(self._strip.expected)

    @property
    def stage_edges(self) -> list[float]:
        """Where one stage ends and the next begins."""
        one = self._width / max(self._strip.columns, 1)
        return [self._x + column * one for _, column in self._strip.stages[1:]]

    def x_of(self, column: float) -> float:
        """The middle of a column."""
        return self._x + (column + 0.5) * self._width / max(self._strip.columns, 1)

    def _level(self, value: float) -> float:
        low = self._floor - 10
        return self._top + (3 - value) / 6 * (low - self._top)

    def draw(self) -> None:
        """Stages, curves, walls, and on top of them the frictions."""
        self._stages()
        sheet, zero = self._sheet, self._level(0)
        sheet.rule(self._x, zero, self._x + self._width, zero, 0.5, HAIR)
        line = self._points(self._strip.experienced)
        if self._strip.expected and line:
            self._curve(self._points(self._strip.expected), WAIT, 1, (3, 2))
        if line:
            self._curve(line, INK, 1.6, ())
        else:
            line = self._dots(zero)
        self._walls()
        self._frictions(line)

    def _points(self, values: Sequence[tuple[int, float]]) -> list[Point]:
        return [(self.x_of(column), self._level(value)) for column, value in values]

    def _curve(self, points: list[Point], color: str, width: float, dash: Sequence[float]) -> None:
        if len(points) == 1:
            self._sheet.circle(*points[0], 1.5, color)
            return
        self._sheet.curve(points[0], bends(points), color, width, dash)

    def _dots(self, level: float) -> list[Point]:
        """No experience is stated: a level line with a dot a column, nothing that looks measured."""
        self._sheet.rule(self.x_of(0), level, self.x_of(self._strip.columns - 1), level, 0.5, RULE)
        points = [(self.x_of(column), level) for column in range(self._strip.columns)]
        for point in points:
            self._sheet.circle(*point, 1.2, RULE)
        return points

    def _stages(self) -> None:
        """Names at the head of their stages, one that does not fit there on a second line."""
        names = list(self._stage_names(2))
        if any(self._meets_a_line(box) for _, box in names):
            names = list(self._stage_names(1))
        for name, box in names:
            self._sheet.text(box.x + 2, box.y + NOTE.ascent, name, NOTE)
        for edge in self.stage_edges:
            below = [box.bottom for _, box in names if box.x < edge < box.right]
            self._sheet.rule(edge, max([self._y + 2, *below]), edge, self._floor, 0.5, RULE)

    def _stage_names(self, stages: int) -> Iterator[tuple[str, Box]]:
        """Each name with its place, cut where it would go on over more than so many stages."""
        end = self._x + self._width
        starts = [self._x, *(edge + 4 for edge in self.stage_edges)]
        ends = [*(start - 8 for start in starts[stages:]), *[end] * stages]
        free = [self._x, self._x]
        for (whole, _), left, right in zip(self._strip.stages, starts, ends, strict=False):
            start = max(min(left, end - width_of(whole, NOTE)), left - ASIDE, self._x)
            name = shortened(whole, NOTE, right - start)
            line = next((line for line in (0, 1) if start >= free[line]), None)
            if line is not None and name.strip("…"):
                wide = width_of(name, NOTE)
                free[line] = start + wide + 4
                yield name, Box(start - 2, self._y + 11 * line, wide + 4, NOTE.leading)

    def _meets_a_line(self, box: Box) -> bool:
        places = [box.x + step * box.w / 8 for step in range(9)]
        lines = [line for line in (self.experienced, self.expected) if line]
        return any(height_at(line, x) < box.bottom for line in lines for x in places)

    def _walls(self) -> None:
        taken = self._x - 100
        level = self._floor + 7
        for column, name in self._strip.walls:
            wide = 18 + 3 + width_of(name, WALL_NUMBER)
            left = max(self.x_of(column) - wide / 2, taken + 7, self._x)
            if left + wide > self._x + self._width:
                break
            signs.bricks(self._sheet, left, level, 18, height=6)
            self._sheet.text(left + 21, level + 3.2, name, WALL_NUMBER)
            taken = left + wide

    def _frictions(self, line: Sequence[Point]) -> None:
        placed = sorted(self._strip.frictions, key=lambda one: (one[0], one[1].rank))
        wanted = [self.x_of(column) for column, _ in placed]
        for (_, one), x in zip(
            placed, spread(wanted, NEAR, self._x + 8, self._x + self._width - 8), strict=True
        ):
            y = height_at(line, x) if line else self._level(0)
            self._sheet.circle(x, y, 7.6, WHITE)
            signs.rank_circle(self._sheet, x, y, one.rank, one.tier == "A", 6.4)


def spread(wanted: Sequence[float], apart: float, low: float, high: float) -> list[float]:
    """Rising places as near the wanted ones as they can be at this distance, within the bounds."""
    placed: list[float] = []
    for place in wanted:
        placed.append(max(place, placed[-1] + apart if placed else low))
    limit = high
    for index in range(len(placed) - 1, -1, -1):
        placed[index] = min(placed[index], limit)
        limit = placed[index] - apart
    return placed


def strip_block(matter: Matter, height: float) -> Drawing | None:
    """The strip as a figure; None for a journey without steps."""
    strip = strip_of(matter)
    if not strip.columns:
        return None
    if not strip.experienced:
        height = min(height, FLAT)

    def paint(sheet: Sheet, x: float, y: float, width: float) -> None:
        Painter(strip, sheet, x, y, width, height).draw()

    return Drawing(height, paint, alt_text(matter, strip))


def alt_text(matter: Matter, strip: Strip) -> str:
    """The strip in words: stages, the lowest point, where frictions and walls lie."""
    t = matter.t
    stages = [name for name, _ in strip.stages if name]
    said = [t("The journey's stages: {stages}.", stages=t.listed(stages))] if stages else []
    if strip.experienced:
        column, value = min(strip.experienced, key=lambda one: one[1])
        step = _step_in(matter, column)
        said.append(t("The experience is lowest at {step}: {value}.", step=step, value=t.number(value, 1)))
    for _, one in strip.frictions:
        place = matter.place_of(matter.friction(one.id))
        where = matter.step_name(place.id if place else None)
        said.append(t("Friction {n} lies at {step}.", n=t.number(one.rank), step=where))
    if strip.walls:
        said.append(t("Walls: {walls}.", walls=t.listed([name for _, name in strip.walls])))
    return " ".join(said) or t("The journey as a line.")


def _step_in(matter: Matter, column: int) -> str:
    at = columns_of(matter)
    return next((matter.step_name(id) for id in matter.step_numbers if at[id] == column), "")


def key_text(matter: Matter, strip: Strip) -> str:
    """The line under the strip that says what its signs mean; only of signs that are there."""
    t = matter.t
    said = []
    if strip.experienced:
        said.append(t("Solid line: experienced."))
        if strip.expected:
            said.append(t("Dashed: expected."))
    if strip.frictions:
        said.append(t("Numbers: the worst frictions."))
    if strip.walls:
        said.append(t("Bricks: walls between units."))
    return " ".join(said)
