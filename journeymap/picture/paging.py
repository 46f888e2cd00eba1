"""A wide map on pages: an overview of the whole, and sections large enough to read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from journeymap.analysis.findings import Findings
from journeymap.analysis.words.walls import wall_number
from journeymap.i18n.catalogue import Catalogue
from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.model.reading import (
    column_of,
    column_ranks,
    is_customer_lane,
    lanes_in_order,
    stage_of_steps,
    steps_in_order,
)
from journeymap.model.records import Lane
from journeymap.picture.build import build
from journeymap.picture.memo import Memo
from journeymap.picture.options import Density, Options
from journeymap.picture.overview import overview_picture
from journeymap.picture.prims import Box, Picture

OVERLAP = 1
"""Columns that two neighbouring sections both show, so that nothing falls between them."""
AMID = 0.5
"""What a cut inside a stage costs, in pages."""
WHITE = 0.5
"""What a page costs, beside itself, for the square of the share of its columns left white."""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the map as a picture of its own.

    `first` and `last` are columns as written in the file; `steps` in reading order. `shared` are the
    boxes, in the picture, of what the sections before and after show as well (None: nothing).
    """

    picture: Picture
    part: int
    parts: int
    first: float
    last: float
    lanes: tuple[Id, ...]
    steps: tuple[Id, ...]
    shared: tuple[Box | None, Box | None]
    alt: str


def overview(journey: Journey, findings: Findings, t: Catalogue, width: float) -> Picture:
    """The whole map for a page, to be drawn `width / picture.width` times its size.

    Boxes carry the steps' numbers in reading order; the least type is 8.4 of the caller's units, and
    where a number does not fit, the box stays empty. `column_bands` tell where brackets belong.
    """
    return overview_picture(journey, findings, t, width)


def sections(
    journey: Journey,
    findings: Findings,
    t: Catalogue,
    *,
    columns: int = 8,
    lanes: int = 8,
    density: Density = "normal",
    widest: float | None = None,
    collapse: bool = False,
) -> tuple[Section, ...]:
    """The map in parts of at most so many columns and lanes, cut at the ends of stages where it can be.

    The customer's lanes are repeated where a map is cut between lanes. With `collapse` a lane without
    a step in a part is a mere name line there, and left out where the map has more lanes than a part
    may. No steps: no sections.
    """
    values = sorted(column_ranks(journey))
    windows = _windows(journey, values, columns)
    plan = _planned(journey, [(values[a], values[b]) for a, b in windows], lanes, collapse)
    memo = Memo()
    found = []
    for index, (group, (first, last)) in enumerate(plan):
        options = Options(
            density=density, title_block=False, ledger=False, legend=False,
            columns=(first, last), lanes=group, collapse=collapse, widest=widest,
        )  # fmt: skip
        picture = build(journey, findings, options, t, memo)
        steps = _steps(journey, first, last, group)
        alt = _alt(journey, findings, t, steps, index + 1, len(plan))
        ordered = tuple(lane.id for lane in lanes_in_order(journey) if group is None or lane.id in group)
        shared = _shared(picture, windows, (values.index(first), values.index(last)))
        found.append(Section(picture, index + 1, len(plan), first, last, ordered, steps, shared, alt))
    return tuple(found)


def _windows(journey: Journey, values: Sequence[float], most: int) -> list[tuple[int, int]]:
    """(first, last) ranks of each section; each begins with the last column of the one before.

    Of all ways to cut, the one that costs least: pages, cuts inside a stage, white columns.
    """
    ends = set(_stage_ends(journey, values))
    cheapest: dict[int, tuple[float, tuple[tuple[int, int], ...]]] = {}
    for last in range(len(values)):
        cut = 0.0 if last in ends or last == len(values) - 1 else AMID
        ways = []
        for start in range(max(0, last + 1 - most), last + 1):
            before = (0.0, ()) if start == 0 else cheapest.get(start - 1 + OVERLAP)
            if before is not None and (start == 0 or start + OVERLAP <= last):
                white = WHITE * (1 - (last + 1 - start) / most) ** 2
                ways.append((before[0] + 1 + cut + white, (*before[1], (start, last))))
        cheapest[last] = min(ways)
    return list(cheapest[len(values) - 1][1]) if values else []


def _stage_ends(journey: Journey, values: Sequence[float]) -> list[int]:
    """Ranks of columns with which a stage ends."""
    stage_of = stage_of_steps(journey)
    of_column: dict[float, Id | None] = {}
    for step in steps_in_order(journey):
        of_column.setdefault(column_of(step), stage_of.get(step.id))
    stages = [of_column[value] for value in values]
    return [rank for rank in range(len(stages) - 1) if stages[rank] != stages[rank + 1]]


def _planned(
    journey: Journey, windows: Sequence[tuple[float, float]], most: int, collapse: bool
) -> list[tuple[frozenset[Id] | None, tuple[float, float]]]:
    """Lanes (None: all) and columns of each section, in reading order."""
    lanes = lanes_in_order(journey)
    if len(lanes) <= most:
        return [(None, window) for window in windows]
    if not collapse:
        return [(group, window) for group in _lane_groups(lanes, most) for window in windows]
    plan: list[tuple[frozenset[Id] | None, tuple[float, float]]] = []
    for first, last in windows:
        met = {journey.steps[id].lane for id in _steps(journey, first, last, None)}
        here = [lane for lane in lanes if lane.id in met or is_customer_lane(lane)]
        plan += [(group, (first, last)) for group in _lane_groups(here, most)]
    return plan


def _lane_groups(lanes: Sequence[Lane], most: int) -> list[frozenset[Id]]:
    """Groups of at most so many lanes, each with the customer's."""
    customers = [lane.id for lane in lanes if is_customer_lane(lane)]
    others = [lane.id for lane in lanes if not is_customer_lane(lane)]
    room = max(1, most - len(customers))
    return [frozenset([*customers, *others[at : at + room]]) for at in range(0, max(1, len(others)), room)]


def _steps(journey: Journey, first: float, last: float, group: frozenset[Id] | None) -> tuple[Id, ...]:
    return tuple(
        step.id
        for step in steps_in_order(journey)
        if first <= column_of(step) <= last and (group is None or step.lane in group)
    )


def _shared(
    picture: Picture, windows: Sequence[tuple[int, int]], window: tuple[int, int]
) -> tuple[Box | None, Box | None]:
    """Where the neighbours' columns lie in this picture."""
    index = windows.index(window)
    bands = [box for _, box in picture.column_bands]
    before = windows[index - 1][1] - window[0] + 1 if index else 0
    after = window[1] - windows[index + 1][0] + 1 if index + 1 < len(windows) else 0
    left = _around(bands[:before]) if before > 0 and bands else None
    right = _around(bands[-after:]) if after > 0 and bands else None
    return (left, right)


def _around(bands: Sequence[Box]) -> Box:
    first, last = bands[0], bands[-1]
    return Box(first.x, first.y, last.right - first.x, first.h)


def _alt(
    journey: Journey, findings: Findings, t: Catalogue, steps: Sequence[Id], part: int, parts: int
) -> str:
    """ "Map, part 1 of 2. From {first} via {…} to {last}; walls M3, M1." (REPORT-DESIGN 13)"""
    here = frozenset(steps)
    customers = [id for id in steps if is_customer_lane(journey.lanes[journey.steps[id].lane])]
    road = customers or list(steps)
    titles = [journey.steps[id].title for id in road]
    sentences = [t("Map, part {n} of {m}.", n=part, m=parts)]
    if len(titles) > 2:
        via = t.listed(titles[1:-1])
        sentences.append(t("From {a} via {via} to {b}.", a=titles[0], via=via, b=titles[-1]))
    elif len(titles) == 2:
        sentences.append(t("From {a} to {b}.", a=titles[0], b=titles[1]))
    elif titles:
        sentences.append(f"{titles[0]}.")
    walls = [wall_number(mark.number, t) for mark in findings.marks if {mark.source, mark.target} & here]
    if walls:
        sentences.append(t("Walls: {walls}.", walls=t.listed(walls)))
    return " ".join(sentences)


def room(
    journey: Journey,
    findings: Findings,
    t: Catalogue,
    stage: Id,
    *,
    columns: int = 6,
    memo: Memo | None = None,
) -> Picture:
    """One stage for a projector, at most so many columns; lanes without a step are a name line."""
    stage_of = stage_of_steps(journey)
    values = sorted({column_of(step) for step in journey.steps.values() if stage_of.get(step.id) == stage})
    shown = values[:columns] or [0.0]
    options = Options(density="room", columns=(shown[0], shown[-1]), collapse=True)
    bare = replace(options, title_block=False, ledger=False, legend=False, curve=False, notes=False)
    return build(journey, findings, bare, t, memo)
