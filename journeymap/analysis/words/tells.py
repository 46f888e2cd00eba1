"""Orders, remedies, rungs of the evidence ladder and lane cards, each in one plain sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from journeymap.analysis.evidence import Level
from journeymap.analysis.findings import Findings
from journeymap.analysis.lane_cards import LaneCard
from journeymap.analysis.lane_sums import walls_drawn, without_owner
from journeymap.analysis.remedies import Fit, Remedy
from journeymap.analysis.support import ShadowWork, SupportOrder
from journeymap.i18n.catalogue import N_, Catalogue
from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.model.reading import name_of

_FITS: Mapping[Fit, str] = {
    "none": N_("No action is proposed against “{friction}”."),
    "facade": N_("“{friction}” is met with training alone, which does not reach its cause."),
    "beside": N_("What is proposed against “{friction}” does not reach its cause."),
    "fits": N_("What is proposed against “{friction}” reaches its cause."),
    "unknown": N_("It is not said whether what is proposed against “{friction}” reaches its cause."),
}
_LEVELS: Mapping[Level, str] = {
    "measured": N_("Measured"),
    "observed": N_("Observed"),
    "heard": N_("Heard"),
    "assumed": N_("Assumed"),
    "unsaid": N_("Nothing said"),
}


def remedy_sentence(remedy: Remedy, journey: Journey, t: Catalogue) -> str:
    """Whether the actions reach the cause; of a decisive one also that nobody is named to decide."""
    said = [t(_FITS[remedy.fit], friction=name_of(journey.frictions.get(remedy.friction)))]
    if remedy.decisive and not remedy.decided:
        said.append(t("No manager is named to decide."))
    return " ".join(said)


def order_sentence(order: SupportOrder, journey: Journey, t: Catalogue) -> str:
    """Who orders from whom, and what is said of it."""
    facts = list(_order_facts(order, t))
    values = {"source": _step(journey, order.source), "target": _step(journey, order.target)}
    if not facts:
        return t("“{source}” orders from “{target}”: nothing is said of it yet.", **values)
    return t("“{source}” orders from “{target}”: {facts}.", **values, facts=t.listed(facts))


def _order_facts(order: SupportOrder, t: Catalogue) -> Iterator[str]:
    if order.asked_why is not None:
        yield t("why was asked") if order.asked_why else t("nobody asked why")
    if order.refused:
        yield t("refused")
    elif order.delivered is not None:
        yield t("delivered") if order.delivered else t("not delivered")
    if order.advised_otherwise:
        yield t("advised otherwise")
    if order.next_order is not None:
        yield t("the next order was shaped") if order.next_order else t("no follow-up")
    if order.shadow:
        yield t("the work is done beside it")


def shadow_sentence(work: ShadowWork, journey: Journey, t: Catalogue) -> str:
    """Which work is done a second time, and whether a refused order lies behind."""
    values = {"source": _step(journey, work.source), "target": _step(journey, work.target)}
    if work.after:
        return t("“{target}” does what was refused, beside “{source}”.", **values)
    return t("“{target}” is work done beside “{source}”.", **values)


def level_name(level: Level, t: Catalogue) -> str:
    """The rung by its word."""
    return t(_LEVELS[level])


def assumed_sentence(share: float, t: Catalogue) -> str:
    """How much of the loss nobody has heard, observed or measured."""
    if share <= 0:
        return t("None of the lost time rests on assumptions alone.")
    return t("Of the lost time {share} rests on assumptions.", share=t.percent(share))


def lane_sentence(card: LaneCard, journey: Journey, findings: Findings, t: Catalogue) -> str:
    """A lane's card in one line: what goes over its border, and what it costs."""
    name = name_of(journey.lanes.get(card.lane))
    walls = walls_drawn(journey, findings).get(card.lane, 0.0)
    unowned = len(without_owner(card, findings))
    parts = [
        t.plural("{n} step", "{n} steps", card.steps),
        t("hand-offs {out} out, {come} in", out=t.number(card.handoffs_out), come=t.number(card.handoffs_in)),
        t.plural("{n} wall", "{n} walls", walls, n=parts_of_walls(walls, t)),
    ]
    if card.hours is not None:
        parts.append(t("{n} h/year", n=t.number(card.hours)))
    elif card.minutes_per_1000:
        parts.append(t("{n} min per 1000", n=t.number(card.minutes_per_1000)))
    if unowned:
        parts.append(t("{n} without owner", n=t.number(unowned)))
    if card.kind == "supplier":
        parts.append(t("{unit} answers", unit=card.accountable) if card.accountable else t("nobody answers"))
    return f"{name}: {' · '.join(parts)}"


def parts_of_walls(walls: float, t: Catalogue) -> str:
    """ "2", "1.5", "0.33": walls divided among their sides."""
    digits = 0 if walls == round(walls) else 1 if walls * 2 == round(walls * 2) else 2
    return t.number(walls, digits)


def _step(journey: Journey, id: Id) -> str:
    return name_of(journey.steps.get(id))
