"""What is said of a friction's place: possible places, how sure, hours alone, what it rests on."""

from __future__ import annotations

from journeymap.analysis.findings import Change, Findings, RankedFriction
from journeymap.analysis.sensitivity import FIRST
from journeymap.analysis.words import change_sentence
from journeymap.i18n import N_, Catalogue
from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.model.reading import majority

SURE = {
    "firm": N_("Firm: at least nine trials in ten agree whether it belongs among the first three."),
    "likely": N_("Likely: at least six trials in ten agree whether it belongs among the first three."),
    "open": N_("Open: the trials do not agree whether it belongs among the first three."),
}
LEVELS = {
    "assumed": N_("assumed"),
    "heard": N_("heard"),
    "observed": N_("observed"),
    "measured": N_("measured"),
}


def how_sure(line: RankedFriction, found: Findings, t: Catalogue) -> str:
    """The share of trials among the first three, and what the word for it means."""
    if not found.trials:
        return t("It is being tried.")
    tried = t(
        "Among the first three in {share} of {trials} trials, each with every answer drawn from its range.",
        share=t.percent(line.top3_share),
        trials=t.number(found.trials),
    )
    if line.word is None:
        return f"{tried} {t('With three frictions or fewer there is little to be unsure of.')}"
    return f"{tried} {t(SURE[line.word])}"


def hours_alone(line: RankedFriction, t: Catalogue) -> str:
    """The place that time alone would give, and why it is another."""
    place = line.rank_by_hours
    if place == line.rank:
        return t("Also place {n}.", n=place)
    if line.tier == "A":
        return t("Place {n}. It stands higher because it decides the relation.", n=place)
    return t("Place {n}. It stands lower because what decides the relation comes first.", n=place)


def who_says_so(line: RankedFriction, journey: Journey, t: Catalogue) -> str:
    """What makes it decisive, or not."""
    friction = journey.frictions[line.id]
    votes = friction.votes
    if votes is not None and majority(votes) is not None:
        return t(
            "{yes} of {of} said that this alone could make somebody leave.",
            yes=t.number(votes.yes or 0),
            of=t.number(votes.of or 0),
        )
    if friction.critical:
        return t("It was ticked as decisive; nobody has voted.")
    if friction.critical is False:
        return t("The team says that it does not decide.")
    return t("Nobody has said whether it decides.")


def change_of(line: RankedFriction, found: Findings) -> Change | None:
    """The smallest change of one answer that moves it, if it was looked for and there is one."""
    return next((change for change in found.changes if change.friction == line.id), None)


def what_moves(line: RankedFriction, found: Findings, t: Catalogue) -> str:
    """The smallest change in words, and whether it lies within what was said."""
    change = change_of(line, found)
    if change is None:
        if line.rank > FIRST:
            return t("This is worked out for the first ten.")
        return t("No other value of a single answer would move it.")
    said = change_sentence(change, t)
    if change.answer in ("votes", "critical") or change.then == change.now:
        return said
    note = t("That lies within its range.") if change.within else t("That lies outside its range.")
    return f"{said} {note}"


def evidence_best(about: Id, journey: Journey) -> tuple[str, int]:
    """The strongest level of what is said about it, and how many notes there are."""
    order = list(LEVELS)
    notes = [one for one in journey.evidence.values() if one.about == about]
    levels = [one.level for one in notes if one.level in LEVELS]
    return max(levels, key=order.index, default="assumed"), len(notes)


def rests_on(about: Id, journey: Journey, t: Catalogue) -> str:
    """How we know of it."""
    level, notes = evidence_best(about, journey)
    if level == "assumed":
        return t("On what is assumed. Nobody has told of it, seen it or measured it yet.")
    return t.plural(
        "On {n} note; how we know at best: {level}.",
        "On {n} notes; how we know at best: {level}.",
        notes,
        level=t(LEVELS[level]),
    )
