"""Two people's work on one map brought together: three-way, by table, record and field (RELIABILITY 5)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from journeymap.model.journey import Journey
from journeymap.model.records import RECORDS, Head
from journeymap.storage import canonical, envelope
from journeymap.storage.shapes import TABLES, fields_of, references_of
from journeymap.storage.writing import raw_journey

Tree = dict[str, Any]
Tables = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Clash:
    """A place where both sides said something new and different; `mine` was taken, both are kept here.

    `table` "" = the journey's own facts; `field` "" = the whole record, which one side deleted while
    the other still needs it: then the record was taken. `part` names one answer within a field that
    holds several. None = nothing is said there.
    """

    table: str
    id: str
    field: str
    base: Any
    mine: Any
    theirs: Any
    part: str = ""


@dataclass(frozen=True, slots=True)
class Merged:
    """Every edit of both sides, but for the clashes' `theirs`; what one side deleted is still there.

    `likely` are the clashes at which the other's word is the one to offer first: where I deleted
    what they changed or still need.
    """

    journey: Journey
    clashes: tuple[Clash, ...]
    likely: frozenset[int] = frozenset()


def merge(base: Journey, mine: Journey, theirs: Journey) -> Merged:
    """The map with both sides' edits since `base`."""
    return merge_onto(raw_journey(base), mine, theirs)


def merge_onto(base: Tree, mine: Journey, theirs: Journey) -> Merged:
    """The same with a base that need not be a whole map."""
    return _Merging(base, raw_journey(mine), raw_journey(theirs)).merged()


def take_theirs(journey: Journey, clash: Clash) -> Journey:
    """The merged map with the other side's word at one clash."""
    tree = raw_journey(journey)
    if clash.field:
        record = tree if clash.table == "" else tree.setdefault(clash.table, {}).setdefault(clash.id, {})
        if clash.part:
            parts = {**record.get(clash.field, {})}
            _put(parts, clash.part, clash.theirs)
            _put(record, clash.field, parts or None)
        else:
            _put(record, clash.field, clash.theirs)
    else:
        _put(tree.setdefault(clash.table, {}), clash.id, clash.theirs)
    return _read(tree)


class _Merging:
    """One merge: the three trees, and what is found on the way."""

    def __init__(self, base: Tree, mine: Tree, theirs: Tree) -> None:
        self.base, self.mine, self.theirs = base, mine, theirs
        self.clashes: list[Clash] = []

    def merged(self) -> Merged:
        sides = (self.base, self.mine, self.theirs)
        tree: Tree = {}
        for name in _names(*sides):
            if name in TABLES and all(isinstance(side.get(name, {}), dict) for side in sides):
                table = self._table(name, *(side.get(name, {}) for side in sides))
                if table or any(name in side for side in sides):
                    tree[name] = table
            else:
                _put(tree, name, self._value("", "", name, *(side.get(name) for side in sides)))
        while self._bring_back(tree):
            pass
        deleted = {at for at, clash in enumerate(self.clashes) if not clash.field and clash.mine is None}
        return Merged(_read(tree), tuple(self.clashes), frozenset(deleted))

    def _table(self, name: str, base: Tree, mine: Tree, theirs: Tree) -> Tree:
        table: Tree = {}
        for id in _names(base, mine, theirs):
            _put(table, id, self._record(name, id, base.get(id), mine.get(id), theirs.get(id)))
        return table

    def _record(self, table: str, id: str, base: Any, mine: Any, theirs: Any) -> Any:
        """Field by field; what one side deleted and the other changed stays, and is a clash."""
        if theirs in (mine, base):
            return mine
        if mine == base:
            return theirs
        if mine is None or theirs is None:
            self.clashes.append(Clash(table, id, "", base, mine, theirs))
            return theirs if mine is None else mine
        if not isinstance(mine, dict) or not isinstance(theirs, dict):
            return self._value(table, id, "", base, mine, theirs)
        before = base if isinstance(base, dict) else {}
        record: Tree = {}
        for field in _names(before, mine, theirs):
            sides = (before.get(field), mine.get(field), theirs.get(field))
            _put(record, field, self._value(table, id, field, *sides))
        return record

    def _value(self, table: str, id: str, field: str, base: Any, mine: Any, theirs: Any) -> Any:
        if _same(mine, theirs) or _same(theirs, base):
            return mine
        if _same(mine, base):
            return theirs
        if _is_list_of_names(table, field) and all(_is_texts(side) for side in (base or [], mine, theirs)):
            return _joined(base or [], mine, theirs)
        if _has_answers(table, field) and all(isinstance(side, dict) for side in (base or {}, mine, theirs)):
            return self._answers(table, id, field, base or {}, mine, theirs)
        self.clashes.append(Clash(table, id, field, base, mine, theirs))
        return mine

    def _answers(self, table: str, id: str, field: str, base: Tree, mine: Tree, theirs: Tree) -> Any:
        """A field of several answers: one of them here and another there is no clash."""
        parts: Tree = {}
        for name in _names(base, mine, theirs):
            was, one, other = (side.get(name) for side in (base, mine, theirs))
            if not (_same(one, other) or _same(other, was) or _same(one, was)):
                self.clashes.append(Clash(table, id, field, was, one, other, name))
            _put(parts, name, other if _same(one, was) else one)
        return parts or None

    def _bring_back(self, tree: Tree) -> bool:
        """Restores what one side deleted while the other pointed to it anew; whether there was any."""
        said = set(_references(tree))
        lost = sorted((name, tables) for tables, name in said if not _stands(tree, tables, name))
        return any([self._restore(tree, tables, name) for name, tables in lost])

    def _restore(self, tree: Tree, tables: Tables, name: str) -> bool:
        for table in tables:
            sides = (self.base, self.mine, self.theirs)
            base, mine, theirs = (_record_of(side, table, name) for side in sides)
            record = mine or theirs or base
            if record is not None and (mine is None or theirs is None):
                tree.setdefault(table, {})[name] = record
                self.clashes.append(Clash(table, name, "", base, mine, theirs))
                return True
        return False


def _names(*trees: Mapping[str, Any]) -> list[str]:
    return sorted(set().union(*trees))


def _put(holder: Tree, name: str, value: Any) -> None:
    """None = nothing is said: the name goes."""
    if value is None:
        holder.pop(name, None)
    else:
        holder[name] = value


def _same(one: Any, other: Any) -> bool:
    """Equal also in kind: 1 and true are not the same word in a file."""
    return bool(one == other) and isinstance(one, bool) == isinstance(other, bool)


def _is_list_of_names(table: str, field: str) -> bool:
    kind = TABLES.get(table, Head)
    return any(known.name == field and known.form == "list" for known in fields_of(kind))


_WHOLE = ("votes", "critical_votes")
"""Fields whose figures mean something only together: yes-votes of so many."""


def _has_answers(table: str, field: str) -> bool:
    kind = TABLES.get(table, Head)
    forms = (known.form for known in fields_of(kind) if known.name == field and field not in _WHOLE)
    return any(form in ("map", "part") for form in forms)


def _is_texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(part, str) for part in value)


def _joined(base: list[str], mine: list[str], theirs: list[str]) -> list[str]:
    """My list without what they took out, then what they put in."""
    kept = [name for name in mine if name in theirs or name not in base]
    return kept + [name for name in theirs if name not in base and name not in kept]


def _references(tree: Tree) -> Iterator[tuple[Tables, str]]:
    """Each name by which a record is referred to, and the tables it may stand in."""
    for kind in RECORDS:
        fields = [(field.name, tuple(each.TABLE for each in field.targets)) for field in references_of(kind)]
        table = tree.get(kind.TABLE)
        for record in table.values() if isinstance(table, dict) and fields else ():
            for field, tables in fields if isinstance(record, dict) else ():
                said = record.get(field)
                names = [said] if isinstance(said, str) else said
                if isinstance(names, list | dict):
                    yield from ((tables, name) for name in names if isinstance(name, str))


def _stands(tree: Tree, tables: Tables, name: str) -> bool:
    return any(_record_of(tree, table, name) is not None for table in tables)


def _record_of(tree: Tree, table: str, id: str) -> Any:
    records = tree.get(table)
    return records.get(id) if isinstance(records, dict) else None


def _read(tree: Tree) -> Journey:
    return envelope.decode(canonical.canonical(tree)).journey
