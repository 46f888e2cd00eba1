"""The card with the five tasks: what is done has its tick, what is next stands out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from journeymap.i18n import Catalogue
from journeymap.ui.desk import Desk
from journeymap.ui.drawn import sign
from journeymap.ui.first.tasks import TASKS, Task, progress
from journeymap.ui.icons import pixmap
from journeymap.ui.keynames import named
from journeymap.ui.keys import keys_of
from journeymap.ui.label import label
from journeymap.ui.mappane import shadow
from journeymap.ui.pieces import button, column, row

WIDTH = 312


class TaskRow(QWidget):
    """One task: its sign, its words, and how it is done as long as it is not."""

    def __init__(self, desk: Desk, task: Task) -> None:
        super().__init__()
        self._look = desk.look
        self._sign = sign(desk.look, "circle", 18, "text3")
        self._words = label(desk.t(task.words), "row", wrap=True)
        self._counted = label("", "caption")
        self._how = label(_how(desk.t, task), "caption", wrap=True)
        words = column(row((self._words, 1), self._counted), self._how, gap=1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(words, 1)

    def show_state(self, ticked: bool, current: bool, counted: str, brief: bool) -> None:
        """Done, next, or later; `brief` leaves it to the next one to say how."""
        name = "circle-check" if ticked else "circle-dot" if current else "circle"
        token = "value" if ticked else "accent" if current else "text3"
        self._sign.setPixmap(pixmap(self._look, name, 18, token))
        self._words.setProperty("role", "rowbold" if current else "row")
        for part in (self._words, self._counted):
            part.style().unpolish(part)
            part.style().polish(part)
        self._counted.setText("" if ticked else counted)
        self._how.setVisible(current or not (ticked or brief))


class FirstCard(QFrame):
    """Floats over the map's lower right; says nothing that stops anybody."""

    def __init__(self, desk: Desk, close: Callable[[], object]) -> None:
        super().__init__()
        self.setObjectName("floating")
        self._desk = desk
        t, look = desk.t, desk.look
        self.rows = [TaskRow(desk, task) for task in TASKS]
        self._foot = label("", "caption", wrap=True)
        self.close_button = button(look, t("Close"), close, role="small")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 14, 14, 12)
        layout.setSpacing(10)
        layout.addWidget(label(t("Your first map"), "title"))
        layout.addWidget(column(*self.rows, gap=8))
        layout.addWidget(row((self._foot, 1), self.close_button))
        self.setFixedWidth(look.px(WIDTH))
        shadow(desk, self)

    def show_tasks(self, done: Sequence[bool], *, brief: bool) -> None:
        """Which tasks are done; the first that is not stands out. `brief` where the map is low."""
        t = self._desk.t
        current = next((place for place, one in enumerate(done) if not one), None)
        for place, ticked in enumerate(done):
            counted = progress(t, self._desk.journey) if place == 0 else ""
            self.rows[place].show_state(ticked, place == current, counted, brief)
        over = t("Done. The map is yours: save it.")
        self._foot.setText(t("An ordinary map.") if current is not None else over)
        next_ = t(TASKS[current].words) if current is not None else over
        self.setAccessibleName(f"{t('Your first map')}: {next_}")


def _how(t: Catalogue, task: Task) -> str:
    key = named(t, keys_of("report").here()[0])
    return t(task.how, lane=t("Service"), key=key) if "{" in task.how else t(task.how)
