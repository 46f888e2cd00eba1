"""Synthetic journeys of any size: a grid of lanes and stages, the same for the same seed."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from functools import lru_cache

from journeymap.model.ids import Id
from journeymap.model.journey import Journey, journey_of
from journeymap.model.quantity import Quantity
from journeymap.model.records import (
    Evidence,
    Friction,
    FrictionKind,
    Head,
    Item,
    Lane,
    LaneKind,
    Link,
    LinkKind,
    Promise,
    Record,
    Stage,
    Step,
)

LANES: Sequence[tuple[str, LaneKind, str | None]] = (
    ("Guest", "customer", None),
    ("Booking", "department", "Sales"),
    ("Front desk", "department", "Hotel"),
    ("Housekeeping", "department", "Hotel"),
    ("Payment service", "supplier", "Sales"),
    ("Laundry", "supplier", "Hotel"),
    ("Customer service", "department", "Head office"),
    ("IT", "department", "Head office"),
)
VERBS = ("Ask for", "Confirm", "Look up", "Pass on", "Prepare", "Check", "Wait for", "Correct")
THINGS = ("the better room", "the booking", "the offer", "the invoice", "the room key", "a late arrival")
COMPLAINTS = ("Nobody knows about", "Has to explain again:", "Waits long for", "Is sent on about")
OTHER_KINDS: Sequence[LinkKind] = ("info", "order", "refer", "status", "exit", "shadow")
FRICTION_KINDS: Sequence[FrictionKind] = ("waiting", "referral", "effort", "information", "technology")
LINKS_PER_STEP = 1.23
STEPS_PER_STAGE = 40


@lru_cache(maxsize=8)
def synthetic(steps: int, seed: int = 1) -> Journey:
    """A journey of so many steps, 1.23 links and a tenth of a friction a step, with units and shares."""
    made = _Making(steps, random.Random(f"{seed}/{steps}"))
    head = Head(
        format="journeymap",
        version=1,
        min_reader=1,
        document=f"bench{steps:07d}",
        title=f"A stay of {steps} steps",
        language="en",
        customer_word="guest",
        journeys_per_year=[9000, 12000][seed % 2],
        goal_minutes=240,
    )
    return journey_of(*made.records(), head=head)


class _Making:
    """The records of one journey; step n stands in column n // 2, the road goes through all."""

    def __init__(self, steps: int, chance: random.Random) -> None:
        self._count = steps
        self._chance = chance

    def records(self) -> Iterator[Record]:
        yield from self._lanes()
        stages = max(1, self._count // STEPS_PER_STAGE)
        for number in range(stages):
            yield Stage(id=Id(f"stage{number}"), name=f"Stage {number + 1}", order=number + 1)
        for number in range(max(1, self._count // 25)):
            yield Promise(
                id=Id(f"promise{number}"), text=f"Answer {number + 1} within a day", due_minutes=1440
            )
            yield Item(id=Id(f"item{number}"), name=f"Reference {number + 1}")
        for number in range(self._count):
            yield self._step(number, stages)
        yield from self._links()
        yield from self._frictions()

    def _lanes(self) -> Iterator[Record]:
        for number, (name, kind, unit) in enumerate(LANES):
            answers = "lane2" if kind == "supplier" else None
            yield Lane(
                id=Id(f"lane{number}"), name=name, kind=kind, unit=unit, accountable=answers, order=number
            )

    def _step(self, number: int, stages: int) -> Step:
        chance, few = self._chance, max(1, self._count // 25)
        lane = 0 if number % 4 == 0 else chance.randrange(len(LANES))
        return Step(
            id=Id(f"step{number}"),
            title=f"{chance.choice(VERBS)} {chance.choice(THINGS)} {number}",
            lane=Id(f"lane{lane}"),
            stage=Id(f"stage{min(stages - 1, number // STEPS_PER_STAGE)}"),
            column=number // 2,
            start=True if number == 0 else None,
            end=True if number == self._count - 1 else None,
            customer_present=True if lane in {2, 6} else None,
            own_minutes=chance.choice([None, 2, (1, 4)]),
            wait_minutes=chance.choice([None, "minutes", (5, 20), "long"]),
            asks=(Id(f"item{chance.randrange(few)}"),) if chance.random() < 0.15 else None,
            makes=(Id(f"promise{number // 25 % few}"),) if number % 25 == 3 else None,
            honours=(Id(f"promise{number // 25 % few}"),) if number % 50 == 19 else None,
            critical=True if number % 60 == 31 else None,
            critical_reason="Decides whether they come back" if number % 60 == 31 else None,
            experience=chance.choice([None, None, -2, -1, 0, 1, 2]),
            demand=chance.choice([None, "value", "failure"]),
            system_support=chance.choice([None, "good", "partial", "none"]),
            mandate=chance.choice([None, "can_solve", "must_ask"]),
        )

    def _links(self) -> Iterator[Link]:
        chance, last = self._chance, self._count - 1
        more = round(self._count * LINKS_PER_STEP) - last
        for number in range(last):
            yield Link(
                id=Id(f"road{number}"),
                source=Id(f"step{number}"),
                target=Id(f"step{number + 1}"),
                kind="flow",
                share=0.7 if number % 10 == 4 else None,
                info=chance.choice([None, "yes", "partial", "no"]),
                carrier=chance.choice([None, "company", "customer"]),
            )
        for number in range(max(0, more)):
            yield self._side_link(number, last)

    def _side_link(self, number: int, last: int) -> Link:
        """Every fourth skips a few steps of the road (some go back, as loops); the rest is of other kinds."""
        chance = self._chance
        source = chance.randrange(max(1, last))
        ahead = source + chance.randrange(2, 6)
        back = number % 20 == 8
        target = max(0, source - 3) if back else min(last, ahead)
        kind: LinkKind = "flow" if number % 4 == 0 else OTHER_KINDS[number % len(OTHER_KINDS)]
        return Link(
            id=Id(f"side{number}"),
            source=Id(f"step{source}"),
            target=Id(f"step{target if target != source else last}"),
            kind=kind,
            share=0.2 if kind == "flow" else None,
            label="if late" if number % 9 == 0 else None,
            info=chance.choice([None, "no"]),
        )

    def _frictions(self) -> Iterator[Record]:
        chance = self._chance
        waits: Sequence[Quantity] = ("minutes", (10, 30), (5, 15, 60), 20, "hours")
        works: Sequence[Quantity] = ("moment", (2, 5), "minutes")
        losses: Sequence[Quantity] = ("none", "diminished", (0.1, 0.4), "lost")
        for number in range(max(1, self._count // 10)):
            at = Id(f"step{min(self._count - 1, number * 10 + chance.randrange(10))}")
            yield Friction(
                id=Id(f"friction{number}"),
                title=f"{chance.choice(COMPLAINTS)} {chance.choice(THINGS)}",
                at=at,
                kind=chance.choice(FRICTION_KINDS),
                hits=chance.choice([None, "sometimes", "often", (0.1, 0.3), 0.25, "seldom"]),
                wait_minutes=chance.choice(waits),
                work_minutes=chance.choice(works),
                value_lost=chance.choice(losses),
                owner="Hotel" if number % 3 else None,
            )
            if number % 2:
                yield Evidence(
                    id=Id(f"evidence{number}"),
                    about=Id(f"friction{number}"),
                    level=chance.choice(["heard", "observed", "measured"]),
                    who="customer",
                    quote="That is not us, they said." if number % 4 == 1 else None,
                )
