"""Which steps may be joined, and how."""

from __future__ import annotations

from journeymap.edit.roads import between, kind_of
from journeymap.edit.rules.verdict import YES, Verdict, no
from journeymap.i18n.catalogue import N_
from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.model.reading import is_customer_lane
from journeymap.model.records import LinkKind, Step

FROM_STAFF: frozenset[LinkKind] = frozenset({"order", "status"})
"""Kinds of links that only those who work can send."""


def may_link(journey: Journey, source: Id, target: Id, kind: LinkKind = "flow") -> Verdict:
    """Whether two steps may be joined by a new link of this kind."""
    return _may_join(journey, source, target, kind)


def may_reattach(
    journey: Journey, link: Id, *, source: Id | None = None, target: Id | None = None
) -> Verdict:
    """Whether an end of the link may be put at another step; its own place says nothing."""
    record = journey.links.get(link)
    if record is None:
        return no(N_("This link is no longer on the map."))
    ends = (source or record.source, target or record.target)
    if ends == (record.source, record.target):
        return no()
    return _may_join(journey, *ends, kind_of(record), link)


def may_set_link_kind(journey: Journey, link: Id, kind: LinkKind) -> Verdict:
    """Whether the link may be of this kind."""
    record = journey.links.get(link)
    if record is None:
        return no(N_("This link is no longer on the map."))
    return _may_join(journey, record.source, record.target, kind, link)


def comes_from_customer(journey: Journey, step: Step) -> bool:
    """Whether the step lies in a customer lane."""
    lane = journey.lanes.get(step.lane)
    return lane is not None and is_customer_lane(lane)


def _may_join(journey: Journey, source: Id, target: Id, kind: LinkKind, itself: Id | None = None) -> Verdict:
    first, second = journey.steps.get(source), journey.steps.get(target)
    if first is None or second is None:
        return no(N_("This step is no longer on the map."))
    if source == target:
        return no(N_("A step cannot hand over to itself."))
    if kind in FROM_STAFF and comes_from_customer(journey, first):
        return no(N_("Orders and status messages come from those who work, not from the customer."))
    twins = (link for link in between(journey, source, target) if link.id != itself)
    if any(kind_of(link) == kind for link in twins):
        return no(N_("These two steps are already linked."))
    return YES
