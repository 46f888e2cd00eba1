"""Keeps the map's picture up to date: after an edit at once, after an examination when it matters."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject

from journeymap.analysis.findings import Findings
from journeymap.canvas.view import MapView
from journeymap.edit.document import Edited
from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.picture.build import Memo, Options, build, seen_of
from journeymap.picture.theme import THEMES
from journeymap.ui.desk import Desk


class Drawing(QObject):
    """One view's picture. `focus` names what stays at full strength, None all of it."""

    def __init__(self, desk: Desk, view: MapView) -> None:
        super().__init__(view)
        self._desk, self._view = desk, view
        self._memo = Memo()
        self.focus: frozenset[Id] | None = None
        self._asleep = self._stale = False
        self._drawn: tuple[Journey, Findings] | None = None
        """What the picture shows: an answer that says the same again needs no other one."""

    def sleep(self, asleep: bool) -> None:
        """While nobody sees the map nothing is drawn; when it is seen again it is as it should be."""
        self._asleep = asleep
        if not asleep and self._stale:
            self.refresh()

    def follow(self) -> None:
        """Draw anew whenever the journey changes, from now on."""
        self._desk.work.edited.connect(self._edited)
        self._desk.work.examined.connect(self._examined)

    def refresh(self) -> None:
        """Draw the journey as it is known now."""
        self._stale = self._asleep
        if self._asleep:
            return
        options = self._options()
        picture = build(self._desk.journey, self._desk.work.findings, options, self._desk.t, self._memo)
        self._drawn = (self._desk.journey, self._desk.work.findings)
        self._view.show_picture(picture, THEMES[self._desk.look.theme])

    def _options(self) -> Options:
        """The whole map without what surrounds it; for the projector larger, and without the curve."""
        options = Options(hints=True, focus=self.focus).without_surroundings()
        if self._desk.look.theme != "projector":
            return options
        return replace(options, density="room", curve=False)

    def focus_on(self, ids: frozenset[Id] | None) -> None:
        """Dim everything but these; None shows all."""
        self.focus = ids
        self.refresh()

    def _edited(self, _news: Edited) -> None:
        self.refresh()

    def _examined(self) -> None:
        drawn, found = self._drawn, self._desk.work.findings
        same = drawn is not None and drawn[0] is self._desk.journey
        if drawn is None or not same or seen_of(drawn[1]) != seen_of(found):
            self.refresh()
