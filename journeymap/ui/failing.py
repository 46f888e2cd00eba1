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
    work = window.made.work if window.made is not None else None  # perhaps it is what failed
    trouble = work.filing.unsafe if work is not None else None
    unsafe = trouble.sentence(window.t) if trouble is not None else ""
    opened = work is not None and work.is_open
    dialog = Failed(window.look, window.t, log, window, opened=opened, unsafe=unsafe)
    answer = dialog.ask()
    dialog.deleteLater()
    if answer == "copy":
        save_as(window.parts_or_frame())
