"""Where the writing stands after an edit was taken back or done again: where the edit was."""

from __future__ import annotations

from journeymap.edit.document import Edited
from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.model.reading import column_of, is_customer_lane
from journeymap.model.records import Friction, Link, Record, Step


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
