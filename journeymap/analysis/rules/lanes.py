"""Rules about lanes: who they belong to, who answers for a supplier, what they are called (CLAIMS S0)."""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.analysis.graph import unit_path
from journeymap.analysis.rules.kit import Matter, Question, Rule
from journeymap.i18n.catalogue import N_
from journeymap.model.journey import Journey
from journeymap.model.reading import is_customer_lane, lanes_in_order
from journeymap.model.records import Lane


def _lane_no_owner(matter: Matter) -> Iterator[Question]:
    for lane in lanes_in_order(matter.journey):
        if not is_customer_lane(lane) and not unit_path(lane.unit) and not (lane.owner or "").strip():
            yield Question((lane.id,), facts={"lane": lane.id})


def _sup_account(matter: Matter) -> Iterator[Question]:
    """A supplier that no own unit answers for; a friction that a supplier is to own."""
    suppliers = [lane for lane in lanes_in_order(matter.journey) if lane.kind == "supplier"]
    foreign = _names(suppliers) - _own_names(matter.journey)
    # whose organisation a path speaks of is told by its first part: a unit may be called as its supplier
    for lane in suppliers:
        accountable = unit_path(lane.accountable)
        if not accountable:
            yield Question((lane.id,), facts={"lane": lane.id})
        elif accountable[0].casefold() in foreign:
            facts = {"lane": lane.id, "unit": "/".join(accountable)}
            yield Question((lane.id,), facts=facts, say="outside")
    yield from _owned_by_suppliers(matter, suppliers)


def _owned_by_suppliers(matter: Matter, suppliers: list[Lane]) -> Iterator[Question]:
    own = _own_names(matter.journey)
    names = {name: lane for lane in suppliers for name in _names([lane]) if name not in own}
    for friction in sorted(matter.journey.frictions.values(), key=lambda record: record.id):
        path = unit_path(friction.owner)
        lane = names.get(path[-1].casefold()) if path else None
        if lane is not None and friction.status != "solved":
            facts = {"lane": lane.id, "friction": friction.id}
            yield Question((friction.id, lane.id), facts=facts, say="owner")


def _names(lanes: list[Lane]) -> set[str]:
    """What lanes and their units are called, case-blind."""
    paths = (unit_path(lane.unit) for lane in lanes)
    named = [lane.name for lane in lanes] + [part for path in paths for part in (path[:1] + path[-1:])]
    return {name.strip().casefold() for name in named}


def _own_names(journey: Journey) -> set[str]:
    """What is surely one's own: the organisation, the other provider lanes, their units, and the units
    that answer for suppliers where their path begins as those do.
    """
    lanes = [lane for lane in journey.lanes.values() if lane.kind in ("department", "system")]
    organisation = (journey.head.organisation or "").strip().casefold()
    own = _names(lanes) | ({organisation} if organisation else set())
    answering = (unit_path(lane.accountable) for lane in journey.lanes.values() if lane.kind == "supplier")
    return own | {path[-1].casefold() for path in answering if path and path[0].casefold() in own}


def _one_face(matter: Matter) -> Iterator[Question]:
    """Lanes met under different names; one that says none goes by the organisation's, if that is known."""
    graph = matter.ground.graph
    met = {graph.lane[step].id for step, front in enumerate(graph.front) if front}
    lanes = [lane for lane in lanes_in_order(matter.journey) if lane.id in met]
    named = [lane for lane in lanes if (lane.shown_as or "").strip()]
    faces = {(lane.shown_as or "").strip().casefold() for lane in named}
    usual = (matter.journey.head.organisation or "").strip().casefold()
    if len(faces) > 1:
        yield Question(tuple(lane.id for lane in named), facts={"n": len(faces)}, seen={"as": sorted(faces)})
    elif len(faces) == 1 and usual and usual not in faces and len(named) < len(lanes):
        seen = {"as": sorted(faces | {usual})}
        yield Question(tuple(lane.id for lane in named), "suspected", {"n": 2}, seen)


RULES = (
    Rule(
        "LANE-NO-OWNER",
        ("S0.13",),
        "owners",
        _lane_no_owner,
        N_("A lane without unit and owner"),
        N_("Lanes of departments, suppliers and systems where neither unit nor owner is said."),
        {"": N_("Nobody says which unit {lane} belongs to, or who owns it.")},
        answer="unit",
    ),
    Rule(
        "SUP-ACCOUNT",
        ("S0.10",),
        "owners",
        _sup_account,
        N_("Who answers for the supplier"),
        N_("Whether a unit of yours answers for each supplier, and that no supplier owns a friction."),
        {
            "": N_("No unit of yours is named as answering for {lane}."),
            "outside": N_("{unit} is to answer for {lane}, and is no unit of yours."),
            "owner": N_("A supplier cannot own “{friction}”. Who of yours answers for {lane}?"),
        },
        answer="accountable",
    ),
    Rule(
        "ONE-FACE",
        ("S0.4",),
        "road",
        _one_face,
        N_("Several names for one journey"),
        N_("The names under which the lanes that {the_guest} meets show themselves."),
        {"": N_("{The_guest} meets {n} different names on one journey.")},
    ),
)
