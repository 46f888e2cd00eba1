"""Two people's work on the open map brought together as one step that can be undone."""

from __future__ import annotations

from collections.abc import Collection

from journeymap.edit import verbs
from journeymap.edit.document import Document
from journeymap.i18n import N_, Catalogue
from journeymap.model.change import Change, Pair
from journeymap.model.ids import Id, new_id
from journeymap.model.journey import Journey
from journeymap.model.reading import name_of
from journeymap.model.records import Note
from journeymap.storage.compare import KINDS
from journeymap.storage.merge import Clash, Merged, take_theirs
from journeymap.storage.said import field_said, raw_name, sides_said

MERGE = N_("Merge")


def place_of(clash: Clash, journey: Journey, t: Catalogue) -> str:
    """What the two said differently about: the record and the field, in words."""
    raw = clash.mine if isinstance(clash.mine, dict) else clash.theirs
    name = name_of(journey.get(Id(clash.id))) or raw_name(raw) or t("The map")
    kind = t(KINDS[clash.table]) if clash.table in KINDS and not clash.field else ""
    rest = field_said(clash.table, clash.field, t, clash.part) if clash.field else kind
    return f"{name} · {rest}" if rest else name


def brought_together(merged: Merged, theirs_at: Collection[int], t: Catalogue) -> Journey:
    """The map as chosen; every word that was not chosen stays as a note."""
    journey = merged.journey
    for place, clash in enumerate(merged.clashes):
        journey = _chosen(journey, clash, theirs=place in theirs_at)
    notes: dict[Id, Pair] = {}
    for place, clash in enumerate(merged.clashes):
        lost = clash.mine if place in theirs_at else clash.theirs
        if lost is not None:
            mine, theirs = sides_said(clash, merged.journey, t, whole=True)
            words = mine if place in theirs_at else theirs
            said = t("Not chosen: {place}: {words}", place=place_of(clash, journey, t), words=words)
            note = Note(id=new_id(), text=said)
            notes[note.id] = (None, note)
    return journey.apply(Change(notes))


def _chosen(journey: Journey, clash: Clash, *, theirs: bool) -> Journey:
    """The merged map holds my word, and whatever only one of us deleted."""
    if clash.field:
        return take_theirs(journey, clash) if theirs else journey
    value = clash.theirs if theirs else clash.mine
    if value is None:  # deleted, with all that hangs on it
        scratch = Document(journey)
        verbs.delete(scratch, [Id(clash.id)])
        return scratch.journey
    return take_theirs(journey, clash) if theirs else journey
