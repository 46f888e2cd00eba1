"""Whether what is proposed against a friction reaches its cause, and who decides: in its details."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from journeymap.analysis.words.tells import remedy_sentence
from journeymap.model.ids import Id
from journeymap.ui.desk import Desk
from journeymap.ui.drawn import sign
from journeymap.ui.label import label
from journeymap.ui.pieces import button, column, row, top


def card(desk: Desk, friction: Id) -> list[QWidget]:
    """Shown where something is proposed, or where the friction decides; nothing for the others."""
    further = desk.telling.now()
    found = next((one for one in (further.remedies if further else ()) if one.friction == friction), None)
    if found is None or not (found.actions or found.decisive):
        return []
    good = found.fit == "fits" and (found.decided or not found.decisive)
    icon, token = ("circle-check", "text2") if good else ("circle-alert", "warn")
    said = label(remedy_sentence(found, desk.journey, desk.t), wrap=True)
    parts: list[QWidget] = [
        label(desk.t("Actions beside causes"), "group"),
        row(top(sign(desk.look, icon, 16, token)), (said, 1), gap=8),
    ]
    if found.decisive and not found.decided:
        ask = partial(desk.selection.ask, friction, "decision_by")
        words = desk.t("Name who decides")
        parts.append(row(button(desk.look, words, ask, role="link", sign="pencil"), None))
    return [column(*parts, gap=4, margins=(12, 10, 12, 12), name="card")]
