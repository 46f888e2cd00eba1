"""Answers about the map come late: one about the map before is void, however alike the two are counted."""

from __future__ import annotations

import shutil
import threading
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from journeymap.analysis.examine import examine
from journeymap.analysis.findings import Findings
from journeymap.model.journey import Journey
from journeymap.resources import samples
from journeymap.ui.window import MainWindow


def test_an_answer_about_the_map_before_is_not_taken_for_the_next_one(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, go_on = threading.Event(), threading.Event()
    first, second = (
        Path(shutil.copy(samples() / f"{name}.journey", tmp_path / f"{name}.journey"))
        for name in ("hotel", "phone-repair")
    )

    def slowly(journey: Journey, **asked: Any) -> Findings:
        begun.set()
        go_on.wait(30)
        return examine(journey, **asked)

    monkeypatch.setattr("journeymap.ui.examining.examine", slowly)
    work, told = window.work, []
    assert window.open_path(first)
    qtbot.waitUntil(begun.is_set)
    assert window.open_path(second)
    work.examined.connect(lambda: told.append({mark.source for mark in work.findings.marks}))
    go_on.set()
    qtbot.waitUntil(lambda: work.is_examined)
    steps = {*work.document.journey.steps, None}
    assert told and all(sources <= steps for sources in told)
