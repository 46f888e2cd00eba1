"""Every wall type where it must be found, with its key and certainty (METHOD 3)."""

from __future__ import annotations

import pytest
from small_maps import a_map, carried, examined, link, step, walls

from journeymap.analysis.examine import examine
from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.model.records import Order, Record, Votes, Wall

A = step("a", "offers")
B = step("b", "desk")
C = step("c", "customer")


def test_referral() -> None:
    assert walls(A, B, C, link("a", "c", "refer"), link("c", "b")) == {"referral:a:b": "certain"}


def test_referral_with_unknown_unit_is_suspected() -> None:
    assert walls(step("x", "unknown"), B, link("x", "b", "refer")) == {"referral:x:b": "suspected"}


def test_supplier_takes_the_place_of_referral() -> None:
    supplied = step("s", "cleaner")
    assert walls(A, supplied, link("a", "s", "refer")) == {"supplier:a:s": "certain"}


def test_every_walk_is_judged_alone() -> None:
    """A warm walk beside a cold one does not excuse it; the stronger certainty wins."""
    cold = carried("a", "c", "b", info="no")
    warm = link("a", "b", carrier="company")
    assert walls(A, B, C, cold, warm) == {"referral:a:b": "certain"}


def test_a_loop_through_the_customers_own_steps() -> None:
    """The "no" stands on a link that only a walk round the loop reaches."""
    other = step("d", "customer")
    roads = [
        link("a", "c", carrier="customer"),
        link("c", "d", info="no"),
        link("d", "c"),
        link("c", "b", carrier="customer"),
    ]
    assert walls(A, B, C, other, roads) == {"referral:a:b": "certain"}


def test_wall_level_decides_what_is_one_unit() -> None:
    phone = step("p", "phone")
    records: list[Record] = [A, phone, C, *carried("a", "c", "p", info="no")]
    assert walls(*records) == {"referral:a:p": "certain"}
    assert walls(*records, wall_level=2) == {}
    assert walls(*records, wall_level=0) == {"referral:a:p": "certain"}


def test_promise() -> None:
    maker, keeper = step("a", "offers", makes=("big",)), step("b", "desk", honours=("big",))
    assert walls(maker, keeper) == {"promise:a:b:big": "certain"}


def test_promise_of_nobody() -> None:
    assert walls(step("b", "desk", honours=("big",))) == {"promise::b:big": "suspected"}


def test_customer_steps_neither_make_nor_honour() -> None:
    wishful = step("c", "customer", makes=("big",), honours=("big",))
    assert walls(wishful, step("b", "desk", honours=("big",))) == {"promise::b:big": "suspected"}


def test_orphan_promise() -> None:
    assert walls(step("a", "offers", makes=("big",))) == {"nobody:a::big": "certain"}


def test_memory_inside_one_unit() -> None:
    first, again = step("b", "desk", asks=("x", "id")), step("o", "desk-2", asks=("id", "x"))
    assert walls(first, again, link("b", "o")) == {"memory:b:o:id": "certain"}


def test_memory_needs_a_road_between() -> None:
    assert walls(step("b", "desk", asks=("id",)), step("o", "desk-2", asks=("id",))) == {}


def test_silent_wait() -> None:
    back = step("k", "cleaner", customer_present=False)
    wait = link("k", "b", "info", wait_minutes=(0, 10))
    assert walls(B, back, wait) == {"silent:k:b": "certain"}
    assert walls(B, back, C, wait, link("k", "c", "status")) == {}
    assert walls(B, back, C, wait, link("b", "c", "status")) == {}


def test_ping_pong() -> None:
    """Sent round between two units; the links back and forth are referrals as well."""
    found = walls(A, B, link("a", "b"), link("b", "a"))
    assert found == {"ping_pong:a+b": "certain", "referral:a:b": "suspected", "referral:b:a": "suspected"}


def test_ping_pong_is_suspected_when_only_the_owners_differ() -> None:
    unknown = step("x", "unknown")
    assert walls(B, unknown, link("b", "x"), link("x", "b"))["ping_pong:b+x"] == "suspected"


def test_refused_order() -> None:
    order = link("a", "b", "order", order=Order(refused=True))
    assert walls(A, B, order) == {"refusal:a:b": "certain"}
    assert walls(A, B, link("a", "b", "order", order=Order(refused=False))) == {}


def test_forced_change_of_channel() -> None:
    here, there = step("b", "desk", channel=" Counter"), step("o", "desk-2", channel="phone")
    assert walls(here, there, C, link("b", "c", forced=True), link("c", "o")) == {"channel:b:o": "certain"}
    assert walls(here, there, C, link("b", "c", forced=False), link("c", "o")) == {}
    same = step("o", "desk-2", channel="COUNTER ")
    assert walls(here, same, C, link("b", "c", forced=True), link("c", "o")) == {}


def mandate_map(*more: Record, **solver: object) -> dict[str, str]:
    asking = step("b", "desk", critical_votes=Votes(yes=2, of=3), mandate="must_ask")
    facts: dict[str, object] = {"customer_present": False, "mandate": "can_solve", **solver}
    return walls(asking, step("v", "offers", **facts), *more)


def test_mandate() -> None:
    assert mandate_map(link("b", "v", "order")) == {"mandate:b:v": "certain"}
    assert mandate_map(link("v", "b", "order")) == {}, "reached as drawn, never backwards"
    assert mandate_map() == {}, "nobody who could solve it is on the map"


def test_mandate_at_hand() -> None:
    own = step("o", "desk-2", mandate="can_solve")
    assert mandate_map(link("b", "v", "order"), own, link("b", "o", "info")) == {}
    assert "mandate:b:v" not in mandate_map(link("b", "v"), customer_present=True)


def test_mandate_goes_to_the_nearest() -> None:
    near = step("n", "offers", customer_present=False, mandate="can_solve")
    found = mandate_map(link("b", "v", "info"), link("b", "n", "info"), near)
    assert found == {"mandate:b:n": "certain"}


def test_open_end() -> None:
    end = step("e", "phone", end=True)
    found = walls(B, C, end, link("c", "b"))
    assert found == {"nobody:b:": "certain"}
    assert walls(B, C, link("c", "b")) == {}, "a map that marks no end is unfinished"


def said(*records: Wall) -> Journey:
    return a_map(A, B, C, *carried("a", "c", "b"), *records)


def wall(key: str, state: str, id: str = "w") -> Wall:
    _, source, target = key.split(":")
    return Wall(id=Id(id), key=key, state=state, source=Id(source), target=Id(target))  # type: ignore[arg-type]


@pytest.mark.parametrize(("state", "stands"), [("confirmed", True), ("dismissed", False), ("drawn", True)])
def test_what_people_say_keeps_rule_and_certainty(state: str, stands: bool) -> None:
    (found,) = examine(said(wall("referral:a:b", state)), trials=0).walls
    assert (found.rule, found.certainty, found.state) == ("WALL-REFER", "suspected", state)
    assert found.stands is stands


def test_a_drawn_wall_is_a_finding_of_its_own() -> None:
    drawn = examine(said(wall("referral:b:a", "drawn")), trials=0)
    assert [(w.key, w.rule) for w in drawn.walls] == [
        ("referral:a:b", "WALL-REFER"),
        ("referral:b:a", "DRAWN"),
    ]
    assert drawn.figures.walls_certain == 1
    assert drawn.figures.walls_suspected == 1


def test_dismissed_walls_leave_every_figure() -> None:
    figures = examine(said(wall("referral:a:b", "dismissed")), trials=0).figures
    assert (figures.walls_certain, figures.walls_suspected) == (0, 0)


def test_handoffs_and_contacts() -> None:
    found = examined(A, B, C, *carried("a", "c", "b"), link("a", "b"), link("b", "a", by_design=True))
    assert found.handoffs == ((Id("a"), Id("b")), (Id("b"), Id("a")))
    assert found.figures.contacts == 2
