"""Reports, pictures and tables, made by a child process from a copy, so that the window never waits."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, Signal

import journeymap
from journeymap.i18n import Catalogue
from journeymap.model.journey import Journey
from journeymap.storage import envelope
from journeymap.storage.errors import StorageError
from journeymap.storage.outputs import write_whole
from journeymap.storage.temporary import run_folder
from journeymap.ui.background import Work


@dataclass(frozen=True)
class Order:
    """What to make: the ending decides how. `edition` are the words that only reports understand."""

    target: Path
    language: str
    day: date
    edition: tuple[str, ...] = ()

    @property
    def arguments(self) -> list[str]:
        """The command line's words behind the file."""
        common = ["-o", str(self.target), "--lang", self.language, "--date", self.day.isoformat()]
        return [*common, *self.edition]

    @property
    def command(self) -> str:
        return "report" if self.target.suffix == ".pdf" else "export"


class Publishing(QObject):
    """One piece of work at a time. `done(path)`, or `failed(sentence)`; neither after `cancel`."""

    done = Signal(object)
    failed = Signal(str)

    def __init__(self, t: Catalogue, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._t = t
        self._folder: TemporaryDirectory[str] | None = None
        self._copied: Journey | None = None
        self._work: Work[None] | None = None
        self._process: QProcess | None = None
        self._order: Order | None = None

    @property
    def runs(self) -> bool:
        """Whether work is under way."""
        return self._process is not None or self._work is not None

    @property
    def folder(self) -> Path:
        """A folder of its own for what is made only to be looked at; gone with the dialogue."""
        if self._folder is None:
            self._folder = run_folder("made")
        return Path(self._folder.name)

    def start(self, journey: Journey, order: Order, attachments: Mapping[str, bytes]) -> None:
        """Begin. The journey is copied first: edits meanwhile change nothing of what is made."""
        self.cancel()
        self._order = order
        if self._copied is journey:
            self._launch()
            return
        self._copied = None
        copy = self._copy
        work = Work(lambda: _save(journey, copy, attachments))
        self._work, self._journey = work, journey
        work.bell.rung.connect(self._saved)
        if work.is_over:
            self._saved()

    @property
    def _copy(self) -> Path:
        return self.folder / "map.journey"

    def _saved(self) -> None:
        work, self._work = self._work, None
        if work is None or not work.is_over:
            self._work = work
            return
        try:
            work.answer()
        except StorageError as failure:
            self.failed.emit(failure.sentence(self._t))
            return
        self._copied = self._journey
        self._launch()

    def _launch(self) -> None:
        assert self._order is not None
        process = QProcess(self)
        process.setProcessEnvironment(_environment())
        process.finished.connect(self._finished)
        process.errorOccurred.connect(self._broke)
        self._process = process
        program, *ahead = _program()
        process.start(program, [*ahead, self._order.command, str(self._copy), *self._order.arguments])

    def cancel(self) -> None:
        """Stop at once; a half-made file is never put in place."""
        if self._work is not None:
            self._work.bell.rung.disconnect(self._saved)
            self._work = None
        process, self._process = self._process, None
        if process is not None:
            process.finished.disconnect(self._finished)
            process.errorOccurred.disconnect(self._broke)
            process.kill()
            process.waitForFinished(2000)
            process.deleteLater()

    def close(self) -> None:
        """Stop, and leave nothing behind."""
        self.cancel()
        if self._folder is not None:
            self._folder.cleanup()
        self._folder = self._copied = None

    def _finished(self, status: int, how: QProcess.ExitStatus) -> None:
        process, self._process = self._process, None
        if process is None or self._order is None:
            return
        said = bytes(process.readAllStandardError().data()).decode("utf-8", "replace")
        process.deleteLater()
        if status == 0 and how == QProcess.ExitStatus.NormalExit:
            self.done.emit(self._order.target)
        else:
            self.failed.emit(_last_sentence(said))

    def _broke(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart and self._process is not None:
            said = self._process.errorString()
            self._process.deleteLater()
            self._process = None
            self.failed.emit(said)


def _save(journey: Journey, copy: Path, attachments: Mapping[str, bytes]) -> None:
    """A copy that is no save: it is not kept under Earlier versions."""
    write_whole(copy, envelope.encode(journey, attachments))


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
