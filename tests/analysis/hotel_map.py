"""The hotel of METHOD 5 as plain records: an acceptance test with figures worked out by hand."""

from __future__ import annotations

from journeymap.model.ids import Id
from journeymap.model.journey import Journey, journey_of
from journeymap.model.records import (
    Friction,
    Head,
    Item,
    Lane,
    Link,
    Promise,
    Record,
    Step,
    Votes,
)

LANES = {
    "guest": ("Guest", "customer", None),
    "offers": ("Central offers", "department", "Hotel AB/Central/Offers"),
    "reception": ("Reception", "department", "Hotel AB/House/Reception"),
    "service": ("Customer service", "department", "Hotel AB/Central/Customer service"),
    "inventory": ("Room inventory", "department", "Hotel AB/Central/Inventory"),
    "cleaning": ("Cleaning firm", "supplier", "Ren AB"),
}

ASKED = (Id("item-arrival"), Id("item-card"), Id("item-name"))
BIG_ROOM = (Id("big-room"),)


def hotel(**head: object) -> Journey:
    """The whole map; keywords replace facts of the head."""
    facts: dict[str, object] = {"title": "Hotel offer", "journeys_per_year": 20_000, "customer_word": "guest"}
    return journey_of(
        *_lanes(),
        *_steps(),
        *_links(),
        *_frictions(),
        *_things(),
        head=Head(**{**facts, **head}),  # type: ignore[arg-type]
    )


def _lanes() -> list[Record]:
    return [
        Lane(id=Id(key), name=name, kind=kind, unit=unit, order=order)  # type: ignore[arg-type]
        for order, (key, (name, kind, unit)) in enumerate(LANES.items())
    ]


def _things() -> list[Record]:
    names = {"item-name": "name", "item-arrival": "arrival", "item-card": "card"}
    return [
        *(Item(id=Id(key), name=name) for key, name in names.items()),
        Promise(id=Id("big-room"), text="big room"),
    ]


def _step(place: int, id: str, title: str, lane: str, minutes: float | None, **more: object) -> Step:
    return Step(id=Id(id), title=title, lane=Id(lane), column=place, own_minutes=minutes, **more)  # type: ignore[arg-type]


def _steps() -> list[Record]:
    return [
        _step(1, "plan", "Plan a weekend", "guest", 5),
        _step(2, "book", "Book", "offers", 12, asks=ASKED, customer_present=True),
        _step(3, "offer-mail", "Offer mail", "offers", 3, makes=BIG_ROOM, customer_present=True),
        _step(4, "accept", "Accept", "guest", 2),
        _step(5, "confirm", "Confirm", "offers", 1, makes=BIG_ROOM, customer_present=True),
        _step(6, "allocate", "Allocate room", "inventory", None, customer_present=False),
        _step(7, "online", "Online check-in", "reception", 4, asks=ASKED, customer_present=True),
        _step(8, "queue", "Queue", "guest", 0),
        _step(9, "desk", "Desk", "reception", 5, critical=True, honours=BIG_ROOM, customer_present=True),
        _step(10, "dispute", "Dispute", "reception", 8, critical=True, customer_present=True),
        _step(11, "phones", "Guest phones", "guest", 2),
        _step(12, "phone-line", "Phone line", "service", 6, customer_present=True),
        _step(13, "room-ready", "Room ready", "cleaning", None, customer_present=False),
        _step(14, "key", "Key", "reception", 1, customer_present=True),
        _step(15, "sleep", "Sleep", "guest", 480, value_in_use=True, critical=True),
        _step(16, "check-out", "Check-out", "reception", 4, goal=True, customer_present=True),
        _step(17, "survey", "Survey", "offers", 3, end=True, customer_present=True),
    ]


def _link(source: str, target: str, kind: str | None = None, **more: object) -> Link:
    name = f"{source}>{target}" + (f":{kind}" if kind else "")
    return Link(id=Id(name), source=Id(source), target=Id(target), kind=kind, **more)  # type: ignore[arg-type]


def _links() -> list[Record]:
    by_guest: dict[str, object] = {"carrier": "customer"}
    return [
        _link("plan", "book"),
        _link("book", "offer-mail", carrier="company", info="yes"),
        _link("offer-mail", "accept", share=0.18, info="no", **by_guest),
        _link("offer-mail", "online", share=0.287, **by_guest),
        _link("offer-mail", "queue", share=0.533, **by_guest),
        _link("accept", "confirm"),
        _link("confirm", "queue", info="no", **by_guest),
        _link("online", "queue"),
        _link("queue", "desk", **by_guest),
        _link("desk", "dispute", share=0.054),
        _link("desk", "key", share=0.946),
        _link("dispute", "key", share=0.75),
        _link("dispute", "phones", "refer", share=0.25, info="no", **by_guest),
        _link("phones", "phone-line", info="no", **by_guest),
        _link("phone-line", "dispute", "refer", share=0.8, info="no", **by_guest),
        _link("phone-line", "sleep", share=0.2),
        _link("key", "sleep"),
        _link("sleep", "check-out"),
        _link("check-out", "survey", carrier="company", info="yes"),
        _link("confirm", "allocate", "info", info="yes"),
        _link("book", "allocate", "info", info="yes"),
        _link("book", "desk", "info", info="yes"),
        _link("book", "online", "info", info="no"),
        _link("room-ready", "key", "info", info="partial", wait_minutes=35),
    ]


def _friction(
    id: str, title: str, at: str, n: object, w: object, a: object, value: object, **more: object
) -> Friction:
    return Friction(
        id=Id(id),
        title=title,
        at=Id(at),
        hits=n,
        wait_minutes=w,
        work_minutes=a,
        value_lost=value,
        **more,  # type: ignore[arg-type]
    )


def _frictions() -> list[Record]:
    return [
        _friction(
            "F3", "Does not sleep", "sleep", (0.03, 0.05, 0.08), 0, (2, 5, 10), (0.25, 0.5, 0.8),
            critical=True,
        ),
        _friction(
            "F1", "Confirmed offer not honoured", "desk", (0.03, 0.054, 0.08), (5, 12, 20), (4, 8, 15),
            (0.05, 0.1, 0.3), critical=True,
        ),
        _friction(
            "F2", "Sent to phone line and back", "phone-line", (0.008, 0.016875, 0.025), (10, 25, 40),
            (5, 10, 15), 0, votes=Votes(yes=8, of=12),
        ),
        _friction("F4", "Queue", "queue", (0.5, 0.6, 0.7), (4, 7, 10), 0, 0),
        _friction(
            "F6", "Room not ready", "room-ready", (0.02, 0.04, 0.06), (15, 35, 60), (1, 3, 5), 0,
            votes=Votes(yes=4, of=12),
        ),
        _friction("F5", "Asked again", "online", (0.28, 0.287, 0.3), 0, (2, 4, 6), 0),
        _friction("F7", "Survey asks the wrong thing", "survey", (0.2, 0.3, 0.4), 0, (2, 3, 4), 0),
        _friction("F9", "Invoice wrong", "check-out", (0.01, 0.02, 0.04), (2, 5, 10), (8, 15, 25), 0),
        _friction("F8", "Whom to complain to", "dispute", (0.01, 0.03), None, None, 0),
    ]  # fmt: skip
