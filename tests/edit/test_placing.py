"""Where new and moved steps land, counted in lanes and moments."""

from __future__ import annotations

import pytest

from journeymap.edit import columns, verbs
from journeymap.edit.document import Document
from journeymap.edit.moving import at, shifted
from journeymap.model.ids import Id
from journeymap.model.reading import column_ranks, stages_in_order, steps_in_order
from journeymap.model.records import Step

I = Id  # noqa: E741 - a table of ids reads better with a short word


def column(document: Document, step: str) -> float | None:
    return document.journey.steps[I(step)].column


def order(document: Document) -> str:
    return "".join(step.id for step in steps_in_order(document.journey) if len(step.id) == 1)


class TestNewSteps:
    def test_at_the_end_the_next_whole_moment(self, document: Document) -> None:
        new = verbs.new_step(document, "x", after=I("e"))
        step = document.journey.steps[new]
        assert (step.column, step.lane, step.stage) == (6, "shop", "s2")

    def test_between_neighbours_the_midpoint_and_the_link_is_split(self, document: Document) -> None:
        new = verbs.new_step(document, "x", after=I("b"))
        assert column(document, new) == 2.5
        assert document.journey.links[I("bc")].source == new
        first = [link for link in document.journey.links.values() if link.target == new]
        assert [(link.source, link.kind) for link in first] == [("b", "flow")]

    def test_what_was_said_of_leaving_and_arriving_stays_there(self, document: Document) -> None:
        new = verbs.new_step(document, "x", after=I("a"))
        second = document.journey.links[I("ab")]
        first = next(link for link in document.journey.links.values() if link.target == new)
        assert (first.share, first.info, second.share, second.info) == (0.5, None, None, "yes")

    def test_a_branch_shares_the_next_moment(self, document: Document) -> None:
        new = verbs.new_step(document, "x", after=I("b"), branch=True, lane=I("head"))
        assert column(document, new) == 3
        follow = verbs.new_step(document, "y", after=new)
        assert column(document, follow) == 4
        assert {link.source for link in document.journey.links.values() if link.target == I("c")} == {"b"}

    def test_in_a_cell_that_is_taken_it_comes_last(self, document: Document) -> None:
        one = verbs.new_step(document, "x", lane=I("cust"), column=3)
        two = verbs.new_step(document, "y", lane=I("cust"), column=3)
        orders = [document.journey.steps[id].order for id in (I("c"), one, two)]
        assert orders == [None, 1, 2]

    def test_of_several_roads_the_main_one_is_split(self, document: Document) -> None:
        verbs.set_field(document, I("bc"), share=0.2)
        other = verbs.new_step(document, "or else", after=I("b"), branch=True)
        link = next(each.id for each in document.journey.links.values() if each.target == other)
        verbs.set_field(document, link, share=0.8)
        new = verbs.new_step(document, "x", after=I("b"))
        assert document.journey.links[link].source == new

    def test_a_stage_that_begins_in_mid_road_takes_what_follows(self, document: Document) -> None:
        stage = verbs.stage_named(document, "At the desk", I("a"))
        assert [each.id for each in stages_in_order(document.journey)] == ["s1", stage, "s2"]
        new = verbs.new_step(document, "x", after=I("a"), stage=stage)
        stages = [document.journey.steps[I(id)].stage for id in ("a", new, "b", "c")]
        assert stages == ["s1", stage, stage, "s2"]

    def test_inserting_into_a_certain_link(self, document: Document) -> None:
        back = verbs.link(document, I("e"), I("b"), "refer")
        new = verbs.insert_step(document, back, "x")
        assert (column(document, new), document.journey.links[back].target) == (6, "b")

    def test_somebody_behind_stands_at_the_same_moment(self, document: Document) -> None:
        new = verbs.stand_behind(document, I("b"), "x", lane=I("head"))
        own = verbs.stand_behind(document, I("b"), "y")
        assert (column(document, new), column(document, own)) == (2, 1.5)
        kinds = {(link.source, link.kind) for link in document.journey.links.values() if link.target == "b"}
        assert kinds == {("a", "flow"), (new, "info"), (own, "info")}


class TestMoving:
    def test_the_others_keep_their_distance(self, document: Document) -> None:
        verbs.move_steps(document, [I("b"), I("c")], lane=I("head"), column=4)
        steps = document.journey.steps
        assert [(steps[I(id)].lane, steps[I(id)].column) for id in "bc"] == [("head", 4), ("shop", 5)]

    def test_a_new_moment_opens_between_two(self, document: Document) -> None:
        verbs.move_steps(document, [I("d"), I("e")], column=1.5)
        assert order(document) == "adebc"
        assert column(document, "d") == pytest.approx(1 + 1 / 3)

    def test_many_go_before_the_first_and_behind_the_last(self, document: Document) -> None:
        verbs.move_steps(document, [I("b"), I("c")], column=0.5)
        assert order(document) == "bcade"
        verbs.move_steps(document, [I("b"), I("c")], column=99)
        assert order(document) == "adebc"

    def test_outer_lanes_hold_what_would_leave_the_map(self, document: Document) -> None:
        verbs.move_steps(document, [I("a"), I("d")], lane=I("head"))
        assert [document.journey.steps[I(id)].lane for id in "ad"] == ["head", "work"]

    def test_keys_move_by_one_moment_or_lane(self, document: Document) -> None:
        verbs.shift_steps(document, [I("b")], columns=1)
        assert column(document, "b") == 3
        verbs.shift_steps(document, [I("e")], columns=1)
        assert column(document, "e") == 6
        verbs.shift_steps(document, [I("a")], columns=-1)
        assert column(document, "a") == 0
        verbs.shift_steps(document, [I("b")], rows=1)
        assert document.journey.steps[I("b")].lane == "head"

    def test_keys_never_push_a_step_out_of_the_lanes(self, document: Document) -> None:
        before = document.journey
        verbs.shift_steps(document, [I("d"), I("a")], rows=1)
        assert document.journey is before
        assert shifted(before, [I("a")], -1, 0) == {"a": ("cust", 1)}

    def test_presses_of_one_key_can_be_one_undo_step(self, document: Document) -> None:
        for _ in range(3):
            verbs.shift_steps(document, [I("a")], columns=1, merge=("shift", "a"))
        document.undo()
        assert column(document, "a") == 1

    def test_columns_open_and_close(self, document: Document) -> None:
        verbs.close_column(document, 3)
        assert (column(document, "b"), column(document, "c")) == (2, 2)
        verbs.open_column(document, [I("c")])
        assert column_ranks(document.journey)[column(document, "c") or 0] == 2
        assert order(document) == "abcde"


class TestStages:
    def test_a_stage_moves_with_its_steps_in_time(self, document: Document) -> None:
        verbs.move_stage(document, I("s2"), 0)
        assert order(document) == "cdeab"
        columns_now = {step.id: step.column for step in document.journey.steps.values()}
        assert columns_now == {"c": 1, "d": 2, "e": 3, "a": 4, "b": 5}
        lanes = {step.id: step.lane for step in document.journey.steps.values()}
        assert lanes == {"a": "cust", "b": "shop", "c": "cust", "d": "work", "e": "shop"}
        assert document.journey.notes[I("note")].column == 1, "the note stays beside its step"

    def test_a_stage_that_stays_changes_nothing(self, document: Document) -> None:
        before = document.journey
        verbs.move_stage(document, I("s2"), 5)
        assert document.journey is before

    def test_a_step_put_in_a_stage_goes_where_it_fits(self, document: Document) -> None:
        verbs.set_field(document, I("b"), stage=I("s2"))
        assert document.journey.steps[I("b")].stage == "s2" and column(document, "b") == 2
        verbs.set_field(document, I("e"), stage=I("s1"))
        assert document.journey.steps[I("e")].stage == "s1"
        assert order(document) == "aebcd"

    def test_an_inner_stage_begins_at_a_step(self, document: Document) -> None:
        stage = verbs.add_stage(document, "In the shop", first_step=I("b"))
        held = [document.journey.steps[I(id)].stage for id in "abcde"]
        assert held == ["s1", stage, "s2", "s2", "s2"]


@pytest.mark.parametrize(
    ("used", "place", "column"), [((1, 2, 5), 1, 2), ((1, 2, 5), 4, 7), ((1.5, 2), -2, 0), ((1, 2), 2, 3)]
)
def test_places_beyond_the_edges_go_on_in_whole_numbers(
    used: tuple[float, ...], place: int, column: float
) -> None:
    assert at(used, place) == column


def test_whole_columns_are_written_whole() -> None:
    assert repr(columns.midpoint(1, 3)) == "2" and repr(columns.midpoint(1, 2)) == "1.5"
    assert repr(columns.beside((1.0, 2.5), 2.5)) == "3" and repr(columns.following((1.0, 2.0), 1)) == "2"


def test_a_step_keeps_its_lane_when_its_moment_changes(document: Document) -> None:
    verbs.move_steps(document, [I("b")], column=4)
    assert isinstance(document.journey.steps[I("b")], Step)
    assert document.journey.steps[I("b")].lane == "shop"
