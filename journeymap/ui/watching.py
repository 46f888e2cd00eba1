"""Keeps an eye on the open map's file: what others save is noticed at once, their copies beside it too."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from journeymap.model.journey import Journey
from journeymap.storage import files
from journeymap.storage.beside import Beside, beside
from journeymap.storage.errors import StorageError
from journeymap.storage.files import Loaded
from journeymap.ui.background import Work
from journeymap.ui.filing import Filing
from journeymap.ui.parts import Parts
from journeymap.ui.workspace import Workspace

CALM = 300
"""Milliseconds of quiet after the disk has stirred: a save is several stirrings."""
AGAIN = 1000
"""Milliseconds until the next look while somebody is in the middle of something."""


class Watching(QObject):
    """`saved_by_others(Loaded)` when the file says something new; `found_beside` when copies were found.

    The watcher forgets a file that was replaced, so it is told again after every stirring; on shares
    that stir nobody, coming back to the window and the beat of the lock ask too. `is_busy` says that
    this is no moment to change the map.
    """

    saved_by_others = Signal(object)
    found_beside = Signal()

    def __init__(self, work: Workspace, is_busy: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._work, self._is_busy = work, is_busy
        self._watcher = QFileSystemWatcher(self)
        self._soon = QTimer(self, singleShot=True, interval=CALM)
        self._soon.timeout.connect(self.look)
        self._seen: tuple[int, int, int] | None = None
        self._reading: tuple[Filing, Work[Loaded | None]] | None = None
        self._searching: tuple[Filing, Work[tuple[Beside, ...]]] | None = None
        self._watcher.fileChanged.connect(self._stirred)
        self._watcher.directoryChanged.connect(self._stirred)
        work.opened.connect(self._begin)
        work.filed.connect(self.arm)
        work.beat.connect(self.look)

    def arm(self) -> None:
        """Watch the file that is open now, and its folder; nothing where there is none."""
        path = self._work.filing.path if self._work.is_open else None
        wanted = [str(path), str(path.parent)] if path is not None else []
        watched = self._watcher.files() + self._watcher.directories()
        gone = [each for each in watched if each not in wanted]
        new = [each for each in wanted if each not in watched and Path(each).exists()]
        if gone:
            self._watcher.removePaths(gone)
        if new:
            self._watcher.addPaths(new)

    def stop(self) -> None:
        """Watch nothing any more."""
        self._soon.stop()
        watched = self._watcher.files() + self._watcher.directories()
        if watched:
            self._watcher.removePaths(watched)

    def look(self) -> None:
        """Has somebody else saved the file? Read in a thread of its own; at once only if it changed."""
        filing = self._work.filing
        if not self._work.is_open or filing.path is None or self._work.saving is not None or self._reading:
            return
        if self._is_busy():
            self._soon.start(AGAIN)
            return
        now = _signature(filing.path)
        self._tell_whether_gone(filing, now is None)
        if now is None or now == self._seen:
            return
        self._seen = now
        work = Work(lambda: _changed(filing))
        self._reading = filing, work
        work.then(self._read)

    def _tell_whether_gone(self, filing: Filing, gone: bool) -> None:
        """The strip and the mark of what is not saved follow a file that is taken away or comes back."""
        if filing.gone != gone:
            filing.gone = gone
            self._work.filed.emit()

    def _begin(self) -> None:
        self.arm()
        self._seen = None
        filing, document = self._work.filing, self._work.document.journey.head.document
        if not self._work.is_open or filing.path is None or filing.read_only or not document:
            return
        path, journey = filing.path, self._work.document.journey
        search = Work(lambda: _beside(path, journey))
        self._searching = filing, search
        search.then(self._found)

    def _stirred(self, _path: str) -> None:
        self.arm()
        self._soon.start(CALM)

    def _read(self) -> None:
        if self._reading is None or not self._reading[1].is_over:
            return
        (filing, work), self._reading = self._reading, None
        try:
            loaded = work.answer()
        except (StorageError, OSError):
            return  # half written or gone: it stirs again, and a save asks for itself
        if loaded is None or filing is not self._work.filing or self._work.saving is not None:
            return
        if loaded.sha256 in (filing.sha256, filing.told_of):
            return
        if self._is_busy():
            self._seen = None
            self._soon.start(AGAIN)
        else:
            self.saved_by_others.emit(loaded)

    def _found(self) -> None:
        if self._searching is None or not self._searching[1].is_over:
            return
        (filing, work), self._searching = self._searching, None
        if filing is self._work.filing:
            filing.beside = work.answer()
            if filing.beside:
                self.found_beside.emit()


def in_the_middle(parts: Parts | None) -> bool:
    """Whether somebody would be disturbed: a question is open, a button is held, words are half written.

    The line itself is not disturbed by what happens to the map.
    """
    if QApplication.activeModalWidget() is not None or QApplication.mouseButtons().value:
        return True
    field = QApplication.focusWidget()
    if parts is None or field is parts.foot.bar.field:
        return parts is not None and parts.map.is_renaming
    written = isinstance(field, QLineEdit) and field.isModified()
    written = written or (isinstance(field, QPlainTextEdit) and field.document().isModified())
    return written or parts.map.is_renaming


def _changed(filing: Filing) -> Loaded | None:
    """The file as it is now, if that is not what was loaded or saved last."""
    return files.load(filing.path) if filing.path is not None and filing.changed_by_others() else None


def _beside(path: Path, journey: Journey) -> tuple[Beside, ...]:
    return beside(path, journey)


def _signature(path: Path) -> tuple[int, int, int] | None:
    """Something that changes with every save; what was really said is decided by the bytes alone."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino
