"""What one does with a question of the map: answer it, dismiss it with a reason, make it a friction."""

from __future__ import annotations

from datetime import datetime

from journeymap.analysis.findings import RuleFinding
from journeymap.analysis.rules import fingerprint
from journeymap.analysis.words import rule_sentence
from journeymap.edit import verbs
from journeymap.model.ids import HEAD, Id
from journeymap.model.records import Friction, Link, Step
from journeymap.ui.desk import Desk
from journeymap.ui.lists.subjects import ANSWERS


def finding_with(desk: Desk, key: str) -> RuleFinding | None:
    """The question with this key."""
    return next((finding for finding in desk.work.findings.rules if finding.key == key), None)


def on_map(desk: Desk, ids: tuple[str, ...]) -> tuple[str, ...]:
    """What the map shows for a selection: for a question the things that it is about."""
    finding = finding_with(desk, ids[0]) if len(ids) == 1 else None
    return ids if finding is None else finding.about


def answer(desk: Desk, finding: RuleFinding) -> None:
    """Go to where the question is answered."""
    about = next((id for id in finding.about if desk.journey.get(id) is not None), HEAD)
    desk.selection.ask(about, ANSWERS.get(finding.rule, ""))


def dismiss(desk: Desk, finding: RuleFinding, reason: str | None) -> None:
    """Settle it, with the reason and what it saw: it comes back only when that changes."""
    verbs.dismiss_finding(
        desk.document,
        finding.key,
        reason,
        date=datetime.now().astimezone().date().isoformat(),
        facts=fingerprint(finding),
    )


def place_for_friction(desk: Desk, finding: RuleFinding) -> Id | None:
    """The step or link at which a friction made of the question would stand."""
    for id in finding.about:
        record = desk.journey.get(id)
        if isinstance(record, Step | Link):
            return id
        if isinstance(record, Friction):
            return None
    return None


def make_friction(desk: Desk, finding: RuleFinding) -> bool:
    """Write it down as where it rubs, and go on to its four answers."""
    at = place_for_friction(desk, finding)
    if at is None:
        return False
    said = rule_sentence(finding, desk.journey, desk.t)
    desk.selection.ask(verbs.add_friction(desk.document, at, said), "hits")
    return True
