"""Where the writing stands: on what was chosen; after undo and redo where the edit was."""

from __future__ import annotations

from dataclasses import replace

from journeymap.edit.document import Edited
from journeymap.edit.line_writer import WritingPosition, position_at
from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.model.reading import column_of, is_customer_lane
from journeymap.model.records import Friction, Lane, Link, Record, Step
from journeymap.ui.desk import Desk
from journeymap.ui.details.wall import mark_of
from journeymap.ui.lists.walls import mark_id


def step_after(news: Edited) -> Id | None:
    """The step the edit was about, or the one before it where it is gone; None where no step was touched."""
    steps = news.after.steps
    touched = [_step_of(record) for _, record in news.change.entries.values()]
    there = [steps[id] for id in touched if id is not None and id in steps]
    came = [step for step in there if step.id not in news.before.steps]
    roads = (old.source for old, now in news.change.entries.values() if isinstance(old, Link) and now is None)
    before = [steps[id] for id in roads if id in steps]
    for found in (came, before, there):
        if found:
            return max(found, key=lambda step: (column_of(step), step.id)).id
    return _last_left(news)


def _step_of(record: Record | None) -> Id | None:
    if isinstance(record, Step):
        return record.id
    return record.at if isinstance(record, Friction) else None


def _last_left(news: Edited) -> Id | None:
    """A step went that nothing led to: the last one there is."""
    return end_of_road(news.after) if set(news.before.steps) - set(news.after.steps) else None


def end_of_road(journey: Journey) -> Id | None:
    """The last step that no road leads on from, a customer's own before others; None of an empty map."""
    onward = {link.source for link in journey.links.values()}

    def place(step: Step) -> tuple[bool, bool, float, Id]:
        lane = journey.lanes.get(step.lane) if step.lane is not None else None
        own = lane is not None and is_customer_lane(lane)
        return step.id not in onward, own, column_of(step), step.id

    return max(journey.steps.values(), key=place).id if journey.steps else None


def position_on(desk: Desk, id: str | None, before: WritingPosition) -> WritingPosition | None:
    """Where somebody stands who has chosen this; None: the writing stays where it was.

    On a link, a friction or a wall the signs speak of that; the road goes on from where it stands.
    """
    journey = desk.journey
    record = journey.get(Id(id)) if id else None
    about = None
    if isinstance(record, Friction | Link):
        about = record.id
        record = journey.get(record.source if isinstance(record, Link) else record.at)
    if isinstance(record, Link):  # a friction that sits on a link
        record = journey.get(record.source)
    if isinstance(record, Step):
        return replace(position_at(journey, record.id), stage=before.stage, about=about)
    if isinstance(record, Lane):
        return replace(before, lane=record.id, about=None)
    mark = mark_of(desk, id) if id else None
    return None if mark is None else replace(before, about=mark_id(mark))
