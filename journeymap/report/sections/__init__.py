"""Every section of the report in its order; each is None where it has nothing to say."""

from __future__ import annotations

from collections.abc import Callable

from journeymap.report.matter import Matter
from journeymap.report.section import Section
from journeymap.report.sections.method import method
from journeymap.report.sections.ranking import ranking
from journeymap.report.sections.walls import walls

SECTIONS: tuple[Callable[[Matter], Section | None], ...] = (ranking, walls, method)
