"""The three facts at the foot of page 1: what we looked at, how we know it, how sure the order is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from journeymap.analysis.findings import RankedFriction
from journeymap.model.quantity import PLAIN, read_quantity
from journeymap.model.reading import is_critical, steps_in_order
from journeymap.model.records import Step
from journeymap.report import evidence
from journeymap.report.matter import Matter, one_line
from journeymap.report.nouns import customer
from journeymap.report.numbers import about, places, tied


class Fact(NamedTuple):
    """A short answer under its label."""

    label: str
    text: str


def facts(matter: Matter, ends: bool = True) -> list[Fact]:
    """The facts that can be said; the last only where an order exists. `ends`: from and to which step."""
    t = matter.t
    found = [
        Fact(t("What we looked at"), _looked_at(matter, ends)),
        Fact(t("How we know it"), _known(matter)),
    ]
    if matter.findings.ranked:
        found.append(Fact(t("How sure the order is"), _order(matter)))
    return [Fact(fact.label, tied(fact.text)) for fact in found if fact.text]


def _looked_at(matter: Matter, ends: bool) -> str:
    t = matter.t
    steps = steps_in_order(matter.journey)
    if not steps:
        return t("The map has no steps yet.")
    said = [_size(matter, steps, ends)]
    volume = read_quantity(matter.journey.head.journeys_per_year, PLAIN)
    if volume is not None:
        said.append(t("{n} journeys a year.", n=about(volume.point, t)))
    if matter.lane is None:
        said.append(_walls_and_moments(matter))
    return " ".join(said)


def _size(matter: Matter, steps: Sequence[Step], ends: bool) -> str:
    t = matter.t
    if len(steps) == 1:
        return t("One step: “{step}”.", step=one_line(steps[0].title))
    counted = {
        "steps": matter.plural("{n} step", "{n} steps", len(steps)),
        "lanes": matter.plural("{n} lane", "{n} lanes", len(matter.lanes)),
    }
    if not ends:
        return t("{steps} in {lanes}.", **counted)
    return t(
        "{steps} in {lanes}, from “{first}” to “{last}”.",
        **counted,
        first=one_line(steps[0].title),
        last=one_line(steps[-1].title),
    )


def _walls_and_moments(matter: Matter) -> str:
    t = matter.t
    walls = sum(1 for mark in matter.marks if mark.certain)
    moments = sum(1 for step in matter.journey.steps.values() if is_critical(step))
    counted = [
        t.plural("{n} wall", "{n} walls", walls) if walls else t("no walls"),
        t.plural("{n} critical moment", "{n} critical moments", moments)
        if moments
        else t("no critical moments"),
    ]
    return t("The map shows {things}.", things=t.listed(counted))


def _known(matter: Matter) -> str:
    t = matter.t
    said = [_shares(matter)] if evidence.shares(matter) else []
    walks = len(matter.journey.walks)
    if walks:
        said.append(matter.plural("One walk of the journey.", "{Count} walks of the journey.", walks))
    people = len(matter.journey.head.participants or ())
    if people:
        said.append(matter.plural("{n} participant.", "{n} participants.", people))
    missing = [one_line(name) for name in matter.journey.head.absent or () if one_line(name)]
    if missing:
        said.append(t("Not present: {names}.", names=t.listed(missing)))
    return " ".join(said) or t("Nobody has written down how we know it.")


def _shares(matter: Matter) -> str:
    t = matter.t
    by_level = evidence.shares(matter)
    seen = by_level["measured"] + by_level["observed"]
    heard = by_level["heard"]
    assumed = t.percent(by_level["assumed"])
    if by_level["assumed"] >= 0.995:
        return t("All of it is assumed.")
    if seen >= 0.995:
        return t("All of it is measured or observed.")
    if evidence.customers_told(matter):
        return t(
            "{The_guests} told us of {heard} of the loss, {seen} is measured or observed, {assumed} assumed.",
            heard=t.percent(heard), seen=t.percent(seen), assumed=assumed, **customer(matter),
        )  # fmt: skip
    return t(
        "{heard} of the loss we have heard of, {seen} is measured or observed, {assumed} assumed.",
        heard=t.percent(heard), seen=t.percent(seen), assumed=assumed,
    )  # fmt: skip


def _order(matter: Matter) -> str:
    t = matter.t
    first = [one for one in matter.findings.ranked if one.rank <= 3]
    said = []
    for word, one, many in (
        ("firm", t("No.\u00a0{n} stands firm."), t("Nos\u00a0{n} stand firm.")),
        ("likely", t("No.\u00a0{n} is likely."), t("Nos\u00a0{n} are likely.")),
        ("open", t("No.\u00a0{n} is open."), t("Nos\u00a0{n} are open.")),
    ):
        numbers = _ranks(first, word)
        if numbers:
            said.append((one if len(numbers) == 1 else many).format(n=places(numbers, t)))
    if not first:
        said.append(t("The places are those of the whole journey. The first three lie elsewhere."))
    elif not said:
        said.append(t("With three frictions or fewer the order is not tested."))
    elif matter.findings.trials:
        said.append(_least_sure(matter, first))
    return " ".join([*said, *_lacking(matter)])


def _ranks(ranked: Iterable[RankedFriction], word: str) -> list[int]:
    return [one.rank for one in ranked if one.word == word and one.rank <= 3]


def _least_sure(matter: Matter, first: Iterable[RankedFriction]) -> str:
    t = matter.t
    weakest = min(first, key=lambda one: (one.top3_share, -one.rank))
    return t(
        "No.\u00a0{n} is among the three in {share} of {trials} trials.",
        n=t.number(weakest.rank),
        share=t.percent(weakest.top3_share),
        trials=t.number(matter.findings.trials),
    )


def _lacking(matter: Matter) -> list[str]:
    missing = len(matter.findings.unranked)
    if not missing:
        return []
    return [matter.plural("One friction lacks figures.", "{Count} frictions lack figures.", missing)]
