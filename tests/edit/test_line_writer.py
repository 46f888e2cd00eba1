"""Read lines become edits: facts at the step written last, steps behind the road's end."""

from __future__ import annotations

import pytest

from journeymap.edit import verbs
from journeymap.edit.document import Document
from journeymap.edit.line import parse
from journeymap.edit.line_writer import WritingPosition, may_write, position_at, write
from journeymap.edit.rules import RefusedError
from journeymap.i18n.catalogue import catalogue
from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.model.reading import lanes_in_order, name_of
from journeymap.model.records import Link

I = Id  # noqa: E741 - a table of ids reads better with a short word


def type_line(
    document: Document, text: str, at: WritingPosition, branch: bool = False, existing: Id | None = None
) -> WritingPosition:
    lanes = [lane.name for lane in lanes_in_order(document.journey)]
    return write(document, parse(text, lanes), at, branch=branch, existing=existing)


def between(document: Document, source: str | None, target: str | None) -> Link:
    links = document.journey.links.values()
    return next(link for link in links if (link.source, link.target) == (source, target))


@pytest.fixture
def end(document: Document) -> WritingPosition:
    """Standing on the last step of the road."""
    return position_at(document.journey, I("e"))


def test_a_step_goes_on_in_the_same_lane(document: Document, end: WritingPosition) -> None:
    at = type_line(document, "Says goodbye", end)
    step = document.journey.steps[at.road or I("")]
    assert (step.title, step.lane, at.last) == ("Says goodbye", "shop", at.road)
    assert between(document, "e", at.road).kind == "flow"


def test_a_named_lane_is_where_the_next_step_stands_too(document: Document, end: WritingPosition) -> None:
    at = type_line(document, "head: Phones", end)
    at = type_line(document, "Writes", at)
    assert document.journey.steps[at.road or I("")].lane == "head"


def test_an_unknown_lane_is_made_with_its_default_unit(document: Document, end: WritingPosition) -> None:
    at = type_line(document, "Parts: Orders", end)
    at = type_line(document, "Glass Ltd*: Sends", at)
    made = {lane.name: (lane.kind, lane.unit) for lane in document.journey.lanes.values()}
    assert made["Parts"] == ("department", "Fix/Parts") and made["Glass Ltd"] == ("supplier", "Glass Ltd")
    assert [lane.name for lane in lanes_in_order(document.journey)][-2:] == ["Parts", "Glass Ltd"]


def test_a_lane_alone_moves_the_writing_and_writes_no_step(document: Document, end: WritingPosition) -> None:
    at = type_line(document, "scr:", end)
    assert (at.road, at.lane, len(document.journey.steps)) == ("e", "work", 5)
    at = type_line(document, "Post:", at)
    assert document.journey.lanes[at.lane or I("")].name == "Post" and document.undo_label == "Add lane"


def test_one_enter_is_one_undo_step(document: Document, end: WritingPosition) -> None:
    start = document.journey
    type_line(document, "> Post*: Loses the phone !", end)
    assert document.undo() and document.journey == start and not document.undo()


def test_enter_in_mid_chain_inserts_and_shift_enter_branches(document: Document) -> None:
    at = position_at(document.journey, I("b"))
    inserted = type_line(document, "Writes it down", at)
    assert document.journey.links[I("bc")].source == inserted.road
    branch = type_line(document, "Says no", at, branch=True)
    assert between(document, "b", branch.road).kind == "flow"


def test_behind_takes_facts_but_leaves_the_road(document: Document, end: WritingPosition) -> None:
    at = type_line(document, "< head: Sends parts", end)
    assert at.road == "e" and at.lane == "shop" and at.last != "e"
    assert between(document, at.last, "e").kind == "info"
    at = type_line(document, "# Wrong parts", at)
    assert document.journey.frictions[at.friction or I("")].at == at.last
    at = type_line(document, "Apologises", at)
    assert between(document, "e", at.road).kind == "flow"


def test_sent_on_goes_on_from_the_new_step(document: Document, end: WritingPosition) -> None:
    at = type_line(document, "> cust: Phones", end)
    assert between(document, "e", at.road).kind == "refer"
    assert document.journey.steps[at.road or I("")].lane == "cust"


def test_sent_on_from_mid_chain_is_a_branch(document: Document) -> None:
    at = type_line(document, "> Phones", position_at(document.journey, I("b")))
    assert between(document, "b", at.road).kind == "refer"
    assert document.journey.links[I("bc")].source == "b"


def test_choosing_an_existing_step_links_to_it(document: Document, end: WritingPosition) -> None:
    at = type_line(document, "> Takes in", end, existing=I("b"))
    assert between(document, "e", "b").kind == "refer" and at.road == "e"
    at = type_line(document, "< Waits", at, existing=I("c"))
    assert between(document, "c", "e").kind == "info" and at.last == "c" and at.road == "e"
    assert len(document.journey.steps) == 5


def test_a_promise_is_made_then_kept(document: Document, end: WritingPosition) -> None:
    type_line(document, "= ready on friday", end)
    at = type_line(document, "= A loan phone", position_at(document.journey, I("c")))
    again = type_line(document, "= A loan phone", end)
    type_line(document, "= A loan phone", at)
    steps = document.journey.steps
    loan = verbs.promise_called(document.journey, "a LOAN phone")
    assert steps[I("e")].honours == ("p", loan) and steps[I("c")].makes == (loan,)
    assert steps[I("c")].honours is None and again.last == "e" and len(document.journey.promises) == 2


def test_information_is_asked_then_asked_again(document: Document, end: WritingPosition) -> None:
    type_line(document, "+ receipt number", end)
    type_line(document, "+ Name", end)
    name = verbs.item_called(document.journey, "name")
    assert document.journey.steps[I("e")].asks == ("i", name)


def test_marks_quotes_and_value(document: Document, end: WritingPosition) -> None:
    at = end
    for line in ("! Promised here", '"It is not us"', "*", "? Who pays"):
        at = type_line(document, line, at)
    step = document.journey.steps[I("e")]
    assert (step.critical, step.critical_reason, step.value_in_use) == (True, "Promised here", True)
    heard = [(each.level, each.quote) for each in document.journey.evidence.values() if each.about == "e"]
    assert heard == [("heard", "It is not us")]
    parked = [(note.text, note.lane, note.column) for note in document.journey.notes.values()]
    assert ("Who pays", "shop", 5) in parked
    assert at.road == "e"


def test_a_mark_without_reason_keeps_the_reason_there_is(document: Document, end: WritingPosition) -> None:
    type_line(document, "! Because", end)
    type_line(document, "!", end)
    assert document.journey.steps[I("e")].critical_reason == "Because"


def test_a_stage_begins_with_the_next_step(document: Document, end: WritingPosition) -> None:
    at = type_line(document, "/ Afterwards", end)
    assert at.stage is not None and document.journey.steps[I("e")].stage == "s2"
    at = type_line(document, "Uses it", at)
    step = document.journey.steps[at.road or I("")]
    assert name_of(document.journey.stages[step.stage or I("")]) == "Afterwards" and at.stage is None
    assert type_line(document, "/ repair", end).stage == "s2", "a stage of that name is used again"


@pytest.mark.parametrize("line", ["Uses it", "> Phones", "< Stocks up", "- Waits long"])
def test_a_stage_that_was_taken_back_before_its_first_step(
    document: Document, end: WritingPosition, line: str
) -> None:
    at = type_line(document, "/ Afterwards", end)
    document.undo()
    assert at.stage not in document.journey.stages
    before = document.journey
    assert type_line(document, line, at).stage is None
    assert document.journey is not before


def test_the_road_can_be_gone_when_the_line_is_written(document: Document, end: WritingPosition) -> None:
    """Deleted by somebody else while the words were typed: the step is written, joined to nothing."""
    verbs.delete(document, [I("e")])
    at = type_line(document, "Says goodbye", end)
    assert document.journey.steps[at.road or I("")].title == "Says goodbye"
    with pytest.raises(RefusedError, match="Write a step first"):
        type_line(document, "> Phones", end)


def test_a_stage_can_begin_with_being_sent_on(document: Document, end: WritingPosition) -> None:
    at = type_line(document, "/ Complaint", end)
    at = type_line(document, "> Phones", at)
    assert document.journey.steps[at.road or I("")].stage not in (None, "s1", "s2")


def test_an_empty_line_and_the_first_line_of_all(document: Document, end: WritingPosition) -> None:
    before = document.journey
    assert type_line(document, "  ", end) == end and document.journey is before
    empty = Document(Journey())
    at = type_line(empty, "Plans", WritingPosition())
    assert at.road in empty.journey.steps
    type_line(empty, "? Free remark", WritingPosition())
    assert [(note.lane, note.column) for note in empty.journey.notes.values()] == [(None, None)]


def test_the_moment_chosen_on_the_map_is_kept_for_one_step(document: Document) -> None:
    at = type_line(document, "Early bird", WritingPosition(lane=I("head"), column=2))
    step = document.journey.steps[at.road or I("")]
    assert (step.lane, step.column, at.column) == ("head", 2, None)


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("# Slow", "Skriv ett steg först, så vet friktionen var den hör hemma."),
        ("! Here", "Skriv ett steg först, så hamnar det här där det hör hemma."),
        ("= Friday", "Skriv ett steg först, så hamnar det här där det hör hemma."),
        ("> Phones", "Skriv ett steg först, så vet vägen var den kommer ifrån."),
        ("s: Waits", "Flera banor börjar så: Shop, Screens Ltd. Skriv en bokstav till eller välj."),
        ("#", "Det saknas ord efter tecknet."),
    ],
)
def test_a_line_never_fails_silently(document: Document, line: str, sentence: str) -> None:
    before = document.journey
    lanes = [lane.name for lane in lanes_in_order(before)]
    reading = parse(line, lanes)
    assert may_write(before, reading, WritingPosition()).said(catalogue("sv")) == sentence
    with pytest.raises(RefusedError):
        write(document, reading, WritingPosition())
    assert document.journey is before


def test_a_chosen_step_must_be_one_that_can_be_joined(document: Document, end: WritingPosition) -> None:
    reading = parse("> Hands out", [])
    assert not may_write(document.journey, reading, end, I("e"))
    assert may_write(document.journey, reading, end, I("a"))


def test_standing_on_nothing() -> None:
    assert position_at(Journey(), None) == position_at(Journey(), I("gone")) == WritingPosition()
