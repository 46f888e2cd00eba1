"""What the map can tell beyond walls and ranking, as lines of `check`: a block a subject (docs/CHECK.md)."""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.analysis.behind import look_behind
from journeymap.analysis.evidence import assumed_share
from journeymap.analysis.findings import Findings
from journeymap.analysis.further import Further, look_further
from journeymap.analysis.lane_sums import all_drawn
from journeymap.analysis.two_sided import TwoSidedWall
from journeymap.analysis.words.amounts import said
from journeymap.analysis.words.further import (
    promise_gap_sentence,
    repeat_sentence,
    unattended_sentence,
    unpassed_sentence,
)
from journeymap.analysis.words.nouns import customer_forms
from journeymap.analysis.words.tells import (
    assumed_sentence,
    lane_sentence,
    level_name,
    order_sentence,
    remedy_sentence,
    shadow_sentence,
)
from journeymap.analysis.words.titles import title_within
from journeymap.analysis.words.walls import wall_number
from journeymap.i18n.catalogue import Catalogue
from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.model.reading import name_of

Lines = list[str]


def tell_blocks(journey: Journey, findings: Findings, t: Catalogue) -> Iterator[Lines]:
    """One block a subject, its heading first; nothing of a subject on which the map is silent."""
    further = look_further(journey, findings)
    blocks = (
        [t("What is promised, and how long it takes"), *_gaps(journey, further, t)],
        [t("Say it once"), *_once(journey, further, t)],
        [_nobodys(journey, t), *(unattended_sentence(one, journey, t) for one in further.unattended)],
        [t("The walls as both sides see them"), *_sides(journey, further, t)],
        [t("What the lost time rests on"), *_rungs(further, t)],
        [t("Actions beside causes"), *_remedies(journey, further, t)],
        [t("Every order to support"), *_orders(journey, further, t)],
        [t("Lane by lane"), *_lanes(journey, findings, further, t)],
    )
    for heading, *lines in blocks:
        if lines:
            yield [heading, *(f"  {line}" for line in lines)]


def chain_lines(journey: Journey, findings: Findings, t: Catalogue) -> Iterator[str]:
    """What each critical step rests on, the nearest first, and how well it is asked."""
    if findings.back_chains:
        yield t("Behind the critical moments")
    for moment in findings.back_chains:
        found = look_behind(journey, moment)
        titles = [
            t("“{step}” ({n})", step=title_within(journey.steps[member.step]), n=t.number(member.depth))
            for member in found.members
        ]
        behind = t.listed(titles) if titles else t("nothing on the map")
        yield f"  {_quoted(journey, moment, t)}: {behind}"
        if found.links:
            asked, every = t.number(found.required), t.number(len(found.links))
            yield "     " + t("Links with a requirement: {n} of {all}.", n=asked, all=every)


def _quoted(journey: Journey, step: Id, t: Catalogue) -> str:
    return t("“{step}”", step=title_within(journey.steps[step]))


def _gaps(journey: Journey, further: Further, t: Catalogue) -> Iterator[str]:
    return (promise_gap_sentence(gap, journey, t) for gap in further.promise_gaps)


def _nobodys(journey: Journey, t: Catalogue) -> str:
    return t("Nobody's {guest}", **customer_forms(journey, t))


def _once(journey: Journey, further: Further, t: Catalogue) -> Iterator[str]:
    for repeat in further.say_once.repeats:
        law = " " + t("It must be asked again by law.") if repeat.required else ""
        yield repeat_sentence(repeat, journey, t) + law
    yield from (unpassed_sentence(gap, journey, t) for gap in further.say_once.gaps)


def _sides(journey: Journey, further: Further, t: Catalogue) -> Iterator[str]:
    """Walls of which somebody has said how it looks from there; who has not is named."""
    for wall in further.walls:
        number = wall_number(wall.number, t)
        for lane, words in wall.views.items():
            name = name_of(journey.lanes.get(lane))
            yield t("{number}, as {lane} sees it: {text}", number=number, lane=name, text=words)
        if wall.views and wall.silent:
            yield _silent(journey, wall, t)


def _silent(journey: Journey, wall: TwoSidedWall, t: Catalogue) -> str:
    names = t.listed([name_of(journey.lanes.get(lane)) for lane in wall.silent])
    return t("{number}: {lanes} has not been heard.", number=wall_number(wall.number, t), lanes=names)


def _rungs(further: Further, t: Catalogue) -> Iterator[str]:
    share = assumed_share(further.evidence)
    if share is None:
        return
    yield assumed_sentence(share, t)
    for rung in further.evidence:
        if rung.frictions:
            count = t.plural("{n} friction", "{n} frictions", len(rung.frictions))
            amount = (
                t("{n} min per 1000", n=said(rung.per1000, t))
                if rung.hours is None
                else t("{n} h/year", n=said(rung.hours, t))
            )
            yield f"{level_name(rung.level, t)}: {t.percent(rung.share or 0.0)}, {amount}, {count}"


def _remedies(journey: Journey, further: Further, t: Catalogue) -> Iterator[str]:
    return (remedy_sentence(one, journey, t) for one in further.remedies if one.actions or one.decisive)


def _orders(journey: Journey, further: Further, t: Catalogue) -> Iterator[str]:
    yield from (order_sentence(order, journey, t) for order in further.orders)
    yield from (shadow_sentence(work, journey, t) for work in further.shadow)


def _lanes(journey: Journey, findings: Findings, further: Further, t: Catalogue) -> Iterator[str]:
    """Every lane, and that the sums are the map's own."""
    if not journey.steps:
        return
    yield from (lane_sentence(card, journey, findings, t) for card in further.lanes)
    figures = findings.figures
    whole = [
        t.plural("{n} step", "{n} steps", figures.steps),
        t.plural("{n} hand-off", "{n} hand-offs", figures.handoffs),
        t.plural("{n} wall", "{n} walls", all_drawn(findings)),
    ]
    if figures.customer_hours_per_year is not None:
        whole.append(t("{n} h/year", n=t.number(figures.customer_hours_per_year)))
    yield t("All lanes together: {sums}, the same as the whole map.", sums=" · ".join(whole))
