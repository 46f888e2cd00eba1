"""What is met on the walk, written down where one stands: words, how it is known, who walks."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout

from journeymap.analysis.words import customer_forms
from journeymap.canvas.guard import guard
from journeymap.edit import verbs
from journeymap.i18n import N_
from journeymap.model.ids import Id
from journeymap.model.records import EvidenceLevel, EvidenceWho
from journeymap.storage import settings
from journeymap.ui.clock import today
from journeymap.ui.desk import Desk
from journeymap.ui.keynames import named
from journeymap.ui.keys import keys_of
from journeymap.ui.label import label
from journeymap.ui.pieces import Segments, button, column, row

WAYS: tuple[tuple[str, EvidenceLevel, EvidenceWho], ...] = (
    (N_("I saw it"), "observed", "staff"),
    (N_("{The_guest} said it"), "heard", "customer"),
    (N_("The staff said it"), "heard", "staff"),
    (N_("It was measured"), "measured", "data"),
)
"""How what is written is known."""
ROLE, NAME = "walk_role", "name"
"""Settings: who walked last."""


class Noted(QLineEdit):
    """A line of text; Enter says it, Esc and Tab give the keyboard back to the walk."""

    said = Signal(str)
    left = Signal()

    @guard(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.said.emit(self.text().strip())
        else:
            super().keyPressEvent(event)


class Notes(QFrame):
    """The foot of the walk. `told` is a sentence about what was written; `left`: back to walking."""

    told = Signal(str)
    left = Signal()

    def __init__(self, desk: Desk, place: Callable[[], Id]) -> None:
        super().__init__()
        self.setObjectName("status")
        self._desk, self._place = desk, place
        self.walk: Id | None = None
        self._way = 0
        t = desk.t
        self.field = Noted()
        self.field.setPlaceholderText(t("What do you see or hear here? Type, Enter writes it down"))
        self.field.setAccessibleName(t("What do you see or hear here?"))
        self.field.said.connect(self._write)
        self.field.left.connect(self.left.emit)
        forms = customer_forms(desk.journey, t)
        self.ways = Segments([t(words, **forms) for words, _, _ in WAYS], 0, self._choose, equal=False)
        self.role = self._who(t("Your role"), ROLE)
        self.name = self._who(t("Your name"), NAME)
        self.as_drawn = button(desk.look, t("It is as drawn"), lambda: self._write(None), role="small")
        self._build()

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        whose = row(
            column(label(self._desk.t("Your role"), "caption"), self.role, gap=3),
            column(label(self._desk.t("Your name"), "caption"), self.name, gap=3),
            gap=10,
        )
        said = column(self.field, row(self.ways, None, self.as_drawn, gap=12), gap=8)
        layout.addWidget(row((said, 3), (whose, 1), gap=24, margins=(24, 14, 24, 16)))

    def _who(self, words: str, setting: str) -> Noted:
        made = Noted()
        made.setText(str(settings.get(setting, "")))
        made.setAccessibleName(words)
        made.editingFinished.connect(lambda: settings.put(setting, made.text().strip()))
        made.said.connect(lambda _: self.left.emit())
        made.left.connect(self.left.emit)
        return made

    def _choose(self, place: int) -> None:
        self._way = place
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def begin(self, words: str) -> None:
        """Somebody types while walking: it is a note."""
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.insert(words)

    def _write(self, words: str | None) -> None:
        """Evidence at the step and a line in the walk; nothing typed only gives the keyboard back."""
        if words == "":
            self.left.emit()
            return
        desk, t, day = self._desk, self._desk.t, today()
        _, level, who = WAYS[self._way] if words is not None else WAYS[0]
        role, name = self.role.text().strip(), self.name.text().strip()
        date = t.date(day)
        source = t("Walk {date}, {role}", date=date, role=role) if role else t("Walk {date}", date=date)
        self.walk = verbs.note_on_walk(
            desk.document, self.walk, self._place(), level, who, words,
            source=source, by=name or None, role=role or None, date=day.isoformat(),
        )  # fmt: skip
        self.field.clear()
        self.told.emit(
            t(
                "Written down as evidence at the step. {undo} takes it back.",
                undo=named(t, keys_of("undo").here()[0]),
            )
        )
        self.left.emit()
