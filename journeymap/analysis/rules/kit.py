"""What a rule is: a question the map raises, with its condition and its sentence (CLAIMS)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from journeymap.analysis.chains import Chains
from journeymap.analysis.findings import Certainty, Figures, RankedFriction, RuleFinding, WallFinding
from journeymap.analysis.survey import Ground
from journeymap.analysis.walls.facts import Facts
from journeymap.model.ids import Id
from journeymap.model.journey import Journey


@dataclass(frozen=True, slots=True)
class Matter:
    """What rules may look at: the map, the road, the walls and the ranking; today if it is known."""

    ground: Ground
    facts: Facts
    walls: tuple[WallFinding, ...]
    ranked: tuple[RankedFriction, ...]
    chains: Chains
    figures: Figures
    today: date | None

    @property
    def journey(self) -> Journey:
        return self.ground.graph.journey


@dataclass(frozen=True, slots=True)
class Question:
    """One place where a rule asks; `facts` are what the sentence names and what settles it."""

    about: tuple[Id, ...]
    certainty: Certainty = "certain"
    facts: Mapping[str, object] | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule by its id. `finished` rules need a finished map and wait silently until then.

    `say` is the English message.
    """

    id: str
    ask: Callable[[Matter], Iterable[Question]]
    say: str
    finished: bool = False


def findings_of(rule: Rule, matter: Matter) -> Iterator[RuleFinding]:
    """What the rule asks of this map, each with its key; dismissed where people settled it."""
    if rule.finished and not matter.journey.head.complete:
        return
    settled = {record.finding: record.facts for record in matter.journey.dismissals.values()}
    for question in rule.ask(matter):
        key = ":".join((rule.id, *question.about))
        facts = question.facts or {}
        finding = RuleFinding(rule.id, key, question.certainty, question.about, facts)
        known = key in settled and settled[key] in (None, fingerprint(finding))
        yield RuleFinding(rule.id, key, question.certainty, question.about, facts, dismissed=known)


def fingerprint(finding: RuleFinding) -> str:
    """What the rule saw, in 16 hexadecimal digits: a settled question returns when this changes."""
    seen = json.dumps(
        [finding.rule, finding.certainty, list(finding.about), dict(finding.facts)],
        sort_keys=True,
        default=str,
    )
    return hashlib.sha256(seen.encode()).hexdigest()[:16]
