"""Every record of a journey on one page; fields and their meaning are FORMAT 3 and 4.

None always means "not said". Nothing else may stand for it: a missing statement is unknown,
never "no", and a file that says something explicitly gets it back on saving.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Literal

import msgspec

from journeymap.model.ids import HEAD, Id
from journeymap.model.quantity import Number, Quantity

LaneKind = Literal["customer", "customers_customer", "department", "supplier", "system"]
Process = Literal["core", "support", "management"]
LinkKind = Literal["flow", "refer", "info", "order", "status", "exit", "shadow"]
Carrier = Literal["customer", "company", "unknown"]
Informed = Literal["yes", "partial", "no", "unknown"]
Demand = Literal["value", "failure", "unknown"]
SystemSupport = Literal["good", "partial", "none", "unknown"]
Mandate = Literal["can_solve", "must_ask", "none", "unknown"]
FrictionKind = Literal[
    "treatment", "referral", "waiting", "effort", "technology", "information", "rule", "other"
]
Cause = Literal["system", "process", "mandate", "resources", "culture", "goal_conflict", "information"]
FrictionStatus = Literal["open", "accepted", "in_progress", "solved"]
WallState = Literal["confirmed", "dismissed", "drawn"]
EvidenceLevel = Literal["assumed", "heard", "observed", "measured"]
EvidenceWho = Literal["customer", "staff", "data"]
ActionKind = Literal["training", "system", "process", "mandate", "resources", "goal"]
CustomerWord = Literal["customer", "user", "citizen", "patient", "guest", "resident", "student", "member"]
Language = Literal["sv", "nb", "en"]
MapState = Literal["as_is", "to_be", "planned", "actual"]
MapStatus = Literal["draft", "working", "decided"]


class Odd(msgspec.Struct, frozen=True):
    """A value the file says that cannot be used: kept as `raw` while the field reads as `read`."""

    raw: Any
    read: Any


class Part(
    msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True, gc=False
):
    """Something with fields; `extra` keeps what the file says beyond them (unknown names, `Odd`s)."""

    extra: Mapping[str, Any] | None = msgspec.field(default=None, name="\ue000extra")


class Record(Part, frozen=True, kw_only=True):
    """A part with an id of its own, standing in the table that its class names."""

    TABLE: ClassVar[str] = ""
    id: Id = msgspec.field(default=Id(""), name="\ue000id")


class Votes(Part, frozen=True, kw_only=True):
    """How many of those who voted said yes."""

    yes: int | None = None
    of: int | None = None


class Requirement(Part, frozen=True, kw_only=True):
    """What the receiving link may demand of the delivering one."""

    text: str | None = None
    measure: str | None = None
    level: str | None = None


class Order(Part, frozen=True, kw_only=True):
    """How a support function met an order."""

    asked_why: bool | None = None
    delivered: bool | None = None
    refused: bool | None = None
    advised_otherwise: bool | None = None
    next_order: bool | None = None
    reason: str | None = None


class Decision(Part, frozen=True, kw_only=True):
    """What was decided about the journey, by whom, when (ISO date)."""

    text: str | None = None
    by: str | None = None
    date: str | None = None


class Head(Record, frozen=True, kw_only=True):
    """The journey's own facts: the file's top level without its tables (FORMAT 3)."""

    id: Id = msgspec.field(default=HEAD, name="\ue000id")
    format: str | None = None
    version: int | None = None
    min_reader: int | None = None
    document: str | None = msgspec.field(default=None, name="id")
    title: str | None = None
    purpose: str | None = None
    organisation: str | None = None
    customer_word: CustomerWord | None = None
    language: Language | None = None
    state: MapState | None = None
    complete: bool | None = None
    derived_from: str | None = None
    journeys_per_year: Quantity | None = None
    goal_minutes: Number | None = None
    wall_level: int | None = None
    created: str | None = None
    participants: tuple[str, ...] | None = None
    absent: tuple[str, ...] | None = None
    status: MapStatus | None = None
    decision: Decision | None = None
    client: str | None = None
    logo: Id | None = None


class Lane(Record, frozen=True, kw_only=True):
    """A row of the map: the customer, a department, a supplier or a system."""

    TABLE: ClassVar[str] = "lanes"
    name: str
    kind: LaneKind
    unit: str | None = None
    accountable: str | None = None
    process: tuple[Process, ...] | None = None
    shown_as: str | None = None
    owner: str | None = None
    hours: str | None = None
    measured_on: str | None = None
    order: Number | None = None


class Stage(Record, frozen=True, kw_only=True):
    """A phase of the journey."""

    TABLE: ClassVar[str] = "stages"
    name: str
    order: Number | None = None
    promise: str | None = None


class Step(Record, frozen=True, kw_only=True):
    """Something that happens in one lane at one moment. Minutes are the customer's."""

    TABLE: ClassVar[str] = "steps"
    title: str
    lane: Id
    stage: Id | None = None
    column: Number | None = None
    order: Number | None = None
    customer_present: bool | None = None
    start: bool | None = None
    end: bool | None = None
    goal: bool | None = None
    value_in_use: bool | None = None
    recovery: bool | None = None
    own_minutes: Quantity | None = None
    wait_minutes: Quantity | None = None
    channel: str | None = None
    asks: tuple[Id, ...] | None = None
    makes: tuple[Id, ...] | None = None
    honours: tuple[Id, ...] | None = None
    reask_required: bool | None = None
    critical: bool | None = None
    critical_reason: str | None = None
    critical_votes: Votes | None = None
    expectation: Number | None = None
    experience: Number | None = None
    high_point: bool | None = None
    demand: Demand | None = None
    system_support: SystemSupport | None = None
    minutes_needed: Quantity | None = None
    minutes_given: Quantity | None = None
    mandate: Mandate | None = None
    owner: str | None = None
    hours: str | None = None
    description: str | None = None


class Link(Record, frozen=True, kw_only=True):
    """What joins two steps: the road, a referral, information, an order, a status message …"""

    TABLE: ClassVar[str] = "links"
    source: Id
    target: Id
    kind: LinkKind | None = None
    share: Number | None = None
    carrier: Carrier | None = None
    info: Informed | None = None
    by_design: bool | None = None
    wait_minutes: Quantity | None = None
    lead_days: Quantity | None = None
    forced: bool | None = None
    label: str | None = None
    requirement: Requirement | None = None
    order: Order | None = None


class Friction(Record, frozen=True, kw_only=True):
    """Where it rubs: how many it hits and what it costs the one it hits."""

    TABLE: ClassVar[str] = "frictions"
    title: str
    at: Id
    kind: FrictionKind | None = None
    cause: Cause | None = None
    hits: Quantity | None = None
    per: Literal["journey", "visit"] | None = None
    wait_minutes: Quantity | None = None
    work_minutes: Quantity | None = None
    value_lost: Quantity | None = None
    lead_days: Quantity | None = None
    critical: bool | None = None
    votes: Votes | None = None
    dots: int | None = None
    walls: tuple[str, ...] | None = None
    owner: str | None = None
    decision_by: str | None = None
    status: FrictionStatus | None = None
    description: str | None = None


class Wall(Record, frozen=True, kw_only=True):
    """What people say of a wall: settled, dismissed or drawn, and its card."""

    TABLE: ClassVar[str] = "walls"
    key: str
    state: WallState | None = None
    source: Id | None = None
    target: Id | None = None
    reason: str | None = None
    number: int | None = None
    handed_over: str | None = None
    receipt: bool | None = None
    deadline: str | None = None
    excuse: str | None = None
    effect: str | None = None
    owner: str | None = None
    views: Mapping[str, str] | None = None


class Promise(Record, frozen=True, kw_only=True):
    """Something the customer was told to expect."""

    TABLE: ClassVar[str] = "promises"
    text: str
    to: str | None = None
    due_minutes: Number | None = None


class Item(Record, frozen=True, kw_only=True):
    """A piece of information asked for or passed on."""

    TABLE: ClassVar[str] = "items"
    name: str


class Evidence(Record, frozen=True, kw_only=True):
    """How we know something about another record."""

    TABLE: ClassVar[str] = "evidence"
    about: Id
    level: EvidenceLevel | None = None
    who: EvidenceWho | None = None
    date: str | None = None
    quote: str | None = None
    source: str | None = None
    attachment: Id | None = None


class Measure(Record, frozen=True, kw_only=True):
    """A question the organisation asks its customers."""

    TABLE: ClassVar[str] = "measures"
    question: str
    step: Id | None = None
    open_text: bool | None = None
    used_for: str | None = None
    last_decision: str | None = None


class Action(Record, frozen=True, kw_only=True):
    """Something to be done against frictions; effect is the share of hours removed."""

    TABLE: ClassVar[str] = "actions"
    title: str
    kind: ActionKind | None = None
    frictions: tuple[Id, ...] | None = None
    owner: str | None = None
    due: str | None = None
    effort_days: Quantity | None = None
    effect: Quantity | None = None
    status: str | None = None


class Walk(Record, frozen=True, kw_only=True):
    """Somebody walked the customer's road."""

    TABLE: ClassVar[str] = "walks"
    by: str | None = None
    role: str | None = None
    date: str | None = None
    observations: str | None = None


class Dismissal(Record, frozen=True, kw_only=True):
    """A finding that people have settled, with the facts it rested on: it does not apply, or (agreed)
    so it is. Either way it is not asked again until the facts change.
    """

    TABLE: ClassVar[str] = "dismissals"
    finding: str
    reason: str | None = None
    by: str | None = None
    date: str | None = None
    facts: str | None = None
    agreed: bool | None = None


class Note(Record, frozen=True, kw_only=True):
    """A parked remark, free or beside a place on the map."""

    TABLE: ClassVar[str] = "notes"
    text: str
    lane: Id | None = None
    column: Number | None = None


class LogEntry(Record, frozen=True, kw_only=True):
    """What surprised us: believed before, saw then."""

    TABLE: ClassVar[str] = "log"
    believed: str | None = None
    saw: str | None = None
    date: str | None = None


class Attachment(Record, frozen=True, kw_only=True):
    """A picture in the file's zip envelope, named by its content."""

    TABLE: ClassVar[str] = "attachments"
    sha256: str
    name: str | None = None
    width: int | None = None
    height: int | None = None


RECORDS: tuple[type[Record], ...] = (
    Lane, Stage, Step, Link, Friction, Wall, Promise, Item, Evidence, Measure, Action, Walk,
    Dismissal, Note, LogEntry, Attachment,
)  # fmt: skip
"""Every kind of record, in the order of the file's tables."""

FORMAT = "journeymap"
"""What the file says it is (FORMAT 3)."""
VERSION = 1
"""The version of the format that these records are."""
