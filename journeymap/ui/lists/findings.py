"""What the map tells: the four questions with their answers, then findings by subject (WINDOW 1).

More than a few findings of one rule fold into one line. What people agreed to, what waits for a
finished map and what was dismissed stand last, closed, with their counts.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import msgspec
from PySide6.QtWidgets import QWidget

from journeymap.analysis.concerns import lanes_concerned
from journeymap.analysis.examine import examine
from journeymap.analysis.findings import RuleFinding
from journeymap.analysis.rules import BY_ID, QUESTIONS, waits
from journeymap.analysis.words import group_title, rule_sentence, rule_title
from journeymap.edit import verbs
from journeymap.i18n import N_
from journeymap.model.ids import HEAD
from journeymap.model.reading import lanes_in_order
from journeymap.ui.clock import today
from journeymap.ui.desk import Desk
from journeymap.ui.drawn import sign
from journeymap.ui.label import label
from journeymap.ui.lines import Lines
from journeymap.ui.lists import questions, telling
from journeymap.ui.lists.entries import Shown
from journeymap.ui.lists.filtering import Filter
from journeymap.ui.lists.frictions import heading
from journeymap.ui.lists.listed import TAKES_ITS_ROW, by_group, marks_under, open_findings, own_finding
from journeymap.ui.lists.opening import Opening
from journeymap.ui.lists.settling import place_for_friction
from journeymap.ui.lists.unfolded import settling_row
from journeymap.ui.pieces import button, column, row, top

EMPTY = N_("No questions yet. They come as the map grows.")
AGREED, LATER, DISMISSED = "agreed", "later", "dismissed"
MOST_LANES = 3
FOLD_FROM = 3
"""So many findings of one rule under one heading fold into a line."""


def lines(desk: Desk, opening: Opening, chosen: Filter) -> Iterator[Shown]:
    """All of it from the top; nothing on a map without steps."""
    asked = open_findings(desk, chosen)
    walls = marks_under(desk, chosen)
    questioned = {BY_ID[one.rule].group: one for one in desk.work.findings.diagnoses}
    for group, inside in by_group(asked):
        diagnosis = questioned.get(group)
        if diagnosis is not None:
            own = own_finding(desk, diagnosis)
            number = list(QUESTIONS).index(group) + 1
            yield questions.question(desk, number, diagnosis, own)
            yield from questions.walls_of(desk, diagnosis, walls[diagnosis.rule])
            under = [one for one in inside if one.rule not in TAKES_ITS_ROW and one is not own]
            yield from _folded(desk, opening, under)
        elif inside:
            title = group_title(group, desk.journey, desk.t)
            yield heading(desk, f"rules:{group}", title, desk.t.number(len(inside)))
            yield from _folded(desk, opening, inside)
    yield from telling.lines(desk, opening, chosen)
    yield from _closed(desk, opening, chosen)


def _folded(desk: Desk, opening: Opening, findings: list[RuleFinding]) -> Iterator[Shown]:
    """The findings of a group; those of a rule with many stand behind one line."""
    for rule in dict.fromkeys(one.rule for one in findings):
        same = [one for one in findings if one.rule == rule]
        if len(same) < FOLD_FROM:
            yield from (_finding(desk, one) for one in same)
            continue
        key = fold_key(rule)
        title = rule_title(rule, desk.journey, desk.t)
        yield opening.heading(desk, key, title, desk.t.number(len(same)), inner=True)
        if opening.is_open(key):
            yield from (_finding(desk, one) for one in same)


def fold_key(rule: str) -> str:
    """How the fold of a rule's findings is known."""
    return f"fold:{rule}"


def _closed(desk: Desk, opening: Opening, chosen: Filter) -> Iterator[Shown]:
    """Agreed, waiting and dismissed, in this order."""
    journey = desk.journey
    settled = [
        one
        for one in desk.work.findings.rules
        if one.state is not None and chosen.passes(journey, one.about, certain=one.certainty == "certain")
    ]
    yield from _group(desk, opening, AGREED, N_("So it is"), [one for one in settled if not one.dismissed])
    if journey.steps and not journey.head.complete:
        yield from _later(desk, opening, chosen)
    yield from _group(desk, opening, DISMISSED, N_("Dismissed"), [one for one in settled if one.dismissed])


def _group(desk: Desk, opening: Opening, key: str, title: str, inside: list[RuleFinding]) -> Iterator[Shown]:
    if inside:
        yield opening.heading(desk, key, desk.t(title), desk.t.number(len(inside)))
        if opening.is_open(key):
            yield from (_finding(desk, finding) for finding in inside)


def _later(desk: Desk, opening: Opening, chosen: Filter) -> Iterator[Shown]:
    """What only a finished map can be asked; worked out when somebody looks."""
    yield opening.heading(desk, LATER, desk.t("Later, when the map is finished"), "")
    if not opening.is_open(LATER):
        return
    head = msgspec.structs.replace(desk.journey.head, complete=True)
    found = opening.kept(
        desk.journey, lambda: examine(replace(desk.journey, head=head), trials=0, today=today())
    )
    waiting = {one.key for one in desk.work.findings.rules if waits(one, desk.journey)}
    for finding in found.rules:
        later = BY_ID[finding.rule].finished or finding.key in waiting
        sure = finding.certainty == "certain"
        if later and finding.state is None and chosen.passes(desk.journey, finding.about, certain=sure):
            yield _waiting(desk, finding)
    yield Shown("finish", (desk.look, desk.t.language), lambda: _finish(desk))


def _finish(desk: Desk) -> QWidget:
    def call() -> None:
        verbs.set_field(desk.document, HEAD, complete=True)

    made = button(desk.look, desk.t("The map is finished"), call, role="small")
    return row(made, None, margins=(8, 6, 8, 6))


def _waiting(desk: Desk, finding: RuleFinding) -> Shown:
    said = rule_sentence(finding, desk.journey, desk.t)

    def make() -> QWidget:
        made = Lines(said, "quiet", most=4)
        return row(top(sign(desk.look, "clock", 18, "text3")), (made, 1), gap=9)

    about = finding.about or (HEAD,)
    return Shown(f"later:{finding.key}", (said, desk.look, desk.t.language), make, about, said)


def _finding(desk: Desk, finding: RuleFinding) -> Shown:
    said = rule_sentence(finding, desk.journey, desk.t)
    place = _place(desk, finding)
    reason = _reason(desk, finding)

    def make() -> QWidget:
        icon, token = _icon(finding)
        below = [label(place, "caption", wrap=True)] if place else []
        below += [label(desk.t("Dismissed: {reason}", reason=reason), "caption", wrap=True)] if reason else []
        body = column(Lines(said, most=4), *below, gap=1)
        return row(top(sign(desk.look, icon, 18, token)), (body, 1), gap=9)

    made_friction = place_for_friction(desk, finding) is not None
    facts = (said, place, reason, finding.state, made_friction, desk.look, desk.t.language)
    return Shown(
        f"rule:{finding.key}",
        facts,
        make,
        (finding.key, *finding.about),
        f"{said} {place}",
        lambda: settling_row(desk, finding.key),
    )


def _icon(finding: RuleFinding) -> tuple[str, str]:
    """A tick where people agreed; else a sign of how sure it is."""
    if finding.state == "agreed":
        return "circle-check", "text2"
    if finding.dismissed:
        return "circle-x", "text3"
    return ("circle-alert", "text2") if finding.certainty == "certain" else ("circle-help", "warn")


def _place(desk: Desk, finding: RuleFinding) -> str:
    """Whose lanes it concerns, and that it is only suspected; its steps stand in the sentence."""
    concerned = lanes_concerned(desk.journey, finding.about)
    names = [lane.name for lane in lanes_in_order(desk.journey) if lane.id in concerned][:MOST_LANES]
    sure = desk.t("suspected") if finding.certainty == "suspected" and finding.state is None else ""
    return " · ".join(name for name in (*names, sure) if name)


def _reason(desk: Desk, finding: RuleFinding) -> str:
    """The reason people gave when they dismissed it."""
    record = desk.journey.dismissals.get(finding.record) if finding.record else None
    return (record.reason or "") if record is not None and finding.dismissed else ""
