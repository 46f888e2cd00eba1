"""The buttons that the focused row of a list unfolds: so it is, answer, dismiss with a reason, friction."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from journeymap.edit import verbs
from journeymap.i18n import N_
from journeymap.ui.desk import Desk
from journeymap.ui.details.written import Words
from journeymap.ui.lists import settling
from journeymap.ui.pieces import button, column, row

Call = Callable[[], object]
WALL_REASONS = (N_("The information goes another way"), N_("It is the same unit"), N_("It has to be so"))
INDENT = 27
"""Where the words of a row begin, px: buttons stand under them."""


class Settling(QFrame):
    """The buttons; Dismiss… first asks for the reason, which may be one of some, typed, or left out."""

    def __init__(
        self,
        desk: Desk,
        yes: Call,
        dismiss: Callable[[str | None], object],
        *,
        answer: Call | None = None,
        friction: Call | None = None,
        reasons: Sequence[str] = (),
    ) -> None:
        super().__init__()
        t, look = desk.t, desk.look
        self._dismiss = dismiss
        self.yes = button(look, t("So it is"), yes, role="small")
        self.no = button(look, t("Dismiss…"), self.ask_reason, role="small")
        self.friction = button(look, t("# Friction"), friction, role="small", name=t("Make it a friction"))
        if friction is None:
            self.friction.hide()  # never show here: what stands nowhere yet would open a window of its own
        self.reason = Words("")
        self.reason.setPlaceholderText(t("Why does it not apply?"))
        self.reason.setAccessibleName(t("Why does it not apply?"))
        self.reason.returnPressed.connect(self._said)
        usual = [button(look, t(one), partial(dismiss, t(one)), role="chip") for one in reasons]
        self._asking = column(self.reason, *(row(one, None) for one in usual), gap=4)
        self._asking.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(INDENT, 4, 0, 4)
        layout.setSpacing(5)
        layout.addWidget(row(self.yes, self.no, self.friction, None, gap=5))
        if answer is not None:
            where = button(look, t.context("do", "Answer it"), answer, role="link", sign="pencil")
            layout.addWidget(row(where, None))
        layout.addWidget(self._asking)

    def ask_reason(self) -> None:
        """Ask why; a second time it is dismissed with what stands there."""
        if self._asking.isHidden():
            self._asking.show()
            self.reason.setFocus()
        else:
            self._said()

    def _said(self) -> None:
        self._dismiss(self.reason.text().strip() or None)


def wall_row(desk: Desk, key: str, friction: Call) -> QWidget:
    """The buttons of a wall: so it is, dismiss with a reason, make it a friction."""
    return Settling(
        desk,
        lambda: verbs.confirm_wall(desk.document, key),
        lambda reason: verbs.dismiss_wall(desk.document, key, reason),
        friction=friction,
        reasons=WALL_REASONS,
    )


def settling_row(desk: Desk, key: str) -> QWidget:
    """The buttons of a question; of a settled one only the way back."""
    t, finding = desk.t, settling.finding_with(desk, key)
    if finding is None:
        return QFrame()
    if finding.state is not None:
        words = t("Ask again") if finding.dismissed else t("Take back")
        back = button(desk.look, words, lambda: verbs.recall_finding(desk.document, key), role="small")
        return row(back, None, margins=(INDENT, 4, 0, 4))
    placed = settling.place_for_friction(desk, finding) is not None
    return Settling(
        desk,
        lambda: settling.agree(desk, finding),
        lambda reason: settling.dismiss(desk, finding, reason),
        answer=(lambda: settling.answer(desk, finding)) if settling.may_answer(finding) else None,
        friction=(lambda: settling.make_friction(desk, finding)) if placed else None,
        reasons=settling.REASONS,
    )
