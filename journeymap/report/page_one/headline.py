"""The first page's headline: how much is lost and how many events decide (REPORT-DESIGN 10)."""

from __future__ import annotations

from journeymap.report.evidence import assumed_share
from journeymap.report.matter import Matter
from journeymap.report.nouns import customer
from journeymap.report.numbers import about, spelled


def headline(matter: Matter) -> str:
    """The sentences of the headline on one line."""
    return " ".join(sentences(matter))


def sentences(matter: Matter) -> list[str]:
    """One or two sentences, by what is known: volume and critical, no volume, no figures, nothing."""
    if not matter.findings.ranked:
        return _unranked(matter) if matter.findings.unranked else _empty(matter)
    if matter.total <= 0:
        return [matter.t("Frictions are entered, but none of them takes any time.")]
    return [_lost(matter), _second(matter)]


def _lost(matter: Matter) -> str:
    t = matter.t
    figure = about(matter.total, t)
    if matter.has_volume:
        return t("{The_guests} lose about {hours} hours a year.", hours=figure, **customer(matter))
    return t("{thousand} {guests} lose about {minutes} minutes.", thousand=t.number(1000),
             minutes=figure, **customer(matter))  # fmt: skip


def _second(matter: Matter) -> str:
    t = matter.t
    if assumed_share(matter) > 0.5:
        return t("More than half of it is assumptions.")
    deciding = sum(1 for one in matter.findings.ranked if one.tier == "A")
    if deciding:
        return matter.plural(
            "One event decides whether they come back.",
            "{Count} events decide whether they come back.",
            deciding,
        )
    few, everything = half(matter), spelled(len(matter.findings.ranked), t)
    if len(matter.findings.ranked) == 1:
        return t("One friction takes all of it.")
    return matter.plural(
        "One of {all} frictions takes half.",
        "{Count} of {all} frictions take half.",
        few,
        all=everything,
    )


def half(matter: Matter) -> int:
    """How many of the largest frictions make up half of what is lost."""
    amounts = sorted((matter.amount(one) for one in matter.findings.ranked), reverse=True)
    taken = 0.0
    for number, amount in enumerate(amounts, 1):
        taken += amount
        if taken * 2 >= matter.total:
            return number
    return len(amounts)


def _unranked(matter: Matter) -> list[str]:
    missing = len(matter.findings.unranked)
    lacking = matter.plural(
        "One friction lacks figures.",
        "{Count} frictions lack figures.",
        missing,
    )
    where = matter.t("We know where it hurts, not how much.")
    return [where, lacking]


def _empty(matter: Matter) -> list[str]:
    t = matter.t
    walls = sum(1 for mark in matter.marks if mark.certain)
    shown = (
        matter.plural("The map shows one wall.", "The map shows {count} walls.", walls)
        if walls
        else t("The map shows no walls yet.")
    )
    none = t("No frictions are entered.")
    if matter.lane is not None:
        return [none]
    return [none, shown]
