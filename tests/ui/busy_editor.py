"""Run as a program: the real editor, in which somebody works without pause. Arguments: a map, perhaps "copy".

With "copy" they copy everything and quit instead.

Writes each change's number to standard output when the edit has returned: "(n" before, ")n" after. The
map's title is the number of the last change; every seventh change adds a step, every 25th saves.
"""

from __future__ import annotations

import os
import sys

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from journeymap.app import editor
from journeymap.edit import verbs
from journeymap.model.ids import HEAD
from journeymap.model.reading import steps_in_order
from journeymap.ui.window import MainWindow


class Somebody:
    """Edits at every turn of the event loop, and saves now and then."""

    def __init__(self, window: MainWindow) -> None:
        self._window, self._number = window, 0
        self._timer = QTimer(window, interval=1)
        self._timer.timeout.connect(self._act)
        self._timer.start()

    def _act(self) -> None:
        work = self._window.work
        if not work.is_open:
            return
        self._number += 1
        tell(f"({self._number}")
        with work.document.edit("Work"):
            verbs.set_field(work.document, HEAD, title=str(self._number))
            if self._number % 7 == 0:
                last = steps_in_order(work.document.present)[-1]
                verbs.new_step(work.document, f"Step {self._number}", after=last.id)
        tell(f"){self._number}")
        if self._number % 25 == 0:
            self._window.do("save")


def copy_and_quit(window: MainWindow) -> None:
    """As soon as the map is open."""
    if not window.work.is_open:
        QTimer.singleShot(20, window, lambda: copy_and_quit(window))
        return
    window.do("select_all")
    window.do("copy")
    window.do("quit")


def tell(words: str) -> None:
    """Past every buffer: what was told is known even if the program dies now."""
    os.write(1, words.encode() + b"\n")


def main(path: str, what: str = "work") -> int:
    """The editor as it is started, with somebody at it."""
    real, people = editor.hear_log_off, []

    def begin(app: QApplication, window: MainWindow) -> None:
        real(app, window)
        copy_and_quit(window) if what == "copy" else people.append(Somebody(window))

    editor.hear_log_off = begin
    return editor.run([path])


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
