"""Starts, goals, successful paths and G (METHOD 1)."""

from __future__ import annotations

from small_maps import a_map, examined, link, step

from journeymap.analysis.goal import find_ends
from journeymap.analysis.graph import build
from journeymap.model.records import Record


def goal_of(*records: Record, **head: object) -> float | None:
    return examined(*records, **head).figures.goal_minutes


A = step("a", "customer", own_minutes=5)
B = step("b", "desk", own_minutes=(2, 4))
C = step("c", "customer", own_minutes=10)
ROAD = [link("a", "b"), link("b", "c")]


def test_the_least_own_work_on_the_way() -> None:
    """5 + 3 + 10 over b against 5 + 10 straight on."""
    assert goal_of(A, B, C, *ROAD) == 18
    assert goal_of(A, B, C, *ROAD, link("a", "c")) == 15


def test_waits_do_not_count_and_unknown_minutes_are_nothing() -> None:
    silent = step("b", "desk", wait_minutes=100)
    assert goal_of(A, silent, C, *ROAD) == 15


def test_stated_minutes_stand_over_the_map() -> None:
    assert goal_of(A, B, C, *ROAD, goal_minutes=90) == 90
    assert goal_of(A, B, C, *ROAD, goal_minutes=0) == 0
    assert goal_of(A, B, goal_minutes=90) == 90, "also where no road is drawn"


def test_no_minutes_on_any_successful_path_leave_it_unknown() -> None:
    bare = [step("a", "customer"), step("b", "desk"), step("c", "customer")]
    aside = step("d", "customer", own_minutes=7)
    assert goal_of(*bare, aside, *ROAD) is None


def test_value_in_use_must_be_passed_where_it_can_be() -> None:
    """The short way a → c avoids the value at b; the successful path goes over it."""
    value = step("b", "customer", own_minutes=100, value_in_use=True)
    roads = [*ROAD, link("a", "c")]
    assert goal_of(A, value, C, *roads) == 115


def test_value_with_no_goal_behind_it_means_no_success() -> None:
    value = step("b", "customer", own_minutes=100, value_in_use=True)
    goal = step("c", "customer", own_minutes=10, goal=True)
    found = examined(A, value, goal, link("a", "b"), link("a", "c")).figures
    assert (found.goal_minutes, found.minimum_handoffs) == (None, None)


def test_a_way_back_from_the_value_counts_its_steps_twice() -> None:
    """a → v → a → c is the only successful walk: 5 + 100 + 5 + 10."""
    value = step("b", "customer", own_minutes=100, value_in_use=True)
    start = step("a", "customer", own_minutes=5, start=True)
    goal = step("c", "customer", own_minutes=10, goal=True)
    roads = [link("a", "b"), link("b", "a"), link("a", "c")]
    assert goal_of(start, value, goal, *roads) == 120


def test_goals_else_ends_else_open_ends() -> None:
    def goals(**facts: object) -> list[str]:
        ends = step("b", "desk", **facts)
        graph = build(a_map(A, ends, C, *ROAD))
        return [graph.steps[number].id for number in find_ends(graph).goals]

    assert goals() == ["c"]
    assert goals(end=True) == ["b"]
    assert goals(end=True, goal=True) == ["b"]


def test_expected_handoffs_stop_at_the_first_goal() -> None:
    """a (Offers) → b (Reception, goal) → p (Phones): one change, though the road goes on."""
    first = step("a", "offers", start=True)
    goal = step("b", "desk", goal=True)
    found = examined(first, goal, step("p", "phone"), link("a", "b"), link("b", "p")).figures
    assert (found.expected_handoffs, found.minimum_handoffs) == (1, 1)


def test_a_trap_behind_the_goal_leaves_handoffs_known() -> None:
    first = step("a", "offers", start=True)
    goal = step("b", "desk", goal=True)
    roads = [link("a", "b"), link("b", "p"), link("p", "b")]
    found = examined(first, goal, step("p", "phone"), *roads)
    assert found.visits is None
    assert found.figures.expected_handoffs == 1
