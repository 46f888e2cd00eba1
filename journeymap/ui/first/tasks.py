"""The five tasks and when each is done: read off the map, so that any way of doing it counts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from journeymap.i18n import N_, Catalogue
from journeymap.model.journey import Journey
from journeymap.model.reading import is_critical, majority

Target = Literal["line", "report"]
LINES = 6
"""Steps that make a story (METHOD 6 asks for 6 to 12)."""


@dataclass(frozen=True)
class Task:
    """What to do, how, and which part of the window it happens in."""

    words: str
    how: str
    target: Target = "line"


TASKS = (
    Task(N_("Write what the customer does"), N_("Six lines. Enter after each.")),
    Task(N_("Let somebody else take over"), N_("Write  {lane}: Answers  and you change lane.")),
    Task(N_("Say where it rubs"), N_("Write  #  and what happened. Answer with four digits.")),
    Task(N_("Mark what decides"), N_("Write  !  and why.")),
    Task(N_("Make the report"), N_("{key}. Done."), "report"),
)


def done(journey: Journey, *, asking: bool, reported: bool) -> tuple[bool, ...]:
    """Which of the tasks are done. `asking`: a question about a friction still waits in the line."""
    lanes = {step.id: step.lane for step in journey.steps.values()}
    crossed = any(
        link.source in lanes and link.target in lanes and lanes[link.source] != lanes[link.target]
        for link in journey.links.values()
    )
    decides = any(map(is_critical, journey.steps.values())) or any(
        friction.critical or majority(friction.votes) for friction in journey.frictions.values()
    )
    rubs = bool(journey.frictions) and not asking
    return len(journey.steps) >= LINES, crossed, rubs, decides, reported


def progress(t: Catalogue, journey: Journey) -> str:
    """How far the first task has come, "3 of 6"; empty before it began and when it is done."""
    count = len(journey.steps)
    return t("{n} of {m}", n=count, m=LINES) if 0 < count < LINES else ""
