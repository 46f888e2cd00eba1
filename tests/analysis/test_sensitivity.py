"""A stated smallest change must do what it says: applied, it moves the friction there."""

from __future__ import annotations

from friction_strategies import changed, findings, frictions, ranked, simple
from hypothesis import given, settings

from journeymap.analysis.findings import Change
from journeymap.model.ids import Id
from journeymap.model.records import Friction, Votes


def moved(friction: Friction, change: Change, beyond: float) -> Friction:
    """The friction with the answer as the change wants it, a touch past the tie."""
    if change.answer == "votes":
        assert friction.votes is not None
        return changed(friction, votes=Votes(yes=int(change.then), of=friction.votes.of))
    return changed(friction, **{change.answer: change.then * beyond})


@settings(max_examples=100, deadline=None)
@given(frictions(at_least=2))
def test_the_change_moves_the_friction_past_its_neighbour(found: list[Friction]) -> None:
    lines = {line.id: line for line in ranked(found)}
    for change in findings(found).changes:
        rising = change.place < lines[change.friction].rank
        pushed = [
            moved(f, change, 1 + 1e-6 if rising else 1 - 1e-6) if f.id == change.friction else f
            for f in found
        ]
        if change.then == 0 or (change.answer == "value_lost" and change.then > 0.999999):
            continue
        after = next(line.rank for line in ranked(pushed) if line.id == change.friction)
        assert after <= change.place if rising else after >= change.place


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


def test_a_lone_friction_cannot_move() -> None:
    assert findings([simple("f")]).changes == ()
    assert findings([Friction(id=Id("f"), title="f", at=Id("a"))]).changes == ()
