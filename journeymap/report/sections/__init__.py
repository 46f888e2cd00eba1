"""Every section of the report in its order; each is None where it has nothing to say."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from journeymap.report.groups import GROUP_OF
from journeymap.report.matter import Matter
from journeymap.report.section import Section
from journeymap.report.sections.actions import actions
from journeymap.report.sections.appendix_inputs import appendix_inputs
from journeymap.report.sections.appendix_links import appendix_links
from journeymap.report.sections.appendix_steps import appendix_steps
from journeymap.report.sections.cards import cards
from journeymap.report.sections.conditions import conditions
from journeymap.report.sections.four import four
from journeymap.report.sections.high_points import high_points
from journeymap.report.sections.hours import hours
from journeymap.report.sections.lanes import lanes
from journeymap.report.sections.lead_times import lead_times
from journeymap.report.sections.map import map_section
from journeymap.report.sections.measuring import measuring
from journeymap.report.sections.method import method
from journeymap.report.sections.moments import moments
from journeymap.report.sections.once import once
from journeymap.report.sections.orders import orders
from journeymap.report.sections.ranking import ranking
from journeymap.report.sections.since import since
from journeymap.report.sections.suppliers import suppliers
from journeymap.report.sections.walls import walls

Build = Callable[[Matter], Section | None]


class Part(NamedTuple):
    """A section by its name, the group in which it can be chosen, and how it is built."""

    name: str
    group: str
    build: Build


_BUILDS: Mapping[str, Build] = {
    "map": map_section,
    "ranking": ranking,
    "hours": hours,
    "frictions": cards,
    "walls": walls,
    "moments": moments,
    "high_points": high_points,
    "suppliers": suppliers,
    "lanes": lanes,
    "four": four,
    "once": once,
    "conditions": conditions,
    "orders": orders,
    "measuring": measuring,
    "lead_times": lead_times,
    "actions": actions,
    "since": since,
    "method": method,
    "steps": appendix_steps,
    "links": appendix_links,
    "inputs": appendix_inputs,
}
SECTIONS: tuple[Part, ...] = tuple(Part(name, group, _BUILDS[name]) for name, group in GROUP_OF.items())
"""In the report's order."""
