"""Actions of the menus View and Analysis: looking, going from wall to wall, focus, settling."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from journeymap.analysis.findings import RuleFinding
from journeymap.edit import verbs
from journeymap.i18n import N_
from journeymap.model.ids import HEAD, Id
from journeymap.model.reading import is_critical, name_of, stage_of_steps, steps_in_order
from journeymap.ui.actions.action import (
    Action,
    begin_line,
    may_edit,
    open_map,
    selected_step,
    some_selected,
)
from journeymap.ui.actions.editing import mark_finished
from journeymap.ui.details.wall import mark_of
from journeymap.ui.handoffs import open_handoffs
from journeymap.ui.line.seeking import Wording
from journeymap.ui.lists.listed import in_order
from journeymap.ui.lists.panel import EMPTY, NOTHING_PASSES, ListName
from journeymap.ui.lists.settling import dismiss as dismiss_finding
from journeymap.ui.lists.settling import finding_with
from journeymap.ui.lists.settling import settle as settle_finding
from journeymap.ui.lists.walls import make_friction, mark_id, strongest
from journeymap.ui.parts import Parts


def focus_lane(parts: Parts) -> None:
    """Only the lane of what is selected; again: all."""
    journey, step = parts.desk.journey, selected_step(parts)
    lane = journey.lanes.get(journey.steps[step].lane if step else Id(parts.desk.selection.one or ""))
    if lane is None:
        parts.news.say(parts.desk.t("Choose a step or a lane first."))
    else:
        ids = [one.id for one in journey.steps.values() if one.lane == lane.id]
        _focus(parts, ids, parts.desk.t("Only {lane}", lane=name_of(lane)))


def focus_stage(parts: Parts) -> None:
    """Only the stage of what is selected; again: all."""
    journey, step = parts.desk.journey, selected_step(parts)
    stages = stage_of_steps(journey)
    stage = journey.stages.get((stages.get(step) if step else None) or Id(parts.desk.selection.one or ""))
    if stage is None:
        parts.news.say(parts.desk.t("Choose a step or a stage first."))
    else:
        ids = [id for id, one in stages.items() if one == stage.id]
        _focus(parts, ids, parts.desk.t("Only {stage}", stage=name_of(stage)))


def back_chain(parts: Parts) -> None:
    """Everything that stands behind the selected step; again: all."""
    chosen = parts.desk.selection.one if parts.chain.is_on else selected_step(parts)
    if not chosen and not parts.chain.is_on:
        parts.news.say(parts.desk.t("Choose a step first: then all that stands behind it is shown."))
        return
    parts.views.need_map()
    parts.chain.toggle(chosen or "")


def _focus(parts: Parts, ids: Sequence[Id], words: str) -> None:
    if not ids or parts.focus.is_on(ids):
        parts.focus.off()
        return
    parts.focus.off()
    parts.focus.on(ids, words)


def _walls(parts: Parts) -> list[str]:
    return [mark_id(mark) for mark in parts.desk.work.findings.marks]


def _frictions(parts: Parts) -> list[str]:
    found = parts.desk.work.findings
    return [*(line.id for line in found.ranked), *(line.id for line in found.unranked)]


def _findings(parts: Parts) -> list[str]:
    return in_order(parts.desk, parts.lists.filter)


def go_through(name: ListName, ids: Callable[[Parts], list[str]], by: int) -> Callable[[Parts], None]:
    """Select the next or previous of a list, round and round, and show it."""

    def go(parts: Parts) -> None:
        there = ids(parts)
        if not there:
            sifted = name == "findings" and not parts.lists.filter.is_off
            parts.news.say(parts.desk.t(NOTHING_PASSES if sifted else EMPTY[name]))
            return
        now = parts.desk.selection.one
        place = there.index(now) + by if now in there else (0 if by > 0 else -1)
        parts.lists.show_list(name)
        chosen = there[place % len(there)]
        parts.show(chosen)

    return go


def settle(parts: Parts) -> None:
    """So it is: confirm the selected wall or finding; on one that is confirmed, take that back."""
    desk, one = parts.desk, parts.desk.selection.one or ""
    mark, asked = mark_of(desk, one), finding_with(desk, one)
    if asked is not None:
        settle_finding(desk, asked)
    if mark is None:
        return
    finding = strongest(mark)
    if finding.state == "confirmed":
        verbs.reopen_wall(parts.desk.document, finding.key)
    else:
        verbs.confirm_wall(parts.desk.document, finding.key)


def dismiss(parts: Parts) -> None:
    """It is no wall, or the question does not apply: the line asks why, the strip can take it back."""
    desk, one, t = parts.desk, parts.desk.selection.one or "", parts.desk.t
    mark, asked = mark_of(desk, one), finding_with(desk, one)

    if mark is not None:
        parts.writing.seek(Wording(t("Why is it no wall?"), partial(_no_wall, parts, strongest(mark).key)))
    elif asked is not None and asked.state is None:
        parts.writing.seek(Wording(t("Why does it not apply?"), partial(_not_so, parts, asked)))


def _no_wall(parts: Parts, key: str, reason: str | None) -> None:
    t, document = parts.desk.t, parts.desk.document
    verbs.dismiss_wall(document, key, reason)
    parts.news.say(t("Dismissed. The wall leaves every figure."), t("Undo"), document.undo)


def _not_so(parts: Parts, asked: RuleFinding, reason: str | None) -> None:
    t, document = parts.desk.t, parts.desk.document
    dismiss_finding(parts.desk, asked, reason)
    parts.news.say(t("Dismissed. It returns only if the facts change."), t("Undo"), document.undo)


def wall_friction(parts: Parts) -> None:
    """What the wall says becomes a friction, and its answers are asked."""
    mark = mark_of(parts.desk, parts.desk.selection.one or "")
    if mark is not None:
        make_friction(parts.desk, mark)


def wall_selected(parts: Parts) -> bool:
    """A wall is selected."""
    return may_edit(parts) and mark_of(parts.desk, parts.desk.selection.one or "") is not None


def settleable(parts: Parts) -> bool:
    """A wall or a finding is selected."""
    one = parts.desk.selection.one or ""
    known = mark_of(parts.desk, one) is not None or finding_with(parts.desk, one) is not None
    return may_edit(parts) and known


def ask_handoffs(parts: Parts) -> None:
    """Ask about every hand-off of which nothing is said."""
    found = open_handoffs(parts.desk.journey)
    if found:
        parts.views.need_map()
        parts.foot.retire(parts.foot.handoff)
        parts.foot.handoff.ask(found)
    else:
        parts.news.say(parts.desk.t("Every hand-off has its answer."))


def answer_missing(parts: Parts) -> None:
    """Ask what is missing of the first friction that cannot be ranked yet."""
    waiting = parts.desk.work.findings.unranked
    chosen = parts.desk.selection.one
    ids = [line.id for line in waiting]
    friction = chosen if chosen in parts.desk.journey.frictions else (ids[0] if ids else None)
    if friction is None:
        parts.news.say(parts.desk.t("Every friction has its answers."))
        return
    parts.show(friction)
    parts.line.answer(Id(friction))


def ask_of_map(name: str) -> Callable[[Parts], None]:
    """Ask one of the map's own facts, in the details."""
    return lambda parts: parts.desk.selection.ask(HEAD, name)


def why(parts: Parts) -> None:
    """Unfold why the selected friction or wall stands where it stands; again: fold it."""
    _open_details(parts)
    if not parts.details.unfold("why"):
        parts.news.say(parts.desk.t("Choose a friction or a wall first."))


def measure_first(parts: Parts) -> None:
    """The measuring plan, in the details of the map."""
    parts.desk.selection.choose()
    _open_details(parts)
    if not parts.details.unfold("plan", toggle=False):
        parts.news.say(parts.desk.t("Nothing waits to be measured, and the order is settled."))


def _open_details(parts: Parts) -> None:
    if not parts.frame.details_shown():
        parts.frame.toggle_details()


def count(parts: Parts, name: str) -> None:
    """Select what a figure of the status bar counts."""
    journey, found = parts.desk.journey, parts.desk.work.findings
    lists: dict[str, ListName] = {"walls": "walls", "at_walls": "walls", "frictions": "frictions"}
    if name in lists:
        parts.frame.show_list(lists[name])
    counted: dict[str, list[str]] = {
        "steps": [step.id for step in steps_in_order(journey)],
        "lanes": list(journey.lanes),
        "handoffs": list(dict.fromkeys(id for pair in found.handoffs for id in pair)),
        "walls": [mark_id(mark) for mark in found.marks if mark.certain],
        "critical": [step.id for step in steps_in_order(journey) if is_critical(step)],
        "frictions": [line.id for line in found.ranked],
        "at_walls": [line.id for line in found.ranked if line.walls],
    }
    parts.desk.selection.choose(*counted[name])
    parts.map.show_selection()


VIEW = (
    Action("lists", N_("Lists"), lambda p: p.frame.toggle_lists(), open_map, lambda p: p.frame.lists_shown()),
    Action(
        "details",
        N_("Details"),
        lambda p: p.frame.toggle_details(),
        open_map,
        lambda p: p.frame.details_shown(),
    ),
    Action("map_only", N_("Only the map"), lambda p: p.frame.toggle_map_only(), open_map),
    Action("zoom_in", N_("Larger"), lambda p: p.map.camera.step(up=True), open_map),
    Action("zoom_out", N_("Smaller"), lambda p: p.map.camera.step(up=False), open_map),
    Action("whole_map", N_("Whole map"), lambda p: p.map.show_all(), open_map),
    Action("show_selection", N_("Show the selection"), lambda p: p.map.show_selection(), open_map),
    Action("focus_lane", N_("Only this lane"), focus_lane, open_map),
    Action("focus_stage", N_("Only this stage"), focus_stage, open_map),
    Action("full_screen", N_("Full screen"), lambda p: p.frame.toggle_full_screen()),
    Action("next_pane", N_("Next part of the window"), lambda p: p.frame.next_pane(1), open_map),
    Action("previous_pane", N_("Previous part of the window"), lambda p: p.frame.next_pane(-1), open_map),
)
ANALYSIS = (
    Action("next_wall", N_("Next wall"), go_through("walls", _walls, 1), open_map),
    Action("previous_wall", N_("Previous wall"), go_through("walls", _walls, -1), open_map),
    Action("next_friction", N_("Next friction"), go_through("frictions", _frictions, 1), open_map),
    Action("previous_friction", N_("Previous friction"), go_through("frictions", _frictions, -1), open_map),
    Action("next_finding", N_("Next finding"), go_through("findings", _findings, 1), open_map),
    Action("previous_finding", N_("Previous finding"), go_through("findings", _findings, -1), open_map),
    Action("settle", N_("So it is"), settle, settleable),
    Action("dismiss", N_("Dismiss…"), dismiss, settleable),
    Action("wall_friction", N_("Make it a friction"), wall_friction, wall_selected),
    Action("wall_owner", N_("Owner of the wall…"), begin_line("< "), wall_selected, sign="<"),
    Action("wall_excuse", N_("The excuse we hear…"), begin_line('" '), wall_selected, sign='"'),
    Action("why", N_("Why is it so?"), why, some_selected),
    Action("measure_first", N_("What to measure first"), measure_first, open_map),
    Action("handoffs", N_("Ask about the hand-offs"), ask_handoffs, may_edit),
    Action("answers", N_("Answer what is missing"), answer_missing, may_edit),
    Action("goal_minutes", N_("How long when all goes well?"), ask_of_map("goal_minutes"), may_edit),
    Action("per_year", N_("How many journeys a year?"), ask_of_map("journeys_per_year"), may_edit),
    Action(
        "back_chain",
        N_("Everything behind this step"),
        back_chain,
        open_map,
        lambda p: p.chain.is_on,
    ),
    Action(
        "finished",
        N_("The map is finished"),
        mark_finished,
        may_edit,
        lambda p: bool(p.desk.journey.head.complete),
    ),
)
