"""A small map that tells of all that lies beyond walls and ranking, for window and report."""

from __future__ import annotations

from journeymap.model.ids import Id
from journeymap.model.journey import Journey, journey_of
from journeymap.model.records import Action, Friction, Head, Informed, Item, Lane, Link, Promise, Step


def two_days(info: Informed | None = None) -> Journey:
    """Made at a, kept at b after four days although two were promised; the name asked for at both.

    Training is planned against a friction that a system causes. `info`: whether b knows what g knows.
    """
    lanes = [
        Lane(id=Id("G"), name="Guest", kind="customer", order="a"),
        Lane(id=Id("A"), name="Offers", kind="department", order="b", unit="X/Offers"),
        Lane(id=Id("B"), name="Desk", kind="department", order="c", unit="X/Desk"),
    ]
    steps = [
        Step(id=Id("a"), title="Offer", lane=Id("A"), column=0, makes=(Id("p"),), asks=(Id("n"),)),
        Step(id=Id("g"), title="Waits", lane=Id("G"), column=1, own_minutes=0, wait_minutes=0),
        Step(id=Id("b"), title="Meet", lane=Id("B"), column=2, honours=(Id("p"),), asks=(Id("n"),)),
        Step(id=Id("h"), title="Left alone", lane=Id("G"), column=3, wait_minutes=30),
    ]
    links = [
        Link(id=Id("1"), source=Id("a"), target=Id("g"), lead_days=4, wait_minutes=0),
        Link(id=Id("2"), source=Id("g"), target=Id("b"), lead_days=0, wait_minutes=0, info=info),
    ]
    said = [
        Promise(id=Id("p"), text="Room in two days", due_minutes=2 * 24 * 60),
        Item(id=Id("n"), name="Name"),
        Friction(id=Id("f"), title="Sent on", at=Id("b"), hits=0.1, wait_minutes=10, work_minutes=0,
                 value_lost=0, critical=True, cause="system"),
        Action(id=Id("t"), title="Course in kindness", kind="training", frictions=(Id("f"),)),
    ]  # fmt: skip
    head = Head(format="journeymap", version=1, min_reader=1, document="told", journeys_per_year=1000)
    return journey_of(*lanes, *steps, *links, *said, head=head)
