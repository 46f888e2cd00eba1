"""Why a friction stands where it stands: the explanation line of METHOD 2."""

from __future__ import annotations

from collections.abc import Mapping

from journeymap.analysis.findings import Findings, RankedFriction, UnrankedFriction, WallFinding, Word
from journeymap.analysis.ledger import booking_order
from journeymap.analysis.words.amounts import said
from journeymap.analysis.words.nouns import customer_noun
from journeymap.analysis.words.walls import units_of
from journeymap.i18n.catalogue import N_, Catalogue
from journeymap.model.journey import Journey
from journeymap.model.reading import majority

_ANSWERS: Mapping[str, str] = {
    "hits": N_("how many it hits"),
    "wait_minutes": N_("waiting"),
    "work_minutes": N_("own work"),
    "value_lost": N_("value lost"),
    "goal_minutes": N_("how long it takes when all goes well"),
    "visits": N_("how many come by"),
}


def certainty_word(word: Word | None, t: Catalogue) -> str:
    """How sure a place is: firm, likely, open; empty where it was not tested."""
    if word is None:
        return ""
    words: Mapping[Word, str] = {
        "firm": t.context("how sure", "firm"),
        "likely": t.context("how sure", "likely"),
        "open": t.context("how sure", "open"),
    }
    return words[word]


def answer_name(answer: str, t: Catalogue) -> str:
    """An answer of a friction in plain words, such as "own work"."""
    return t(_ANSWERS[answer])


def missing_answers(unranked: UnrankedFriction, t: Catalogue) -> str:
    """What to find out before the friction can have a place."""
    names = t.listed([answer_name(answer, t) for answer in unranked.missing])
    return t("Missing: {answers}.", answers=names)


def explanation(ranked: RankedFriction, journey: Journey, findings: Findings, t: Catalogue) -> str:
    """How many, how long, what that makes a year, who says it decides, how sure, at which wall."""
    sentences = [
        _toll(ranked, journey, t),
        t("By hours alone: place {place}.", place=t.number(ranked.rank_by_hours)),
        _decisive(ranked, journey, t),
        _sureness(ranked, findings, t),
        _wall(ranked, journey, findings, t),
    ]
    return " ".join(sentence for sentence in sentences if sentence)


def booked_wall(ranked: RankedFriction, findings: Findings) -> WallFinding | None:
    """The wall on which the ledger books the friction; None for one at no standing wall."""
    at = [wall for wall in findings.walls if wall.key in ranked.wall_keys and wall.stands]
    return min(at, key=booking_order) if at else None


def _toll(r: RankedFriction, journey: Journey, t: Catalogue) -> str:
    values = {
        "hits": _hits(r, journey, t),
        "minutes": said(r.minutes_per_hit, t),
        "waiting": said(r.wait_minutes, t),
        "work": said(r.work_minutes, t),
        "value": said(r.value_minutes, t),
        "sum": _sum(r, t),
    }
    if r.share_hit > 1:
        return t(
            "Happens {hits}, {minutes} min each: "
            "{waiting} waiting, {work} own work, {value} value lost = {sum}.",
            **values,
        )
    return t(
        "Hits {hits}, {minutes} min each: {waiting} waiting, {work} own work, {value} value lost = {sum}.",
        **values,
    )


def _hits(r: RankedFriction, journey: Journey, t: Catalogue) -> str:
    """ "17 of 1000 guests (8–25)", or how many times a journey."""
    guests = customer_noun(journey, t, "many")
    if r.share_hit > 1:
        n, low, high = (said(share, t) for share in (r.share_hit, r.share_low, r.share_high))
        if low == high:
            return t("{n} times a journey", n=n)
        return t("{n} times a journey ({low}–{high})", n=n, low=low, high=high)
    n, low, high = (said(1000 * share, t) for share in (r.share_hit, r.share_low, r.share_high))
    if low == high:
        return t("{n} of 1000 {guests}", n=n, guests=guests)
    return t("{n} of 1000 {guests} ({low}–{high})", n=n, guests=guests, low=low, high=high)


def _sum(r: RankedFriction, t: Catalogue) -> str:
    """ "197 h/year (40–458)"; minutes per 1000 without a volume."""
    if r.hours is None:
        n, low, high = (said(minutes, t) for minutes in (r.per1000, r.low_per1000, r.high_per1000))
        if low == high:
            return t("{n} min per 1000", n=n)
        return t("{n} min per 1000 ({low}–{high})", n=n, low=low, high=high)
    n, low, high = (said(hours or 0.0, t) for hours in (r.hours, r.low, r.high))
    if low == high:
        return t("{n} h/year", n=n)
    return t("{n} h/year ({low}–{high})", n=n, low=low, high=high)


def _decisive(r: RankedFriction, journey: Journey, t: Catalogue) -> str:
    votes = journey.frictions[r.id].votes
    if majority(votes) is not None and votes is not None:
        counts = {"yes": t.number(votes.yes or 0), "of": t.number(votes.of or 0)}
        verdict = t("Decisive by {yes} of {of}.", **counts)
        if r.tier == "B":
            return t("Decisive by {yes} of {of} only.", **counts)
    else:
        verdict = t("Decisive.") if r.tier == "A" else ""
    if r.tier == "A" and r.high is not None and r.high < 1:
        return t("Rare but decisive.")
    return verdict


def _sureness(r: RankedFriction, findings: Findings, t: Catalogue) -> str:
    if not findings.trials:
        return ""
    values = {"share": t.percent(r.top3_share), "trials": t.number(findings.trials)}
    if r.word is None:
        return t("Among the first three in {share} of {trials} trials.", **values)
    word = certainty_word(r.word, t)
    return t("Among the first three in {share} of {trials} trials – {word}.", word=word, **values)


def _wall(r: RankedFriction, journey: Journey, findings: Findings, t: Catalogue) -> str:
    wall = booked_wall(r, findings)
    if wall is None:
        return ""
    return t("Wall: {units}.", units=" | ".join(units_of(wall, journey)))
