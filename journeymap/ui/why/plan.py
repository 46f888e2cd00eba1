"""The measuring plan: what to find out first, ticked as it is answered, and what decides the order."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from journeymap.analysis import words
from journeymap.analysis.findings import RankedFriction
from journeymap.analysis.words import amounts
from journeymap.analysis.words.nouns import at_start
from journeymap.model.ids import HEAD, Id
from journeymap.ui.desk import Desk
from journeymap.ui.drawn import sign
from journeymap.ui.label import label
from journeymap.ui.pieces import button, clear, column, row, top
from journeymap.ui.why import sayings
from journeymap.ui.why.asked import Asked, Task, undecided

FIRST = 12
"""So many tasks are shown at first: the plan is a list to begin with, not an archive."""


def waiting_for(desk: Desk, friction: Id, missing: Sequence[str], done: Sequence[str] = ()) -> QWidget:
    """The missing answers as buttons that go there; those known now stand ticked."""
    lines = [_answer(desk, friction, answer, known=False) for answer in missing]
    lines += [_answer(desk, friction, answer, known=True) for answer in done]
    return column(*lines, gap=0)


def _answer(desk: Desk, friction: Id, answer: str, *, known: bool) -> QWidget:
    words_ = at_start(words.answer_name(answer, desk.t))
    if known:
        said: QWidget = label(words_, "quiet")
    else:
        said = button(desk.look, words_, partial(ask, desk, friction, answer), role="link")
    mark = sign(desk.look, "check" if known else "circle", 14, "value" if known else "text3")
    return row(mark, said, None, gap=6)


def ask(desk: Desk, friction: Id, answer: str) -> None:
    """Put the keyboard where this answer is given."""
    if answer == "goal_minutes":
        desk.selection.ask(HEAD, answer)
    elif answer == "visits":
        desk.selection.ask(desk.journey.frictions[friction].at, "share")
    else:
        desk.selection.ask(friction, answer)


def is_plan(desk: Desk, asked: Asked) -> bool:
    """Whether anything waits to be measured or could change the order."""
    found = desk.work.findings
    return bool(asked.tasks(desk.document, found) or undecided(found) or _even(desk) is not None)


def plan(desk: Desk, asked: Asked) -> QWidget:
    """The whole plan; nothing where nothing waits to be measured and the order is settled."""
    found = desk.work.findings
    todo = asked.tasks(desk.document, found)
    shown = todo if asked.all else todo[:FIRST]
    parts: list[QWidget] = [_task(desk, task) for task in shown]
    if len(shown) < len(todo):
        parts.append(_more(desk, asked, todo[len(shown) :]))
    order = _order(desk)
    if order:
        parts += [label(desk.t("What decides the order"), "group"), *order]
    return column(*parts, gap=12, margins=(0, 0, 0, 6))


def _more(desk: Desk, asked: Asked, rest: Sequence[Task]) -> QWidget:
    """The others are a click away: what comes first is what is to be measured first."""
    layout = QVBoxLayout()
    layout.setSpacing(12)
    layout.setContentsMargins(0, 0, 0, 0)

    def show() -> None:
        asked.all = True
        clear(layout)
        for task in rest:
            layout.addWidget(_task(desk, task))

    said = desk.t.plural("Show {n} more", "Show {n} more", len(rest))
    layout.addWidget(row(button(desk.look, said, show, role="link"), None))
    return column(layout)


def left(asked: Asked, desk: Desk) -> int:
    """How many frictions still wait for an answer."""
    return sum(not task.done for task in asked.tasks(desk.document, desk.work.findings))


def _task(desk: Desk, task: Task) -> QWidget:
    t = desk.t
    title = desk.journey.frictions[task.friction].title
    go = partial(desk.selection.choose, task.friction)
    parts: list[QWidget] = [label(title, "quiet" if task.done else "row", wrap=True)]
    if task.done:
        parts.append(label(t("Measured: place {n}.", n=task.rank), "caption", wrap=True))
    else:
        if desk.work.findings.trials:
            share = t.percent(task.share)
            said = t("Could be among the first three: {share} of the trials.", share=share)
            parts.append(label(said, "caption", wrap=True))
        missing = [answer for answer, known in task.answers if not known]
        parts.append(waiting_for(desk, task.friction, missing, [one for one, known in task.answers if known]))
    box = button(desk.look, "", go, role="figure", sign="circle-check" if task.done else "circle", name=title)
    return row(top(box), (column(*parts, gap=4), 1), gap=6)


def _order(desk: Desk) -> list[QWidget]:
    """The break-even of the first two, and every friction of which the trials do not agree."""
    t, found = desk.t, desk.work.findings
    parts: list[QWidget] = []
    even = _even(desk)
    if even is not None:
        at = t("The first two would change places at {n} minutes.", n=amounts.said(even, t))
        parts.append(label(at, wrap=True))
        parts.append(_go(desk, t("How long does it take when all goes well?"), HEAD, "goal_minutes"))
    for line in undecided(found):
        parts.append(_undecided(desk, line))
    return parts


def _even(desk: Desk) -> float | None:
    """At how many minutes the first two would change places, where that is known."""
    found = desk.work.findings
    return found.break_even_goal if found.figures.goal_minutes is not None else None


def _undecided(desk: Desk, line: RankedFriction) -> QWidget:
    t, found = desk.t, desk.work.findings
    title = desk.journey.frictions[line.id].title if line.id in desk.journey.frictions else ""
    said = t(
        "Place {n} is open: among the first three in {share} of the trials.",
        n=line.rank,
        share=t.percent(line.top3_share),
    )
    change = sayings.change_of(line, found)
    below = [label(said, "caption", wrap=True)]
    if change is not None:
        below.append(label(sayings.what_moves(line, found, t), "caption", wrap=True))
    parts: list[QWidget] = [label(title, "row", wrap=True), *below]
    if change is not None:
        parts.append(_go(desk, t("Go to the answer"), line.id, change.answer))
    return row(top(sign(desk.look, "circle-help", 16, "warn")), (column(*parts, gap=3), 1), gap=8)


def _go(desk: Desk, said: str, id: Id, answer: str) -> QWidget:
    return row(button(desk.look, said, partial(desk.selection.ask, id, answer), role="link"), None)
