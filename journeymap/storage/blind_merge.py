"""Two versions of a map brought together where nobody kept what both came from.

A sync client's conflict copy and a file with Git's markers have no common state on record, at most
earlier versions of one side. A state that is too young would read a missing edit as a deletion and
lose it in silence. So only what both say is taken for granted; every other place is a clash, and the
earlier versions merely say which side is likelier to be the newer one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from journeymap.model.journey import Journey
from journeymap.storage.merge import Clash, Merged, merge_onto
from journeymap.storage.shapes import TABLES
from journeymap.storage.writing import raw_journey

Tree = dict[str, Any]


def merge_blind(mine: Journey, theirs: Journey, history: Sequence[Journey] = ()) -> Merged:
    """The map with everything either side has; `history` are earlier states of mine, the newest first."""
    earlier = [raw_journey(state) for state in history]
    one, other = raw_journey(mine), raw_journey(theirs)
    merged = merge_onto(_agreement(one, other), mine, theirs)
    clashes = (*merged.clashes, *_one_sided(one, other, earlier))
    likely = frozenset(at for at, clash in enumerate(clashes) if _theirs_is_newer(clash, earlier))
    return Merged(merged.journey, clashes, likely)


def _agreement(mine: Any, theirs: Any) -> Any:
    """What both say, object by object."""
    if not isinstance(mine, dict) or not isinstance(theirs, dict):
        return mine if mine == theirs else None
    both = {name: _agreement(mine[name], theirs[name]) for name in mine.keys() & theirs.keys()}
    return {name: value for name, value in both.items() if value is not None}


def _one_sided(mine: Tree, theirs: Tree, earlier: list[Tree]) -> Iterator[Clash]:
    """Records of one side that the other may have deleted: they stay unless somebody says otherwise."""
    for table in TABLES:
        one, other, *states = (_table(tree, table) for tree in (mine, theirs, *earlier))
        for id in sorted(other.keys() - one.keys()):
            known = [state[id] for state in states if id in state]
            if known:
                yield Clash(table, id, "", known[0], None, other[id])
        for id in sorted(one.keys() - other.keys()):
            if states and all(id in state for state in states):
                yield Clash(table, id, "", states[0][id], one[id], None)


def _theirs_is_newer(clash: Clash, earlier: list[Tree]) -> bool:
    """Whether mine is as it always was, so that they must have changed it; what was deleted is kept first."""
    if not clash.field:
        return clash.mine is None
    past = [_value(tree, clash) for tree in earlier]
    return bool(past) and all(value == clash.mine for value in past) and clash.theirs is not None


def _value(tree: Tree, clash: Clash) -> Any:
    record = tree if clash.table == "" else _table(tree, clash.table).get(clash.id, {})
    value = record.get(clash.field) if isinstance(record, dict) else None
    return value.get(clash.part) if clash.part and isinstance(value, dict) else value


def _table(tree: Tree, name: str) -> Tree:
    table = tree.get(name)
    return table if isinstance(table, dict) else {}
