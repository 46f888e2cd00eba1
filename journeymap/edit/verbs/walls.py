"""Verbs for walls and findings: what people settle, dismiss, draw and say of them."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any

import msgspec

from journeymap.edit.document import Document
from journeymap.edit.draft import Draft
from journeymap.edit.rules import may_set
from journeymap.edit.rules.values import as_kept
from journeymap.i18n.catalogue import N_
from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.model.records import Dismissal, Wall


def confirm_wall(document: Document, key: str, **facts: Any) -> Id:
    """So it is: the wall with this key stands."""
    return _state(document, N_("Confirm wall"), key, {"state": "confirmed", **facts})


def dismiss_wall(document: Document, key: str, reason: str | None = None) -> Id:
    """It is no wall, for this reason: it leaves every figure."""
    return _state(document, N_("Dismiss wall"), key, {"state": "dismissed", "reason": reason})


def draw_wall(document: Document, source: Id, target: Id) -> Id:
    """People say that a wall stands between these two steps."""
    facts = {"state": "drawn", "source": source, "target": target}
    return _state(document, N_("Draw wall"), drawn_key(document.present, source, target), facts)


def reopen_wall(document: Document, key: str) -> None:
    """Take back what was settled; a card on which nothing else stands goes."""
    wall = wall_with(document.present, key)
    with document.edit(N_("Reopen wall")) as draft:
        if wall is not None:
            bare = msgspec.structs.replace(wall, state=None, source=None, target=None, reason=None)
            empty = msgspec.structs.replace(bare, number=None) == Wall(id=wall.id, key=key)
            if empty:
                draft.remove(wall.id)
            else:
                draft.put(bare)


def set_wall_fact(document: Document, key: str, merge: Hashable | None = None, **facts: Any) -> Id:
    """Fill in the wall's card: what is handed over, receipt, deadline, excuse, effect, owner, views …"""
    return _state(document, N_("Describe wall"), key, facts, merge)


def number_walls(document: Document, numbers: Mapping[str, int]) -> None:
    """Keep the numbers walls are known by (FORMAT 4: the lowest of a mark's findings)."""
    with document.edit(N_("Number walls")) as draft:
        for key, number in sorted(numbers.items()):
            draft.set(_card(draft, key), number=number)


def dismiss_finding(
    document: Document,
    key: str,
    reason: str | None = None,
    *,
    by: str | None = None,
    date: str | None = None,
    facts: str | None = None,
) -> Id:
    """Settle a question the map raises; it comes back only if its facts change."""
    record = Dismissal(finding=key, reason=reason, by=by, date=date, facts=facts)
    return _settle(document, N_("Dismiss finding"), record)


def agree_finding(
    document: Document, key: str, *, by: str | None = None, date: str | None = None, facts: str | None = None
) -> Id:
    """So it is: what the map found is true. It is kept, and not asked again until its facts change."""
    record = Dismissal(finding=key, by=by, date=date, facts=facts, agreed=True)
    return _settle(document, N_("Confirm finding"), record)


def recall_finding(document: Document, key: str) -> None:
    """Let a settled question be asked again."""
    with document.edit(N_("Recall finding")) as draft:
        for id in _dismissals(draft.journey, key):
            draft.remove(id)


def wall_with(journey: Journey, key: str) -> Wall | None:
    """The card of the wall with this key."""
    return min((wall for wall in journey.walls.values() if wall.key == key), key=_id, default=None)


def drawn_key(journey: Journey, source: Id, target: Id) -> str:
    """The key of a drawn wall: supplier where an end lies in a supplier's lane, else referral."""
    lanes = (journey.lanes[journey.steps[step].lane] for step in (source, target))
    kind = "supplier" if any(lane.kind == "supplier" for lane in lanes) else "referral"
    return f"{kind}:{source}:{target}"


def _settle(document: Document, label: str, record: Dismissal) -> Id:
    with document.edit(label) as draft:
        for old in _dismissals(draft.journey, record.finding):
            draft.remove(old)
        return draft.add(record)


def _state(
    document: Document, label: str, key: str, facts: Mapping[str, Any], merge: Hashable | None = None
) -> Id:
    for name, value in facts.items():
        may_set(Wall, name, value).demand()
    with document.edit(label, merge) as draft:
        id = _card(draft, key)
        draft.set(id, **{name: as_kept(Wall, name, value) for name, value in facts.items()})
    return id


def _card(draft: Draft, key: str) -> Id:
    wall = wall_with(draft.journey, key)
    return wall.id if wall is not None else draft.add(Wall(key=key))


def _dismissals(journey: Journey, key: str) -> list[Id]:
    return [each.id for each in journey.dismissals.values() if each.finding == key]


def _id(wall: Wall) -> Id:
    return wall.id
