"""Rules about lanes and the road: owners, shares, faces, hand-offs (CLAIMS S0)."""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.analysis.graph import unit_path
from journeymap.analysis.rules.kit import Matter, Question, Rule
from journeymap.analysis.shares import given_share
from journeymap.analysis.visits import trapped
from journeymap.i18n.catalogue import N_
from journeymap.model.reading import is_critical, is_customer_lane, lanes_in_order

EXCESS = 0.5
"""Expected hand-offs above the fewest possible by more than this are worth a question."""


def _lane_no_owner(matter: Matter) -> Iterator[Question]:
    for lane in lanes_in_order(matter.journey):
        if not is_customer_lane(lane) and not unit_path(lane.unit) and not (lane.owner or "").strip():
            yield Question((lane.id,), facts={"lane": lane.id})


def _prob_sum(matter: Matter) -> Iterator[Question]:
    graph = matter.ground.graph
    for step in matter.ground.shares.above_one:
        total = sum(given_share(graph.links[link]) or 0.0 for link in graph.out[step])
        id = graph.steps[step].id
        yield Question((id,), facts={"step": id, "share": round(total, 9)})


def _no_exit(matter: Matter) -> Iterator[Question]:
    graph, shares, starts = matter.ground.graph, matter.ground.shares, matter.ground.ends.starts
    roads = [[(graph.target[link], shares.of_link[link]) for link in links] for links in graph.out]
    for step in trapped(dict.fromkeys(starts, 1.0), roads, shares.leaves):
        id = graph.steps[step].id
        yield Question((id,), facts={"step": id})


def _sup_account(matter: Matter) -> Iterator[Question]:
    """A supplier that nobody answers for; a friction that a supplier is to own."""
    journey = matter.journey
    suppliers = [lane for lane in lanes_in_order(journey) if lane.kind == "supplier"]
    for lane in suppliers:
        if not unit_path(lane.accountable):
            yield Question((lane.id,), facts={"lane": lane.id})
    names = {name.casefold(): lane for lane in suppliers for name in (lane.name, *unit_path(lane.unit)[-1:])}
    for friction in sorted(journey.frictions.values(), key=lambda record: record.id):
        owner = names.get((friction.owner or "").strip().casefold())
        if owner is not None:
            yield Question((friction.id, owner.id), facts={"lane": owner.id})


def _one_face(matter: Matter) -> Iterator[Question]:
    graph = matter.ground.graph
    met = {graph.lane[step].id for step, front in enumerate(graph.front) if front}
    faces: dict[str, list[str]] = {}
    for lane in lanes_in_order(matter.journey):
        face = (lane.shown_as or "").strip().casefold()
        if face and lane.id in met:
            faces.setdefault(face, []).append(lane.id)
    if len(faces) > 1:
        lanes = tuple(lane.id for lane in lanes_in_order(matter.journey) if lane.id in met and lane.shown_as)
        yield Question(lanes, facts={"n": len(faces)})


def _wall_carrier(matter: Matter) -> Iterator[Question]:
    """The customer carries the matter from a front step, and nobody tells any of the next ones."""
    graph = matter.ground.graph
    next_ones: dict[int, list[int]] = {}
    for giver, receiver in matter.facts.walks:
        if graph.same(giver, receiver) is not True:
            next_ones.setdefault(giver, []).append(receiver)
    for number, link in enumerate(graph.links):
        giver = graph.source[number]
        if link.carrier != "customer" or link.info != "no" or graph.kind[number] == "exit":
            continue
        receivers = next_ones.get(giver, [])
        if receivers and not any(matter.facts.informed(giver, receiver) for receiver in receivers):
            yield Question((link.id,), facts={"step": link.source, "next": link.target})


def _handoff_excess(matter: Matter) -> Iterator[Question]:
    expected, fewest = matter.figures.expected_handoffs, matter.figures.minimum_handoffs
    if expected is not None and fewest is not None and expected > fewest + EXCESS:
        yield Question((), facts={"number": round(expected, 6), "n": fewest})


def _pass_through(matter: Matter) -> Iterator[Question]:
    """One way in from the customer, one way on to another owner, nothing done in between."""
    graph = matter.ground.graph
    onward = {giver for giver, receiver in matter.facts.walks if graph.owner[giver] != graph.owner[receiver]}
    for number, step in enumerate(graph.steps):
        if not graph.front[number] or len(graph.into[number]) != 1 or len(graph.out[number]) != 1:
            continue
        does = step.asks or step.makes or step.honours or step.goal or step.end or step.start
        from_customer = graph.customer[graph.source[graph.into[number][0]]]
        if from_customer and number in onward and not does and not is_critical(step):
            yield Question((step.id,), "suspected", {"step": step.id})


RULES = (
    Rule("LANE-NO-OWNER", _lane_no_owner, N_("Nobody says which unit {lane} belongs to, or who owns it.")),
    Rule("PROB-SUM", _prob_sum, N_("The shares that leave “{step}” sum to {share}. They are scaled to fit.")),
    Rule("NO-EXIT", _no_exit, N_("Whoever comes to “{step}” can never leave the journey again.")),
    Rule("SUP-ACCOUNT", _sup_account, N_("Which unit of yours answers for {lane}?")),
    Rule("ONE-FACE", _one_face, N_("{The_guest} meets {n} different names for one organisation.")),
    Rule(
        "WALL-CARRIER", _wall_carrier, N_("From “{step}” {the_guest} carries the proof; nobody passes it on.")
    ),
    Rule(
        "HANDOFF-EXCESS",
        _handoff_excess,
        N_("Expected hand-offs on the way: {number}. Fewest possible: {n}."),
    ),
    Rule("PASS-THROUGH", _pass_through, N_("Does “{step}” only send {the_guest} on?")),
)
