"""The questions that rules raise, each in one plain sentence."""

from __future__ import annotations

from journeymap.analysis.findings import RuleFinding
from journeymap.analysis.rules import BY_ID
from journeymap.analysis.words.amounts import said
from journeymap.analysis.words.nouns import customer_forms
from journeymap.i18n.catalogue import Catalogue
from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.model.reading import name_of


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
