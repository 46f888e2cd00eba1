"""From the verb to the painted change: the map alone, and the whole window with all its panels."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from statistics import median

from benchmarks import items, screen
from benchmarks.maps import synthetic
from benchmarks.measure import Measured, percentile, rounds_for, times
from journeymap.analysis.examine import examine
from journeymap.edit import verbs
from journeymap.edit.document import Document
from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.picture.build import Memo
from journeymap.picture.theme import LIGHT
from journeymap.ui.filing import Filing
from journeymap.ui.look import Look
from journeymap.ui.window import MainWindow

MOST = 8.0
"""Milliseconds that 95 of 100 edits may take."""


def measure(sizes: Sequence[int], rounds: int) -> Iterator[Measured]:
    """Two lines a size."""
    screen.application()
    for steps in sizes:
        yield from _edits(steps, max(4, rounds_for(steps, rounds)))


def _edits(steps: int, rounds: int) -> Iterator[Measured]:
    journey = synthetic(steps)
    naive = items.item_view(journey)
    item = naive.items_of[Id("step1")]

    def retitle() -> None:
        item.title += "."
        item.update()
        screen.application().processEvents()

    on_map, close_map = map_edit(journey)
    in_window, close_window = window_edit(journey)
    taken = times({"map": on_map, "window": in_window, "items": retitle}, rounds)
    close_map()
    close_window()
    screen.put_away(naive)
    theirs = median(taken["items"])
    for what, name in (("edit to painted: map", "map"), ("edit to painted: whole window", "window")):
        high = percentile(taken[name], 0.95)
        yield Measured(
            what, steps, median(taken[name]), "an item a step", theirs,
            f"p95 <= {MOST:.0f} ms", high <= MOST, note=f"p95 {high:.1f} ms",
        )  # fmt: skip


def map_edit(journey: Journey) -> tuple[Callable[[], None], Callable[[], None]]:
    """Retitle one step: verb, change, picture, difference, paint. And how to put it away."""
    document, memo = Document(journey), Memo()
    findings = examine(journey, trials=0)
    view = screen.map_view(screen.picture_of(journey, findings, memo))
    screen.paint_all(view)

    def edit() -> None:
        verbs.rename(document, Id("step1"), another_title(document.journey))
        view.show_picture(screen.picture_of(document.journey, findings, memo), LIGHT)
        screen.application().processEvents()

    return edit, lambda: screen.put_away(view)


def window_edit(journey: Journey) -> tuple[Callable[[], None], Callable[[], None]]:
    """The same in the editor, with journal, lists, details and figures; the worker is not waited for."""
    window = MainWindow("en", Look())
    window.resize(*screen.SIZE)
    window.show()
    window.work.open(journey, Filing(journey, None, None))
    app = screen.application()
    app.processEvents()

    def edit() -> None:
        document = window.work.document
        verbs.rename(document, Id("step1"), another_title(document.journey))
        app.processEvents()

    def close() -> None:
        window.work.leave()
        window.work.stop()
        window.hide()
        window.deleteLater()
        app.processEvents()

    return edit, close


def another_title(journey: Journey) -> str:
    """One of two titles of equal length, so that the layout stays."""
    one, other = "Ask for the room", "Ask for the rook"
    return other if journey.steps[Id("step1")].title == one else one
