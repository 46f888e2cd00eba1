"""From the verb to the painted change: the map alone, and the whole window with all its panels."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Sequence
from statistics import median

from benchmarks import edits, items, screen
from benchmarks.edits import another_title
from benchmarks.maps import synthetic
from benchmarks.measure import Measured, cpu, percentile, rounds_for, times
from journeymap.analysis.examine import examine
from journeymap.edit import verbs
from journeymap.edit.document import Document
from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.picture.build import Memo
from journeymap.picture.theme import LIGHT

MOST = 8.0
"""Milliseconds that 95 of 100 edits may take."""


def measure(sizes: Sequence[int], rounds: int) -> Iterator[Measured]:
    """A retitle beside an item a step, then each kind of edit in the whole window."""
    screen.application()
    for steps in sizes:
        yield from _edits(steps, max(4, rounds_for(steps, rounds)))
        yield from _kinds(steps, max(5, rounds_for(steps, rounds)))


def _kinds(steps: int, rounds: int) -> Iterator[Measured]:
    """Every kind of edit in a window that has nothing else to do; caches are cold, as in `times`."""
    window = edits.open_window(synthetic(steps))
    taken: dict[str, list[float]] = {name: [] for name in edits.KINDS}
    for turn in range(rounds + 1):
        for name, kind in edits.KINDS.items():
            edits.settle(window)
            kind.before(window)
            gc.collect()
            begun = cpu()
            kind.edit(window)
            screen.application().processEvents()
            if turn:
                taken[name].append((cpu() - begun) * 1000)
    edits.close(window)
    for name, series in taken.items():
        high = percentile(series, 0.95)
        yield Measured(
            f"in the window: {name}", steps, median(series), "a retitle", median(taken["retitle"]),
            f"p95 <= {MOST:.0f} ms", high <= MOST, note=f"p95 {high:.1f} ms",
        )  # fmt: skip


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
    window, app = edits.open_window(journey), screen.application()

    def edit() -> None:
        edits.retitle(window)
        app.processEvents()

    return edit, lambda: edits.close(window)
