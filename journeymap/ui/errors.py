"""When the program itself fails: a log with the trace, the map safe, one calm sentence."""

from __future__ import annotations

import contextlib
import faulthandler
import logging
import os
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import IO, TYPE_CHECKING

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from journeymap.canvas.guard import set_sink

if TYPE_CHECKING:
    from journeymap.edit.rules.verdict import Verdict

log = logging.getLogger("journeymap")
PAUSE = 20.0
"""Seconds between two dialogues: a failing timer must not bury the map under them."""
MOST_BYTES = 500_000
"""Of one log file, before the next takes its turn."""

Tell = Callable[[str], object]


class Failures:
    """Hears every error nobody caught, writes it to the log and says so at most now and then."""

    def __init__(self, folder: Path) -> None:
        """Where `folder` takes no file, the log lies among the temporary ones, or nowhere at all."""
        self.path = folder / "journeymap.log"
        self._handler: logging.Handler = logging.NullHandler()
        self._crash: IO[str] | None = None
        self._open(folder)
        self._handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        self._tell: Tell | None = None
        self._tell_refusal: Callable[[Verdict], object] | None = None
        self._last = -PAUSE

    def _open(self, folder: Path) -> None:
        for place in (folder, Path(tempfile.gettempdir()) / f"journeymap-log-{os.getpid()}"):
            with contextlib.suppress(OSError):
                place.mkdir(parents=True, exist_ok=True)
                self._crash = _crash_log(place / "crash.log")
                self.path = place / "journeymap.log"
                self._handler = _Late(self.path)
                return

    def listen(self) -> None:
        """Take over from the interpreter and from Qt what would otherwise go to the terminal."""
        log.addHandler(self._handler)
        log.setLevel(logging.INFO)
        if self._crash is not None:
            faulthandler.enable(self._crash)
        sys.excepthook = self._uncaught
        threading.excepthook = lambda said: self.report(said.exc_value) if said.exc_value else None
        set_sink(self.report)
        qInstallMessageHandler(_from_qt)

    def tell_with(self, tell: Tell | None, refusal: Callable[[Verdict], object] | None = None) -> None:
        """How to say it to the person; nothing is said before there is a window.

        `refusal` says why something may not be done, where nobody else said it: that is no error.
        """
        self._tell, self._tell_refusal = tell, refusal

    def report(self, error: BaseException) -> None:
        """Write an error down and tell, unless one was told of just before; a refusal is only told."""
        from journeymap.edit.rules.verdict import RefusedError

        if isinstance(error, RefusedError) and self._tell_refusal is not None:
            self._tell_refusal(error.verdict)
            return
        log.error("%s", error, exc_info=error)
        if self._tell is not None and time.monotonic() - self._last > PAUSE:
            self._last = time.monotonic()
            self._tell(str(self.path))

    def _uncaught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if isinstance(error, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self.report(error)

    def close(self) -> None:
        """Give everything back to the interpreter and Qt."""
        qInstallMessageHandler(None)
        set_sink(None)
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        faulthandler.disable()
        log.removeHandler(self._handler)
        self._handler.close()
        if self._crash is not None:
            self._crash.close()


class _Late(logging.Handler):
    """A log of files that take turns, begun with the first thing to be written: it loads slowly."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self._file: logging.Handler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        if self._file is None:
            from logging.handlers import RotatingFileHandler

            self._file = RotatingFileHandler(self._path, maxBytes=MOST_BYTES, backupCount=3, encoding="utf-8")
            self._file.setFormatter(self.formatter)
        self._file.emit(record)

    def close(self) -> None:
        if self._file is not None:
            self._file.close()
        super().close()


def _crash_log(path: Path) -> IO[str]:
    """Where the interpreter itself writes when it dies; a long one gives way at the start."""
    with contextlib.suppress(OSError):
        if path.stat().st_size > MOST_BYTES:
            path.replace(path.with_name(f"{path.name}.1"))
    return path.open("a", encoding="utf-8")


_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def _from_qt(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    log.log(_LEVELS.get(kind, logging.WARNING), "Qt: %s", message)
