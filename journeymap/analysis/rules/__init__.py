"""The rules: questions the map raises, each by its id, with its sentence (CLAIMS)."""

from __future__ import annotations

from collections.abc import Mapping

from journeymap.analysis.findings import RuleFinding
from journeymap.analysis.rules import chain, frictions, moments, orders, road, staff, value
from journeymap.analysis.rules.kit import Matter, Rule, findings_of, fingerprint

RULES: tuple[Rule, ...] = (
    *road.RULES,
    *moments.RULES,
    *chain.RULES,
    *frictions.RULES,
    *staff.RULES,
    *value.RULES,
    *orders.RULES,
)
BY_ID: Mapping[str, Rule] = {rule.id: rule for rule in RULES}

__all__ = ["BY_ID", "RULES", "Matter", "Rule", "ask_all", "fingerprint"]


def ask_all(matter: Matter) -> tuple[RuleFinding, ...]:
    """Every question the map raises, in the order of the rules; settled ones are marked so."""
    return tuple(finding for rule in RULES for finding in findings_of(rule, matter))
