"""What one does with a question of the map: so it is, answer it, dismiss it with a reason, a friction."""

from __future__ import annotations

from collections.abc import Mapping

from journeymap.analysis.findings import Diagnosis, RuleFinding
from journeymap.analysis.rules import BY_ID, fingerprint
from journeymap.analysis.words import rule_sentence
from journeymap.edit import verbs
from journeymap.i18n import N_
from journeymap.model.ids import HEAD, Id
from journeymap.model.records import Friction, Link, Step
from journeymap.ui.clock import today
from journeymap.ui.desk import Desk
from journeymap.ui.remembered import Remembered
from journeymap.ui.tells import tell_with

QUESTION = "question:"
"""How the row of a diagnostic question is known, before its rule's id."""
REASONS = (N_("Does not apply here"), N_("Already under way"), N_("It has to be so"))
"""Reasons one click away; any other is typed."""


def finding_with(desk: Desk, key: str) -> RuleFinding | None:
    """The question with this key."""
    return _BY_KEY.of(desk.work.findings).get(key)


_BY_KEY = Remembered[Mapping[str, RuleFinding]](
    lambda found: {finding.key: finding for finding in reversed(found.rules)}
)


def diagnosis_with(desk: Desk, key: str) -> Diagnosis | None:
    """The answer to a diagnostic question, by the key of its row."""
    rule = key.removeprefix(QUESTION) if key.startswith(QUESTION) else ""
    return next((one for one in desk.work.findings.diagnoses if one.rule == rule), None)


def on_map(desk: Desk, ids: tuple[str, ...]) -> tuple[str, ...]:
    """What the map shows for a selection: for a question the things that it is about."""
    if len(ids) != 1:
        return ids
    finding = finding_with(desk, ids[0])
    if finding is not None:
        return finding.about
    diagnosis = diagnosis_with(desk, ids[0])
    if diagnosis is not None:
        return diagnosis.about
    tell = tell_with(desk, ids[0])
    return ids if tell is None else tell.places


def agree(desk: Desk, finding: RuleFinding) -> None:
    """So it is. Of how people are treated that means: yes, it decides."""
    if finding.rule == "TREATMENT-CRIT":
        verbs.set_field(desk.document, finding.about[0], critical=True)
    else:
        verbs.agree_finding(desk.document, finding.key, date=today().isoformat(), facts=fingerprint(finding))


def settle(desk: Desk, finding: RuleFinding) -> None:
    """So it is; on one that is settled: take that back."""
    if finding.state is None:
        agree(desk, finding)
    else:
        verbs.recall_finding(desk.document, finding.key)


def may_answer(finding: RuleFinding) -> bool:
    """Whether the question is answered in a field."""
    return bool(BY_ID[finding.rule].answer)


def answer(desk: Desk, finding: RuleFinding) -> None:
    """Go to where the question is answered."""
    about = next((id for id in finding.about if desk.journey.get(id) is not None), HEAD)
    desk.selection.ask(about, BY_ID[finding.rule].answer)


def dismiss(desk: Desk, finding: RuleFinding, reason: str | None) -> None:
    """Settle it, with the reason and what it saw: it comes back only when that changes."""
    verbs.dismiss_finding(
        desk.document, finding.key, reason, date=today().isoformat(), facts=fingerprint(finding)
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
