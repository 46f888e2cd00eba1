"""Every call that touches the disk fails once, from there on, by half, or with a kill."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tally import SKIPPED, share_of, tally

HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """faults.c, compiled."""
    compiler = shutil.which("cc")
    if compiler is None or not sys.platform.startswith("linux"):
        pytest.skip(f"{SKIPPED}faults at every call need Linux and a C compiler (cc)")
    built = tmp_path_factory.mktemp("faults") / "faults.so"
    source = str(HERE / "faults.c")
    subprocess.run([compiler, "-shared", "-fPIC", "-O1", "-o", str(built), source, "-ldl"], check=True)
    return built


def faults(library: Path, folder: Path, step: int) -> dict[str, Any]:
    environment = os.environ | {"LD_PRELOAD": str(library), "PYTHONPATH": str(HERE.parents[1])}
    done = subprocess.run(
        [sys.executable, str(HERE / "faulty_saving.py"), str(folder), str(step)],
        env=environment, check=True, capture_output=True, text=True,
    )  # fmt: skip
    said: dict[str, Any] = json.loads(done.stdout)
    return said


def test_no_fault_destroys_or_loses_anything(library: Path, tmp_path: Path) -> None:
    with tally("a fault at every call to the disk") as row:
        said = faults(library, tmp_path / "trials", 1)
        row.trials = row.struck = said["faults"]
        row.losses += said["wrong"]
        assert said["faults"] > 100


@pytest.mark.soak
def test_no_fault_destroys_or_loses_anything_again_and_again(library: Path, tmp_path: Path) -> None:
    with tally("a fault at every call to the disk") as row:
        for turn in range(share_of(10)):
            said = faults(library, tmp_path / str(turn), 1)
            row.trials, row.struck = row.trials + said["faults"], (row.struck or 0) + said["faults"]
            row.losses += said["wrong"]
