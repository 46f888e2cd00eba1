"""Takes into the wheel what lies beside the package: resources, samples, guide (see journeymap.resources)."""

from __future__ import annotations

import shutil
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

TOP = Path(__file__).resolve().parent
BESIDE = ("resources", "samples", "docs/guide")


class BuildWithData(build_py):
    """The package's modules, and `journeymap/data` with everything they look for."""

    def run(self) -> None:
        """Build; a development install finds the folders where they are."""
        super().run()
        if getattr(self, "editable_mode", False):
            return
        for folder in BESIDE:
            target = Path(self.build_lib) / "journeymap" / "data" / folder
            shutil.copytree(TOP / folder, target, dirs_exist_ok=True)


if __name__ == "__main__":
    setup(cmdclass={"build_py": BuildWithData})
