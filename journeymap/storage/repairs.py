"""What loading found odd: one entry a thing, each with its record and a sentence."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from journeymap.i18n import N_, Catalogue

MISSING = N_("The field {field} is missing. The record is kept in the file but not used.")
UNFIT = N_("The field {field} cannot be used: {value}. The record is kept in the file but not used.")
NO_RECORD = N_("Here stands {value} where a record should stand. It is kept in the file but not used.")
NO_TABLE = N_(
    "The table {field} holds {value} instead of records. It is kept in the file and counts as empty."
)
ODD_VALUE = N_(
    "The field {field} says {value}, which cannot be read. It is kept in the file and counts as not said."
)
ODD_ELEMENT = N_(
    "In the list {field} stands {value}, which cannot be read. It is kept in the file but not used."
)
ODD_LANE_KIND = N_("The lane kind {value} is not known. It is kept in the file and counts as a department.")
ODD_QUANTITY = N_(
    "The quantity {field} says {value}, which cannot be right. It is kept in the file and counts as unknown."
)
DANGLING = N_(
    "The field {field} points to {value}, which is not there. It is kept in the file and counts as not said."
)
DANGLING_ELEMENT = N_(
    "The list {field} points to {value}, which is not there. It is kept in the file but not used."
)
DANGLING_MARKED = N_(
    "The field {field} points to {value}, which is not there. The record is kept in the file but not used."
)
SELF_LINK = N_("The link runs from a step to itself. It is kept in the file but not used.")
REPEATED_ID = N_("The id also stands in the table {value}. This record is kept in the file but not used.")
RESERVED_ID = N_("The id cannot be used. The record is kept in the file but not used.")
DOUBLED = N_(
    "{field} is written twice. The last one counts; the earlier one is kept in the file, under duplicates."
)
NOT_FINITE = N_(
    "The field {field} says {value}, which is no number. "
    "It is kept in the file as text and counts as not said."
)
SURROGATE = N_("In {field} a damaged character was replaced by \ufffd.")
STAGE_FALLS = N_(
    "The step stands to the right of a later stage. The stage is drawn once more; the file is left as it is."
)
CUT_TAIL = N_("The end of the file is missing. The map itself could be read; check the attached pictures.")
PICTURE_DAMAGED = N_("The attached picture {value} is damaged and cannot be shown. It is kept in the file.")
PICTURE_MISSING = N_("The attached picture {value} is not in the file.")
FOREIGN_MEMBER = N_("{value} in the file is not known and is not kept when the map is saved.")

IN_USE = frozenset({ODD_VALUE, ODD_ELEMENT, ODD_LANE_KIND, ODD_QUANTITY})
"""What a field counts as in a record that is used."""


@dataclass(frozen=True, slots=True)
class Repair:
    """One thing that loading could not use as it stands; `about` is a record's id, "" = the journey."""

    about: str
    text: str
    values: Mapping[str, str] = field(default_factory=dict)

    def sentence(self, t: Catalogue) -> str:
        """What was found and what it counts as, in the catalogue's language."""
        return t(self.text, **self.values) if self.values else t(self.text)


def shown(value: Any) -> str:
    """A raw value short enough to stand in a sentence."""
    text = value if isinstance(value, str) else _json(value)
    return text if len(text) <= 40 else f"{text[:39]}…"


def _json(value: Any) -> str:
    """Python's own words would be wrong here: people see the file, where None is null."""
    words = {None: "null", True: "true", False: "false"}
    if value is None or isinstance(value, bool):
        return words[value]
    if isinstance(value, dict):
        return "{…}" if value else "{}"
    if isinstance(value, list):
        return "[" + ", ".join(_quoted(part) for part in value[:8]) + "]"
    return repr(value)


def _quoted(part: Any) -> str:
    """An element as the file has it: "2" is a text, 2 a number."""
    return json.dumps(part, ensure_ascii=False) if isinstance(part, str) else _json(part)
