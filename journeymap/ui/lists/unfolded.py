"""The buttons that the focused row of a list unfolds: answer or so it is, dismiss with a reason, friction."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from journeymap.edit import verbs
from journeymap.ui.desk import Desk
from journeymap.ui.details.controls import Words
from journeymap.ui.lists import settling
from journeymap.ui.pieces import button, row

Call = Callable[[], object]


class Settling(QFrame):
    """Three buttons; Dismiss… first asks for the reason, which may stay empty."""

    def __init__(self, desk: Desk, yes: tuple[str, Call], dismiss: Callable[[str | None], object]) -> None:
        super().__init__()
        self._dismiss = dismiss
        self.yes = button(desk.look, yes[0], yes[1], role="small")
        self.no = button(desk.look, desk.t("Dismiss…"), self.ask_reason, role="small")
        self.friction = button(
            desk.look, desk.t("# Friction"), role="small", name=desk.t("Make it a friction")
        )
        self.reason = Words("")
        self.reason.setPlaceholderText(desk.t("Why does it not apply?"))
        self.reason.setAccessibleName(desk.t("Why does it not apply?"))
        self.reason.returnPressed.connect(self._said)
        self.reason.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(27, 4, 0, 4)
        layout.setSpacing(5)
        layout.addWidget(row(self.yes, self.no, self.friction, None, gap=5))
        layout.addWidget(self.reason)

    def ask_reason(self) -> None:
        """Ask why; a second time it is dismissed with what stands there."""
        if self.reason.isHidden():
            self.reason.show()
            self.reason.setFocus()
        else:
            self._said()

    def _said(self) -> None:
        self._dismiss(self.reason.text().strip() or None)


def wall_row(desk: Desk, key: str, friction: Call) -> QWidget:
    """The buttons of a wall: so it is, dismiss with a reason, make it a friction."""
    made = Settling(
        desk,
        (desk.t("So it is"), lambda: verbs.confirm_wall(desk.document, key)),
        lambda reason: verbs.dismiss_wall(desk.document, key, reason),
    )
    made.friction.clicked.connect(lambda _checked: friction())
    return made


def settling_row(desk: Desk, key: str) -> QWidget:
    """The buttons of a question; of a dismissed one only the way back."""
    t, finding = desk.t, settling.finding_with(desk, key)
    if finding is None:
        return QFrame()
    if finding.dismissed:
        back = button(
            desk.look, t("Ask again"), lambda: verbs.recall_finding(desk.document, key), role="small"
        )
        return row(back, None, margins=(27, 4, 0, 4))
    made = Settling(
        desk,
        (t.context("do", "Answer"), lambda: settling.answer(desk, finding)),
        lambda reason: settling.dismiss(desk, finding, reason),
    )
    made.friction.clicked.connect(lambda: settling.make_friction(desk, finding))
    made.friction.setVisible(settling.place_for_friction(desk, finding) is not None)
    return made
