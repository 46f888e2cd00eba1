"""What a screen reader hears of a row of the outline (WORDS 6): short first, whole sentences."""

from __future__ import annotations

from journeymap.analysis.findings import WallMark
from journeymap.analysis.words import unit_of_step, wall_number, wall_sentence
from journeymap.model.ids import Id
from journeymap.picture.voice import Hearing, Spoken, friction_alt, link_alt, spoken, step_alt
from journeymap.sheets.known import Known
from journeymap.ui.lists.branches import Branch
from journeymap.ui.lists.walls import about, strongest


class OutlineSpeech:
    """Sentences about one state of the map, worked out when somebody listens."""

    def __init__(self, known: Known) -> None:
        self._known = known
        self._hearing = Hearing(known.journey, known.findings, known.t)
        self._told: Spoken | None = None

    def of(self, branch: Branch) -> str:
        """The row in words; without soft hyphens, which are for the eye."""
        return self._say(branch).replace("\u00ad", "")

    def _say(self, branch: Branch) -> str:
        journey, t, id = self._known.journey, self._known.t, Id(branch.id)
        if branch.kind == "step" and id in journey.steps:
            self._told = self._told or spoken(self._hearing)
            return step_alt(self._hearing, self._told, id)
        if branch.kind == "friction" and id in journey.frictions:
            return friction_alt(self._hearing, id)
        if branch.kind == "link" and id in journey.links:
            return link_alt(self._hearing, id)
        if branch.kind == "wall":
            mark = next((mark for mark in self._known.findings.marks if branch.id in about(mark)), None)
            return self._wall(mark) if mark is not None else branch.words
        if branch.kind == "stage":
            count = self._known.steps_in_stage.get(id, 0)
            return t.plural("Stage {name}. {n} step.", "Stage {name}. {n} steps.", count, name=branch.words)
        return f"{branch.words}. {branch.note}." if branch.note else f"{branch.words}."

    def _wall(self, mark: WallMark) -> str:
        """ "Wall W1, certain. From {a} to {b}. {reason} 1 475 hours a year."."""
        t, journey = self._known.t, self._known.journey
        sure = t("certain") if mark.certain else t("suspected")
        parts = [t("Wall {number}, {sure}.", number=wall_number(mark.number, t), sure=sure)]
        a, b = (unit_of_step(journey, end) for end in (mark.source, mark.target))
        if a and b:
            parts.append(t("From {a} to {b}.", a=a, b=b))
        parts.append(wall_sentence(strongest(mark), journey, t))
        hours = max((finding.hours_per_year or 0.0 for finding in mark.findings), default=0.0)
        if hours:
            parts.append(t("{n} hours a year.", n=t.number(round(hours))))
        return " ".join(parts)
