"""One link of the chain: its padlock, where it leads, and the requirement, written where it stands."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout

from journeymap.analysis.chains import has_requirement
from journeymap.canvas.guard import guard
from journeymap.model.records import Link
from journeymap.sheets.fields import say
from journeymap.ui.behind.sayings import leads
from journeymap.ui.desk import Desk
from journeymap.ui.details.written import LongWords
from journeymap.ui.icons import pixmap
from journeymap.ui.label import label
from journeymap.ui.pieces import row, top


class Field(LongWords):
    """The words of a requirement. Enter says them and goes on; arrows leave it at the first and last line."""

    entered = Signal()
    onward = Signal()
    left = Signal()

    def __init__(self, text: str) -> None:
        super().__init__(text, least=1, most=4, one_line=True)

    def show_text(self, text: str) -> None:
        """Show what was said elsewhere, unless something else is being written."""
        if self.toPlainText().strip() == self._was.strip() and text.strip() != self._was.strip():
            self._was = text
            self.setPlainText(text)

    @guard(None)
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    @guard(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape and self.toPlainText().strip() == self._was.strip():
            self.left.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.say_now()
            self.onward.emit()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self._at_edge(up=key == Qt.Key.Key_Up):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _at_edge(self, *, up: bool) -> bool:
        """Whether the caret cannot go further that way."""
        caret = self.textCursor()
        return not caret.movePosition(QTextCursor.MoveOperation.Up if up else QTextCursor.MoveOperation.Down)


class Demand(QFrame):
    """A link with its requirement; what is said is one step to undo."""

    def __init__(self, desk: Desk, link: Link) -> None:
        super().__init__()
        self._desk, self.link = desk, link.id
        self._lock = QLabel()
        self._lock.setFixedSize(desk.look.px(14), desk.look.px(14))
        self._to = label("", "caption", wrap=True)
        self.field = Field("")
        self.field.setProperty("role", "small")
        self.field.setPlaceholderText(desk.t("What must arrive, how good, and when?"))
        self.field.said.connect(self._say)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 2, 0, 2)
        layout.setSpacing(3)
        layout.addWidget(row(top(self._lock), (self._to, 1), gap=6))
        layout.addWidget(self.field)
        self.follow(link)

    def _say(self, text: str) -> None:
        """What stands in the field, unless its link went while somebody wrote."""
        if self.link in self._desk.journey.links:
            say(self._desk.document, self.link, "requirement.text", text or None)

    def follow(self, link: Link) -> None:
        """Show the link as it is now."""
        t, closed = self._desk.t, has_requirement(link)
        icon, token = ("lock", "text") if closed else ("lock-open", "warn")
        self._lock.setPixmap(pixmap(self._desk.look, icon, 14, token))
        words = leads(self._desk, link)
        self._to.setText(words)
        text = (link.requirement.text or "") if link.requirement is not None else ""
        self.field.show_text(text)
        state = t("has a requirement") if closed else t("no requirement yet")
        self.field.setAccessibleName(t("Requirement {where}: {state}", where=words, state=state))
