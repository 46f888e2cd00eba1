"""The line as it looks: a chip that says what Enter will make, the words, and quiet hints."""

from __future__ import annotations

from collections.abc import Set

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QStyle, QStyleOption, QWidget

from journeymap.canvas.accessible import announce
from journeymap.canvas.guard import guard
from journeymap.i18n import N_
from journeymap.storage import settings
from journeymap.ui.aloud import chip_words
from journeymap.ui.desk import Desk
from journeymap.ui.label import Elided, label, tip
from journeymap.ui.line.field import LineField
from journeymap.ui.pieces import row
from journeymap.ui.preferences import hint_choice, hinted, sign_used

HINTS = (
    ("!", N_("decides")),
    ("#", N_("friction")),
    ('"', N_("quote")),
    (">", N_("sent on")),
    ("<", N_("behind")),
)
WRITING = (N_("Enter next"), N_("Shift+Enter or else"), N_("Ctrl+digit another lane"))


class Chip(QLabel):
    """What Enter will make; what is longer than the chip may be ends in …"""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setObjectName("lane_chip")

    @guard(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        metrics, area = self.fontMetrics(), self.contentsRect()
        if metrics.horizontalAdvance(self.text()) <= area.width():
            super().paintEvent(event)
            return
        option = QStyleOption()
        option.initFrom(self)
        painter, style = QPainter(self), self.style()
        style.drawPrimitive(QStyle.PrimitiveElement.PE_Widget, option, painter, self)
        shown = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, area.width())
        flags, ink = int(self.alignment()), self.foregroundRole()
        style.drawItemText(painter, area, flags, self.palette(), self.isEnabled(), shown, ink)
        painter.end()


class LineBar(QFrame):
    """Chip, field, and at the right either the signs, the keys, or what a fact belongs to."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("line")
        self._desk = desk
        self.chip = Chip()
        self.chip.hide()
        self.field = LineField()
        self.field.setAccessibleName(desk.t("The line"))
        self._belongs = Elided("", "caption")
        self._belongs.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._signs = [row(label(key, "key"), label(desk.t(words), "caption"), gap=5) for key, words in HINTS]
        self._keys = [label(desk.t(words), "caption") for words in WRITING]
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 5, 12, 5)
        layout.setSpacing(10)
        layout.addWidget(self.chip)
        layout.addWidget(self.field, 3)
        layout.addWidget(self._belongs, 2)
        for hint in (*self._signs, *self._keys):
            layout.addWidget(hint)
        self.setFixedHeight(desk.look.px(46))
        self._chosen: tuple[Set[str], bool] = (frozenset(), False)
        """Which signs are hinted at and whether keys are, as the settings last said."""
        self._asked = -1
        self._fitted: tuple[object, ...] = ()
        self.field.textChanged.connect(lambda _: self.fit_hints())
        self.field.focused.connect(self._ask_settings)
        self.field.entered.connect(lambda *_: self._count_sign())
        self.say_belongs("")

    def say_chip(self, words: str, *, new: bool = False) -> None:
        """What stands in the chip, seen and heard; a lane about to be made looks different."""
        if words != self.chip.text():
            said = chip_words(words, self._desk.t)
            self.field.setAccessibleDescription(said)
            announce(self.field, said if self.field.hasFocus() else "")
            self.chip.setText(words)
            self.chip.setVisible(bool(words))
            tip(self.chip, words)
        self._bound_chip()
        if self.chip.property("new") != new:
            self.chip.setProperty("new", new)
            self.chip.style().unpolish(self.chip)
            self.chip.style().polish(self.chip)
        self.fit_hints()

    def _bound_chip(self) -> None:
        """The chip leaves most of a narrow line to the words."""
        self.chip.setMaximumWidth(min(self._desk.look.px(230), self.width() * 2 // 5))

    def say_belongs(self, words: str) -> None:
        """What the fact being written belongs to: "on: Calls the phone line"."""
        if words != self._belongs.text():
            self._belongs.setText(words)
        self._belongs.setVisible(bool(words))
        self.fit_hints()

    def fit_hints(self) -> None:
        """Hints fall away from the right where the line is narrow; the placeholder never does."""
        if self._asked != settings.changes():
            self._asked = settings.changes()
            self._chosen = frozenset(hinted(key for key, _ in HINTS)), hint_choice() != "never"
        field = self.field
        said = (self.chip.text(), self._belongs.text(), field.text(), field.placeholderText())
        if (self.width(), self.chip.maximumWidth(), said, self._chosen) != self._fitted:
            self._fitted = (self.width(), self.chip.maximumWidth(), said, self._chosen)
            self._fit(*self._chosen)

    def _fit(self, shown: Set[str], with_keys: bool) -> None:
        signs = [made for made, (key, _) in zip(self._signs, HINTS, strict=True) if key in shown]
        keys = self._keys if with_keys else []
        wanted: list[QWidget] = [*(keys if self.field.text() else signs)]
        if self._belongs.text():
            wanted = []
        chip = min(self.chip.sizeHint().width(), self.chip.maximumWidth())
        free = self.width() - chip - self._least() - 40
        for hint in (*self._signs, *self._keys):
            width = hint.sizeHint().width() + 10
            fits = hint in wanted and free >= width
            free = free - width if fits else (free if hint not in wanted else -1)
            hint.setVisible(fits)

    def _count_sign(self) -> None:
        """A sign that was written five times is learnt: its hint makes room (WINDOW, settings)."""
        sign = self.field.text().lstrip()[:1]
        if sign in dict(HINTS):
            sign_used(sign)

    def _ask_settings(self) -> None:
        """The caret comes to the line: another program may have written the settings meanwhile."""
        self._asked = -1
        self.fit_hints()

    def _least(self) -> int:
        """The room the words themselves need."""
        self.field.ensurePolished()
        words = self.field.text() or self.field.placeholderText()
        return max(self._desk.look.px(120), self.field.fontMetrics().horizontalAdvance(words) + 30)

    @guard(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._bound_chip()
        self.fit_hints()

    @guard(QSize(400, 46))
    def sizeHint(self) -> QSize:
        return QSize(self._desk.look.px(400), self._desk.look.px(46))

    @guard(QSize(220, 46))
    def minimumSizeHint(self) -> QSize:
        return QSize(self._desk.look.px(220), self._desk.look.px(46))
