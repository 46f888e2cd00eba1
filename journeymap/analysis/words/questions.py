"""The questions that rules raise, each in one plain sentence."""

from __future__ import annotations

from journeymap.analysis.findings import RuleFinding
from journeymap.analysis.rules import BY_ID, QUESTIONS, SUBJECTS, Group
from journeymap.analysis.words.amounts import said
from journeymap.analysis.words.nouns import customer_forms
from journeymap.analysis.words.titles import title_within
from journeymap.i18n.catalogue import Catalogue
from journeymap.model.ids import Id
from journeymap.model.journey import Journey


def rule_sentence(finding: RuleFinding, journey: Journey, t: Catalogue) -> str:
    """The question in one plain sentence."""
    values: dict[str, object] = {**customer_forms(journey, t)}
    for name, fact in finding.facts.items():
        values[name] = fact_in_words(name, fact, journey, t)
    return t(BY_ID[finding.rule].says[finding.say], **values)


SHARES = frozenset({"share", "least", "most"})
"""Facts that are said in per cent."""
EXACT = frozenset({"contacts"})
"""Figures that stand beside a whole one: a hundredth more tells why the answer is not "no"."""
WORDS = frozenset({"unit"})
"""Facts that are words already; all others name a record."""


def fact_in_words(name: str, fact: object, journey: Journey, t: Catalogue) -> str:
    """A fact as it stands in the sentence: a record's name, a share, a number."""
    if isinstance(fact, int | float):
        if name in EXACT:
            return t.number(fact, 2)
        return t.percent(fact) if name in SHARES else said(fact, t)
    if name in WORDS:
        return str(fact)
    return title_within(journey.get(Id(str(fact))))


def rule_title(rule: str, journey: Journey, t: Catalogue) -> str:
    """What a rule is called."""
    return t(BY_ID[rule].title, **customer_forms(journey, t))


def rule_looks(rule: str, journey: Journey, t: Catalogue) -> str:
    """What a rule looks at."""
    return t(BY_ID[rule].looks, **customer_forms(journey, t))


def group_title(group: Group, journey: Journey, t: Catalogue) -> str:
    """The heading under which a rule's questions stand: one of the four questions, or a subject."""
    return t({**QUESTIONS, **SUBJECTS}[group], **customer_forms(journey, t))
