"""Every section of the report in its order; each is None where it has nothing to say."""

from __future__ import annotations

from collections.abc import Callable

from journeymap.report.matter import Matter
from journeymap.report.section import Section
from journeymap.report.sections.actions import actions
from journeymap.report.sections.appendix_inputs import appendix_inputs
from journeymap.report.sections.appendix_links import appendix_links
from journeymap.report.sections.appendix_steps import appendix_steps
from journeymap.report.sections.cards import cards
from journeymap.report.sections.conditions import conditions
from journeymap.report.sections.four import four
from journeymap.report.sections.hours import hours
from journeymap.report.sections.map import map_section
from journeymap.report.sections.measuring import measuring
from journeymap.report.sections.method import method
from journeymap.report.sections.moments import moments
from journeymap.report.sections.orders import orders
from journeymap.report.sections.ranking import ranking
from journeymap.report.sections.suppliers import suppliers
from journeymap.report.sections.walls import walls

SECTIONS: tuple[Callable[[Matter], Section | None], ...] = (
    map_section,
    ranking,
    hours,
    cards,
    walls,
    moments,
    suppliers,
    four,
    conditions,
    orders,
    measuring,
    actions,
    method,
    appendix_steps,
    appendix_links,
    appendix_inputs,
)
