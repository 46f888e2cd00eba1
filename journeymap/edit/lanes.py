"""Facts about lanes that verbs and behaviours share: the default unit, the written order."""

from __future__ import annotations

from collections.abc import Iterable

from journeymap.edit.draft import Draft
from journeymap.model.records import Head, Lane, LaneKind


def default_unit(head: Head, name: str, kind: LaneKind) -> str | None:
    """The unit of a lane nobody gave one (METHOD 6): organisation/name, a supplier's own name.

    A customer belongs to no unit.
    """
    if kind in ("customer", "customers_customer"):
        return None
    if kind == "supplier" or not head.organisation:
        return name
    return f"{head.organisation}/{name}"


def renumber_lanes(draft: Draft, lanes: Iterable[Lane]) -> None:
    """Write whole order numbers from 1 in the given order; only numbers that differ change."""
    for place, lane in enumerate(lanes, start=1):
        draft.set(lane.id, order=place)
