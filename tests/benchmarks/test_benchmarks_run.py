"""The benchmarks run: every subject measures a small map once and prints a ratio. No time is judged."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("PySide6")

from benchmarks.__main__ import SUBJECTS
from benchmarks.maps import synthetic

TOP = Path(__file__).resolve().parents[2]
RATIO = re.compile(r" \d+\.\d\d( |$)", re.MULTILINE)

pytestmark = pytest.mark.qt


def test_a_synthetic_journey_is_the_same_for_the_same_seed() -> None:
    once = synthetic(200)
    synthetic.cache_clear()
    assert synthetic(200) == once != synthetic(200, seed=2)


def test_a_synthetic_journey_has_what_it_says() -> None:
    journey = synthetic(200)
    kinds = {link.kind for link in journey.links.values()}
    assert (len(journey.steps), len(journey.links), len(journey.frictions)) == (200, 246, 20)
    assert kinds == {"flow", "refer", "info", "order", "status", "exit", "shadow"}


@pytest.mark.parametrize("subject", SUBJECTS)
def test_subject_prints_a_ratio(subject: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks", subject, "--sizes", "20", "--rounds", "1"],
        cwd=TOP,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    figures = done.stdout.split("\n\n", maxsplit=1)[0].splitlines()[2:]
    assert figures and all(RATIO.search(line) for line in figures), done.stdout
    assert "Python 3." in done.stdout
