"""The one door: all or nothing, joined edits, news, history, clean mark."""

from __future__ import annotations

import pytest

from journeymap.edit import verbs
from journeymap.edit.document import ClosedDoorError, Document, Edited
from journeymap.edit.invariants import InvariantError
from journeymap.edit.message import Message
from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.model.records import Lane, Step


def rename(document: Document, name: str, merge: object = None) -> None:
    with document.edit("Rename", merge) as draft:
        draft.set(Id("shop"), name=name)


def shop(document: Document) -> str:
    return document.journey.lanes[Id("shop")].name


def test_an_edit_makes_a_new_journey_and_tells_once(document: Document) -> None:
    before, heard = document.journey, []
    document.subscribe(heard.append)
    rename(document, "Counter")
    assert before.lanes[Id("shop")].name == "Shop"
    assert [(news.label, news.before is before, news.after is document.journey) for news in heard] == [
        ("Rename", True, True)
    ]
    assert set(heard[0].change.entries) == {"shop"}
    assert document.generation == 1


def test_an_exception_leaves_everything_as_it_was(document: Document) -> None:
    before, heard = document.journey, []
    document.subscribe(heard.append)
    with pytest.raises(RuntimeError), document.edit("Rename") as draft:
        draft.set(Id("shop"), name="Counter")
        raise RuntimeError
    assert document.journey is before and heard == [] and document.undo_label is None
    rename(document, "Counter")
    assert shop(document) == "Counter"


def test_a_broken_draft_is_taken_back_whole(document: Document) -> None:
    before = document.journey
    with pytest.raises(InvariantError, match="STEP-LANE"), document.edit("Write step") as draft:
        draft.add(Step(title="Nowhere", lane=Id("no such lane")))
    assert document.journey is before


def test_an_edit_that_changes_nothing_leaves_no_trace(document: Document) -> None:
    heard: list[Edited] = []
    document.subscribe(heard.append)
    rename(document, "Shop")
    with document.edit("There and back") as draft:
        id = draft.add(Lane(name="X", kind="system"))
        draft.remove(id)
    assert heard == [] and document.undo_label is None and document.is_clean


def test_inner_edits_join_the_outer_one(document: Document) -> None:
    with document.edit("Outer"):
        rename(document, "Counter")
        with document.edit("Inner") as draft:
            draft.set(Id("head"), name="Centre")
    assert document.undo_label == "Outer"
    document.undo()
    assert shop(document) == "Shop" and document.journey.lanes[Id("head")].name == "Head office"


def test_an_inner_edit_that_fails_leaves_nothing_of_itself(document: Document) -> None:
    with document.edit("Outer") as draft:
        draft.set(Id("head"), name="Centre")
        with pytest.raises(RuntimeError), document.edit("Inner") as inner:
            inner.set(Id("shop"), name="Counter")
            inner.add(Lane(name="Lost", kind="system"))
            raise RuntimeError
    assert shop(document) == "Shop" and document.journey.lanes[Id("head")].name == "Centre"
    assert len(document.journey.lanes) == 4


def test_a_listener_may_not_edit_undo_or_redo(document: Document) -> None:
    seen = []

    def meddle(news: Edited) -> None:
        for act in (document.undo, document.redo, lambda: rename(document, "Other")):
            with pytest.raises(ClosedDoorError):
                act()
        seen.append(news.label)

    document.subscribe(meddle)
    rename(document, "Counter")
    assert seen == ["Rename"] and shop(document) == "Counter"


def test_undo_waits_until_the_edit_is_over(document: Document) -> None:
    rename(document, "Counter")
    with pytest.raises(ClosedDoorError), document.edit("Outer"):
        document.undo()
    assert shop(document) == "Counter"


def test_every_listener_hears_even_after_one_that_fails(document: Document) -> None:
    heard: list[Edited] = []

    def fail(_: Edited) -> None:
        raise LookupError("view lost")

    document.subscribe(fail)
    document.subscribe(heard.append)
    with pytest.raises(LookupError):
        rename(document, "Counter")
    assert len(heard) == 1 and shop(document) == "Counter"
    assert not document.is_clean


def test_who_unsubscribed_hears_no_more(document: Document) -> None:
    heard: list[Edited] = []
    stop = document.subscribe(heard.append)
    stop()
    stop()
    rename(document, "Counter")
    assert heard == []


def test_undo_and_redo_say_what_they_do_and_where_it_came_from(document: Document) -> None:
    origins = []
    document.subscribe(lambda news: origins.append((news.origin, str(news.label))))
    rename(document, "Counter")
    assert document.undo() and document.redo_label == "Rename" and document.undo_label is None
    assert document.redo() and not document.redo()
    assert origins == [("edit", "Rename"), ("undo", "Rename"), ("redo", "Rename")]
    assert document.generation == 3


def test_a_new_edit_ends_what_could_be_redone(document: Document) -> None:
    rename(document, "Counter")
    document.undo()
    rename(document, "Desk")
    assert not document.redo() and shop(document) == "Desk"


def test_edits_with_one_merge_key_are_one_undo_step(document: Document) -> None:
    for name in ("C", "Co", "Cou"):
        rename(document, name, merge="typing")
    document.undo()
    assert shop(document) == "Shop" and not document.undo()
    document.redo()
    assert shop(document) == "Cou"


@pytest.mark.parametrize("between", ["save", "undo", "other", "keyless"])
def test_merging_ends_at_a_save_an_undo_and_any_other_edit(document: Document, between: str) -> None:
    rename(document, "C", merge="typing")
    if between == "save":
        document.mark_clean()
    elif between == "undo":
        rename(document, "X")
        document.undo()
    else:
        rename(document, "X", merge="elsewhere" if between == "other" else None)
    last = shop(document)
    rename(document, "Co", merge="typing")
    document.undo()
    assert shop(document) == last


def test_merged_edits_that_cancel_out_leave_no_undo_step(document: Document) -> None:
    rename(document, "C", merge="typing")
    rename(document, "Shop", merge="typing")
    assert document.undo_label is None and document.is_clean


def test_the_clean_mark_comes_and_goes_with_undo_and_redo(document: Document) -> None:
    assert document.is_clean
    rename(document, "Counter")
    document.mark_clean()
    rename(document, "Desk")
    assert not document.is_clean
    document.undo()
    assert document.is_clean
    document.undo()
    assert not document.is_clean
    rename(document, "Other road")
    document.undo()
    assert not document.is_clean, "the saved state can no longer be reached"


def test_edits_while_a_save_is_under_way_are_not_clean_when_it_is_over(document: Document) -> None:
    rename(document, "C", merge="typing")
    document.pin()
    rename(document, "Co", merge="typing")
    document.mark_pinned_clean()
    assert not document.is_clean
    document.undo()
    assert document.is_clean and shop(document) == "C", "nothing merges over what is being saved"


def test_a_saved_state_that_was_left_by_another_road_is_clean_no_more(document: Document) -> None:
    rename(document, "Counter")
    document.pin()
    document.undo()
    rename(document, "Desk")
    document.mark_pinned_clean()
    assert not document.is_clean
    document.undo()
    assert not document.is_clean


def test_the_pin_moves_with_the_limit() -> None:
    document = Document(Journey(), limit=3)
    for name in "abcde":
        with document.edit("Add lane") as draft:
            draft.add(Lane(name=name, kind="system"))
        if name == "c":
            document.pin()
    document.mark_pinned_clean()
    document.undo()
    document.undo()
    assert document.is_clean and len(document.journey.lanes) == 3


def test_two_hundred_levels_and_more_can_be_undone_up_to_the_limit() -> None:
    document = Document(Journey(), limit=250)
    for number in range(300):
        with document.edit("Add lane") as draft:
            draft.add(Lane(name=f"{number}", kind="system"))
    while document.undo():
        assert not document.is_clean
    assert len(document.journey.lanes) == 50


def test_undoing_the_first_of_a_kind_leaves_no_empty_table() -> None:
    document = Document(Journey())
    with document.edit("Add lane") as draft:
        draft.add(Lane(name="X", kind="system"))
    document.undo()
    assert document.journey == Journey()


def test_a_table_the_file_wrote_out_empty_comes_back_empty() -> None:
    written = Journey(tables={Lane: {}})
    document = Document(written)
    with document.edit("Add lane") as draft:
        id = draft.add(Lane(name="X", kind="system"))
    document.undo()
    assert document.journey == written
    document.redo()
    document.mark_clean()
    verbs.delete(document, [id])
    assert document.journey == Journey()


def test_labels_carry_their_values(document: Document) -> None:
    with document.edit(Message("Move {n} steps", n=3)) as draft:
        draft.set(Id("shop"), name="X")
    assert document.undo_label == "Move {n} steps"
    assert document.undo_label.values == {"n": 3}


def test_a_draft_refuses_what_is_no_record_of_this_journey(document: Document) -> None:
    with document.edit("Nothing") as draft:
        with pytest.raises(KeyError):
            draft.set(Id("gone"), name="X")
        with pytest.raises(ValueError, match="id"):
            draft.put(Lane(name="X", kind="system"))
        draft.remove(Id("gone"))
        assert not draft.change()
