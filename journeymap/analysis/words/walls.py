"""Walls in plain words: what happens between two units. Units and steps act, nobody is blamed."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from journeymap.analysis.findings import WallFinding, WallType
from journeymap.analysis.names import accountable_of, unit_of_step
from journeymap.analysis.words.nouns import customer_forms
from journeymap.analysis.words.titles import title_within
from journeymap.i18n.catalogue import N_, Catalogue
from journeymap.model.ids import Id
from journeymap.model.journey import Journey

TYPES: Mapping[WallType, str] = {
    "referral": N_("Sent on"),
    "supplier": N_("The supplier's part"),
    "promise": N_("Promise not passed on"),
    "memory": N_("Asked again"),
    "ping_pong": N_("Sent back and forth"),
    "nobody": N_("Nobody takes over"),
    "silent": N_("Nobody tells"),
    "channel": N_("Forced to change channel"),
    "mandate": N_("May not decide"),
    "refusal": N_("Order refused"),
}


def wall_type(type: WallType, t: Catalogue) -> str:
    """The type of a wall in two or three words, as it stands beside its number."""
    return t(TYPES[type])


def wall_number(number: int, t: Catalogue) -> str:
    """The plate of a wall: M3 in Swedish and Norwegian, W3 in English."""
    return t("W{number}", number=number)


def wall_sentence(finding: WallFinding, journey: Journey, t: Catalogue) -> str:
    """What happens at the wall, in one sentence; a second one says what is not known."""
    told = _Told(finding, journey, t)
    say = _drawn if finding.because == "drawn" else _SAYINGS[finding.type]
    sentences = [say(told)]
    if finding.type == "supplier":
        sentences.append(_who_answers(told))
    if finding.certainty == "suspected" and finding.because not in ("silent", "unmade"):
        sentences.append(_unit_unknown(told))
    return " ".join(sentences)


def units_of(finding: WallFinding, journey: Journey) -> tuple[str, ...]:
    """The names of the units on its sides: giver and receiver, or those a round runs between."""
    steps = (finding.source, finding.target, *finding.sides)
    names = (unit_of_step(journey, step) for step in steps)
    return tuple(dict.fromkeys(name for name in names if name))


class _Told:
    """The words that a wall's sentence is made of."""

    def __init__(self, finding: WallFinding, journey: Journey, t: Catalogue) -> None:
        self.finding = finding
        self.journey = journey
        self.t = t
        self.a = unit_of_step(journey, finding.source)
        self.b = unit_of_step(journey, finding.target)
        self.source = self._step(finding.source)
        self.target = self._step(finding.target)
        self.promise = title_within(journey.promises.get(finding.promise or Id("")))
        self.item = title_within(journey.items.get(finding.item or Id("")))
        self.customer = customer_forms(journey, t)

    def _step(self, id: Id | None) -> str:
        return title_within(self.journey.steps.get(id or Id("")))


def _referral(w: _Told) -> str:
    if w.finding.because == "refer":
        return w.t("{a} refers {the_guest} to {b}.", a=w.a, b=w.b, the_guest=w.customer["the_guest"])
    if w.finding.because == "no":
        return w.t(
            "{The_guest} goes from {a} to {b}, and {b} does not know what {a} knows.",
            a=w.a, b=w.b, The_guest=w.customer["The_guest"],
        )  # fmt: skip
    return w.t(
        "{The_guest} goes from {a} to {b}. The map does not say whether {b} knows what {a} knows.",
        a=w.a, b=w.b, The_guest=w.customer["The_guest"],
    )  # fmt: skip


def _promise(w: _Told) -> str:
    if w.finding.because == "unmade":
        return w.t(
            "{b} is to honour “{promise}”. The map does not say who promises it.", b=w.b, promise=w.promise
        )
    return w.t("{a} promises “{promise}”, and {b} is never told.", a=w.a, b=w.b, promise=w.promise)


def _memory(w: _Told) -> str:
    return w.t(
        "“{item}” is asked for at “{source}” and again at “{target}”.",
        item=w.item, source=w.source, target=w.target,
    )  # fmt: skip


def _ping_pong(w: _Told) -> str:
    units = units_of(w.finding, w.journey)
    values = {"units": w.t.listed(list(units)), "the_guest": w.customer["the_guest"]}
    if len(units) > 2:
        return w.t("{units} send {the_guest} round between them.", **values)
    return w.t("{units} send {the_guest} back and forth.", **values)


def _nobody(w: _Told) -> str:
    if w.finding.promise:
        return w.t("{a} promises “{promise}”, and no step honours it.", a=w.a, promise=w.promise)
    return w.t(
        "After “{source}” nobody takes over: the road of {the_guest} ends there.",
        source=w.source, the_guest=w.customer["the_guest"],
    )  # fmt: skip


def _silent(w: _Told) -> str:
    return w.t(
        "“{target}” waits for {a}, and nobody tells {the_guest}.",
        a=w.a, target=w.target, the_guest=w.customer["the_guest"],
    )  # fmt: skip


def _channel(w: _Told) -> str:
    steps = (w.journey.steps[id] for id in (w.finding.source, w.finding.target) if id is not None)
    one, other = ((step.channel or "").strip() for step in steps)
    return w.t(
        "Between “{source}” and “{target}” {the_guest} has to change channel: {one}, then {other}.",
        source=w.source, target=w.target, one=one, other=other, the_guest=w.customer["the_guest"],
    )  # fmt: skip


def _mandate(w: _Told) -> str:
    return w.t(
        "At “{source}” {a} may not decide. {b} may, at “{target}”.",
        a=w.a, b=w.b, source=w.source, target=w.target,
    )  # fmt: skip


def _refusal(w: _Told) -> str:
    return w.t("{a} ordered, and {b} said no at “{target}”.", a=w.a, b=w.b, target=w.target)


def _drawn(w: _Told) -> str:
    return w.t("The team has drawn a wall between {a} and {b}.", a=w.a, b=w.b)


def _who_answers(w: _Told) -> str:
    """Which own unit answers for the supplier: that is never the customer's to find out."""
    finding, journey = w.finding, w.journey
    ends = [step for step in (finding.source, finding.target) if step is not None]
    suppliers = [step for step in ends if journey.lanes[journey.steps[step].lane].kind == "supplier"]
    step = suppliers[0] if suppliers else None
    supplier, unit = unit_of_step(journey, step), accountable_of(journey, step)
    if unit:
        return w.t("{unit} answers for {supplier}.", unit=unit, supplier=supplier)
    return w.t("Nobody of yours is named as answering for {supplier}.", supplier=supplier)


def _unit_unknown(w: _Told) -> str:
    units = w.t.listed(list(units_of(w.finding, w.journey)))
    return w.t("The map does not say whether {units} are one unit.", units=units)


_SAYINGS: Mapping[WallType, Callable[[_Told], str]] = {
    "referral": _referral,
    "supplier": _referral,
    "promise": _promise,
    "memory": _memory,
    "ping_pong": _ping_pong,
    "nobody": _nobody,
    "silent": _silent,
    "channel": _channel,
    "mandate": _mandate,
    "refusal": _refusal,
}
