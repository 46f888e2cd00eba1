"""Every section of the report in its order; each is None where it has nothing to say."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

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
from journeymap.report.sections.lead_times import lead_times
from journeymap.report.sections.map import map_section
from journeymap.report.sections.measuring import measuring
from journeymap.report.sections.method import method
from journeymap.report.sections.moments import moments
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


SECTIONS: tuple[Part, ...] = (
    Part("map", "map", map_section),
    Part("ranking", "frictions", ranking),
    Part("hours", "frictions", hours),
    Part("frictions", "frictions", cards),
    Part("walls", "walls", walls),
    Part("moments", "walls", moments),
    Part("high_points", "walls", high_points),
    Part("suppliers", "answers", suppliers),
    Part("four", "answers", four),
    Part("conditions", "answers", conditions),
    Part("orders", "answers", orders),
    Part("measuring", "answers", measuring),
    Part("lead_times", "answers", lead_times),
    Part("actions", "actions", actions),
    Part("since", "actions", since),
    Part("method", "", method),
    Part("steps", "tables", appendix_steps),
    Part("links", "tables", appendix_links),
    Part("inputs", "tables", appendix_inputs),
)
"""In the report's order. The method belongs to no group: it is never left out."""
