"""What the hours rest on: measured, observed, heard or assumed."""

from __future__ import annotations

from collections.abc import Mapping

from journeymap.analysis.evidence import evidence_ladder
from journeymap.report.matter import EVIDENCE_ORDER, Matter


def shares(matter: Matter) -> Mapping[str, float]:
    """Evidence level → its share of what the ranked frictions cost; empty when they cost nothing."""
    if matter.total <= 0:
        return {}
    found = dict.fromkeys(EVIDENCE_ORDER, 0.0)
    for rung in evidence_ladder(matter.journey, matter.findings.ranked):
        found["assumed" if rung.level == "unsaid" else rung.level] += rung.share or 0.0
    return found


def assumed_share(matter: Matter) -> float:
    """The share that nobody has heard, observed or measured; 0 without ranked frictions."""
    return shares(matter).get("assumed", 0.0)


def customers_told(matter: Matter) -> bool:
    """Whether everything heard was heard from customers themselves."""
    heard = [
        matter.evidence_of[one.id][0]
        for one in matter.findings.ranked
        if matter.evidence_level(one.id) == "heard"
    ]
    return bool(heard) and all(evidence.who == "customer" for evidence in heard)
