"""What is written down while somebody walks the road: evidence at the step, and the walk itself."""

from __future__ import annotations

from journeymap.edit.document import Document
from journeymap.edit.rules import may_name
from journeymap.edit.texts import one_line
from journeymap.i18n.catalogue import N_
from journeymap.model.ids import Id
from journeymap.model.reading import name_of
from journeymap.model.records import Evidence, EvidenceLevel, EvidenceWho, Walk


def note_on_walk(
    document: Document,
    walk: Id | None,
    step: Id,
    level: EvidenceLevel,
    who: EvidenceWho,
    words: str | None = None,
    *,
    source: str | None = None,
    by: str | None = None,
    role: str | None = None,
    date: str | None = None,
) -> Id:
    """Evidence at the step and a line in the walk's observations, as one undo step; the walk's id.

    Without words it says that the step was met as it is drawn. A walk that is not there begins.
    """
    if words is not None:
        may_name(words).demand()
    with document.edit(N_("Note on the walk")) as draft:
        said = one_line(words) if words is not None else None
        draft.add(Evidence(about=step, level=level, who=who, quote=said, source=source, date=date))
        if walk is None or walk not in draft.of(Walk):
            walk = draft.add(Walk(by=by, role=role, date=date))
        if said is not None:
            before = draft.of(Walk)[walk].observations
            line = f"{name_of(draft.get(step))}: {said}"
            draft.set(walk, observations=f"{before}\n{line}" if before else line)
    return walk
