"""The parts of the map as the report shows them: as large as they can be on a landscape page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import msgspec

from journeymap.model.journey import Journey
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
"""Above so many columns parts are drawn once, unless nobody could read them: more would cost too much."""


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
    """Parts in reading order; lanes without a step in a part are a mere name line there, or left out."""
    if len(matter.columns) > MOST_COLUMNS:
        return []
    journey = drawn_journey(matter.journey)
    parts: Sequence[paging.Section] = []
    for lanes in LANES:
        cut = paging.sections(
            journey, matter.findings, matter.t,
            columns=COLUMNS, lanes=lanes, widest=WIDEST, collapse=True,
        )  # fmt: skip
        small = READABLE if len(matter.columns) <= LONG else LEAST
        parts = [_lower(matter, journey, part, small) for part in cut]
        if len(matter.columns) > LONG or all(scale_of(part.picture) >= LEAST for part in parts):
            break
    return parts


def scale_of(picture: Picture) -> float:
    """Points a px: as large as the page allows."""
    return min(ROOM[0] / picture.width, ROOM[1] / picture.height, LARGEST)


def neighbours(
    part: paging.Section, parts: Sequence[paging.Section]
) -> tuple[paging.Section | None, paging.Section | None]:
    """The parts before and after that show some of the same steps."""
    steps = frozenset(part.steps)
    near = [other for other in parts if other.first != part.first and not steps.isdisjoint(other.steps)]
    before = [other for other in near if other.first < part.first]
    after = [other for other in near if other.first > part.first]
    return (before[0] if before else None, after[0] if after else None)


def _lower(matter: Matter, journey: Journey, part: paging.Section, small: float) -> paging.Section:
    """Without its curve where its words are `small`: the curve stands whole among the charts."""
    if scale_of(part.picture) >= small:
        return part
    options = Options(
        density="normal", title_block=False, ledger=False, legend=False, curve=False,
        columns=(part.first, part.last), lanes=frozenset(part.lanes), collapse=True, widest=WIDEST,
    )  # fmt: skip
    bare = build(journey, matter.findings, options, matter.t)
    if scale_of(bare) <= scale_of(part.picture):
        return part
    before, after = part.shared
    shared = (_same_columns(before, part.picture, bare), _same_columns(after, part.picture, bare))
    return replace(part, picture=bare, shared=shared)


def _same_columns(box: Box | None, old: Picture, new: Picture) -> Box | None:
    """What a box covers in one picture of these columns, in the other."""
    if box is None:
        return None
    held = {column for column, band in old.column_bands if box.x <= band.x < box.right}
    bands = [band for column, band in new.column_bands if column in held]
    return Box(bands[0].x, bands[0].y, bands[-1].right - bands[0].x, bands[0].h)
