""" "Why a wall?": which rule, what it saw on the map, and what would settle it."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from journeymap.analysis import words
from journeymap.analysis.findings import WallFinding, WallMark
from journeymap.edit import verbs
from journeymap.model.reading import name_of
from journeymap.ui.desk import Desk
from journeymap.ui.details.form import Fold, Opened
from journeymap.ui.label import label
from journeymap.ui.pieces import Segments, column
from journeymap.ui.why import wall_words
from journeymap.ui.why.link import LinkLine
from journeymap.ui.why.ways import last_links, way


def fold(desk: Desk, mark: WallMark, opened: Opened) -> Fold:
    """The closed line below a wall's sentence that unfolds how it was found."""
    return opened.fold(
        desk, "why:wall", desk.t("Why is it a wall?"), "", lambda: why_this_wall(desk, mark), usual=False
    )


def why_this_wall(desk: Desk, mark: WallMark) -> QWidget:
    """Every reason of the mark once, with all it saw; then the frictions that hang on it."""
    alike: dict[tuple[object, ...], list[WallFinding]] = {}
    for finding in mark.findings:
        key = (finding.type, finding.because, finding.certainty, finding.state)
        alike.setdefault(key, []).append(finding)
    parts = [_reason(desk, findings) for findings in alike.values()]
    hanging = _hanging(desk, mark)
    if hanging:
        parts.append(column(label(desk.t("Frictions that hang on it"), "group"), *hanging, gap=0))
    return column(*parts, gap=16, margins=(0, 2, 0, 6))


def _reason(desk: Desk, findings: list[WallFinding]) -> QWidget:
    t, journey, first = desk.t, desk.journey, findings[0]
    saw = [part for finding in findings for part in _saw(desk, finding)]
    settling = [part for finding in findings[:1] for part in _settling(desk, finding)]
    parts: list[QWidget] = [
        label(words.wall_type(first.type, t), "rowbold", wrap=True),
        _section(t("The rule"), _said(wall_words.rule(first, journey, t))),
        _section(t("What it saw"), *saw),
        _section(t("How certain?"), _said(wall_words.certainty(first, t))),
        _section(t("What would settle it"), *settling),
    ]
    return column(*parts, gap=9)


def _section(title: str, *below: QWidget) -> QWidget:
    return column(label(title, "group", wrap=True), *below, gap=3)


def _said(text: str) -> QWidget:
    return label(text, wrap=True)


def _go(desk: Desk, said: str, id: str) -> QWidget:
    return LinkLine(said, partial(desk.selection.choose, id))


def _saw(desk: Desk, finding: WallFinding) -> list[QWidget]:
    """The fact in words, then the steps and links it stands on, each to be shown on the map."""
    t, journey = desk.t, desk.journey
    parts: list[QWidget] = [_said(said) for said in wall_words.facts(finding, journey, t)]
    ends = (finding.source, *finding.sides, finding.target, *finding.steps)
    steps = [id for id in dict.fromkeys(ends) if id in journey.steps]
    for id in steps:
        step = journey.steps[id]  # type: ignore[index]
        lane = journey.lanes.get(step.lane)
        parts.append(_go(desk, f"{step.title} · {lane.name if lane else ''}", step.id))
    for link in way(journey, finding.source, finding.target):
        said = wall_words.link_said(journey.links[link], journey, t)
        parts.append(_go(desk, said, link))
    return parts


def _settling(desk: Desk, finding: WallFinding) -> list[QWidget]:
    """The question that settles it with its answers, else the change of the map that would."""
    t, journey = desk.t, desk.journey
    parts: list[QWidget] = [_said(said) for said in wall_words.settles(finding, journey, t)]
    if finding.type in ("referral", "supplier") and finding.because in ("no", "silent"):
        parts.append(_hand_off(desk, finding))
    for lane in wall_words.lanes_without_unit(finding, journey):
        said = t("Say which unit {lane} belongs to", lane=name_of(journey.get(lane)))
        parts.append(LinkLine(said, partial(desk.selection.ask, lane, "unit")))
    return parts


def _hand_off(desk: Desk, finding: WallFinding) -> QWidget:
    t = desk.t
    answers = ("yes", "no", "unknown")
    source, target = finding.source, finding.target

    def say(place: int) -> None:
        if source is not None and target is not None:
            last = last_links(desk.journey, source, target)
            verbs.answer_handoff(desk.document, source, target, answers[place], last)  # type: ignore[arg-type]

    chosen = 1 if finding.because == "no" else None
    made = Segments([t("yes"), t("no"), t("nobody knows")], chosen, say, tight=True)
    made.setAccessibleName(wall_words.hand_off_question(finding, desk.journey, t))
    return made


def _hanging(desk: Desk, mark: WallMark) -> list[QWidget]:
    keys = {finding.key for finding in mark.findings}
    lines = [line for line in desk.work.findings.ranked if keys.intersection(line.wall_keys)]
    return [
        _go(desk, f"{line.rank}  {desk.journey.frictions[line.id].title}", line.id)
        for line in lines
        if line.id in desk.journey.frictions
    ]
