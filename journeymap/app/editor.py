"""Opens the window: fonts, look, log, and the map named on the command line."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

from PySide6.QtWidgets import QApplication

import journeymap
from journeymap.storage.places import log_folder
from journeymap.ui import fonts, placing
from journeymap.ui.errors import Failures
from journeymap.ui.painted import once_painted
from journeymap.ui.sheet import application
from journeymap.ui.window import MainWindow


def run(arguments: Sequence[str]) -> int:
    """The program from first window to last; the exit status."""
    app = application(sys.argv[0] if sys.argv else "journeymap")
    app.setApplicationName("journeymap")
    app.setApplicationVersion(journeymap.__version__)
    app.setDesktopFileName("journeymap")
    fonts.register()
    failures = Failures(log_folder())
    failures.listen()
    files = [Path(word).absolute() for word in arguments if not word.startswith("-")]
    window = MainWindow(wanted=files[0] if files else None)
    failures.tell_with(lambda path: _tell(window, path), window.say_refusal)
    at_end = ExitStack()
    once_painted(window, lambda: _go_on(window, at_end))
    placing.put_back(window)
    window.show()
    hear_log_off(app, window)
    status = app.exec()
    placing.keep(window)
    _empty_hands(app)
    failures.tell_with(None)
    at_end.close()
    failures.close()
    return status


def _tell(window: MainWindow, log: str) -> None:
    """The program failed: said with what is loaded only then."""
    from journeymap.ui.failing import tell

    tell(window, log)


def _go_on(window: MainWindow, at_end: ExitStack) -> None:
    """What can wait until there is a window: hearing signals, taking away what killed runs left behind."""
    from journeymap.app.ears import hear_signals
    from journeymap.storage import temporary

    at_end.callback(hear_signals(window).close)
    temporary.sweep()


def _empty_hands(app: QApplication) -> None:
    """Without a screen nobody pastes what was copied any more."""
    # WORKAROUND Qt 6.11: the offscreen platform's clipboard, if it holds anything, falls at the very end
    if app.platformName() == "offscreen":
        app.clipboard().clear()


def hear_log_off(app: QApplication, window: MainWindow) -> None:
    """A log-off is never held up by a question: what is not saved is in the journal and is offered again."""
    app.commitDataRequest.connect(lambda _manager: window.secure())
