"""Marks: which findings are one wall on the map, and numbers that stay (FORMAT walls.number)."""

from __future__ import annotations

from hotel_map import hotel
from small_maps import a_map, carried, link, step

from journeymap.analysis.examine import examine
from journeymap.analysis.findings import WallMark
from journeymap.model.change import Change
from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.model.records import Wall

A, B, C, P = (
    step("a", "offers", column=1),
    step("b", "desk", column=3),
    step("c", "customer"),
    step("p", "phone"),
)


def marks(journey: Journey) -> tuple[WallMark, ...]:
    return examine(journey, trials=0).marks


def numbers(journey: Journey) -> dict[str, int]:
    return {wall.key: mark.number for mark in marks(journey) for wall in mark.findings}


def with_wall(journey: Journey, key: str, **facts: object) -> Journey:
    wall = Wall(id=Id(f"w-{key}"), key=key, **facts)  # type: ignore[arg-type]
    return journey.apply(Change({wall.id: (None, wall)}))


def test_the_hotel_has_four_walls() -> None:
    found = marks(hotel())
    assert [(mark.number, len(mark.findings), mark.giver, mark.receiver) for mark in found] == [
        (1, 2, "offers", "reception"),
        (2, 4, "offers", "reception"),
        (3, 3, "reception", "service"),
        (4, 1, "cleaning", "reception"),
    ]
    assert all(mark.certain for mark in found)


def test_both_directions_of_a_round_are_one_wall() -> None:
    found = marks(a_map(A, B, link("a", "b", "refer"), link("b", "a", "refer")))
    assert [len(mark.findings) for mark in found] == [3]


def test_stored_numbers_stay_and_new_ones_take_the_next_free() -> None:
    plain = a_map(A, B, C, P, *carried("a", "c", "b", info="no"), link("p", "b", "refer"))
    assert numbers(plain)["referral:p:b"] == 1, "column 0 comes first"
    kept = with_wall(plain, "referral:a:b", number=1)
    assert numbers(kept) == {"referral:a:b": 1, "referral:p:b": 2}


def test_dismissed_walls_are_not_drawn_and_keep_their_number_for_later() -> None:
    plain = a_map(A, B, C, P, *carried("a", "c", "b", info="no"), link("p", "b", "refer"))
    gone = with_wall(plain, "referral:a:b", state="dismissed", number=1)
    assert numbers(gone) == {"referral:p:b": 2}


def test_two_marks_never_share_a_number() -> None:
    plain = a_map(A, B, C, P, *carried("a", "c", "b", info="no"), link("p", "b", "refer"))
    both = with_wall(with_wall(plain, "referral:a:b", number=7), "referral:p:b", number=7)
    assert sorted(numbers(both).values()) == [1, 7]
