"""Actions about what is to be done: an action against a friction, and the table of all of them."""

from __future__ import annotations

from functools import partial

from journeymap.i18n import N_
from journeymap.model.ids import Id
from journeymap.model.records import Friction
from journeymap.ui.actions.action import Action, may_edit, open_map
from journeymap.ui.details.action import act
from journeymap.ui.line.seeking import Wording
from journeymap.ui.parts import Parts


def friction_meant(parts: Parts) -> Id | None:
    """The selected friction, else the worst one at the selected step or link."""
    one = Id(parts.desk.selection.one or "")
    journey, found = parts.desk.journey, parts.desk.work.findings
    if isinstance(journey.get(one), Friction):
        return one
    there = {id for id, friction in journey.frictions.items() if friction.at == one}
    order = (*(line.id for line in found.ranked), *(line.id for line in found.unranked))
    return next((id for id in order if id in there), None)


def ask_action(parts: Parts) -> None:
    """The line asks what shall be done; the action is made, and its effort and effect are asked next."""
    friction = friction_meant(parts)
    if friction is None:
        return
    parts.views.need_map()
    title = parts.desk.journey.frictions[friction].title
    parts.news.say(parts.desk.t("Against: {friction}", friction=title))
    asked = Wording(
        parts.desk.t("What shall be done?"),
        partial(_made, parts, friction),
        N_("Write it and press Enter; without words nothing is written"),
    )
    parts.writing.seek(asked)


def _made(parts: Parts, friction: Id, title: str | None) -> None:
    parts.news.hide()
    if title and friction in parts.desk.journey.frictions:
        act(parts.desk, friction, title)


def show_actions(parts: Parts) -> None:
    """The table of actions, below the map."""
    show_sheet(parts, "actions")


def show_sheet(parts: Parts, name: str) -> None:
    """One sheet of the table, with the map above it where the map is shown now."""
    parts.views.turn_to("table" if parts.views.name == "table" else "both")
    parts.table.take_focus()
    parts.table.show_sheet(name)


def _may_act(parts: Parts) -> bool:
    return may_edit(parts) and friction_meant(parts) is not None


PLANNING = (
    Action("act", N_("Action against it…"), ask_action, _may_act),
    Action("actions", N_("Actions"), show_actions, open_map),
)
