"""One place of a map in words: its field as people call it, its value as they would say it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from journeymap.i18n import Catalogue
from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.model.reading import name_of
from journeymap.model.records import Head
from journeymap.storage.field_words import FIELDS, PARTS, VALUES
from journeymap.storage.merge import Clash
from journeymap.storage.shapes import TABLES, Field, fields_of

SHORT = 160
"""Characters of a text where two states are laid side by side."""
_NAMES = ("title", "name", "text", "question", "quote", "finding", "key", "label")


def field_said(table: str, field: str, t: Catalogue, part: str = "") -> str:
    """ "waiting", "requirement, agreed level"; a name of another program as it stands."""
    known = FIELDS.get(f"{table}.{field}") or FIELDS.get(field)
    words = t(known) if known else field
    return f"{words}, {t(PARTS[part]) if part in PARTS else part}" if part else words


@dataclass(frozen=True, slots=True)
class Saying:
    """Says raw values; what they point to is named as the first of the journeys that has it names it.

    `most` characters of a text are shown; None = all of it.
    """

    t: Catalogue
    journeys: tuple[Journey, ...]
    most: int | None = SHORT

    def value(self, value: Any, table: str = "", field: str = "") -> str:
        """A raw value of a field; "nothing" where nothing is said."""
        if value is None or value in ("", [], {}):
            return self.t("nothing")
        if isinstance(value, bool):
            return self.t("yes") if value else self.t("no")
        if isinstance(value, list):
            return self._list(value, table, field)
        if isinstance(value, dict):
            parts = value.items()
            return "; ".join(f"{self._called(name)}: {self.value(part)}" for name, part in parts)
        if isinstance(value, int | float):
            return self.t.number(value, 2)
        return self._text(str(value), _field(table, field))

    def record(self, record: Any, table: str) -> str:
        """A whole raw record: by its name, or with all it says where nothing may be left out."""
        if record is None:
            return self.t("deleted")
        if not isinstance(record, dict):
            return self.value(record)
        if self.most is None:
            said = (f"{field_said(table, n, self.t)}: {self.value(v, table, n)}" for n, v in record.items())
            return "; ".join(said)
        return self._cut(raw_name(record)) or self.t("kept")

    def _list(self, value: list[Any], table: str, field: str) -> str:
        known = _field(table, field)
        if known is None or known.form != "quantity":
            return ", ".join(self.value(part, table, field) for part in value)
        figures = [self.value(part) for part in value]
        return f"{figures[1]} ({figures[0]}–{figures[2]})" if len(figures) == 3 else "–".join(figures)

    def _text(self, value: str, known: Field | None) -> str:
        if known is not None and known.targets:
            return self._cut(self._called(value))
        chosen = known is not None and (known.choices or known.form == "quantity")
        return self.t(VALUES[value]) if chosen and value in VALUES else self._cut(value)

    def _called(self, name: str) -> str:
        """An answer's name, or the record that stands under this id."""
        if name in PARTS:
            return self.t(PARTS[name])
        return next((found for j in self.journeys if (found := name_of(j.get(Id(name))))), name)

    def _cut(self, text: str) -> str:
        if self.most is None:
            return text
        flat = " ".join(text.split())
        return flat if len(flat) <= self.most else f"{flat[: self.most - 1]}…"


def sides_said(clash: Clash, journey: Journey, t: Catalogue, *, whole: bool = False) -> tuple[str, str]:
    """What each side said at a clash, mine and theirs; `whole` leaves nothing out."""
    saying = Saying(t, (journey,), None if whole else SHORT)
    sides = (clash.mine, clash.theirs)
    if not clash.field:
        mine, theirs = (saying.record(side, clash.table) for side in sides)
    elif clash.part:
        mine, theirs = map(saying.value, sides)
    else:
        mine, theirs = (saying.value(side, clash.table, clash.field) for side in sides)
    return mine, theirs


def raw_name(record: Any) -> str:
    """The words people know a raw record by; "" where it has none."""
    words = (record.get(name) for name in _NAMES) if isinstance(record, dict) else ()
    return next((word for word in words if isinstance(word, str) and word), "")


def _field(table: str, name: str) -> Field | None:
    kind = TABLES.get(table, Head)
    return next((known for known in fields_of(kind) if known.name == name), None)
