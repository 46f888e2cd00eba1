"""Report and pictures, made by a child process from a copy, so that the window never waits."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, Signal

import journeymap
from journeymap.model.journey import Journey
from journeymap.storage import envelope
from journeymap.storage.outputs import write_whole


@dataclass(frozen=True)
class Order:
    """What to make: kind pdf, svg or png; language and profile of the report; its date."""

    kind: str
    target: Path
    language: str
    profile: str
    day: date

    @property
    def arguments(self) -> list[str]:
        """The command line's words behind the file."""
        common = ["-o", str(self.target), "--lang", self.language, "--date", self.day.isoformat()]
        return [*common, "--profile", self.profile] if self.kind == "pdf" else common

    @property
    def command(self) -> str:
        return "report" if self.kind == "pdf" else "export"


class Publishing(QObject):
    """One piece of work. `done(path)`, or `failed(sentence)`; neither after `cancel`."""

    done = Signal(object)
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._process: QProcess | None = None
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._target = Path()

    @property
    def runs(self) -> bool:
        """Whether work is under way."""
        return self._process is not None

    def start(self, journey: Journey, order: Order, pictures: Mapping[str, bytes] | None = None) -> None:
        """Begin. The journey is copied first: edits meanwhile change nothing of what is made.

        The copy is no save: it is not kept under Earlier versions.
        """
        self.cancel()
        self._target = order.target
        self._folder = tempfile.TemporaryDirectory(prefix="journeymap-")
        copy = Path(self._folder.name) / "map.journey"
        write_whole(copy, envelope.encode(journey, pictures))
        process = QProcess(self)
        process.setProcessEnvironment(_environment())
        process.finished.connect(self._finished)
        process.errorOccurred.connect(self._broke)
        self._process = process
        program, *ahead = _program()
        process.start(program, [*ahead, order.command, str(copy), *order.arguments])

    def cancel(self) -> None:
        """Stop at once; a half-made file is never put in place."""
        process, self._process = self._process, None
        if process is not None:
            process.finished.disconnect(self._finished)
            process.errorOccurred.disconnect(self._broke)
            process.kill()
            process.waitForFinished(2000)
            process.deleteLater()
        self._tidy()

    def _finished(self, status: int, how: QProcess.ExitStatus) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        said = bytes(process.readAllStandardError().data()).decode("utf-8", "replace")
        process.deleteLater()
        self._tidy()
        if status == 0 and how == QProcess.ExitStatus.NormalExit:
            self.done.emit(self._target)
        else:
            self.failed.emit(_last_sentence(said))

    def _broke(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart and self._process is not None:
            said = self._process.errorString()
            self._process.deleteLater()
            self._process = None
            self._tidy()
            self.failed.emit(said)

    def _tidy(self) -> None:
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None


def _program() -> Sequence[str]:
    """How this program is called again: the frozen app itself, or this Python with our package."""
    return [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "journeymap"]


def _environment() -> QProcessEnvironment:
    environment = QProcessEnvironment.systemEnvironment()
    here = str(Path(journeymap.__file__).resolve().parent.parent)
    before = environment.value("PYTHONPATH", "")
    environment.insert("PYTHONPATH", os.pathsep.join(part for part in (here, before) if part))
    environment.insert("PYTHONIOENCODING", "utf-8")
    environment.insert("QT_QPA_PLATFORM", "offscreen")
    return environment


def _last_sentence(said: str) -> str:
    """The command's own sentence, without its name before it."""
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    return lines[-1].removeprefix("journeymap: ") if lines else ""
