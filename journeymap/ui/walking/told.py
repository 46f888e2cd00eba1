"""What is told of a step as one walks past it: where it is, what happens, what hurts, what stands before."""

from __future__ import annotations

from dataclasses import dataclass

from journeymap.analysis import words
from journeymap.analysis.findings import WallMark
from journeymap.model.ids import Id
from journeymap.model.quantity import MINUTES, read_quantity
from journeymap.model.reading import is_critical, stage_of_steps
from journeymap.model.records import Step
from journeymap.sheets.figures import MINUTE, phrase
from journeymap.ui.desk import Desk
from journeymap.ui.lists.walls import strongest


@dataclass(frozen=True)
class Stop:
    """One step as the room sees it. `wall`: the sentence of what stands before it; `excuse`: what is said."""

    id: Id
    title: str
    lane: str
    stage: str
    critical: str | None
    facts: str
    description: str
    frictions: tuple[str, ...]
    wall: str = ""
    excuse: str = ""

    @property
    def spoken(self) -> str:
        """The same for those who listen."""
        parts = (self.wall, self.excuse, self.title, self.lane, self.critical, self.facts, self.description)
        return ". ".join(part.rstrip(".") for part in (*parts, *self.frictions) if part)


def stop(desk: Desk, id: Id, before: Id | None) -> Stop:
    """The step, coming from the one before."""
    journey, t = desk.journey, desk.t
    step = journey.steps[id]
    lane = journey.lanes.get(step.lane)
    stage = journey.stages.get(stage_of_steps(journey).get(id, Id("")))
    mark = wall_between(desk, before, id)
    return Stop(
        id,
        step.title,
        lane.name if lane else "",
        stage.name if stage else "",
        (step.critical_reason or t("Decisive moment")) if is_critical(step) else None,
        _facts(desk, step),
        step.description or "",
        _frictions(desk, id),
        words.wall_sentence(strongest(mark), journey, t) if mark else "",
        _excuse(desk, mark) if mark else "",
    )


def wall_between(desk: Desk, before: Id | None, step: Id) -> WallMark | None:
    """The wall on which the step receives: from the one before if it stands there, else from any behind."""
    marks = [one for one in desk.work.findings.marks if one.certain and one.target == step]
    marks.sort(key=lambda one: (one.source != before, one.number))
    return marks[0] if marks else None


def _facts(desk: Desk, step: Step) -> str:
    t = desk.t
    told = [step.channel or ""]
    own, wait = (read_quantity(value, MINUTES) for value in (step.own_minutes, step.wait_minutes))
    if own is not None and not own.is_zero:
        told.append(t("takes {time}", time=phrase(step.own_minutes, MINUTE, t)))
    if wait is not None and not wait.is_zero:
        told.append(t("waits {time}", time=phrase(step.wait_minutes, MINUTE, t)))
    return " · ".join(part for part in told if part)


def _frictions(desk: Desk, step: Id) -> tuple[str, ...]:
    """What rubs here, the worst first, with its hours where they are known."""
    t, frictions = desk.t, desk.journey.frictions
    ranked = [line for line in desk.work.findings.ranked if line.id in frictions]
    told = [
        f"{frictions[line.id].title} – {t('{n} h/year', n=t.number(line.hours))}"
        if line.hours is not None
        else frictions[line.id].title
        for line in ranked
        if frictions[line.id].at == step
    ]
    known = {line.id for line in ranked}
    rest = [one.title for one in frictions.values() if one.at == step and one.id not in known]
    return (*told, *rest)


def _excuse(desk: Desk, mark: WallMark) -> str:
    records = (desk.journey.walls.get(one.record) for one in mark.findings if one.record)
    said = next((one.excuse for one in records if one is not None and one.excuse), "")
    return desk.t("“{words}”", words=said) if said else ""
