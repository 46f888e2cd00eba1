"""The ten-minute path of METHOD 6: from an empty window to a PDF on the disk, by keys alone."""

from __future__ import annotations

from pathlib import Path

import pypdf
import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from journeymap.model.reading import is_critical
from journeymap.ui.dialogs.report import ReportDialog
from journeymap.ui.room.page import RoomPage
from journeymap.ui.window import MainWindow
from tests.ui.typist import CTRL, Key, Typist


def has_keyboard(widget: QWidget) -> bool:
    """Whether it has; the offscreen platform takes it away with the state of a window, a desktop does not."""
    if not widget.isActiveWindow():
        widget.activateWindow()
    return widget.hasFocus()


@pytest.mark.qt
def test_from_an_empty_window_to_a_ranked_report_by_keys_alone(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    hands = Typist(qtbot)
    # (0) what journey, whose?
    hands.write("A better room")
    hands.press(Key.Key_Return)
    hands.write("Guest, Central offers, Reception, Customer service, Ren AB*")
    hands.press(Key.Key_Return)
    journey = window.work.document.journey
    assert [lane.kind for lane in journey.lanes.values()].count("supplier") == 1
    # (1), (2) what happens, who meets them; (3) at each hand-off: does B know what A knows?
    hands.line("Books a room")
    hands.line("Mails an offer", lane=2)
    hands.line("Accepts the offer", lane=1)
    hands.line("Receives at the desk", lane=3)
    assert not window._page.parts.foot.handoff.isHidden(), "offers → guest → reception is a hand-off"
    hands.press(Key.Key_N)
    # (4), (5) where does it rub? four digits each, Enter = don't know
    hands.line("# The desk knows nothing of the offer")
    hands.answers("3323")
    hands.line("# Long queue")
    hands.answers("4311")
    hands.line("> cu: Answers the phone")
    hands.press(Key.Key_N)
    hands.line("# Nobody can decide")
    hands.answers("2-13")
    hands.line("! Here it shows whether the promise holds")
    hands.line("Sleeps", lane=1)
    hands.line("*")
    # (6) which of these alone makes someone leave? twelve people, nine and three of them say yes
    hands.press(Key.Key_K, CTRL)
    hands.write("vote")
    hands.press(Key.Key_Return)
    page = window.findChild(RoomPage)
    assert page is not None and page.hall is not None
    qtbot.waitUntil(lambda: has_keyboard(page.hall.dots.of))
    hands.write("12")
    hands.press(Key.Key_Return)
    hands.write("9")
    hands.press(Key.Key_Return)
    hands.write("3")
    hands.press(Key.Key_Return)
    hands.press(Key.Key_R, CTRL)
    qtbot.waitUntil(lambda: has_keyboard(window._page.parts.foot.bar.field))
    # (7) some outcome was lost: how long does it take when all goes well?
    hands.press(Key.Key_K, CTRL)
    hands.write("goes well")
    hands.press(Key.Key_Return)
    hands.write("40")
    hands.press(Key.Key_Return)
    assert window.work.document.journey.head.goal_minutes == 40
    # (8) the PDF
    hands.press(Key.Key_P, CTRL)
    dialog = window.findChild(ReportDialog)
    assert isinstance(dialog, ReportDialog)
    with qtbot.waitSignal(dialog.publishing.done):
        hands.press(Key.Key_Return)
    pdf = dialog.target
    assert pdf.parent == tmp_path
    assert "The desk knows nothing" in "".join(page.extract_text() for page in pypdf.PdfReader(pdf).pages)
    journey = window.work.document.journey
    assert len(journey.frictions) == 3
    assert sum(map(is_critical, journey.steps.values())) == 1
    assert {mark.number for mark in window.work.findings.marks}
    hands.press(Key.Key_Return)
    with capsys.disabled():
        print(  # noqa: T201 - a figure people want to see in the run
            f"\n  ten-minute path: {hands.letters} letters, {hands.others} other keys"
        )
