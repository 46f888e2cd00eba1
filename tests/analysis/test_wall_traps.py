"""Every trap of METHOD 3: where a hasty finder would cry wall, and this one must not."""

from __future__ import annotations

from small_maps import carried, link, step, walls

A = step("a", "offers")
B = step("b", "desk")
C = step("c", "customer")


def test_customer_lane_crossing_only() -> None:
    """The customer meets one unit and goes home: a border is crossed, and no wall stands."""
    assert walls(A, C, link("c", "a"), link("a", "c")) == {}


def test_two_lanes_of_one_unit() -> None:
    other = step("other", "desk-2")
    assert walls(B, other, C, *carried("b", "c", "other", info="no")) == {}


def test_warm_transfer() -> None:
    by_company: dict[str, object] = {"carrier": "company"}
    assert walls(A, B, C, link("a", "c", **by_company), link("c", "b", **by_company)) == {}


def test_a_transfer_is_not_warm_when_somebody_says_no() -> None:
    by_company: dict[str, object] = {"carrier": "company"}
    cold = walls(A, B, C, link("a", "c", **by_company), link("c", "b", info="no", **by_company))
    assert cold == {"referral:a:b": "certain"}


def test_a_referral_is_a_wall_even_when_the_company_carries_it() -> None:
    assert walls(A, B, link("a", "b", "refer", carrier="company")) == {"referral:a:b": "certain"}


def test_the_customer_walks_but_a_has_told_b() -> None:
    assert walls(A, B, C, *carried("a", "c", "b", info="no"), link("a", "b", "info", info="yes")) == {}


def test_told_through_a_back_step() -> None:
    back = step("back", "phone", customer_present=False)
    told = [link("a", "back", "info", info="partial"), link("back", "b", "order", info="yes")]
    assert walls(A, B, C, back, *carried("a", "c", "b"), told) == {}


def test_designed_return_visits() -> None:
    there = carried("a", "c", "b", by_design=True, info="no")
    again = carried("b", "c", "a", by_design=True, info="no")
    assert walls(A, B, C, there, [link("b", "a", by_design=True)], again[1:]) == {}


def test_retry_inside_one_unit() -> None:
    other = step("other", "desk-2")
    assert walls(B, other, C, *carried("b", "c", "other"), link("other", "b")) == {}


def test_back_seam_without_wait() -> None:
    back = step("back", "cleaner", customer_present=False)
    assert walls(B, back, link("back", "b", "info", info="no")) == {}
    assert walls(B, back, link("back", "b", "info", wait_minutes=0)) == {}


def test_parallel_split_from_the_customer() -> None:
    assert walls(A, B, C, link("c", "a"), link("c", "b")) == {}


def test_lane_without_owner_is_never_certain() -> None:
    nobody = step("x", "unknown")
    assert walls(A, nobody, C, *carried("a", "c", "x", info="no")) == {"referral:a:x": "suspected"}


def test_legally_required_identification() -> None:
    """Asked again because the law says so: no memory wall; nothing stated leaves a suspicion only."""
    first = step("a", "offers", asks=("id",))
    again = step("b", "desk", asks=("id",), reask_required=True)
    assert walls(first, again, C, *carried("a", "c", "b")) == {"referral:a:b": "suspected"}
    assert walls(first, again, C, *carried("a", "c", "b", info="no")) == {"referral:a:b": "certain"}


def test_promise_with_information_link() -> None:
    maker = step("a", "offers", makes=("big",))
    keeper = step("b", "desk", honours=("big",))
    assert walls(maker, keeper, link("a", "b", "info", info="partial")) == {}


def test_value_in_use_between_phases() -> None:
    asleep = step("c", "customer", value_in_use=True)
    assert walls(A, B, asleep, *carried("a", "c", "b", info="no")) == {}


def test_one_lane_per_person_instead_of_unit() -> None:
    """Two clerks drawn as two lanes with the same unit path, spaces apart, are one unit."""
    other = step("other", "desk-2", channel="phone")
    here = step("b", "desk", channel="counter")
    assert walls(here, other, C, *carried("b", "c", "other", info="no")) == {}


def test_white_label_supplier_the_customer_never_meets() -> None:
    hidden = step("back", "cleaner", customer_present=False)
    roads = [link("a", "back"), link("back", "b"), link("a", "b", carrier="company")]
    assert walls(A, B, hidden, roads) == {}


def test_several_customer_lanes() -> None:
    """Guest and friend are both customers: passing the matter between them is no hand-off."""
    friend = step("f", "friend")
    assert walls(A, C, friend, link("a", "c"), link("c", "f"), link("f", "a")) == {}


def test_information_arrow_drawn_backwards_does_not_inform() -> None:
    """It neither clears the way nor makes the wall certain: the question stays open."""
    backwards = link("b", "a", "info", info="yes")
    assert walls(A, B, C, *carried("a", "c", "b"), backwards) == {"referral:a:b": "suspected"}


def test_absent_information_link_is_unknown_never_no() -> None:
    assert walls(A, B, C, *carried("a", "c", "b")) == {"referral:a:b": "suspected"}


def test_information_known_on_the_way_settles_it() -> None:
    there = [link("a", "c", carrier="customer"), link("c", "b", info="yes")]
    assert walls(A, B, C, there) == {}


def test_exit_and_shadow_links_take_no_part() -> None:
    assert walls(A, B, link("a", "b", "exit", info="no"), link("b", "a", "shadow", info="no")) == {}
