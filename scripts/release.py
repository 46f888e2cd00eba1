"""Build the one-folder app and let it try itself: `python3 start.py release`."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent
MOST_MEGABYTES = 280
"""What the folder weighed when it was last looked at, and a little: Qt 90, numpy 45, Python 35."""


def build() -> Path:
    """Run PyInstaller on build.spec; the folder it made."""
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", "build.spec"]
    subprocess.run(command, cwd=TOP, check=True)
    return TOP / "dist" / "journeymap"


def megabytes(folder: Path) -> float:
    """How much the folder holds."""
    files = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return sum(path.stat().st_size for path in files) / 1e6


def main() -> int:
    """Build, weigh, self-test."""
    folder = build()
    size = megabytes(folder)
    print(f"{folder.relative_to(TOP)}: {size:.0f} MB")
    if size > MOST_MEGABYTES:
        print(f"That is more than {MOST_MEGABYTES} MB: something unwanted came along.")
        return 1
    program = folder / ("journeymap.exe" if os.name == "nt" else "journeymap")
    return subprocess.run([str(program), "selftest"], cwd=folder, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
