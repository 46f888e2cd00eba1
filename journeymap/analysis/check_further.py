"""The further keys of `check --json`: what the map can tell beyond walls and ranking (docs/CHECK.md)."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from journeymap.analysis.evidence import assumed_share
from journeymap.analysis.further import Further
from journeymap.analysis.promise_gaps import PromiseGap
from journeymap.analysis.unattended import Unattended
from journeymap.analysis.words.further import (
    promise_gap_sentence,
    repeat_sentence,
    unattended_sentence,
    unpassed_sentence,
)
from journeymap.i18n.catalogue import Catalogue
from journeymap.model.journey import Journey


def further_keys(further: Further, journey: Journey, t: Catalogue) -> dict[str, Any]:
    """Each a list or an object of plain values; ids as in the file, minutes and hours unrounded."""
    once = further.say_once
    return {
        "promise_gaps": [_gap(gap, journey, t) for gap in further.promise_gaps],
        "say_once": {
            "repeats": [{**asdict(one), "text": repeat_sentence(one, journey, t)} for one in once.repeats],
            "gaps": [
                _plain({**asdict(one), "text": unpassed_sentence(one, journey, t)}) for one in once.gaps
            ],
        },
        "nobodys_customer": [_unattended(one, journey, t) for one in further.unattended],
        "lanes": [_plain(asdict(card)) for card in further.lanes],
        "wall_sides": [_plain(asdict(wall)) for wall in further.walls],
        "evidence": {
            "ladder": [_plain(asdict(rung)) for rung in further.evidence],
            "assumed_share": assumed_share(further.evidence),
        },
        "remedies": [_plain(asdict(remedy)) for remedy in further.remedies],
        "orders": [_plain(asdict(order)) for order in further.orders],
        "shadow_work": [_plain(asdict(work)) for work in further.shadow],
    }


def _gap(gap: PromiseGap, journey: Journey, t: Catalogue) -> dict[str, Any]:
    values = {**asdict(gap), "gap": gap.gap, "kept": gap.kept}
    return _plain({**values, "text": promise_gap_sentence(gap, journey, t)})


def _unattended(one: Unattended, journey: Journey, t: Catalogue) -> dict[str, Any]:
    wait = None if one.wait is None else {"low": one.wait.low, "point": one.wait.point, "high": one.wait.high}
    return _plain({**asdict(one), "wait": wait, "text": unattended_sentence(one, journey, t)})


def _plain(values: dict[str, Any]) -> dict[str, Any]:
    """The same with lists for tuples and objects for mappings, as JSON has them."""
    return {name: list(value) if isinstance(value, tuple) else value for name, value in values.items()}
