"""Somebody who works in the window all day: verbs, menus, keys, looks, saves, without knowing what for."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from journeymap.edit import verbs
from journeymap.edit.document import Document
from journeymap.edit.rules import RefusedError
from journeymap.model.ids import Id
from journeymap.model.records import Friction, Link, Record, Step
from journeymap.ui.window import MainWindow

MENU = (
    "undo", "redo", "copy", "paste", "duplicate", "move_left", "move_right", "move_up", "move_down",
    "select_all", "next_step", "zoom_in", "zoom_out", "whole_map", "show_selection", "next_wall",
    "previous_wall", "next_friction", "next_finding", "open_column", "value", "critical", "reverse",
)  # fmt: skip
RARELY = ("view_table", "view_both", "view_map", "lists", "map_only", "next_pane", "next_sheet", "save")
KEYS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Tab, Qt.Key.Key_Escape)
BURST = 10
"""Deeds between two turns of the event loop: people type faster than windows are painted."""
FEWEST, MOST = 8, 40
"""Steps between which the map is kept, so that what grows is the program's and not the map's."""


class Worker:
    """One deed after another; equal seeds do the same."""

    def __init__(self, window: MainWindow, seed: int) -> None:
        self._window, self._chance, self._count = window, random.Random(seed), 0
        self._deeds: Sequence[Callable[[], object]] = (
            self._write, self._rename, self._rename, self._answer, self._link, self._friction, self._shift,
            self._delete, self._undo, self._redo, self._select, self._select, self._menu, self._menu,
            self._key, self._rarely,
        )  # fmt: skip

    def act(self) -> None:
        """One deed, with all that follows of it; a refusal is fine."""
        try:
            self._keep_size()
            self._chance.choice(self._deeds)()
        except RefusedError:
            pass
        self._count += 1
        if self._count % BURST == 0:
            QApplication.processEvents()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    @property
    def _document(self) -> Document:
        return self._window.work.document

    def _pick(self, kind: type[Record]) -> Id:
        return self._chance.choice(sorted(self._document.journey.of(kind)))

    def _keep_size(self) -> None:
        journey = self._document.journey
        if len(journey.steps) < FEWEST:
            self._write()
        elif len(journey.steps) > MOST:
            verbs.delete(self._document, self._chance.sample(sorted(journey.steps), 20))
        if len(journey.frictions) > MOST:
            verbs.delete(self._document, self._chance.sample(sorted(journey.frictions), 20))

    def _words(self) -> str:
        return self._chance.choice(("Ringer", "Väntar på svar", "Försöker igen", "Får veta", "Går hem"))

    def _write(self) -> None:
        steps = sorted(self._document.journey.steps)
        after = self._chance.choice(steps) if steps else None
        verbs.new_step(self._document, self._words(), after=after, branch=self._chance.random() < 0.3)

    def _rename(self) -> None:
        verbs.rename(self._document, self._pick(Step), f"{self._words()} {self._chance.randrange(99)}")

    def _answer(self) -> None:
        if self._document.journey.frictions:
            figure = self._chance.choice(("rare", "often", 0.3, None))
            verbs.answer_friction(self._document, self._pick(Friction), hits=figure)

    def _link(self) -> None:
        verbs.link(self._document, self._pick(Step), self._pick(Step), self._chance.choice(("flow", "refer")))

    def _friction(self) -> None:
        verbs.add_friction(self._document, self._pick(Step), self._words())

    def _shift(self) -> None:
        verbs.shift_steps(self._document, [self._pick(Step)], columns=self._chance.choice((-1, 1)))

    def _delete(self) -> None:
        kind = self._chance.choice((Step, Friction, Link))
        if self._document.journey.of(kind):
            verbs.delete(self._document, [self._pick(kind)])

    def _undo(self) -> None:
        for _ in range(self._chance.randrange(1, 4)):
            self._document.undo()

    def _redo(self) -> None:
        self._document.redo()

    def _select(self) -> None:
        self._window.selection.choose(*(self._pick(Step) for _ in range(self._chance.randrange(3))))

    def _menu(self) -> None:
        self._window.do(self._chance.choice(MENU))

    def _key(self) -> None:
        focus = QApplication.focusWidget()
        if focus is not None:
            QTest.keyClick(focus, self._chance.choice(KEYS))

    def _rarely(self) -> None:
        if self._chance.random() < 0.1:
            self._window.do(self._chance.choice(RARELY))
