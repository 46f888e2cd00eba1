"""The present beside what would be: ranking, walls, the chains behind, the room that promises have."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from journeymap.analysis.comparison import Side, compared
from journeymap.analysis.graph import build
from journeymap.analysis.promise_gaps import PromiseGap, promise_gaps
from journeymap.analysis.words.comparison import comparison_told
from journeymap.analysis.words.further import promise_gap_sentence
from journeymap.model.ids import Id
from journeymap.model.reading import name_of
from journeymap.ui.desk import Desk
from journeymap.ui.drawn import disc, sign
from journeymap.ui.label import label
from journeymap.ui.lines import Lines
from journeymap.ui.lists.entries import Shown
from journeymap.ui.lists.frictions import heading, measure
from journeymap.ui.pieces import column, row, top


def sum_said(desk: Desk, now: Side, then: Side) -> str:
    """What all frictions take together, as it is and then."""
    t, found = desk.t, compared(now, then)
    values = {"now": t.number(found.before), "then": t.number(found.now), "n": t.number(abs(found.saved))}
    if not found.in_hours:
        return t("{now} minutes per 1,000 journeys as it is, {then} then.", **values)
    if round(found.saved) > 0:
        return t("{now} hours a year as it is, {then} then: {n} saved.", **values)
    if round(found.saved) < 0:
        return t("{now} hours a year as it is, {then} then: {n} more.", **values)
    return t("{now} hours a year as it is, and the same then.", **values)


def lines(desk: Desk, now: Side, then: Side) -> Iterator[Shown]:
    """Everything that would be otherwise; the ranking whole, so that one sees where each one stands."""
    t = desk.t
    yield from _ranking(desk, now, then)
    told = [one for one in comparison_told(compared(now, then), now, then, (), t)
            if one.group in ("torn", "new", "moved")]  # fmt: skip
    yield heading(desk, "group:walls", t("Walls"), "")
    yield from (
        _line(desk, f"wall:{place}", one.text, one.group == "torn", one.about)
        for place, one in enumerate(told)
    )
    if not told:
        yield _quiet(desk, "same:walls", t("The same walls stand."))
    yield heading(desk, "group:chain", t("Behind the critical moments"), "")
    yield from _chains(desk, now, then)
    yield heading(desk, "group:promises", t("Promises"), "")
    yield from _promises(desk, now, then)


def _ranking(desk: Desk, now: Side, then: Side) -> Iterator[Shown]:
    t = desk.t
    before = {line.id: line for line in now.findings.ranked}
    yield heading(desk, "group:ranking", t("Order then"), "")
    for line in then.findings.ranked:
        old = before.get(line.id)
        place = t("place {n} as it is", n=old.rank) if old else t("not ranked as it is")
        amount = t.number(measure(line)[1])
        if old is not None and round(measure(old)[1]) != round(measure(line)[1]):
            amount = f"{t.number(measure(old)[1])} → {amount}"
        note = place if old is None or old.rank != line.rank else t("same place")
        yield _ranked(desk, line.id, str(line.rank), line.tier, amount, note)
    gone = [line for line in now.findings.ranked if line.id not in {one.id for one in then.findings.ranked}]
    for line in gone:
        yield _ranked(desk, line.id, "–", "?", t.number(measure(line)[1]), t("solved then"))


def _ranked(desk: Desk, id: Id, rank: str, tier: str, amount: str, note: str) -> Shown:
    title = name_of(desk.journey.frictions.get(id))

    def make() -> QWidget:
        body = column(
            row((Lines(title), 1), top(label(amount, "rowbold", right=True)), gap=8),
            label(note, "caption"),
            gap=1,
        )
        return row(top(disc(desk.look, rank, tier)), (body, 1), gap=8)

    facts = (title, rank, tier, amount, note, desk.look, desk.t.language)
    about = (id,) if id in desk.journey.frictions else ()
    return Shown(f"then:{id}", facts, make, about, f"{rank}. {title}. {amount}. {note}")


def _chains(desk: Desk, now: Side, then: Side) -> Iterator[Shown]:
    t, differs = desk.t, False
    for step in dict.fromkeys([*now.findings.back_chains, *then.findings.back_chains]):
        one, other = (len(side.findings.back_chains.get(step, ())) for side in (now, then))
        if now.findings.back_chains.get(step) != then.findings.back_chains.get(step):
            differs = True
            name = name_of(now.journey.steps.get(step) or then.journey.steps.get(step))
            text = t("“{step}”: {now} behind it as it is, {then} then", step=name, now=one, then=other)
            yield _line(desk, f"chain:{step}", text, other <= one, (step,))
    if not differs:
        yield _quiet(desk, "same:chain", t("The same stand behind them."))
    shares = [side.findings.figures.requirement_coverage for side in (now, then)]
    if shares[0] != shares[1]:
        said = [t.percent(share) if share is not None else "–" for share in shares]
        text = t("Links with a requirement: {now} as it is, {then} then", now=said[0], then=said[1])
        yield _quiet(desk, "coverage", text)


def _promises(desk: Desk, now: Side, then: Side) -> Iterator[Shown]:
    t = desk.t
    before, after = _gaps(now), _gaps(then)
    differs = False
    for key in dict.fromkeys([*before, *after]):
        one, other = before.get(key), after.get(key)
        said = [promise_gap_sentence(gap, side.journey, t) if gap else t("Not to be kept there.")
                for gap, side in ((one, now), (other, then))]  # fmt: skip
        if said[0] != said[1]:
            differs = True
            better = other is None or (one is not None and other.gap >= one.gap)
            text = t("As it is: {now} Then: {then}", now=said[0], then=said[1])
            yield _line(desk, "promise:" + ":".join(key), text, better, (key[2],))
    if not differs:
        yield _quiet(desk, "same:promises", t("The promises have the same room."))


def _gaps(side: Side) -> dict[tuple[str, str, str], PromiseGap]:
    return {(one.promise, one.maker, one.honourer): one for one in promise_gaps(build(side.journey))}


def _line(desk: Desk, key: str, text: str, better: bool, about: tuple[str, ...]) -> Shown:
    walls = {wall.key for wall in desk.work.findings.walls}
    here = tuple(id for id in about if desk.journey.get(Id(id)) is not None or id in walls)

    def make() -> QWidget:
        mark = sign(desk.look, "check" if better else "triangle-alert", 18, "value" if better else "warn")
        return row(top(mark), (Lines(text, most=5), 1), gap=9, margins=(0, 0, 0, 0) if here else (8, 6, 8, 6))

    return Shown(key, (text, better, desk.look, desk.t.language), make, here, text)


def _quiet(desk: Desk, key: str, text: str) -> Shown:
    return Shown(
        key,
        (text, desk.look),
        lambda: column(label(text, "quiet", wrap=True), margins=(8, 2, 8, 4)),
    )
