"""The two questions of a new map."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from journeymap.canvas.guard import guard
from journeymap.i18n import Catalogue
from journeymap.ui.keys import keys_of
from journeymap.ui.label import label
from journeymap.ui.look import Look
from journeymap.ui.pieces import below, beside, button

if TYPE_CHECKING:
    from journeymap.model.records import Lane
    from journeymap.storage.lane_sets import LaneSet

_KEYED = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)


class Field(QLineEdit):
    """A field that leaves Ctrl+K to the window; on some systems it would cut the line there."""

    @guard(False)
    def event(self, event: QEvent) -> bool:
        if event.type() in _KEYED and isinstance(event, QKeyEvent):
            pressed = QKeySequence(event.keyCombination()).toString(QKeySequence.SequenceFormat.PortableText)
            if pressed in keys_of("do_anything").here():
                event.ignore()
                return True
        return super().event(event)


class NewMap(QFrame):
    """What the customer wants, whom they meet. `begun(goal, who, lanes)` on Enter in the second field.

    `lanes` are those of the kept set that was chosen: names in the field that are theirs take their
    units and kinds along.
    """

    begun = Signal(str, str, object)

    def __init__(self, t: Catalogue, look: Look, kept: Sequence[LaneSet] = ()) -> None:
        super().__init__()
        self.setObjectName("card")
        self._chosen: LaneSet | None = None
        self.goal = Field()
        self.goal.setPlaceholderText(t("The guest gets the room that was booked"))
        self.goal.setAccessibleName(t("What does the customer want to achieve?"))
        self.who = Field()
        self.who.setPlaceholderText(t("Guest, Reception, Customer service, Cleaning firm*"))
        self.who.setAccessibleName(t("Whom do they meet on the way?"))
        go = button(look, t("Start drawing"), self._begin, role="primary", sign="arrow-right")
        self.goal.returnPressed.connect(lambda: self.who.setFocus(Qt.FocusReason.TabFocusReason))
        self.who.returnPressed.connect(self._begin)
        hint = t("Commas between. A star after a supplier. The first is the customer.")
        inner = below(
            label(t("New map"), "title"),
            label(t("What does the customer want to achieve?")),
            self.goal,
            label(t("Whom do they meet on the way?")),
            self.who,
            label(hint, "caption", wrap=True),
            *self._chips(t, look, kept),
            4,
            beside(go, None, label("Enter", "key")),
            gap=7,
            margins=(20, 18, 20, 18),
        )
        self.setLayout(inner)

    def _chips(self, t: Catalogue, look: Look, kept: Sequence[LaneSet]) -> Sequence[QWidget]:
        if not kept:
            return ()
        from journeymap.ui.starting.kept_lanes import chips

        return (chips(t, look, kept, self._take),)

    def _take(self, kept: LaneSet) -> None:
        from journeymap.ui.starting.kept_lanes import said_as

        self._chosen = kept
        self.who.setText(said_as(kept))
        (self.who if self.goal.text().strip() else self.goal).setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def said(self) -> tuple[str, str, Sequence[Lane]]:
        """What stands in the fields now."""
        lanes = self._chosen.lanes if self._chosen is not None else ()
        return " ".join(self.goal.text().split()), self.who.text(), lanes

    def _begin(self) -> None:
        self.begun.emit(*self.said)
