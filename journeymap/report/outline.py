"""Which section stands on which page, and what on the pages is too small to read: for whoever shows them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Outline:
    """Pages from 1: section → first and last, and page → steps whose words are under eight points."""

    pages: int
    sections: Mapping[str, tuple[int, int]]
    small: Mapping[int, int]

    def to_json(self) -> str:
        """One object with the same names; page numbers as text where they are keys."""
        return json.dumps(
            {"pages": self.pages, "sections": self.sections, "small": self.small}, sort_keys=True
        )

    @classmethod
    def from_json(cls, said: str) -> Outline:
        """What `to_json` wrote; ValueError for anything else."""
        read = json.loads(said)
        try:
            sections = {
                str(name): (int(first), int(last)) for name, (first, last) in read["sections"].items()
            }
            small = {int(page): int(count) for page, count in read["small"].items()}
            return cls(int(read["pages"]), sections, small)
        except (KeyError, TypeError, AttributeError) as wrong:
            raise ValueError("no outline of a report") from wrong
