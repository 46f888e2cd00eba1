"""`python3 -m benchmarks [subject …] [--sizes 200,1000,5000] [--rounds 9]`: measure and print."""

from __future__ import annotations

import argparse
import importlib
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from typing import Protocol, cast

from benchmarks import table
from benchmarks.measure import Measured

SUBJECTS = (
    "startup", "opening", "saving", "journalling", "editing", "dragging", "frames", "memory",
    "examining", "trials", "picturing", "publishing", "heartbeat", "typing", "tables",
)  # fmt: skip


class Subject(Protocol):
    """What every module under `subjects` offers."""

    def measure(self, sizes: Sequence[int], rounds: int) -> Iterator[Measured]: ...


def main(arguments: Sequence[str]) -> int:
    """Measure and print line by line; the status is 0 whether demands are met or not."""
    asked = _parse(arguments)
    chosen = asked.subjects or SUBJECTS
    with tempfile.TemporaryDirectory(prefix="journeymap-bench") as home:
        os.environ["JOURNEYMAP_HOME"] = home
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # one core for both sides
        for line in table.lines(figure for name in chosen for figure in _measure(name, asked)):
            print(line, flush=True)
    print(f"\nMedian milliseconds of processor time unless the line says otherwise.\n{table.interpreter()}")
    return 0


def _measure(name: str, asked: argparse.Namespace) -> Iterator[Measured]:
    subject = cast(Subject, importlib.import_module(f"benchmarks.subjects.{name}"))
    return subject.measure(asked.sizes, asked.rounds)


def _parse(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="benchmarks", description=__doc__)
    parser.add_argument("subjects", nargs="*", choices=[[], *SUBJECTS], metavar="subject")
    parser.add_argument("--sizes", type=_sizes, default=(200, 1000, 5000), help="steps, with commas")
    parser.add_argument("--rounds", type=int, default=9, help="interleaved rounds; fewer for large maps")
    return parser.parse_args(arguments)


def _sizes(words: str) -> tuple[int, ...]:
    return tuple(int(word) for word in words.split(","))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
