"""Kinds of values that are other records: one or many, by name, new ones made where that makes sense."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from journeymap.edit.rules.verdict import RefusedError
from journeymap.edit.texts import one_line
from journeymap.sheets.kinds import Kind, parted
from journeymap.sheets.known import Kinds, Known
from journeymap.sheets.names import New, find, label, labels


@dataclass(frozen=True)
class One(Kind):
    """A record of some kinds. With `makes` a name that nobody has is that of a new one."""

    of: Kinds = ()
    makes: bool = False

    def text(self, value: Any, known: Known) -> str:
        return label(known, self.of, value) if value is not None else ""

    def read(self, text: str, known: Known) -> Any:
        said = one_line(text)
        return self._meant(said, known) if said else None

    def _meant(self, said: str, known: Known) -> Any:
        try:
            return find(known, self.of, said)
        except RefusedError:
            if self.makes:
                return New(said)
            raise

    def offers(self, known: Known) -> Sequence[str]:
        return list(labels(known, self.of).values())


@dataclass(frozen=True)
class Many(One):
    """Records of some kinds, with semicolons between."""

    def text(self, value: Any, known: Known) -> str:
        return "; ".join(label(known, self.of, id) for id in value or ())

    def read(self, text: str, known: Known) -> Any:
        said = one_line(text)
        if not said:
            return None
        if ";" in said:
            whole = self._whole(said, known)
            if whole is not None:
                return (whole,)
        return tuple(dict.fromkeys(self._meant(part, known) for part in parted(text)))

    def _whole(self, said: str, known: Known) -> Any:
        """A single record whose own name has a semicolon."""
        try:
            return find(known, self.of, said)
        except RefusedError:
            return None
