"""Long use of the whole window: view, table, outline and map stay in step, and the log stays empty."""

from __future__ import annotations

import logging
import shutil
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from random_user import RandomUser

from journeymap.picture.build import Memo, build
from journeymap.resources import samples
from journeymap.ui.dialogs.ask import Ask
from journeymap.ui.room.page import RoomPage
from journeymap.ui.window import MainWindow


@pytest.fixture(autouse=True)
def nobody_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """A question that waits for an answer is waved away."""
    monkeypatch.setattr(Ask, "ask", lambda self: self.answer)


def settle(window: MainWindow, qtbot: QtBot) -> None:
    """All hands off, and everything worked out."""
    page = window._page
    assert page is not None
    page.parts.map._renaming.drop()
    page.parts.map._pointer.cancel()
    qtbot.waitUntil(lambda: window.work.is_examined, timeout=60_000)
    drawing = page.parts.drawing
    qtbot.waitUntil(lambda: drawing._asleep or drawing.is_whole, timeout=60_000)
    qtbot.wait(5)


def check(window: MainWindow, qtbot: QtBot) -> None:
    """What is seen is the journey as it is, and refers to nothing else."""
    settle(window, qtbot)
    page = window._page
    assert page is not None
    parts, journey, work = page.parts, window.work.document.journey, window.work
    view = parts.map
    covered = any(room.isVisible() for room in window.findChildren(RoomPage))
    assert parts.drawing._asleep == (covered or not parts.views.shows_map)
    if not parts.drawing._asleep:
        fresh = build(journey, work.findings, parts.drawing._options(), window.desk.t, Memo())
        assert [node.id for node in view.picture.nodes] == [node.id for node in fresh.nodes]
        assert list(view.picture.nodes) == list(fresh.nodes)
        assert set(view.sight.steps) == set(journey.steps)
        assert all(id in view.sight for id in view.selection)
    if parts.views.name != "map":
        assert parts.table.grid.known.journey is journey
        assert parts.table.view.model().rowCount() == parts.table.grid.height
    outline = parts.lists.outline
    if outline.isVisible():
        assert {id for id in outline._rows if id in journey.steps} <= set(journey.steps)
    assert set(window.selection.ids) <= {*(record.id for record in journey), *_wall_keys(window)}


def _wall_keys(window: MainWindow) -> set[str]:
    return {finding.key for mark in window.work.findings.marks for finding in mark.findings}


@pytest.mark.parametrize("seed", range(2))
def test_a_random_user_at_the_whole_window(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, caplog: pytest.LogCaptureFixture, seed: int
) -> None:
    use(window, qtbot, tmp_path, caplog, seed, deeds=250, every=50)


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(100, 102))
def test_a_random_user_for_10_000_deeds(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, caplog: pytest.LogCaptureFixture, seed: int
) -> None:
    use(window, qtbot, tmp_path, caplog, seed, deeds=10_000, every=250)


def all_redone(window: MainWindow) -> None:
    while window.work.document.redo():
        pass


def use(
    window: MainWindow, qtbot: QtBot, folder: Path, caplog: pytest.LogCaptureFixture,
    seed: int, deeds: int, every: int,
) -> None:  # fmt: skip
    """So many deeds on a copy of the hotel; then everything undone, and done again."""
    path = folder / "hotel.journey"
    shutil.copy(samples() / "hotel.journey", path)
    assert window.open_path(path)
    first = window.work.document.journey
    user = RandomUser(window, seed)
    try:
        for deed in range(1, deeds + 1):
            user.act()
            if deed % every == 0:
                check(window, qtbot)
                qtbot.wait(1)
        check(window, qtbot)
        all_redone(window)
        last = window.work.document.journey
        while window.work.document.undo():
            pass
        check(window, qtbot)
        assert window.work.document.journey == first
        all_redone(window)
        check(window, qtbot)
        assert window.work.document.journey == last
    except Exception as error:
        error.add_note(f"deeds: {user.told}")
        raise
    worse = [record for record in caplog.records if record.levelno >= logging.WARNING]
    assert not worse, [record.getMessage() for record in worse]
