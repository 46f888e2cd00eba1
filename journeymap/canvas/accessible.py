"""What a screen reader hears of the map: its name, and where the keyboard is (WORDS 6).

The map is one item and has no accessible children: the outline and the table are the way through
it for a screen reader. The map says what it stands on, and refusals, as announcements.
"""

from __future__ import annotations

from PySide6 import QtGui
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from journeymap.i18n import Catalogue

_ANNOUNCEMENT = getattr(QtGui, "QAccessibleAnnouncementEvent", None)
"""Qt says things aloud from 6.8 on."""


def name_map(widget: QWidget, title: str, t: Catalogue) -> None:
    """Give the map its name and the one sentence that tells how to go about it."""
    widget.setAccessibleName(t("Map: {title}", title=title) if title else t("Map"))
    widget.setAccessibleDescription(
        t("Arrow keys go from step to step, Page Down follows the road. The outline lists every step.")
    )


def spoken(sentence: str, chosen: int, t: Catalogue) -> str:
    """What is said of the place one has come to; with several selected also how many."""
    words = sentence.replace("\u00ad", "")  # a soft hyphen is for the eye
    if chosen < 2:
        return words
    count = t("Selected: {n}.", n=t.number(chosen))
    return f"{words} {count}"


def announce(widget: QWidget, sentence: str, urgent: bool = False) -> bool:
    """Say a sentence aloud; with `urgent` at once. False where nothing can be said."""
    if _ANNOUNCEMENT is None or not sentence or not QAccessible.isActive():
        return False
    event = _ANNOUNCEMENT(widget, sentence)
    politeness = QAccessible.AnnouncementPoliteness
    event.setPoliteness(politeness.Assertive if urgent else politeness.Polite)
    QAccessible.updateAccessibility(event)
    return True
