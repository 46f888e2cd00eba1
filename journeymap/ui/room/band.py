"""The band on top of the room: where the story is, the one question, and the time."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QRegularExpression, Qt, QTimer, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QSizePolicy

from journeymap.canvas.accessible import announce
from journeymap.ui.desk import Desk
from journeymap.ui.label import Elided, tip
from journeymap.ui.pieces import button
from journeymap.ui.preferences import calm
from journeymap.ui.room.countdown import LAST, Countdown, written
from journeymap.ui.room.ring import Ring

BEAT = 200
"""Milliseconds between two looks at the clock."""
INVERTED = 900
"""Milliseconds that the band stays dark, and light again, when the time is out: slow on purpose."""


class Band(QFrame):
    """`turned` when the time was started, paused or set."""

    turned = Signal()

    def __init__(self, desk: Desk, countdown: Countdown, now: Callable[[], float] = monotonic) -> None:
        super().__init__()
        self.setObjectName("room_band")
        self._desk, self._now = desk, now
        self.countdown = countdown
        self._last = countdown.left(now())
        t = desk.t
        self.stage, self.question = Elided("", "room_stage"), Elided("", "room_question")
        self.stage.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.ring = Ring(desk.look)
        self.time = button(desk.look, "", self.turn, name=t("Start or pause the time"))
        self.time.setObjectName("room_time")
        tip(self.time, f"{t('Start or pause the time')}  Ctrl+T")
        self.minutes = QLineEdit()
        self.minutes.setObjectName("room_minutes")
        self.minutes.setValidator(QRegularExpressionValidator(QRegularExpression(r"\d{0,3}"), self.minutes))
        self.minutes.setAccessibleName(t("Minutes"))
        self.minutes.setPlaceholderText(t("Minutes"))
        self.minutes.setFixedWidth(desk.look.px(110))
        self.minutes.returnPressed.connect(self._set)
        self.minutes.editingFinished.connect(self._close_minutes)
        self._lay_out()
        self._beats = QTimer(self, interval=BEAT)
        self._beats.timeout.connect(self._beat)
        self._flips = 0
        self._flip = QTimer(self, interval=INVERTED)
        self._flip.timeout.connect(self._turn_over)
        self._follow()

    def _lay_out(self) -> None:
        look = self._desk.look
        layout = QHBoxLayout(self)
        layout.setContentsMargins(look.px(20), 0, look.px(16), 0)
        layout.setSpacing(look.px(11))
        layout.addWidget(self.stage)
        layout.addWidget(self.question, 1)
        for part in (self.ring, self.time, self.minutes):
            layout.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        self.minutes.hide()
        self.setFixedHeight(look.px(46))

    def say(self, stage: str, question: str) -> None:
        """Where the story is (nothing: not said), and what is asked of the room."""
        self.stage.setText(stage)
        self.stage.setVisible(bool(stage))
        self.stage.setMaximumWidth(self._desk.look.px(340))
        self.question.setText(question)

    # -- the time ---------------------------------------------------------------------------------

    def turn(self) -> None:
        """Start, or pause."""
        self.countdown = self.countdown.turned(self._now())
        self._follow()
        self.turned.emit()

    def ask_minutes(self) -> None:
        """Let minutes be typed where the time stands."""
        self.time.hide()
        self.minutes.setText(str(self.countdown.minutes))
        self.minutes.show()
        self.minutes.selectAll()
        self.minutes.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _set(self) -> None:
        """A new round; nothing typed: the time goes on as it was."""
        if self.minutes.text():
            self.countdown = self.countdown.set(int(self.minutes.text()))
            self._follow()

    def _close_minutes(self) -> None:
        """Typed or left: the time stands there again."""
        if not self.minutes.isHidden():
            self.minutes.hide()
            self.time.show()
            self.turned.emit()

    def _follow(self) -> None:
        self._flip.stop()
        self._invert(False)
        self._last = self.countdown.left(self._now())
        (self._beats.stop if self.countdown.since is None else self._beats.start)()
        self._show()

    def _beat(self) -> None:
        left, before = self.countdown.left(self._now()), self._last
        self._last = left
        if left <= LAST < before:
            announce(self, self._desk.t("One minute left."))
        if left <= 0 < before:
            announce(self, self._desk.t("The time is out."))
            self._flips = 0 if calm() else 4
            if self._flips:
                self._turn_over()
                self._flip.start()
        self._show()

    def _show(self) -> None:
        left = self.countdown.left(self._now())
        self.time.setText(written(left))
        self.ring.show_share(self.countdown.share(self._now()), left <= LAST)

    def _turn_over(self) -> None:
        """Dark, light, dark, light."""
        self._flips -= 1
        self._invert(self._flips % 2 == 1)
        if self._flips <= 0:
            self._flip.stop()

    def _invert(self, inverse: bool) -> None:
        if bool(self.property("inverse")) == inverse:
            return
        self.setProperty("inverse", inverse)
        self.ring.inverse = inverse
        for part in (self, self.stage, self.question, self.time, self.ring):
            part.style().unpolish(part)
            part.style().polish(part)
            part.update()
