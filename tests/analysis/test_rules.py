"""Rules: each where it speaks, where it nearly does, and where nothing is known (CLAIMS)."""

from __future__ import annotations

import pytest
import rule_cases_behind as behind
import rule_cases_lanes as lanes
import rule_cases_road as road
import rule_cases_work as work
from hotel_map import hotel
from rule_case import TODAY, Case, lane
from small_maps import a_map, link, step

from journeymap.analysis.examine import examine
from journeymap.analysis.findings import RuleFinding
from journeymap.analysis.rules import BY_ID, QUESTIONS, RULES, SUBJECTS, fingerprint
from journeymap.analysis.words import group_title, rule_looks, rule_sentence, rule_title
from journeymap.i18n.catalogue import LANGUAGES, catalogue
from journeymap.model.ids import Id
from journeymap.model.journey import journey_of
from journeymap.model.records import Dismissal, Head, Record, Step

CASES: tuple[Case, ...] = (
    *road.FOUR, *road.HANDOFFS, *lanes.LANES, *lanes.ROAD,
    *behind.MOMENTS, *behind.BEHIND, *behind.STAFF, *work.FRICTIONS, *work.KNOWN, *work.ORDERS,
)  # fmt: skip
NEEDS_A_FINISHED_MAP = {
    "CHAIN-CUT", "LANE-NO-CUSTOMER", "SUPPORT-ORPHAN", "NO-VALUE-STEP", "PURPOSE-MISSING",
    "NOT-WALKED", "MEASURE-UNUSED", "MGMT-OWNER", "NO-NAME",
}  # fmt: skip
"""As CLAIMS lists them."""


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_rule_says_exactly_this(case: Case) -> None:
    assert case.asked() == dict(case.found)


@pytest.mark.parametrize("kind", ["speaks", "nearly", "unknown"])
def test_every_rule_has_a_case_of_each_kind(kind: str) -> None:
    assert {case.rule for case in CASES if case.kind == kind} == set(BY_ID)


def test_the_rules_that_wait_for_a_finished_map_are_those_of_the_claims() -> None:
    assert {rule.id for rule in RULES if rule.finished} == NEEDS_A_FINISHED_MAP


def test_rule_ids_are_unique_and_every_wording_and_group_is_there() -> None:
    assert len({rule.id for rule in RULES}) == len(RULES)
    for rule in RULES:
        assert "" in rule.says
        assert rule.claims
        assert rule.group in {**QUESTIONS, **SUBJECTS}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_case_has_a_whole_and_short_sentence(language: str) -> None:
    """At most twenty words, names of one word counted; no placeholder left; no blame."""
    t = catalogue(language)
    said = set()
    for case in CASES:
        for finding in examine(case.journey, trials=0, today=TODAY).rules:
            sentence = rule_sentence(finding, case.journey, t)
            said.add((finding.rule, finding.say))
            assert "{" not in sentence
            assert sentence[-1] in ".?"
            assert len(sentence.split()) <= 20, sentence
            lowered = sentence.casefold()
            assert not any(
                word in lowered for word in ("brist", "misslyck", "slarv", "borde", "fail", "mislyk")
            )
    assert {(rule.id, say) for rule in RULES for say in rule.says} <= said


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_has_a_name_and_says_what_it_looks_at(language: str) -> None:
    journey, t = hotel(), catalogue(language)
    for rule in RULES:
        assert "{" not in rule_title(rule.id, journey, t) + rule_looks(rule.id, journey, t)
    for group in (*QUESTIONS, *SUBJECTS):
        assert "{" not in group_title(group, journey, t)


def test_the_hotel_finds_what_the_method_says() -> None:
    found = {one.key: one.certainty for one in examine(hotel(complete=True), trials=0).rules}
    assert found["CHAIN-CUT:allocate"] == "certain"
    assert found["LANE-NO-CUSTOMER:inventory"] == "certain"
    assert "CHAIN-CUT:room-ready" not in found
    assert not [key for key in found if key.startswith("HANDOFF-EXCESS")]
    assert "CHAIN-CUT:allocate" not in {one.key for one in examine(hotel(), trials=0).rules}


def test_req_gap_counts_links_with_and_without() -> None:
    (finding,) = (f for f in examine(hotel(), trials=0).rules if f.key == "REQ-GAP:desk")
    between = "book→offer mail, offer mail→online, and the information links book→online, book→desk"
    assert finding.facts == {"step": "desk", "n": 0, "all": 4}, between


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


def test_a_settled_finding_returns_only_when_what_it_saw_changes() -> None:
    """The support is settled while partial; when it is gone altogether that is another question."""

    def asked_of(*records: Record) -> RuleFinding:
        found = examine(a_map(*records), trials=0).rules
        return next(one for one in found if one.rule == "SYS-GAP")

    partial = step("b", "desk", system_support="partial")
    asked = asked_of(partial)
    for agreed, state in ((None, "dismissed"), (True, "agreed")):
        record = Dismissal(id=Id("d"), finding=asked.key, facts=fingerprint(asked), agreed=agreed)
        settled = asked_of(partial, record)
        assert (settled.state, settled.record, settled.key) == (state, "d", asked.key)
        gone = step("b", "desk", system_support="none")
        again = asked_of(gone, record)
        assert (again.key, again.state) == (asked.key, None)
    elsewhere = asked_of(step("b", "desk", system_support="partial", channel="web"), record)
    assert elsewhere.state == "agreed", "what the rule does not look at changes nothing"
