"""What verbs write where a general do-undo-redo would not see it."""

from __future__ import annotations

import pytest

from journeymap.edit import verbs
from journeymap.edit.document import Document
from journeymap.model.ids import HEAD, Id
from journeymap.model.journey import Journey, journey_of
from journeymap.model.reading import lanes_in_order
from journeymap.model.records import Head, Item, Lane, Step, Votes, Wall

I = Id  # noqa: E741 - a table of ids reads better with a short word


def names(document: Document) -> list[str]:
    return [lane.name for lane in lanes_in_order(document.journey)]


class TestBeginning:
    def test_a_map_begins_with_a_goal_and_whom_one_meets(self) -> None:
        document = Document(Journey(head=Head(language="sv")))
        verbs.begin_map(document, "Få rummet", ["Gäst", " Reception ", "", "Ren AB *"], "Hotel AB")
        lanes = [(lane.name, lane.kind, lane.unit, lane.order) for lane in lanes_in_order(document.journey)]
        assert lanes == [
            ("Gäst", "customer", None, 1),
            ("Reception", "department", "Hotel AB/Reception", 2),
            ("Ren AB", "supplier", "Ren AB", 3),
        ]
        assert document.journey.head.title == "Få rummet"

    def test_the_customer_that_is_there_gets_the_first_name(self, document: Document) -> None:
        verbs.begin_map(document, "A phone that works", ["Owner", "Web shop"])
        assert names(document) == ["Owner", "Shop", "Head office", "Screens Ltd", "Web shop"]

    def test_the_first_step_of_all_brings_the_customer_in_the_maps_words(self) -> None:
        document = Document(Journey(head=Head(language="sv", customer_word="patient")))
        verbs.new_step(document, "Söker hjälp")
        assert names(document) == ["Patient"]
        other = Document(Journey(head=Head(language="nb", customer_word="resident")))
        verbs.new_step(other, "Søker hjelp")
        assert names(other) == ["Innbygger"]


class TestLanes:
    def test_a_lane_comes_below_another_or_last(self, document: Document) -> None:
        verbs.add_lane(document, "Parts", below=I("shop"))
        verbs.add_lane(document, "Post", "supplier")
        assert names(document) == ["Customer", "Shop", "Parts", "Head office", "Screens Ltd", "Post"]

    def test_a_customer_lane_always_joins_the_customers(self, document: Document) -> None:
        verbs.add_lane(document, "Owner's child", "customers_customer", below=I("work"))
        assert names(document)[:2] == ["Customer", "Owner's child"]

    def test_reordering_moves_no_step(self, document: Document) -> None:
        before = document.journey.steps
        verbs.move_lane(document, I("work"), 1)
        assert names(document) == ["Customer", "Screens Ltd", "Shop", "Head office"]
        assert document.journey.steps == before

    def test_a_kind_gives_a_lane_without_unit_its_default(self, document: Document) -> None:
        verbs.set_field(document, I("head"), unit=None)
        verbs.set_lane_kind(document, I("head"), "system")
        assert document.journey.lanes[I("head")].unit == "Fix/Head office"

    def test_merging_takes_steps_notes_and_views_over(self, document: Document) -> None:
        verbs.merge_lanes(document, I("shop"), I("head"))
        assert document.journey.notes[I("note")].lane == "shop"
        assert document.journey.walls[I("w")].views == {"shop": "Theirs"}
        verbs.merge_lanes(document, I("shop"), I("work"))
        assert {step.lane for step in document.journey.steps.values()} == {"cust", "shop"}

    def test_steps_of_a_deleted_lane_can_move_on(self, document: Document) -> None:
        verbs.delete_lane(document, I("shop"), I("head"))
        assert [document.journey.steps[I(id)].lane for id in "be"] == ["head", "head"]
        assert len(document.journey.links) == 4

    def test_steps_move_only_to_a_lane_there_is(self, document: Document) -> None:
        before = document.journey
        with pytest.raises(KeyError):
            verbs.delete_lane(document, I("shop"), I("gone"))
        assert document.journey is before

    def test_a_lane_named_as_a_supplier_becomes_one(self, document: Document) -> None:
        assert verbs.lane_named(document, "head OFFICE", supplier=True) == "head"
        lane = document.journey.lanes[I("head")]
        assert (lane.kind, lane.unit) == ("supplier", "Head office")


class TestWalls:
    def test_a_drawn_wall_knows_when_a_supplier_is_in_it(self, document: Document) -> None:
        verbs.draw_wall(document, I("b"), I("e"))
        verbs.draw_wall(document, I("d"), I("e"))
        drawn = [wall.key for wall in document.journey.walls.values() if wall.state == "drawn"]
        assert drawn == ["referral:b:e", "supplier:d:e"]

    def test_what_is_said_of_one_wall_stands_on_one_card(self, document: Document) -> None:
        first = verbs.confirm_wall(document, "referral:d:e", number=4)
        second = verbs.set_wall_fact(document, "referral:d:e", deadline="same day")
        assert first == second
        assert document.journey.walls[first] == Wall(
            id=first, key="referral:d:e", state="confirmed", number=4, deadline="same day"
        )

    def test_reopening_keeps_what_the_card_says_and_drops_an_empty_one(self, document: Document) -> None:
        verbs.reopen_wall(document, "referral:b:d")
        assert document.journey.walls[I("w")].state is None
        assert document.journey.walls[I("w")].excuse == "Not our table"
        id = verbs.dismiss_wall(document, "referral:d:e", "They sit together")
        verbs.reopen_wall(document, "referral:d:e")
        assert id not in document.journey.walls
        before = document.journey
        verbs.reopen_wall(document, "referral:gone:e")
        assert document.journey is before

    def test_a_finding_is_settled_once(self, document: Document) -> None:
        verbs.dismiss_finding(document, "NO-EXIT:c", "Known", facts="1")
        verbs.dismiss_finding(document, "NO-EXIT:c", "Still known", by="Ann", date="2026-01-02", facts="2")
        settled = [(each.reason, each.facts) for each in document.journey.dismissals.values()]
        assert settled == [("Still known", "2")]


class TestFrictions:
    def test_merging_keeps_what_was_said_first_and_adds_dots(self, document: Document) -> None:
        verbs.set_field(document, I("f"), dots=3, hits="often", kind="waiting")
        verbs.set_field(document, I("g"), dots=2, hits="rare", wait_minutes=4)
        verbs.merge_frictions(document, I("f"), [I("g"), I("f")])
        merged = document.journey.frictions[I("f")]
        assert (merged.dots, merged.hits, merged.kind, merged.wait_minutes) == (5, "often", "waiting", 4)
        assert document.journey.actions[I("act")].frictions == ("f",)
        assert set(document.journey.frictions) == {"f"}

    def test_evidence_follows_the_one_that_is_kept(self, document: Document) -> None:
        verbs.merge_frictions(document, I("g"), [I("f")])
        assert document.journey.evidence[I("ev")].about == "g"
        assert document.journey.frictions[I("g")].dots is None

    def test_votes_can_be_taken_back(self, document: Document) -> None:
        verbs.set_votes(document, I("c"), 2, 3)
        assert document.journey.steps[I("c")].critical_votes == Votes(yes=2, of=3)
        verbs.set_votes(document, I("c"), None, None)
        assert document.journey.steps[I("c")].critical_votes is None


class TestFields:
    def test_a_list_is_kept_as_something_nobody_can_alter(self, document: Document) -> None:
        verbs.set_field(document, I("a"), own_minutes=[1, 2])
        assert document.journey.steps[I("a")].own_minutes == (1, 2)

    def test_typing_into_a_field_is_one_undo_step(self, document: Document) -> None:
        for text in ("P", "Ph", "Phone"):
            verbs.set_field(document, I("a"), ("channel", "a"), channel=text)
        document.undo()
        assert document.journey.steps[I("a")].channel is None

    def test_half_a_vote_may_stand_while_it_is_being_counted(self, document: Document) -> None:
        verbs.set_field(document, I("c"), critical_votes=Votes(yes=2))
        assert document.journey.steps[I("c")].critical_votes == Votes(yes=2)

    @pytest.mark.parametrize(
        ("ids", "label"),
        [
            (["a"], "Delete step"),
            (["a", "b", "ab", "f"], "Delete {n} steps"),
            (["shop"], "Delete lane"),
            (["shop", "a"], "Delete lane"),
            (["ab", "bc"], "Delete {n} links"),
            (["f"], "Delete friction"),
            (["f", "ab"], "Delete"),
            (["p"], "Delete"),
        ],
    )
    def test_a_deletion_is_named_by_what_went(self, document: Document, ids: list[str], label: str) -> None:
        verbs.delete(document, map(I, ids))
        assert document.undo_label == label

    def test_facts_of_the_map_itself(self, document: Document) -> None:
        verbs.set_field(document, HEAD, journeys_per_year=20000, customer_word="guest", wall_level=2)
        head = document.journey.head
        assert (head.journeys_per_year, head.customer_word, head.wall_level) == (20000, "guest", 2)


def test_an_item_asked_for_twice_stands_once() -> None:
    document = Document(
        journey_of(
            Lane(id=I("l"), name="Desk", kind="department"),
            Step(id=I("s"), title="Asks", lane=I("l"), asks=(I("n"),)),
            Item(id=I("n"), name="Namn"),
        )
    )
    before = document.journey
    assert verbs.ask_item(document, I("s"), " NAMN") == "n"
    assert document.journey is before


def test_a_negative_time_is_refused(document: Document) -> None:
    with pytest.raises(ValueError, match="never less"):
        verbs.set_field(document, HEAD, goal_minutes=-1)
