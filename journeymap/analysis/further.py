"""What can be told of a map beyond walls and ranking, worked out when somebody asks for it.

None of it is needed to draw the map, so that an examination after an edit does not wait for it.
"""

from __future__ import annotations

from dataclasses import dataclass

from journeymap.analysis.evidence import Rung, evidence_ladder
from journeymap.analysis.findings import Findings
from journeymap.analysis.gains import Gain, gains
from journeymap.analysis.graph import build
from journeymap.analysis.lane_cards import LaneCard, lane_cards
from journeymap.analysis.promise_gaps import PromiseGap, promise_gaps
from journeymap.analysis.remedies import Remedy, remedies
from journeymap.analysis.say_once import SayOnce, say_once
from journeymap.analysis.support import ShadowWork, SupportOrder, shadow_works, support_orders
from journeymap.analysis.two_sided import TwoSidedWall, two_sided
from journeymap.analysis.unattended import Unattended, unattended
from journeymap.analysis.walls.facts import gather
from journeymap.model.journey import Journey


@dataclass(frozen=True, slots=True)
class Further:
    """Promise gaps, say it once, nobody's customer, lane cards, walls from both sides, the evidence
    ladder, remedies beside causes, what actions give back, support orders and shadow work.
    """

    promise_gaps: tuple[PromiseGap, ...]
    say_once: SayOnce
    unattended: tuple[Unattended, ...]
    lanes: tuple[LaneCard, ...]
    walls: tuple[TwoSidedWall, ...]
    evidence: tuple[Rung, ...]
    remedies: tuple[Remedy, ...]
    gains: tuple[Gain, ...]
    orders: tuple[SupportOrder, ...]
    shadow: tuple[ShadowWork, ...]


def look_further(journey: Journey, findings: Findings) -> Further:
    """All of it, of a journey and what an examination found in it."""
    graph = build(journey)
    facts = gather(graph)
    return Further(
        promise_gaps=promise_gaps(graph),
        say_once=say_once(facts),
        unattended=unattended(graph),
        lanes=lane_cards(graph, facts.walks, findings),
        walls=two_sided(journey, findings),
        evidence=evidence_ladder(journey, findings.ranked),
        remedies=remedies(journey, findings.ranked),
        gains=gains(journey, findings.ranked),
        orders=support_orders(graph),
        shadow=shadow_works(graph),
    )
