"""How those who leave a step divide: splitting, scaling, parallel links, leaving (METHOD 1)."""

from __future__ import annotations

import pytest
from small_maps import a_map, link, step

from journeymap.analysis.examine import examine
from journeymap.analysis.graph import build
from journeymap.analysis.shares import effective_shares
from journeymap.model.ids import Id
from journeymap.model.records import Link

STEPS = [step(id, "customer") for id in ("a", "b", "c", "d")]


def shares(*links: Link) -> dict[str, float]:
    graph = build(a_map(STEPS, links))
    return dict(zip((one.target for one in graph.links), effective_shares(graph).of_link, strict=True))


def test_missing_shares_split_the_rest() -> None:
    found = shares(link("a", "b", share=0.4), link("a", "c"), link("a", "d"))
    assert found == pytest.approx({"b": 0.4, "c": 0.3, "d": 0.3})


def test_shares_above_one_are_scaled_and_leave_nothing() -> None:
    found = shares(link("a", "b", share=0.9), link("a", "c", share=0.6), link("a", "d"))
    assert found == pytest.approx({"b": 0.6, "c": 0.4, "d": 0})


def test_given_shares_below_one_let_the_rest_leave() -> None:
    findings = examine(a_map(STEPS, link("a", "b", share=0.25), link("b", "c"), link("c", "d")), trials=0)
    assert findings.visits is not None
    assert findings.visits[Id("d")] == pytest.approx(0.25)


def test_only_the_road_carries_shares() -> None:
    found = shares(
        link("a", "b", "info", share=0.5), link("a", "c", "refer"), link("a", "d", "exit", share=0.1)
    )
    assert found == {"b": 0, "c": 1, "d": 0}


def test_decimals_that_miss_one_by_a_hair_leave_nobody() -> None:
    graph = build(a_map(STEPS, [link("a", t, share=s) for t, s in (("b", 0.7), ("c", 0.2), ("d", 0.1))]))
    found = effective_shares(graph)
    assert found.leaves[graph.index[Id("a")]] == 0
    assert found.above_one == []


def test_what_can_be_no_share_was_not_said() -> None:
    assert shares(link("a", "b", share=1.5), link("a", "c", share=-1)) == {"b": 0.5, "c": 0.5}


def test_assumed_shares_are_told() -> None:
    journey = a_map(STEPS, link("a", "b"), link("b", "c"), link("b", "d", share=0.1))
    assert examine(journey, trials=0).assumed_shares == ("b>c:flow",)
