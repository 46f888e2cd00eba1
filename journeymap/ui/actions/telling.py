"""Actions that lead to what the map also tells: the last groups of the findings, and a lane's card."""

from __future__ import annotations

from journeymap.i18n import N_
from journeymap.model.ids import Id
from journeymap.ui.actions.action import Action, open_map, selected_step
from journeymap.ui.parts import Parts


def show_telling(parts: Parts) -> None:
    """The findings at what the map also tells, its first subject open and the keyboard in it."""
    parts.frame.show_list("findings")
    if not parts.lists.show_telling():
        parts.news.say(parts.desk.t("The map tells nothing more yet."))


def show_lane_card(parts: Parts) -> None:
    """Select the lane of what is selected: its card stands on top of its details."""
    lane = _lane(parts)
    if lane is None:
        return
    parts.desk.selection.choose(lane)
    if not parts.frame.details_shown():
        parts.frame.toggle_details()


def _lane(parts: Parts) -> Id | None:
    """The selected lane, or that of the selected step."""
    journey, step = parts.desk.journey, selected_step(parts)
    chosen = journey.steps[step].lane if step is not None else Id(parts.desk.selection.one or "")
    return chosen if chosen in journey.lanes else None


TELLING = (
    Action("telling", N_("What the map also tells"), show_telling, open_map),
    Action("lane_card", N_("The lane's card"), show_lane_card, lambda p: _lane(p) is not None),
)
