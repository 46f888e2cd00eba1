"""The four diagnostic questions: every answer, what it rests on, and what is missing without one."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hotel_map import hotel
from hypothesis import given, settings
from hypothesis import strategies as st
from naive_road import Naive
from random_maps import random_map
from small_maps import carried, examined, link, step

from journeymap.analysis.examine import examine
from journeymap.analysis.findings import Diagnosis
from journeymap.analysis.words import diagnostic_answer, diagnostic_question, diagnostic_verdict
from journeymap.i18n.catalogue import LANGUAGES, catalogue
from journeymap.model.journey import journey_of
from journeymap.model.records import Record

A, B, C = step("a", "offers"), step("b", "desk"), step("c", "customer")
P = step("p", "phone")
START, GOAL = step("a", "offers", start=True), step("b", "desk", goal=True)
DECISIVE, HELP = step("b", "desk", critical=True), step("p", "phone", recovery=True)


def answer(number: int, *records: Record | Iterable[Record], **head: object) -> Diagnosis:
    return examined(*records, **head).diagnoses[number - 1]


def test_an_empty_map_is_not_asked() -> None:
    assert examine(journey_of(), trials=0).diagnoses == ()


def test_contacts_are_counted_until_the_first_value() -> None:
    """0.6 of the journeys meet offers, phones and desk, 0.4 offers and desk; what follows is not counted."""
    value = step("c", "customer", value_in_use=True)
    after = [link("b", "c"), link("c", "x")]
    round_about = [link("a", "p", share=0.6), link("p", "b"), link("a", "b", share=0.4)]
    found = answer(1, START, P, B, value, step("x", "cleaner", goal=True), round_about, after)
    assert (found.verdict, found.because, found.about) == ("yes", "", ("a",))
    assert found.facts == {"contacts": pytest.approx(2.6), "n": 2}


def test_without_a_value_the_goal_stands_in() -> None:
    found = answer(1, START, GOAL, link("a", "b"))
    assert (found.verdict, found.because, dict(found.facts)) == ("no", "goal", {"contacts": 2, "n": 2})


def test_a_tenth_of_a_contact_more_is_sometimes() -> None:
    some = [link("a", "p", share=0.1), link("p", "b"), link("a", "b", share=0.9)]
    assert answer(1, START, P, GOAL, some).verdict == "sometimes"


@pytest.mark.parametrize(
    ("missing", "records"),
    [
        ("start", [A, B, link("a", "b"), link("b", "a")]),
        ("goal", [START, GOAL, link("b", "a", "info")]),
        ("exit", [START, B, C, link("a", "b"), link("b", "c"), link("c", "b")]),
    ],
)
def test_why_contacts_cannot_be_counted(missing: str, records: list[Record]) -> None:
    """Nothing to start from; no road to the goal; a round from b to c and back that nobody leaves."""
    goal = step("g", "phone", goal=True)
    more = [goal, link("a", "g", share=0.5)] if missing == "exit" else []
    found = answer(1, records, more)
    assert (found.verdict, found.missing) == ("unknown", (missing,))


def test_where_to_complain() -> None:
    two = [DECISIVE, step("d", "offers", critical=True)]
    assert answer(2, A, B).missing == ("critical", "recovery")
    assert answer(2, A, HELP).missing == ("critical",)
    assert (answer(2, DECISIVE).verdict, answer(2, DECISIVE).missing) == ("unknown", ("recovery",))
    assert answer(2, DECISIVE, complete=True).verdict == "yes"
    assert answer(2, DECISIVE, HELP, link("b", "p")).verdict == "no"
    assert answer(2, DECISIVE, HELP).verdict == "yes"
    lost = answer(2, two, HELP, link("b", "p"))
    assert (lost.verdict, lost.about, dict(lost.facts)) == ("sometimes", ("d",), {"n": 1, "all": 2})
    unowned = answer(2, DECISIVE, step("u", "unknown", recovery=True), link("b", "u"))
    assert (unowned.verdict, unowned.because, unowned.about) == ("sometimes", "unowned", ("u",))


def test_the_customer_may_walk_far_within_one_handoff() -> None:
    """Own steps and steps of the same unit cost nothing; only the second change of owner is too far."""
    way = [link("b", "c"), link("c", "e"), link("e", "d"), link("d", "p")]
    near = [DECISIVE, C, step("e", "desk-2"), step("d", "customer"), HELP]
    assert answer(2, near, way).verdict == "no"
    far = [DECISIVE, C, step("e", "offers"), step("d", "customer"), HELP]
    assert answer(2, far, way).verdict == "yes"


def test_sent_on() -> None:
    sent = answer(3, START, C, B, link("a", "c", "refer", share=0.25), link("c", "b"))
    assert (sent.verdict, sent.because, sent.walls) == ("yes", "share", ("referral:a:b",))
    assert sent.facts == {"n": 1, "hits": pytest.approx(250)}
    assert answer(3, A, B, C, carried("a", "c", "b")).missing == ("info",)
    assert answer(3, A, B).missing == ("links",)
    assert answer(3, A, C, B, carried("a", "c", "b", info="yes")).verdict == "no"
    inside = answer(3, step("e", "desk-2"), B, link("e", "b", "refer"))
    assert (inside.verdict, inside.about) == ("sometimes", ("e>b:refer",))


def test_knowing_too_little() -> None:
    asking = [step("a", "offers", asks=("name",)), step("b", "desk", asks=("name",)), C]
    again = answer(4, asking, carried("a", "c", "b", info="yes"))
    assert (again.verdict, again.because, again.walls) == ("yes", "again", ("memory:a:b:name",))
    promising = [step("a", "offers", makes=("big",)), step("b", "desk", honours=("big",)), C]
    assert answer(4, promising, carried("a", "c", "b", info="yes")).because == "promise"
    assert answer(4, A, B, C, carried("a", "c", "b", info="no")).because == "unaware"
    silent = answer(4, A, B, C, carried("a", "c", "b"))
    assert (silent.verdict, silent.missing, dict(silent.facts)) == ("unknown", ("info",), {"n": 1, "all": 1})
    assert answer(4, A, C, link("a", "c")).missing == ("links",)
    partly = answer(4, A, B, C, carried("a", "c", "b", info="partial"))
    assert (partly.verdict, len(partly.about)) == ("sometimes", 2)
    assert answer(4, A, B, C, carried("a", "c", "b", info="yes")).verdict == "no"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_hotel_is_answered_in_words(language: str) -> None:
    """To the night: book and offer mail are one unit, then reception; 0.0135 dispute, the line 0.016875,
    back 0.0135: 2 + 0.016875 + 0.0135 contacts.
    """
    journey, t = hotel(complete=True), catalogue(language)
    found = examine(journey, trials=0).diagnoses
    assert [one.verdict for one in found] == ["sometimes", "yes", "yes", "yes"]
    assert found[0].facts == {"contacts": pytest.approx(2.030375), "n": 2}
    for one in found:
        texts = (diagnostic_question(one, journey, t), diagnostic_answer(one, journey, t))
        assert texts[0].endswith("?") and texts[1].endswith(".")
        assert "{" not in " ".join(texts)
        assert diagnostic_verdict(one, t)


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 10**9))
def test_contacts_agree_with_the_naive_road(seed: int) -> None:
    """Where nobody meets value the goal ends the road: contacts are the hand-offs and the first meeting."""
    journey = random_map(seed)
    found = examine(journey, trials=0)
    if not found.diagnoses or found.diagnoses[0].because != "goal":
        return
    expected = Naive(journey).expected_handoffs()
    number = found.diagnoses[0].facts["contacts"]
    assert expected is not None
    assert expected - 1e-6 <= float(str(number)) <= expected + 1 + 1e-6


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 10**9))
def test_every_answer_of_any_map_can_be_said(seed: int) -> None:
    journey, t = random_map(seed), catalogue("sv")
    for one in examine(journey, trials=0).diagnoses:
        assert diagnostic_answer(one, journey, t)
        assert bool(one.missing) == (one.verdict == "unknown")
