"""The road through a journey as links say it: who comes before, who comes after."""

from __future__ import annotations

from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.model.reading import column_of
from journeymap.model.records import Link, LinkKind

ROAD: frozenset[LinkKind] = frozenset({"flow", "refer"})
"""Kinds of links that the customer follows (METHOD 1)."""


def kind_of(link: Link) -> LinkKind:
    """The link's kind; not said reads as flow (FORMAT 4)."""
    return link.kind or "flow"


def is_road(link: Link) -> bool:
    """Whether the customer follows this link."""
    return kind_of(link) in ROAD


def onward(journey: Journey, step: Id) -> tuple[Link, ...]:
    """Roads that leave the step, the main one first: flow, the larger share, the nearer target."""

    def place(link: Link) -> tuple[bool, float, float, Id]:
        target = journey.steps.get(link.target)
        return (kind_of(link) != "flow", -(link.share or 0), column_of(target) if target else 0, link.id)

    links = (link for link in journey.links.values() if link.source == step and is_road(link))
    return tuple(sorted(links, key=place))


def between(journey: Journey, source: Id, target: Id) -> tuple[Link, ...]:
    """Links of any kind from one step to another, in the order of their ids."""
    links = (link for link in journey.links.values() if (link.source, link.target) == (source, target))
    return tuple(sorted(links, key=lambda link: link.id))
