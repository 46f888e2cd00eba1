"""Every storage test has its own home, so that no test meets another's versions or journals."""

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that stands for the user's own."""
    folder = tmp_path / "home of the program"
    monkeypatch.setenv("JOURNEYMAP_HOME", str(folder))
    return folder
