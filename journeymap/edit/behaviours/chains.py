"""The road stays whole when steps go: it closes over them, and no link is left hanging."""

from __future__ import annotations

from typing import Any

import msgspec

from journeymap.edit.draft import Draft
from journeymap.edit.roads import is_road, kind_of
from journeymap.model.ids import Id
from journeymap.model.reading import column_of
from journeymap.model.records import Friction, Link, Step

_OF_BOTH = ("carrier", "info", "by_design", "forced", "extra")
"""Facts the joined link keeps where both links said the same; else nobody has said it."""


def close_chains_over_removed_steps(draft: Draft) -> None:
    """A removed step with one way in and one way out leaves the road joined behind it (LINE 3).

    The way in stays, with its share, and leads to where the way out led; what rubs at either stays.
    """
    removed = draft.removed(Step)
    if not removed:
        return
    gone = {step.id for step in removed}
    known = {**draft.before.links, **draft.of(Link)}.values()
    touching = [link for link in known if link.source in gone or link.target in gone]
    links = {link.id: link for link in touching if is_road(link)}
    became: dict[Id, Id] = {}
    for step in sorted(removed, key=lambda step: (column_of(step), step.id)):
        became |= _contract(links, step.id)
    for id in sorted(set(became.values()) & links.keys()):
        _put_joined(draft, links[id])
    for friction in [one for one in draft.of(Friction).values() if one.at in became]:
        draft.set(friction.id, at=_finally(became, friction.at))


def drop_links_without_ends(draft: Draft) -> None:
    """A link goes with either of its steps."""
    if draft.removed(Step):
        steps, links = draft.of(Step), draft.of(Link).values()
        for link in [one for one in links if one.source not in steps or one.target not in steps]:
            draft.remove(link.id)


def _contract(links: dict[Id, Link], step: Id) -> dict[Id, Id]:
    """Join the one way in with the one way out; {way out: way in}, empty where there is more than one."""
    ways_in = [link for link in links.values() if link.target == step]
    ways_out = [link for link in links.values() if link.source == step]
    if len(ways_in) != 1 or len(ways_out) != 1:
        return {}
    way_in, way_out = ways_in[0], ways_out[0]
    del links[way_out.id]
    links[way_in.id] = _joined(way_in, way_out)
    return {way_out.id: way_in.id}


def _finally(became: dict[Id, Id], link: Id) -> Id:
    while link in became:
        link = became[link]
    return link


def _joined(way_in: Link, way_out: Link) -> Link:
    facts: dict[str, Any] = {name: None for name in ("wait_minutes", "lead_days", "requirement", "order")}
    for name in _OF_BOTH:
        one, other = getattr(way_in, name), getattr(way_out, name)
        facts[name] = one if one == other else None
    if kind_of(way_out) == "refer":
        facts["kind"] = "refer"
    return msgspec.structs.replace(way_in, target=way_out.target, **facts)


def _put_joined(draft: Draft, link: Link) -> None:
    """Write the joined link unless an end is gone, it is a circle, or the two are linked already."""
    steps = draft.of(Step)
    twins = (
        other
        for other in draft.of(Link).values()
        if (other.source, other.target) == (link.source, link.target) and other.id != link.id
    )
    possible = link.source in steps and link.target in steps and link.source != link.target
    if possible and not any(kind_of(other) == kind_of(link) for other in twins):
        draft.put(link)
