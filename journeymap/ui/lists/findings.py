"""The questions the map raises, certain ones first, dismissed ones last."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from journeymap.analysis.findings import RuleFinding
from journeymap.analysis.words import rule_sentence
from journeymap.i18n import N_
from journeymap.model.reading import name_of
from journeymap.ui.desk import Desk
from journeymap.ui.drawn import sign
from journeymap.ui.label import label
from journeymap.ui.lines import Lines
from journeymap.ui.lists.entries import Shown
from journeymap.ui.lists.frictions import heading
from journeymap.ui.pieces import column, row, top

EMPTY = N_("No questions yet. They come as the map grows.")


def lines(desk: Desk) -> Iterator[Shown]:
    """All findings under their headings."""
    rules = desk.work.findings.rules
    for key, title, chosen in (
        ("certain", desk.t("To settle"), [f for f in rules if not f.dismissed and f.certainty == "certain"]),
        (
            "suspected",
            desk.t("To ask about"),
            [f for f in rules if not f.dismissed and f.certainty != "certain"],
        ),
        ("dismissed", desk.t("Dismissed"), [f for f in rules if f.dismissed]),
    ):
        if chosen:
            yield heading(desk, f"rules:{key}", title, desk.t.number(len(chosen)))
            yield from (_finding(desk, finding) for finding in chosen)


def _finding(desk: Desk, finding: RuleFinding) -> Shown:
    said = rule_sentence(finding, desk.journey, desk.t)
    places = [name_of(desk.journey.get(id)) for id in finding.about[:2]]
    place = " · ".join(name for name in places if name)

    def make() -> QWidget:
        icon = "circle-alert" if finding.certainty == "certain" else "circle-help"
        token = "text3" if finding.dismissed else "text2" if finding.certainty == "certain" else "warn"
        below = [label(place, "caption", wrap=True)] if place else []
        body = column(Lines(said, most=4), *below, gap=1)
        return row(top(sign(desk.look, icon, 18, token)), (body, 1), gap=9)

    facts = (said, place, finding.dismissed, desk.look, desk.t.language)
    return Shown(f"rule:{finding.key}", facts, make, (finding.key, *finding.about), said)
