"""What the trials say about the order, without what they were drawn with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from journeymap.model.ids import Id


@dataclass(frozen=True, slots=True)
class Sureness:
    """Top-three shares of the ranked, possible ones of the unranked; empty without trials."""

    top3: Mapping[Id, float]
    possible_top3: Mapping[Id, float]


def no_trials() -> Sureness:
    """Nothing was tried."""
    return Sureness({}, {})
