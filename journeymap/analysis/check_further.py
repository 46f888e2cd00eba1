"""The further keys of `check --json`: what the map can tell beyond walls and ranking (docs/CHECK.md)."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from journeymap.analysis.evidence import assumed_share
from journeymap.analysis.further import Further
from journeymap.analysis.gains import Gain, is_done
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
from journeymap.model.quantity import Range


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
        "actions": [_gain(one, journey) for one in further.gains],
        "orders": [_plain(asdict(order)) for order in further.orders],
        "shadow_work": [_plain(asdict(work)) for work in further.shadow],
    }


def _gain(one: Gain, journey: Journey) -> dict[str, Any]:
    action = journey.actions[one.action]
    return {
        "id": action.id,
        "title": action.title,
        "kind": action.kind,
        "frictions": list(action.frictions or ()),
        "owner": action.owner,
        "due": action.due,
        "status": action.status,
        "done": is_done(action),
        "days": one.days,
        "hours_removed": _range(one.hours),
        "minutes_removed": _range(one.minutes),
        "hours_per_day": one.hours_per_day,
        "minutes_per_day": one.minutes_per_day,
    }


def _range(known: Range | None) -> dict[str, float] | None:
    return None if known is None else {"low": known.low, "point": known.point, "high": known.high}


def _gap(gap: PromiseGap, journey: Journey, t: Catalogue) -> dict[str, Any]:
    values = {**asdict(gap), "gap": gap.gap, "kept": gap.kept}
    return _plain({**values, "text": promise_gap_sentence(gap, journey, t)})


def _unattended(one: Unattended, journey: Journey, t: Catalogue) -> dict[str, Any]:
    return _plain({**asdict(one), "wait": _range(one.wait), "text": unattended_sentence(one, journey, t)})


def _plain(values: dict[str, Any]) -> dict[str, Any]:
    """The same with lists for tuples and objects for mappings, as JSON has them."""
    return {name: list(value) if isinstance(value, tuple) else value for name, value in values.items()}
