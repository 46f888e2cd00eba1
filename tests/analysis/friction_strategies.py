"""Hypothesis strategies for frictions on a small fixed map, and ways to change one answer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec
from hypothesis import strategies as st
from small_maps import a_map, link, step

from journeymap.analysis.examine import examine
from journeymap.analysis.findings import Findings, RankedFriction
from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.model.records import Friction

STEPS = (step("a", "offers", column=2), step("b", "desk", column=1), step("c", "customer"))
ANSWERS = ("hits", "wait_minutes", "work_minutes", "value_lost")
MOST = {"hits": 2.0, "wait_minutes": 200.0, "work_minutes": 200.0, "value_lost": 1.0}

_sizes = {
    "hits": st.integers(0, 200).map(lambda n: n / 100),
    "wait_minutes": st.integers(0, 400).map(lambda n: n / 2),
    "work_minutes": st.integers(0, 400).map(lambda n: n / 2),
    "value_lost": st.integers(0, 20).map(lambda n: n / 20),
}


@st.composite
def quantities(draw: st.DrawFn, answer: str) -> object:
    """Exact, between, or low, best, high."""
    parts = sorted(draw(st.lists(_sizes[answer], min_size=1, max_size=3)))
    return parts[0] if len(parts) == 1 else tuple(parts)


@st.composite
def frictions(draw: st.DrawFn, at_least: int = 1, at_most: int = 6) -> list[Friction]:
    """Frictions that can all be ranked, at the steps of the small map."""
    count = draw(st.integers(at_least, at_most))
    return [_friction(draw, f"f{number}") for number in range(count)]


def _friction(draw: st.DrawFn, id: str) -> Friction:
    answers = {name: draw(quantities(name)) for name in ANSWERS}
    at = draw(st.sampled_from(("a", "b", "c", "a>b:refer")))
    return Friction(id=Id(id), title=id, at=Id(at), critical=draw(st.booleans()), **answers)  # type: ignore[arg-type]


def simple(id: str, **facts: object) -> Friction:
    """A friction of one minute's own work for everybody, unless said otherwise."""
    usual: dict[str, object] = {"hits": 1, "wait_minutes": 0, "work_minutes": 1, "value_lost": 0}
    return Friction(id=Id(id), title=id, at=Id("a"), **{**usual, **facts})  # type: ignore[arg-type]


def the_map(found: Sequence[Friction], **head: object) -> Journey:
    head.setdefault("goal_minutes", 60)
    head.setdefault("journeys_per_year", 1000)
    return a_map(STEPS, [link("a", "b", "refer"), link("b", "c"), link("c", "a")], found, **head)


def ranked(found: Sequence[Friction], trials: int = 0, **head: object) -> tuple[RankedFriction, ...]:
    return findings(found, trials, **head).ranked


def findings(found: Sequence[Friction], trials: int = 0, **head: object) -> Findings:
    return examine(the_map(found, **head), trials=trials)


def order(found: Sequence[Friction], **head: object) -> list[Id]:
    return [friction.id for friction in ranked(found, **head)]


def changed(friction: Friction, **facts: Any) -> Friction:
    return msgspec.structs.replace(friction, **facts)


def bounds(friction: Friction, answer: str) -> list[float]:
    """Low, best (or None's stand-in: the middle is left out), high as written."""
    value: Any = getattr(friction, answer)
    return list(value) if isinstance(value, tuple) else [value]


def scaled(friction: Friction, answer: str, factor: float) -> Friction:
    parts = [min(part * factor, MOST[answer] * factor) for part in bounds(friction, answer)]
    if answer == "value_lost":
        parts = [min(part, 1.0) for part in parts]
    return changed(friction, **{answer: parts[0] if len(parts) == 1 else tuple(parts)})
