"""What actions give back (METHOD 6): hours removed and hours for each day of effort; what is late."""

from __future__ import annotations

from datetime import date

import pytest

from journeymap.analysis import check_text
from journeymap.analysis.examine import examine
from journeymap.analysis.gains import gains, is_late, together
from journeymap.i18n.catalogue import catalogue
from journeymap.model.ids import Id
from journeymap.model.journey import Journey, journey_of
from journeymap.model.records import Action, Friction, Head, Lane, Step


def a_map(*actions: Action, volume: int | None = 6000) -> Journey:
    """Two frictions: f takes 0.1 · 10 min of 6000 = 100 h, g takes 0.5 · 2 min of 6000 = 100 h."""
    return journey_of(
        Lane(id=Id("l"), name="Guest", kind="customer"),
        Step(id=Id("s"), title="Waits", lane=Id("l")),
        _friction("f", hits=0.1, wait_minutes=10),
        _friction("g", hits=0.5, wait_minutes=2),
        Friction(id=Id("u"), title="Unknown", at=Id("s")),
        *actions,
        head=Head(journeys_per_year=volume),
    )


def _friction(id: str, **answers: float) -> Friction:
    return Friction(id=Id(id), title=id, at=Id("s"), work_minutes=0, value_lost=0, **answers)


def _action(id: str, *frictions: str, **facts: object) -> Action:
    return Action(id=Id(id), title=id, frictions=tuple(Id(one) for one in frictions), **facts)  # type: ignore[arg-type]


def ranked(journey: Journey) -> tuple:  # type: ignore[type-arg]
    return examine(journey, trials=0).ranked


def test_hours_removed_are_the_hours_times_the_effect_and_most_for_a_day_comes_first() -> None:
    journey = a_map(
        _action("slow", "f", "g", effect=(0.25, 0.5, 0.75), effort_days=50),
        _action("quick", "f", effect=0.2, effort_days=(1, 3)),
    )
    quick, slow = gains(journey, ranked(journey))
    assert (quick.action, slow.action) == ("quick", "slow")
    assert tuple(slow.hours) == pytest.approx((50, 100, 150))  # type: ignore[arg-type]
    assert slow.hours_per_day == pytest.approx(2)
    assert quick.hours_per_day == pytest.approx(20 / 2)  # the middle of 1 and 3 days
    assert slow.against == ("f", "g")


def test_without_a_volume_minutes_of_1000_journeys_say_the_same_order() -> None:
    journey = a_map(_action("a", "f", effect=0.5, effort_days=10), volume=None)
    (one,) = gains(journey, ranked(journey))
    assert one.hours is None
    assert one.hours_per_day is None
    assert one.minutes_per_day == pytest.approx(1000 * 0.1 * 10 * 0.5 / 10)


def test_what_is_unknown_is_unknown() -> None:
    journey = a_map(
        _action("no effect", "f", effort_days=3),
        _action("nothing", effect=0.5),
        _action("unranked", "u", effect=0.5),
        _action("free", "f", effect=0.5, effort_days=0),
    )
    found = {one.action: one for one in gains(journey, ranked(journey))}
    assert [found[Id(name)].hours for name in ("no effect", "nothing", "unranked")] == [None, None, None]
    assert found[Id("free")].hours is not None
    assert found[Id("free")].hours_per_day is None


def test_two_actions_against_one_friction_share_what_is_left() -> None:
    """Half, then half of the rest: 75 of the 100 hours of f; g untouched."""
    actions = [_action("a", "f", effect=0.5), _action("b", "f", effect=0.5)]
    assert together(actions, ranked(a_map(*actions)), in_hours=True) == pytest.approx(75)


def test_actions_never_move_the_frictions() -> None:
    plain, planned = a_map(), a_map(_action("a", "g", effect=1, effort_days=1))
    assert ranked(plain) == ranked(planned)


@pytest.mark.parametrize(
    ("due", "status", "late"),
    [
        ("2026-11-26", None, True),
        ("2026-11-27", None, False),
        ("2026-11-26", "Klar", False),
        ("2026-11-26", "done.", False),
        ("2026-11-26", "pågår", True),
        ("before Christmas", None, False),
        (None, None, False),
    ],
)
def test_late_is_a_day_that_has_passed_and_not_done(due: str, status: str, late: bool) -> None:
    assert is_late(_action("a", due=due, status=status), date(2026, 11, 27)) is late


def test_check_tells_the_actions() -> None:
    journey = a_map(
        _action("Two at the desk", "f", effect=0.5, effort_days=10, owner="Desk", due="2027-01-01"),
        _action("Think"),
    )
    text = check_text.as_text(journey, examine(journey, trials=0), [], catalogue("en"))
    assert "Two at the desk – Desk – by 2027-01-01" in text
    assert "Saves 50 hours a year. 5 hours for each day of work." in text
    assert "Think – nobody answers for it yet" in text
    assert "What it saves is not known yet." in text
