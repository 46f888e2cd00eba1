"""A map too large to be drawn while one waits: what an edit touched is seen at once, the rest follows."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from benchmarks.maps import synthetic
from journeymap.edit import verbs
from journeymap.model.ids import Id
from journeymap.picture.build import Memo, Options, build
from journeymap.ui.drawing import AT_ONCE
from journeymap.ui.filing import Filing
from journeymap.ui.window import MainWindow


@pytest.fixture
def large(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> MainWindow:
    journey = synthetic(AT_ONCE + 10)
    window.work.open(journey, Filing(journey, None, None))
    whole(window, qtbot)
    return window


def whole(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.work.is_examined and window._page.parts.drawing.is_whole, timeout=60_000)


def is_as_from_nothing(window: MainWindow) -> bool:
    options = Options(hints=True).without_surroundings()
    work, view = window.work, window._page.parts.map
    picture = build(work.document.journey, work.findings, options, window.desk.t, Memo())
    return view.picture.nodes == picture.nodes


def test_words_are_seen_at_once_and_nothing_else_changes(large: MainWindow, qtbot: QtBot) -> None:
    view, before = large._page.parts.map, large._page.parts.map.picture
    verbs.rename(large.work.document, Id("step1"), "Ask for the rook")
    after = view.picture
    assert view.sight.node("step1").alt.startswith("Ask for the rook")  # type: ignore[union-attr]
    assert sum(a is not b for a, b in zip(before.nodes, after.nodes, strict=True)) == 1
    whole(large, qtbot)
    assert is_as_from_nothing(large)


def test_a_new_step_can_be_selected_before_the_map_is_laid_out(large: MainWindow, qtbot: QtBot) -> None:
    page = large._page
    lane = next(iter(large.work.document.journey.lanes))
    step = verbs.new_step(large.work.document, "Brand new", lane=lane)
    assert not page.parts.drawing.is_whole
    large.selection.choose(step)
    assert page.parts.map.selection == (step,)
    whole(large, qtbot)
    assert page.parts.map.selection == (step,)
    assert is_as_from_nothing(large)


def test_delete_and_undo_while_the_background_is_busy_end_in_the_same_map(
    large: MainWindow, qtbot: QtBot
) -> None:
    document, view = large.work.document, large._page.parts.map
    steps = sorted(document.journey.steps)[:6]
    for step in steps:
        verbs.delete(document, [step])
        assert step not in view.sight
    for _ in steps[:3]:
        document.undo()
    verbs.rename(document, steps[-1], "Is back")
    whole(large, qtbot)
    assert is_as_from_nothing(large)
    assert all((step in view.sight) == (step in document.journey.steps) for step in steps)
