"""What surprised us: what we believed, and what we saw (CLAIMS S3.10: to learn before being right)."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from journeymap.edit import verbs
from journeymap.ui.clock import today
from journeymap.ui.desk import Desk
from journeymap.ui.dialogs.page import Page
from journeymap.ui.label import label
from journeymap.ui.pieces import button, column, row

WIDTH = 560


class Surprise(Page):
    """Two lines; Enter in the second writes them down with today's date and asks for the next."""

    def __init__(self, desk: Desk, parent: QWidget | None) -> None:
        super().__init__(desk.look, desk.t("What surprised us"), WIDTH, parent)
        self._desk = desk
        t = desk.t
        self.believed, self.saw = self._field(t("We believed")), self._field(t("We saw"))
        self.said = label("", "quiet", wrap=True)
        self.keep = button(desk.look, t("Write it down"), self._write, role="primary")
        self.believed.returnPressed.connect(self.saw.setFocus)
        for field in (self.believed, self.saw):
            field.textChanged.connect(lambda _: self._follow())
        self.saw.returnPressed.connect(self.keep.click)
        close = button(desk.look, t("Close"), self.accept)
        for one in (self.keep, close):
            one.setAutoDefault(False)
        self.show_parts(
            column(label(t("We believed"), "caption"), self.believed, gap=3),
            column(label(t("We saw"), "caption"), self.saw, gap=3),
            self.said,
            row(None, close, self.keep),
        )
        self._follow()

    def _field(self, name: str) -> QLineEdit:
        made = QLineEdit()
        made.setAccessibleName(name)
        return made

    def _follow(self) -> None:
        self.keep.setEnabled(bool(self.believed.text().strip() or self.saw.text().strip()))

    def _write(self) -> None:
        believed, saw = self.believed.text().strip(), self.saw.text().strip()
        verbs.note_surprise(self._desk.document, believed or None, saw or None, today().isoformat())
        count = len(self._desk.journey.log)
        self.said.setText(
            self._desk.t.plural(
                "Written down. {n} surprise stands in the table.",
                "Written down. {n} surprises stand in the table.",
                count,
            )
        )
        self.believed.clear()
        self.saw.clear()
        self.believed.setFocus()
