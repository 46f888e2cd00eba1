"""How each step is drawn and which frictions sit on it, from what the file and the findings say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from journeymap.analysis.findings import Findings
from journeymap.i18n.catalogue import Catalogue
from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.model.reading import is_critical
from journeymap.picture.kinds.friction import APART, RADIUS, Disc
from journeymap.picture.kinds.step import StepLook
from journeymap.picture.layout import Frame, lane_kind
from journeymap.picture.options import Options

LEVELS: Mapping[str, int] = {"assumed": 0, "heard": 1, "observed": 2, "measured": 3}


def step_looks(
    findings: Findings,
    evidence: Mapping[Id, int],
    frame: Frame,
    options: Options,
    t: Catalogue,
    language: str,
) -> Mapping[Id, StepLook]:
    """The look of every step on the map; `evidence` is what `evidence_levels` found."""
    hollow = _asked(findings, "PASS-THROUGH", "")
    unknown = _asked(findings, "NO-MANDATE", "unknown")
    caption, value = t("DECISIVE"), t("Value in use")
    looks = {}
    for id, slot in frame.slots.items():
        step, known = slot.place.step, evidence.get(id)
        looks[id] = StepLook(
            title=step.title,
            customer=lane_kind(frame, slot.place.lane) == "customer",
            ground=frame.ground_at(slot.place.lane),
            language=language,
            caption=caption if is_critical(step) else "",
            value=value if step.value_in_use else "",
            assumed=known == 0,
            evidence=known or None,
            recovery=bool(step.recovery),
            hollow=id in hollow,
            unknown=id in unknown,
            dimmed=options.focus is not None and id not in options.focus,
        )
    return looks


def _asked(findings: Findings, rule: str, say: str) -> frozenset[Id]:
    """Places at which a rule asks in this wording, unless people dismissed it or never spoke of it."""
    return frozenset(
        id
        for found in findings.rules
        if found.rule == rule and found.say == say and not found.unsaid and found.state != "dismissed"
        for id in found.about
    )


def evidence_levels(journey: Journey) -> Mapping[Id, int]:
    """Per record the strongest level of what is known about it: 0 assumed … 3 measured."""
    best: dict[Id, int] = {}
    for record in journey.evidence.values():
        level = LEVELS.get(record.level or "")
        if level is not None:
            best[record.about] = max(best.get(record.about, 0), level)
    return best


def discs_by_place(journey: Journey, findings: Findings) -> Mapping[Id, tuple[tuple[Id, Disc], ...]]:
    """Step or link → its frictions: ranked ones in order, then those that cannot be, then solved."""
    frictions = journey.frictions
    found: dict[Id, list[tuple[Id, Disc]]] = defaultdict(list)
    listed = [(item.id, Disc(item.rank, item.tier, "paper")) for item in findings.ranked]
    listed += [(item.id, Disc(None, "", "paper")) for item in findings.unranked]
    known = {id for id, _ in listed}
    listed += [
        (id, Disc(None, "solved", "paper"))
        for id, friction in sorted(frictions.items())
        if friction.status == "solved" and id not in known
    ]
    for id, disc in listed:
        if id in frictions:
            found[frictions[id].at].append((id, disc))
    return {place: tuple(discs) for place, discs in found.items()}


def reach_of(discs: tuple[tuple[Id, Disc], ...]) -> float:
    """How far discs reach into the upper right of a box, px from its right edge; 0 for none."""
    if not discs:
        return 0.0
    shown = min(len(discs), 2)
    return 4 + APART * (shown - 1) + RADIUS[discs[0][1].tier] + 2
