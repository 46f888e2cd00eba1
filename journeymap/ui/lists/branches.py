"""What the outline shows, as data: stages, their steps, and what stands at each step."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import dataclass
from typing import Literal

from journeymap.analysis.words import wall_number, wall_sentence
from journeymap.edit.roads import kind_of
from journeymap.i18n import N_
from journeymap.model.ids import Id
from journeymap.model.reading import is_critical, name_of, stages_in_order
from journeymap.model.records import Stage, Step
from journeymap.sheets import terms
from journeymap.sheets.known import Known
from journeymap.ui.lists.walls import mark_id, strongest

Kind = Literal["stage", "step", "friction", "wall", "link", "promise", "item", "evidence"]
LANE_SIGNS = {
    "customer": "user",
    "customers_customer": "users",
    "department": "building-2",
    "supplier": "truck",
    "system": "monitor",
}
NAMED = frozenset({"stage", "step", "friction", "promise", "item"})
"""What can be renamed where it stands."""


@dataclass(frozen=True)
class Branch:
    """One row: `key` tells it from every other row, `id` is what is selected when one stands on it."""

    key: str
    id: str
    kind: Kind
    words: str
    note: str = ""
    sign: str = ""
    decides: bool = False


Shape = tuple[tuple[Id | None, tuple[Id, ...]], ...]
"""Every stage with its steps, in the order of time; None for steps before the first stage."""


def shape_of(known: Known) -> Shape:
    """Which steps stand under which stage."""
    groups: dict[Id | None, list[Id]] = {None: []}
    groups |= {stage.id: [] for stage in stages_in_order(known.journey)}
    for step in known.steps:
        groups[known.stages.get(step.id)].append(step.id)
    return tuple((stage, tuple(steps)) for stage, steps in groups.items() if steps or stage is not None)


def occupied(known: Known) -> Set[Id]:
    """Steps at which something stands: those that can be opened."""
    journey = known.journey
    sources = {link.id: link.source for link in journey.links.values()}
    found = {friction.at for friction in journey.frictions.values()}
    found |= {sources[at] for at in found if at in sources} | set(sources.values())
    found |= {end for mark in known.findings.marks if (end := mark.source or mark.target)}
    found |= {one.about for one in journey.evidence.values()}
    return found | {step.id for step in journey.steps.values() if step.makes or step.honours or step.asks}


def stage_branch(known: Known, stage: Stage) -> Branch:
    """A stage and how many steps it has."""
    return Branch(
        stage.id, stage.id, "stage", stage.name, known.t.number(known.steps_in_stage.get(stage.id, 0))
    )


def step_branch(known: Known, step: Step) -> Branch:
    """A step and its lane; one that decides has the diamond for its sign."""
    lane = known.journey.lanes.get(step.lane)
    decides = is_critical(step)
    sign = "diamond" if decides else LANE_SIGNS.get(lane.kind if lane else "", "milestone")
    return Branch(step.id, step.id, "step", step.title, lane.name if lane else "", sign, decides)


def renewed(known: Known, branch: Branch) -> Branch:
    """The row of a stage or step as it is now; what stands below a step is as old as its opening."""
    if branch.kind == "stage":
        stage = known.journey.stages.get(Id(branch.id))
        return stage_branch(known, stage) if stage is not None else branch
    step = known.journey.steps.get(Id(branch.id)) if branch.kind == "step" else None
    return step_branch(known, step) if step is not None else branch


def twigs(known: Known, id: Id) -> Iterator[Branch]:
    """What stands at a step: frictions and walls, where it leads, promises, information, evidence."""
    step = known.journey.steps.get(id)
    if step is None:
        return
    yield from _frictions(known, id)
    yield from _walls(known, id)
    yield from _links(known, id)
    t = known.t
    yield from _named(known, id, "promise", step.makes, t("is made here"), "handshake")
    yield from _named(known, id, "promise", step.honours, t("is to be kept here"), "handshake")
    yield from _named(known, id, "item", step.asks, t("is asked for"), "list-checks")
    for one in known.evidence_about.get(id, ()):
        words = one.quote or one.source or t("Evidence")
        yield Branch(one.id, one.id, "evidence", words, terms.term(terms.EVIDENCE, one.level, t), "quote")


def _named(
    known: Known, at: Id, kind: Kind, ids: tuple[Id, ...] | None, note: str, sign: str
) -> Iterator[Branch]:
    for id in ids or ():
        record = known.journey.get(id)
        if record is not None:
            yield Branch(f"{at}:{id}:{note}", id, kind, name_of(record), note, sign)


def _frictions(known: Known, id: Id) -> Iterator[Branch]:
    links = [link.id for link in known.links_from.get(id, ())]
    for at in (id, *links):
        for friction in known.frictions_at.get(at, ()):
            ranked = known.ranked.get(friction.id)
            note = known.t("place {n}", n=ranked.rank) if ranked else "?"
            yield Branch(friction.id, friction.id, "friction", friction.title, note, "triangle-alert")


def _walls(known: Known, id: Id) -> Iterator[Branch]:
    """The walls one runs into when leaving the step; one without a giver where it is met."""
    for mark in known.findings.marks:
        if (mark.source or mark.target) == id:
            said = wall_sentence(strongest(mark), known.journey, known.t)
            note = wall_number(mark.number, known.t)
            yield Branch(f"wall:{mark_id(mark)}", mark_id(mark), "wall", said, note, "brick-wall")


def _links(known: Known, id: Id) -> Iterator[Branch]:
    for link in known.links_from.get(id, ()):
        target = name_of(known.journey.steps.get(link.target))
        note = terms.term(terms.LINK_KIND, kind_of(link), known.t)
        yield Branch(link.id, link.id, "link", target, note, "arrow-right")


STAYS = N_("This belongs to its step and stays there.")
