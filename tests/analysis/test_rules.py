"""Rules: each where it speaks, where it nearly does, and where nothing is known (CLAIMS)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import pytest
from friction_strategies import simple
from hotel_map import hotel
from small_maps import a_map, carried, link, step

from journeymap.analysis.examine import examine
from journeymap.analysis.rules import RULES
from journeymap.analysis.words import rule_sentence
from journeymap.i18n.catalogue import LANGUAGES, catalogue
from journeymap.model.ids import Id
from journeymap.model.journey import Journey, journey_of
from journeymap.model.records import Action, Evidence, Head, Lane, Measure, Order, Record, Step, Votes, Walk

A, B, C = step("a", "offers"), step("b", "desk"), step("c", "customer")
DONE = {"complete": True}


def asked(rule: str, *records: Record | Iterable[Record], **head: object) -> list[tuple[str, str]]:
    """Key and certainty of a rule's findings on a map of these records."""
    return of_journey(rule, a_map(*records, **head))


def of_journey(rule: str, journey: Journey, today: date | None = None) -> list[tuple[str, str]]:
    found = examine(journey, trials=0, today=today).rules
    return [(finding.key, finding.certainty) for finding in found if finding.rule == rule]


def keys(rule: str, *records: Record | Iterable[Record], **head: object) -> list[str]:
    return [key for key, _ in asked(rule, *records, **head)]


def lane(id: str, **facts: object) -> Lane:
    facts.setdefault("kind", "department")
    return Lane(id=Id(id), name=id, **facts)  # type: ignore[arg-type]


def test_lane_no_owner_once_a_lane_never_for_customers() -> None:
    bare = journey_of(lane("x"), lane("y", unit=" / "), lane("z", owner="Chef"), lane("c", kind="customer"))
    assert of_journey("LANE-NO-OWNER", bare) == [
        ("LANE-NO-OWNER:x", "certain"),
        ("LANE-NO-OWNER:y", "certain"),
    ]


def test_prob_sum() -> None:
    two = [link("a", "b", share=0.7), link("a", "c", share=0.4)]
    assert keys("PROB-SUM", A, B, C, two) == ["PROB-SUM:a"]
    assert keys("PROB-SUM", A, B, C, link("a", "b", share=0.6), link("a", "c", share=0.4)) == []
    assert keys("PROB-SUM", A, B, C, link("a", "b", share=1), link("a", "c")) == []


def test_sup_account() -> None:
    supplier = lane("s", kind="supplier", unit="Ren AB")
    answered = lane("t", kind="supplier", unit="Other", accountable="H/Desk")
    assert of_journey("SUP-ACCOUNT", journey_of(supplier, answered)) == [("SUP-ACCOUNT:s", "certain")]
    owned = simple("f", owner="ren ab")
    assert "SUP-ACCOUNT:f:cleaner" in keys("SUP-ACCOUNT", A, owned)


def test_wall_carrier_speaks_only_where_somebody_said_no() -> None:
    assert keys("WALL-CARRIER", A, B, C, carried("a", "c", "b", info="no")) == ["WALL-CARRIER:a>c:flow"]
    assert keys("WALL-CARRIER", A, B, C, carried("a", "c", "b")) == []


def test_handoff_excess() -> None:
    start, goal = step("a", "offers", start=True), step("b", "desk", goal=True)
    round_about = [link("a", "p", share=0.6), link("p", "b"), link("a", "b", share=0.4)]
    assert keys("HANDOFF-EXCESS", start, goal, step("p", "phone"), round_about) == ["HANDOFF-EXCESS"]
    assert keys("HANDOFF-EXCESS", start, goal, link("a", "b")) == []


@pytest.mark.parametrize(
    ("critical", "customers", "speaks"),
    [(4, 40, True), (3, 40, False), (3, 10, True), (2, 10, False), (1, 1, False), (0, 0, False)],
)
def test_crit_inflation(critical: int, customers: int, speaks: bool) -> None:
    """Above three moments, or above a fifth of the customer's own steps (a single one never)."""
    steps = [step(f"s{n:02}", "customer", critical=n < critical) for n in range(customers)]
    assert bool(keys("CRIT-INFLATION", steps)) is speaks


def test_treatment_is_proposed_as_decisive_until_answered() -> None:
    assert asked("TREATMENT-CRIT", A, simple("f", kind="treatment")) == [("TREATMENT-CRIT:f", "suspected")]
    assert keys("TREATMENT-CRIT", A, simple("f", kind="treatment", critical=False)) == []
    assert keys("TREATMENT-CRIT", A, simple("f", kind="treatment", votes=Votes(yes=1, of=4))) == []
    assert keys("TREATMENT-CRIT", A, simple("f", kind="waiting")) == []


@pytest.mark.parametrize(
    ("mandate", "found"),
    [
        ("none", ["certain"]),
        ("must_ask", ["certain"]),
        ("unknown", ["suspected"]),
        ("can_solve", []),
        (None, []),
    ],
)
def test_no_mandate(mandate: str | None, found: list[str]) -> None:
    decisive = step("b", "desk", critical=True, mandate=mandate)
    assert [sure for _, sure in asked("NO-MANDATE", decisive)] == found


def test_exit_unknown() -> None:
    decisive = step("b", "desk", critical=True)
    assert keys("EXIT-UNKNOWN", decisive) == ["EXIT-UNKNOWN:b"]
    assert keys("EXIT-UNKNOWN", decisive, C, link("b", "c", "exit", share=0.1)) == []


def test_gap_at_a_promise() -> None:
    facts = {"honours": ("p",), "expectation": 2, "experience": 1}
    assert keys("GAP", step("b", "desk", **facts)) == ["GAP:b"]
    assert keys("GAP", step("b", "desk", **{**facts, "experience": 2})) == []
    assert keys("GAP", step("b", "desk", honours=("p",), experience=-3)) == []


def test_chain_cut_waits_for_a_finished_map() -> None:
    assert of_journey("CHAIN-CUT", hotel()) == []
    assert of_journey("CHAIN-CUT", hotel(complete=True)) == [("CHAIN-CUT:allocate", "certain")]
    assert of_journey("LANE-NO-CUSTOMER", hotel(complete=True)) == [("LANE-NO-CUSTOMER:inventory", "certain")]


def test_orders_bring_the_delivery_back() -> None:
    back = step("k", "cleaner", customer_present=False)
    assert keys("CHAIN-CUT", B, back, link("b", "k", "order"), **DONE) == []
    assert keys("CHAIN-CUT", B, back, link("b", "k", "info"), **DONE) == ["CHAIN-CUT:k"]


def test_req_gap_counts_links_with_and_without() -> None:
    (finding,) = (f for f in examine(hotel(), trials=0).rules if f.key == "REQ-GAP:desk")
    between = "book→offer mail, offer mail→online, and the information links book→online, book→desk"
    assert finding.facts == {"step": "desk", "n": 0, "all": 4}, between


def test_evidence_cause_and_owners() -> None:
    heard = Evidence(id=Id("e"), about=Id("f"), who="customer")
    bare = simple("f", critical=True)
    assert keys("EVIDENCE-GAP", A, bare) == ["EVIDENCE-GAP:f"]
    assert keys("EVIDENCE-GAP", A, bare, heard) == []
    assert keys("CAUSE-MISSING", A, bare) == ["CAUSE-MISSING:f"]
    assert keys("CAUSE-MISSING", A, simple("f", cause="system")) == []
    assert keys("MGMT-OWNER", A, bare, **DONE) == ["MGMT-OWNER:f"]
    assert keys("NO-NAME", A, bare, **DONE) == ["NO-NAME:f"]
    assert keys("NO-NAME", A, simple("f", critical=True, owner="Chef"), **DONE) == []
    assert keys("NO-NAME", A, bare) == [], "an unfinished map stays calm"


def test_facade() -> None:
    training = Action(id=Id("t"), title="Course", kind="training", frictions=(Id("f"),))
    repair = Action(id=Id("r"), title="Repair", kind="system", frictions=(Id("f"),))
    ill = simple("f", cause="system")
    assert keys("FACADE", A, ill, training) == ["FACADE:f:t"]
    assert keys("FACADE", A, ill, training, repair) == []
    assert keys("FACADE", A, simple("f", cause="culture"), training) == []
    assert keys("FACADE", A, simple("f"), training) == []


def test_conditions_of_the_staff() -> None:
    assert asked("SYS-GAP", step("b", "desk", system_support="none")) == [("SYS-GAP:b", "certain")]
    assert asked("SYS-GAP", step("b", "desk", system_support="partial")) == [("SYS-GAP:b", "suspected")]
    assert asked("SYS-GAP", step("b", "desk", system_support="unknown")) == []
    assert keys("TIME-GAP", step("b", "desk", minutes_needed=9, minutes_given=(4, 6))) == ["TIME-GAP:b"]
    assert keys("TIME-GAP", step("b", "desk", minutes_needed=5, minutes_given=5)) == []
    assert keys("TIME-GAP", step("b", "desk", minutes_needed=5)) == []


def test_failure_demand() -> None:
    roads = [link("c", "a"), link("a", "b")]
    failing = step("b", "desk", demand="failure")
    assert keys("FAILURE-DEMAND", C, step("a", "offers", demand="value"), failing, roads) == [
        "FAILURE-DEMAND:b"
    ]
    assert keys("FAILURE-DEMAND", C, A, failing, roads) == [], "half of the demand is unknown"


def test_questions_asked_at_the_wrong_place() -> None:
    value = step("c", "customer", value_in_use=True)
    at_desk = Measure(id=Id("m"), question="Friendly?", step=Id("b"), open_text=False)
    at_value = Measure(id=Id("v"), question="Slept well?", step=Id("c"), open_text=True)
    assert keys("ASKS-WRONG", value, B, at_desk) == ["ASKS-WRONG:m:c"]
    assert keys("ASKS-WRONG", value, B, at_desk, at_value) == []
    assert keys("NO-WHY", value, B, at_desk, at_value) == ["NO-WHY:m"]


def test_value() -> None:
    value = step("c", "customer", value_in_use=True)
    assert keys("NO-VALUE-STEP", A, **DONE) == ["NO-VALUE-STEP"]
    assert keys("NO-VALUE-STEP", A, value, **DONE) == []
    assert keys("VALUE-UNREACHED", A, B, value, link("a", "b")) == ["VALUE-UNREACHED:c"]
    assert keys("VALUE-UNREACHED", A, value, link("a", "c")) == []


def test_twelve_months() -> None:
    """Counted from the given day; without one any date will do."""
    walked = a_map(A, Walk(id=Id("w"), date="2025-06-30"), **DONE)
    assert of_journey("NOT-WALKED", walked) == []
    assert of_journey("NOT-WALKED", walked, date(2026, 6, 30)) == []
    assert of_journey("NOT-WALKED", walked, date(2026, 7, 1)) != []
    never = Measure(id=Id("m"), question="Friendly?")
    assert keys("MEASURE-UNUSED", A, never, **DONE) == ["MEASURE-UNUSED:m"]
    assert keys("PURPOSE-MISSING", A, **DONE) == ["PURPOSE-MISSING"]
    assert keys("PURPOSE-MISSING", A, purpose="We help people sleep", **DONE) == []


def test_orders() -> None:
    def order(**facts: bool) -> Record:
        return link("a", "b", "order", order=Order(**facts))

    assert keys("ORDER-NO-WHY", A, B, order(asked_why=False)) == ["ORDER-NO-WHY:a>b:order"]
    assert keys("ORDER-NO-WHY", A, B, order(delivered=True)) == []
    assert [s for _, s in asked("NO-LEARN-LOOP", A, B, order(advised_otherwise=True))] == ["suspected"]
    assert keys("NO-LEARN-LOOP", A, B, order(advised_otherwise=True, next_order=True)) == []
    shadow = link("b", "a", "shadow")
    assert [s for _, s in asked("SHADOW-WORK", A, B, order(refused=True), shadow)] == ["certain"]
    assert [s for _, s in asked("SHADOW-WORK", A, B, shadow)] == ["suspected"]


def test_processes() -> None:
    lanes = [lane("x", process=("support",)), lane("y", process=("management",))]
    assert of_journey("NO-CORE", journey_of(*lanes)) == [("NO-CORE:x:y", "certain")]
    assert of_journey("NO-CORE", journey_of(lane("x"), lane("y", process=("core",)))) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_finding_on_the_hotel_has_a_whole_sentence(language: str) -> None:
    journey, t = hotel(complete=True), catalogue(language)
    for finding in examine(journey, trials=0).rules:
        sentence = rule_sentence(finding, journey, t)
        assert "{" not in sentence
        assert sentence[-1] in ".?"


def test_an_empty_and_a_half_drawn_map_stay_calm() -> None:
    assert examine(journey_of(), trials=0).rules == ()
    half = journey_of(
        lane("c", kind="customer"),
        lane("d", unit="H/D"),
        *(Step(id=Id(id), title=id, lane=Id(at)) for id, at in (("1", "c"), ("2", "d"), ("3", "c"))),
        link("1", "2"),
        link("2", "3"),
        head=Head(title="New"),
    )
    assert examine(half, trials=0).rules == ()


def test_rule_ids_are_unique() -> None:
    assert len({rule.id for rule in RULES}) == len(RULES)
