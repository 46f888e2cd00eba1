"""In which order findings are listed: the four questions first, then by subject; who is listed at all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from journeymap.analysis.findings import Diagnosis, RuleFinding, WallMark
from journeymap.analysis.rules import BY_ID, QUESTIONS, SUBJECTS, Group, waits
from journeymap.ui.desk import Desk
from journeymap.ui.lists.filtering import Filter
from journeymap.ui.lists.walls import strongest

TAKES_ITS_ROW = ("DIAG-1", "DIAG-3", "DIAG-4")
"""Rules whose one finding says what the answer says: the question's own row stands for it."""


def open_findings(desk: Desk, chosen: Filter) -> list[RuleFinding]:
    """What nobody has settled, what does not wait for a finished map, and what the filter lets pass."""
    journey = desk.journey
    return [
        one
        for one in desk.work.findings.rules
        if one.state is None
        and not waits(one, journey)
        and chosen.passes(journey, one.about, certain=one.certainty == "certain")
    ]


def by_group(findings: list[RuleFinding]) -> Iterator[tuple[Group, list[RuleFinding]]]:
    """The groups in their order with what stands in them; empty subjects are left out."""
    for group in (*QUESTIONS, *SUBJECTS):
        inside = [one for one in findings if BY_ID[one.rule].group == group]
        if inside or group in QUESTIONS:
            yield group, inside


def in_order(desk: Desk, chosen: Filter) -> list[str]:
    """The keys of all that is listed open, as F7 goes through them."""
    asked = open_findings(desk, chosen)
    return [one.key for _, inside in by_group(asked) for one in inside]


def own_finding(desk: Desk, diagnosis: Diagnosis) -> RuleFinding | None:
    """The finding that a question's row stands for, settled or not."""
    rule = diagnosis.rule
    found = [one for one in desk.work.findings.rules if one.rule == rule]
    alone = rule in TAKES_ITS_ROW or (len(found) == 1 and found[0].say == "none")
    return found[0] if found and alone else None


def marks_under(desk: Desk, chosen: Filter) -> dict[str, list[WallMark]]:
    """Question → the walls it rests on. A wall stands once, under the question of its strongest reason."""
    found: dict[str, list[WallMark]] = {one.rule: [] for one in desk.work.findings.diagnoses}
    resting = {one.rule: frozenset(one.walls) for one in desk.work.findings.diagnoses}
    for mark in desk.work.findings.marks:
        lanes = [lane for lane in (mark.giver, mark.receiver) if lane is not None]
        if chosen.passes(desk.journey, lanes, certain=mark.certain):
            question = _question_of(resting, mark)
            if question:
                found[question].append(mark)
    return found


def _question_of(resting: Mapping[str, frozenset[str]], mark: WallMark) -> str:
    keys = {finding.key for finding in mark.findings}
    lead = strongest(mark).key
    rules = [rule for rule, walls in resting.items() if not keys.isdisjoint(walls)]
    return next((rule for rule in rules if lead in resting[rule]), rules[0] if rules else "")
