"""`journeymap merge BASE A B -o OUT`: both versions' edits in one map, what was not taken kept as notes."""

from __future__ import annotations

from pathlib import Path

from journeymap.cli.clock import today
from journeymap.cli.run import Run
from journeymap.i18n import Catalogue
from journeymap.model.change import Change, Pair
from journeymap.model.ids import Id, new_id
from journeymap.model.journey import Journey
from journeymap.model.reading import name_of
from journeymap.model.records import Note
from journeymap.storage.files import save
from journeymap.storage.merge import Clash, merge
from journeymap.storage.said import field_said, sides_said


def run(run: Run) -> int:
    """Write the merged map and print each place where both said something different."""
    today(run.arguments.date)
    target = run.target()
    base, one, other = (run.load(Path(getattr(run.arguments, name))) for name in ("base", "one", "other"))
    merged = merge(base.journey, one.journey, other.journey)
    t = run.words_of(merged.journey)
    sentences = [_sentence(clash, merged.journey, t) for clash in merged.clashes]
    save(_noted(merged.journey, sentences), target, attachments={**one.attachments, **other.attachments})
    for sentence in sentences:
        print(sentence)
    if not sentences:
        print(t("Merged. No place was changed differently by both."))
    return 0


def _sentence(clash: Clash, journey: Journey, t: Catalogue) -> str:
    """Where the two differ, what was taken and what was not."""
    name = name_of(journey.get(Id(clash.id))) or clash.id or t("the map itself")
    mine, theirs = sides_said(clash, journey, t, whole=True)
    return t(
        "Not chosen: {name}, {field}. Taken: {mine}. Not taken: {theirs}.",
        name=name,
        field=field_said(clash.table, clash.field, t, clash.part) if clash.field else t("the whole entry"),
        mine=mine,
        theirs=theirs,
    )


def _noted(journey: Journey, sentences: list[str]) -> Journey:
    """The map with a note for each value that was not taken: nothing of either side is lost."""
    entries: dict[Id, Pair] = {}
    for sentence in sentences:
        note = Note(id=new_id(), text=sentence)
        entries[note.id] = (None, note)
    return journey.apply(Change(entries))
