"""The journey as a value: changes applied, inverted and joined; lanes, columns and stages read."""

from __future__ import annotations

from dataclasses import replace

import pytest

from journeymap.model.change import Change
from journeymap.model.fresh import fresh_journey
from journeymap.model.ids import HEAD, Id, new_id
from journeymap.model.journey import ChangeMismatchError, journey_of
from journeymap.model.reading import (
    column_ranks,
    is_critical,
    lanes_in_order,
    majority,
    name_of,
    stage_of_steps,
    steps_in_order,
)
from journeymap.model.records import Head, Lane, Record, Stage, Step, Votes

GUEST = Lane(id=Id("guest"), name="Guest", kind="customer", order=5)
DESK = Lane(id=Id("desk"), name="Desk", kind="department", order=1)


def step(id: str, lane: str = "guest", column: float | None = None, **more: object) -> Step:
    return Step(id=Id(id), title=id, lane=Id(lane), column=column, **more)  # type: ignore[arg-type]


def change(before: Record | None, after: Record | None) -> Change:
    record = after or before
    assert record is not None
    return Change({record.id: (before, after)})


def test_apply_shares_untouched_tables_and_leaves_the_old_journey() -> None:
    journey = journey_of(GUEST, step("a"))
    after = journey.apply(change(step("a"), step("a", column=3)))
    assert after.steps[Id("a")].column == 3
    assert journey.steps[Id("a")].column is None
    assert after.lanes is journey.lanes


def test_inverse_takes_a_change_back() -> None:
    journey = journey_of(GUEST, step("a"))
    for made in (change(None, step("b")), change(step("a"), None), change(step("a"), step("a", column=1))):
        assert journey.apply(made).apply(made.inverse()) == journey


def test_a_table_that_a_change_empties_goes_unless_the_file_wrote_it_out_empty() -> None:
    added = change(None, step("a"))
    bare, written = journey_of(GUEST), replace(journey_of(GUEST), tables={Lane: {GUEST.id: GUEST}, Step: {}})
    assert bare.apply(added).apply(added.inverse()) == bare
    kept = written.empty_tables()
    assert kept == {Step}
    assert written.apply(added, keep_empty=kept).apply(added.inverse(), keep_empty=kept) == written


def test_the_head_changes_under_its_own_id() -> None:
    journey = fresh_journey(title="Old", customer="Guest", language="sv", created="2026-11-23")
    new = Head(title="New")
    after = journey.apply(Change({HEAD: (journey.head, new)}))
    assert after.head.title == "New"
    assert after.get(HEAD) is new


def test_a_change_of_another_journey_is_refused() -> None:
    with pytest.raises(ChangeMismatchError):
        journey_of(GUEST).apply(change(step("a"), step("a", column=1)))


def test_joined_changes_forget_what_came_back() -> None:
    there = change(None, step("b"))
    assert not there.then(there.inverse())
    assert there.then(change(step("b"), step("b", column=2))).entries[Id("b")] == (None, step("b", column=2))


def test_customers_stand_on_top() -> None:
    assert [lane.id for lane in lanes_in_order(journey_of(DESK, GUEST))] == ["guest", "desk"]


def test_columns_are_ranks_and_steps_are_read_down_then_right() -> None:
    journey = journey_of(GUEST, DESK, step("c", column=2.5), step("b", "desk", 1), step("a", column=1))
    assert [s.id for s in steps_in_order(journey)] == ["a", "b", "c"]
    assert column_ranks(journey) == {1: 0, 2.5: 1}


def test_an_unstaged_step_belongs_to_the_stage_before() -> None:
    stage = Stage(id=Id("s"), name="Stage")
    journey = journey_of(
        GUEST,
        stage,
        step("a", column=1),
        step("b", column=2, stage="s"),
        step("c", column=3),
        step("d", column=4, stage="x"),
    )
    assert stage_of_steps(journey) == {"b": "s", "c": "s", "d": "s"}


@pytest.mark.parametrize(
    ("yes", "of", "says"),
    [(8, 12, True), (6, 12, False), (0, 0, None), (13, 12, None), (-1, 3, None), (None, 3, None)],
)
def test_votes(yes: int | None, of: int | None, says: bool | None) -> None:
    assert majority(Votes(yes=yes, of=of)) is says
    assert is_critical(step("a", critical_votes=Votes(yes=yes, of=of))) is bool(says)


def test_names_and_ids() -> None:
    assert name_of(GUEST) == "Guest"
    assert name_of(None) == ""
    assert len({new_id() for _ in range(1000)}) == 1000
    assert all(len(new_id()) == 12 for _ in range(100))
