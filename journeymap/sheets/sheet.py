"""A sheet as data: which records are its rows, and of each column its name, kind, reading and writing."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from journeymap.edit.document import Document
from journeymap.edit.verbs import delete
from journeymap.model.ids import Id
from journeymap.sheets.kinds import Kind
from journeymap.sheets.known import Known

Line = Any
"""What a row is about: a record, or what a sheet makes up of several."""
Get = Callable[[Known, Line], Any]
Put = Callable[[Document, str, Any], object]
"""Document, the row's id, the value as `kind.read` gives it; writes through verbs only."""


@dataclass(frozen=True)
class Column:
    """`name` never changes (settings and spreadsheets know it), `words` is the English heading."""

    name: str
    words: str
    kind: Kind
    get: Get
    put: Put | None = None
    width: int = 110
    """Wanted width in px at text size 100 %."""
    needed: bool = False
    """A record cannot be without it (FORMAT 4: marked fields)."""
    shapes: bool = False
    """Whether a new record is made of it too, where it is said."""
    shown: bool = True
    """Whether it stands in the table before anybody chose columns."""
    ask: str = ""
    """What to write here, asked for while a new row still lacks it."""
    own_kind: Callable[[Line], Kind] | None = None
    """Where the kind differs from row to row."""
    more: str = ""
    """A longer sentence about the column, for its tip and for a screen reader."""

    def kind_of(self, line: Line) -> Kind:
        """The kind of this column's value in a row; of a new row without a line the usual one."""
        return self.own_kind(line) if self.own_kind is not None and line is not None else self.kind

    @property
    def is_computed(self) -> bool:
        """Whether nobody can write here."""
        return self.put is None and not self.needed


Make = Callable[[Document, Mapping[str, Any], str | None, bool], str]
"""Document, what is known of the new row by column, the row it comes after, and whether it goes in
between what follows; answers the new row's id."""


def remove_records(document: Document, ids: Sequence[str]) -> object:
    """Delete the records of these rows."""
    return delete(document, [Id(id) for id in ids])


@dataclass(frozen=True)
class Sheet:
    """One kind of thing as a table. `rows` are ids in the order of the map."""

    name: str
    words: str
    columns: tuple[Column, ...]
    rows: Callable[[Known], Sequence[str]]
    line: Callable[[Known, str], Line]
    make: Make | None = None
    remove: Callable[[Document, Sequence[str]], object] | None = remove_records
    row_words: Callable[[Known, Line], str] = field(default=lambda known, line: "")
    """What a row is called: a screen reader's row heading."""
    new_words: str = ""
    """What stands in the empty last row; without it there is none."""
    move: Callable[[Document, str, int], object] | None = None
    """Moves a row one place on (1) or back (−1) on the map."""

    def column(self, name: str) -> Column:
        """The column of this name; KeyError where there is none."""
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(name)

    @property
    def needed(self) -> tuple[Column, ...]:
        """The columns a new row cannot do without."""
        return tuple(column for column in self.columns if column.needed)
