"""Actions about walking the road, and about what was met there otherwise than believed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeymap.i18n import N_
from journeymap.model.ids import Id
from journeymap.ui.actions.action import Action, may_edit, open_map, selected_step
from journeymap.ui.actions.planning import show_sheet
from journeymap.ui.actions.showing import shown
from journeymap.ui.parts import Parts

if TYPE_CHECKING:
    from journeymap.ui.dialogs.surprise import Surprise
    from journeymap.ui.walking.page import WalkPage


def walk(parts: Parts) -> WalkPage | None:
    """From where the journey starts."""
    from journeymap.ui.walking.road import beginning

    return _walk(parts, beginning(parts.desk.journey))


def walk_here(parts: Parts) -> WalkPage | None:
    """From the selected step; without one from the start."""
    from journeymap.ui.walking.road import beginning

    return _walk(parts, selected_step(parts) or beginning(parts.desk.journey))


def _walk(parts: Parts, first: Id | None) -> WalkPage | None:
    from journeymap.ui.walking.page import WalkPage

    window = parts.frame.widget()
    for one in window.findChildren(WalkPage):
        one.leave()
    if first is None:
        parts.news.say(parts.desk.t("There is nothing to walk yet. Write what the customer does first."))
        return None
    return WalkPage(parts.desk, first, window)


def surprise(parts: Parts) -> Surprise:
    """What was believed, and what was seen."""
    from journeymap.ui.dialogs.surprise import Surprise

    return shown(parts, Surprise(parts.desk, parts.frame.widget()))


WALKING = (
    Action("walk", N_("Walk the road"), walk, open_map),
    Action("walk_here", N_("Walk from here"), walk_here, open_map),
    Action("surprise", N_("What surprised us…"), surprise, may_edit),
    Action("surprises", N_("All that surprised us"), lambda parts: show_sheet(parts, "log"), open_map),
    Action("walks", N_("Who has walked"), lambda parts: show_sheet(parts, "walks"), open_map),
)
