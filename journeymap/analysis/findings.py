"""What an examination found: frozen results that picture, report, window and `check` read alike."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

from journeymap.model.ids import Id

WallType = Literal[
    "referral", "supplier", "promise", "memory", "ping_pong",
    "nobody", "silent", "channel", "mandate", "refusal",
]  # fmt: skip
Certainty = Literal["certain", "suspected"]
Because = Literal["refer", "no", "silent", "unmade", "open_end", "unhonoured", "drawn"]
"""What a finding rests on, where its type alone does not say: a referral on the walk, information
stated as missing, nothing stated; no maker, an open end, nobody to honour; drawn by people."""
Tier = Literal["A", "B"]
Verdict = Literal["yes", "no", "sometimes", "unknown"]
Word = Literal["firm", "likely", "open"]

_NOTHING: Mapping[str, object] = MappingProxyType({})


def nothing() -> Mapping[str, object]:
    """No facts: one shared object, since most findings of a large map have none to add."""
    return _NOTHING


@dataclass(frozen=True, slots=True)
class WallFinding:
    """One reason why a wall stands between two steps (METHOD 3)."""

    key: str
    type: WallType
    rule: str
    source: Id | None
    target: Id | None
    steps: tuple[Id, ...]
    certainty: Certainty
    promise: Id | None = None
    item: Id | None = None
    state: Literal["confirmed", "dismissed", "drawn"] | None = None
    hours_per_year: float | None = None
    record: Id | None = None
    because: Because | None = None
    sides: tuple[Id, ...] = ()
    """Of a round: the first step met of every owner it runs between, in the order of columns."""

    @property
    def stands(self) -> bool:
        """It counts: not dismissed, and certain, confirmed or drawn (METHOD 2)."""
        return self.state in ("confirmed", "drawn") or (self.certainty == "certain" and not self.state)


@dataclass(frozen=True, slots=True)
class WallMark:
    """The findings of one pair of lanes and steps, drawn as one wall with a stable number.

    `border` is (upper lane, lower lane) between which it stands as METHOD and VISUAL 6 place it:
    `giver` and `receiver` are the lanes of source and target (None where there is no such end).
    """

    number: int
    findings: tuple[WallFinding, ...]
    source: Id | None
    target: Id | None
    giver: Id | None
    receiver: Id | None

    @property
    def certain(self) -> bool:
        return any(finding.stands for finding in self.findings)


@dataclass(frozen=True, slots=True)
class RankedFriction:
    """One friction in its place (METHOD 2). Hours are a year's, None without journeys_per_year."""

    id: Id
    rank: int
    tier: Tier
    per1000: float
    low_per1000: float
    high_per1000: float
    hours: float | None
    low: float | None
    high: float | None
    share_hit: float
    share_low: float
    share_high: float
    minutes_per_hit: float
    wait_minutes: float
    work_minutes: float
    value_minutes: float
    rank_by_hours: int
    rank_best: int
    rank_worst: int
    top3_share: float
    critical_probability: float
    word: Word | None
    walls: tuple[WallType, ...]
    wall_keys: tuple[str, ...]

    def part(self, minutes: float) -> float | None:
        """Hours a year of one part of the minutes (waiting, work or value); None without volume."""
        if self.hours is None:
            return None
        return self.hours * minutes / self.minutes_per_hit if self.minutes_per_hit else 0.0


@dataclass(frozen=True, slots=True)
class UnrankedFriction:
    """A friction that lacks answers: what is missing and how likely it is to matter."""

    id: Id
    missing: tuple[str, ...]
    possible_top3_share: float


@dataclass(frozen=True, slots=True)
class RuleFinding:
    """A question the map raises (CLAIMS): which rule, where, how sure, and the facts of its sentence.

    `say` is the wording chosen; `seen` what else the rule looked at; `state` what people said of it,
    in the dismissal `record`. An `unsaid` one rests only on what nobody has said yet, so that the
    window keeps it for later while the map is unfinished.
    """

    rule: str
    key: str
    certainty: Certainty
    about: tuple[Id, ...]
    facts: Mapping[str, object] = field(default_factory=nothing)
    seen: Mapping[str, object] = field(default_factory=nothing)
    say: str = ""
    unsaid: bool = False
    state: Literal["agreed", "dismissed"] | None = None
    record: Id | None = None

    @property
    def dismissed(self) -> bool:
        """People said that it does not apply: it is asked no more."""
        return self.state == "dismissed"


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """One of the four diagnostic questions, answered from the map (CLAIMS S0.5-S0.8).

    `because` is the wording of what the map shows and `facts` what it names. `walls` are the keys of
    the findings it rests on, `about` the places. `missing` names what the map would have to say for
    an answer: start, goal, exit, critical, recovery, links or info.
    """

    rule: str
    verdict: Verdict
    because: str
    facts: Mapping[str, object] = field(default_factory=nothing)
    walls: tuple[str, ...] = ()
    about: tuple[Id, ...] = ()
    missing: tuple[str, ...] = ()
    certainty: Certainty = "certain"
    """Suspected where the answer hangs on shares that nobody stated."""


@dataclass(frozen=True, slots=True)
class Figures:
    """The map in numbers; None where it cannot be computed (METHOD 4)."""

    steps: int = 0
    lanes: int = 0
    links: int = 0
    contacts: int = 0
    handoffs: int = 0
    walls_certain: int = 0
    walls_suspected: int = 0
    critical_moments: int = 0
    customer_hours_per_year: float | None = None
    hours_at_walls: float | None = None
    goal_minutes: float | None = None
    expected_handoffs: float | None = None
    minimum_handoffs: int | None = None
    requirement_coverage: float | None = None
    failure_demand_share: float | None = None
    evidence_share: float | None = None


@dataclass(frozen=True, slots=True)
class PairHours:
    """A line of the ledger: two owners by name and the hours a year that stand between them.

    `other` is empty for a wall with one side; `range` is the 5th to 95th percentile of the trials.
    """

    one: str
    other: str
    hours: float | None
    per1000: float
    frictions: tuple[Id, ...]
    walls: tuple[str, ...]
    range: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """One answer's point from `now` to beyond `then` moves the friction to `place`.

    `answer` is a field of the friction; for votes `now` and `then` are the number of yes, for
    `critical` 0 or 1. `then` equals `now` where the friction is level with a neighbour. `part` is
    the change in proportion to the answer, for votes to all who voted; infinite for a tick and for
    an answer of nothing. `within` says whether the new value lies inside the range that was stated.
    """

    friction: Id
    answer: str
    now: float
    then: float
    place: int
    part: float
    within: bool


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything an examination of one journey found."""

    figures: Figures = Figures()
    walls: tuple[WallFinding, ...] = ()
    marks: tuple[WallMark, ...] = ()
    ranked: tuple[RankedFriction, ...] = ()
    unranked: tuple[UnrankedFriction, ...] = ()
    rules: tuple[RuleFinding, ...] = ()
    diagnoses: tuple[Diagnosis, ...] = ()
    """The four diagnostic questions, in their order; none on a map without steps."""
    back_chains: Mapping[Id, tuple[Id, ...]] = field(default_factory=dict, compare=False)
    """Worked out at the first look: whether two findings agree is told by the links of the chains."""
    chain_requirements: Mapping[Id, tuple[int, int]] = field(default_factory=dict)
    """Per critical step the links of its chain that carry a requirement, and all of them."""
    chain_links: frozenset[Id] = frozenset()
    """The links of all back chains."""
    ledger: tuple[PairHours, ...] = ()
    handoffs: tuple[tuple[Id, Id], ...] = ()
    visits: Mapping[Id, float] | None = None
    assumed_shares: tuple[Id, ...] = ()
    """Links whose share was not said where more than one way leads on: split equally."""
    break_even_goal: float | None = None
    hours_range: tuple[float, float] | None = None
    """5th to 95th percentile of the sum of hours a year; None without a volume or without trials."""
    hours_at_walls_range: tuple[float, float] | None = None
    per1000_range: tuple[float, float] | None = None
    """The same in minutes per 1000 journeys."""
    changes: tuple[Change, ...] = ()
    """Of each of the first ten the smallest change of one answer that moves it."""
    trials: int = 0
