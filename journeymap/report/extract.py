"""One lane's own extract of a journey: what happens in it, and nothing of what the others do.

A supplier may be sent this. Kept are the lane, the customer's steps right beside its own, and what
is said of these alone; walls towards other units, people and the decision stay at home.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import msgspec

from journeymap.analysis.findings import Figures, Findings, RuleFinding
from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.model.reading import is_critical, is_customer_lane
from journeymap.model.records import (
    Action,
    Attachment,
    Dismissal,
    Evidence,
    Friction,
    Item,
    Lane,
    Link,
    LogEntry,
    Measure,
    Note,
    Promise,
    Record,
    Stage,
    Step,
    Walk,
    Wall,
)


def extract(journey: Journey, findings: Findings, lane: Id) -> tuple[Journey, Findings]:
    """Journey and findings with only what concerns the lane; KeyError for one that is not there."""
    cut = _journey(journey, journey.lanes[lane].id)
    return cut, _findings(findings, cut)


def _journey(journey: Journey, lane: Id) -> Journey:
    own = {id for id, step in journey.steps.items() if step.lane == lane}
    customers = {id for id, step in journey.steps.items() if _is_customer(journey, step)}
    beside = {
        end
        for link in journey.links.values()
        if link.source in own or link.target in own
        for end in (link.source, link.target)
    }
    steps = {id: _bare(step, own) for id, step in journey.steps.items() if id in own | (beside & customers)}
    links = {
        id: link
        for id, link in journey.links.items()
        if link.source in steps and link.target in steps and {link.source, link.target} & own
    }
    frictions = {
        id: msgspec.structs.replace(one, walls=None)
        for id, one in journey.frictions.items()
        if one.at in own or one.at in links
    }
    tables: dict[type[Record], Mapping[Id, Any]] = {
        Lane: _lanes(journey, lane, steps), Step: steps, Link: links, Friction: frictions,
        **_stages(journey, steps),
    }  # fmt: skip
    tables.update(_about(journey, {lane, *own, *links, *frictions}, frictions, own))
    for kind in (Wall, Walk, LogEntry, Note, Dismissal, Attachment):
        tables[kind] = {}
    head = msgspec.structs.replace(
        journey.head, participants=None, absent=None, decision=None, purpose=None, logo=None, client=None
    )
    return replace(journey, head=head, tables=tables, quarantine={}, foreign={})


def _is_customer(journey: Journey, step: Step) -> bool:
    return step.lane in journey.lanes and is_customer_lane(journey.lanes[step.lane])


def _bare(step: Step, own: set[Id]) -> Step:
    """A customer's step beside the lane: where it is, not what the others say of it."""
    if step.id in own:
        return step
    return msgspec.structs.replace(
        step, description=None, owner=None, critical_reason=None, asks=None, makes=None, honours=None
    )


def _lanes(journey: Journey, lane: Id, steps: Mapping[Id, Step]) -> Mapping[Id, Lane]:
    used = {step.lane for step in steps.values()} | {lane}
    return {id: one for id, one in journey.lanes.items() if id in used}


def _stages(journey: Journey, steps: Mapping[Id, Step]) -> dict[type[Record], Mapping[Id, Any]]:
    used = {step.stage for step in steps.values()}
    return {Stage: {id: one for id, one in journey.stages.items() if id in used}}


def _about(
    journey: Journey, kept: set[Id], frictions: Mapping[Id, Friction], own: set[Id]
) -> dict[type[Record], Mapping[Id, Any]]:
    """Evidence, actions, measures, promises and items that concern only what is kept."""
    asked = {item for id in own for item in journey.steps[id].asks or ()}
    given = {p for id in own for p in (*(journey.steps[id].makes or ()), *(journey.steps[id].honours or ()))}
    return {
        Evidence: {id: one for id, one in journey.evidence.items() if one.about in kept},
        Action: {
            id: one
            for id, one in journey.actions.items()
            if one.frictions and all(friction in frictions for friction in one.frictions)
        },
        Measure: {id: one for id, one in journey.measures.items() if one.step in own},
        Promise: {id: one for id, one in journey.promises.items() if id in given},
        Item: {id: one for id, one in journey.items.items() if id in asked},
    }


def _findings(findings: Findings, cut: Journey) -> Findings:
    """What was found of the whole, as far as it speaks of what is kept; places stay those of the whole."""
    steps = cut.steps
    ranked = tuple(replace(one, walls=(), wall_keys=()) for one in findings.ranked if one.id in cut.frictions)
    chains = {
        moment: tuple(member for member in members if member in steps)
        for moment, members in findings.back_chains.items()
        if moment in steps and is_critical(steps[moment])
    }
    return Findings(
        figures=Figures(steps=len(steps), lanes=len(cut.lanes), links=len(cut.links),
                        critical_moments=len(chains)),
        ranked=ranked,
        unranked=tuple(one for one in findings.unranked if one.id in cut.frictions),
        rules=tuple(one for one in findings.rules if _is_own(one, cut)),
        back_chains=chains,
        trials=findings.trials,
    )  # fmt: skip


def _is_own(finding: RuleFinding, cut: Journey) -> bool:
    """Whether a question names only what is kept."""
    named = [fact for fact in finding.facts.values() if isinstance(fact, str)]
    return all(cut.get(Id(id)) is not None for id in [*finding.about, *named])
