"""What if: a wall gone, a wait changed; what it would do stands beside the present until kept or dropped."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QVBoxLayout, QWidget

from journeymap.analysis.comparison import Side
from journeymap.analysis.words import wall_sentence
from journeymap.canvas.guard import guard
from journeymap.edit.supposing import OtherWait, Supposition, WallGone, without_frictions
from journeymap.i18n import N_
from journeymap.model.reading import name_of
from journeymap.model.records import Link
from journeymap.sheets.figures import DAYS, MINUTE
from journeymap.ui.aside.then import lines, sum_said
from journeymap.ui.aside.trial import Trial
from journeymap.ui.desk import Desk
from journeymap.ui.details.controls import control
from journeymap.ui.details.fields import Field
from journeymap.ui.label import label
from journeymap.ui.lines import Lines
from journeymap.ui.lists.entries import Entries
from journeymap.ui.pieces import button, clear, column, put, row, top

WAITS = {
    "wait_minutes": Field("wait_minutes", N_("Waiting then"), "quantity", unit=MINUTE),
    "lead_days": Field("lead_days", N_("Calendar days then"), "quantity", unit=DAYS),
}
NOTHING = N_("Choose a wall, a friction, a link or a step, and ask again: what if?")


class WhatIfPanel(QFrame):
    """`chose(id, show)`: what was clicked; `closed`: nothing is supposed any more; `kept`: it is true now."""

    chose = Signal(str, bool)
    closed = Signal()
    kept = Signal()

    def __init__(self, desk: Desk, trial: Trial) -> None:
        super().__init__()
        self._desk, self.trial = desk, trial
        t, look = desk.t, desk.look
        self.sum = label("", "rowbold", wrap=True)
        self._supposed = QVBoxLayout()
        self._supposed.setSpacing(8)
        self.entries = Entries()
        self.entries.setAccessibleName(t("What it would do"))
        self.entries.chose.connect(lambda about, show: self.chose.emit(about[0], show))
        close = button(look, "", self.closed.emit, role="figure", sign="x", name=t("Drop it"))
        self.keep = button(look, t("Keep it"), self._keep, role="primary")
        self.drop = button(look, t("Drop it"), self.closed.emit)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        head = row((label(t("What if"), "title"), 1), close)
        note = label(t("The map is not touched until you keep it."), "quiet", wrap=True)
        layout.addWidget(column(head, note, self._supposed, self.sum, gap=8, margins=(16, 12, 10, 8)))
        layout.addWidget(self.entries, 1)
        layout.addWidget(row(None, self.drop, self.keep, margins=(16, 8, 16, 12)))
        trial.changed.connect(self._show_supposed)
        trial.known.connect(self.refresh)
        self._show_supposed()
        self.refresh()

    def refresh(self) -> None:
        """Show what it would do."""
        then, now = self.trial.then, Side(self._desk.journey, self._desk.work.findings)
        self.sum.setText(self._desk.t(NOTHING) if not self.trial.supposed else "")
        if then is not None:
            self.sum.setText(sum_said(self._desk, now, then))
        self.entries.show_these(list(lines(self._desk, now, then)) if then is not None else [])
        self.keep.setEnabled(bool(self.trial.supposed) and not self._desk.work.filing.read_only)

    def _keep(self) -> None:
        self.trial.keep()
        self.kept.emit()

    # -- what is supposed -------------------------------------------------------------------------

    def _show_supposed(self) -> None:
        clear(self._supposed)
        for one in self.trial.supposed:
            put(self._supposed, self._card(one))

    def _card(self, one: Supposition) -> QWidget:
        body = self._wall(one) if isinstance(one, WallGone) else self._wait(one)
        cross = button(
            self._desk.look,
            "",
            partial(self.trial.drop, one.key),
            role="figure",
            sign="x",
            name=self._desk.t("Remove"),
        )
        return row((body, 1), top(cross), margins=(12, 8, 6, 10), name="card")

    def _wall(self, one: WallGone) -> QWidget:
        desk, t = self._desk, self._desk.t
        said = next((wall for wall in desk.work.findings.walls if wall.key == one.key), None)
        words = wall_sentence(said, desk.journey, t) if said is not None else one.key
        parts: list[QWidget] = [label(t("Gone is this wall:"), "caption"), Lines(words, most=4)]
        there = [id for id in one.frictions if id in desk.journey.frictions]
        if there:
            tick = QCheckBox(
                t.plural(
                    "The friction there is solved too",
                    "The {n} frictions there are solved too",
                    len(there),
                )
            )
            tick.setChecked(one.solved)
            tick.toggled.connect(lambda on: self.trial.suppose(without_frictions(one, solved=on)))
            parts.append(tick)
        return column(*parts, gap=4)

    def _wait(self, one: OtherWait) -> QWidget:
        desk, record = self._desk, self._desk.journey.get(one.id)
        name = name_of(record)
        if isinstance(record, Link):
            ends = (desk.journey.steps.get(record.source), desk.journey.steps.get(record.target))
            name = " → ".join(name_of(end) for end in ends)

        def say(value: object) -> None:
            self.trial.suppose(OtherWait(one.id, one.field, value))  # type: ignore[arg-type]

        asked = control(desk, WAITS[one.field], one.value, say)
        asked.setProperty("supposed", one.key)
        return column(Lines(name, most=3), asked, gap=4)

    @guard(None)
    def focusInEvent(self, event: QFocusEvent) -> None:
        self.entries.setFocus(event.reason())
