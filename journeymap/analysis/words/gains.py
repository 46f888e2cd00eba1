"""What an action would give back, in plain sentences."""

from __future__ import annotations

from journeymap.analysis.gains import Gain
from journeymap.i18n.catalogue import Catalogue
from journeymap.model.quantity import Range


def gain_sentence(gain: Gain, t: Catalogue) -> str:
    """ "Saves 3 033 hours a year (2 166–3 900)."; without a volume minutes; empty where nothing is known."""
    if gain.hours is not None:
        return t("Saves {figure} hours a year.", figure=_figure(gain.hours, t))
    if gain.minutes is not None:
        return t("Saves {figure} minutes per 1,000 journeys.", figure=_figure(gain.minutes, t))
    return ""


def per_day_sentence(gain: Gain, t: Catalogue) -> str:
    """What each day of work gives; empty where nobody has said how many days it takes."""
    hours, minutes = gain.hours_per_day, gain.minutes_per_day
    if hours is not None:
        return t("{figure} hours for each day of work.", figure=_rounded(hours, t))
    if minutes is not None:
        return t("{figure} minutes for each day of work.", figure=_rounded(minutes, t))
    return ""


def _figure(known: Range, t: Catalogue) -> str:
    if known.low == known.high:
        return t.number(known.point)
    return f"{t.number(known.point)} ({t.number(known.low)}–{t.number(known.high)})"


def _rounded(value: float, t: Catalogue) -> str:
    return t.number(value, 0 if value >= 10 else 1)
