"""One door for every edit: a draft, its consequences, what must hold, the history, the news."""

from __future__ import annotations

from collections.abc import Callable, Generator, Hashable
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Literal

from journeymap.edit import invariants
from journeymap.edit.behaviours import settle
from journeymap.edit.draft import Draft
from journeymap.edit.history import LIMIT, Entry, History
from journeymap.edit.message import Message
from journeymap.model.change import Change
from journeymap.model.ids import IdSource, new_id
from journeymap.model.journey import Journey

Origin = Literal["edit", "undo", "redo"]


class ClosedDoorError(RuntimeError):
    """An edit, undo or redo at a moment when none may begin."""


@dataclass(frozen=True, slots=True)
class Edited:
    """News: the journey became another one."""

    label: Message
    change: Change
    before: Journey
    after: Journey
    origin: Origin = "edit"


Listener = Callable[[Edited], None]


class Document:
    """A journey over time. Every change goes through `edit`, wholly or not at all."""

    def __init__(self, journey: Journey, *, ids: IdSource = new_id, limit: int = LIMIT) -> None:
        self._journey = journey
        self._written_empty = self._pinned_empty = journey.empty_tables()
        self._ids = ids
        self._history = History(limit)
        self._listeners: list[Listener] = []
        self._draft: Draft | None = None
        self._telling = False
        self._generation = 0

    @property
    def journey(self) -> Journey:
        """The journey as it is; during an edit still the one before it."""
        return self._journey

    @property
    def present(self) -> Journey:
        """The journey as it stands right now, within an edit too: what verbs read."""
        return self._journey if self._draft is None else self._draft.journey

    @property
    def generation(self) -> int:
        """Counts the journeys this document has been; an answer about an older one is void."""
        return self._generation

    @property
    def undo_label(self) -> Message | None:
        """The English name of what undo takes back; `.said(t)` gives it in t's language."""
        return self._history.undo_label

    @property
    def redo_label(self) -> Message | None:
        """The English name of what redo does again; `.said(t)` gives it in t's language."""
        return self._history.redo_label

    @property
    def is_clean(self) -> bool:
        """Whether the journey is as it was last saved (or opened)."""
        return self._history.is_clean

    def mark_clean(self) -> None:
        """The journey as it is now lies on disk."""
        self._written_empty = self._journey.empty_tables()
        self._history.mark_clean()

    def pin(self) -> None:
        """The journey as it is now is being written; edits may go on until that is over."""
        self._pinned_empty = self._journey.empty_tables()
        self._history.pin()

    def mark_pinned_clean(self) -> None:
        """What was pinned lies on disk now."""
        self._written_empty = self._pinned_empty
        self._history.mark_pinned_clean()

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call the listener after every change, in order of subscription; the answer ends that."""
        self._listeners.append(listener)

        def unsubscribe() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return unsubscribe

    @contextmanager
    def edit(self, label: str, merge: Hashable | None = None) -> Generator[Draft, None, None]:
        """Open a draft; leaving it publishes the change, an exception leaves everything as it was.

        An edit inside an edit joins it (one undo step, the outer label); if the inner one fails,
        nothing of it stays even where the outer goes on. Edits with equal `merge` keys that follow
        each other directly become one undo step, but never across a save. A draft that changes
        nothing leaves no trace. Raises ClosedDoorError from within a listener, InvariantError
        where the draft breaks what must hold.
        """
        if self._telling:
            raise ClosedDoorError("A listener may not edit.")
        if self._draft is not None:
            with self._joined(self._draft) as draft:
                yield draft
            return
        self._draft = draft = Draft(self._journey, self._ids)
        try:
            yield draft
            settle(draft)
            invariants.demand(draft)
        finally:
            self._draft = None
        self._commit(_message(label), draft.change(), merge)

    def adopt(self, label: str, after: Journey) -> None:
        """Become a journey that was made elsewhere, as one step that can be undone.

        It is taken as it is: no consequence is drawn, nothing is demanded of it.
        """
        self._need_open_door()
        self._commit(_message(label), self._journey.change_to(after), None)

    def undo(self) -> bool:
        """Take back the latest edit; False where there is none."""
        self._need_open_door()
        entry = self._history.back()
        if entry is None:
            return False
        self._become(entry.label, entry.change.inverse(), "undo")
        return True

    def redo(self) -> bool:
        """Do again what was last undone; False where there is nothing."""
        self._need_open_door()
        entry = self._history.forth()
        if entry is None:
            return False
        self._become(entry.label, entry.change, "redo")
        return True

    @contextmanager
    def _joined(self, draft: Draft) -> Generator[Draft, None, None]:
        beginning = draft.savepoint()
        try:
            yield draft
        except BaseException:
            draft.go_back(beginning)
            raise

    def _commit(self, label: Message, change: Change, merge: Hashable | None) -> None:
        if not change:
            return
        self._history.record(Entry(label, change, merge))
        self._become(label, change, "edit")

    def _become(self, label: Message, change: Change, origin: Origin) -> None:
        before, self._journey = self._journey, self._journey.apply(change, keep_empty=self._written_empty)
        self._generation += 1
        self._tell(Edited(label, change, before, self._journey, origin))

    def _tell(self, news: Edited) -> None:
        """Everyone hears it, also after one who fails; the first failure is raised at the end."""
        failures: list[Exception] = []
        self._telling = True
        try:
            for listener in tuple(self._listeners):
                try:
                    listener(news)
                except Exception as failure:  # the journey has changed: views must not fall behind
                    failures.append(failure)
        finally:
            self._telling = False
        if failures:
            raise failures[0]

    def _need_open_door(self) -> None:
        if self._telling or self._draft is not None:
            raise ClosedDoorError("Undo and redo wait until the edit or its news are over.")


def _message(label: str) -> Message:
    return label if isinstance(label, Message) else Message(label)
