"""Small programs that run in a process of their own and print one line of JSON about themselves.

`python -m benchmarks.probes bare|window` tells when the first frame was painted (monotonic clock,
which all processes share) and which modules were loaded by then; `map N|items N` how much memory
a canvas took.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

HEAVY = ("networkx", "reportlab", "numpy", "babel", "pydantic", "PIL", "pikepdf", "pypdfium2", "fontTools")
"""Modules that have no business before the first frame."""


def tell(**more: float) -> None:
    """Print what is known at this frame and leave."""
    loaded = [name for name in HEAVY if name in sys.modules]
    ours = sorted(name for name in sys.modules if name.startswith("journeymap"))
    told = {"painted": time.monotonic(), "cpu": time.process_time(), "heavy": loaded, "ours": ours, **more}
    print(json.dumps(told), flush=True)
    os._exit(0)


def bare() -> None:
    """The least that Qt can show: one widget."""
    from PySide6.QtCore import QTimer  # noqa: PLC0415 - each probe loads Qt by its own way
    from PySide6.QtGui import QPaintEvent  # noqa: PLC0415
    from PySide6.QtWidgets import QApplication, QWidget  # noqa: PLC0415

    class Bare(QWidget):
        def paintEvent(self, _event: QPaintEvent) -> None:
            QTimer.singleShot(0, tell)

    app = QApplication(["bare"])
    window = Bare()
    window.resize(1440, 900)
    window.show()
    app.exec()


def window(file: str = "") -> None:
    """The program itself, by its own way in; with a file it tells of the map's first frame."""
    from journeymap.app.quiet import load_quietly  # noqa: PLC0415

    load_quietly()
    from PySide6.QtCore import QTimer  # noqa: PLC0415
    from PySide6.QtGui import QPaintEvent  # noqa: PLC0415

    from journeymap.app import editor  # noqa: PLC0415 - the bare window must not pay for it
    from journeymap.ui.painted import once_painted  # noqa: PLC0415
    from journeymap.ui.window import MainWindow  # noqa: PLC0415

    class Told(MainWindow):
        def paintEvent(self, event: QPaintEvent) -> None:
            super().paintEvent(event)
            if not file:
                QTimer.singleShot(0, tell)

        def rebuild(self) -> None:
            super().rebuild()
            if self.work.is_open:
                once_painted(self.parts_or_frame().map.viewport(), tell)

    vars(editor)["MainWindow"] = Told
    editor.run([file] if file else [])


def resident() -> float:
    """Megabytes of this process in memory."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def map_memory(steps: int) -> None:
    """What our canvas adds: picture, view, one frame near and one of the whole map."""
    from benchmarks import maps, screen  # noqa: PLC0415
    from journeymap.analysis.examine import examine  # noqa: PLC0415

    journey = maps.synthetic(steps)
    findings = examine(journey, trials=0)
    screen.picture_of(maps.synthetic(20), examine(maps.synthetic(20), trials=0))
    screen.put_away(screen.map_view())
    before = resident()
    picture = screen.picture_of(journey, findings)
    built = resident()
    view = screen.map_view(picture)
    screen.paint_all(view)
    view.show_all()
    screen.paint_all(view)
    screen.settle(view)
    print(json.dumps({"picture": built - before, "canvas": resident() - built}), flush=True)


def items_memory(steps: int) -> None:
    """What one item a step adds, seen in the same way."""
    from benchmarks import items, maps, screen  # noqa: PLC0415

    journey = maps.synthetic(steps)
    screen.put_away(screen.map_view())
    before = resident()
    view = items.item_view(journey)
    screen.paint_all(view)
    view.show_all()
    screen.paint_all(view)
    print(json.dumps({"canvas": resident() - before}), flush=True)


PROBES: dict[str, Callable[[], None]] = {
    "bare": bare,
    "window": window,
    "opened": lambda: window(sys.argv[2]),
    "map": lambda: map_memory(int(sys.argv[2])),
    "items": lambda: items_memory(int(sys.argv[2])),
}

if __name__ == "__main__":
    PROBES[sys.argv[1]]()
