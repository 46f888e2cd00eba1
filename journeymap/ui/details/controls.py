"""One control for each kind of question; what is said goes out at once, unknown is a legal answer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPushButton,
    QWidget,
)

from journeymap.canvas.guard import guard
from journeymap.edit import answers
from journeymap.sheets.days import day_as_kept, day_as_shown
from journeymap.sheets.figures import COUNT, NOT_A_QUANTITY, parse, phrase
from journeymap.ui.desk import Desk
from journeymap.ui.details.fields import Choice, Field
from journeymap.ui.details.written import LongWords, Words
from journeymap.ui.label import label, tip
from journeymap.ui.pieces import Segments, column, row

Say = Callable[[Any], object]
SHORT = 30
"""Letters of all words together that fit side by side in the panel."""


def control(desk: Desk, field: Field, value: Any, say: Say) -> QWidget:
    """The whole question with its name above; flags carry their name beside the box."""
    made = _MAKERS[field.kind](desk, field, value, say)
    name = desk.t(field.words)
    if field.kind == "flag":
        return made
    _name(made, name)
    return column(label(name, "caption", wrap=True), made, gap=3)


def _name(made: QWidget, name: str) -> None:
    """Whoever hears the form hears the question: at the field, and after the answer of every button."""
    made.setAccessibleName(name)
    for field in made.findChildren(QLineEdit):
        field.setAccessibleName(name)
    for answer in made.findChildren(QAbstractButton):
        answer.setAccessibleDescription(name)


def _text(desk: Desk, field: Field, value: Any, say: Say) -> QWidget:
    made = Words(str(value or ""))
    made.setPlaceholderText(desk.t(field.hint) if field.hint else "")
    made.said.connect(lambda text: say(text or None))
    return made


def _day(desk: Desk, field: Field, value: Any, say: Say) -> QWidget:
    """A date, read as people write it; words that are no date stay as they are."""
    made = Words(str(value or ""))
    made.setPlaceholderText(field.hint)
    made.said.connect(lambda text: say(day_as_kept(text) or None))
    return made


def _long(desk: Desk, field: Field, value: Any, say: Say) -> QWidget:
    made = LongWords(str(value or ""))
    made.said.connect(lambda text: say(text or None))
    return made


def _words(desk: Desk, field: Field, value: Any, say: Say) -> QWidget:
    made = LongWords("\n".join(value or ()))
    made.said.connect(
        lambda text: say(tuple(line.strip() for line in text.splitlines() if line.strip()) or None)
    )
    return made


def _flag(desk: Desk, field: Field, value: Any, say: Say) -> QWidget:
    made = QCheckBox(desk.t(field.words).replace("&", "&&"))
    made.setChecked(bool(value))
    made.toggled.connect(lambda on: say(True if on else None))
    return made


def _yesno(desk: Desk, field: Field, value: Any, say: Say) -> QWidget:
    words = [desk.t("yes"), desk.t("no"), desk.t("don't know")]
    answers = (True, False, None)
    return Segments(words, answers.index(value), lambda place: say(answers[place]), tight=True)


def _choice(desk: Desk, field: Field, value: Any, say: Say) -> QWidget:
    words = [desk.t(word) for _, word in field.choices]
    stored = [choice for choice, _ in field.choices]
    if sum(map(len, words)) <= SHORT and len(words) <= 4:
        return Again(words, stored.index(value) if value in stored else None, stored, say)
    return dropdown(desk, field.choices, value, say)


class Again(Segments):
    """Segments where a second click on the chosen one takes the answer back: "don't know"."""

    def __init__(self, words: Sequence[str], chosen: int | None, stored: Sequence[str], say: Say) -> None:
        self._now = chosen
        super().__init__(words, chosen, lambda place: self._said(place, stored, say), tight=True)

    def _said(self, place: int, stored: Sequence[str], say: Say) -> None:
        self._now = None if place == self._now else place
        self.choose(self._now)
        say(None if self._now is None else stored[self._now])


def dropdown(desk: Desk, choices: Sequence[Choice], value: Any, say: Say) -> QComboBox:
    """A list to choose from, with "don't know" first; a value of another program stays as it is."""
    made = Choices()
    made.addItem(desk.t("don't know"), None)
    for stored, word in choices:
        made.addItem(desk.t(word), stored)
    place = made.findData(value) if value is not None else 0
    made.setCurrentIndex(max(place, 0))
    made.activated.connect(lambda index: say(made.itemData(index)))
    return made


class Choices(QComboBox):
    """A drop-down that the wheel does not turn by accident while the panel is scrolled."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(10)

    @guard(None)
    def wheelEvent(self, event: Any) -> None:
        event.ignore()


def _several(desk: Desk, field: Field, value: Any, say: Say) -> QWidget:
    chips: list[QPushButton] = []
    for stored, word in field.choices:
        chip = QPushButton(desk.t(word))
        chip.setProperty("role", "chip")
        chip.setCheckable(True)
        chip.setChecked(stored in (value or ()))
        chips.append(chip)
    kept = [stored for stored, _ in field.choices]

    def changed() -> None:
        say(tuple(stored for stored, chip in zip(kept, chips, strict=True) if chip.isChecked()) or None)

    for chip in chips:
        chip.clicked.connect(changed)
    return row(*chips, None, gap=5)


def _feeling(desk: Desk, field: Field, value: Any, say: Say) -> QWidget:
    steps = [-3, -2, -1, 0, 1, 2, 3]
    words = ["−3", "−2", "−1", "0", "+1", "+2", "+3"]
    stored = [str(step) for step in steps]
    now = steps.index(value) if value in steps else None
    return Again(words, now, stored, lambda text: say(None if text is None else int(text)))


def _number(desk: Desk, field: Field, value: Any, say: Say) -> QWidget:
    unit = field.unit or COUNT
    made = Words(phrase(value, unit, desk.t))
    made.setPlaceholderText(desk.t(field.hint) if field.hint else desk.t("don't know"))

    def said(text: str) -> None:
        read = parse(text, unit)
        _answer(desk, made, text, None if isinstance(read, tuple) else read, say)

    made.said.connect(said)
    return made


def _answer(desk: Desk, made: QLineEdit, text: str, read: Any, say: Say) -> None:
    """Say what was read; what cannot be read stays in the field with the reason in its tip."""
    refused = bool(text) and read is None
    tip(made, desk.t(NOT_A_QUANTITY) if refused else "")
    made.setProperty("refused", refused)
    if not refused:
        say(read)


def _quantity(desk: Desk, field: Field, value: Any, say: Say) -> QWidget:
    unit = field.unit or COUNT
    made = Words(phrase(value, unit, desk.t))
    made.setPlaceholderText(desk.t("don't know"))
    made.said.connect(lambda text: _answer(desk, made, text, parse(text, unit) if text else None, say))
    if not unit.scale.classes or unit.factor != 1:
        return made
    return column(_classes(desk, unit.scale.classes, value, say), made, gap=3)


def _classes(desk: Desk, classes: Any, value: Any, say: Say) -> QWidget:
    stored = list(classes)
    words = [word.said(desk.t) for word in answers.words(answers.question_of("wait_minutes"))]
    return Again(words, stored.index(value) if value in stored else None, stored, say)


def shown(desk: Desk, field: Field, value: Any) -> str:
    """The answer in brief, for a closed section; empty for unknown."""
    if value in (None, (), False):
        return ""
    if field.kind in ("quantity", "number"):
        return phrase(value, field.unit or COUNT, desk.t)
    if field.kind == "feeling":
        return f"{value:+g}".replace("-", "−")
    if field.kind in ("choice", "several"):
        words = dict(field.choices)
        values = value if isinstance(value, tuple) else (value,)
        return ", ".join(desk.t(words[one]) for one in values if one in words)
    if field.kind == "day":
        return day_as_shown(value, desk.t)
    return desk.t(field.words) if field.kind == "flag" else figure_or_text(value)


def figure_or_text(value: Any) -> str:
    """Plain words of a value."""
    return ", ".join(value) if isinstance(value, tuple) else str(value)


_MAKERS: dict[str, Callable[[Desk, Field, Any, Say], QWidget]] = {
    "text": _text,
    "day": _day,
    "long": _long,
    "words": _words,
    "flag": _flag,
    "yesno": _yesno,
    "choice": _choice,
    "several": _several,
    "feeling": _feeling,
    "number": _number,
    "quantity": _quantity,
}
__all__ = ["Again", "control", "dropdown", "shown"]
