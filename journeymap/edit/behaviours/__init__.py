"""What follows from an edit: pure functions on the draft, one consequence each, in this order."""

from __future__ import annotations

from collections.abc import Callable

from journeymap.edit.behaviours.chains import close_chains_over_removed_steps, drop_links_without_ends
from journeymap.edit.behaviours.lanes import (
    keep_customers_on_top,
    let_default_units_follow,
    remove_steps_of_removed_lanes,
)
from journeymap.edit.behaviours.places import (
    drop_dismissals_of_removed_things,
    drop_evidence_of_removed_things,
    drop_frictions_without_place,
    drop_pictures_nobody_shows,
    free_measures_of_removed_steps,
    free_notes_of_removed_lanes,
    strip_removed_pictures,
    unstage_steps_of_removed_stages,
)
from journeymap.edit.behaviours.references import clean_lists_of_actions, clean_lists_of_steps
from journeymap.edit.behaviours.stages import fit_stages_to_columns, keep_inherited_stages
from journeymap.edit.behaviours.texts import normalise_texts
from journeymap.edit.behaviours.time import renumber_columns_too_fine
from journeymap.edit.behaviours.walls import (
    drop_views_of_removed_lanes,
    keep_wall_keys_of_frictions,
    tie_walls_to_what_remains,
)
from journeymap.edit.draft import Draft

Behaviour = Callable[[Draft], None]

BEHAVIOURS: tuple[Behaviour, ...] = (
    normalise_texts,
    remove_steps_of_removed_lanes,
    close_chains_over_removed_steps,
    drop_links_without_ends,
    drop_frictions_without_place,
    tie_walls_to_what_remains,
    keep_wall_keys_of_frictions,
    drop_views_of_removed_lanes,
    clean_lists_of_steps,
    clean_lists_of_actions,
    unstage_steps_of_removed_stages,
    free_measures_of_removed_steps,
    free_notes_of_removed_lanes,
    strip_removed_pictures,
    drop_dismissals_of_removed_things,
    drop_evidence_of_removed_things,
    drop_pictures_nobody_shows,
    let_default_units_follow,
    keep_customers_on_top,
    keep_inherited_stages,
    fit_stages_to_columns,
    renumber_columns_too_fine,
)
"""Outer things before what hangs on them: a lane takes its steps, a step its links, a link its frictions."""


def settle(draft: Draft) -> None:
    """Draw every consequence of the edit."""
    for behaviour in BEHAVIOURS:
        behaviour(draft)
