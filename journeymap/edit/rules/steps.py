"""Where steps and what stands at them may go."""

from __future__ import annotations

from collections.abc import Sequence

from journeymap.edit import columns
from journeymap.edit.roads import kind_of
from journeymap.edit.rules.links import FROM_STAFF
from journeymap.edit.rules.verdict import YES, Verdict, no
from journeymap.edit.texts import one_line, seen
from journeymap.i18n.catalogue import N_
from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.model.reading import column_of, is_customer_lane


def may_name(text: str) -> Verdict:
    """Whether the text can be the title of a step or the name of a lane or stage: somebody can see it."""
    return YES if seen(one_line(text)) else no(N_("A name needs at least one character."))


def may_move_steps(
    journey: Journey, ids: Sequence[Id], *, lane: Id | None = None, column: float | None = None
) -> Verdict:
    """Whether these steps may go so that the first lands there; its own place says nothing."""
    steps = [journey.steps[id] for id in ids if id in journey.steps]
    if not steps or len(steps) < len(ids):
        return no(N_("This step is no longer on the map."))
    if lane is not None and lane not in journey.lanes:
        return no(N_("A step belongs in a lane."))
    if lane in (None, steps[0].lane) and column in (None, column_of(steps[0])):
        return no()
    if lane is not None and is_customer_lane(journey.lanes[lane]) and _sends_orders(journey, set(ids)):
        return no(N_("Orders and status messages come from those who work, not from the customer."))
    return YES


def may_open_column(journey: Journey, ids: Sequence[Id]) -> Verdict:
    """Whether these steps can get a moment of their own: somebody else shares theirs."""
    chosen = {column_of(journey.steps[id]) for id in ids if id in journey.steps}
    shared = (column_of(step) in chosen for id, step in journey.steps.items() if id not in ids)
    return YES if any(shared) else no(N_("These steps have their moment to themselves already."))


def may_close_column(journey: Journey, column: float) -> Verdict:
    """Whether the column's steps can join the moment before."""
    used = columns.in_use(journey)
    if column not in used:
        return no()
    return YES if column > used[0] else no(N_("Nothing comes before this moment."))


def may_move_friction(journey: Journey, friction: Id, at: Id) -> Verdict:
    """Whether the friction may sit there; its own place says nothing."""
    if friction not in journey.frictions:
        return no(N_("This friction is no longer on the map."))
    if at == journey.frictions[friction].at:
        return no()
    if at not in journey.steps and at not in journey.links:
        return no(N_("A friction belongs to a step or to a hand-off."))
    return YES


def may_slide_wall(on_its_border: bool) -> Verdict:
    """A wall mark slides along its own border and nowhere else."""
    return YES if on_its_border else no(N_("The wall belongs to its hand-off and follows it."))


def _sends_orders(journey: Journey, ids: set[Id]) -> bool:
    return any(link.source in ids and kind_of(link) in FROM_STAFF for link in journey.links.values())
