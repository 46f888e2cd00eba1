"""Verbs for where it rubs: frictions, their four answers, votes."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import Any

from journeymap.edit.document import Document
from journeymap.edit.draft import Draft
from journeymap.edit.rules import may_move_friction, may_name, may_set
from journeymap.edit.rules.values import as_kept
from journeymap.i18n.catalogue import N_
from journeymap.model.ids import Id
from journeymap.model.records import Action, Evidence, Friction, Step, Votes

_TAKEN_OVER = (
    *("kind", "cause", "hits", "per", "wait_minutes", "work_minutes", "value_lost", "lead_days"),
    *("critical", "votes", "walls", "owner", "decision_by", "status", "description"),
)


def add_friction(document: Document, at: Id, title: str) -> Id:
    """Write down where it rubs, at a step or a link. Nothing is known of it yet."""
    may_name(title).demand()
    with document.edit(N_("Add friction")) as draft:
        return draft.add(Friction(title=title, at=at))


def answer_friction(document: Document, friction: Id, merge: Hashable | None = None, **answers: Any) -> None:
    """Answer what is asked of a friction: hits, wait_minutes, work_minutes, value_lost; None: not known."""
    for name, value in answers.items():
        may_set(Friction, name, value).demand()
    with document.edit(N_("Answer friction"), merge) as draft:
        draft.set(friction, **{name: as_kept(Friction, name, value) for name, value in answers.items()})


def set_votes(document: Document, id: Id, yes: int | None, of: int | None) -> None:
    """Write down how many of how many said that this alone decides: of a friction or of a step."""
    votes = None if yes is None and of is None else Votes(yes=yes, of=of)
    name = "critical_votes" if id in document.present.steps else "votes"
    may_set(Step if name == "critical_votes" else Friction, name, votes).demand()
    with document.edit(N_("Count votes")) as draft:
        draft.set(id, **{name: votes})


def move_friction(document: Document, friction: Id, at: Id) -> None:
    """Put a friction at another step or link."""
    may_move_friction(document.present, friction, at).demand()
    with document.edit(N_("Move friction")) as draft:
        draft.set(friction, at=at)


def merge_frictions(document: Document, into: Id, others: Sequence[Id]) -> None:
    """Make one friction of several that mean the same.

    What `into` says stands, what it does not say is taken from the first that does; dots add up,
    evidence and actions follow.
    """
    with document.edit(N_("Merge frictions")) as draft:
        frictions = draft.of(Friction)
        merged = [frictions[id] for id in dict.fromkeys((into, *others))]
        dots = [friction.dots for friction in merged if friction.dots is not None]
        for other in merged[1:]:
            _take_over(draft, into, other)
            _follow(draft, other.id, into)
            draft.remove(other.id)
        draft.set(into, dots=sum(dots) if dots else None)


def _take_over(draft: Draft, into: Id, other: Friction) -> None:
    for name in _TAKEN_OVER:
        if getattr(draft.of(Friction)[into], name) is None:
            draft.set(into, **{name: getattr(other, name)})


def _follow(draft: Draft, old: Id, new: Id) -> None:
    for evidence in list(draft.of(Evidence).values()):
        if evidence.about == old:
            draft.set(evidence.id, about=new)
    for action in list(draft.of(Action).values()):
        if action.frictions and old in action.frictions:
            named = dict.fromkeys(new if id == old else id for id in action.frictions)
            draft.set(action.id, frictions=tuple(named))
