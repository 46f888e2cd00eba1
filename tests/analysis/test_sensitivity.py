"""A stated smallest change must do what it says: applied, it moves the friction there."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace

import pytest
from friction_strategies import ANSWERS, changed, findings, frictions, ranked, simple, the_map
from hypothesis import given, settings

from journeymap.analysis.findings import Change
from journeymap.analysis.ranking import Entry, in_order, read_entries
from journeymap.analysis.survey import survey
from journeymap.analysis.words import change_sentence
from journeymap.i18n.catalogue import catalogue
from journeymap.model.ids import Id
from journeymap.model.quantity import Range
from journeymap.model.records import Friction, Votes

FIELD = {"hits": "hits", "wait_minutes": "wait", "work_minutes": "work", "value_lost": "value"}


def place_with(found: Sequence[Friction], id: Id, answer: str, point: float) -> int:
    """The friction's place if one answer were exactly that, by examining the whole map again."""
    other = [changed(f, **{answer: point}) if f.id == id else f for f in found]
    return next(line.rank for line in ranked(other) if line.id == id)


def place_in(entries: Sequence[Entry], id: Id, answer: str, point: float) -> int:
    """The same by ordering what was read of the map anew: thousands of times in a second."""
    exact = {FIELD[answer]: Range(point, None, point)}
    ordered = in_order(replace(one, **exact) if one.id == id else one for one in entries)
    return [one.id for one in ordered].index(id) + 1


def applied(found: Sequence[Friction], change: Change, beyond: float) -> int:
    """The place after the change, a touch past it."""
    friction = next(f for f in found if f.id == change.friction)
    if change.answer == "votes":
        assert friction.votes is not None
        votes = Votes(yes=int(change.then), of=friction.votes.of)
        other = [changed(f, votes=votes) if f is friction else f for f in found]
        return next(line.rank for line in ranked(other) if line.id == change.friction)
    if change.answer == "critical":
        return place_with(found, change.friction, "critical", bool(change.then))
    return place_with(found, change.friction, change.answer, change.then * beyond or 1e-9)


@settings(max_examples=100, deadline=None)
@given(frictions(at_least=2))
def test_the_change_moves_the_friction_to_its_place(found: list[Friction]) -> None:
    lines = {line.id: line for line in ranked(found)}
    for change in findings(found).changes:
        rising = change.place < lines[change.friction].rank
        place = applied(found, change, 1 + 1e-9 if rising else 1 - 1e-9)
        assert place == change.place


def turning_points(found: Sequence[Friction], id: Id, answer: str) -> Iterator[tuple[bool, float]]:
    """Whether the answer leaves its range where it changes the place, and by what proportion.

    Found by halving: more of an answer never lowers a place, so it changes once each way. The very
    ends of a scale are left aside: there a place is reached, not passed.
    """
    ground = survey(the_map(found))
    entries = read_entries(ground.graph, ground.goal, ground.visits, ground.shares.of_link)
    (span,) = (getattr(one, FIELD[answer]) for one in entries if one.id == id)
    now, here = span.point, place_in(entries, id, answer, span.point)
    for end in (1.0 if answer == "value_lost" else 1e6, 0.0):
        if end == now or place_in(entries, id, answer, end) == here:
            continue
        same, other = now, end
        for _ in range(80):
            middle = (same + other) / 2
            if place_in(entries, id, answer, middle) == here:
                same = middle
            else:
                other = middle
        if abs(other - end) > 1e-9:
            inside = span.low - 1e-9 <= other <= span.high + 1e-9
            part = abs(other - now) / now if now else math.inf
            yield not inside, 0.0 if abs(other - now) < 1e-9 else part


@settings(max_examples=40, deadline=None)
@given(frictions(at_least=2, at_most=5))
def test_no_smaller_change_of_an_answer_moves_it(found: list[Friction]) -> None:
    """By brute force over the four figures of every friction."""
    stated = {change.friction: change for change in findings(found).changes}
    for line in ranked(found):
        every = [point for answer in ANSWERS for point in turning_points(found, line.id, answer)]
        change = stated.get(line.id)
        if every:
            assert change is not None
            assert (not change.within, change.part) == pytest.approx(min(every), rel=1e-6, abs=1e-9)
        elif change is not None:
            assert math.isinf(change.part)


def test_the_smallest_change_of_a_lone_answer() -> None:
    """10 against 8 minutes for everybody: the second passes the first at 10 minutes' work."""
    two = [simple("f", work_minutes=10), simple("g", work_minutes=(7, 8, 12))]
    first, second = findings(two).changes
    assert (second.friction, second.answer, second.now, second.then, second.place) == (
        "g",
        "work_minutes",
        8,
        10,
        1,
    )
    assert second.within
    assert (first.friction, first.place, first.within) == ("f", 2, False)


def test_votes_can_be_the_smallest_change() -> None:
    """7 of 12 decide; one vote fewer and it falls behind the greater one."""
    close = simple("f", votes=Votes(yes=7, of=12))
    (change, _) = findings([close, simple("g", hits=0.001), simple("h", hits=2)]).changes[:2]
    assert (change.answer, change.now, change.then, change.place) == ("votes", 7, 6, 2)


def test_what_lies_within_an_answers_range_is_smaller_than_what_does_not() -> None:
    """A tenth more hits would do, but 0.10 is exact; eleven minutes lie within 1 to 30."""
    wide = simple("f", hits=0.10, work_minutes=(1, 10, 30))
    (_, change) = findings([simple("g", hits=0.11, work_minutes=10), wide]).changes
    assert (change.answer, change.within) == ("work_minutes", True)
    assert change.then == pytest.approx(11)


def test_one_level_with_its_neighbour_moves_at_the_least_change() -> None:
    """Three level ones: the last would pass both others, the first would fall behind both."""
    level = [simple(id, hits=0.5) for id in "fgh"]
    changes = findings(level).changes
    assert [(c.friction, c.now, c.then, c.part) for c in changes] == [(f, 0.5, 0.5, 0) for f in "fgh"]
    assert [c.place for c in changes] == [3, 1, 1]
    t = catalogue("en")
    assert change_sentence(changes[2], t) == (
        "It is level with place 1: the least change of an answer would move it."
    )


def test_only_the_tick_can_move_the_single_one_of_its_tier() -> None:
    changes = findings([simple("f", critical=True), simple("g", hits=2)]).changes
    assert [(c.friction, c.answer, c.then, c.place) for c in changes] == [
        ("f", "critical", 0, 2),
        ("g", "critical", 1, 1),
    ]
    t = catalogue("en")
    assert change_sentence(changes[0], t) == "It would stand at place 2 if it were not decisive."
    assert change_sentence(changes[1], t) == "It would stand at place 1 if it were decisive."


def test_a_lone_friction_cannot_move() -> None:
    assert findings([simple("f")]).changes == ()
    assert findings([Friction(id=Id("f"), title="f", at=Id("a"))]).changes == ()
