"""Lists of references lose what is gone; a list that becomes empty is "not said", never "none"."""

from __future__ import annotations

from journeymap.edit.draft import Draft
from journeymap.model.ids import Id
from journeymap.model.records import Action, Friction, Item, Promise, Record, Step


def clean_lists_of_steps(draft: Draft) -> None:
    """Steps no longer ask, make or honour what was removed."""
    for kind, names in ((Item, ("asks",)), (Promise, ("makes", "honours"))):
        if draft.removed(kind):
            _clean(draft, Step, names, kind)


def clean_lists_of_actions(draft: Draft) -> None:
    """Actions are no longer against frictions that were removed."""
    if draft.removed(Friction):
        _clean(draft, Action, ("frictions",), Friction)


def _clean(draft: Draft, kind: type[Record], names: tuple[str, ...], what: type[Record]) -> None:
    for record in list(draft.of(kind).values()):
        for name in names:
            ids: tuple[Id, ...] | None = getattr(record, name)
            if ids and any(id not in draft.of(what) for id in ids):
                draft.set(record.id, **{name: tuple(id for id in ids if id in draft.of(what)) or None})
