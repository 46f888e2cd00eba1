"""Things that stand at something: they go, or stand free, when it goes."""

from __future__ import annotations

from journeymap.edit.draft import Draft
from journeymap.model.ids import HEAD, Id
from journeymap.model.journey import Journey
from journeymap.model.records import (
    Attachment,
    Dismissal,
    Evidence,
    Friction,
    Lane,
    Link,
    Measure,
    Note,
    Stage,
    Step,
)


def drop_frictions_without_place(draft: Draft) -> None:
    """A friction goes with its step or link."""
    if draft.removes_anything():
        for friction in list(draft.of(Friction).values()):
            if friction.at not in draft.of(Step) and friction.at not in draft.of(Link):
                draft.remove(friction.id)


def unstage_steps_of_removed_stages(draft: Draft) -> None:
    """A step of a removed stage belongs to the stage of the step before (FORMAT 4)."""
    if draft.removed(Stage):
        for step in list(draft.of(Step).values()):
            if step.stage is not None and step.stage not in draft.of(Stage):
                draft.set(step.id, stage=None)


def free_measures_of_removed_steps(draft: Draft) -> None:
    """A question the organisation asks is still asked when its step goes."""
    if draft.removed(Step):
        for measure in list(draft.of(Measure).values()):
            if measure.step is not None and measure.step not in draft.of(Step):
                draft.set(measure.id, step=None)


def free_notes_of_removed_lanes(draft: Draft) -> None:
    """A parked remark is never lost: without its lane it stands free."""
    if draft.removed(Lane):
        for note in list(draft.of(Note).values()):
            if note.lane is not None and note.lane not in draft.of(Lane):
                draft.set(note.id, lane=None)


def strip_removed_pictures(draft: Draft) -> None:
    """Evidence and logo stand without a picture that is no longer in the file."""
    if not draft.removed(Attachment):
        return
    for evidence in list(draft.of(Evidence).values()):
        if evidence.attachment is not None and evidence.attachment not in draft.of(Attachment):
            draft.set(evidence.id, attachment=None)
    if draft.head.logo is not None and draft.head.logo not in draft.of(Attachment):
        draft.set(HEAD, logo=None)


def drop_pictures_nobody_shows(draft: Draft) -> None:
    """A picture goes with the last thing that showed it; one that nothing ever showed stays."""
    shown_before, shown_now = _shown(draft.before), _shown(draft.journey)
    for id in shown_before - shown_now:
        if id in draft.of(Attachment):
            draft.remove(id)


def _shown(journey: Journey) -> frozenset[Id]:
    pictures = {one.attachment for one in journey.evidence.values()} | {journey.head.logo}
    return frozenset(id for id in pictures if id is not None)


def drop_dismissals_of_removed_things(draft: Draft) -> None:
    """A settled question about something that is gone can never be asked again."""
    if draft.removes_anything():
        for dismissal in list(draft.of(Dismissal).values()):
            named = dismissal.finding.split(":")[1:]
            ids = {id for part in named for id in part.split("+")}
            if any(draft.before.get(id) and not draft.get(id) for id in map(type(dismissal.id), ids)):
                draft.remove(dismissal.id)


def drop_evidence_of_removed_things(draft: Draft) -> None:
    """Evidence goes with what it is about, evidence about evidence too."""
    loose = True
    while loose and draft.removes_anything():
        gone = [e.id for e in draft.of(Evidence).values() if draft.get(e.about) is None]
        for id in gone:
            draft.remove(id)
        loose = bool(gone)
