"""A small repair story to edit in, and ids that count so that tests can name them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from journeymap.edit.document import Document
from journeymap.model.ids import Id
from journeymap.model.journey import Journey, journey_of
from journeymap.model.records import (
    Action,
    Attachment,
    Evidence,
    Friction,
    Head,
    Item,
    Lane,
    Link,
    Measure,
    Note,
    Promise,
    Stage,
    Step,
    Wall,
)


def counted_ids() -> Iterator[Id]:
    """n1, n2, n3 …"""
    number = 0
    while True:
        number += 1
        yield Id(f"n{number}")


def repair_story() -> Journey:
    """Customer, shop, head office, workshop (supplier); a → b → c → d → e in two stages.

    a asks (customer), b takes in (shop), c waits (customer), d repairs (workshop), e fetches (shop).
    """
    i = Id
    return journey_of(
        Lane(id=i("cust"), name="Customer", kind="customer", order=1),
        Lane(id=i("shop"), name="Shop", kind="department", unit="Fix/Shop", order=2),
        Lane(id=i("head"), name="Head office", kind="department", unit="Fix/Head office", order=3),
        Lane(id=i("work"), name="Screens Ltd", kind="supplier", unit="Screens Ltd", order=4),
        Stage(id=i("s1"), name="Before", order=1),
        Stage(id=i("s2"), name="Repair", order=2),
        Step(id=i("a"), title="Asks", lane=i("cust"), stage=i("s1"), column=1),
        Step(id=i("b"), title="Takes in", lane=i("shop"), stage=i("s1"), column=2, makes=(i("p"),),
             asks=(i("i"),)),
        Step(id=i("c"), title="Waits", lane=i("cust"), stage=i("s2"), column=3),
        Step(id=i("d"), title="Repairs", lane=i("work"), stage=i("s2"), column=4),
        Step(id=i("e"), title="Hands out", lane=i("shop"), stage=i("s2"), column=5, honours=(i("p"),)),
        Link(id=i("ab"), source=i("a"), target=i("b"), kind="flow", info="yes", share=0.5),
        Link(id=i("bc"), source=i("b"), target=i("c"), kind="flow", info="yes"),
        Link(id=i("cd"), source=i("c"), target=i("d"), kind="flow", info="no"),
        Link(id=i("de"), source=i("d"), target=i("e"), kind="flow"),
        Friction(id=i("f"), title="Nobody calls", at=i("c"), walls=("referral:b:d",)),
        Friction(id=i("g"), title="Told twice", at=i("cd")),
        Wall(id=i("w"), key="referral:b:d", state="confirmed", excuse="Not our table",
             views={"head": "Theirs"}),
        Promise(id=i("p"), text="Ready on Friday"),
        Item(id=i("i"), name="Receipt number"),
        Evidence(id=i("ev"), about=i("f"), level="heard", quote="Not our table", attachment=i("photo")),
        Measure(id=i("m"), question="Did it work?", step=i("e")),
        Action(id=i("act"), title="Ring", frictions=(i("f"), i("g"))),
        Attachment(id=i("photo"), sha256="e" * 64, name="counter.jpg"),
        Note(id=i("note"), text="Who decides?", lane=i("head"), column=3),
        head=Head(title="Broken phone", organisation="Fix", language="en"),
    )  # fmt: skip


@pytest.fixture
def story() -> Journey:
    return repair_story()


@pytest.fixture
def document(story: Journey) -> Document:
    ids = counted_ids()
    return Document(story, ids=lambda: next(ids))
