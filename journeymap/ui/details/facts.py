"""Sections that hold other records: promises, information, evidence. A field adds, a cross removes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QWidget

from journeymap.edit import verbs
from journeymap.model.ids import Id
from journeymap.model.records import Evidence, EvidenceLevel, Step
from journeymap.sheets import terms
from journeymap.ui.desk import Desk
from journeymap.ui.details import pictures
from journeymap.ui.details.controls import dropdown
from journeymap.ui.details.fields import words_of
from journeymap.ui.details.form import Fold, Opened
from journeymap.ui.details.written import Words
from journeymap.ui.drawn import sign
from journeymap.ui.label import label
from journeymap.ui.pieces import button, column, row, top

LEVELS = words_of(terms.EVIDENCE)


def promises(desk: Desk, step: Step, opened: Opened) -> Fold:
    """Promises made and kept at the step."""
    made = [(id, desk.t("is made here")) for id in step.makes or ()]
    kept = [(id, desk.t("is to be kept here")) for id in step.honours or ()]
    known = desk.journey.promises

    def drop(id: Id) -> None:
        verbs.set_field(
            desk.document,
            step.id,
            makes=_without(step.makes, id),
            honours=_without(step.honours, id),
        )

    def body() -> QWidget:
        lines = [
            line(desk, "handshake", known[id].text, note, partial(drop, id))
            for id, note in (*made, *kept)
            if id in known
        ]
        field = adder(
            desk,
            desk.t("A promise made or to be kept here"),
            [promise.text for promise in known.values()],
            lambda text: verbs.make_or_keep_promise(desk.document, step.id, text),
        )
        return column(*lines, field, gap=6)

    note = ", ".join(known[id].text for id, _ in (*made, *kept) if id in known)
    return opened.fold(desk, "step:promises", desk.t("Promises"), note, body, usual=False)


def items(desk: Desk, step: Step, opened: Opened) -> Fold:
    """Information asked for at the step."""
    known = desk.journey.items
    asked = [id for id in step.asks or () if id in known]

    def drop(id: Id) -> None:
        verbs.set_field(desk.document, step.id, asks=_without(step.asks, id))

    def body() -> QWidget:
        lines = [line(desk, "list-checks", known[id].name, "", partial(drop, id)) for id in asked]
        field = adder(
            desk,
            desk.t("Information asked for here"),
            [item.name for item in known.values()],
            lambda name: verbs.ask_item(desk.document, step.id, name),
        )
        return column(*lines, field, gap=6)

    note = ", ".join(known[id].name for id in asked)
    return opened.fold(desk, "step:items", desk.t("Information"), note, body, usual=False)


def evidence(desk: Desk, about: Id, opened: Opened) -> Fold:
    """How we know: level and words of everything said about a record."""
    found = sorted(
        (one for one in desk.journey.evidence.values() if one.about == about), key=lambda one: one.id
    )

    def body() -> QWidget:
        field = Words("")
        field.setPlaceholderText(desk.t("Who says so? Their words."))
        field.setAccessibleName(desk.t("Who says so? Their words."))
        field.setProperty("answers", "evidence")
        field.said.connect(lambda quote: quote and verbs.add_quote(desk.document, about, quote))
        levels = dropdown(desk, LEVELS, None, lambda level: _add_level(desk, about, level))
        levels.setItemText(0, desk.t("Add how we know …"))
        return column(
            *(_evidence(desk, one) for one in found), field, levels, pictures.adder(desk, about), gap=6
        )

    words = dict(LEVELS)
    note = ", ".join(dict.fromkeys(desk.t(words[one.level]) for one in found if one.level in words))
    made = opened.fold(desk, "evidence", desk.t("Evidence"), note, body, usual=bool(found))
    made.holds = ("evidence",)
    return made


def _add_level(desk: Desk, about: Id, level: EvidenceLevel | None) -> None:
    if level is not None:
        verbs.add_evidence(desk.document, about, level)


def _evidence(desk: Desk, one: Evidence) -> QWidget:
    words = dict(LEVELS)
    level = desk.t(words[one.level]) if one.level in words else ""
    note = ", ".join(part for part in (level, one.source, one.date) if part)
    quoted = desk.t("“{words}”", words=one.quote) if one.quote else note
    said = line(
        desk,
        "quote" if one.quote else "eye",
        quoted,
        note if one.quote else "",
        lambda: verbs.delete(desk.document, [one.id]),
    )
    photo = pictures.of_evidence(desk, one)
    return said if photo is None else column(said, photo, gap=4)


def line(desk: Desk, icon: str, words: str, note: str, drop: Callable[[], object]) -> QWidget:
    """One thing that is said, with a cross that takes it away."""
    body = column(label(words, wrap=True), *([label(note, "caption")] if note else []), gap=0)
    cross = button(desk.look, "", drop, role="figure", sign="x", name=desk.t("Remove"))
    return row(top(sign(desk.look, icon, 16)), (body, 1), top(cross), gap=8)


def adder(desk: Desk, hint: str, known: Sequence[str], add: Callable[[str], object]) -> QWidget:
    """A field that offers what is known and adds what is typed."""
    field = Words("")
    field.setPlaceholderText(hint)
    field.setAccessibleName(hint)
    completer = QCompleter(sorted(set(known)), field)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    field.setCompleter(completer)
    field.said.connect(lambda text: text and add(text))
    return field


def _without(ids: Iterable[Id] | None, gone: Id) -> tuple[Id, ...] | None:
    return tuple(id for id in ids or () if id != gone) or None
