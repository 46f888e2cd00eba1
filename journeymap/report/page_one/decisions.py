"""The decisions asked for: at most three, in the order of REPORT-DESIGN 9."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from journeymap.analysis.findings import RankedFriction
from journeymap.analysis.remedies import is_facade
from journeymap.model.records import Action
from journeymap.report.actions import removed_per_day
from journeymap.report.matter import Matter, one_line
from journeymap.report.numbers import places

MOST = 3
CHANCE = 0.10
"""An unranked friction this likely to reach the top three is worth measuring first."""


class Decision(NamedTuple):
    """Something to tick: what, by whom, until when, for which friction."""

    what: str
    owner: str
    due: str
    about: str


class Decided(NamedTuple):
    """What has been decided already: a heading with day and by whom, and the decision itself."""

    head: str
    text: str


def decided(matter: Matter) -> Decided | None:
    """The decision that the map records; None where there is none."""
    t, decision = matter.t, matter.journey.head.decision
    text = one_line(decision.text) if decision is not None else ""
    if decision is None or not text:
        return None
    when, by = day(matter, decision.date), one_line(decision.by)
    if when and by:
        return Decided(t("Decided {date} by {name}", date=when, name=by), text)
    if when or by:
        return Decided(t("Decided {date}", date=when) if when else t("Decided by {name}", name=by), text)
    return Decided(t("Decided"), text)


def decisions(matter: Matter) -> list[Decision]:
    """What the reader is asked to decide; empty where nothing can be proposed."""
    found: dict[str, Decision] = {}
    for decision in _candidates(matter):
        found.setdefault(decision.what, decision)
        if len(found) == MOST:
            break
    return list(found.values())


def _candidates(matter: Matter) -> Iterator[Decision]:
    ranked = matter.findings.ranked
    for one in ranked:
        if one.tier == "A":
            yield from _for_deciding(matter, one)
    ownerless = [one.rank for one in ranked[:5] if not one_line(matter.friction(one.id).owner)]
    if ownerless:
        numbers = places(ownerless, matter.t)
        what = matter.plural(
            "Appoint an owner for no.\u00a0{numbers}",
            "Appoint owners for nos {numbers}",
            len(ownerless),
            numbers=numbers,
        )
        yield Decision(what, "", "", "")
    yield from _best_actions(matter)
    for unranked in matter.findings.unranked:
        if unranked.possible_top3_share >= CHANCE:
            friction = matter.friction(unranked.id)
            what = matter.t("Measure: {friction}", friction=one_line(friction.title))
            yield Decision(what, one_line(friction.owner), "", "")


def _for_deciding(matter: Matter, one: RankedFriction) -> Iterator[Decision]:
    """The best action against a friction that decides, else that somebody must decide about it."""
    actions = [action for action in matter.actions_of.get(one.id, ()) if _is_worth_asking(matter, action)]
    if actions:
        best = max(actions, key=lambda action: (removed_per_day(matter, action) or 0.0, action.id))
        yield _from_action(matter, best, one)
        return
    friction = matter.friction(one.id)
    if one_line(friction.decision_by):
        what = matter.t("Decide: {friction}", friction=one_line(friction.title))
        yield _decision(matter, what, one_line(friction.decision_by), "", one)


def _best_actions(matter: Matter) -> Iterator[Decision]:
    rank = matter.ranked_by_id
    rated = []
    for action in matter.journey.actions.values():
        against = [rank[id] for id in action.frictions or () if id in rank]
        saved = removed_per_day(matter, action)
        if against and saved and _is_worth_asking(matter, action):
            rated.append((-saved, action.id, action, min(against, key=lambda one: one.rank)))
    for _, _, action, one in sorted(rated, key=lambda each: each[:2]):
        yield _from_action(matter, action, one)


def _from_action(matter: Matter, action: Action, one: RankedFriction) -> Decision:
    owner = one_line(action.owner) or matter.t("Owner missing")
    return _decision(matter, one_line(action.title), owner, _due(matter, action.due), one)


def _decision(matter: Matter, what: str, owner: str, due: str, one: RankedFriction) -> Decision:
    return Decision(what, owner, due, matter.t("for no.\u00a0{n}", n=matter.t.number(one.rank)))


def _due(matter: Matter, due: str | None) -> str:
    """ "by 1 Dec": an ISO date as people write it, anything else as it stands."""
    if not one_line(due):
        return ""
    return matter.t("by {date}", date=day(matter, due or ""))


def day(matter: Matter, written: str | None) -> str:
    """A date of the file as people write it; words that are no date as they stand; "" for none."""
    try:
        when = date.fromisoformat((written or "").strip())
    except ValueError:
        return one_line(written)
    style = "d MMM" if when.year == matter.date.year else "d MMM y"
    return matter.t.date(when, style).replace(" ", "\u00a0").rstrip(".")


def _is_worth_asking(matter: Matter, action: Action) -> bool:
    """Not done yet, and no training against what training does not cure: that is never asked for."""
    against = [matter.journey.frictions.get(id) for id in action.frictions or ()]
    return not _is_done(action) and not any(one and is_facade(one, (action,)) for one in against)


def _is_done(action: Action) -> bool:
    return (action.status or "").strip().casefold() in ("done", "klar", "klart", "ferdig", "utförd", "utført")
