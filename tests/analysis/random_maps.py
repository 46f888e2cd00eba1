"""Small random maps: loops, unknown units, every link kind, every form of quantity."""

from __future__ import annotations

import random

from journeymap.model.ids import Id
from journeymap.model.journey import Journey, journey_of
from journeymap.model.records import (
    Evidence,
    Friction,
    Head,
    Item,
    Lane,
    Link,
    Order,
    Promise,
    Record,
    Requirement,
    Step,
    Votes,
    Wall,
)

UNITS = (None, "", " / ", "X/A", "X / A", "X/A/1", "X/B", "Y", "Y/A/2")
ROADS = (None, None, "flow", "flow", "refer")
KINDS = (*ROADS, *ROADS, "info", "info", "info", "order", "status", "exit", "shadow")


def random_map(seed: int) -> Journey:
    """One map of up to nine steps; the same seed gives the same map."""
    return _Maker(random.Random(seed)).journey()


class _Maker:
    def __init__(self, chance: random.Random) -> None:
        self.r = chance
        self.joined: list[tuple[Id, Id]] = []
        self.odd = chance.random() < 0.5
        """Half of the maps know all their units, so that certain walls are common."""

    def maybe(self, *values: object, odds: float = 0.5) -> object:
        return self.r.choice(values) if self.r.random() < odds else None

    def some(self, ids: list[Id], odds: float = 0.3) -> tuple[Id, ...] | None:
        return tuple(id for id in ids if self.r.random() < odds) or None

    def minutes(self, odds: float = 0.7) -> object:
        low = self.r.choice((0, 0.5, 2, 5, 30))
        forms: tuple[object, ...] = (
            low, (low, low + 3), (low, low + 1, low + 9), (low, low, low + 2), 0, (0, 0),
            "moment", "minutes", "long", "hours",
        )  # fmt: skip
        return self.maybe(*forms, odds=odds) if self.r.random() < 0.95 else self.unreadable()

    def unreadable(self) -> object:
        return self.r.choice(((7, 3), -1, "somehow", True, (1, 2, 2, 3), float("nan"), "", (1,)))

    def hits(self) -> object:
        forms: tuple[object, ...] = (
            0, 0.1, 1.5, (0.1, 0.3), (0.01, 0.02, 0.5),
            "rare", "seldom", "sometimes", "often", "nearly_everyone",
        )  # fmt: skip
        return self.maybe(*forms, odds=0.95) if self.r.random() < 0.95 else self.unreadable()

    def value(self) -> object:
        forms: tuple[object, ...] = (
            0, 0.5, (0, 0.2), (0.1, 0.2, 1), "none", "diminished", "half", "lost", (0, 0, 0),
        )  # fmt: skip
        return self.maybe(*forms, odds=0.95) if self.r.random() < 0.97 else 1.5

    def journey(self) -> Journey:
        r = self.r
        lanes = [Id(f"lane{n}") for n in range(r.randint(2, 6))]
        steps = [Id(f"s{n}") for n in range(r.choice((1, 2, 4, 6, 6, 8, 9)))]
        items = [Id(f"i{n}") for n in range(r.randint(0, 2))]
        promises = [Id(f"p{n}") for n in range(r.randint(0, 2))]
        links = [
            self._link(n, steps)
            for n in range(r.randint(len(steps) // 2, 2 * len(steps) + 4) if len(steps) > 1 else 0)
        ]
        places = steps + [link.id for link in links]
        frictions = [self._friction(n, places) for n in range(r.randint(0, 8))]
        records: list[Record] = [
            *(self._lane(n, id) for n, id in enumerate(lanes)),
            *(self._step(id, lanes, items, promises) for id in steps),
            *(Item(id=id, name=id) for id in items),
            *(Promise(id=id, text=id) for id in promises),
            *links,
            *frictions,
            *(self._evidence(n, frictions) for n in range(r.randint(0, 3)) if frictions),
            *(self._wall(n, steps) for n in range(r.randint(0, 2))),
        ]
        r.shuffle(records)
        return journey_of(*records, head=self._head())

    def _head(self) -> Head:
        return Head(
            journeys_per_year=self.maybe(1000, (500, 2000), (1, 10, 100), 0, -5),  # type: ignore[arg-type]
            goal_minutes=self.maybe(0, 45, 90.5, odds=0.25),  # type: ignore[arg-type]
            wall_level=self.maybe(-1, 0, 1, 2, 3),  # type: ignore[arg-type]
        )

    def _lane(self, n: int, id: Id) -> Lane:
        kinds = ("customers_customer", *("department",) * 4, "supplier", "system")
        kind = "customer" if n == 0 else self.r.choice(kinds)
        return Lane(id=id, name=id, kind=kind, unit=self.r.choice(UNITS if self.odd else UNITS[3:]))  # type: ignore[arg-type]

    def _step(self, id: Id, lanes: list[Id], items: list[Id], promises: list[Id]) -> Step:
        maybe = self.maybe
        return Step(  # type: ignore[misc]
            id=id,
            title=id,
            lane=self.r.choice(lanes),
            column=maybe(1, 2, 2.5, 7),
            customer_present=maybe(True, False, odds=0.3),
            start=maybe(True, False, odds=0.15),
            end=maybe(True, False, odds=0.2),
            goal=maybe(True, False, odds=0.25),
            value_in_use=maybe(True, False, odds=0.2),
            own_minutes=self.minutes(),
            channel=maybe("Web", " web", "phone", "", odds=0.6),
            asks=self.some(items, 0.5),
            makes=self.some(promises),
            honours=self.some(promises),
            reask_required=maybe(True, False, odds=0.2),
            critical=maybe(True, False, odds=0.4),
            critical_votes=self._votes(0.2),
            demand=maybe("value", "failure", "unknown", odds=0.9),
            mandate=maybe("can_solve", "must_ask", "none", "unknown", odds=0.8),
        )

    def _votes(self, odds: float) -> Votes | None:
        found = self.maybe((0, 0), (3, 5), (1, 4), (2, 4), (6, 5), (5, 5), (None, 3), odds=odds)
        return None if found is None else Votes(yes=found[0], of=found[1])  # type: ignore[index]

    def _link(self, n: int, steps: list[Id]) -> Link:
        source, target = self.r.sample(steps, 2)
        self.joined.append((source, target))
        maybe = self.maybe
        kind = self.r.choice(KINDS)
        order = Order(refused=maybe(True, False)) if maybe(True) else None  # type: ignore[arg-type]
        return Link(  # type: ignore[misc]
            id=Id(f"l{n}"),
            source=source,
            target=target,
            kind=kind,
            share=maybe(0, 0.25, 0.5, 0.7, 1, odds=0.4),
            carrier=maybe("customer", "company", "company", "unknown", odds=0.7),
            info=maybe("yes", "partial", "no", "no", "unknown", odds=0.6),
            by_design=maybe(True, False, odds=0.15),
            wait_minutes=self.minutes(0.4),
            forced=maybe(True, False, odds=0.3),
            requirement=Requirement(text=maybe("must", "", " ")) if maybe(True) else None,  # type: ignore[arg-type]
            order=order,
        )

    def _friction(self, n: int, places: list[Id]) -> Friction:
        maybe = self.maybe
        return Friction(  # type: ignore[misc]
            id=Id(f"f{n}"),
            title=f"f{n}",
            at=self.r.choice(places),
            hits=self.hits(),
            per=maybe("journey", "visit", "visit"),
            wait_minutes=self.minutes(0.9),
            work_minutes=self.minutes(0.9),
            value_lost=self.value(),
            critical=maybe(True, False),
            votes=self._votes(0.3),
            status=maybe("open", "solved", odds=0.3),
        )

    def _evidence(self, n: int, frictions: list[Friction]) -> Evidence:
        level = self.maybe("assumed", "heard", "observed", "measured", odds=0.9)
        return Evidence(id=Id(f"e{n}"), about=self.r.choice(frictions).id, level=level)  # type: ignore[arg-type]

    def _wall(self, n: int, steps: list[Id]) -> Wall:
        source, target = self.r.choice(steps), self.r.choice(steps)
        if self.joined and self.r.random() < 0.7:
            source, target = self.r.choice(self.joined)
        state = self.maybe("confirmed", "dismissed", "drawn", odds=0.9)
        type = self.r.choice(("referral", "supplier", "mandate"))
        return Wall(
            id=Id(f"w{n}"), key=f"{type}:{source}:{target}", state=state, source=source, target=target
        )  # type: ignore[arg-type]
