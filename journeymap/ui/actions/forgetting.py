"""The action that takes a person out of everything kept beside the maps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeymap.i18n import N_
from journeymap.ui.actions.action import Action
from journeymap.ui.actions.showing import shown
from journeymap.ui.parts import Parts

if TYPE_CHECKING:
    from journeymap.ui.dialogs.forgetting import Forgetting


def forget_person(parts: Parts) -> Forgetting:
    """Ask for the name, and delete what says it."""
    from journeymap.ui.dialogs.forgetting import Forgetting

    return shown(parts, Forgetting(parts.desk, parts.frame.widget()))


FORGETTING = (Action("forget", N_("Forget a person…"), forget_person),)
