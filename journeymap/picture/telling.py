"""All there is to hear of one thing on the map, for whoever reads it as a list or a table (WORDS 6)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from journeymap.analysis.findings import Findings, WallMark
from journeymap.analysis.words import unit_of_step, wall_number, wall_sentence
from journeymap.i18n import Catalogue
from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.model.reading import lanes_in_order, stage_of_steps
from journeymap.picture.voice import Hearing, Spoken, friction_alt, lane_words, link_alt, spoken, step_alt


class Telling:
    """Sentences about one state of a map, worked out when somebody listens."""

    def __init__(self, journey: Journey, findings: Findings, t: Catalogue) -> None:
        self._journey, self._findings, self._t = journey, findings, t
        self._hearing = Hearing(journey, findings, t)

    def of(self, id: str) -> str:
        """A step, friction, link, lane, stage, or a wall by a finding's key; empty for all else."""
        return self._said(id, Id(id)).replace("\u00ad", "")  # a soft hyphen is for the eye

    def _said(self, key: str, id: Id) -> str:
        journey = self._journey
        if id in journey.steps:
            return step_alt(self._hearing, self._spoken, id)
        if id in journey.frictions:
            return friction_alt(self._hearing, id)
        if id in journey.links:
            return link_alt(self._hearing, id)
        if id in journey.lanes:
            steps = sum(step.lane == id for step in journey.steps.values())
            return lane_words(self._hearing, journey.lanes[id], self._lanes[id], steps)
        if id in journey.stages:
            return self._stage(id)
        return self._wall(self._marks[key]) if key in self._marks else ""

    def _stage(self, id: Id) -> str:
        count = sum(stage == id for stage in stage_of_steps(self._journey).values())
        name = self._journey.stages[id].name
        return self._t.plural("Stage {name}. {n} step.", "Stage {name}. {n} steps.", count, name=name)

    def _wall(self, mark: WallMark) -> str:
        """ "Wall W1, certain. From {a} to {b}. {reason} 1 475 hours a year."."""
        t, journey = self._t, self._journey
        sure = t("certain") if mark.certain else t("suspected")
        parts = [t("Wall {number}, {sure}.", number=wall_number(mark.number, t), sure=sure)]
        a, b = (unit_of_step(journey, end) for end in (mark.source, mark.target))
        if a and b:
            parts.append(t("From {a} to {b}.", a=a, b=b))
        strongest = next((finding for finding in mark.findings if finding.stands), mark.findings[0])
        parts.append(wall_sentence(strongest, journey, t))
        hours = max((finding.hours_per_year or 0.0 for finding in mark.findings), default=0.0)
        if hours:
            parts.append(t("{n} hours a year.", n=t.number(round(hours))))
        return " ".join(parts)

    @cached_property
    def _spoken(self) -> Spoken:
        return spoken(self._hearing)

    @cached_property
    def _lanes(self) -> Mapping[Id, int]:
        return {lane.id: number for number, lane in enumerate(lanes_in_order(self._journey), 1)}

    @cached_property
    def _marks(self) -> Mapping[str, WallMark]:
        return {finding.key: mark for mark in self._findings.marks for finding in mark.findings}
