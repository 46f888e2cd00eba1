"""The two tiers: could this alone make the customer leave? (METHOD 2)"""

from __future__ import annotations

import math

from journeymap.model.reading import majority
from journeymap.model.records import Friction

EXACT = 5000
"""Votes up to which the binomial sum is exact; beyond, the normal curve agrees to 1e-6."""


def is_decisive(friction: Friction) -> bool:
    """Tier A: more than half of the votes; without votes the tick."""
    voted = majority(friction.votes)
    return bool(friction.critical) if voted is None else voted


def critical_probability(friction: Friction) -> float:
    """How likely a larger room would vote the same: P(Binomial(m+1, ½) ≤ k) for k of m votes."""
    votes = friction.votes
    if majority(votes) is None or votes is None or votes.yes is None or votes.of is None:
        return 1.0 if friction.critical else 0.0
    return at_most(votes.yes, votes.of + 1)


def at_most(yes: int, of: int) -> float:
    """P(Binomial(of, ½) ≤ yes)."""
    if of > EXACT:
        return 0.5 * math.erfc(-(yes + 0.5 - of / 2) / math.sqrt(of / 2))
    ways, total = 1, 1
    for chosen in range(yes):
        ways = ways * (of - chosen) // (chosen + 1)
        total += ways
    return float(total / (1 << of))
