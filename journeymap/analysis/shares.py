"""How those who leave a step divide over its road links (METHOD 1: shares)."""

from __future__ import annotations

import math
from dataclasses import dataclass

from journeymap.analysis.graph import Graph
from journeymap.model.records import Link

NEGLIGIBLE = 1e-9
"""Shares are typed as decimals: sums that miss 1 by less than this were meant to be 1."""


@dataclass(frozen=True, slots=True)
class Shares:
    """Effective shares per link (0 for links that carry none) and what had to be assumed."""

    of_link: list[float]
    leaves: list[float]
    """Per step: the part of its visitors that leaves the journey there."""
    assumed: list[int]
    """Links whose share was not said where more than one way leads on."""
    above_one: list[int]
    """Steps whose given shares sum above 1 (PROB-SUM)."""


def effective_shares(graph: Graph) -> Shares:
    """Split missing shares over what the given ones leave; scale given ones above 1 down to 1."""
    found = Shares([0.0] * len(graph.links), [1.0] * len(graph.steps), [], [])
    for step, links in enumerate(graph.out):
        if links:
            _divide(graph, step, links, found)
    return found


def road_shares(graph: Graph, shares: Shares) -> list[list[tuple[int, float]]]:
    """Per step where its visitors go next, and which share of them."""
    target, of_link = graph.target, shares.of_link
    return [[(target[link], of_link[link]) for link in links] for links in graph.out]


def given_share(link: Link) -> float | None:
    """The share as said; None for not said and for what can be no share."""
    share = link.share
    if isinstance(share, bool) or not isinstance(share, int | float):
        return None
    return float(share) if 0 <= share <= 1 else None


def _divide(graph: Graph, step: int, links: list[int], found: Shares) -> None:
    given = [given_share(graph.links[link]) for link in links]
    total = math.fsum(share for share in given if share is not None)
    missing = given.count(None)
    if total > 1 + NEGLIGIBLE:
        found.above_one.append(step)
    scale = total if total > 1 else 1.0
    rest = max(0.0, 1.0 - total)
    rest = 0.0 if rest < NEGLIGIBLE else rest
    for link, share in zip(links, given, strict=True):
        found.of_link[link] = rest / missing if share is None else share / scale
    found.leaves[step] = 0.0 if missing else rest
    if missing and len(links) > 1:
        found.assumed.extend(link for link, share in zip(links, given, strict=True) if share is None)
