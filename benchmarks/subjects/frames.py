"""Painting: a frame at 100 %, one of the whole map, and steps of zooming, beside an item a step."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import cycle, islice
from statistics import median
from typing import NamedTuple

from PySide6.QtCore import QPointF

from benchmarks import items, screen
from benchmarks.maps import synthetic
from benchmarks.measure import Measured, cpu_of_all, percentile, rounds_for, times
from journeymap.analysis.examine import examine
from journeymap.canvas.view import MapView

FRAME = 16.0
SCALES = (1.0, 0.8, 0.6, 0.45, 0.35, 0.25, 0.35, 0.5, 0.7, 0.9)
"""A sweep out and in again, through all three levels."""


def measure(sizes: Sequence[int], rounds: int) -> Iterator[Measured]:
    """Four lines a size."""
    for steps in sizes:
        yield from _frames(steps, max(5, rounds_for(steps, rounds)))


def _frames(steps: int, rounds: int) -> Iterator[Measured]:
    journey = synthetic(steps)
    view = screen.map_view(screen.picture_of(journey, examine(journey, trials=0)))
    naive = items.item_view(journey)
    works = {"ours": lambda: screen.paint_all(view), "items": lambda: screen.paint_all(naive)}
    yield _line("frame at 100 %", steps, times(works, 2 * rounds), most=1.0)
    yield from _zoom_lines(steps, view, naive, 10 * max(1, rounds // 3))
    view.show_all()
    naive.show_all()
    yield _line("frame, whole map", steps, times(works, rounds), most=0.15)
    screen.put_away(view)
    screen.put_away(naive)


def _line(what: str, steps: int, taken: Mapping[str, list[float]], most: float) -> Measured:
    mine, theirs, high = median(taken["ours"]), median(taken["items"]), percentile(taken["ours"], 0.95)
    demand = f"<= {most} x, p95 <= 16 ms" if most < 1 else "p95 <= 16 ms"
    met = high <= FRAME and (most >= 1 or mine <= most * theirs)
    return Measured(what, steps, mine, "an item a step", theirs, demand, met, note=f"p95 {high:.1f} ms")


class Zoomed(NamedTuple):
    """Milliseconds of one step of zooming."""

    frame: float
    """Until its frame is shown."""
    slices: Sequence[float]
    """After it, each time that the window's thread is held until all is sharp."""

    @property
    def whole(self) -> float:
        """Until all is sharp."""
        return self.frame + sum(self.slices)


def _zoom_lines(steps: int, view: MapView, naive: items.ItemView, turns: int) -> Iterator[Measured]:
    """A step of zooming up to its frame, and the work until the map is sharp."""
    mine: list[Zoomed] = []
    theirs: list[float] = []
    for scale in islice(cycle(SCALES), turns + 1):
        mine.append(_zoomed(view, scale))
        theirs.append(_timed(lambda scale=scale: _zoom_items(naive, scale)))  # type: ignore[misc]
    frames, item = [step.frame for step in mine[1:]], median(theirs[1:])
    half, high = median(frames), percentile(frames, 0.95)
    yield Measured(
        "zoom step", steps, half, "an item a step", item,
        "median <= 16, p95 <= 33 ms", half <= FRAME and high <= 33, note=f"p95 {high:.1f} ms",
    )  # fmt: skip
    longest = max(max(step.slices, default=0.0) for step in mine[1:])
    yield Measured(
        "zoom step until sharp", steps, median(step.whole for step in mine[1:]), "an item a step", item,
        "no slice > 33 ms", longest <= 33, note=f"longest slice {longest:.1f} ms",
    )  # fmt: skip


def _zoomed(view: MapView, scale: float) -> Zoomed:
    def zoom() -> None:
        view.camera.zoom(scale, QPointF(screen.middle_of(view)))
        screen.paint_all(view)

    frame, slices = _timed(zoom), []
    while not view.is_sharp:
        slices.append(_timed(screen.application().processEvents, cold=False))
    if slices:
        slices.append(_timed(screen.application().processEvents, cold=False))  # the frame that shows it
    return Zoomed(frame, slices)


def _zoom_items(view: items.ItemView, scale: float) -> None:
    view.resetTransform()
    view.scale(scale, scale)
    screen.paint_all(view)


def _timed(work: Callable[[], object], cold: bool = True) -> float:
    """Milliseconds that some work takes of all threads; Qt has several scale one image."""
    if cold:
        gc.collect()
    begun = cpu_of_all()
    work()
    return (cpu_of_all() - begun) * 1000
