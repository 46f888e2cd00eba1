"""What may be done, and if not, why: the same answer for the pointer, the drop and the verb."""

from __future__ import annotations

from journeymap.edit.rules.lanes import (
    may_delete_lane,
    may_merge_lanes,
    may_move_lane,
    may_own,
    may_split_lane,
)
from journeymap.edit.rules.links import may_link, may_reattach, may_set_link_kind
from journeymap.edit.rules.steps import (
    may_close_column,
    may_move_friction,
    may_move_steps,
    may_name,
    may_open_column,
    may_slide_wall,
)
from journeymap.edit.rules.values import may_set
from journeymap.edit.rules.verdict import YES, GoneError, RefusedError, Verdict

__all__ = [
    "YES",
    "GoneError",
    "RefusedError",
    "Verdict",
    "may_close_column",
    "may_delete_lane",
    "may_link",
    "may_merge_lanes",
    "may_move_friction",
    "may_move_lane",
    "may_move_steps",
    "may_name",
    "may_open_column",
    "may_own",
    "may_reattach",
    "may_set",
    "may_set_link_kind",
    "may_slide_wall",
    "may_split_lane",
]
