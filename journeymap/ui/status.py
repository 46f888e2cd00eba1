"""The foot of the window: the map in figures, each one a button, and the zoom."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from journeymap.analysis.findings import Figures
from journeymap.canvas.guard import guard
from journeymap.canvas.levels import Level, level_at
from journeymap.ui.desk import Desk
from journeymap.ui.icons import icon
from journeymap.ui.label import tip
from journeymap.ui.pieces import button, clear, row
from journeymap.ui.remembered import Remembered


class StatusBar(QFrame):
    """Figures left, missing answers and zoom right. `counted(name)` when a figure is clicked."""

    counted = Signal(str)
    missing_asked = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("status")
        self._desk = desk
        self._shown: tuple[object, ...] = ()
        self._figures = QHBoxLayout()
        self._figures.setSpacing(8)
        self._missing = button(desk.look, "", self.missing_asked.emit, role="figure")
        self._missing.setIcon(icon(desk.look, "circle-help", 14, "warn"))
        self.out = self._zoom_button("minus", desk.t("Smaller"))
        self.zoom = button(desk.look, "100 %", role="figure", name=desk.t("Zoom"))
        self.larger = self._zoom_button("plus", desk.t("Larger"))
        self.whole = button(desk.look, desk.t("Whole map"), role="figure")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 0, 8, 0)
        layout.addLayout(self._figures)
        layout.addStretch(1)
        self._right = row(self._missing, 6, self.out, self.zoom, self.larger, self.whole, gap=2)
        layout.addWidget(self._right)
        self.setFixedHeight(desk.look.size("status"))

    def _zoom_button(self, sign: str, name: str) -> QPushButton:
        made = button(self._desk.look, "", role="figure", name=name)
        made.setIcon(icon(self._desk.look, sign, 14))
        return made

    def offer_zoom(self, offered: bool) -> None:
        """The zoom is there only while the map is."""
        for one in (self.out, self.zoom, self.larger, self.whole):
            one.setVisible(offered)

    def take_focus(self) -> None:
        """Give the keyboard to the first figure, or to the first button there is."""
        stops = [one for one in self.findChildren(QPushButton) if one.isVisibleTo(self)]
        if stops:
            stops[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_zoom(self, scale: float) -> None:
        """The zoom as per cent; where the steps show no words any more it says so."""
        t = self._desk.t
        percent = f"{round(scale * 100)}%" if t.language == "en" else f"{round(scale * 100)} %"
        unread = level_at(scale) is Level.FAR
        self.zoom.setText(t("Too small to read: {percent}", percent=percent) if unread else percent)
        tip(self.zoom, t("Click to see the words of the steps") if unread else "")

    def refresh(self) -> None:
        """Show the figures as they are; what cannot be computed is left out, never 0 or a dash."""
        shown = tuple(self._all())
        missing = self._words_missing()
        if (shown, missing) == self._shown:
            return
        self._shown = (shown, missing)
        clear(self._figures)
        for name, words in shown:
            self._figures.addWidget(self._figure(name, words))
        self._missing.setText(f" {missing}" if missing else "")
        self._missing.setVisible(bool(missing))
        self._fit()

    def _fit(self) -> None:
        """Figures that have no room are left out, the last ones first; half a figure says nothing."""
        free = self.width() - self._right.sizeHint().width() - 40
        for place in range(self._figures.count()):
            item = self._figures.itemAt(place)
            figure = item.widget() if item is not None else None
            if figure is not None:
                free -= figure.sizeHint().width() + self._figures.spacing()
                figure.setVisible(free >= 0)

    @guard(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()

    @guard(QSize(400, 28))
    def minimumSizeHint(self) -> QSize:
        return QSize(400, self._desk.look.size("status"))

    def _figure(self, name: str, words: str) -> QWidget:
        made = button(self._desk.look, words, lambda: self.counted.emit(name), role="figure")
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        tip(made, self._desk.t("Select what this counts"))
        return made

    def _all(self) -> Iterator[tuple[str, str]]:
        t, journey, found = self._desk.t, self._desk.journey, self._desk.work.findings.figures
        if journey.steps:
            yield "steps", t.plural("{n} step", "{n} steps", len(journey.steps))
        if journey.lanes:
            yield "lanes", t.plural("{n} lane", "{n} lanes", len(journey.lanes))
        yield from self._found(found)

    def _found(self, found: Figures) -> Iterator[tuple[str, str]]:
        t = self._desk.t
        if found.handoffs:
            yield "handoffs", t.plural("{n} hand-off", "{n} hand-offs", found.handoffs)
        walls = _CERTAIN.of(self._desk.work.findings)
        if walls:
            yield "walls", t.plural("{n} wall", "{n} walls", walls)
        if found.critical_moments:
            yield "critical", t.plural("{n} decisive moment", "{n} decisive moments", found.critical_moments)
        if found.customer_hours_per_year:
            hours = t.number(round(found.customer_hours_per_year))
            yield "frictions", t("{n} hours a year", n=hours)
            if found.hours_at_walls is not None:
                share = t.percent(found.hours_at_walls / found.customer_hours_per_year)
                yield "at_walls", t("{percent} of them at walls", percent=share)

    def _words_missing(self) -> str:
        waiting = [
            line for line in self._desk.work.findings.unranked if line.id in self._desk.journey.frictions
        ]
        if not waiting:
            return ""
        return self._desk.t.plural("{n} friction lacks answers", "{n} frictions lack answers", len(waiting))


_CERTAIN = Remembered[int](lambda found: sum(mark.certain for mark in found.marks))
"""How many walls stand for certain."""
