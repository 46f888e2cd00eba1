"""`check`: FORMAT 5's object key by key, and the same facts as text."""

from __future__ import annotations

import json

import pytest
from hotel_map import hotel
from hypothesis import given, settings
from hypothesis import strategies as st
from random_maps import random_map

from journeymap.analysis import check, check_text
from journeymap.analysis.examine import examine
from journeymap.analysis.words import (
    change_sentence,
    explanation,
    possible_places,
    rule_sentence,
    wall_sentence,
)
from journeymap.i18n.catalogue import LANGUAGES, catalogue
from journeymap.model.journey import Journey, journey_of

FIGURES = [
    "steps",
    "lanes",
    "links",
    "contacts",
    "handoffs",
    "walls_certain",
    "walls_suspected",
    "critical_moments",
    "customer_hours_per_year",
    "hours_at_walls",
    "goal_minutes",
    "expected_handoffs",
    "minimum_handoffs",
    "requirement_coverage",
    "failure_demand_share",
    "evidence_share",
]
WALL = [
    "key",
    "type",
    "rule",
    "source",
    "target",
    "steps",
    "promise",
    "item",
    "certainty",
    "state",
    "text",
    "hours_per_year",
]
FRICTION = [
    "id",
    "rank",
    "tier",
    "hours_per_year",
    "low",
    "high",
    "minutes_per_1000",
    "waiting",
    "work",
    "value",
    "rank_by_hours",
    "rank_best",
    "rank_worst",
    "top3_share",
    "critical_probability",
    "word",
    "walls",
    "reason",
]


def answer(journey: Journey, trials: int = 0) -> dict[str, object]:
    findings = examine(journey, trials=trials)
    found = check.as_json(journey, findings, [("x", "Something was odd.")], catalogue("en"))
    return json.loads(json.dumps(found, allow_nan=False, sort_keys=True))  # type: ignore[no-any-return]


def test_every_key_of_the_format() -> None:
    found = answer(hotel())
    assert set(found) == {
        "figures", "walls", "frictions", "unranked", "findings", "back_chains", "repairs",
        "break_even_goal", "smallest_changes", "ledger", "marks", "questions", "promise_gaps", "say_once",
        "nobodys_customer", "lanes", "wall_sides", "evidence", "remedies", "orders", "shadow_work",
        "actions", "chain_requirements",
    }  # fmt: skip
    assert set(found["figures"]) == set(FIGURES)  # type: ignore[call-overload]
    for entries, keys in (("walls", WALL), ("frictions", FRICTION)):
        assert all(set(entry) == set(keys) for entry in found[entries])  # type: ignore[attr-defined]
    assert set(found["unranked"][0]) == {"id", "missing", "possible_top3_share"}  # type: ignore[index]
    assert found["repairs"] == [{"about": "x", "text": "Something was odd."}]
    finding = {"rule", "key", "certainty", "about", "text", "group", "state", "waits"}
    assert all(set(entry) == finding for entry in found["findings"])  # type: ignore[attr-defined]
    asked = {"rule", "question", "answer", "certainty", "text", "missing", "walls", "about"}
    assert all(set(entry) == asked for entry in found["questions"])  # type: ignore[attr-defined]


def test_the_hotels_figures() -> None:
    """Contacts by hand: plan→book, offer mail→accept, →queue and the other ten that cross."""
    figures = answer(hotel())["figures"]
    assert figures == {
        "steps": 17, "lanes": 6, "links": 24, "contacts": 12, "handoffs": 6, "walls_certain": 8,
        "walls_suspected": 2, "critical_moments": 3, "goal_minutes": 510, "minimum_handoffs": 1,
        "customer_hours_per_year": pytest.approx(8530.875), "hours_at_walls": pytest.approx(2364.2083333),
        "expected_handoffs": pytest.approx(1.03375), "requirement_coverage": 0,
        "failure_demand_share": None, "evidence_share": 0,
    }  # fmt: skip


def test_hours_are_null_without_a_volume() -> None:
    found = answer(hotel(journeys_per_year=None))
    first = found["frictions"][0]  # type: ignore[index]
    assert [first[key] for key in ("hours_per_year", "low", "high", "waiting", "work", "value")] == [None] * 6
    assert first["minutes_per_1000"] == 13000
    assert found["walls"][0]["hours_per_year"] is None  # type: ignore[index]
    assert found["figures"]["customer_hours_per_year"] is None  # type: ignore[index, call-overload]


def test_an_empty_journey_has_an_answer() -> None:
    found = answer(journey_of(), trials=10)
    assert found["walls"] == found["frictions"] == found["unranked"] == found["findings"] == []
    figures = found["figures"]
    assert figures["steps"] == 0  # type: ignore[index, call-overload]
    assert figures["evidence_share"] is None  # type: ignore[index, call-overload]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_text_shows_walls_ranking_and_what_cannot_be_ranked(language: str) -> None:
    journey = hotel()
    findings = examine(journey, trials=100)
    t = catalogue(language)
    text = check_text.as_text(journey, findings, [("", "Odd.")], t)
    assert all(f.title in text for f in journey.frictions.values())
    ranked = text[text.index(t("Frictions in order")) :]
    assert ranked.index("Does not sleep") < ranked.index("Queue") < ranked.index(t("Cannot be ranked yet"))
    assert t.context("wall", "certain") in text
    assert "Odd." in text


def test_what_is_answered_beside_the_format() -> None:
    """Why a place stands and what stands between whom; the hours are F1 and F5, F6, F2 of METHOD 5."""
    found = answer(hotel(), trials=200)
    assert found["smallest_changes"][2] == {  # type: ignore[index]
        "id": "F2", "answer": "votes", "now": 8, "then": 6, "place": 7, "within_range": False,
    }  # fmt: skip
    hours = [round(pair["hours_per_year"]) for pair in found["ledger"]]  # type: ignore[attr-defined]
    assert hours == [1661, 507, 197]
    numbers = {key: mark["number"] for mark in found["marks"] for key in mark["walls"]}  # type: ignore[attr-defined]
    assert set(numbers) == {wall["key"] for wall in found["walls"]}  # type: ignore[attr-defined]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_text_tells_every_fact_of_the_object(language: str) -> None:
    journey, t = hotel(), catalogue(language)
    findings = examine(journey, trials=100)
    text = check_text.as_text(journey, findings, (), t)
    for wall in findings.walls:
        assert wall_sentence(wall, journey, t) in text
    for line in findings.ranked:
        assert explanation(line, journey, findings, t) in text
        assert possible_places(line, t) in text
    for change in findings.changes:
        assert change_sentence(change, t) in text
    for finding in findings.rules:
        assert rule_sentence(finding, journey, t) in text
    for moment, members in findings.back_chains.items():
        (line,) = (
            line for line in text.splitlines()
            if line.startswith(f"  {t('“{step}”', step=journey.steps[moment].title)}: ")
        )  # fmt: skip
        assert all(journey.steps[member].title in line for member in members)
    for number in (1.03, 0):
        assert t.number(number, 2) in text
    assert t("failure demand") in text, "what cannot be computed is said"


def test_suspected_reasons_of_a_certain_wall_are_told_apart() -> None:
    """Offers sends guests to the desk on two roads: of one it is known that nothing is passed on."""
    journey, t = hotel(), catalogue("en")
    text = check_text.as_text(journey, examine(journey, trials=0), (), t)
    assert "does not know what Offers knows. (“Confirm” → “Desk”)\n" in text
    assert "knows what Offers knows. (“Offer mail” → “Desk”) – suspected\n" in text


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**9), st.sampled_from(LANGUAGES))
def test_any_map_can_be_told(seed: int, language: str) -> None:
    journey, t = random_map(seed), catalogue(language)
    findings = examine(journey, trials=20)
    text = check_text.as_text(journey, findings, (), t)
    assert "{" not in text
    assert all(
        wall_sentence(wall, journey, t) in text for wall in findings.walls if wall.state != "dismissed"
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_journey_has_a_calm_text(language: str) -> None:
    journey = journey_of()
    t = catalogue(language)
    text = check_text.as_text(journey, examine(journey, trials=0), (), t)
    assert t("No walls found.") in text
    assert t("The four questions") not in text


def test_dismissed_rule_findings_are_left_out() -> None:
    from journeymap.analysis.rules import fingerprint
    from journeymap.model.change import Change
    from journeymap.model.ids import Id
    from journeymap.model.records import Dismissal

    journey = hotel(complete=True)
    (cut,) = (f for f in examine(journey, trials=0).rules if f.rule == "CHAIN-CUT")
    assert cut.about == ("allocate",)
    for facts, gone in ((fingerprint(cut), True), (None, True), ("other facts", False)):
        settled = Dismissal(id=Id("d"), finding=cut.key, facts=facts)
        after = journey.apply(Change({Id("d"): (None, settled)}))
        findings = examine(after, trials=0)
        keys = [entry["key"] for entry in check.as_json(after, findings, (), catalogue("en"))["findings"]]
        assert (cut.key not in keys) is gone
