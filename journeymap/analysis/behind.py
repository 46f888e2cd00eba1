"""What stands behind one step, as people go through it: by depth, with links and who is passed (F29).

The chain itself is METHOD 4's: the same members and the same links as those of a critical moment.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from journeymap.analysis.chains import has_requirement, links_of, rings_of
from journeymap.analysis.graph import Graph, build
from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.model.records import Link


@dataclass(frozen=True, slots=True)
class Member:
    """A step of the chain, so many links behind; 0 is the step that was asked about.

    `links` are those of the chain that it delivers over: flow, referral and information that leave
    it, orders that come to it.
    """

    step: Id
    depth: int
    links: tuple[Link, ...]


@dataclass(frozen=True)
class Behind:
    """The chain behind a step. `passed` are the steps of customers it goes through, not listed.

    `rings` holds everything that is lit, depth by depth, the passed ones among it.
    """

    step: Id
    members: tuple[Member, ...]
    passed: tuple[Id, ...]
    rings: tuple[tuple[Id, ...], ...]
    own: tuple[Link, ...]
    """Links of the chain that the step itself delivers over: it stands behind itself, in a round."""

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """All links of the chain, each once."""
        return (*self.own, *(link for member in self.members for link in member.links))

    @property
    def required(self) -> int:
        """How many links carry a requirement."""
        return sum(has_requirement(link) for link in self.links)

    @property
    def depth(self) -> int:
        """Links to the rearmost member; 0 for an empty chain."""
        return max((member.depth for member in self.members), default=0)


def look_behind(journey: Journey, step: Id) -> Behind:
    """The chain behind any step of the map, critical or not."""
    graph = build(journey)
    rings = rings_of(graph, step)
    delivered = _delivered(graph, step)
    members = [
        Member(one, depth, tuple(delivered.get(one, ())))
        for depth, ring in enumerate(rings, start=1)
        for one in ring
        if not graph.customer[graph.index[one]]
    ]
    passed = [one for ring in rings for one in ring if graph.customer[graph.index[one]]]
    return Behind(step, tuple(members), tuple(passed), rings, tuple(delivered.get(step, ())))


def _delivered(graph: Graph, step: Id) -> dict[Id, list[Link]]:
    """Step → the links of the chain over which it delivers."""
    found: dict[Id, list[Link]] = {}
    for id in links_of(graph, step):
        link = graph.journey.links[id]
        found.setdefault(link.target if link.kind == "order" else link.source, []).append(link)
    return found
