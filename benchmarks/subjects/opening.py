"""Opening: bytes to a validated journey, and on to the painted map, beside json.loads."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from benchmarks import items, screen
from benchmarks.maps import synthetic
from benchmarks.measure import Measured, medians, rounds_for
from journeymap.analysis.findings import Findings
from journeymap.storage import envelope


def measure(sizes: Sequence[int], rounds: int) -> Iterator[Measured]:
    """Two lines a size."""
    for steps in sizes:
        yield _decode(steps, rounds)
        yield from _painted(steps, rounds_for(steps, rounds))


def _decode(steps: int, rounds: int) -> Measured:
    data = envelope.encode(synthetic(steps))
    works = {"ours": lambda: envelope.decode(data), "json": lambda: json.loads(data)}
    taken = medians(works, rounds)
    mine, bare = taken["ours"], taken["json"]
    return Measured("open: validated journey", steps, mine, "json.loads", bare, "<= 1.0 x", mine <= bare)


def _painted(steps: int, rounds: int) -> Iterator[Measured]:
    journey = synthetic(steps)
    data = envelope.encode(journey)

    def ours() -> None:
        opened = envelope.decode(data).journey
        view = screen.map_view(screen.picture_of(opened, Findings()))
        screen.paint_all(view)
        screen.put_away(view)

    def naive() -> None:
        view = items.item_view(envelope.decode(data).journey)
        screen.paint_all(view)
        screen.put_away(view)

    taken = medians({"ours": ours, "json": lambda: json.loads(data), "items": naive}, rounds)
    what, mine, bare, many = "open to painted at 100 %", taken["ours"], taken["json"], taken["items"]
    yield Measured(what, steps, mine, "json.loads", bare, "<= 6 x", mine <= 6 * bare)
    yield Measured(what, steps, mine, "an item a step", many, "<= 0.3 x", mine <= 0.3 * many)
