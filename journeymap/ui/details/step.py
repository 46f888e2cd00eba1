"""A step in the details: decisive or not, its frictions, promises, information, evidence, links."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QCheckBox, QWidget

from journeymap.edit import verbs
from journeymap.model.ids import Id
from journeymap.model.reading import is_critical, stage_of_steps
from journeymap.model.records import Friction, Link, Step
from journeymap.ui.desk import Desk
from journeymap.ui.details import facts, fields, four
from journeymap.ui.details.controls import dropdown
from journeymap.ui.details.form import Opened, folds
from journeymap.ui.details.heads import head
from journeymap.ui.details.votes import votes_row
from journeymap.ui.details.written import Words
from journeymap.ui.icons import icon
from journeymap.ui.label import label
from journeymap.ui.pieces import column, row
from journeymap.ui.why.link import LinkLine


def page(desk: Desk, step: Step, opened: Opened) -> list[QWidget]:
    """All that is known of a step, what hurts first."""
    journey = desk.journey
    frictions = [friction for friction in journey.frictions.values() if friction.at == step.id]
    lane = journey.lanes.get(step.lane)
    stage = journey.stages.get(stage_of_steps(journey).get(step.id, Id("")))
    where = (desk.t("Step"), lane.name if lane else "", stage.name if stage else "")
    return [
        head(desk, "milestone", where, step.title, lambda words: verbs.rename(desk.document, step.id, words)),
        critical(desk, step),
        *(four.card(desk, friction, titled=True, opened=opened) for friction in _by_rank(desk, frictions)),
        opened.fold(
            desk, "step:place", desk.t("Lane and stage"), where[1], lambda: _place(desk, step), usual=False
        ),
        facts.promises(desk, step, opened),
        facts.items(desk, step, opened),
        facts.evidence(desk, step.id, opened),
        *folds(desk, step, fields.STEP, opened),
        _links(desk, step, opened),
    ]


def _by_rank(desk: Desk, frictions: Iterable[Friction]) -> list[Friction]:
    places = {line.id: line.rank for line in desk.work.findings.ranked}
    return sorted(frictions, key=lambda friction: (places.get(friction.id, 10_000), friction.id))


def critical(desk: Desk, step: Step) -> QWidget:
    """The card of the decisive moment: the tick, why, and the votes."""
    tick = QCheckBox(desk.t("Decisive moment"))
    tick.setChecked(is_critical(step))
    tick.clicked.connect(
        lambda on: verbs.mark_critical(desk.document, step.id, step.critical_reason, critical=on or None)
    )
    if not is_critical(step):
        return column(tick, margins=(12, 8, 12, 8), name="card")
    why = Words(step.critical_reason or "")
    why.setPlaceholderText(desk.t("Why does it decide?"))
    why.setAccessibleName(desk.t("Why does it decide?"))
    why.said.connect(lambda text: verbs.mark_critical(desk.document, step.id, text or None))
    return column(
        tick, why, votes_row(desk, step.id, step.critical_votes), gap=6, margins=(12, 8, 12, 10), name="card"
    )


def _place(desk: Desk, step: Step) -> QWidget:
    lanes = tuple((lane.id, lane.name) for lane in desk.journey.lanes.values())
    stages = tuple((stage.id, stage.name) for stage in desk.journey.stages.values())
    lane = dropdown(desk, lanes, step.lane, lambda id: verbs.move_steps(desk.document, [step.id], lane=id))
    lane.removeItem(0)
    lane.setCurrentIndex(lane.findData(step.lane))
    stage = dropdown(desk, stages, step.stage, lambda id: verbs.set_field(desk.document, step.id, stage=id))
    return column(
        column(label(desk.t("Lane"), "caption"), lane, gap=3),
        column(label(desk.t("Stage"), "caption"), stage, gap=3),
        gap=8,
    )


def _links(desk: Desk, step: Step, opened: Opened) -> QWidget:
    links = list(desk.journey.links.values())
    coming = [link for link in links if link.target == step.id]
    going = [link for link in links if link.source == step.id]
    note = f"{len(coming)} + {len(going)}"
    return opened.fold(
        desk,
        "step:links",
        desk.t("Comes from, goes to"),
        note,
        lambda: column(
            *(_link(desk, link, link.source, "corner-down-left") for link in coming),
            *(_link(desk, link, link.target, "arrow-right") for link in going),
            gap=0,
        ),
        usual=False,
    )


def _link(desk: Desk, link: Link, other: Id, sign: str) -> QWidget:
    step = desk.journey.steps.get(other)
    kind = dict(fields.LINK_KINDS)[link.kind or "flow"]
    made = LinkLine(step.title if step else "", lambda: desk.selection.choose(link.id))
    made.setIcon(icon(desk.look, sign, 16))
    made.setIconSize(QSize(desk.look.px(16), desk.look.px(16)))
    return row((made, 1), label(desk.t(kind), "caption"), gap=6)
