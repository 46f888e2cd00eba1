"""Who a lane belongs to, by its name alone: the customer, a supplier, a system, else a department."""

from __future__ import annotations

import re

from journeymap.edit.tables.headings import plain
from journeymap.edit.tables.vocabulary import CUSTOMERS
from journeymap.model.records import LaneKind

_SUPPLIER = re.compile(
    r"leverantör|leverandør|\bsuppliers?\b|\bvendors?\b|sub ?contractor|\bcontractors?\b|entreprenör"
    r"|entreprenør|\bpartners?\b"
)
_SYSTEM = re.compile(
    r"system(?:et|er)?$|\bsystems?$|\bwebb?(?:plats(?:en)?)?$|nettsted(?:et)?$|\bapp(?:en)?$|\bportal(?:en)?$"
)


_BETWEEN = re.compile(r"[/(),&+]|\b(?:och|og|and|eller|or)\b", re.IGNORECASE)


def is_customer(name: str) -> bool:
    """Whether the name is one of the words for whom the journey is made, or several: "Patient/anhörig"."""
    parts = [plain(part) for part in (name, *_BETWEEN.split(name))]
    whole, rest = parts[0], [part for part in parts[1:] if part]
    return whole in CUSTOMERS or (bool(rest) and all(part in CUSTOMERS for part in rest))


def kind_by_name(name: str) -> LaneKind:
    """What a lane of this name most likely is; a star behind the name says supplier."""
    if name.rstrip().endswith("*") or _SUPPLIER.search(plain(name)):
        return "supplier"
    if is_customer(name):
        return "customer"
    return "system" if _SYSTEM.search(plain(name)) else "department"
