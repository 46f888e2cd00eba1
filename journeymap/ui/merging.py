"""Two people's work on the open map brought together as one edit that can be undone."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from journeymap.edit.document import Document
from journeymap.i18n import N_, Catalogue
from journeymap.model.ids import HEAD, Id
from journeymap.model.journey import Journey
from journeymap.model.reading import name_of
from journeymap.model.records import Note
from journeymap.storage.merge import Clash, Merged, take_theirs

MERGE = N_("Merge")


def place_of(clash: Clash, journey: Journey, t: Catalogue) -> str:
    """What the two said differently about: the record's name and the field."""
    name = name_of(journey.get(Id(clash.id))) or t("The map")
    return f"{name} · {clash.field}" if clash.field else name


def said(value: Any, t: Catalogue) -> str:
    """One side's word, as short text; "nothing" where it said nothing."""
    if value is None:
        return t("nothing")
    if isinstance(value, dict):
        value = value.get("title") or value.get("name") or value
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, sort_keys=True)


def settled(merged: Merged, theirs_at: Sequence[int]) -> Journey:
    """The merged map with the other's word at these clashes, and mine at all others."""
    journey = merged.journey
    for place in theirs_at:
        journey = take_theirs(journey, merged.clashes[place])
    return journey


def become(document: Document, merged: Merged, theirs_at: Sequence[int], t: Catalogue) -> None:
    """Make the open map the merged one; every word that was not chosen stays as a note."""
    after = settled(merged, theirs_at)
    before = document.journey
    with document.edit(MERGE) as draft:
        for id in {*_ids(before), *_ids(after)}:
            old, new = before.get(id), after.get(id)
            if new is None:
                draft.remove(id)
            elif new != old:
                draft.put(new)
        for place, clash in enumerate(merged.clashes):
            lost = clash.mine if place in theirs_at else clash.theirs
            words = t("Not chosen: {place}: {words}", place=place_of(clash, after, t), words=said(lost, t))
            draft.put(Note(id=draft.fresh_id(), text=words))


def _ids(journey: Journey) -> set[Id]:
    return {HEAD, *(record.id for record in journey)}
