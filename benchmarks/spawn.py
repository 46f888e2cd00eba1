"""Starts a probe as a process of its own and reads its answer."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

TOP = Path(__file__).resolve().parents[1]
COMPILED = "journeymap-bench-compiled"
"""Folder for compiled modules: a start must find them there, as an installed program does."""


def ask(*words: str) -> Mapping[str, Any]:
    """The probe's answer; `began` is the moment just before it was started (monotonic)."""
    own = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    own["PYTHONPYCACHEPREFIX"] = str(Path(tempfile.gettempdir()) / COMPILED)
    began = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.probes", *words],
        cwd=TOP,
        env=own,
        capture_output=True,
        text=True,
        check=True,
        timeout=300,
    )
    answer: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return {**answer, "began": began}
