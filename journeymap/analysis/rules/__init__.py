"""The rules: questions the map raises, each by its id, with its sentence (CLAIMS)."""

from __future__ import annotations

from collections.abc import Mapping

from journeymap.analysis.findings import RuleFinding
from journeymap.analysis.rules import (
    chain,
    frictions,
    handoffs,
    known,
    lanes,
    moments,
    orders,
    questions,
    road,
    staff,
)
from journeymap.analysis.rules.groups import QUESTIONS, SUBJECTS, Group
from journeymap.analysis.rules.kit import Matter, Rule, findings_of, fingerprint, settled_by_key
from journeymap.model.journey import Journey

RULES: tuple[Rule, ...] = (
    *questions.RULES,
    *handoffs.RULES,
    *moments.RULES,
    *road.RULES,
    *chain.RULES,
    *staff.RULES,
    *lanes.RULES,
    *frictions.RULES,
    *known.RULES,
    *orders.RULES,
)
"""The registry: every rule that is built, in the order in which its findings are told."""
BY_ID: Mapping[str, Rule] = {rule.id: rule for rule in RULES}

__all__ = [
    "BY_ID",
    "QUESTIONS",
    "RULES",
    "SUBJECTS",
    "Group",
    "Matter",
    "Rule",
    "ask_all",
    "fingerprint",
    "waits",
]


def waits(finding: RuleFinding, journey: Journey) -> bool:
    """Whether a finding is kept for later: nobody has said anything yet, and the map is unfinished."""
    return finding.unsaid and not journey.head.complete and finding.state is None


def ask_all(matter: Matter) -> tuple[RuleFinding, ...]:
    """Every question the map raises, in the order of the rules; settled ones are marked so."""
    settled = settled_by_key(matter.journey)
    return tuple(finding for rule in RULES for finding in findings_of(rule, matter, settled))
