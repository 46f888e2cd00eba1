"""What a row says of its step besides where it stands: fields, and what hangs on it. Nothing is dropped."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from journeymap.edit.message import Message
from journeymap.edit.tables.cells import Cell, Fault, Row, Sheet, is_empty, line_of, lines_of, text_of
from journeymap.edit.tables.feelings import RATINGS, read_feeling
from journeymap.edit.tables.headings import plain
from journeymap.edit.tables.matching import Matching
from journeymap.edit.tables.meanings import CHOICES, MEANING, MEANINGS
from journeymap.edit.tables.values import (
    UnreadError,
    minutes_each,
    read_choice,
    read_flag,
    read_minutes,
)
from journeymap.i18n.catalogue import N_

KEPT = N_("“{text}” cannot be read as {meaning} and stands in the description.")
FAULTY = N_("The cell under {heading} shows {fault} and is left out.")
UNCOUNTED_CELL = N_("The cell under {heading} holds a formula without a value and is left out.")

COUNTED_IN: Mapping[float, str] = {
    60: N_("Figures under {heading} are read as hours."),
    1440: N_("Figures under {heading} are read as days."),
    10080: N_("Figures under {heading} are read as weeks."),
}


def counted_in(heading: str, each: float) -> Message:
    """Which unit a heading gives the figures below it; `each` is 60, 1440 or 10080 minutes."""
    return Message(COUNTED_IN[each], heading=heading)


MORE = tuple(meaning.name for meaning in MEANINGS if meaning.form == "more")
_PLAIN_DESCRIPTION = frozenset(
    map(plain, ("description", "beskrivning", "beskrivelse", "comment", "kommentar", "notes", "details"))
)


class Facts:
    """Reads what columns say of one step after the other."""

    def __init__(self, sheet: Sheet, matching: Matching) -> None:
        self._matching = matching
        self._more_places = [(name, places) for name in MORE if (places := matching.places(name))]
        self._headings = [
            line_of(sheet.cell(matching.heading, place)) if matching.heading is not None else ""
            for place in range(sheet.width)
        ]
        self._each = [minutes_each(heading) for heading in self._headings]

    @property
    def counted(self) -> list[Message]:
        """What is told of columns whose figures are read in hours, days or weeks, as their headings say."""
        return [
            counted_in(self._headings[place], self._each[place])
            for place, name in enumerate(self._matching.meanings)
            if MEANING[name or "step"].form == "quantity" and self._each[place] != 1
        ]

    def of_row(self, row: Row) -> tuple[dict[str, Any], dict[str, tuple[str, ...]], list[Message]]:
        """The step's fields, what hangs on it, and remarks about what could not be read as it was meant."""
        kept: list[str] = []
        remarks: list[Message] = []
        fields: dict[str, Any] = {}
        for place, name in enumerate(self._matching.meanings[: len(row)]):
            cell = row[place]
            if not name or is_empty(cell):
                continue
            if isinstance(cell, Fault):
                remarks.append(self._faulty(place, cell))
            elif name == "description":
                kept.append(self._described(place, cell))
            elif MEANING[name].form in ("text", "flag", "number", "quantity", "choice"):
                self._take(fields, place, cell, kept, remarks)
        if kept:
            fields["description"] = "\n".join(kept)
        return fields, self._more(row), remarks

    def _take(
        self, fields: dict[str, Any], place: int, cell: Cell, kept: list[str], remarks: list[Message]
    ) -> None:
        name = self._matching.means(place)
        try:
            value = read_field(name, cell, self._matching.rating, self._each[place])
        except UnreadError:
            text = line_of(cell)
            kept.append(f"{self._headings[place] or name}: {text}")
            remarks.append(Message(KEPT, text=shortened(text), meaning=Message(MEANING[name].words)))
        else:
            if value is not None:
                fields[name] = value

    def _described(self, place: int, cell: Cell) -> str:
        """Several columns of description each keep their heading before their words."""
        heading = self._headings[place]
        alone = len(self._matching.places("description")) == 1 or plain(heading) in _PLAIN_DESCRIPTION
        return text_of(cell) if alone or not heading else f"{heading}: {text_of(cell)}"

    def _faulty(self, place: int, cell: Fault) -> Message:
        if cell == "=":
            return Message(UNCOUNTED_CELL, heading=self._headings[place])
        return Message(FAULTY, heading=self._headings[place], fault=str(cell))

    def _more(self, row: Row) -> dict[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for name, places in self._more_places:
            said = [
                line
                for place in places
                if place < len(row) and not isinstance(row[place], Fault)
                for line in lines_of(row[place], as_written=self._matching.keeps_ids)
            ]
            if said:
                found[name] = tuple(dict.fromkeys(said))
        return found


def read_field(name: str, cell: Cell, rating: str, each: float = 1) -> Any:
    """A cell as the step's field of this name; UnreadError where it says something else.

    `rating` is the scale of the column's experience, `each` how many minutes one of its figures counts.
    """
    form = MEANING[name].form
    if form == "flag":
        return read_flag(cell)
    if form == "quantity":
        return read_minutes(cell, each)
    if form == "number":
        return read_feeling(cell, RATINGS[rating])
    if name in CHOICES:
        return read_choice(name, cell)
    return text_of(cell)


def shortened(text: str) -> str:
    """Words short enough to stand in a sentence."""
    return text if len(text) <= 40 else f"{text[:39]}…"


def joined_facts(
    one: Mapping[str, tuple[str, ...]], other: Mapping[str, tuple[str, ...]]
) -> dict[str, tuple[str, ...]]:
    """What hangs on a step by either of two rows, each thing once."""
    names = dict.fromkeys((*one, *other))
    return {name: tuple(dict.fromkeys((*one.get(name, ()), *other.get(name, ())))) for name in names}
