"""Building the picture: from nothing, and again after one edit, which must cost only what changed."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import cycle

from benchmarks import screen
from benchmarks.edits import another_title
from benchmarks.maps import synthetic
from benchmarks.measure import Measured, medians, rounds_for
from journeymap.analysis.examine import examine
from journeymap.edit import verbs
from journeymap.edit.document import Document
from journeymap.model.ids import Id
from journeymap.picture.build import Memo
from journeymap.storage import envelope

WARM = 0.15
"""Of the time from nothing: a goal of ours, PERFORMANCE has none."""


def measure(sizes: Sequence[int], rounds: int) -> Iterator[Measured]:
    """Two lines a size."""
    for steps in sizes:
        yield from _builds(steps, rounds_for(steps, rounds))


def _builds(steps: int, rounds: int) -> Iterator[Measured]:
    journey = synthetic(steps)
    findings = examine(journey, trials=0)
    document, memo = Document(journey), Memo()
    verbs.rename(document, Id("step1"), another_title(journey))
    turns = cycle((journey, document.journey))
    data = envelope.encode(journey)
    works = {
        "cold": lambda: screen.picture_of(journey, findings),
        "warm": lambda: screen.picture_of(next(turns), findings, memo),
        "json": lambda: json.loads(data),
    }
    taken = medians(works, rounds)
    cold, warm = taken["cold"], taken["warm"]
    yield Measured("picture from nothing", steps, cold, "json.loads", taken["json"], "", None)
    met = warm <= WARM * cold
    yield Measured("picture after one edit", steps, warm, "from nothing", cold, f"<= {WARM} x", met)
