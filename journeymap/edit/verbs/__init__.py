"""One function for everything a person can do to a map; tools and windows call nothing else."""

from __future__ import annotations

from journeymap.edit.verbs.facts import (
    add_evidence,
    add_quote,
    ask_item,
    item_called,
    make_or_keep_promise,
    promise_called,
)
from journeymap.edit.verbs.fields import (
    delete,
    name_field,
    rename,
    set_field,
    set_field_of_all,
)
from journeymap.edit.verbs.frictions import (
    add_friction,
    answer_friction,
    merge_frictions,
    move_friction,
    set_votes,
)
from journeymap.edit.verbs.kept_lanes import (
    insert_lanes,
    take_facts,
)
from journeymap.edit.verbs.lanes import (
    add_lane,
    delete_lane,
    lane_called,
    lane_named,
    merge_lanes,
    move_lane,
    set_lane_kind,
    split_lane,
)
from journeymap.edit.verbs.links import (
    answer_handoff,
    link,
    reattach,
    reverse,
    unlink,
)
from journeymap.edit.verbs.paste import (
    paste_lines,
)
from journeymap.edit.verbs.pictures import attach_picture, take_picture_away
from journeymap.edit.verbs.plans import (
    add_action,
    add_measure,
    add_walk,
    begin_map,
    note_surprise,
    park,
)
from journeymap.edit.verbs.stages import (
    add_stage,
    begin_stage_with,
    close_column,
    delete_stage,
    move_stage,
    open_column,
    stage_named,
)
from journeymap.edit.verbs.steps import (
    insert_step,
    mark_critical,
    mark_value,
    move_steps,
    move_to_lane,
    new_step,
    send_on,
    send_on_to,
    shift_steps,
    stand_behind,
)
from journeymap.edit.verbs.tables import (
    bring_in,
)
from journeymap.edit.verbs.walks import note_on_walk
from journeymap.edit.verbs.walls import (
    agree_finding,
    confirm_wall,
    dismiss_finding,
    dismiss_wall,
    draw_wall,
    drawn_key,
    number_walls,
    recall_finding,
    reopen_wall,
    set_wall_fact,
    wall_with,
)
from journeymap.edit.verbs.walls_away import take_wall_away

__all__ = [
    "add_action",
    "add_evidence",
    "add_friction",
    "add_lane",
    "add_measure",
    "add_quote",
    "add_stage",
    "add_walk",
    "agree_finding",
    "answer_friction",
    "answer_handoff",
    "ask_item",
    "attach_picture",
    "begin_map",
    "begin_stage_with",
    "bring_in",
    "close_column",
    "confirm_wall",
    "delete",
    "delete_lane",
    "delete_stage",
    "dismiss_finding",
    "dismiss_wall",
    "draw_wall",
    "drawn_key",
    "insert_lanes",
    "insert_step",
    "item_called",
    "lane_called",
    "lane_named",
    "link",
    "make_or_keep_promise",
    "mark_critical",
    "mark_value",
    "merge_frictions",
    "merge_lanes",
    "move_friction",
    "move_lane",
    "move_stage",
    "move_steps",
    "move_to_lane",
    "name_field",
    "new_step",
    "note_on_walk",
    "note_surprise",
    "number_walls",
    "open_column",
    "park",
    "paste_lines",
    "promise_called",
    "reattach",
    "recall_finding",
    "rename",
    "reopen_wall",
    "reverse",
    "send_on",
    "send_on_to",
    "set_field",
    "set_field_of_all",
    "set_lane_kind",
    "set_votes",
    "set_wall_fact",
    "shift_steps",
    "split_lane",
    "stage_named",
    "stand_behind",
    "take_facts",
    "take_picture_away",
    "take_wall_away",
    "unlink",
    "wall_with",
]
