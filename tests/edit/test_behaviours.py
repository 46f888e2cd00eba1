"""What follows from an edit: one test for each consequence, in the order of the tuple."""

from __future__ import annotations

from typing import Any

import pytest

from journeymap.edit import verbs
from journeymap.edit.behaviours import BEHAVIOURS
from journeymap.edit.behaviours.walls import is_loose
from journeymap.edit.document import Document
from journeymap.model.ids import HEAD, Id
from journeymap.model.journey import Journey, journey_of
from journeymap.model.reading import lanes_in_order, stage_of_steps
from journeymap.model.records import (
    Attachment,
    Decision,
    Evidence,
    Lane,
    Note,
    Record,
    Stage,
    Step,
    Wall,
)

I = Id  # noqa: E741 - a table of ids reads better with a short word


def put(document: Document, *records: Record) -> None:
    with document.edit("Prepare") as draft:
        for record in records:
            draft.put(record)


def without(document: Document, *ids: str) -> Journey:
    verbs.delete(document, [I(id) for id in ids])
    return document.journey


def roads(journey: Journey) -> set[tuple[str, str]]:
    return {(link.source, link.target) for link in journey.links.values()}


class TestTexts:
    @pytest.mark.parametrize(
        ("typed", "kept"),
        [
            ("a\u0308rlig", "ärlig"),
            ("two\r\nlines\rhere", "two lines here"),
            ("bell\x07 and nul\x00", "bell and nul"),
            ("tab\there", "tab here"),
            ("half\ud800", "half\ufffd"),
            ("  round  ", "round"),
            ("soft\u00adhyphen", "soft\u00adhyphen"),
        ],
    )
    def test_titles_are_composed_cleaned_and_one_line(
        self, document: Document, typed: str, kept: str
    ) -> None:
        verbs.set_field(document, I("a"), title=typed)
        assert document.journey.steps[I("a")].title == kept

    def test_paragraphs_keep_their_lines(self, document: Document) -> None:
        verbs.set_field(document, I("a"), description="one\r\ntwo\n\n", channel="e\nmail")
        step = document.journey.steps[I("a")]
        assert (step.description, step.channel) == ("one\ntwo", "e mail")

    def test_an_optional_text_of_nothing_is_not_said(self, document: Document) -> None:
        verbs.set_field(document, I("shop"), unit="  ", owner="")
        lane = document.journey.lanes[I("shop")]
        assert lane.unit is None and lane.owner is None

    def test_texts_inside_parts_lists_and_maps_are_cleaned_too(self, document: Document) -> None:
        verbs.set_field(
            document, HEAD, decision=Decision(text="Yes\x00", by=" "), participants=("Ann ", "", "Bo")
        )
        verbs.set_wall_fact(document, "referral:b:d", views={"shop": " Ours\r\n", "head": ""})
        head = document.journey.head
        assert head.decision == Decision(text="Yes") and head.participants == ("Ann", "Bo")
        assert document.journey.walls[I("w")].views == {"shop": "Ours"}

    def test_classes_of_quantities_and_untouched_texts_stay_as_they_are(self) -> None:
        odd = "A\u030al"
        document = Document(journey_of(Lane(id=I("l"), name=odd, kind="customer", owner=" x ")))
        verbs.set_field(document, I("l"), hours="8-16\n")
        lane = document.journey.lanes[I("l")]
        assert (lane.name, lane.owner, lane.hours) == (odd, " x ", "8-16")


class TestChains:
    def test_a_removed_step_with_one_way_in_and_one_out_leaves_the_road_joined(
        self, document: Document
    ) -> None:
        journey = without(document, "c")
        assert roads(journey) == {("a", "b"), ("b", "d"), ("d", "e")}

    def test_a_removed_run_of_steps_leaves_the_road_joined(self, document: Document) -> None:
        assert roads(without(document, "b", "c", "d")) == {("a", "e")}

    def test_the_joined_link_keeps_only_what_both_halves_said(self, document: Document) -> None:
        verbs.set_field(document, I("bc"), carrier="customer", share=0.4, by_design=True, wait_minutes=3)
        verbs.set_field(document, I("cd"), carrier="customer", share=1, label="by post")
        link = without(document, "c").links[I("bc")]
        assert (link.carrier, link.share, link.info) == ("customer", 0.4, None)
        assert (link.by_design, link.wait_minutes, link.label) == (None, None, None)

    def test_what_rubs_at_either_half_rubs_at_the_joined_link(self, document: Document) -> None:
        verbs.add_friction(document, I("bc"), "No news")
        journey = without(document, "c", "d")
        assert {friction.at for friction in journey.frictions.values()} == {"bc"}
        assert len(journey.frictions) == 2

    def test_what_rubs_at_a_link_that_goes_for_good_goes(self, document: Document) -> None:
        assert set(without(document, "c", "d", "e").frictions) == set()

    def test_a_referral_behind_the_removed_step_stays_a_referral(self, document: Document) -> None:
        verbs.set_field(document, I("cd"), kind="refer")
        assert without(document, "c").links[I("bc")].kind == "refer"

    def test_a_fork_is_not_closed(self, document: Document) -> None:
        verbs.new_step(document, "Or else", after=I("c"), branch=True)
        assert roads(without(document, "c")) == {("a", "b"), ("d", "e")}

    def test_nothing_is_linked_twice_or_to_itself(self, document: Document) -> None:
        verbs.link(document, I("b"), I("d"))
        verbs.link(document, I("e"), I("d"), "refer")
        journey = without(document, "c")
        assert sorted(roads(journey)) == [("a", "b"), ("b", "d"), ("d", "e"), ("e", "d")]
        assert len(journey.links) == 4
        loop = without(document, "b", "a")
        assert len(loop.links) == 2

    def test_information_links_do_not_count_as_ways(self, document: Document) -> None:
        verbs.link(document, I("b"), I("d"), "info")
        verbs.link(document, I("a"), I("c"), "info")
        assert ("b", "d") in roads(without(document, "c"))

    def test_links_go_with_their_steps(self, document: Document) -> None:
        assert roads(without(document, "e")) == {("a", "b"), ("b", "c"), ("c", "d")}


class TestPlaces:
    def test_frictions_and_their_evidence_go_with_the_step(self, document: Document) -> None:
        journey = without(document, "c")
        assert I("f") not in journey.frictions and not journey.evidence

    def test_evidence_about_evidence_goes_too(self, document: Document) -> None:
        put(document, Evidence(id=I("ev2"), about=I("ev")), Evidence(id=I("ev3"), about=I("ev2")))
        assert not without(document, "f").evidence

    def test_evidence_about_a_step_goes_with_the_step(self, document: Document) -> None:
        put(document, Evidence(id=I("ev2"), about=I("e")))
        assert set(without(document, "e").evidence) == {"ev"}

    def test_a_lane_takes_its_steps_with_it(self, document: Document) -> None:
        assert set(without(document, "shop").steps) == {"a", "c", "d"}

    def test_a_lane_that_loses_its_last_step_stays(self, document: Document) -> None:
        assert I("work") in without(document, "d").lanes

    def test_a_note_beside_a_removed_lane_stands_free(self, document: Document) -> None:
        note = without(document, "head").notes[I("note")]
        assert (note.lane, note.column, note.text) == (None, 3, "Who decides?")

    def test_a_question_to_customers_outlives_its_step(self, document: Document) -> None:
        assert without(document, "e").measures[I("m")].step is None

    def test_actions_forget_removed_frictions(self, document: Document) -> None:
        assert without(document, "f").actions[I("act")].frictions == ("g",)
        assert without(document, "g").actions[I("act")].frictions is None

    def test_steps_forget_removed_promises_and_items(self, document: Document) -> None:
        journey = without(document, "p", "i")
        step = journey.steps[I("b")]
        assert (step.makes, step.asks, journey.steps[I("e")].honours) == (None, None, None)

    def test_a_promise_nobody_mentions_any_more_stays_to_be_chosen_again(self, document: Document) -> None:
        assert I("p") in without(document, "b", "e").promises

    def test_pictures_that_go_leave_evidence_and_logo_standing(self, document: Document) -> None:
        put(document, Attachment(id=I("att"), sha256="0" * 64))
        verbs.set_field(document, I("ev"), attachment=I("att"))
        verbs.set_field(document, HEAD, logo=I("att"))
        journey = without(document, "att")
        assert journey.evidence[I("ev")].attachment is None and journey.head.logo is None

    def test_dismissals_of_removed_things_go(self, document: Document) -> None:
        verbs.dismiss_finding(document, "NO-VALUE-STEP:", "Not finished")
        verbs.dismiss_finding(document, "GAP:c:d")
        verbs.dismiss_finding(document, "ONE-FACE:shop+head")
        assert [each.finding for each in without(document, "d").dismissals.values()] == [
            "NO-VALUE-STEP:",
            "ONE-FACE:shop+head",
        ]


class TestWalls:
    def wall(self, document: Document, key: str, **facts: Any) -> None:
        parts = [*key.split(":"), "", ""]
        ends = {"source": I(parts[1]) or None, "target": I(parts[2]) or None}
        put(document, Wall(id=I("x"), key=key, **({"state": "drawn"} | ends | facts)))

    def test_an_end_that_goes_moves_to_the_next_step_of_its_lane(self, document: Document) -> None:
        journey = without(document, "b")
        assert journey.walls[I("w")].key == "referral:e:d"
        assert journey.walls[I("w")].excuse == "Not our table"

    def test_a_drawn_wall_moves_its_ends_with_its_key(self, document: Document) -> None:
        self.wall(document, "supplier:d:b")
        wall = without(document, "b").walls[I("x")]
        assert (wall.key, wall.source, wall.target) == ("supplier:d:e", "d", "e")

    def test_without_a_next_step_the_wall_comes_loose(self, document: Document) -> None:
        journey = without(document, "d")
        wall = journey.walls[I("w")]
        assert wall.key == "referral:b:" and is_loose(wall)

    def test_a_wall_that_lost_both_ends_goes(self, document: Document) -> None:
        assert not without(document, "shop", "work").walls

    def test_both_ends_never_meet_in_one_step(self, document: Document) -> None:
        self.wall(document, "referral:b:e")
        assert without(document, "b").walls[I("x")].key == "referral::e"

    def test_two_walls_never_take_one_key(self, document: Document) -> None:
        self.wall(document, "referral:e:d")
        assert set(without(document, "b").walls) == {"x"}

    def test_a_dismissal_is_not_carried_over(self, document: Document) -> None:
        verbs.dismiss_wall(document, "referral:b:d")
        assert not without(document, "b").walls

    def test_a_wall_about_a_removed_promise_goes(self, document: Document) -> None:
        self.wall(document, "promise:b:e:p", state="confirmed", source=None, target=None)
        assert I("x") not in without(document, "p").walls

    def test_a_promise_wall_without_maker_is_not_loose(self, document: Document) -> None:
        self.wall(document, "promise::e:p", state="confirmed", source=None, target=None)
        assert I("x") in without(document, "a").walls
        assert not is_loose(document.journey.walls[I("x")])

    def test_a_ring_of_steps_shrinks_until_it_is_none(self, document: Document) -> None:
        self.wall(document, "ping_pong:b+c+d", state="confirmed", source=None, target=None)
        assert without(document, "c").walls[I("x")].key == "ping_pong:b+d"
        assert I("x") not in without(document, "b").walls

    def test_frictions_follow_the_keys_of_their_walls(self, document: Document) -> None:
        verbs.set_field(document, I("f"), walls=("referral:b:d", "memory:b:e:i"))
        journey = without(document, "b", "i")
        assert journey.frictions[I("f")].walls == ("referral:e:d",)

    def test_a_friction_whose_walls_are_gone_is_not_said_to_be_at_none(self, document: Document) -> None:
        assert without(document, "shop", "work").frictions[I("f")].walls is None

    def test_a_friction_said_to_be_at_no_wall_stays_so(self, document: Document) -> None:
        verbs.set_field(document, I("f"), walls=())
        assert without(document, "b").frictions[I("f")].walls == ()

    def test_a_removed_lane_has_no_view_any_more(self, document: Document) -> None:
        assert without(document, "head").walls[I("w")].views is None

    def test_deleting_a_wall_lets_its_evidence_go(self, document: Document) -> None:
        verbs.add_evidence(document, I("w"), "observed")
        assert set(without(document, "w").evidence) == {"ev"}


class TestLanes:
    def test_a_default_unit_follows_the_lanes_name(self, document: Document) -> None:
        verbs.rename(document, I("shop"), "Counter")
        verbs.rename(document, I("work"), "Glass Ltd")
        lanes = document.journey.lanes
        assert (lanes[I("shop")].unit, lanes[I("work")].unit) == ("Fix/Counter", "Glass Ltd")

    def test_default_units_follow_the_organisation(self, document: Document) -> None:
        verbs.set_field(document, HEAD, organisation="Fix & Co")
        units = {lane.id: lane.unit for lane in document.journey.lanes.values()}
        assert units == {
            "cust": None, "shop": "Fix & Co/Shop", "head": "Fix & Co/Head office", "work": "Screens Ltd",
        }  # fmt: skip

    def test_a_default_unit_follows_the_kind(self, document: Document) -> None:
        verbs.set_lane_kind(document, I("head"), "supplier")
        assert document.journey.lanes[I("head")].unit == "Head office"

    def test_a_unit_that_somebody_typed_stays(self, document: Document) -> None:
        verbs.set_field(document, I("shop"), unit="Fix/Front")
        verbs.rename(document, I("shop"), "Counter")
        verbs.set_field(document, HEAD, organisation="Other")
        assert document.journey.lanes[I("shop")].unit == "Fix/Front"

    def test_customers_come_first_in_the_written_order_too(self, document: Document) -> None:
        verbs.set_field(document, I("head"), kind="customers_customer")
        orders = {lane.id: lane.order for lane in document.journey.lanes.values()}
        assert orders == {"cust": 1, "head": 2, "shop": 3, "work": 4}
        assert [lane.id for lane in lanes_in_order(document.journey)] == ["cust", "head", "shop", "work"]

    def test_an_order_that_fits_is_left_alone(self, document: Document) -> None:
        verbs.set_field(document, I("head"), order=7)
        assert {lane.order for lane in document.journey.lanes.values()} == {1, 2, 4, 7}


class TestStages:
    def test_steps_of_a_removed_stage_belong_to_the_one_before(self, document: Document) -> None:
        journey = without(document, "s2")
        assert set(stage_of_steps(journey).values()) == {"s1"}
        assert journey.steps[I("c")].stage is None

    def test_an_inherited_stage_is_kept_when_the_step_before_moves(self, document: Document) -> None:
        verbs.set_field(document, I("d"), stage=None)
        verbs.move_steps(document, [I("c")], column=9)
        assert stage_of_steps(document.journey)[I("d")] == "s2"

    def test_an_inherited_stage_is_kept_when_the_step_before_goes(self, document: Document) -> None:
        verbs.set_field(document, I("d"), stage=None)
        verbs.set_field(document, I("e"), stage=None)
        journey = without(document, "c")
        assert [journey.steps[I(id)].stage for id in "de"] == ["s2", "s2"]

    def test_a_step_that_moves_takes_the_stage_of_its_new_moment(self, document: Document) -> None:
        verbs.move_steps(document, [I("a")], column=4)
        assert document.journey.steps[I("a")].stage == "s2"
        verbs.move_steps(document, [I("e")], column=1)
        assert document.journey.steps[I("e")].stage == "s1"

    def test_a_step_that_fits_keeps_its_stage(self, document: Document) -> None:
        verbs.move_steps(document, [I("b")], column=2.5)
        assert document.journey.steps[I("b")].stage == "s1"

    def test_what_a_file_brought_along_broken_is_left_as_it_is(self) -> None:
        document = Document(
            journey_of(
                Lane(id=I("l"), name="Guest", kind="customer"),
                Stage(id=I("s"), name="One", order=1),
                Stage(id=I("t"), name="Two", order=2),
                Step(id=I("x"), title="x", lane=I("l"), column=1, stage=I("t")),
                Step(id=I("y"), title="y", lane=I("l"), column=3, stage=I("s")),
            )
        )
        verbs.new_step(document, "between", lane=I("l"), column=2)
        stages = [document.journey.steps[I(id)].stage for id in "xy"]
        assert stages == ["t", "s"]


class TestTime:
    def test_columns_too_fine_are_numbered_anew(self, document: Document) -> None:
        put(document, Note(id=I("n"), text="early", column=0), Note(id=I("o"), text="between", column=2.5))
        verbs.move_steps(document, [I("c")], column=2.0000001)
        columns = {step.id: step.column for step in document.journey.steps.values()}
        assert columns == {"a": 1, "b": 2, "c": 3, "d": 4, "e": 5}
        assert [document.journey.notes[I(id)].column for id in ("n", "note", "o")] == [0.5, 3.5, 3.5]

    def test_a_thousand_inserts_at_one_place_keep_their_order(self, document: Document) -> None:
        steps = [verbs.new_step(document, f"{number}", after=I("b")) for number in range(60)]
        columns = [document.journey.steps[step].column or 0 for step in steps]
        assert columns == sorted(columns, reverse=True) and len(set(columns)) == 60


def test_every_behaviour_says_its_consequence() -> None:
    assert all(behaviour.__doc__ for behaviour in BEHAVIOURS)
    assert len(set(BEHAVIOURS)) == len(BEHAVIOURS)


class Word(str):
    """A kind of text, as a table's cell may hand over."""


def test_texts_are_texts_and_nothing_more() -> None:
    """The writer of files knows no others."""
    document = Document(Journey())
    lane = verbs.add_lane(document, Word("Desk"))
    stage = verbs.add_stage(document, Word("Before"))
    verbs.set_field(document, HEAD, participants=(Word("Kim"), "Anna"), purpose=Word("To learn"))
    verbs.set_field(document, lane, name=Word("Desk"), owner=Word("Head"))
    journey = document.journey
    said = (journey.lanes[lane].name, journey.lanes[lane].owner, journey.stages[stage].name)
    for text in (*said, journey.head.purpose, *(journey.head.participants or ())):
        assert type(text) is str, text
