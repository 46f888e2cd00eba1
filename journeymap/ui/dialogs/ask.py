"""One calm question with buttons that name what they do; Esc always means the harmless one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from journeymap.ui.label import label
from journeymap.ui.look import Look
from journeymap.ui.pieces import button, column, row


@dataclass(frozen=True)
class Choice:
    """A button: what it answers, its verb, whether it is the default, whether it stands apart left."""

    answer: str
    words: str
    primary: bool = False
    left: bool = False


class Ask(QDialog):
    """The question. `answer` is the chosen one's, or `harmless` when it was closed."""

    def __init__(
        self,
        look: Look,
        title: str,
        said: str,
        choices: Sequence[Choice],
        harmless: str,
        *,
        body: QWidget | None = None,
        after: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setModal(True)
        self.answer = harmless
        self.buttons: dict[str, QPushButton] = {}
        parts: list[QWidget] = [label(title, "title", wrap=True)]
        parts += [label(said, "row", wrap=True)] if said else []
        if body is not None:
            parts.append(body)
        if after:
            parts.append(label(after, "quiet", wrap=True))
        made = column(*parts, 4, self._row(look, choices), gap=12, margins=(24, 22, 24, 20))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(made)
        self.setMinimumWidth(look.px(480))
        self.setMaximumWidth(look.px(640))

    def _row(self, look: Look, choices: Sequence[Choice]) -> QWidget:
        for choice in choices:
            made = button(look, choice.words, role="primary" if choice.primary else "")
            made.clicked.connect(lambda _=False, answer=choice.answer: self._say(answer))
            made.setDefault(choice.primary)
            self.buttons[choice.answer] = made
        left = [self.buttons[choice.answer] for choice in choices if choice.left]
        right = [self.buttons[choice.answer] for choice in choices if not choice.left]
        return row(*left, None, *right, gap=8)

    def _say(self, answer: str) -> None:
        self.answer = answer
        self.accept()

    def ask(self) -> str:
        """Show the question and wait; the answer."""
        for made in self.buttons.values():
            if made.isDefault():
                made.setFocus(Qt.FocusReason.OtherFocusReason)
        self.exec()
        return self.answer
