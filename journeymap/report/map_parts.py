"""The parts of the map as the report shows them: as large as they can be on a landscape page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import msgspec

from journeymap.model.journey import Journey
from journeymap.model.reading import is_customer_lane
from journeymap.model.records import Lane, Link, Note, Promise, Stage, Step, Wall
from journeymap.picture import paging
from journeymap.picture.build import build
from journeymap.picture.options import Options
from journeymap.picture.prims import Box, Picture
from journeymap.report.matter import Matter
from journeymap.report.palette import A4, MARGIN, TOP, bottom

COLUMNS = 5
LANES = (8, 6, 4)
"""Lanes in a part: fewer where the steps' words would be too small otherwise."""
ROOM = (A4[1] - 2 * MARGIN, bottom(A4[0]) - TOP - 27)
"""Points that a part may be wide and high on its page."""
LARGEST = 0.75
"""Points a px: a part is never drawn larger, however small it is."""
READABLE, LEAST = 9 / 14, 8 / 14
"""Points a px at which a step's words are 9 and 8 points high."""
WIDEST = ROOM[0] / LEAST
"""Px that a part may grow to for the words of its walls."""
DRAWN = 200
"""Letters of a name that the map is asked to draw."""
MOST_COLUMNS = 400
"""A longer map would be a book of its own: its steps stand in the tables."""
LONG = 48
"""Above so many columns the parts are taken as they come: drawing them twice would cost too much."""


def drawn_journey(journey: Journey) -> Journey:
    """The journey as the map draws it: names of hundreds of letters cut, whole in the tables."""
    tables = dict(journey.tables)
    for kind, field in (
        (Step, "title"), (Lane, "name"), (Stage, "name"), (Link, "label"),
        (Wall, "excuse"), (Promise, "text"), (Note, "text"),
    ):  # fmt: skip
        records = journey.of(kind)
        long = {
            id: msgspec.structs.replace(record, **{field: getattr(record, field)[:DRAWN] + "…"})
            for id, record in records.items()
            if len(getattr(record, field) or "") > DRAWN
        }
        if long:
            tables[kind] = {**records, **long}
    return replace(journey, tables=tables)


def map_parts(matter: Matter) -> Sequence[paging.Section]:
    """Parts in reading order; lanes without a step in a part are a mere name line there."""
    if len(matter.columns) > MOST_COLUMNS:
        return []
    journey = drawn_journey(matter.journey)
    parts: Sequence[paging.Section] = []
    for lanes in LANES:
        cut = paging.sections(journey, matter.findings, matter.t, columns=COLUMNS, lanes=lanes, widest=WIDEST)
        parts = _worth(matter, cut)
        if len(matter.columns) > LONG:
            return parts
        parts = [_lower(matter, journey, part, parts) for part in parts]
        if all(scale_of(part.picture) >= LEAST for part in parts):
            break
    return parts


def scale_of(picture: Picture) -> float:
    """Points a px: as large as the page allows."""
    return min(ROOM[0] / picture.width, ROOM[1] / picture.height, LARGEST)


def _worth(matter: Matter, parts: Sequence[paging.Section]) -> list[paging.Section]:
    """Without the parts of many lanes in which only the repeated customer lanes have steps."""
    kept: list[paging.Section] = []
    for part in parts:
        owners = {matter.journey.steps[id].lane for id in part.steps}
        provides = any(not is_customer_lane(matter.journey.lanes[lane]) for lane in owners)
        shown = any(other.first == part.first for other in kept)
        if provides or not (shown or _is_shown_later(matter, part, parts)):
            kept.append(part)
    return [
        replace(part, part=number, parts=len(kept), alt=_renumbered(matter, part, number, len(kept)))
        for number, part in enumerate(kept, 1)
    ]


def _is_shown_later(matter: Matter, part: paging.Section, parts: Sequence[paging.Section]) -> bool:
    """Whether another part of the same columns has a step of a provider."""
    return any(
        other.first == part.first
        and any(
            not is_customer_lane(matter.journey.lanes[matter.journey.steps[id].lane]) for id in other.steps
        )
        for other in parts
    )


def _renumbered(matter: Matter, part: paging.Section, number: int, count: int) -> str:
    """The part's sentence, its first words saying which part it is among those kept."""
    if (number, count) == (part.part, part.parts):
        return part.alt
    said = matter.t("Map, part {n} of {all}.", n=number, all=count)
    return f"{said} {part.alt.partition('. ')[2]}".strip()


def _lower(
    matter: Matter, journey: Journey, part: paging.Section, parts: Sequence[paging.Section]
) -> paging.Section:
    options = Options(
        density="normal", title_block=False, ledger=False, legend=False,
        columns=(part.first, part.last), lanes=frozenset(part.lanes), collapse=True, widest=WIDEST,
    )  # fmt: skip
    picture = build(journey, matter.findings, options, matter.t)
    if scale_of(picture) < READABLE:  # the curve gives way: it stands whole among the charts
        bare = build(journey, matter.findings, replace(options, curve=False), matter.t)
        picture = bare if scale_of(bare) > scale_of(picture) else picture
    before = [other for other in parts if other.lanes == part.lanes and other.part == part.part - 1]
    after = [other for other in parts if other.lanes == part.lanes and other.part == part.part + 1]
    shared = (_around(picture, part, before), _around(picture, part, after))
    return replace(part, picture=picture, shared=shared)


def _around(picture: Picture, part: paging.Section, others: Sequence[paging.Section]) -> Box | None:
    """The columns that the part shares with its neighbour, in its own picture."""
    if not others:
        return None
    low, high = max(part.first, others[0].first), min(part.last, others[0].last)
    bands = [box for column, box in picture.column_bands if low <= column <= high]
    if not bands:
        return None
    return Box(bands[0].x, bands[0].y, bands[-1].right - bands[0].x, bands[0].h)
