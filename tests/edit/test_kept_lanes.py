"""A kept set comes into a map: what is there stays, the rest comes below, one undo takes it back."""

from __future__ import annotations

from journeymap.edit import verbs
from journeymap.edit.document import Document
from journeymap.model.ids import Id
from journeymap.model.journey import journey_of
from journeymap.model.reading import lanes_in_order
from journeymap.model.records import Lane

KEPT = (
    Lane(name="Guest", kind="customer"),
    Lane(name="Reception", kind="department", unit="Hotel/House/Reception", process=("core",)),
    Lane(name="Ren AB", kind="supplier", unit="Ren AB", accountable="Hotel/House"),
)


def document() -> Document:
    return Document(
        journey_of(
            Lane(id=Id("c"), name="Customer", kind="customer", order=1),
            Lane(id=Id("r"), name="reception", kind="department", unit="reception", order=2),
        )
    )


def test_lanes_that_are_there_stay_as_they_are_and_others_come_below() -> None:
    it = document()
    before = it.present
    came = verbs.insert_lanes(it, KEPT)
    lanes = lanes_in_order(it.present)
    assert [lane.name for lane in lanes] == ["Customer", "reception", "Ren AB"]
    assert [lane.order for lane in lanes] == [1, 2, 3]
    assert it.present.lanes[Id("r")].unit == "reception"
    assert [it.present.lanes[id].accountable for id in came] == ["Hotel/House"]
    it.undo()
    assert it.present == before
    assert len(verbs.insert_lanes(Document(journey_of()), KEPT)) == 3


def test_inserting_twice_brings_nothing_new() -> None:
    it = document()
    verbs.insert_lanes(it, KEPT)
    before = it.present
    assert verbs.insert_lanes(it, KEPT) == ()
    assert it.present is before


def test_lanes_take_the_facts_of_their_namesakes_but_a_customer_stays_one() -> None:
    it = document()
    odd = Lane(name="Customer", kind="supplier", unit="Elsewhere")
    verbs.take_facts(it, [*KEPT, odd])
    assert it.present.lanes[Id("r")].unit == "Hotel/House/Reception"
    assert it.present.lanes[Id("r")].process == ("core",)
    assert it.present.lanes[Id("c")].kind == "customer"
    assert it.present.lanes[Id("c")].unit is None
    assert len(it.present.lanes) == 2
