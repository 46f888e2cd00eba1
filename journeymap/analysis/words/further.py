"""Promise gaps, say it once and nobody's customer, each in one plain sentence."""

from __future__ import annotations

from journeymap.analysis.promise_gaps import A_DAY, PromiseGap
from journeymap.analysis.say_once import Repeat, Unpassed
from journeymap.analysis.unattended import Unattended
from journeymap.analysis.words.amounts import said
from journeymap.analysis.words.nouns import customer_forms
from journeymap.analysis.words.titles import title_within
from journeymap.i18n.catalogue import Catalogue
from journeymap.model.ids import Id
from journeymap.model.journey import Journey

AN_HOUR = 60


def promise_gap_sentence(gap: PromiseGap, journey: Journey, t: Catalogue) -> str:
    """What was promised and how long the way is: shorter, longer, or not known."""
    values = {
        "promise": title_within(journey.promises.get(gap.promise)),
        "due": length_of_time(gap.due, t),
        "way": length_of_time(gap.point, t),
        "least": length_of_time(gap.low, t),
    }
    if gap.kept == "short":
        return t("“{promise}” is promised within {due}; the way takes at least {least}.", **values)
    if gap.kept == "maybe_short":
        return t("“{promise}” is promised within {due}; the way takes about {way}.", **values)
    if gap.kept == "enough":
        return t("“{promise}” is promised within {due}; the way takes {way}, which is enough.", **values)
    return t("“{promise}” is promised within {due}. Nobody has said how long all of the way takes.", **values)


def repeat_sentence(repeat: Repeat, journey: Journey, t: Catalogue) -> str:
    """What is asked for twice, and whether the second one could know it."""
    values = {
        "item": title_within(journey.items.get(repeat.item)),
        "source": _step(journey, repeat.first),
        "target": _step(journey, repeat.again),
    }
    if repeat.known:
        return t("“{item}” is asked for at “{source}”, and again at “{target}”, which is told.", **values)
    return t("“{item}” is asked for at “{source}” and again at “{target}”.", **values)


def unpassed_sentence(gap: Unpassed, journey: Journey, t: Catalogue) -> str:
    """What a step behind the scenes needs and does not get."""
    values = {"item": title_within(journey.items.get(gap.item)), "step": _step(journey, gap.step)}
    if not gap.asked_at:
        return t("“{step}” needs “{item}”, and no step asks for it.", **values)
    return t("“{step}” needs “{item}”, and nobody passes it on.", **values)


def unattended_sentence(one: Unattended, journey: Journey, t: Catalogue) -> str:
    """Where the customer waits without anybody."""
    values = {"step": _step(journey, one.step), **customer_forms(journey, t)}
    if one.why == "no_owner":
        return t("{The_guest} waits at “{step}”, and nobody owns what comes next.", **values)
    return t("{The_guest} waits at “{step}”, and no one comes next.", **values)


def length_of_time(minutes: float, t: Catalogue) -> str:
    """Minutes as people say them: "45 minutes", "18 hours", "5 days"."""
    days, hours = minutes / A_DAY, minutes / AN_HOUR
    if days >= 2:
        return t("{n} days", n=said(days, t))
    if hours >= 2:
        return t("{n} hours", n=said(hours, t))
    return t.plural("{n} minute", "{n} minutes", minutes, n=said(minutes, t))


def _step(journey: Journey, id: Id) -> str:
    return title_within(journey.steps.get(id))
