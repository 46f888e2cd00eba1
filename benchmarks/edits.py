"""What people do to a map, one edit each, in the editor's own window: for measuring how long it takes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest

from benchmarks import screen
from journeymap.edit import verbs
from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.model.reading import column_of
from journeymap.model.records import Step
from journeymap.ui.filing import Filing
from journeymap.ui.look import Look
from journeymap.ui.window import MainWindow
from journeymap.ui.workpage import WorkPage

PATIENCE = 60_000
QUIET = 120
"""Milliseconds without anything left to do, before the next edit: a person breathes."""


class Kind(NamedTuple):
    """One kind of edit: what happens before it without being measured, and the edit."""

    edit: Callable[[MainWindow], object]
    before: Callable[[MainWindow], object] = lambda _window: None


def open_window(journey: Journey) -> MainWindow:
    """The editor with the journey, at the size of the benchmarks."""
    screen.application()
    window = MainWindow("en", Look())
    window.resize(*screen.SIZE)
    window.show()
    window.work.open(journey, Filing(journey, None, None))
    screen.application().processEvents()
    return window


def close(window: MainWindow) -> None:
    """Put the window away without questions."""
    window.work.leave()
    window.work.stop()
    window.hide()
    window.deleteLater()
    screen.application().processEvents()


def rest(milliseconds: int) -> None:
    """Let the window live for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def settle(window: MainWindow) -> None:
    """Until everything is examined and drawn, and a breath longer."""
    drawing = page_of(window).parts.drawing
    for _ in range(PATIENCE // QUIET):
        rest(QUIET)
        if window.work.is_examined and drawing.is_whole:
            return


def page_of(window: MainWindow) -> WorkPage:
    """The page of the open map."""
    page = window.centralWidget()
    if not isinstance(page, WorkPage):
        raise TypeError("no map is open")
    return page


def another_title(journey: Journey) -> str:
    """One of two titles of equal length, so that the layout stays."""
    one, other = "Ask for the room", "Ask for the rook"
    return other if journey.steps[Id("step1")].title == one else one


def retitle(window: MainWindow) -> None:
    """Other words on a step."""
    verbs.rename(window.work.document, Id("step1"), another_title(window.work.document.journey))


def move(window: MainWindow) -> None:
    """A step goes to the lane below or above."""
    document = window.work.document
    lane = document.journey.steps[Id("step5")].lane
    verbs.move_to_lane(document, [Id("step5")], Id("lane1" if lane != "lane1" else "lane2"))


def last_step(window: MainWindow) -> Step:
    """The step at the end of the map."""
    return max(window.work.document.journey.steps.values(), key=lambda step: (column_of(step), step.id))


def add(window: MainWindow) -> None:
    """A step at the end."""
    verbs.new_step(window.work.document, "Say good-bye", after=last_step(window).id)


def delete(window: MainWindow) -> None:
    """The step at the end goes."""
    verbs.delete(window.work.document, [last_step(window).id])


def feel(window: MainWindow) -> None:
    """How somebody feels at a step."""
    document = window.work.document
    felt = document.journey.steps[Id("step2")].experience
    verbs.set_field(document, Id("step2"), experience=-1 if felt != -1 else 1)


def rub(window: MainWindow) -> None:
    """A friction at a step."""
    verbs.add_friction(window.work.document, Id("step3"), "Nobody knows about the room")


def take_back(window: MainWindow) -> None:
    """Undo."""
    window.work.document.undo()


def stand_in_line(window: MainWindow) -> None:
    """The caret is in the empty line; nothing is asked there."""
    parts = page_of(window).parts
    parts.foot.retire(None)
    parts.writing.prefill("")


def write(words: str) -> Callable[[MainWindow], None]:
    """Words are in the line, and the line lives for a moment."""

    def written(window: MainWindow) -> None:
        stand_in_line(window)
        QTest.keyClicks(page_of(window).parts.foot.bar.field, words)
        rest(QUIET)

    return written


def letter(window: MainWindow) -> None:
    """One more letter in the line."""
    QTest.keyClicks(page_of(window).parts.foot.bar.field, "e")


def enter(window: MainWindow) -> None:
    """Enter in the line."""
    QTest.keyClick(page_of(window).parts.foot.bar.field, Qt.Key.Key_Return)


KINDS: Mapping[str, Kind] = {
    "retitle": Kind(retitle),
    "a step to another lane": Kind(move),
    "a step at the end": Kind(add),
    "that step deleted": Kind(delete),
    "how it feels": Kind(feel),
    "a friction": Kind(rub),
    "undo of it": Kind(take_back),
    "a letter in the line": Kind(letter, write("Waits for the bus")),
    "Enter in the line": Kind(enter, write("Waits for the bus home")),
}
"""In this order each finds the map as the one before left it."""
