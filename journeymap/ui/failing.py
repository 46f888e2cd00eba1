"""Says once and calmly that the program itself failed, and does what is chosen then."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QTimer

from journeymap.ui.actions.saving import save_as
from journeymap.ui.dialogs.failed import Failed
from journeymap.ui.window import MainWindow


def tell(window: MainWindow, log: str) -> None:
    """Say it from the event loop; from whichever thread this is called, the window's own says it."""
    QTimer.singleShot(0, window, lambda: say(window, Path(log)))


def say(window: MainWindow, log: Path) -> None:
    """Ask what to do; nothing is said over a dialogue that says it already."""
    if any(dialog.isVisible() for dialog in window.findChildren(Failed)):
        return
    desk, filing = window.desk, window.work.filing
    unsafe = filing.unsafe.sentence(desk.t) if filing.unsafe is not None else ""
    dialog = Failed(desk.look, desk.t, log, window, opened=window.work.is_open, unsafe=unsafe)
    answer = dialog.ask()
    dialog.deleteLater()
    if answer == "copy":
        save_as(window.parts_or_frame())
