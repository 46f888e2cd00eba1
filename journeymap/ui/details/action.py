"""An action in the details: what it gives back, against what, by whom and when; and a friction's actions."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from journeymap.analysis.gains import Gain, gain, is_late
from journeymap.analysis.words.gains import gain_sentence, per_day_sentence
from journeymap.edit import verbs
from journeymap.i18n import N_
from journeymap.model.ids import Id
from journeymap.model.records import Action, Friction
from journeymap.sheets import terms
from journeymap.sheets.figures import DAYS, PERCENT
from journeymap.ui.clock import today
from journeymap.ui.desk import Desk
from journeymap.ui.details import facts
from journeymap.ui.details.fields import Field, Section, words_of
from journeymap.ui.details.form import Fold, Opened, folds
from journeymap.ui.details.heads import head
from journeymap.ui.label import label
from journeymap.ui.pieces import button, column, row
from journeymap.ui.why.link import LinkLine

SECTIONS = (
    Section(
        "plan",
        N_("Who and when"),
        (
            Field("owner", N_("Owner (own unit)"), hint=N_("Who of yours?")),
            Field("due", N_("Ready by"), "day", hint="2026-11-23"),
            Field("status", N_("State"), hint=N_("proposed, decided, under way, done")),
        ),
        open=True,
    ),
    Section(
        "gain",
        N_("Effort and effect"),
        (
            Field("effort_days", N_("Days of work"), "quantity", unit=DAYS),
            Field("effect", N_("Share of hours removed"), "quantity", unit=PERCENT),
            Field("kind", N_("What is changed?"), "choice", words_of(terms.ACTION)),
        ),
        open=True,
    ),
)


def page(desk: Desk, action: Action, opened: Opened) -> list[QWidget]:
    """All that is known of an action, what it gives back first."""
    return [
        head(
            desk,
            "list-checks",
            (desk.t("Action"), action.status or ""),
            action.title,
            lambda words: verbs.rename(desk.document, action.id, words),
        ),
        _gain(desk, action),
        _against(desk, action, opened),
        *folds(desk, action, SECTIONS, opened),
        row(
            button(
                desk.look,
                desk.t("Delete action"),
                lambda: verbs.delete(desk.document, [action.id]),
                role="small",
            ),
            None,
        ),
    ]


def _gain(desk: Desk, action: Action) -> QWidget:
    """The card with what is saved, or what has to be said before that can be told."""
    t, found = desk.t, gain(action, {line.id: line for line in desk.work.findings.ranked})
    lines: list[QWidget] = []
    if is_late(action, today()):
        lines.append(label(t("Late: its day has passed."), "rowbold", wrap=True))
    if found.minutes is None:
        lines.append(label(_lacking(desk, action, found), "quiet", wrap=True))
    else:
        lines += [label(gain_sentence(found, t), "rowbold", wrap=True)]
        lines += [label(said, "quiet", wrap=True)] if (said := per_day_sentence(found, t)) else []
    return column(*lines, gap=4, margins=(12, 10, 12, 12), name="card")


def _lacking(desk: Desk, action: Action, found: Gain) -> str:
    t = desk.t
    if not action.frictions:
        return t("Say which frictions it is against, and what it saves can be told.")
    if not found.against:
        return t("What it saves can be told when its frictions can be ranked.")
    return t("Say how large a share of the hours it removes, and what it saves can be told.")


def _against(desk: Desk, action: Action, opened: Opened) -> Fold:
    """The frictions it is against; a field adds one by its words."""
    known = desk.journey.frictions
    there = [id for id in action.frictions or () if id in known]

    def say(ids: list[Id]) -> None:
        verbs.set_field(desk.document, action.id, frictions=tuple(ids) or None)

    def add(words: str) -> None:
        found = next((one.id for one in known.values() if one.title == words), None)
        if found is not None and found not in there:
            say([*there, found])

    def body() -> QWidget:
        lines = [
            facts.line(
                desk, "triangle-alert", known[id].title, "", partial(say, [one for one in there if one != id])
            )
            for id in there
        ]
        left = [one.title for one in known.values() if one.id not in there]
        return column(*lines, facts.adder(desk, desk.t("Which friction is it against?"), left, add), gap=6)

    note = ", ".join(known[id].title for id in there)
    return opened.fold(desk, "action:against", desk.t("Against"), note, body, usual=True)


def against(desk: Desk, friction: Friction, opened: Opened) -> Fold:
    """In a friction's details: the actions against it, and a field that makes one more."""
    there = [one for one in desk.journey.actions.values() if friction.id in (one.frictions or ())]

    def body() -> QWidget:
        lines = [
            LinkLine(one.title, partial(desk.selection.choose, one.id))
            for one in sorted(there, key=lambda one: (one.due or "9", one.id))
        ]
        field = facts.adder(
            desk, desk.t("What shall be done?"), [], lambda words: act(desk, friction.id, words)
        )
        return column(*lines, field, gap=6)

    note = ", ".join(one.title for one in there)
    return opened.fold(desk, "friction:actions", desk.t("Actions"), note, body, usual=bool(there))


def act(desk: Desk, friction: Id, title: str) -> None:
    """A new action against a friction; who answers for the friction answers for it until told otherwise."""
    owner = desk.journey.frictions[friction].owner
    made = verbs.add_action(desk.document, title, [friction], owner=owner)
    desk.selection.ask(made, "effort_days")
