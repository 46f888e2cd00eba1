"""Say it once, nobody's customer, walls from both sides: each by hand on small maps."""

from __future__ import annotations

from dataclasses import replace

from small_maps import a_map, carried, link, step

from journeymap.analysis.examine import examine
from journeymap.analysis.further import look_further
from journeymap.analysis.graph import build
from journeymap.analysis.say_once import SayOnce, say_once
from journeymap.analysis.unattended import Unattended, unattended
from journeymap.analysis.walls.facts import gather
from journeymap.analysis.words.further import repeat_sentence, unattended_sentence, unpassed_sentence
from journeymap.i18n.catalogue import LANGUAGES, catalogue
from journeymap.model.ids import Id
from journeymap.model.records import Item, Record, Wall

ASKS_A, ASKS_B = step("a", "offers", asks=("name",)), step("b", "desk", asks=("name",))
C = step("c", "customer")
WAY = carried("a", "c", "b")


def once(*records: object) -> SayOnce:
    return say_once(gather(build(a_map(*records))))  # type: ignore[arg-type]


def alone(*records: object) -> list[tuple[str, str, tuple[Id, ...]]]:
    found: tuple[Unattended, ...] = unattended(build(a_map(*records)))  # type: ignore[arg-type]
    return [(one.step, one.why, one.next) for one in found]


def test_a_repeat_says_whether_the_second_could_know() -> None:
    (repeat,) = once(ASKS_A, ASKS_B, C, WAY).repeats
    assert (repeat.item, repeat.first, repeat.again) == ("name", "a", "b")
    assert (repeat.known, repeat.required, repeat.between_lanes) == (False, False, True)
    (told,) = once(ASKS_A, ASKS_B, C, WAY, link("a", "b", "info", info="yes")).repeats
    assert told.known
    by_law = step("b", "desk", asks=("name",), reask_required=True)
    assert once(ASKS_A, by_law, C, WAY).repeats[0].required


def test_no_repeat_where_the_road_does_not_lead_or_the_item_differs() -> None:
    assert once(ASKS_A, ASKS_B).repeats == ()
    assert once(ASKS_A, step("b", "desk", asks=("age",)), C, WAY).repeats == ()


def test_what_a_back_step_needs_must_be_passed_on() -> None:
    needs = step("k", "phone", customer_present=False, asks=("name",))
    (gap,) = once(ASKS_A, needs).gaps
    assert (gap.item, gap.step, gap.asked_at) == ("name", "k", ("a",))
    assert once(ASKS_A, needs, link("a", "k", "info", info="partial")).gaps == ()
    assert once(ASKS_A, needs, link("a", "k", "info")).gaps != (), (
        "a link of which nothing is said tells nothing"
    )
    (nobody,) = once(needs).gaps
    assert nobody.asked_at == ()


def test_every_sentence_in_three_languages() -> None:
    needs = step("k", "phone", customer_present=False, asks=("name",))
    journey = a_map(ASKS_A, ASKS_B, C, WAY, needs, step("w", "customer", wait_minutes=5))
    found = look_further(journey, examine(journey, trials=0))
    for language in LANGUAGES:
        t = catalogue(language)
        repeats = [replace(found.say_once.repeats[0], known=known) for known in (False, True)]
        gaps = [replace(found.say_once.gaps[0], asked_at=asked) for asked in ((), (Id("a"),))]
        waits = [replace(found.unattended[0], why=why) for why in ("no_next", "no_owner")]
        said = [
            *(repeat_sentence(one, journey, t) for one in repeats),
            *(unpassed_sentence(one, journey, t) for one in gaps),
            *(unattended_sentence(one, journey, t) for one in waits),
        ]
        assert len(set(said)) == 6
        assert all(one.endswith(".") and "{" not in one and len(one.split()) <= 20 for one in said)


def test_waiting_without_anybody_next() -> None:
    waits = step("c", "customer", wait_minutes=20)
    assert alone(waits) == [("c", "no_next", ())]
    assert alone(waits, step("b", "desk"), link("c", "b")) == []
    assert alone(waits, step("k", "phone", customer_present=False), link("k", "c", "status")) == []
    assert alone(waits, step("d", "customer"), step("b", "desk"), link("c", "d"), link("d", "b")) == []


def test_waiting_for_somebody_nobody_owns() -> None:
    waits = step("c", "customer", wait_minutes=20)
    loose = step("u", "unknown")
    assert alone(waits, loose, link("c", "u")) == [("c", "no_owner", ("u",))]
    assert alone(waits, step("u", "unknown", owner="Anna"), link("c", "u")) == []
    assert alone(step("u", "unknown", wait_minutes="long")) == [("u", "no_owner", ("u",))]


def test_only_waiting_that_is_said_counts() -> None:
    assert alone(C) == []
    assert alone(step("c", "customer", wait_minutes=0)) == []
    assert alone(C, step("d", "customer"), link("c", "d", wait_minutes=5)) == [("c", "no_next", ())]


def test_an_open_end_of_the_customers_road() -> None:
    """As for walls, only a map that says where its journeys end is asked."""
    goal = step("g", "desk", goal=True)
    open_end = [step("b", "desk"), C, link("b", "c")]
    assert alone(*open_end) == []
    assert alone(*open_end, goal) == [("c", "no_next", ())]
    assert alone(step("b", "desk"), step("c", "customer", end=True), link("b", "c"), goal) == []


def test_a_wall_from_both_sides() -> None:
    records: list[object] = [step("a", "offers"), step("b", "desk"), C, carried("a", "c", "b", info="no")]
    card = Wall(id=Id("w"), key="referral:a:b", views={"offers": "We mail the list.", "nowhere": "x"})
    journey = a_map(*records, card)  # type: ignore[arg-type]
    (wall,) = look_further(journey, examine(journey, trials=0)).walls
    assert (wall.number, wall.giver, wall.receiver, wall.owner) == (1, "offers", "desk", "")
    assert dict(wall.views) == {"offers": "We mail the list."}
    assert (wall.silent, dict(wall.parts)) == (("desk",), {"offers": 0.5, "desk": 0.5})


def test_items_of_the_file_only() -> None:
    """A step may name an item that the file does not have: it is no information."""
    unknown: Record = step("a", "offers", asks=("ghost",))
    journey = a_map(unknown, step("b", "desk", asks=("ghost",)), C, WAY)
    bare = [one for one in journey if not isinstance(one, Item)]
    from journeymap.model.journey import journey_of

    assert say_once(gather(build(journey_of(*bare)))).repeats == ()
