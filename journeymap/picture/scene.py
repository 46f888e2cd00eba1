"""Everything a picture is drawn from, worked out once: grid, routes, lengths, ways, walls' places."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial

from journeymap.analysis.findings import Findings, RankedFriction
from journeymap.analysis.graph import Graph
from journeymap.analysis.graph import build as build_graph
from journeymap.i18n.catalogue import Catalogue
from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.model.reading import is_critical
from journeymap.picture.bounded import bounded
from journeymap.picture.boxes import Crowd, Title, titled
from journeymap.picture.grid import Grid, grid_of
from journeymap.picture.kinds.friction import Disc
from journeymap.picture.kinds.link import LinkLook
from journeymap.picture.kinds.step import StepLook
from journeymap.picture.layout import Frame, Needs, lay_out
from journeymap.picture.measures import Measures, measures_for
from journeymap.picture.memo import Memo
from journeymap.picture.options import Options
from journeymap.picture.routing.plan import Plan, plan_routes
from journeymap.picture.routing.wires import Wire
from journeymap.picture.step_looks import discs_by_place, evidence_levels, reach_of, step_looks
from journeymap.picture.traces import Trace, trace_all
from journeymap.picture.wall_places import asked_room, place_facts
from journeymap.picture.wall_words import wall_looks
from journeymap.picture.walls import Stand, borders, stands
from journeymap.picture.wiring import wiring_of

LEAST_COLUMNS = 6
"""Bands around a map are given room as for so many columns."""
ROOM_TURNS = 2
"""How often walls may ask for room: what one is given may move a line into another's words."""
ROOM_WALLS = 60
"""A map with more walls is not widened for their words: it is read in parts, and must be quick."""
UNTIL = 3
"""Steps with which the hints of an empty map are gone."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What the kinds draw. `language` is the one titles are hyphenated in."""

    journey: Journey
    findings: Findings
    options: Options
    t: Catalogue
    memo: Memo
    graph: Graph
    front: frozenset[Id]
    grid: Grid
    frame: Frame
    plan: Plan
    looks: Mapping[Id, LinkLook]
    traces: Mapping[str, Trace]
    stands: tuple[Stand, ...]
    language: str
    step_looks: Mapping[Id, StepLook]
    discs: Mapping[Id, tuple[tuple[Id, Disc], ...]]
    ranked: Mapping[Id, RankedFriction]

    @property
    def measures(self) -> Measures:
        return self.frame.measures

    @property
    def width(self) -> float:
        """Of the whole picture, px."""
        return self.frame.width

    def dimmed(self, *ids: Id | None) -> bool:
        """Whether focus is elsewhere: on none of these, where they are more than one not on all."""
        focus = self.options.focus
        return focus is not None and not all(id is None or id in focus for id in ids)


def scene_of(
    journey: Journey,
    findings: Findings,
    options: Options,
    t: Catalogue,
    memo: Memo,
    measures: Measures | None = None,
) -> Scene:
    """Lays out one picture. Pure but for the memo, which only saves time."""
    memo.turn()
    journey = bounded(journey)
    graph = build_graph(journey)
    front = frozenset(
        step.id for number, step in enumerate(graph.steps) if graph.front[number] or graph.customer[number]
    )
    measures = measures or measures_for(options.density, len(journey.steps))
    language = journey.head.language or t.language
    grid = grid_of(journey, findings.visits, front, options)
    wiring = wiring_of(journey, grid, graph, findings.visits, measures)
    plan = _plan(grid, wiring.wires, measures, memo)
    found = stands(findings.marks, grid, plan, graph)
    evidence, discs = evidence_levels(journey), discs_by_place(journey, findings)
    caption = t("DECISIVE")
    titles = {}
    for id, place in grid.places.items():
        words = caption if is_critical(place.step) else ""
        crowd = Crowd(words, bool(evidence.get(id)), reach_of(discs.get(id, ())))
        titles[id] = titled(place.step, crowd, measures, language, memo)
    needs = _needs(grid, titles, plan, found, options, measures)
    frame = lay_out(grid, measures, needs)
    if len(found) <= ROOM_WALLS:
        frame = _roomy(frame, needs, found, journey, findings, options, t, language, memo)
    traces = trace_all(frame, plan.laid)
    return Scene(
        journey, findings, options, t, memo, graph, front, grid, frame, plan,
        wiring.looks, traces, found, language,
        step_looks(findings, evidence, frame, options, t, language), discs,
        {item.id: item for item in findings.ranked},
    )  # fmt: skip


def _roomy(
    frame: Frame,
    needs: Needs,
    found: tuple[Stand, ...],
    journey: Journey,
    findings: Findings,
    options: Options,
    t: Catalogue,
    language: str,
    memo: Memo,
) -> Frame:
    """The frame with gutters as wide as walls' words ask for. Focus is no matter, or the map would
    move with it."""
    looks = wall_looks(found, journey, findings, frame.grid, t)
    for turn in range(ROOM_TURNS):
        traces = trace_all(frame, needs.plan.laid)
        ask = partial(asked_room, frame, found, traces, looks, language)
        facts = (tuple(looks.items()), *place_facts(frame, found, traces, language))
        asked = memo.get(("wall_room", turn), facts, lambda *_, ask=ask: ask())
        needs = replace(needs, room=_added(needs.room, asked))
        wider = lay_out(frame.grid, frame.measures, needs) if asked else frame
        if wider is frame or (options.widest is not None and wider.width > max(options.widest, frame.width)):
            break
        frame = wider
    return frame


def _added(room: Mapping[int, float], asked: Mapping[int, float]) -> Mapping[int, float]:
    """Two gutters' widths together."""
    return {gutter: room.get(gutter, 0.0) + asked.get(gutter, 0.0) for gutter in {*room, *asked}}


def _plan(grid: Grid, wires: tuple[Wire, ...], measures: Measures, memo: Memo) -> Plan:
    """Routes, or those of last time while cells and links are the same."""
    cells = tuple(sorted((place.column, place.lane, place.row) for place in grid.places.values()))
    facts = (len(grid.columns), grid.rows, cells, wires, measures)
    return memo.get(("plan", measures.name), facts, _planned)


def _planned(
    columns: int,
    rows: tuple[int, ...],
    cells: tuple[tuple[int, int, int], ...],
    wires: tuple[Wire, ...],
    measures: Measures,
) -> Plan:
    half = (measures.step_width / 2 - 10, measures.step_height / 2 - 8)
    return plan_routes(columns, rows, cells, wires, half)


def _needs(
    grid: Grid,
    titles: Mapping[Id, Title],
    plan: Plan,
    found: tuple[Stand, ...],
    options: Options,
    m: Measures,
) -> Needs:
    leaves = {place.lane for place in grid.places.values() if place.step.value_in_use and place.row == 0}
    has_curve = options.curve and any(
        place.step.experience is not None or place.step.expectation is not None
        for place in grid.places.values()
    )
    top = m.title_block if options.title_block else m.no_title
    staged = options.hints or any(column.stage is not None for column in grid.columns)
    return Needs(
        titles, plan, borders(found), frozenset(leaves), has_curve, top, staged,
        least_width=_least(grid, options, m),
    )  # fmt: skip


def _least(grid: Grid, options: Options, m: Measures) -> float:
    """Wide enough for a title, a legend or the hints of an empty map."""
    hints = options.hints and len(grid.places) < UNTIL
    if not (hints or options.title_block or options.ledger or options.legend):
        return 0.0
    return m.header_width + LEAST_COLUMNS * (m.step_width + m.gutter) + m.right
