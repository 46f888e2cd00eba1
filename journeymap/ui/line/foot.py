"""Everything that floats at the map's lower edge: offers, a refusal, and the line or a strip."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from journeymap.canvas.accessible import announce
from journeymap.canvas.guard import guard
from journeymap.ui.desk import Desk
from journeymap.ui.drawn import sign
from journeymap.ui.label import label
from journeymap.ui.line.bar import LineBar
from journeymap.ui.line.choices import Choices
from journeymap.ui.line.choosing import Choosing
from journeymap.ui.line.strips import Asking, FourAnswers, HandoffQuestion
from journeymap.ui.pieces import row


class Refusal(QFrame):
    """One sentence above the line: why it stays as it was written, or what just came in."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("floating")
        self._words = label("", "row", wrap=True)
        self._warn = sign(desk.look, "triangle-alert", 16, "warn")
        self._key = label(desk.t("Esc changes it"), "caption")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 14, 8)
        layout.addWidget(row(self._warn, (self._words, 1), self._key, gap=10))
        self.hide()

    def say(self, words: str, *, refused: bool = True) -> None:
        """Show the sentence; nothing: go."""
        self._words.setText(words)
        self._warn.setVisible(refused)
        self._key.setVisible(refused)
        self.setAccessibleName(words)
        self.setVisible(bool(words))
        announce(self, words, urgent=refused)


class Foot(QWidget):
    """Stacks them, the line at the bottom; a strip takes the line's place while it asks."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.bar = LineBar(desk)
        self.choices = Choices(desk)
        self.refusal = Refusal(desk)
        self.answers = FourAnswers(desk)
        self.handoff = HandoffQuestion(desk)
        self.choosing = Choosing(desk)
        self.strips: tuple[Asking, ...] = (self.answers, self.handoff, self.choosing)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for part in (self.choices, self.refusal, *self.strips, self.bar):
            layout.addWidget(part)
        self.retire(None)

    def crown(self, part: QWidget) -> None:
        """Put something on top of all, such as what the line is being asked for one by one."""
        layout = self.layout()
        if isinstance(layout, QVBoxLayout):
            layout.insertWidget(0, part)

    @property
    def asking(self) -> Asking | None:
        """The strip that asks now."""
        return next((strip for strip in self.strips if not strip.isHidden()), None)

    def retire(self, strip: Asking | None) -> None:
        """Show the line again, or this strip instead of it."""
        for one in self.strips:
            one.setVisible(one is strip)
        self.bar.setVisible(strip is None)

    @guard(QSize(400, 46))
    def sizeHint(self) -> QSize:
        layout = self.layout()
        assert layout is not None
        width = self.width() or 600
        height = layout.heightForWidth(width) if layout.hasHeightForWidth() else layout.sizeHint().height()
        return QSize(width, height)
