"""A step dragged over the map by the mouse: each move of the hand to its frame, and the drop."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from statistics import median

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent

from benchmarks import edits, screen
from benchmarks.maps import synthetic
from benchmarks.measure import Measured, cpu, percentile, rounds_for
from journeymap.canvas.view import MapView

MOST = 8.0
"""Milliseconds that 95 of 100 moves may take (PERFORMANCE 7: edit latency, drag)."""
STEP = "step3"
MOVES = 30
FAR = 5
"""Px between two moves: the drag ends a lane farther."""
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
PRESS, MOVE, RELEASE = (
    QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.MouseButtonRelease,
)  # fmt: skip


def measure(sizes: Sequence[int], rounds: int) -> Iterator[Measured]:
    """Two lines a size; the window has nothing else to do. Caches are cold at the press and at the drop."""
    for steps in sizes:
        window = edits.open_window(synthetic(steps))
        edits.settle(window)
        hand = Hand(edits.page_of(window).parts.map)
        for turn in range(max(4, rounds_for(steps, rounds))):
            edits.settle(window)
            hand.carry(FAR if turn % 2 == 0 else -FAR)
        edits.close(window)
        yield _line("a drag: a move of the hand", steps, hand.moves)
        yield _line("a drag: the drop in another lane", steps, hand.drops)


def _line(what: str, steps: int, taken: list[float]) -> Measured:
    high, demand = percentile(taken, 0.95), f"p95 <= {MOST:.0f} ms"
    return Measured(
        what, steps, median(taken), "the demand", MOST, demand, high <= MOST, note=f"p95 {high:.1f} ms"
    )


class Hand:
    """A mouse over the map; it keeps how long each of its moves and drops took, ms."""

    def __init__(self, view: MapView) -> None:
        self._view = view
        self.moves: list[float] = []
        self.drops: list[float] = []

    def carry(self, far: int) -> None:
        """Take the step and carry it up or down, `far` px a move, and let it go."""
        box = self._view.sight.box_of(STEP)
        if box is None:
            raise LookupError(STEP)
        at = self._view.mapFromScene(QPointF(box.x + box.w / 2, box.y + box.h / 2))
        gc.collect()
        self._send(PRESS, at, LEFT, LEFT)
        for _ in range(MOVES):
            at += QPoint(0, far)
            self.moves.append(self._send(MOVE, at, NONE, LEFT))
        gc.collect()
        self.drops.append(self._send(RELEASE, at, LEFT, NONE))

    def _send(self, kind: QEvent.Type, at: QPoint, button: Qt.MouseButton, held: Qt.MouseButton) -> float:
        viewport, app = self._view.viewport(), screen.application()
        where, on_screen = QPointF(at), QPointF(viewport.mapToGlobal(at))
        event = QMouseEvent(kind, where, on_screen, button, held, Qt.KeyboardModifier.NoModifier)
        begun = cpu()
        app.sendEvent(viewport, event)
        app.processEvents()
        return (cpu() - begun) * 1000
