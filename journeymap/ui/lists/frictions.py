"""The ranked frictions: what decides the relation, what steals time, what cannot be ranked yet."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from journeymap.analysis import words
from journeymap.analysis.findings import Findings, RankedFriction, UnrankedFriction
from journeymap.i18n import N_, Catalogue
from journeymap.model.journey import Journey
from journeymap.ui.desk import Desk
from journeymap.ui.drawn import disc, interval
from journeymap.ui.label import Elided, label, tip
from journeymap.ui.lines import Lines
from journeymap.ui.lists.entries import Shown
from journeymap.ui.pieces import column, row, top

EMPTY = N_("Nothing hurts yet. Stand on a step and type #.")
FIRMNESS = {
    "firm": N_("The place is firm."),
    "likely": N_("The place is likely."),
    "open": N_("The place is open."),
}


def lines(desk: Desk) -> Iterator[Shown]:
    """The whole list from the top; nothing where there is nothing to rank."""
    found = desk.work.findings
    journey = desk.journey
    ranked = [line for line in found.ranked if line.id in journey.frictions]
    if ranked:
        yield _unit(desk)
    yield from _group(desk, [line for line in ranked if line.tier == "A"], "A")
    yield from _group(desk, [line for line in ranked if line.tier == "B"], "B")
    yield from _unranked(desk, found, journey)


def count(desk: Desk) -> int:
    """How many frictions are listed."""
    found = desk.work.findings
    ids = [*(line.id for line in found.ranked), *(line.id for line in found.unranked)]
    return sum(id in desk.journey.frictions for id in ids)


def by_year(journey: Journey) -> bool:
    """Whether hours a year can be said; without a volume it is minutes per 1000 journeys."""
    return journey.head.journeys_per_year is not None


def measure(line: RankedFriction) -> tuple[float, float, float]:
    """Low, best and high as the list shows them: hours a year, else minutes per 1000."""
    if line.hours is None or line.low is None or line.high is None:
        return line.low_per1000, line.per1000, line.high_per1000
    return line.low, line.hours, line.high


def _unit(desk: Desk) -> Shown:
    t = desk.t
    unit = t("hours per year") if by_year(desk.journey) else t("minutes per 1,000 journeys")
    return Shown(
        "unit",
        (unit, desk.look),
        lambda: row(None, label(unit, "caption"), margins=(8, 2, 10, 0)),
    )


def _group(desk: Desk, ranked: list[RankedFriction], tier: str) -> Iterator[Shown]:
    if not ranked:
        return
    title = desk.t("Decides the relation") if tier == "A" else desk.t("Steals time")
    total = desk.t.number(sum(measure(line)[1] for line in ranked))
    yield heading(desk, f"group:{tier}", title, total)
    for line in ranked:
        yield _ranked(desk, line)


def heading(desk: Desk, key: str, title: str, count: str) -> Shown:
    """The heading of a group with its sum or count at the right."""
    return Shown(
        key,
        (title, count, desk.look),
        lambda: row((Elided(title, "group"), 1), label(count, "caption"), margins=(8, 12, 10, 3)),
    )


def _ranked(desk: Desk, line: RankedFriction) -> Shown:
    title = desk.journey.frictions[line.id].title
    low, best, high = measure(line)
    place = places(desk.t, line)
    figure = desk.t.number(best)

    def make() -> QWidget:
        hours = label(figure, "rowbold", right=True)
        body = column(
            row((Lines(title), 1), top(hours), gap=8),
            row((interval(desk.look, low, best, high), 1), label(place, "caption"), gap=8),
            gap=2,
        )
        made = row(top(disc(desk.look, str(line.rank), line.tier)), (body, 1), gap=8)
        tip(made, words.explanation(line, desk.journey, desk.work.findings, desk.t))
        return made

    spoken = _spoken(desk, line, title)
    facts = (title, line.rank, line.tier, low, best, high, place, desk.look, desk.t.language)
    return Shown(f"friction:{line.id}", facts, make, (line.id,), spoken)


def places(t: Catalogue, line: RankedFriction) -> str:
    """The places the friction can have within its intervals."""
    if line.rank_best == line.rank_worst:
        return t("place {n}", n=line.rank_best)
    return t("place {best}–{worst}", best=line.rank_best, worst=line.rank_worst)


def _spoken(desk: Desk, line: RankedFriction, title: str) -> str:
    """What a screen reader says and the tip shows (WORDS 6)."""
    t = desk.t
    low, best, high = (t.number(value) for value in measure(line))
    tier = t("Decides the relation") if line.tier == "A" else t("Steals time")
    if by_year(desk.journey):
        size = t("{best} hours a year, between {low} and {high}.", best=best, low=low, high=high)
    else:
        size = t(
            "{best} minutes per 1,000 journeys, between {low} and {high}.", best=best, low=low, high=high
        )
    first = t("Rank {n}. {tier}. {title}.", n=line.rank, tier=tier, title=title)
    sure = t(FIRMNESS[line.word]) if line.word else ""
    return " ".join(part for part in (first, size, places(t, line).capitalize() + ".", sure) if part)


def _unranked(desk: Desk, found: Findings, journey: Journey) -> Iterator[Shown]:
    waiting = [line for line in found.unranked if line.id in journey.frictions]
    if not waiting:
        return
    yield heading(desk, "group:?", desk.t("Cannot be ranked yet"), desk.t.number(len(waiting)))
    for place, line in enumerate(waiting):
        yield _waiting(desk, line, first=place == 0 and len(waiting) > 1)


def _waiting(desk: Desk, line: UnrankedFriction, *, first: bool) -> Shown:
    title = desk.journey.frictions[line.id].title
    t = desk.t
    said = words.missing_answers(line, t)
    if first:
        said += " " + t("Measure this first.")

    def make() -> QWidget:
        body = column(Lines(title), label(said, "caption", wrap=True), gap=1)
        return row(top(disc(desk.look, "?", "?")), (body, 1), gap=8)

    return Shown(f"friction:{line.id}", (title, said, desk.look), make, (line.id,), f"{title}. {said}")
