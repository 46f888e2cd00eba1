"""What can be undone and redone: entries with their names, merging, the clean mark and a limit."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass

from journeymap.edit.message import Message
from journeymap.model.change import Change

LIMIT = 1000
"""Levels of undo kept: some 0.5 KB each, so a day in the room costs less than one picture."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One step back: its name, what it did, and the key under which the next may join it."""

    label: Message
    change: Change
    merge: Hashable | None = None


class History:
    """Two stacks. The clean mark is the place in them at which the file on disk stands."""

    def __init__(self, limit: int = LIMIT) -> None:
        self._limit = limit
        self._done: list[Entry] = []
        self._undone: list[Entry] = []
        self._clean: int | None = 0
        self._pin: int | None = None
        self._open = False

    @property
    def undo_label(self) -> Message | None:
        """The name of what undo would take back."""
        return self._done[-1].label if self._done else None

    @property
    def redo_label(self) -> Message | None:
        """The name of what redo would do again."""
        return self._undone[-1].label if self._undone else None

    @property
    def is_clean(self) -> bool:
        """Whether the journey is as it was when `mark_clean` was last called."""
        return self._clean == len(self._done)

    def mark_clean(self) -> None:
        """The journey was saved as it is now; nothing merges over this point."""
        self._clean = len(self._done)
        self._open = False

    def pin(self) -> None:
        """Remember the journey as it is now: it is being saved, and edits may go on meanwhile."""
        self._pin = len(self._done)
        self._open = False

    def mark_pinned_clean(self) -> None:
        """The pinned journey was saved; where it can no longer be reached, nothing is clean."""
        self._clean, self._pin = self._pin, None

    def record(self, entry: Entry) -> None:
        """Take in a finished edit; what was undone before it cannot be redone any more."""
        done = len(self._done)
        self._clean = None if self._clean is not None and self._clean > done else self._clean
        self._pin = None if self._pin is not None and self._pin > done else self._pin
        self._undone.clear()
        if self._joins(entry):
            self._join(entry)
        else:
            self._done.append(entry)
        self._open = True
        self._trim()

    def back(self) -> Entry | None:
        """The entry to take back, moved over to what can be redone."""
        return self._pass(self._done, self._undone)

    def forth(self) -> Entry | None:
        """The entry to do again, moved over to what can be undone."""
        return self._pass(self._undone, self._done)

    def _pass(self, source: list[Entry], target: list[Entry]) -> Entry | None:
        if not source:
            return None
        self._open = False
        target.append(source.pop())
        return target[-1]

    def _joins(self, entry: Entry) -> bool:
        if entry.merge is None or not self._open or not self._done:
            return False
        return self._done[-1].merge == entry.merge

    def _join(self, entry: Entry) -> None:
        """Both as one entry; none at all where the second takes the first back."""
        last = self._done.pop()
        joined = last.change.then(entry.change)
        if joined:
            self._done.append(Entry(last.label, joined, entry.merge))

    def _trim(self) -> None:
        while len(self._done) > self._limit:
            del self._done[0]
            self._clean = self._clean - 1 if self._clean else None
            self._pin = self._pin - 1 if self._pin else None
