"""The rules: questions the map raises, each by its id, with its sentence (CLAIMS)."""

from __future__ import annotations

from collections.abc import Mapping

from journeymap.analysis.findings import RuleFinding
from journeymap.analysis.rules import chain, frictions, moments, orders, road, staff, value
from journeymap.analysis.rules.kit import Matter, Rule, findings_of, fingerprint
from journeymap.analysis.words.amounts import said
from journeymap.analysis.words.nouns import customer_forms
from journeymap.i18n.catalogue import Catalogue
from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.model.reading import name_of

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

__all__ = ["BY_ID", "RULES", "Matter", "Rule", "ask_all", "fingerprint", "rule_sentence"]


def ask_all(matter: Matter) -> tuple[RuleFinding, ...]:
    """Every question the map raises, in the order of the rules; settled ones are marked so."""
    return tuple(finding for rule in RULES for finding in findings_of(rule, matter))


def rule_sentence(finding: RuleFinding, journey: Journey, t: Catalogue) -> str:
    """The question in one plain sentence."""
    values: dict[str, object] = {**customer_forms(journey, t)}
    for name, fact in finding.facts.items():
        values[name] = _word(name, fact, journey, t)
    return t(BY_ID[finding.rule].say, **values)


def _word(name: str, fact: object, journey: Journey, t: Catalogue) -> str:
    """A fact as it stands in the sentence: a record's name, a share, a number."""
    if isinstance(fact, int | float):
        return t.percent(fact) if name == "share" else said(fact, t)
    return name_of(journey.get(Id(str(fact))))
