"""The details of something the map also tells: its sentence, its figures, its places."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtWidgets import QWidget

from journeymap.analysis.promise_gaps import PromiseGap
from journeymap.analysis.words.further import length_of_time
from journeymap.ui.desk import Desk
from journeymap.ui.details.heads import head
from journeymap.ui.details.question import places
from journeymap.ui.label import label
from journeymap.ui.pieces import button, column, row
from journeymap.ui.tells import SUBJECTS, TELL, Tell, make_friction, titled, told

MOST = 8
"""Places without a time that are listed; the rest are counted."""


def page(desk: Desk, tell: Tell) -> list[QWidget]:
    """The sentence, the figures of a promise, the places, and the way to make it a friction."""
    subject = next(one for one in SUBJECTS if tell in told(desk).get(one.name, ()))
    gap = _gap_of(desk, tell)
    parts: list[QWidget] = [head(desk, tell.sign[0], (titled(desk, subject),), tell.words, None)]
    if tell.note:
        parts.append(label(tell.note, "quiet", wrap=True))
    if gap is None:
        parts += places(desk, tell.places)
    else:
        parts.append(column(*_figures(desk, gap), gap=4, margins=(12, 10, 12, 10), name="card"))
        parts += places(desk, gap.way, desk.t("The longest way between the two"))
        parts += places(desk, gap.unknown[:MOST], desk.t("Nobody has said how long these take"))
        parts += _rest(desk, len(gap.unknown) - MOST)
    if tell.at is not None:
        words = desk.t("# Friction")
        made = button(desk.look, words, partial(make_friction, desk, tell), name=desk.t("Make it a friction"))
        parts.append(row(made, None))
    return parts


def _rest(desk: Desk, left: int) -> list[QWidget]:
    """How many more there are than were listed."""
    return [label(desk.t.plural("and {n} more", "and {n} more", left), "caption")] if left > 0 else []


def _gap_of(desk: Desk, tell: Tell) -> PromiseGap | None:
    further = desk.telling.now()
    gaps = further.promise_gaps if further is not None else ()
    keys = (f"{TELL}gap:{gap.promise}:{gap.maker}:{gap.honourer}" for gap in gaps)
    return dict(zip(keys, gaps, strict=True)).get(tell.key)


def _figures(desk: Desk, gap: PromiseGap) -> Iterator[QWidget]:
    """Promised, the way, and what is left or lacking."""
    t = desk.t
    least, most = length_of_time(gap.low, t), length_of_time(gap.high, t)
    way = length_of_time(gap.point, t)
    span = f" ({t('from {low} to {high}', low=least, high=most)})" if gap.low != gap.high else ""
    known = t("at least {time}", time=way) if gap.unknown else way
    yield _figure(t("Promised within"), length_of_time(gap.due, t))
    yield _figure(t("The way takes"), known + span)
    if gap.gap < 0:
        yield _figure(t("Too short by"), length_of_time(-gap.gap, t), "rowbold")
    elif not gap.unknown:
        yield _figure(t("To spare"), length_of_time(gap.gap, t))


def _figure(name: str, value: str, role: str = "") -> QWidget:
    return row(label(name, "caption"), (label(value, role, wrap=True, right=True), 1), gap=10)
