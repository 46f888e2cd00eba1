"""Folders of one run among the system's temporary ones; those of runs that were killed are taken away."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from journeymap.storage.places import config_folder, journals_folder, versions_root

OLD = 3600.0
"""Seconds after which nobody is still writing a file."""
_NAME = re.compile(r"journeymap-(?:look|made)-(\d+)-\w+")


def run_folder(kind: str) -> tempfile.TemporaryDirectory[str]:
    """A folder that goes with this run. `kind`: "look", or "made" for what may hold a map's own words."""
    return tempfile.TemporaryDirectory(prefix=f"journeymap-{kind}-{os.getpid()}-")


def sweep() -> int:
    """Takes away what killed runs left behind; how many folders and half-written files it were."""
    return sum(map(_taken_away, _left_behind())) + sum(map(_removed, _half_written()))


def _half_written() -> Iterator[Path]:
    """Files of our own that were to take another's place, and no longer will."""
    for folder in (config_folder(), journals_folder(), *versions_root().glob("*")):
        for path in folder.glob(".*.tmp"):
            with contextlib.suppress(OSError):
                if time.time() - path.stat().st_mtime > OLD:
                    yield path


def _removed(path: Path) -> bool:
    with contextlib.suppress(OSError):
        path.unlink()
        return True
    return False


def _left_behind() -> list[Path]:
    from journeymap.storage import processes  # noqa: PLC0415 - a run that only makes a folder needs none

    try:
        found = [(_NAME.fullmatch(path.name), path) for path in Path(tempfile.gettempdir()).iterdir()]
    except OSError:
        return []
    dead = (path for match, path in found if match and not processes.is_running(int(match[1])))
    return [path for path in dead if path.is_dir() and not path.is_symlink()]


def _taken_away(folder: Path) -> bool:
    shutil.rmtree(folder, ignore_errors=True)
    return not folder.exists()
