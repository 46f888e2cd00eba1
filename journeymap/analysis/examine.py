"""One examination of a journey: everything METHOD asks, as a pure function of the map."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from journeymap.analysis.breath import breathe
from journeymap.analysis.chains import Chains, back_chains
from journeymap.analysis.diagnosis import diagnose
from journeymap.analysis.figures import critical_moments, evidence_share, failure_demand_share, hours_at_walls
from journeymap.analysis.findings import Figures, Findings, RankedFriction, WallFinding
from journeymap.analysis.graph import Graph
from journeymap.analysis.handoffs import (
    Meetings,
    contacts,
    expected_meetings,
    find_handoffs,
    minimum_handoffs,
)
from journeymap.analysis.ledger import ledger
from journeymap.analysis.marks import wall_marks
from journeymap.analysis.placing import break_even, ranked_frictions, unranked_frictions
from journeymap.analysis.ranking import Entry, read_entries, walls_named
from journeymap.analysis.rules import Matter, ask_all
from journeymap.analysis.sensitivity import smallest_changes
from journeymap.analysis.spread import (
    LIVE_TRIALS,
    REPORT_TRIALS,
    at_walls,
    in_hours,
    spreads,
    total,
    with_ranges,
)
from journeymap.analysis.sureness import Sureness, no_trials
from journeymap.analysis.survey import Ground, survey
from journeymap.analysis.undisturbed import undisturbed
from journeymap.analysis.walls import find_walls
from journeymap.analysis.walls.facts import gather
from journeymap.model.ids import Id
from journeymap.model.journey import Journey

__all__ = ["LIVE_TRIALS", "REPORT_TRIALS", "examine"]


def examine(journey: Journey, *, trials: int = REPORT_TRIALS, today: date | None = None) -> Findings:
    """Walls, ranking, chains, figures and questions. Equal journeys give equal findings.

    `trials` is METHOD's K: 10 000 for reports and `check`, 1 000 for the live list, 0 for none.
    `today` is what rules about the last twelve months count from; without it any date will do.
    """
    with undisturbed():
        return _examined(journey, trials, today)


def _examined(journey: Journey, trials: int, today: date | None) -> Findings:
    ground = survey(journey)
    graph = ground.graph
    breathe()
    facts = gather(graph)
    breathe()
    handoffs = find_handoffs(graph, facts.walks)
    found = find_walls(facts)
    breathe()
    read = read_entries(graph, ground.goal, ground.visits, ground.shares.of_link)
    named = walls_named(graph, read, found)
    breathe()
    entries = [_at_walls(entry, named[entry.id]) for entry in read]
    breathe()
    sureness = _sureness(entries, trials)
    ranked = ranked_frictions(entries, ground.volume, sureness)
    breathe()
    walls = _with_hours(found, ranked, named, ground.volume)
    breathe()
    chains = back_chains(graph)
    breathe()
    spread = spreads(entries, named, pairs := ledger(graph, ranked, named), trials)
    breathe()
    to_goal = expected_meetings(graph, ground.ends.starts, ground.ends.goals, ground.shares)
    breathe()
    marks = wall_marks(graph, walls)
    breathe()
    diagnoses = diagnose(ground, facts, walls, marks, to_goal)
    breathe()
    figures = _figures(ground, to_goal, len(handoffs), walls, ranked, named, chains)
    return Findings(
        figures=figures,
        walls=walls,
        marks=marks,
        ranked=ranked,
        unranked=unranked_frictions(entries, sureness),
        rules=ask_all(Matter(ground, facts, walls, ranked, chains, figures, diagnoses, today)),
        diagnoses=diagnoses,
        back_chains=chains.members,
        chain_requirements=chains.asked,
        chain_links=chains.links,
        ledger=with_ranges(pairs, spread, ground.volume),
        handoffs=_pairs(graph, handoffs),
        visits=_by_step(graph, ground.visits),
        assumed_shares=_assumed(ground),
        break_even_goal=break_even(entries, ranked),
        hours_range=in_hours(total(spread), ground.volume),
        hours_at_walls_range=in_hours(at_walls(spread), ground.volume),
        per1000_range=total(spread),
        changes=smallest_changes(entries),
        trials=max(trials, 0),
    )


def _pairs(graph: Graph, handoffs: list[tuple[int, int]]) -> tuple[tuple[Id, Id], ...]:
    return tuple((graph.steps[one].id, graph.steps[other].id) for one, other in handoffs)


def _assumed(ground: Ground) -> tuple[Id, ...]:
    return tuple(ground.graph.links[link].id for link in ground.shares.assumed)


def _by_step(graph: Graph, visits: list[float] | None) -> Mapping[Id, float] | None:
    if visits is None:
        return None
    return {step.id: value for step, value in zip(graph.steps, visits, strict=True)}


def _at_walls(entry: Entry, named: tuple[WallFinding, ...]) -> Entry:
    standing = [wall for wall in named if wall.stands]
    return replace(
        entry,
        walls=tuple(sorted({wall.type for wall in standing})),
        wall_keys=tuple(sorted(wall.key for wall in standing)),
    )


def _sureness(entries: list[Entry], trials: int) -> Sureness:
    """The trials' shares; without trials all are 0."""
    if trials <= 0:
        return no_trials()
    from journeymap.analysis.trials import how_sure  # noqa: PLC0415 - numpy, not needed to draw a map

    ranked = [entry for entry in entries if not entry.missing]
    return how_sure(ranked, [entry for entry in entries if entry.missing], trials)


def _with_hours(
    walls: list[WallFinding],
    ranked: tuple[RankedFriction, ...],
    named: Mapping[Id, tuple[WallFinding, ...]],
    volume: float | None,
) -> tuple[WallFinding, ...]:
    """The findings with the hours of the ranked frictions that name them; None without a volume."""
    if volume is None:
        return tuple(walls)
    hours = dict.fromkeys((wall.key for wall in walls), 0.0)
    for friction in ranked:
        for wall in named[friction.id]:
            hours[wall.key] += friction.hours or 0.0
    return tuple(replace(wall, hours_per_year=hours[wall.key]) for wall in walls)


def _figures(
    ground: Ground,
    to_goal: Meetings | None,
    handoffs: int,
    walls: tuple[WallFinding, ...],
    ranked: tuple[RankedFriction, ...],
    named: Mapping[Id, tuple[WallFinding, ...]],
    chains: Chains,
) -> Figures:
    graph, journey = ground.graph, ground.graph.journey
    known = ground.volume is not None
    return Figures(
        steps=len(journey.steps),
        lanes=len(journey.lanes),
        links=len(journey.links),
        contacts=contacts(graph),
        handoffs=handoffs,
        walls_certain=sum(wall.stands for wall in walls),
        walls_suspected=sum(wall.certainty == "suspected" and wall.state is None for wall in walls),
        critical_moments=critical_moments(graph),
        customer_hours_per_year=sum(friction.hours or 0.0 for friction in ranked) if known else None,
        hours_at_walls=hours_at_walls(ranked, named) if known else None,
        goal_minutes=ground.goal,
        expected_handoffs=None if to_goal is None else to_goal.changes,
        minimum_handoffs=minimum_handoffs(graph, ground.ends),
        requirement_coverage=chains.coverage,
        failure_demand_share=failure_demand_share(graph, ground.visits),
        evidence_share=evidence_share(graph, ranked),
    )
