"""The questions the map raises, by subject; what waits for a finished map and what is dismissed last."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import msgspec
from PySide6.QtWidgets import QWidget

from journeymap.analysis.examine import examine
from journeymap.analysis.findings import RuleFinding
from journeymap.analysis.words import rule_sentence
from journeymap.edit import verbs
from journeymap.i18n import N_
from journeymap.model.ids import HEAD
from journeymap.model.reading import name_of
from journeymap.ui.desk import Desk
from journeymap.ui.drawn import sign
from journeymap.ui.label import label
from journeymap.ui.lines import Lines
from journeymap.ui.lists.entries import Shown
from journeymap.ui.lists.frictions import heading
from journeymap.ui.lists.opening import Opening
from journeymap.ui.lists.settling import place_for_friction
from journeymap.ui.lists.subjects import FINISHED, OTHER, SUBJECTS, subject_of
from journeymap.ui.lists.unfolded import settling_row
from journeymap.ui.pieces import button, column, row, top

EMPTY = N_("No questions yet. They come as the map grows.")
LATER, DISMISSED = "later", "dismissed"


def lines(desk: Desk, opening: Opening) -> Iterator[Shown]:
    """All questions under their headings."""
    asked = [finding for finding in desk.work.findings.rules if not finding.dismissed]
    for key, title in (*((key, title) for key, title, _ in SUBJECTS), ("other", OTHER)):
        chosen = [finding for finding in asked if subject_of(finding.rule) == key]
        if chosen:
            yield heading(desk, f"rules:{key}", desk.t(title), desk.t.number(len(chosen)))
            yield from (_finding(desk, finding) for finding in chosen)
    if desk.journey.steps and not desk.journey.head.complete:
        yield from _later(desk, opening)
    gone = [finding for finding in desk.work.findings.rules if finding.dismissed]
    if gone:
        yield opening.heading(desk, DISMISSED, desk.t("Dismissed"), desk.t.number(len(gone)))
        if opening.is_open(DISMISSED):
            yield from (_finding(desk, finding) for finding in gone)


def _later(desk: Desk, opening: Opening) -> Iterator[Shown]:
    """What only a finished map can be asked; worked out when somebody looks."""
    yield opening.heading(desk, LATER, desk.t("Later, when the map is finished"), "")
    if not opening.is_open(LATER):
        return
    head = msgspec.structs.replace(desk.journey.head, complete=True)
    found = opening.kept(desk.journey, lambda: examine(replace(desk.journey, head=head), trials=0))
    for finding in found.rules:
        if finding.rule in FINISHED and not finding.dismissed:
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
    sure = desk.t("certain") if finding.certainty == "certain" else desk.t("to ask about")
    places = [name_of(desk.journey.get(id)) for id in finding.about[:2]]
    place = " · ".join(name for name in (*places, "" if finding.dismissed else sure) if name)
    reason = _reason(desk, finding)

    def make() -> QWidget:
        icon = "circle-alert" if finding.certainty == "certain" else "circle-help"
        token = "text3" if finding.dismissed else "text2" if finding.certainty == "certain" else "warn"
        below = [label(place, "caption", wrap=True)] if place else []
        below += [label(desk.t("Dismissed: {reason}", reason=reason), "caption", wrap=True)] if reason else []
        body = column(Lines(said, most=4), *below, gap=1)
        return row(top(sign(desk.look, icon, 18, token)), (body, 1), gap=9)

    made_friction = place_for_friction(desk, finding) is not None
    facts = (said, place, reason, finding.dismissed, made_friction, desk.look, desk.t.language)
    return Shown(
        f"rule:{finding.key}",
        facts,
        make,
        (finding.key, *finding.about),
        said,
        lambda: settling_row(desk, finding.key),
    )


def _reason(desk: Desk, finding: RuleFinding) -> str:
    """The reason people gave when they dismissed it."""
    if not finding.dismissed:
        return ""
    records = desk.journey.dismissals.values()
    return next((one.reason for one in records if one.finding == finding.key and one.reason), "")
