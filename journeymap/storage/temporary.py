"""Folders of one run among the system's temporary ones; those of runs that were killed are taken away."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from pathlib import Path

from journeymap.storage import processes

_NAME = re.compile(r"journeymap-(?:look|made)-(\d+)-\w+")


def run_folder(kind: str) -> tempfile.TemporaryDirectory[str]:
    """A folder that goes with this run. `kind`: "look", or "made" for what may hold a map's own words."""
    return tempfile.TemporaryDirectory(prefix=f"journeymap-{kind}-{os.getpid()}-")


def sweep() -> int:
    """Takes away what killed runs left behind; how many folders it were."""
    return sum(map(_taken_away, _left_behind()))


def _left_behind() -> list[Path]:
    try:
        found = [(_NAME.fullmatch(path.name), path) for path in Path(tempfile.gettempdir()).iterdir()]
    except OSError:
        return []
    dead = (path for match, path in found if match and not processes.is_running(int(match[1])))
    return [path for path in dead if path.is_dir() and not path.is_symlink()]


def _taken_away(folder: Path) -> bool:
    shutil.rmtree(folder, ignore_errors=True)
    return not folder.exists()
