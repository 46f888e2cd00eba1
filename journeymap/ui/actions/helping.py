"""Actions of the menu Help: the guide, the keys, anything by name, what this is."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from journeymap.i18n import N_
from journeymap.ui.actions.action import Action
from journeymap.ui.actions.showing import open_guide, shown
from journeymap.ui.parts import Parts

if TYPE_CHECKING:
    from journeymap.ui.dialogs.keys import KeysPage
    from journeymap.ui.keychart import Tree


def help_actions(tree: Callable[[], Tree]) -> tuple[Action, ...]:
    """The actions; `tree` gives the menus once they are complete, for the list of keys."""

    def keys(parts: Parts) -> KeysPage:
        from journeymap.ui.dialogs.keys import KeysPage

        page = KeysPage(parts.desk, tree(), parts.frame.widget())
        page.change_asked.connect(lambda: parts.frame.do("change_keys"))
        return shown(parts, page)

    def what_this_is(parts: Parts) -> object:
        from journeymap.ui.dialogs.about import about

        return shown(parts, about(parts.desk, parts.frame.widget()))

    return (
        Action("help", N_("Guide"), open_guide),
        Action("keys", N_("Keys…"), keys),
        Action("do_anything", N_("Do anything by name…"), lambda parts: parts.frame.search()),
        Action("about", N_("About journeymap"), what_this_is),
    )
