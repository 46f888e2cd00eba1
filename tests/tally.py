"""What the harnesses tried and what was lost, told as one table at the end of the run."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from hypothesis import HealthCheck, settings
from hypothesis.stateful import RuleBasedStateMachine, run_state_machine_as_test

SKIPPED = "SKIPPED HARNESS: "
"""Begins the reason of a harness that this computer cannot run, so that the table names it."""


@dataclass
class Tally:
    """One harness: how many trials, in how many the blow fell where it hurts, what was lost."""

    harness: str
    trials: int = 0
    struck: int | None = None
    losses: list[str] = field(default_factory=list)
    seconds: float = 0.0
    note: str = ""

    def line(self) -> str:
        """Its row of the table."""
        struck = "" if self.struck is None else f"{self.struck:,}".replace(",", " ")
        trials = f"{self.trials:,}".replace(",", " ")
        figures = f"{trials:>11} {struck:>9} {len(self.losses):>7} {self.seconds:>8.1f}"
        return f"{self.harness:<46} {figures}  {self.note}".rstrip()


HEAD = f"{'harness':<46} {'trials':>11} {'struck':>9} {'losses':>7} {'seconds':>8}"
ROWS: list[Tally] = []


@contextmanager
def tally(harness: str) -> Iterator[Tally]:
    """Count trials and losses in here; a loss fails the test, after the row is on the table."""
    row = Tally(harness)
    began = time.monotonic()
    try:
        yield row
    except KeyboardInterrupt:
        row.note = f"{row.note} stopped".strip()
        raise
    except BaseException as failure:
        row.losses.append(f"{type(failure).__name__}: {failure}")
        raise
    finally:
        row.seconds = time.monotonic() - began
        ROWS.append(row)
        if SHARE != SHORT:
            print(row.line(), flush=True)  # noqa: T201 - an hour is long
    assert not row.losses, "\n".join(row.losses[:20])


SHORT = 0.0
SHARE = SHORT
"""How much of the soak is run: 1 = all of it, 0.01 = a hundredth; 0 in the short edition."""


def share_of(whole: int, least: int = 1) -> int:
    """How many of a soak's trials are to be made in this run."""
    return max(least, round(whole * SHARE))


def play(harness: str, machine: type[RuleBasedStateMachine], examples: int, steps: int = 50) -> None:
    """Let a machine play so many new games; a game that breaks something is shrunk and told."""
    chosen = settings(
        max_examples=examples,
        stateful_step_count=steps,
        deadline=None,
        derandomize=False,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    with tally(harness) as row:
        run_state_machine_as_test(machine, settings=chosen)  # type: ignore[no-untyped-call]
        row.trials, row.note = examples, f"games of up to {steps} moves"


def table(rows: Sequence[Tally], skipped: Sequence[str]) -> list[str]:
    """The lines of the table; a loss is told with it."""
    lines = [HEAD, *(row.line() for row in sorted(rows, key=lambda row: row.harness))]
    for row in rows:
        lines += [f"  LOST in {row.harness}: {loss}" for loss in row.losses[:10]]
    return [*lines, *(f"skipped: {reason}" for reason in sorted(set(skipped)))]


def memory() -> float:
    """Megabytes that this process holds now; 0 where nobody says."""
    try:
        with open("/proc/self/statm", encoding="ascii") as stream:  # noqa: PTH123 - read often
            return int(stream.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6
    except (OSError, ValueError):
        return 0.0
