"""The chain behind a critical moment: which steps stand behind it and which links carry a requirement."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from journeymap.model.ids import Id
from journeymap.model.records import Link
from journeymap.report.matter import Matter, one_line

_KINDS = frozenset({"flow", "refer", "info", "order"})


@dataclass(frozen=True, slots=True)
class Chain:
    """`members` nearest first; `links` are those that count, between two of them or to the moment."""

    moment: Id
    members: Sequence[Id]
    links: Sequence[Link]

    @property
    def required(self) -> list[Link]:
        """The links that carry a requirement."""
        return [link for link in self.links if requirement(link)]

    def carries(self, one: Id, other: Id) -> bool:
        """Whether a link between these two carries a requirement."""
        return any({link.source, link.target} == {one, other} for link in self.required)


def requirement(link: Link) -> str:
    """What the link demands, or ""."""
    return one_line(link.requirement.text) if link.requirement else ""


def chains_of(matter: Matter) -> list[Chain]:
    """The chains of all critical moments in the order of the journey."""
    found = matter.findings.back_chains
    return [
        Chain(moment, found[moment], _links(matter, moment))
        for moment in sorted(found, key=lambda id: matter.step_numbers.get(id, 0))
        if moment in matter.step_numbers
    ]


def _links(matter: Matter, moment: Id) -> list[Link]:
    """Links of a chain's kinds between two members, or a member and the moment (METHOD 4)."""
    inside = {moment, *matter.findings.back_chains[moment]}
    return [
        link
        for step in sorted(inside, key=lambda id: matter.step_numbers[id])
        for link in matter.links_from.get(step, ())
        if (link.kind or "flow") in _KINDS and link.target in inside
    ]
