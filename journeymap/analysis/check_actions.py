"""The actions as `journeymap check` tells them: who, when, and what each gives back."""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.analysis.findings import Findings
from journeymap.analysis.gains import gains
from journeymap.analysis.words.gains import gain_sentence, per_day_sentence
from journeymap.i18n.catalogue import Catalogue
from journeymap.model.journey import Journey
from journeymap.model.records import Action


def actions_said(journey: Journey, findings: Findings, t: Catalogue) -> Iterator[str]:
    """Most saved for a day of work first; below each what it saves, or that nobody can tell yet."""
    if journey.actions:
        yield t("Actions")
    for one in gains(journey, findings.ranked):
        yield f"  {_headed(journey.actions[one.action], t)}"
        told = [gain_sentence(one, t), per_day_sentence(one, t)]
        yield "     " + (" ".join(filter(None, told)) or t("What it saves is not known yet."))


def _headed(action: Action, t: Catalogue) -> str:
    owner = (action.owner or "").strip() or t("nobody answers for it yet")
    due = t("by {date}", date=action.due) if action.due else ""
    return " – ".join(part for part in (action.title, owner, due, (action.status or "").strip()) if part)
