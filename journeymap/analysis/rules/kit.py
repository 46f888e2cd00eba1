"""What a rule is: a question the map raises, with its condition and its sentence (CLAIMS)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from journeymap.analysis.chains import Chains
from journeymap.analysis.findings import (
    Certainty,
    Diagnosis,
    Figures,
    RankedFriction,
    RuleFinding,
    WallFinding,
    nothing,
)
from journeymap.analysis.rules.groups import Group
from journeymap.analysis.survey import Ground
from journeymap.analysis.walls.facts import Facts
from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.model.records import Dismissal


@dataclass(frozen=True, slots=True)
class Matter:
    """What rules may look at: the map, the road, the walls and the ranking; today if it is known."""

    ground: Ground
    facts: Facts
    walls: tuple[WallFinding, ...]
    ranked: tuple[RankedFriction, ...]
    chains: Chains
    figures: Figures
    diagnoses: tuple[Diagnosis, ...]
    today: date | None

    @property
    def journey(self) -> Journey:
        return self.ground.graph.journey


@dataclass(frozen=True, slots=True)
class Question:
    """One place where a rule asks.

    `facts` are what the sentence names; `seen` is what else the rule looked at there, so that a
    settled question comes back when it changes. `say` picks another wording of the rule. `unsaid`:
    it rests only on what nobody has said yet.
    """

    about: tuple[Id, ...]
    certainty: Certainty = "certain"
    facts: Mapping[str, object] = field(default_factory=nothing)
    seen: Mapping[str, object] = field(default_factory=nothing)
    say: str = ""
    unsaid: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule by its id, as the registry, the window and the guide read it.

    `finished` rules need a finished map and wait silently until then. `claims` are the numbers of
    what the source texts demand. `title`, `looks` (at what) and `says` are English messages; the
    wording "" of `says` is the usual one. `answer` is the field in which its question is answered.
    """

    id: str
    claims: tuple[str, ...]
    group: Group
    ask: Callable[[Matter], Iterable[Question]]
    title: str
    looks: str
    says: Mapping[str, str]
    finished: bool = False
    answer: str = ""


Settled = Mapping[str, Sequence[Dismissal]]
"""Finding key → what people said of it, in the order of ids."""


def findings_of(rule: Rule, matter: Matter, settled: Settled) -> Iterator[RuleFinding]:
    """What the rule asks of this map, each with its key; marked where people settled it."""
    if rule.finished and not matter.journey.head.complete:
        return
    for question in rule.ask(matter):
        finding = RuleFinding(
            rule=rule.id,
            key=":".join((rule.id, *question.about)),
            certainty=question.certainty,
            about=question.about,
            facts=question.facts,
            seen=question.seen,
            say=question.say,
            unsaid=question.unsaid,
        )
        yield _as_settled(finding, settled.get(finding.key, ()))


def _as_settled(finding: RuleFinding, records: Sequence[Dismissal]) -> RuleFinding:
    """Settled by the first record whose facts are still those the rule sees; one without facts holds on."""
    for record in records:
        if record.facts in (None, fingerprint(finding)):
            return replace(finding, state="agreed" if record.agreed else "dismissed", record=record.id)
    return finding


def settled_by_key(journey: Journey) -> Settled:
    """What people said of findings."""
    settled: dict[str, list[Dismissal]] = {}
    for record in sorted(journey.dismissals.values(), key=lambda one: one.id):
        settled.setdefault(record.finding, []).append(record)
    return settled


def fingerprint(finding: RuleFinding) -> str:
    """What the rule saw, in 16 hexadecimal digits: a settled question returns when this changes."""
    seen = json.dumps(
        [
            finding.rule,
            finding.certainty,
            finding.say,
            list(finding.about),
            dict(finding.facts),
            dict(finding.seen),
        ],
        sort_keys=True,
        default=str,
    )
    return hashlib.sha256(seen.encode()).hexdigest()[:16]
