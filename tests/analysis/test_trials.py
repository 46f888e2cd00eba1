"""The trials' properties and the hotel's shares (METHOD 2: how sure)."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from friction_strategies import ANSWERS, changed, findings, frictions, ranked, simple, the_map
from hotel_map import hotel
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journeymap.analysis.examine import examine
from journeymap.analysis.podium import tie_order
from journeymap.analysis.ranking import Entry, read_entries
from journeymap.analysis.survey import survey
from journeymap.analysis.trials import Trials
from journeymap.model.ids import Id
from journeymap.model.records import Friction, Votes

Accept = Callable[[str], None]
twenty = settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
K = 500


def entries_of(found: list[Friction]) -> list[Entry]:
    ground = survey(the_map(found))
    return read_entries(ground.graph, ground.goal, ground.visits, ground.shares.of_link)


def places_in_trials(found: list[Friction]) -> dict[Id, list[int]]:
    """Every friction's place in every trial, by sorting all keys: the slow second way."""
    entries = sorted(entries_of(found), key=tie_order)
    trials = Trials(K)
    keys = trials.keys(entries)
    ranks = np.argsort(np.argsort(-keys, axis=0, kind="stable"), axis=0, kind="stable")
    return {entry.id: [int(rank) + 1 for rank in row] for entry, row in zip(entries, ranks, strict=True)}


def test_the_hotels_top_three_shares() -> None:
    found = examine(hotel())
    shares = {line.id: line.top3_share for line in found.ranked}
    table = {"F3": 1, "F1": 1, "F2": 0.75, "F4": 0.11, "F6": 0.14, "F5": 0, "F7": 0, "F9": 0}
    assert shares == pytest.approx(table, abs=0.02)
    words = [line.word for line in found.ranked]
    assert words == ["firm", "firm", "likely", "likely", "likely", "firm", "firm", "firm"]
    assert found.unranked[0].possible_top3_share == pytest.approx(0.10, abs=0.02)
    assert found.trials == 10_000


def test_the_hotels_critical_probabilities() -> None:
    """8 of 12: P(Binomial(13, ½) ≤ 8) = 7099/8192; 4 of 12 is its mirror image."""
    found = {line.id: line.critical_probability for line in examine(hotel(), trials=0).ranked}
    assert found["F2"] == pytest.approx(7099 / 8192)
    assert found["F6"] == pytest.approx(1 - 7099 / 8192)


@twenty
@given(frictions(at_least=4))
def test_acceptabilities_and_top_three_shares_add_up(accept: Accept, found: list[Friction]) -> None:
    places = places_in_trials(found)
    table = np.array(
        [[ranks.count(place) / K for place in range(1, len(found) + 1)] for ranks in places.values()]
    )
    accept("acceptabilities sum to 1")
    assert table.sum(axis=0) == pytest.approx(1)
    assert table.sum(axis=1) == pytest.approx(1)
    shares = {line.id: line.top3_share for line in ranked(found, trials=K)}
    assert sum(shares.values()) == pytest.approx(3)
    slow = {id: sum(rank <= 3 for rank in ranks) / K for id, ranks in places.items()}
    assert shares == pytest.approx(slow, abs=1e-12)


@twenty
@given(frictions(at_least=3))
def test_pairwise_shares_do_not_notice_a_third(accept: Accept, found: list[Friction]) -> None:
    accept("pairwise bit-equal")
    alone, together = places_in_trials(found[:2]), places_in_trials(found)
    one, other = found[0].id, found[1].id
    before = [a < b for a, b in zip(alone[one], alone[other], strict=True)]
    after = [a < b for a, b in zip(together[one], together[other], strict=True)]
    assert before == after


@twenty
@given(frictions(at_least=2))
def test_the_dominated_never_wins(accept: Accept, found: list[Friction]) -> None:
    """Exact inputs, each at least as bad in every part: above in every single trial."""
    exact = [
        changed(f, hits=0.5, wait_minutes=3, work_minutes=2, value_lost=0, critical=False) for f in found
    ]
    worse = changed(exact[0], hits=0.6, wait_minutes=4)
    accept("the dominated never wins")
    places = places_in_trials([worse, *exact[1:]])
    assert all(max(places[worse.id]) < min(places[other.id]) for other in exact[1:])


def test_three_frictions_get_no_word() -> None:
    found = ranked([simple(f"f{n}", hits=n) for n in (1, 2, 3)], trials=100)
    assert [line.word for line in found] == [None] * 3
    assert [line.top3_share for line in found] == [1.0] * 3


def test_absurd_votes_are_no_votes() -> None:
    absurd = [(3, 0), (5, 4), (-1, 4), (None, 4)]
    odd = [simple(f"f{yes}", votes=Votes(yes=yes, of=of), critical=True) for yes, of in absurd]
    assert {line.tier for line in ranked(odd)} == {"A"}
    assert {line.critical_probability for line in ranked(odd)} == {1.0}


def test_ties_on_paper_are_ties_in_every_trial() -> None:
    """0.1 x 3 and 0.3 x 1 differ in the last bit: the order's own rule decides, not that bit."""
    level = [simple(f"f{n}", hits=0.1, wait_minutes=3, work_minutes=0) for n in range(3)]
    last = simple("g", hits=0.3, wait_minutes=1, work_minutes=0)
    assert 0.1 * 3 != 0.3 * 1
    shares = {line.id: line.top3_share for line in ranked([*level, last], trials=500)}
    assert shares == {"f0": 1, "f1": 1, "f2": 1, "g": 0}
    first = changed(last, id=Id("e"))
    assert {line.id: line.top3_share for line in ranked([*level, first], trials=500)}["e"] == 1


def test_fewer_trials_draw_the_same_beginning() -> None:
    """1 000 trials are the first thousand of 10 000: the live list and the report agree."""
    (entry,) = entries_of([simple("f", hits=(0.1, 0.9), wait_minutes=(1, 2, 9))])
    assert np.array_equal(Trials(100).keys([entry]), Trials(1000).keys([entry])[:, :100])


def test_an_unranked_friction_that_might_be_anything() -> None:
    known = [simple(f"f{n}", hits=0.001) for n in range(5)]
    unknown = Friction(id=Id("u"), title="u", at=Id("a"))
    found = findings([*known, unknown], trials=200)
    assert found.unranked[0].missing == ("hits", "wait_minutes", "work_minutes", "value_lost")
    assert found.unranked[0].possible_top3_share > 0.99


@twenty
@given(frictions(at_least=1), st.sampled_from(ANSWERS), st.booleans())
def test_possible_shares_are_those_of_a_full_count(
    found: list[Friction], answer: str, critical: bool
) -> None:
    """The unranked one alone beside the ranked, every trial sorted: the slow second way."""
    lacking = simple("u", critical=critical, hits=(0.1, 0.4), work_minutes=(1, 60))
    lacking = changed(lacking, **{answer: None})
    (unranked,) = findings([*found, lacking], trials=K).unranked
    slow = places_in_trials([*found, lacking])[lacking.id]
    assert unranked.possible_top3_share == sum(place <= 3 for place in slow) / K


def test_blocks_and_their_order_change_no_digit() -> None:
    """Many frictions, drawn together and one by one."""
    many = [simple(f"f{n}", hits=(0.1, 0.2 + n / 50), wait_minutes=(1, 2, 3 + n)) for n in range(40)]
    entries, trials = entries_of(many), Trials(K)
    one_by_one = np.concatenate([trials.keys([entry]) for entry in entries])
    assert np.array_equal(trials.keys(entries), one_by_one)
    assert np.array_equal(trials.keys(entries[::-1]), one_by_one[::-1])
    shares = {line.id: line.top3_share for line in ranked(many, trials=K)}
    slow = {id: sum(place <= 3 for place in places) / K for id, places in places_in_trials(many).items()}
    assert shares == slow


def test_triangular_draws_keep_to_their_triangle() -> None:
    """Mean (low + best + high) / 3 of a triangle, within four standard errors."""
    (entry,) = entries_of([simple("f", wait_minutes=(10, 20, 60))])
    waits = Trials(10_000).parts([entry])[0]
    assert waits.min() >= 10
    assert waits.max() <= 60
    assert waits.mean() == pytest.approx(30, abs=4 * 10.8 / 100)
