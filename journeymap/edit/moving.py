"""Where moved steps land: data in, places out. Distances are counted in lanes and moments."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence

from journeymap.edit import columns
from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.model.quantity import Number
from journeymap.model.reading import column_of, lanes_in_order

Places = Mapping[Id, tuple[Id, Number]]


def moved_to(journey: Journey, ids: Sequence[Id], lane: Id | None, column: Number | None) -> Places:
    """Lane and column of every moved step when the first lands at (lane, column).

    Steps that would leave the map at the top or bottom stop at the outer lane.
    """
    anchor = journey.steps[ids[0]]
    order = [each.id for each in lanes_in_order(journey)]
    rows = order.index(lane) - order.index(anchor.lane) if lane is not None else 0
    new_column = _columns_to(journey, ids, column_of(anchor), column)
    return _places(journey, ids, order, rows, new_column)


def shifted(journey: Journey, ids: Sequence[Id], rows: int, steps_on: int) -> Places:
    """Lane and column of every step after going so many lanes down and moments on.

    None of them moves sideways out of the map's lanes: then all stay in their lanes.
    """
    order = [each.id for each in lanes_in_order(journey)]
    ends = [order.index(journey.steps[id].lane) + rows for id in ids]
    if ends and not (min(ends) >= 0 and max(ends) < len(order)):
        rows = 0
    used = columns.in_use(journey)
    chosen = {column_of(journey.steps[id]) for id in ids}
    new_column = {column: at(used, bisect_left(used, column) + steps_on) for column in chosen}
    return _places(journey, ids, order, rows, new_column)


def at(used: Sequence[float], place: int) -> Number:
    """The column at a place from the left; beyond the edges whole numbers go on."""
    if place < 0:
        return columns.before(used, used[0]) + place + 1
    if place >= len(used):
        return columns.next_whole(used[-1]) + place - len(used)
    return columns.tidy(used[place])


def _columns_to(
    journey: Journey, ids: Sequence[Id], anchor: float, column: Number | None
) -> Mapping[float, Number]:
    """Every moved column → its new one: an existing moment is shared, a new one is opened."""
    chosen = sorted({column_of(journey.steps[id]) for id in ids})
    used = columns.in_use(journey)
    if column is None or column in used:
        distance = bisect_left(used, anchor if column is None else column) - bisect_left(used, anchor)
        return {each: at(used, bisect_left(used, each) + distance) for each in chosen}
    if len(chosen) == 1:
        return {anchor: column}
    return spread(chosen, used, column)


def spread(chosen: Sequence[float], used: Sequence[float], column: Number) -> Mapping[float, Number]:
    """New moments for all chosen columns, in their order, in the gap that holds `column`.

    Beyond the last moment, or on one that is in use, they follow as whole numbers or in the gap after it.
    """
    if not used:
        return {each: columns.tidy(column + number) for number, each in enumerate(chosen)}
    place = bisect_right(used, column)
    if place == 0:
        first = columns.before(used, used[0])
        return {each: first - len(chosen) + 1 + number for number, each in enumerate(chosen)}
    left = used[place - 1]
    if place == len(used):
        return {each: columns.next_whole(left) + number for number, each in enumerate(chosen)}
    width = (used[place] - left) / (len(chosen) + 1)
    return {each: columns.tidy(left + width * number) for number, each in enumerate(chosen, start=1)}


def _places(
    journey: Journey, ids: Sequence[Id], order: Sequence[Id], rows: int, new: Mapping[float, Number]
) -> Places:
    found = {}
    for id in ids:
        step = journey.steps[id]
        row = max(0, min(order.index(step.lane) + rows, len(order) - 1))
        found[id] = (order[row], new[column_of(step)])
    return found
