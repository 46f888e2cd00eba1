"""Forms made of fields: sections that open and close, each question asked by its control."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from journeymap.model.records import Record
from journeymap.sheets.fields import say, value_of
from journeymap.ui.desk import Desk
from journeymap.ui.details.controls import control, shown
from journeymap.ui.details.fields import Field, Section
from journeymap.ui.icons import icon
from journeymap.ui.label import Elided
from journeymap.ui.pieces import column, row
from journeymap.ui.why.asked import Asked


def questions(desk: Desk, record: Record, fields: Sequence[Field]) -> list[QWidget]:
    """The controls of these fields, each bound to the record."""
    return [_question(desk, record, field) for field in fields]


def _question(desk: Desk, record: Record, field: Field) -> QWidget:
    made = control(
        desk,
        field,
        value_of(record, field.name),
        lambda value: say(desk.document, record.id, field.name, value),
    )
    made.setProperty("answers", field.name)
    return made


def summary(desk: Desk, record: Record, fields: Sequence[Field]) -> str:
    """What a closed section holds, in brief."""
    said = (shown(desk, field, value_of(record, field.name)) for field in fields)
    return ", ".join(words for words in said if words)


class Fold(QFrame):
    """A section with a heading that opens and closes it; its body is made when first opened."""

    toggled = Signal(bool)

    def __init__(
        self, desk: Desk, words: str, note: str, make: Callable[[], QWidget], *, opened: bool
    ) -> None:
        super().__init__()
        self._desk, self._make = desk, make
        self.key = ""
        self.holds: tuple[str, ...] = ()
        self.is_open = False
        self._body: QWidget | None = None
        self._head = QPushButton(words.replace("&", "&&"))
        self._head.setAccessibleName(words)
        self._head.setProperty("role", "section")
        self._head.setIconSize(QSize(desk.look.px(14), desk.look.px(14)))
        self._head.clicked.connect(lambda: self.open(not self.is_open))
        self._note = Elided(note, "caption")
        self._note.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(6)
        self._layout.addWidget(row(self._head, (self._note, 1), gap=10))
        self._dress()
        if opened:
            self.open(True)

    def open(self, opened: bool) -> None:
        """Open or close the section."""
        self.is_open = opened
        if opened and self._body is None:
            self._body = self._make()
            self._layout.addWidget(self._body)
        if self._body is not None:
            self._body.setVisible(opened)
        self._dress()
        self.toggled.emit(opened)

    def take_focus(self) -> None:
        """Give the keyboard to the heading."""
        self._head.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _dress(self) -> None:
        name = "chevron-down" if self.is_open else "chevron-right"
        self._head.setIcon(icon(self._desk.look, name, 14, "text2"))
        self._head.setAccessibleDescription(
            self._desk.t("expanded") if self.is_open else self._desk.t("collapsed")
        )
        self._note.setVisible(not self.is_open)


class Opened:
    """Which sections stay open, remembered while one goes from record to record."""

    def __init__(self) -> None:
        self._said: dict[str, bool] = {}
        self.asked = Asked()

    def fold(
        self, desk: Desk, key: str, words: str, note: str, make: Callable[[], QWidget], usual: bool
    ) -> Fold:
        """A section that is open if it was left open."""
        made = Fold(desk, words, note, make, opened=self._said.get(key, usual))
        made.key = key
        made.toggled.connect(lambda opened: self._said.__setitem__(key, opened))
        return made


def folds(desk: Desk, record: Record, sections: Sequence[Section], opened: Opened) -> list[QWidget]:
    """All sections of a record."""
    return [_fold(desk, record, section, opened) for section in sections]


def _fold(desk: Desk, record: Record, section: Section, opened: Opened) -> Fold:
    key = f"{type(record).__name__}:{section.name}"
    made = opened.fold(
        desk,
        key,
        desk.t(section.words),
        summary(desk, record, section.fields),
        lambda: column(*questions(desk, record, section.fields), gap=10, margins=(0, 0, 0, 6)),
        section.open,
    )
    made.holds = tuple(field.name for field in section.fields)
    return made
