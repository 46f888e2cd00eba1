"""Painting: a frame at 100 %, one of the whole map, and steps of zooming, beside an item a step."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import cycle
from statistics import median

from PySide6.QtCore import QPointF

from benchmarks import items, screen
from benchmarks.maps import synthetic
from benchmarks.measure import Measured, percentile, rounds_for, times
from journeymap.analysis.examine import examine
from journeymap.canvas.view import MapView

FRAME = 16.0
SCALES = (1.0, 0.8, 0.6, 0.45, 0.35, 0.25, 0.35, 0.5, 0.7, 0.9)
"""A sweep out and in again, through all three levels."""


def measure(sizes: Sequence[int], rounds: int) -> Iterator[Measured]:
    """Three lines a size."""
    for steps in sizes:
        yield from _frames(steps, max(5, rounds_for(steps, rounds)))


def _frames(steps: int, rounds: int) -> Iterator[Measured]:
    journey = synthetic(steps)
    view = screen.map_view(screen.picture_of(journey, examine(journey, trials=0)))
    naive = items.item_view(journey)
    works = {"ours": lambda: screen.paint_all(view), "items": lambda: screen.paint_all(naive)}
    yield _line("frame at 100 %", steps, times(works, 2 * rounds), most=1.0)
    sweep = {"ours": _zoom_ours(view), "items": _zoom_items(naive)}
    yield _zoom_line(steps, times(sweep, 10 * max(1, rounds // 3)))
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


def _zoom_line(steps: int, taken: Mapping[str, list[float]]) -> Measured:
    mine, high = median(taken["ours"]), percentile(taken["ours"], 0.95)
    return Measured(
        "zoom step", steps, mine, "an item a step", median(taken["items"]),
        "median <= 16, p95 <= 33 ms", mine <= FRAME and high <= 33, note=f"p95 {high:.1f} ms",
    )  # fmt: skip


def _zoom_ours(view: MapView) -> Callable[[], None]:
    scales = cycle(SCALES)

    def zoom() -> None:
        view.camera.zoom(next(scales), QPointF(screen.middle_of(view)))
        screen.paint_all(view)

    return zoom


def _zoom_items(view: items.ItemView) -> Callable[[], None]:
    scales = cycle(SCALES)

    def zoom() -> None:
        view.resetTransform()
        scale = next(scales)
        view.scale(scale, scale)
        screen.paint_all(view)

    return zoom
