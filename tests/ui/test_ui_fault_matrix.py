"""Every override of the window × every fault that kills Python 3.11 outside the guard: the program lives."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from journeymap.resources import root


@pytest.mark.parametrize("fault", ["IndexError", "TypeError", "RuntimeError"])
def test_no_fault_in_any_override_ends_the_program(fault: str, tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(root()), "QT_QPA_PLATFORM": "offscreen"}
    environment |= {"JOURNEYMAP_HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-X", "faulthandler", str(Path(__file__).with_name("fault_matrix.py")), fault],
        env=environment, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-3000:]
    said = json.loads(done.stdout.splitlines()[-1])
    assert said["missed"] == [], "teach fault_matrix.py how Qt comes to call these"
    assert said["heard"] == [fault]
    assert said["tried"] > 130
