"""What would change the order, in words: the break-even of G, the smallest change of an answer."""

from __future__ import annotations

from journeymap.analysis.findings import Change, Findings, RankedFriction
from journeymap.analysis.words.amounts import said
from journeymap.analysis.words.explanation import answer_name
from journeymap.i18n.catalogue import Catalogue


def break_even_sentence(findings: Findings, t: Catalogue) -> str:
    """G and the G at which the first two would change places; empty where there is none."""
    goal, even = findings.figures.goal_minutes, findings.break_even_goal
    if goal is None or even is None:
        return ""
    return t(
        "It takes {goal} minutes when all goes well. At {even} minutes the first two would change places.",
        goal=said(goal, t),
        even=said(even, t),
    )


def possible_places(line: RankedFriction, t: Catalogue) -> str:
    """The places that the ranges of all answers leave open."""
    if line.rank_best == line.rank_worst:
        return t("Only place {n}, wherever the answers lie within their ranges.", n=line.rank_best)
    return t(
        "Places {best} to {worst}, depending on where the answers lie within their ranges.",
        best=line.rank_best,
        worst=line.rank_worst,
    )


def change_sentence(change: Change, t: Catalogue) -> str:
    """The smallest change of one answer that moves a friction, and where to."""
    place = t.number(change.place)
    if change.answer == "critical":
        if change.then:
            return t("It would stand at place {place} if it were decisive.", place=place)
        return t("It would stand at place {place} if it were not decisive.", place=place)
    if change.then == change.now:
        return t("It is level with place {place}: the least change of an answer would move it.", place=place)
    if change.answer == "votes":
        return t(
            "With {then} votes instead of {now} it would stand at place {place}.",
            then=t.number(change.then),
            now=t.number(change.now),
            place=place,
        )
    now, then = (_amount(change.answer, value, t) for value in (change.now, change.then))
    answer = answer_name(change.answer, t)
    return t(
        "Place {place} if one answer were another ({answer}): {then} instead of {now}.",
        answer=answer,
        then=then,
        now=now,
        place=place,
    )


def _amount(answer: str, value: float, t: Catalogue) -> str:
    """A share as people answered it: of 1000, in per cent, or minutes."""
    if answer == "hits":
        return t("{n} of 1000", n=said(1000 * value, t))
    return t.percent(value) if answer == "value_lost" else t("{n} min", n=said(value, t))
