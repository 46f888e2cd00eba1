"""The action that lets people change keys."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from journeymap.i18n import N_
from journeymap.ui.actions.action import Action
from journeymap.ui.actions.showing import shown
from journeymap.ui.parts import Parts

if TYPE_CHECKING:
    from journeymap.ui.keychart import Tree


def key_actions(tree: Callable[[], Tree]) -> tuple[Action, ...]:
    """`tree` gives the menus once they are complete: all that may have a key."""

    def change(parts: Parts) -> None:
        from journeymap.ui.dialogs.rekeying import Rekeying

        t, frame = parts.desk.t, parts.frame
        titles = {name: t(said, n=name.removeprefix("lane_")) for name, said in tree().words.items()}
        page = Rekeying(parts.desk, titles, frame.widget())
        page.finished.connect(lambda: page.is_changed and QTimer.singleShot(0, frame.widget(), frame.rebuild))
        shown(parts, page)

    return (Action("change_keys", N_("Change keys…"), change),)
