"""`journeymap compare A B`: what differs, one sentence a place."""

from __future__ import annotations

from pathlib import Path

from journeymap.cli.clock import today
from journeymap.cli.run import Run
from journeymap.storage.compare import differences


def run(run: Run) -> int:
    """Print what B says otherwise than A; a sentence also when they say the same."""
    today(run.arguments.date)
    one = run.load(Path(run.arguments.one)).journey
    other = run.load(Path(run.arguments.other)).journey
    t = run.words_of(other)
    found = differences(one, other)
    for difference in found:
        print(difference.sentence(t))
    if not found:
        print(t("The two maps say the same."))
    return 0
