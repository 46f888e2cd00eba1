"""One examination of a journey: everything METHOD asks, as a pure function of the map."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from journeymap.analysis.chains import Chains, back_chains
from journeymap.analysis.figures import critical_moments, evidence_share, failure_demand_share, hours_at_walls
from journeymap.analysis.findings import Figures, Findings, RankedFriction, UnrankedFriction, WallFinding
from journeymap.analysis.goal import Ends, find_ends, goal_minutes
from journeymap.analysis.graph import Graph, build
from journeymap.analysis.handoffs import contacts, expected_handoffs, find_handoffs, minimum_handoffs
from journeymap.analysis.ledger import ledger
from journeymap.analysis.marks import wall_marks
from journeymap.analysis.ranking import MOST, Entry, in_order, places, read_entries, walls_named
from journeymap.analysis.shares import Shares, effective_shares
from journeymap.analysis.visits import expected_visits
from journeymap.analysis.walls import find_walls
from journeymap.analysis.walls.facts import Facts, gather
from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.model.quantity import PLAIN, read_quantity

REPORT_TRIALS = 10_000
LIVE_TRIALS = 1_000


@dataclass(frozen=True, slots=True)
class Ground:
    """What an examination works out about the road before it judges anything."""

    graph: Graph
    shares: Shares
    ends: Ends
    visits: list[float] | None
    goal: float | None
    volume: float | None
    """Journeys a year, N, by its point."""


def survey(journey: Journey) -> Ground:
    """Graph, shares, starts and goals, visits, G and N of a journey (METHOD 1)."""
    graph = build(journey)
    shares = effective_shares(graph)
    ends = find_ends(graph)
    volume = read_quantity(journey.head.journeys_per_year, PLAIN)
    return Ground(
        graph=graph,
        shares=shares,
        ends=ends,
        visits=_visits(graph, shares, ends),
        goal=goal_minutes(graph, ends),
        volume=None if volume is None else volume.point,
    )


def _visits(graph: Graph, shares: Shares, ends: Ends) -> list[float] | None:
    """V of every step; None without a start or where a step traps its visitors."""
    if not ends.starts:
        return None
    roads = [[(graph.target[link], shares.of_link[link]) for link in links] for links in graph.out]
    start = {step: 1 / len(ends.starts) for step in ends.starts}
    return expected_visits(start, roads, shares.leaves)


def examine(journey: Journey, *, trials: int = REPORT_TRIALS) -> Findings:
    """Walls, ranking, chains and figures. Equal journeys give equal findings, in any order."""
    ground = survey(journey)
    graph = ground.graph
    facts = gather(graph)
    walls = find_walls(facts)
    entries = read_entries(graph, ground.goal, ground.visits, ground.shares.of_link)
    named = walls_named(graph, entries, walls)
    entries = [_at_walls(entry, named[entry.id]) for entry in entries]
    ranked = _ranked(entries, ground.volume)
    walls = _with_hours(walls, ranked, named, ground.volume)
    chains = back_chains(graph)
    return Findings(
        figures=_figures(ground, facts, walls, ranked, named, chains),
        walls=tuple(walls),
        marks=wall_marks(graph, walls),
        ranked=ranked,
        unranked=_unranked(entries),
        back_chains=chains.members,
        ledger=ledger(graph, ranked, named),
        handoffs=tuple(
            (graph.steps[one].id, graph.steps[other].id) for one, other in find_handoffs(graph, facts.walks)
        ),
        visits=_by_step(graph, ground.visits),
        break_even_goal=break_even(entries, ranked),
        trials=trials,
    )


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


def _ranked(entries: list[Entry], volume: float | None) -> tuple[RankedFriction, ...]:
    ordered = in_order(entry for entry in entries if not entry.missing)
    where = places(ordered)
    ranked = []
    for entry in ordered:
        place = where[entry.id]
        wait, work, value = entry.minutes()
        per1000 = [entry.per1000(bound) for bound in ("point", "low", "high")]
        hours = [_hours(minutes, volume) for minutes in per1000]
        ranked.append(
            RankedFriction(
                id=entry.id,
                rank=place.rank,
                tier=entry.tier,
                per1000=per1000[0],
                low_per1000=per1000[1],
                high_per1000=per1000[2],
                hours=hours[0],
                low=hours[1],
                high=hours[2],
                share_hit=entry.share_hit(),
                share_low=entry.share_hit("low"),
                share_high=entry.share_hit("high"),
                minutes_per_hit=wait + work + value,
                wait_minutes=wait,
                work_minutes=work,
                value_minutes=value,
                rank_by_hours=place.by_hours,
                rank_best=place.best,
                rank_worst=place.worst,
                top3_share=0.0,
                critical_probability=entry.probability,
                word=None,
                walls=entry.walls,
                wall_keys=entry.wall_keys,
            )
        )
    return tuple(ranked)


def _hours(per1000: float, volume: float | None) -> float | None:
    """Customer hours a year: H = N·n·m/60."""
    return None if volume is None else min(volume * (per1000 / 60_000), MOST)


def break_even(entries: list[Entry], ranked: tuple[RankedFriction, ...]) -> float | None:
    """The G at which the first two would change places; None in different tiers or without one.

    G itself tells which side of it the map stands on.
    """
    if len(ranked) < 2 or ranked[0].tier != ranked[1].tier:
        return None
    by_id = {entry.id: entry for entry in entries}
    first, second = (by_id[friction.id] for friction in ranked[:2])
    slopes, bases = [], []
    for entry in (first, second):
        wait, work, _ = entry.minutes()
        slopes.append(entry.share_hit() * (entry.value.point if entry.value else 0.0))
        bases.append(entry.share_hit() * (wait + work))
    if slopes[0] == slopes[1]:
        return None
    goal = (bases[1] - bases[0]) / (slopes[0] - slopes[1])
    return goal if goal > 0 else None


def _unranked(entries: list[Entry]) -> tuple[UnrankedFriction, ...]:
    return tuple(UnrankedFriction(entry.id, entry.missing, 0.0) for entry in entries if entry.missing)


def _with_hours(
    walls: list[WallFinding],
    ranked: tuple[RankedFriction, ...],
    named: Mapping[Id, tuple[WallFinding, ...]],
    volume: float | None,
) -> list[WallFinding]:
    """The findings with the hours of the ranked frictions that name them; None without a volume."""
    if volume is None:
        return walls
    hours = dict.fromkeys((wall.key for wall in walls), 0.0)
    for friction in ranked:
        for wall in named[friction.id]:
            hours[wall.key] += friction.hours or 0.0
    return [replace(wall, hours_per_year=hours[wall.key]) for wall in walls]


def _figures(
    ground: Ground,
    facts: Facts,
    walls: list[WallFinding],
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
        handoffs=len(find_handoffs(graph, facts.walks)),
        walls_certain=sum(wall.stands for wall in walls),
        walls_suspected=sum(wall.certainty == "suspected" and wall.state is None for wall in walls),
        critical_moments=critical_moments(graph),
        customer_hours_per_year=sum(friction.hours or 0.0 for friction in ranked) if known else None,
        hours_at_walls=hours_at_walls(ranked, named) if known else None,
        goal_minutes=ground.goal,
        expected_handoffs=expected_handoffs(graph, ground.ends, ground.shares),
        minimum_handoffs=minimum_handoffs(graph, ground.ends),
        requirement_coverage=chains.coverage,
        failure_demand_share=failure_demand_share(graph, ground.visits),
        evidence_share=evidence_share(graph, ranked),
    )
