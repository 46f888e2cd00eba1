"""Walls hold on to what remains: an end that goes moves to the lane's next step or comes loose."""

from __future__ import annotations

from journeymap.edit.draft import Draft
from journeymap.model.ids import Id
from journeymap.model.reading import column_of
from journeymap.model.records import Friction, Lane, Step, Wall


def tie_walls_to_what_remains(draft: Draft) -> None:
    """What people said of a wall follows its ends (LINE 3); a wall between nothing goes.

    A dismissal is not carried over: it was said of the steps that are gone.
    """
    if not draft.removes_anything():
        return
    for wall in sorted(draft.of(Wall).values(), key=lambda wall: wall.id):
        key = _key_now(draft, wall.key)
        if key != wall.key or _end_is_gone(draft, wall):
            _tie(draft, wall, key)


def keep_wall_keys_of_frictions(draft: Draft) -> None:
    """The walls a friction was put at are named by their present keys; none left means "not said"."""
    if not draft.removes_anything():
        return
    for friction in list(draft.of(Friction).values()):
        if friction.walls:
            keys = [_key_now(draft, key) for key in friction.walls]
            draft.set(friction.id, walls=tuple(dict.fromkeys(key for key in keys if key)) or None)


def drop_views_of_removed_lanes(draft: Draft) -> None:
    """A removed lane has no view of a wall any more."""
    if not draft.removed(Lane):
        return
    for wall in list(draft.of(Wall).values()):
        views = {lane: text for lane, text in (wall.views or {}).items() if lane in draft.of(Lane)}
        if wall.views and len(views) < len(wall.views):
            draft.set(wall.id, views=views or None)


def is_loose(wall: Wall) -> bool:
    """Whether a wall has lost one end: it stands in the list until someone ties or deletes it."""
    parts = wall.key.split(":")
    own_form = parts[0] in ("promise", "nobody")
    return not own_form and len(parts) > 2 and not (parts[1] and parts[2])


def _tie(draft: Draft, wall: Wall, key: str | None) -> None:
    taken = any(other.key == key for other in draft.of(Wall).values() if other.id != wall.id)
    if key is None or taken or wall.state == "dismissed":
        draft.remove(wall.id)
        return
    source, target = [*key.split(":"), "", ""][1:3]
    ends = {
        "source": Id(source) or None if wall.source is not None else None,
        "target": Id(target) or None if wall.target is not None else None,
    }
    draft.set(wall.id, key=key, **ends)


def _end_is_gone(draft: Draft, wall: Wall) -> bool:
    return any(end is not None and end not in draft.of(Step) for end in (wall.source, wall.target))


def _key_now(draft: Draft, key: str) -> str | None:
    """The wall's key after the removals; None where nothing of it is left (FORMAT 5: wall keys)."""
    kind, _, rest = key.partition(":")
    if kind == "ping_pong":
        steps = [id for id in rest.split("+") if not _is_gone(draft, id)]
        return f"{kind}:{'+'.join(steps)}" if len(steps) > 1 else None
    source, target, *matter = (*rest.split(":"), "", "")[: max(2, rest.count(":") + 1)]
    if any(_is_gone(draft, id) for id in matter):
        return None
    ends = [_end_now(draft, source, target), _end_now(draft, target, source)]
    if ends == [source, target]:
        return key
    if not any(ends) or (ends[0] == ends[1]):
        return None
    return ":".join((kind, *ends, *matter))


def _end_now(draft: Draft, end: str, other: str) -> str:
    """The end itself, or the next step of its lane that is not the other end, or nothing."""
    if not _is_gone(draft, end):
        return end
    gone = draft.before.steps.get(Id(end))
    if gone is None:
        return ""
    after = [
        (column_of(step), step.order or 0, step.id)
        for step in draft.of(Step).values()
        if step.lane == gone.lane and column_of(step) >= column_of(gone) and step.id != other
    ]
    return min(after)[2] if after else ""


def _is_gone(draft: Draft, id: str) -> bool:
    return bool(id) and draft.before.get(Id(id)) is not None and draft.get(Id(id)) is None
