"""Actions for lanes and stages as wholes: kind, unit, merged, split, selected, deleted with care."""

from __future__ import annotations

from functools import partial

from journeymap.edit import verbs
from journeymap.edit.rules import may_delete_lane, may_merge_lanes, may_split_lane
from journeymap.i18n import N_
from journeymap.model.ids import Id
from journeymap.model.reading import lanes_in_order, stage_of_steps, steps_in_order
from journeymap.model.records import Lane, LaneKind
from journeymap.ui.actions.action import Action, may_edit, open_map, selected_steps
from journeymap.ui.dialogs import questions
from journeymap.ui.parts import Parts

KINDS: tuple[tuple[LaneKind, str], ...] = (
    ("customer", N_("A customer")),
    ("customers_customer", N_("The customer's customer")),
    ("department", N_("A department")),
    ("supplier", N_("A supplier")),
    ("system", N_("A system")),
)


def selected_lanes(parts: Parts) -> list[Lane]:
    """The selected lanes, in the order in which they were chosen."""
    lanes = parts.desk.journey.lanes
    return [lanes[Id(id)] for id in parts.desk.selection.ids if id in lanes]


def lane_selected(parts: Parts) -> bool:
    """A lane is selected, and may be changed."""
    return may_edit(parts) and bool(selected_lanes(parts))


def lane_of(parts: Parts) -> Id | None:
    """The selected lane, else that of the selected step."""
    lanes, steps = selected_lanes(parts), selected_steps(parts)
    if lanes:
        return lanes[0].id
    return parts.desk.journey.steps[steps[0]].lane if steps else None


def new_below(parts: Parts) -> None:
    """A lane right below the selected one, to be named at once."""
    lane = verbs.add_lane(parts.desk.document, parts.desk.t("New lane"), below=lane_of(parts))
    parts.desk.selection.choose(lane)
    parts.map.rename(lane)


def set_kind(kind: LaneKind, parts: Parts) -> None:
    """Say what the selected lanes are."""
    for lane in selected_lanes(parts):
        verbs.set_lane_kind(parts.desk.document, lane.id, kind)


def is_kind(kind: LaneKind, parts: Parts) -> bool:
    """Whether the selected lanes are that already."""
    lanes = selected_lanes(parts)
    return bool(lanes) and all(lane.kind == kind for lane in lanes)


def ask_unit(parts: Parts) -> None:
    """The unit of the selected lane, in the details."""
    parts.desk.selection.ask(selected_lanes(parts)[0].id, "unit")


def merge(parts: Parts) -> None:
    """Make one lane of two selected ones; of one, ask with which."""
    lanes = selected_lanes(parts)
    if len(lanes) > 1:
        _merge(parts, lanes[0].id, lanes[1].id)
        return
    journey, t = parts.desk.journey, parts.desk.t
    others = [one for one in lanes_in_order(journey) if may_merge_lanes(journey, lanes[0].id, one.id)][:9]
    numbered = {str(number): one for number, one in enumerate(others, start=1)}
    if not numbered:
        parts.pane.news.say(t("No other lane can be merged with this one."))
        return

    def answered(key: str | None) -> None:
        if key is not None:
            _merge(parts, lanes[0].id, numbered[key].id)

    parts.foot.retire(parts.foot.choosing)
    parts.foot.choosing.ask(
        t("Which lane becomes part of {lane}?", lane=lanes[0].name),
        [(key, one.name) for key, one in numbered.items()],
        answered,
        icon="merge",
        later=t("leave both"),
    )


def _merge(parts: Parts, into: Id, other: Id) -> None:
    verbs.merge_lanes(parts.desk.document, into, other)
    parts.desk.selection.choose(into)


def split(parts: Parts) -> None:
    """Give the selected steps a lane of their own, to be named at once."""
    steps, t = selected_steps(parts), parts.desk.t
    lane = parts.desk.journey.steps[steps[0]].lane
    may_split_lane(parts.desk.journey, lane, steps).demand()
    new = verbs.split_lane(parts.desk.document, lane, steps, t("New lane"))
    parts.desk.selection.choose(new)
    parts.map.rename(new)


def some_steps(parts: Parts) -> bool:
    """Steps are selected, and may be changed."""
    return may_edit(parts) and bool(selected_steps(parts))


def select_lane(parts: Parts) -> None:
    """Every step of the lane."""
    lane = lane_of(parts)
    steps = [step.id for step in steps_in_order(parts.desk.journey) if step.lane == lane]
    if steps:
        parts.desk.selection.choose(*steps)


def select_stage(parts: Parts) -> None:
    """Every step of the stage."""
    stages, steps = stage_of_steps(parts.desk.journey), selected_steps(parts)
    chosen = parts.desk.selection.one
    stage = stages.get(steps[0]) if steps else chosen
    found = [step.id for step in steps_in_order(parts.desk.journey) if stages.get(step.id) == stage]
    if stage is not None and found:
        parts.desk.selection.choose(*found)


def delete_asking(parts: Parts, lane: Id) -> None:
    """A lane with steps is to go: people say where its steps go (LINE 3)."""
    desk = parts.desk
    said = may_delete_lane(desk.journey, lane).said(desk.t)
    others = [(other.id, other.name) for other in lanes_in_order(desk.journey) if other.id != lane]
    answer = questions.lane_with_steps(desk.look, desk.t, said, others, parts.frame.widget())
    if answer != "cancel":
        target = None if answer == "all" else Id(answer)
        verbs.delete_lane(desk.document, lane, move_steps_to=target)


LANE_ACTIONS = (
    Action("lane_new_below", N_("New lane below"), new_below, may_edit),
    *(
        Action(f"kind_{kind}", words, partial(set_kind, kind), lane_selected, partial(is_kind, kind))
        for kind, words in KINDS
    ),
    Action("lane_unit", N_("Unit…"), ask_unit, lane_selected),
    Action("lane_merge", N_("Merge with another lane…"), merge, lane_selected),
    Action("lane_split", N_("Give the selected steps a lane of their own"), split, some_steps),
)
SELECTING = (
    Action("select_lane", N_("Select the lane's steps"), select_lane, open_map),
    Action("select_stage", N_("Select the stage's steps"), select_stage, open_map),
)
