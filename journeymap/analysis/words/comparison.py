"""What a comparison of two maps tells, sentence by sentence: for the command line and the window."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from journeymap.analysis.comparison import Comparison, Side
from journeymap.analysis.deviations import Deviation, Kind
from journeymap.analysis.words.amounts import said
from journeymap.analysis.words.walls import wall_sentence
from journeymap.i18n.catalogue import N_, Catalogue
from journeymap.model.ids import Id
from journeymap.model.reading import name_of

GROUPS: Mapping[str, str] = {
    "torn": N_("Walls removed"),
    "new": N_("Walls created"),
    "moved": N_("Walls moved"),
    "solved": N_("Frictions solved"),
    "appeared": N_("New frictions"),
    "hours": N_("Friction by friction"),
    "asked": N_("Requirements added"),
    "unasked": N_("Requirements dropped"),
    "missing": N_("Planned, did not come"),
    "unexpected": N_("Came, was not planned"),
    "out_of_order": N_("Came in another order"),
    "other_channel": N_("Went by another channel"),
    "failed": N_("Failed"),
    "assumed": N_("Feelings that are assumed"),
}
"""What stands below one another, in this order; a plan against what came by kind of deviation."""
DEVIATIONS: Mapping[Kind, str] = {
    "missing": N_("“{step}” was planned and did not come."),
    "unexpected": N_("“{step}” came and was not planned."),
    "out_of_order": N_("“{step}” came at another time than planned."),
    "other_channel": N_("“{step}” went by {actual} instead of {planned}."),
    "failed": N_("“{step}” failed."),
    "assumed": N_("How it felt at “{step}” is assumed: nobody has heard, seen or measured it."),
}


class Told(NamedTuple):
    """One sentence, the group it stands in, and the ids of what it is about."""

    group: str
    text: str
    about: tuple[str, ...] = ()


def comparison_told(
    found: Comparison, before: Side, now: Side, deviations: Sequence[Deviation], t: Catalogue
) -> list[Told]:
    """Everything that the comparison tells, group by group."""
    return [
        *(Told("torn", wall_sentence(one, before.journey, t), _ends(one)) for one in found.torn),
        *(Told("new", wall_sentence(one, now.journey, t), (one.key, *_ends(one))) for one in found.new),
        *(Told("moved", wall_sentence(one, now.journey, t), (one.key, *_ends(one)))
          for _, one in found.moved),
        *(Told("solved", _friction(id, before), (id,)) for id in found.solved),
        *(Told("appeared", _friction(id, now), (id,)) for id in found.appeared),
        *_amounts(found, t),
        *(Told("asked", _requirement(id, now, t), (id,)) for id in found.asked),
        *(Told("unasked", _requirement(id, before, t), (id,)) for id in found.unasked),
        *(Told(one.kind, deviation_sentence(one, before, now, t), (one.step,)) for one in deviations),
    ]  # fmt: skip


def sum_sentence(found: Comparison, t: Catalogue) -> str:
    """ "Hours a year: 8 531 before, 6 000 now, 2 531 saved."; empty where nothing was or is lost."""
    if not found.before and not found.now:
        return ""
    values = {"before": said(found.before, t), "now": said(found.now, t), "n": said(abs(found.saved), t)}
    if abs(found.saved) < 1e-9 * max(found.before, found.now):
        message = N_("Hours a year: {now}, as before.") if found.in_hours else N_(
            "Minutes per 1,000 journeys: {now}, as before.")  # fmt: skip
    elif found.saved > 0:
        message = N_("Hours a year: {before} before, {now} now, {n} saved.") if found.in_hours else N_(
            "Minutes per 1,000 journeys: {before} before, {now} now, {n} saved.")  # fmt: skip
    else:
        message = N_("Hours a year: {before} before, {now} now, {n} more.") if found.in_hours else N_(
            "Minutes per 1,000 journeys: {before} before, {now} now, {n} more.")  # fmt: skip
    return t(message, **values)


def deviation_sentence(one: Deviation, before: Side, now: Side, t: Catalogue) -> str:
    """What went otherwise than planned at one step."""
    step = now.journey.steps.get(one.step) or before.journey.steps.get(one.step)
    return t(DEVIATIONS[one.kind], step=name_of(step), planned=one.planned, actual=one.actual)


def _amounts(found: Comparison, t: Catalogue) -> Iterator[Told]:
    """The frictions whose amount differs; those that came or went say so in their own groups."""
    for line in found.lines:
        if line.difference and line.before is not None and line.now is not None:
            values = {"before": said(line.before, t), "now": said(line.now, t)}
            name = name_of(line.friction)
            text = t("“{friction}”: {before} → {now}", friction=name, **values)
            yield Told("hours", text, (line.friction.id,))


def _ends(wall: object) -> tuple[str, ...]:
    return tuple(id for id in (getattr(wall, "source", None), getattr(wall, "target", None)) if id)


def _friction(id: Id, side: Side) -> str:
    return name_of(side.journey.frictions[id])


def _requirement(id: Id, side: Side, t: Catalogue) -> str:
    link = side.journey.links[id]
    ends = [name_of(side.journey.steps.get(end)) for end in (link.source, link.target)]
    text = (link.requirement.text or "").strip() if link.requirement else ""
    return t("{source} → {target}: “{text}”", source=ends[0], target=ends[1], text=text)
