"""The verb that takes a wall away: what the map would say if it did not stand, by its type (METHOD 3).

A receiver is told, a customer is told, a mandate is given, nobody is sent back. It says so with links and
facts that people could have written themselves; a wall that was only drawn is no longer drawn.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Protocol

import msgspec

from journeymap.edit.document import Document
from journeymap.edit.draft import Draft
from journeymap.edit.roads import between, is_road, kind_of
from journeymap.edit.verbs.links import answer_handoff
from journeymap.i18n.catalogue import N_
from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.model.reading import is_customer_lane, steps_in_order
from journeymap.model.records import Friction, Link, Order, Step


class Standing(Protocol):
    """What the finder says of a wall; its own finding is one."""

    @property
    def type(self) -> str: ...
    @property
    def rule(self) -> str: ...
    @property
    def source(self) -> Id | None: ...
    @property
    def target(self) -> Id | None: ...
    @property
    def steps(self) -> tuple[Id, ...]: ...
    @property
    def promise(self) -> Id | None: ...
    @property
    def state(self) -> str | None: ...
    @property
    def record(self) -> Id | None: ...


def take_wall_away(document: Document, walls: Iterable[Standing], solved: Sequence[Id] = ()) -> None:
    """Say what would have to be said for these walls to be gone; frictions in `solved` go with them."""
    with document.edit(N_("Take wall away")) as draft:
        for wall in walls:
            if wall.state == "drawn" and wall.record is not None:
                draft.remove(wall.record)
            if wall.rule != "DRAWN":
                _WAYS[wall.type](document, draft, wall)
        for friction in solved:
            if friction in draft.of(Friction):
                draft.set(friction, status="solved")


def _told(document: Document, draft: Draft, wall: Standing) -> None:
    """The second step knows what the first one knows, and the customer is not sent but led."""
    if wall.source is None or wall.target is None:
        return
    for link in walk_links(draft.journey, wall.source, wall.target):
        if kind_of(link) == "refer":
            draft.set(link.id, kind="flow")
    answer_handoff(document, wall.source, wall.target, "yes")


def _promise_known(document: Document, draft: Draft, wall: Standing) -> None:
    """The one who is to keep it knows it; where nobody makes it, it is no longer to be kept there."""
    if wall.source is not None:
        _told(document, draft, wall)
    elif wall.target is not None:
        _drop(draft, wall.target, "honours", wall.promise)


def _somebody(document: Document, draft: Draft, wall: Standing) -> None:
    """A promise that nobody keeps is no longer made; where the road stops it is meant to end."""
    if wall.source is not None and wall.promise is not None:
        _drop(draft, wall.source, "makes", wall.promise)
    elif wall.source is not None:
        draft.set(wall.source, end=True)


def _customer_told(document: Document, draft: Draft, wall: Standing) -> None:
    """Whoever meets the customer says how far it has come; without a customer nobody waits."""
    if wall.source is None or wall.target is None:
        return
    customer = _nearest_customer(draft.journey, wall.target)
    if customer is not None:
        draft.add(Link(source=wall.target, target=customer, kind="status"))
        return
    for link in between(draft.journey, wall.source, wall.target):
        draft.set(link.id, wait_minutes=None)


def _not_forced(document: Document, draft: Draft, wall: Standing) -> None:
    """The customer may stay in the channel."""
    if wall.source is not None and wall.target is not None:
        for link in walk_links(draft.journey, wall.source, wall.target):
            if link.forced:
                draft.set(link.id, forced=False)


def _may_solve(document: Document, draft: Draft, wall: Standing) -> None:
    if wall.source is not None:
        draft.set(wall.source, mandate="can_solve")


def _not_refused(document: Document, draft: Draft, wall: Standing) -> None:
    if wall.source is None or wall.target is None:
        return
    for link in between(draft.journey, wall.source, wall.target):
        if link.order is not None and link.order.refused:
            order: Order = msgspec.structs.replace(link.order, refused=False)
            draft.set(link.id, order=order)


def _not_sent_back(document: Document, draft: Draft, wall: Standing) -> None:
    """Ways back between lanes go until no round leads through two lanes; who went there goes on instead."""
    for _ in range(len(draft.of(Link))):
        around = _round_links(draft.journey, set(wall.steps))
        if not around:
            return
        _close(draft, max(around, key=lambda link: _backwards(draft.journey, link)))


def walk_links(journey: Journey, source: Id, target: Id) -> list[Link]:
    """The links of every contact walk from one step to the other (METHOD 3)."""
    links = [link for link in journey.links.values() if is_road(link) and not link.by_design]
    ahead = _reached(journey, links, source, lambda link: (link.source, link.target))
    behind = _reached(journey, links, target, lambda link: (link.target, link.source))
    return [link for link in links if link.source in ahead and link.target in behind]


def _reached(
    journey: Journey, links: list[Link], start: Id, ends: Callable[[Link], tuple[Id, Id]]
) -> set[Id]:
    """The start and the customer's steps that a contact walk may pass from there."""
    found, waiting = {start}, [start]
    while waiting:
        step = waiting.pop()
        for link in links:
            one, other = ends(link)
            if one == step and other not in found and _passable(journey, other):
                found.add(other)
                waiting.append(other)
    return found


def _passable(journey: Journey, step: Id) -> bool:
    record = journey.steps.get(step)
    lane = journey.lanes.get(record.lane) if record is not None else None
    return record is not None and lane is not None and is_customer_lane(lane) and not record.value_in_use


def _nearest_customer(journey: Journey, step: Id) -> Id | None:
    """A customer's step that the road joins with this one, else the first on the map."""
    customers = [
        one.id for one in steps_in_order(journey)
        if (lane := journey.lanes.get(one.lane)) is not None and is_customer_lane(lane)
    ]  # fmt: skip
    ends = {(link.source, link.target) for link in journey.links.values() if is_road(link)}
    joined = [one for one in customers if (step, one) in ends or (one, step) in ends]
    return next(iter([*joined, *customers]), None)


def _drop(draft: Draft, step: Id, name: str, promise: Id | None) -> None:
    named = getattr(draft.need(step, Step), name) or ()
    draft.set(step, **{name: tuple(one for one in named if one != promise) or None})


def _round_links(journey: Journey, steps: set[Id]) -> list[Link]:
    """Links between two lanes, inside these steps, that lie on a round."""
    inside = [
        link for link in journey.links.values()
        if is_road(link) and not link.by_design and {link.source, link.target} <= steps
    ]  # fmt: skip
    onward: dict[Id, set[Id]] = {}
    for link in inside:
        onward.setdefault(link.source, set()).add(link.target)
    lanes = {step: journey.steps[step].lane for step in steps if step in journey.steps}
    return [
        link for link in inside
        if lanes[link.source] != lanes[link.target] and _leads(onward, link.target, link.source)
    ]  # fmt: skip


def _leads(onward: Mapping[Id, set[Id]], start: Id, end: Id) -> bool:
    seen, waiting = {start}, [start]
    while waiting:
        step = waiting.pop()
        if step == end:
            return True
        fresh = onward.get(step, set()) - seen
        seen |= fresh
        waiting += fresh
    return False


def _backwards(journey: Journey, link: Link) -> tuple[bool, float, Id]:
    """Referrals first, then what leads furthest back."""
    source, target = journey.steps[link.source], journey.steps[link.target]
    return (kind_of(link) == "refer", (source.column or 0) - (target.column or 0), link.id)


def _close(draft: Draft, link: Link) -> None:
    """Nobody goes this way; its share goes to the other ways on in proportion. The only way on stays,
    and is then meant to be so.
    """
    links = draft.of(Link).values()
    others = [one for one in links if one.source == link.source and is_road(one) and one.id != link.id]
    if not others:
        draft.set(link.id, by_design=True)
        return
    draft.remove(link.id)
    known = sum(one.share or 0 for one in others)
    if link.share and known > 0:
        for one in others:
            if one.share is not None:
                draft.set(one.id, share=min(1.0, one.share * (known + link.share) / known))


_WAYS: Mapping[str, Callable[[Document, Draft, Standing], None]] = {
    "referral": _told,
    "supplier": _told,
    "memory": _told,
    "promise": _promise_known,
    "nobody": _somebody,
    "silent": _customer_told,
    "channel": _not_forced,
    "mandate": _may_solve,
    "refusal": _not_refused,
    "ping_pong": _not_sent_back,
}
