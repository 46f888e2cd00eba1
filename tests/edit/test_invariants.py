"""What must hold: each sentence broken once by hand, and the tests for what a file brought along."""

from __future__ import annotations

import math

import pytest

from journeymap.edit.document import Document
from journeymap.edit.draft import Draft
from journeymap.edit.invariants import INVARIANTS, InvariantError, broken, demand
from journeymap.model.ids import HEAD, Id
from journeymap.model.journey import Journey, journey_of
from journeymap.model.records import (
    Action,
    Evidence,
    Friction,
    Head,
    Lane,
    Link,
    Measure,
    Note,
    Record,
    Step,
    Wall,
)

I = Id  # noqa: E741 - a table of ids reads better with a short word

BREAKS: list[tuple[str, Record]] = [
    ("ID-ONCE", Note(id=I("a"), text="the id of a step")),
    ("NUMBER-FINITE", Lane(id=I("n"), name="n", kind="system", order=math.nan)),
    ("STEP-LANE", Step(id=I("n"), title="n", lane=I("gone"))),
    ("STEP-STAGE", Step(id=I("n"), title="n", lane=I("shop"), stage=I("gone"))),
    ("STEP-LISTS", Step(id=I("n"), title="n", lane=I("shop"), asks=(I("p"),))),
    ("STEP-LISTS", Step(id=I("n"), title="n", lane=I("shop"), honours=(I("i"),))),
    ("LINK-ENDS", Link(id=I("n"), source=I("a"), target=I("shop"))),
    ("LINK-ENDS", Link(id=I("n"), source=I("a"), target=I("a"))),
    ("FRICTION-AT", Friction(id=I("n"), title="n", at=I("shop"))),
    ("WALL-ENDS", Wall(id=I("n"), key="k", source=I("gone"))),
    ("EVIDENCE-ABOUT", Evidence(id=I("n"), about=I("gone"))),
    ("EVIDENCE-PICTURE", Evidence(id=I("n"), about=I("a"), attachment=I("gone"))),
    ("MEASURE-STEP", Measure(id=I("n"), question="n", step=I("shop"))),
    ("ACTION-FRICTIONS", Action(id=I("n"), title="n", frictions=(I("a"),))),
    ("NOTE-LANE", Note(id=I("n"), text="n", lane=I("a"))),
    ("HEAD-LOGO", Head(logo=I("gone"))),
]


@pytest.mark.parametrize(("name", "record"), BREAKS, ids=[name for name, _ in BREAKS])
def test_an_edit_that_breaks_it_is_taken_back(document: Document, name: str, record: Record) -> None:
    before = document.journey
    draft = Draft(before)
    draft.put(record)
    with pytest.raises(InvariantError) as told:
        demand(draft)
    assert name in {about.split()[0] for about in told.value.ids}
    if name not in ("EVIDENCE-ABOUT", "FRICTION-AT", "LINK-ENDS"):
        with pytest.raises(InvariantError), document.edit("Break") as open_draft:
            open_draft.put(record)
    assert document.journey is before


def test_every_sentence_is_broken_above_and_holds_in_the_story(story: Journey) -> None:
    assert {name for name, _ in BREAKS} == {invariant.id for invariant in INVARIANTS}
    assert all(invariant.sentence.endswith(".") for invariant in INVARIANTS)
    assert list(broken(story)) == []


def test_what_a_file_brought_along_broken_stands_in_nobodys_way() -> None:
    journey = journey_of(
        Lane(id=I("l"), name="Guest", kind="customer"),
        Step(id=I("s"), title="Plans", lane=I("l")),
        Step(id=I("t"), title="Books", lane=I("l")),
        Note(id=I("n"), text="Beside nothing", lane=I("gone")),
    )
    document = Document(journey)
    with document.edit("Delete step") as draft:
        draft.remove(I("t"))
    with document.edit("Rename") as draft:
        draft.set(HEAD, title="Trip")
    assert I("t") not in document.journey.steps
    assert document.journey.notes[I("n")].lane == "gone"


def test_what_breaks_by_a_removal_is_found_though_nobody_wrote_it(story: Journey) -> None:
    draft = Draft(story)
    draft.remove(I("c"))
    with pytest.raises(InvariantError, match="LINK-ENDS"):
        demand(draft)
