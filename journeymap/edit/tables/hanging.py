"""What hangs on a step of a table: frictions, evidence, promises, information, actions, notes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from journeymap.edit.draft import Draft
from journeymap.edit.tables.told import ToldStep
from journeymap.edit.texts import clean, folded, one_line
from journeymap.model.ids import Id
from journeymap.model.reading import name_of
from journeymap.model.records import Action, Evidence, EvidenceLevel, Friction, Item, Note, Promise, Step


class Hanging:
    """Adds to the steps of one draft; what a step has already is not added twice."""

    def __init__(self, draft: Draft, *, as_written: bool = False) -> None:
        self._draft, self._as_written = draft, as_written
        self._promises = _by_name(draft.of(Promise).values())
        self._items = _by_name(draft.of(Item).values())
        self._frictions = {(one.at, folded(one.title)): one.id for one in draft.of(Friction).values()}
        self._said = {(one.about, one.quote) for one in draft.of(Evidence).values()}
        self._actions = {folded(one.title) for one in draft.of(Action).values()}
        self._notes = {(one.lane, one.column, one.text) for one in draft.of(Note).values()}

    def hang(self, step: Id, told: ToldStep) -> None:
        """Everything the row says beside the step's own fields."""
        more = told.more
        frictions = [self._friction(step, title) for title in more.get("friction", ())]
        for meaning, level in LEVELS.items():
            for words in more.get(meaning, ()):
                self._quote(step, words, level)
        for title in more.get("action", ()):
            self._action(title, frictions)
        for text in more.get("note", ()):
            self._note(step, text)
        lists = {
            field: self._listed(step, field, more.get(meaning, ()), find)
            for meaning, field, find in (
                ("promise", "makes", self._promise),
                ("kept_promise", "honours", self._promise),
                ("item", "asks", self._item),
            )
        }
        self._draft.set(step, **{field: ids for field, ids in lists.items() if ids is not None})

    def _friction(self, step: Id, title: str) -> Id:
        key = (step, folded(one_line(title)))
        if key not in self._frictions:
            self._frictions[key] = self._draft.add(Friction(title=title, at=step))
        return self._frictions[key]

    def _quote(self, step: Id, words: str, level: EvidenceLevel) -> None:
        said = clean(words).strip()
        quote = said if self._as_written else unquoted(said)
        if (step, quote) not in self._said:
            self._said.add((step, quote))
            self._draft.add(Evidence(about=step, level=level, quote=quote))

    def _action(self, title: str, frictions: list[Id]) -> None:
        if folded(one_line(title)) not in self._actions:
            self._actions.add(folded(one_line(title)))
            self._draft.add(Action(title=title, frictions=tuple(frictions) or None))

    def _note(self, step: Id, text: str) -> None:
        place = self._draft.of(Step)[step]
        if (place.lane, place.column, text) not in self._notes:
            self._notes.add((place.lane, place.column, text))
            self._draft.add(Note(text=text, lane=place.lane, column=place.column))

    def _listed(
        self, step: Id, field: str, names: Iterable[str], find: Callable[[str], Id]
    ) -> tuple[Id, ...] | None:
        """The step's list with these behind what it has; None where nothing is named."""
        ids = [find(name) for name in names]
        before = getattr(self._draft.of(Step)[step], field) or ()
        return tuple(dict.fromkeys((*before, *ids))) if ids else None

    def _promise(self, text: str) -> Id:
        key = folded(one_line(text))
        if key not in self._promises:
            self._promises[key] = self._draft.add(Promise(text=text))
        return self._promises[key]

    def _item(self, name: str) -> Id:
        key = folded(one_line(name))
        if key not in self._items:
            self._items[key] = self._draft.add(Item(name=name))
        return self._items[key]


LEVELS: Mapping[str, EvidenceLevel] = {"quote": "heard", "thought": "assumed"}
"""How we know what a row quotes: somebody said it, or somebody thinks that they think it."""

_MARKS = (('"', '"'), ("“", "”"), ("”", "”"), ("»", "«"), ("«", "»"), ("'", "'"), ("‘", "’"), ("’", "’"))


def unquoted(words: str) -> str:
    """The words without the marks around them: the map draws its own."""
    for begin, end in _MARKS:
        if len(words) > 2 and words.startswith(begin) and words.endswith(end):
            return words[1:-1].strip()
    return words


def _by_name(records: Iterable[Promise | Item]) -> dict[str, Id]:
    found: dict[str, Id] = {}
    for record in sorted(records, key=lambda record: record.id):
        found.setdefault(folded(one_line(name_of(record))), record.id)
    return found
