"""The table of steps: opened, scrolled by a page, and from Enter to the painted cell."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import cycle
from statistics import median

from PySide6.QtWidgets import QTableView, QTableWidget, QTableWidgetItem

from benchmarks import screen
from benchmarks.edits import another_title
from benchmarks.maps import synthetic
from benchmarks.measure import Measured, percentile, rounds_for, times
from journeymap.sheets.grid import Grid
from journeymap.ui.filing import Filing
from journeymap.ui.look import Look
from journeymap.ui.table.pane import TablePane
from journeymap.ui.views import Views
from journeymap.ui.window import MainWindow

OPENED, PAINTED, FRAME = 200.0, 50.0, 16.0
"""Milliseconds: the sheet turned to, an edit on screen again, a page scrolled."""


def measure(sizes: Sequence[int], rounds: int) -> Iterator[Measured]:
    """Three lines a size."""
    screen.application()
    for steps in sizes:
        yield from _figures(steps, max(4, rounds_for(steps, rounds)))


def _figures(steps: int, rounds: int) -> Iterator[Measured]:
    window = _window(steps)
    pane = _pane(window)
    texts = texts_of(pane.grid)
    naive = QTableWidget()
    naive.resize(*screen.SIZE)
    naive.show()
    app = screen.application()
    _fill(naive, texts)
    app.processEvents()

    def opened() -> None:
        pane.show_sheet("links")
        pane.show_sheet("steps")
        pane.view.viewport().repaint()

    def filled() -> None:
        _fill(naive, texts)
        naive.viewport().repaint()

    yield _line("table of steps opened", steps, times({"ours": opened, "naive": filled}, rounds), OPENED)
    scrolls = {"ours": _scrolled(pane.view), "naive": _scrolled(naive)}
    yield _line("table scrolled by a page", steps, times(scrolls, 4 * rounds), FRAME)
    pane.view.go((pane.grid.rows.index("step1"), 0))
    edits = {"ours": lambda: _write(window), "naive": lambda: _overwrite(naive)}
    yield _line("cell written to painted", steps, times(edits, rounds), PAINTED)
    naive.close()
    window.work.leave()
    window.work.stop()
    window.hide()
    window.deleteLater()
    app.processEvents()


def _window(steps: int) -> MainWindow:
    window = MainWindow("en", Look())
    window.resize(*screen.SIZE)
    window.show()
    journey = synthetic(steps)
    window.work.open(journey, Filing(journey, None, None))
    views = window.findChild(Views)
    assert views is not None
    views.turn_to("table")
    screen.application().processEvents()
    return window


def _pane(window: MainWindow) -> TablePane:
    pane = window.findChild(TablePane)
    assert pane is not None
    return pane


def _line(what: str, steps: int, taken: Mapping[str, list[float]], most: float) -> Measured:
    high = percentile(taken["ours"], 0.95)
    return Measured(
        what, steps, median(taken["ours"]), "a QTableWidget", median(taken["naive"]),
        f"p95 <= {most:.0f} ms", high <= most, note=f"p95 {high:.1f} ms",
    )  # fmt: skip


def texts_of(grid: Grid) -> list[list[str]]:
    """What the sheet shows, cell by cell: the yardstick is given it for nothing."""
    columns = range(len(grid.columns))
    return [[grid.text(row, column) for column in columns] for row in range(grid.height)]


def _fill(table: QTableWidget, texts: list[list[str]]) -> None:
    table.clear()
    table.setRowCount(len(texts))
    table.setColumnCount(len(texts[0]))
    for row, line in enumerate(texts):
        for column, text in enumerate(line):
            table.setItem(row, column, QTableWidgetItem(text))


def _scrolled(table: QTableView) -> Callable[[], None]:
    bar, viewport = table.verticalScrollBar(), table.viewport()
    places = cycle(range(0, max(1, bar.maximum()), max(1, bar.pageStep())))

    def scroll() -> None:
        bar.setValue(next(places))
        viewport.repaint()

    return scroll


def _write(window: MainWindow) -> None:
    """A title becomes another one: the editor opens over the cell, and is left."""
    pane = _pane(window)
    pane.working.edit(another_title(window.work.document.journey), as_it_stands=False)
    pane.editor.finish()
    pane.view.viewport().repaint()


def _overwrite(table: QTableWidget) -> None:
    table.setItem(0, 0, QTableWidgetItem("Ask for the room"))
    table.viewport().repaint()
