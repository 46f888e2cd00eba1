"""Remedies beside causes, the evidence ladder, support orders."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from random_maps import random_map
from rule_case import action, friction, ordered, told
from small_maps import a_map, link, step

from journeymap.analysis.evidence import LADDER, assumed_share, evidence_ladder
from journeymap.analysis.examine import examine
from journeymap.analysis.graph import build
from journeymap.analysis.remedies import remedies
from journeymap.analysis.support import shadow_works, support_orders
from journeymap.model.records import Record

A, B = step("a", "offers"), step("b", "desk")


@pytest.mark.parametrize(
    ("cause", "kinds", "fit"),
    [
        ("system", [], "none"),
        ("system", ["training"], "facade"),
        ("system", ["training", "system"], "fits"),
        ("mandate", ["mandate"], "fits"),
        ("mandate", ["system"], "beside"),
        ("culture", ["training"], "fits"),
        ("goal_conflict", ["training"], "beside"),
        (None, ["system"], "unknown"),
        ("system", [None], "unknown"),
    ],
)
def test_whether_an_action_reaches_the_cause(cause: str | None, kinds: list[str | None], fit: str) -> None:
    actions = [action(f"t{n}", kind, "f") for n, kind in enumerate(kinds)]
    journey = a_map(A, friction(cause=cause), actions)
    (remedy,) = remedies(journey, examine(journey, trials=0).ranked)
    assert (remedy.fit, len(remedy.actions)) == (fit, len(kinds))


def test_who_decides_and_who_owns() -> None:
    journey = a_map(
        A, friction("f", critical=True, decision_by=" ", owner="Anna"), friction("g", status="solved")
    )
    (remedy,) = remedies(journey, examine(journey, trials=0).ranked)
    assert (remedy.decisive, remedy.decided, remedy.owned) == (True, False, True)


def test_the_strongest_evidence_of_a_friction_counts() -> None:
    journey = a_map(
        A,
        [friction(id, hits=share) for id, share in (("f", 0.4), ("g", 0.3), ("h", 0.2), ("i", 0.1))],
        told("f", level="measured"),
        told("g", level="heard"),
        told("h", level="assumed"),
    )
    ladder = evidence_ladder(journey, examine(journey, trials=0).ranked)
    shares = {rung.level: rung.share for rung in ladder}
    assert [rung.level for rung in ladder] == list(reversed(LADDER))
    assert shares == pytest.approx(
        {"measured": 0.4, "observed": 0, "heard": 0.3, "assumed": 0.2, "unsaid": 0.1}
    )
    assert assumed_share(ladder) == pytest.approx(0.3)


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 10**9))
def test_the_rungs_sum_to_the_whole(seed: int) -> None:
    journey = random_map(seed)
    findings = examine(journey, trials=0)
    ladder = evidence_ladder(journey, findings.ranked)
    assert sum(rung.per1000 for rung in ladder) == pytest.approx(
        sum(line.per1000 for line in findings.ranked)
    )
    assert sorted(id for rung in ladder for id in rung.frictions) == sorted(
        line.id for line in findings.ranked
    )
    backed = findings.figures.evidence_share
    share = assumed_share(ladder)
    assert (share is None) == (backed is None)
    if share is not None and backed is not None:
        assert share == pytest.approx(1 - backed)


def test_support_orders_keep_what_nobody_said() -> None:
    bare: Record = link("a", "b", "order")
    (order,) = support_orders(build(a_map(A, B, bare)))
    assert (order.source, order.target) == ("a", "b")
    assert {order.asked_why, order.delivered, order.refused, order.advised_otherwise, order.next_order} == {
        None
    }


def test_shadow_work_follows_a_refusal_at_either_end() -> None:
    refused = ordered("a", "b", refused=True)
    elsewhere = step("p", "phone")
    for one, other in pairwise(("a", "p", "b")):
        graph = build(a_map(A, B, elsewhere, refused, link(one, other, "shadow")))
        (work,) = shadow_works(graph)
        assert work.after == (refused.id,)
        assert support_orders(graph)[0].shadow == (work.link,)
    (free,) = shadow_works(build(a_map(A, B, elsewhere, link("a", "p", "shadow"))))
    assert free.after == ()
