""" "Why this place?": one friction's place taken apart, from the sentence down to what would move it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from journeymap.analysis import words
from journeymap.analysis.findings import RankedFriction, UnrankedFriction
from journeymap.i18n import N_
from journeymap.model.records import Friction
from journeymap.ui.desk import Desk
from journeymap.ui.details.form import Fold, Opened
from journeymap.ui.drawn import interval
from journeymap.ui.label import label
from journeymap.ui.lists.frictions import by_year, measure
from journeymap.ui.pieces import button, column, row
from journeymap.ui.why import sayings
from journeymap.ui.why.bars import Kind, Part, parts_bar, swatch
from journeymap.ui.why.goal import goal_card
from journeymap.ui.why.plan import waiting_for

NAMES: dict[Kind, str] = {
    "waiting": N_("Waiting"),
    "work": N_("Own work"),
    "value": N_("Value lost"),
}


def fold(desk: Desk, friction: Friction, opened: Opened, key: str) -> Fold | None:
    """The closed line below a friction's answers that unfolds why it stands where it stands."""
    found = desk.work.findings
    ranked = next((line for line in found.ranked if line.id == friction.id), None)
    if ranked is not None:
        return opened.fold(
            desk, key, desk.t("Why this place?"), "", lambda: why_this_place(desk, ranked), usual=False
        )
    waiting = next((line for line in found.unranked if line.id == friction.id), None)
    if waiting is not None:
        return opened.fold(
            desk, key, desk.t("Why no place yet?"), "", lambda: why_no_place(desk, waiting), usual=False
        )
    return None


def why_this_place(desk: Desk, line: RankedFriction) -> QWidget:
    """Everything that decides the place, each under its own small heading."""
    t, journey, found = desk.t, desk.journey, desk.work.findings
    parts: list[QWidget] = [
        label(words.explanation(line, journey, found, t), wrap=True),
        _section(desk, t("What it is made of"), _made_of(desk, line)),
        _section(desk, t("At least and at most"), _span(desk, line)),
        _section(desk, t("Possible places"), _said(words.possible_places(line, t))),
        _section(desk, t("How sure is it?"), _said(sayings.how_sure(line, found, t))),
        _section(
            desk,
            t("By hours alone"),
            _said(sayings.hours_alone(line, t)),
            _said(sayings.who_says_so(line, journey, t)),
        ),
        _section(desk, t("What would move it"), *_moves(desk, line)),
        _section(desk, t("What it rests on"), *_rests(desk, line)),
    ]
    if line.value_minutes:
        parts.append(goal_card(desk))
    return column(*parts, gap=12, margins=(0, 2, 0, 4))


def why_no_place(desk: Desk, line: UnrankedFriction) -> QWidget:
    """What is missing as buttons, and how much it could matter."""
    t = desk.t
    said = t(
        "Whatever is missing, it would be among the first three in {share} of {trials} trials.",
        share=t.percent(line.possible_top3_share),
        trials=t.number(desk.work.findings.trials),
    )
    parts: list[QWidget] = [_said(words.missing_answers(line, t)), waiting_for(desk, line.id, line.missing)]
    if desk.work.findings.trials:
        parts.append(_said(said))
    if "goal_minutes" in line.missing:
        parts.append(goal_card(desk))
    return column(*parts, gap=10, margins=(0, 2, 0, 4))


def _section(desk: Desk, title: str, *below: QWidget) -> QWidget:
    return column(label(title, "group", wrap=True), *below, gap=4)


def _said(text: str) -> QWidget:
    return label(text, wrap=True)


def _made_of(desk: Desk, line: RankedFriction) -> QWidget:
    """The stacked bar and one line for each part: minutes for one who is hit, and hours a year."""
    t = desk.t
    known = [
        Part("waiting", line.wait_minutes),
        Part("work", line.work_minutes),
        Part("value", line.value_minutes),
    ]
    lines = [_part_line(desk, line, part) for part in known]
    bar = parts_bar(desk.look, known)
    bar.setAccessibleName(
        t.listed(
            [t("{part}: {n} min", part=t(NAMES[part.kind]), n=t.number(part.minutes, 1)) for part in known]
        )
    )
    return column(*([bar] if line.minutes_per_hit else []), *lines, gap=4)


def _part_line(desk: Desk, line: RankedFriction, part: Part) -> QWidget:
    t = desk.t
    minutes = t("{n} min", n=t.number(part.minutes, 0 if part.minutes >= 10 else 1))
    share = line.part(part.minutes)
    hours = "" if share is None else t("{n} h/year", n=t.number(round(share)))
    figures = [label(minutes, "figure", right=True)]
    if hours:
        wide = label(hours, "caption", right=True)
        wide.setMinimumWidth(desk.look.px(76))
        figures.append(wide)
    return row(
        swatch(desk.look, part.kind), (label(t(NAMES[part.kind]), "caption", wrap=True), 1), *figures, gap=7
    )


def _span(desk: Desk, line: RankedFriction) -> QWidget:
    t = desk.t
    low, best, high = measure(line)
    form: Callable[..., str] = (
        (lambda **figures: t("{best} hours a year, between {low} and {high}.", **figures))
        if by_year(desk.journey)
        else (lambda **figures: t("{best} minutes per 1,000 journeys, between {low} and {high}.", **figures))
    )
    figures = {name: t.number(value) for name, value in (("low", low), ("best", best), ("high", high))}
    return column(interval(desk.look, low, best, high), _said(form(**figures)), gap=4)


def _moves(desk: Desk, line: RankedFriction) -> list[QWidget]:
    found, t = desk.work.findings, desk.t
    parts = [_said(sayings.what_moves(line, found, t))]
    change = sayings.change_of(line, found)
    if change is not None:
        answer = change.answer
        parts.append(
            button(
                desk.look,
                t("Go to the answer"),
                lambda: desk.selection.ask(line.id, answer),
                role="link",
            )
        )
    return parts


def _rests(desk: Desk, line: RankedFriction) -> list[QWidget]:
    t = desk.t
    go = button(desk.look, t("Say how we know"), lambda: desk.selection.ask(line.id, "evidence"), role="link")
    return [_said(sayings.rests_on(line.id, desk.journey, t)), row(go, None)]
