"""What may be done and why not: the sentence is the same for the pointer and for the drop."""

from __future__ import annotations

import math

import pytest

from journeymap.edit import rules, verbs
from journeymap.edit.document import Document
from journeymap.i18n.catalogue import catalogue
from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.model.records import Friction, Head, Link, Record, Step, Votes, Wall

I = Id  # noqa: E741 - a table of ids reads better with a short word

SENTENCES = {
    "link exists": (
        lambda j: rules.may_link(j, I("a"), I("b")),
        "De två stegen är redan länkade.",
        "De to stegene er allerede koblet.",
        "These two steps are already linked.",
    ),
    "link to itself": (
        lambda j: rules.may_link(j, I("a"), I("a")),
        "Ett steg kan inte lämna över till sig självt.",
        "Et steg kan ikke overlevere til seg selv.",
        "A step cannot hand over to itself.",
    ),
    "customer on top": (
        lambda j: rules.may_move_lane(j, I("cust"), 1),
        "Kundens bana ligger alltid överst.",
        "Kundens bane ligger alltid øverst.",
        "The customer's lane always stays on top.",
    ),
    "wall tied": (
        lambda j: rules.may_slide_wall(False),
        "Muren hör till sin överlämning och följer den.",
        "Muren hører til sin overlevering og følger den.",
        "The wall belongs to its hand-off and follows it.",
    ),
    "lane with steps": (
        lambda j: rules.may_delete_lane(j, I("shop")),
        "Shop har 2 steg. Flytta dem till en annan bana eller ta bort allt.",
        "Shop har 2 steg. Flytt dem til en annen bane eller slett alt.",
        "Shop has 2 steps. Move them to another lane or delete all.",
    ),
    "owner is supplier": (
        lambda j: rules.may_own(j, " screens LTD"),
        "En leverantör kan inte äga friktionen. Vem hos er svarar för Screens Ltd?",
        "En leverandør kan ikke eie friksjonen. Hvem hos dere svarer for Screens Ltd?",
        "A supplier cannot own a friction. Who of yours answers for Screens Ltd?",
    ),
}


@pytest.mark.parametrize("name", SENTENCES)
def test_refusals_say_their_sentence_in_three_languages(story: Journey, name: str) -> None:
    ask, *sentences = SENTENCES[name]
    verdict = ask(story)
    assert not verdict
    assert [verdict.said(catalogue(language)) for language in ("sv", "nb", "en")] == sentences


def test_one_step_is_spoken_of_as_one(story: Journey) -> None:
    said = rules.may_delete_lane(story, I("work")).said(catalogue("en"))
    assert said == "Screens Ltd has 1 step. Move it to another lane or delete all."


class TestLinks:
    def test_another_kind_between_the_same_steps_is_welcome(self, story: Journey) -> None:
        assert rules.may_link(story, I("a"), I("b"), "info")
        assert rules.may_link(story, I("b"), I("a"))

    @pytest.mark.parametrize("kind", ["order", "status"])
    def test_orders_and_status_come_from_those_who_work(self, story: Journey, kind: str) -> None:
        assert not rules.may_link(story, I("c"), I("e"), kind)  # type: ignore[arg-type]
        assert rules.may_link(story, I("d"), I("c"), kind)  # type: ignore[arg-type]

    def test_ends_that_are_gone_are_refused(self, story: Journey) -> None:
        assert rules.may_link(story, I("a"), I("gone")).reason == "This step is no longer on the map."
        assert rules.may_reattach(story, I("gone"), target=I("a")).reason

    def test_an_end_put_back_at_its_place_says_nothing(self, story: Journey) -> None:
        verdict = rules.may_reattach(story, I("cd"), target=I("d"))
        assert not verdict and verdict.said(catalogue("sv")) == ""

    def test_ends_may_go_where_a_new_link_might(self, story: Journey) -> None:
        assert rules.may_reattach(story, I("cd"), target=I("e"))
        assert not rules.may_reattach(story, I("cd"), target=I("c"))
        assert not rules.may_reattach(story, I("cd"), source=I("b"), target=I("c"))

    def test_a_kind_must_fit_its_ends(self, story: Journey) -> None:
        assert rules.may_set_link_kind(story, I("cd"), "refer")
        assert not rules.may_set_link_kind(story, I("cd"), "order")
        assert rules.may_set_link_kind(story, I("de"), "order")
        assert rules.may_set_link_kind(story, I("gone"), "flow").reason


class TestSteps:
    def test_its_own_place_says_nothing(self, story: Journey) -> None:
        verdict = rules.may_move_steps(story, [I("b")], lane=I("shop"), column=2)
        assert not verdict and not verdict.reason
        assert not rules.may_move_steps(story, [I("b")]).reason

    def test_any_other_lane_and_moment_is_welcome(self, story: Journey) -> None:
        assert rules.may_move_steps(story, [I("b"), I("c")], lane=I("work"), column=8)

    def test_nothing_goes_to_a_lane_or_from_a_step_that_is_gone(self, story: Journey) -> None:
        assert rules.may_move_steps(story, [I("b")], lane=I("gone")).reason == "A step belongs in a lane."
        assert not rules.may_move_steps(story, [I("b"), I("gone")], column=1)
        assert not rules.may_move_steps(story, [], column=1)

    def test_who_sends_orders_cannot_become_the_customer(self, document: Document) -> None:
        verbs.link(document, I("b"), I("d"), "order")
        assert not rules.may_move_steps(document.journey, [I("b")], lane=I("cust"))
        assert rules.may_move_steps(document.journey, [I("d")], lane=I("cust"))

    def test_columns_open_only_where_a_moment_is_shared(self, document: Document) -> None:
        assert not rules.may_open_column(document.journey, [I("b")])
        verbs.move_steps(document, [I("b")], column=3)
        assert rules.may_open_column(document.journey, [I("b")])

    def test_columns_close_onto_the_moment_before(self, story: Journey) -> None:
        assert rules.may_close_column(story, 2)
        assert rules.may_close_column(story, 1).reason == "Nothing comes before this moment."
        assert not rules.may_close_column(story, 99).reason


class TestFrictions:
    def test_they_sit_at_steps_and_links(self, story: Journey) -> None:
        assert rules.may_move_friction(story, I("f"), I("de"))
        assert rules.may_move_friction(story, I("f"), I("shop")).reason
        assert not rules.may_move_friction(story, I("f"), I("c")).reason
        assert rules.may_move_friction(story, I("gone"), I("c")).reason

    def test_departments_and_roles_may_own_them(self, story: Journey) -> None:
        assert rules.may_own(story, "Shop") and rules.may_own(story, "Head of service")
        assert rules.may_own(story, None) and rules.may_own(story, "")


class TestLanes:
    def test_places_beyond_the_edge_mean_the_edge(self, story: Journey) -> None:
        assert rules.may_move_lane(story, I("shop"), 99)
        assert not rules.may_move_lane(story, I("work"), 99).reason

    def test_nobody_passes_the_customer(self, story: Journey) -> None:
        assert rules.may_move_lane(story, I("shop"), 0).reason

    def test_customers_and_those_they_meet_are_not_merged(self, story: Journey) -> None:
        assert rules.may_merge_lanes(story, I("cust"), I("shop")).reason
        assert rules.may_merge_lanes(story, I("shop"), I("work"))
        assert not rules.may_merge_lanes(story, I("shop"), I("shop")).reason

    def test_a_split_takes_some_but_not_all(self, story: Journey) -> None:
        assert rules.may_split_lane(story, I("shop"), [I("e")])
        assert rules.may_split_lane(story, I("shop"), [I("b"), I("e")]).reason
        assert rules.may_split_lane(story, I("shop"), [I("d")]).reason
        assert rules.may_split_lane(story, I("shop"), []).reason

    def test_an_empty_lane_goes_without_a_question(self, story: Journey) -> None:
        assert rules.may_delete_lane(story, I("head"))

    @pytest.mark.parametrize(
        "verdict",
        [
            rules.may_move_lane(Journey(), I("x"), 0),
            rules.may_delete_lane(Journey(), I("x")),
            rules.may_merge_lanes(Journey(), I("x"), I("y")),
            rules.may_split_lane(Journey(), I("x"), [I("y")]),
        ],
    )
    def test_a_lane_that_is_gone_is_named_so(self, verdict: rules.Verdict) -> None:
        assert verdict.reason == "This lane is no longer on the map."


VALUES: list[tuple[type[Record], str, object, bool]] = [
    (Step, "column", 2.5, True),
    (Step, "column", math.inf, False),
    (Step, "column", math.nan, False),
    (Step, "experience", -3, True),
    (Step, "experience", 4, False),
    (Step, "own_minutes", [5, 9], True),
    (Step, "own_minutes", (9, 5), False),
    (Step, "own_minutes", "long", True),
    (Step, "own_minutes", "often", False),
    (Step, "own_minutes", -1, False),
    (Step, "asks", (I("i"),), True),
    (Step, "critical", True, True),
    (Step, "critical", "yes", False),
    (Step, "title", None, False),
    (Step, "critical_votes", Votes(yes=2, of=3), True),
    (Step, "critical_votes", Votes(yes=3, of=2), False),
    (Step, "critical_votes", Votes(yes=-1), False),
    (Link, "share", 1, True),
    (Link, "share", 1.01, False),
    (Link, "kind", "shadow", True),
    (Link, "kind", "road", False),
    (Friction, "hits", 1.5, True),
    (Friction, "value_lost", 1.5, False),
    (Friction, "value_lost", "half", True),
    (Friction, "dots", -1, False),
    (Friction, "owner", None, True),
    (Wall, "views", {"a": "b"}, True),
    (Wall, "views", ["a"], False),
    (Head, "goal_minutes", -2, False),
    (Head, "journeys_per_year", [100, 200, 400], True),
    (Head, "participants", ("Ann",), True),
]


@pytest.mark.parametrize(("kind", "name", "value", "ok"), VALUES)
def test_values(kind: type[Record], name: str, value: object, ok: bool) -> None:
    verdict = rules.may_set(kind, name, value)
    assert bool(verdict) is ok
    assert bool(verdict.reason) is not ok


@pytest.mark.parametrize(
    ("text", "ok"),
    [("A", True), (" \t\n", False), ("", False), ("\x00", False), ("\u200b\u2060", False), ("\u3164", False)],
)
def test_names_need_a_character(text: str, ok: bool) -> None:
    assert bool(rules.may_name(text)) is ok


def test_a_refusal_carries_its_verdict(document: Document) -> None:
    with pytest.raises(rules.RefusedError) as refused:
        verbs.link(document, I("a"), I("a"))
    assert refused.value.verdict.said(catalogue("en")) == "A step cannot hand over to itself."
