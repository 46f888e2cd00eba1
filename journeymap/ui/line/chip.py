"""What the line says about itself while one types: the chip on its left, and what a fact belongs to."""

from __future__ import annotations

from collections.abc import Mapping

from journeymap.edit.line import LineKind, LineReading
from journeymap.edit.line_about import Subject, speaks, subject_of
from journeymap.edit.line_writer import WritingPosition
from journeymap.i18n import N_
from journeymap.model.ids import Id
from journeymap.model.reading import lanes_in_order, name_of
from journeymap.ui.desk import Desk
from journeymap.ui.details.wall import mark_of
from journeymap.ui.lists.walls import pair_of, pair_words

FACT_WORDS: Mapping[LineKind, str] = {
    "critical": N_("! Decides"),
    "friction": N_("# Friction"),
    "quote": N_('" Quote'),
    "promise": N_("= Promise"),
    "item": N_("+ Information"),
    "stage": N_("/ Stage"),
    "value": N_("* Value"),
    "park": N_("? Parked"),
    "sent_on": N_("> Sent on"),
    "behind": N_("< Behind"),
}
ABOUT_WORDS: Mapping[Subject, Mapping[LineKind, str]] = {
    "wall": {
        "quote": N_('" The excuse'),
        "item": N_("+ Handed over"),
        "critical": N_("! Effect"),
        "promise": N_("= Deadline"),
        "behind": N_("< Owner"),
    },
    "link": {"promise": N_("= Requirement")},
    "friction": {"behind": N_("< Owner")},
}
"""What the same signs mean on a wall, a link or a friction."""
BELONGS = frozenset({"critical", "friction", "quote", "promise", "item", "value"})


def fact_words(desk: Desk, reading: LineReading, position: WritingPosition) -> str:
    """The chip of a line with a sign; empty for a step or a lane."""
    words = FACT_WORDS.get(reading.kind, "")
    subject = subject_of(desk.journey, position.about)
    if subject is not None:
        words = ABOUT_WORDS[subject].get(reading.kind, words)
    return desk.t(words) if words else ""


def lane_words(desk: Desk, reading: LineReading, lane: Id | None) -> str:
    """ "3   Reception", or that a lane will be made; `lane` holds where the line names none."""
    if reading.new_lane:
        return desk.t("New lane: {name}", name=reading.lane)
    for number, one in enumerate(lanes_in_order(desk.journey), start=1):
        if one.name == reading.lane or (reading.lane is None and one.id == lane):
            return f"{number}   {one.name}"
    return ""


def belongs_words(desk: Desk, reading: LineReading, position: WritingPosition, branch: bool) -> str:
    """At the right end: what a fact is said of, after which step a branch begins, how a name stays text."""
    t, steps = desk.t, desk.journey.steps
    if reading.new_lane:
        return t("Backspace makes it text")
    if position.about is not None and speaks(desk.journey, reading.kind, position.about):
        return t("on: {step}", step=subject_words(desk, position.about))
    step = steps.get(position.last or Id(""))
    if step is not None and reading.kind in BELONGS:
        return t("on: {step}", step=step.title)
    link = desk.journey.links.get(Id(position.about or ""))
    if link is not None and reading.kind in ("step", "end") and reading.text:
        return t("between: {link}", link=subject_words(desk, link.id))
    return t("or else, after: {step}", step=step.title) if branch and step is not None else ""


def subject_words(desk: Desk, about: str) -> str:
    """A wall by its two units, a link by its two steps, anything else by its name."""
    mark = mark_of(desk, about)
    if mark is not None:
        return pair_words(pair_of(desk, mark))
    link = desk.journey.links.get(Id(about))
    if link is None:
        return name_of(desk.journey.get(Id(about)))
    ends = (name_of(desk.journey.get(end)) for end in (link.source, link.target))
    return " → ".join(ends)
