"""Actions of the menu Insert: each begins the line that writes the same, or writes at once."""

from __future__ import annotations

from journeymap.edit import verbs
from journeymap.i18n import N_
from journeymap.model.ids import Id
from journeymap.model.reading import column_of
from journeymap.ui.actions.action import (
    Action,
    Call,
    begin_line,
    may_edit,
    selected_step,
    selected_steps,
    step_selected,
    two_steps,
)
from journeymap.ui.attaching import ask
from journeymap.ui.parts import Parts


def add_lane(parts: Parts) -> None:
    """A lane at the bottom, to be named at once."""
    lane = verbs.add_lane(parts.desk.document, parts.desk.t("New lane"))
    parts.desk.selection.choose(lane)
    parts.map.rename(lane)


def add_stage(parts: Parts) -> None:
    """A stage that begins with the selected step, to be named at once."""
    stage = verbs.add_stage(parts.desk.document, parts.desk.t("New stage"), first_step=selected_step(parts))
    parts.desk.selection.choose(stage)
    parts.map.rename(stage)


def mark_critical(parts: Parts) -> None:
    """The selected step decides, or no longer does."""
    step = selected_step(parts)
    if step is not None:
        on = parts.desk.journey.steps[step].critical
        verbs.mark_critical(parts.desk.document, step, critical=None if on else True)


def mark_value(parts: Parts) -> None:
    """Here the customer gets the value, or no longer does."""
    step = selected_step(parts)
    if step is not None:
        on = parts.desk.journey.steps[step].value_in_use
        verbs.mark_value(parts.desk.document, step, None if on else True)


def mark_goal(parts: Parts) -> None:
    """Here the customer has what was wanted, or no longer."""
    step = selected_step(parts)
    if step is not None:
        on = parts.desk.journey.steps[step].goal
        verbs.set_field(parts.desk.document, step, goal=None if on else True)


def open_column(parts: Parts) -> None:
    """Give the selected steps a moment of their own."""
    verbs.open_column(parts.desk.document, selected_steps(parts))


def close_column(parts: Parts) -> None:
    """Let the selected steps happen at the moment before."""
    step = selected_step(parts)
    if step is not None:
        verbs.close_column(parts.desk.document, column_of(parts.desk.journey.steps[step]))


def draw_wall(parts: Parts) -> None:
    """People say that a wall stands between the two selected steps."""
    source, target = selected_steps(parts)
    verbs.draw_wall(parts.desk.document, source, target)


def attach_picture(parts: Parts) -> None:
    """A picture from a file as evidence of what is selected."""
    ask(parts.desk, Id(parts.desk.selection.one or ""), parts.frame.widget())


def one_record(parts: Parts) -> bool:
    """One thing that the map has a record of is selected."""
    return may_edit(parts) and parts.desk.journey.get(Id(parts.desk.selection.one or "")) is not None


INSERT = (
    Action("next_step", N_("Next step"), begin_line(""), may_edit),
    Action("branch", N_("Or else: a branch"), begin_line("", branch=True), step_selected),
    Action("sent_on", N_("Sent on to …"), begin_line("> "), step_selected, sign=">"),
    Action("behind", N_("Somebody behind"), begin_line("< "), step_selected, sign="<"),
    Action("friction", N_("Friction"), begin_line("# "), step_selected, sign="#"),
    Action("quote", N_("Quote"), begin_line('" '), step_selected, sign='"'),
    Action("picture", N_("Picture as evidence…"), attach_picture, one_record),
    Action("promise", N_("Promise"), begin_line("= "), step_selected, sign="="),
    Action("information", N_("Information asked for"), begin_line("+ "), step_selected, sign="+"),
    Action("park", N_("Park a question"), begin_line("? "), may_edit, sign="?"),
    Action("critical", N_("Decisive moment"), mark_critical, step_selected, sign="!"),
    Action("value", N_("Value in use"), mark_value, step_selected, sign="*"),
    Action("goal", N_("The customer's goal"), mark_goal, step_selected),
    Action("wall_drawn", N_("Wall between two steps"), draw_wall, two_steps),
    Action("lane", N_("Lane"), add_lane, may_edit),
    Action("stage", N_("Stage"), add_stage, may_edit, sign="/"),
    Action("open_column", N_("Open a column"), open_column, step_selected),
    Action("close_column", N_("Close the gap"), close_column, step_selected),
)


def _lane(number: int) -> Call:
    return lambda parts: parts.writing.say_lane(number)


LANES = tuple(Action(f"lane_{n}", N_("Next step in lane {n}"), _lane(n), may_edit) for n in range(1, 10))
NEIGHBOURS = (
    Action("lane_above", N_("Next step in the lane above"), lambda p: p.writing.shift_lane(-1), may_edit),
    Action("lane_below", N_("Next step in the lane below"), lambda p: p.writing.shift_lane(1), may_edit),
)
