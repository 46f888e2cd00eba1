"""`journeymap compare A B`: what became of walls, frictions, requirements; then each place that differs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from journeymap.analysis.check_text import SOFT_HYPHEN
from journeymap.analysis.comparison import Comparison, Side, compared
from journeymap.analysis.deviations import Deviation, are_planned_and_actual, deviations
from journeymap.analysis.examine import examine
from journeymap.analysis.words.comparison import (
    GROUPS,
    comparison_told,
    deviation_sentence,
    sum_sentence,
)
from journeymap.cli.clock import today
from journeymap.cli.run import Run
from journeymap.i18n import Catalogue
from journeymap.model.journey import Journey
from journeymap.storage.compare import Difference, differences

BOOKKEEPING = frozenset({"id", "created", "derived_from"})
"""The map's own fields that differ between any two files: said to other programs, not to people."""


def run(run: Run) -> int:
    """Print what B says otherwise than A; a sentence also when they say the same."""
    day = today(run.arguments.date)
    one, other = (_side(run, path, day) for path in (run.arguments.one, run.arguments.other))
    t = run.words_of(other.journey)
    found, places = compared(one, other), differences(one.journey, other.journey)
    went = _deviations(one.journey, other.journey)
    if run.arguments.json:
        answer = _as_json(found, one, other, went, places, t)
        print(json.dumps(answer, ensure_ascii=False, sort_keys=True, indent=1, allow_nan=False))
        return 0
    for line in _lines(found, one, other, went or (), places, t):
        print(line.replace(SOFT_HYPHEN, ""))
    return 0


def _side(run: Run, path: str, day: date) -> Side:
    journey = run.load(Path(path)).journey
    return Side(journey, examine(journey, trials=0, today=day))


def _deviations(one: Journey, other: Journey) -> tuple[Deviation, ...] | None:
    """None unless the two say of themselves that they are a planned and an actual journey."""
    return deviations(one, other) if are_planned_and_actual(one, other) else None


def _lines(
    found: Comparison,
    one: Side,
    other: Side,
    went: tuple[Deviation, ...],
    places: tuple[Difference, ...],
    t: Catalogue,
) -> Iterator[str]:
    told = comparison_told(found, one, other, went, t)
    if told:
        yield from filter(None, [sum_sentence(found, t)])
        for group, title in GROUPS.items():
            inside = [one.text for one in told if one.group == group]
            if inside:
                yield f"{t(title)} ({t.number(len(inside))})"
                yield from (f"  {text}" for text in inside)
        yield ""
        yield t("Place by place")
    elif _is_derived(one, other):
        yield t("Walls, frictions, hours and requirements are the same.")
    said = [place.sentence(t) for place in places if place.table or place.field not in BOOKKEEPING]
    yield from said or [t("The two maps say the same.")]


def _as_json(
    found: Comparison,
    one: Side,
    other: Side,
    went: tuple[Deviation, ...] | None,
    places: tuple[Difference, ...],
    t: Catalogue,
) -> dict[str, Any]:
    return {
        "derived": _is_derived(one, other),
        "walls": {
            "removed": [wall.key for wall in found.torn],
            "created": [wall.key for wall in found.new],
            "moved": [{"from": pair.before.key, "to": pair.now.key} for pair in found.moved],
        },
        "frictions": {
            "solved": list(found.solved),
            "new": list(found.appeared),
            "lines": [
                {"id": line.friction.id, "before": line.before, "now": line.now, "why": list(line.why)}
                for line in found.lines
            ],
        },
        "requirements": {"added": list(found.asked), "dropped": list(found.unasked)},
        "unit": "hours_per_year" if found.in_hours else "minutes_per_1000",
        "before": found.before,
        "now": found.now,
        "saved": found.saved,
        "deviations": None
        if went is None
        else [{**asdict(dev), "text": deviation_sentence(dev, one, other, t)} for dev in went],
        "differences": [_difference(place, t) for place in places],
    }


def _is_derived(one: Side, other: Side) -> bool:
    """The second map was begun from the first."""
    document = one.journey.head.document
    return bool(document) and other.journey.head.derived_from == document


def _difference(place: Difference, t: Catalogue) -> dict[str, Any]:
    return {
        "table": place.table,
        "id": place.id,
        "field": place.field,
        "before": place.before,
        "after": place.after,
        "text": place.sentence(t),
    }
