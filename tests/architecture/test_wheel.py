"""What is installed has the fonts, samples, templates and the guide with it."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

TOP = Path(__file__).resolve().parents[2]
PACKAGE = {"name": "journeymap", "packages": ["journeymap"], "script_name": "setup.py"}


def test_the_wheel_takes_along_what_lies_beside_the_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    setuptools = pytest.importorskip("setuptools")
    found = importlib.util.spec_from_file_location("journeymap_setup", TOP / "setup.py")
    assert found is not None
    assert found.loader is not None
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    monkeypatch.chdir(TOP)
    build = module.BuildWithData(setuptools.Distribution(PACKAGE))
    build.initialize_options()
    build.build_lib = str(tmp_path)
    build.finalize_options()
    build.run()
    data = tmp_path / "journeymap" / "data"
    for path in ("resources/fonts", "resources/templates/nb", "samples", "docs/guide/sv"):
        there = {one.name for one in (TOP / path).iterdir()}
        assert {one.name for one in (data / path).iterdir()} == there
    assert (tmp_path / "journeymap" / "resources.py").is_file()
