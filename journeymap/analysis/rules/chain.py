"""Rules about what lies behind the customer's steps: chains, requirements, processes (CLAIMS S1, S4)."""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.analysis.chains import has_requirement
from journeymap.analysis.components import reachable, reversed_lists
from journeymap.analysis.findings import Certainty
from journeymap.analysis.graph import Graph
from journeymap.analysis.rules.kit import Matter, Question, Rule
from journeymap.i18n.catalogue import N_
from journeymap.model.ids import Id
from journeymap.model.reading import is_customer_lane, lanes_in_order


def towards_customer(graph: Graph) -> list[list[int]]:
    """Where what a step does goes next: along the road, information and status, back along orders."""
    onward: list[list[int]] = [[] for _ in graph.steps]
    for number, kind in enumerate(graph.kind):
        source, target = graph.source[number], graph.target[number]
        if kind in ("flow", "refer", "info", "status"):
            onward[source].append(target)
        elif kind == "order":
            onward[target].append(source)
    return onward


def _leading_to(graph: Graph, wanted: list[int]) -> list[bool]:
    return reachable(reversed_lists(towards_customer(graph)), wanted)


def _chain_cut(matter: Matter) -> Iterator[Question]:
    """A back step whose work reaches no step that the customer meets or does."""
    graph = matter.ground.graph
    faced = [number for number in range(len(graph.steps)) if not graph.back(number)]
    reaching = _leading_to(graph, faced)
    for number, step in enumerate(graph.steps):
        if graph.back(number) and not reaching[number]:
            facts = {"step": step.id, "lane": step.lane}
            yield Question((step.id,), facts=facts, seen={"links": _links_at(graph, number)})


def _links_at(graph: Graph, number: int) -> list[Id]:
    """Every link that leaves the step or comes to it."""
    ends = zip(graph.source, graph.target, strict=True)
    return [graph.links[link].id for link, pair in enumerate(ends) if number in pair]


def _lane_no_customer(matter: Matter) -> Iterator[Question]:
    """A lane from which nothing comes to a step that the customer does or meets."""
    graph = matter.ground.graph
    reaching = _leading_to(graph, [number for number in range(len(graph.steps)) if not graph.back(number)])
    near = {graph.lane[number].id for number, reaches in enumerate(reaching) if reaches}
    used = {lane.id for lane in graph.lane}
    for lane in lanes_in_order(matter.journey):
        if lane.id in used - near and not is_customer_lane(lane):
            steps = [step.id for step in graph.steps if step.lane == lane.id]
            yield Question((lane.id,), facts={"lane": lane.id}, seen={"steps": steps})


def _req_gap(matter: Matter) -> Iterator[Question]:
    """How many links behind a critical step carry a requirement, where not all do.

    Suspected while no link of the map carries one: then nobody has spoken of requirements yet.
    """
    begun = any(has_requirement(link) for link in matter.ground.graph.links)
    sure: Certainty = "certain" if begun else "suspected"
    for step, (covered, every) in matter.chains.asked.items():
        if covered < every:
            facts = {"step": step, "n": covered, "all": every}
            yield Question((step,), sure, facts, unsaid=not begun)


def _no_core(matter: Matter) -> Iterator[Question]:
    """Lanes are sorted into processes, and none of them is the core process."""
    classed = [lane for lane in lanes_in_order(matter.journey) if lane.process]
    if classed and not any("core" in (lane.process or ()) for lane in classed):
        yield Question(tuple(lane.id for lane in classed))


def _support_orphan(matter: Matter) -> Iterator[Question]:
    """A step of a pure support lane from which nothing goes on to the core process."""
    graph = matter.ground.graph
    core = [number for number, lane in enumerate(graph.lane) if "core" in (lane.process or ())]
    if not core:
        return
    reaching = _leading_to(graph, core)
    for number, step in enumerate(graph.steps):
        process = graph.lane[number].process or ()
        if "support" in process and "core" not in process and not reaching[number]:
            yield Question((step.id,), facts={"step": step.id}, seen={"links": _links_at(graph, number)})


RULES = (
    Rule(
        "CHAIN-CUT",
        ("S1.1",),
        "behind",
        _chain_cut,
        N_("A chain that is cut"),
        N_("Whether the work of every back step reaches a step that {the_guest} meets."),
        {"": N_("“{step}” in {lane} reaches no step that {the_guest} meets.")},
        finished=True,
    ),
    Rule(
        "LANE-NO-CUSTOMER",
        ("S1.9",),
        "behind",
        _lane_no_customer,
        N_("A lane far from the customer"),
        N_("Whether anything in a lane reaches {the_guest}."),
        {"": N_("Nothing in {lane} reaches {the_guest}.")},
        finished=True,
    ),
    Rule(
        "REQ-GAP",
        ("S1.2",),
        "behind",
        _req_gap,
        N_("Links without a requirement"),
        N_("Requirements on the links behind every critical step."),
        {"": N_("{n} of {all} links behind “{step}” carry a requirement.")},
    ),
    Rule(
        "NO-CORE",
        ("S4.1",),
        "behind",
        _no_core,
        N_("No core process"),
        N_("Whether any lane is marked as the core process, where lanes are sorted into processes."),
        {"": N_("No lane is marked as the core process.")},
        answer="process",
    ),
    Rule(
        "SUPPORT-ORPHAN",
        ("S4.2",),
        "behind",
        _support_orphan,
        N_("Support that serves nobody"),
        N_("Whether the steps of support lanes lead to a step of the core process."),
        {"": N_("Nothing leads from “{step}” on to the core process.")},
        finished=True,
    ),
)
