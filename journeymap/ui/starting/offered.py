"""What the start page offers once it can be read: finished maps, templates; it reads the recent maps too."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from journeymap.i18n import Catalogue
from journeymap.storage.templates import Template
from journeymap.ui.label import label
from journeymap.ui.look import Look
from journeymap.ui.pieces import button, put
from journeymap.ui.starting.cards import card_grid
from journeymap.ui.starting.finished import sample_card, template_cards
from journeymap.ui.starting.found import Found
from journeymap.ui.starting.shelf import Reading

OFTEN = 40
"""Milliseconds between looks for files that were read."""


class Offered(QFrame):
    """Seen once the last finished map was read: nothing on the page moves. `came`: a recent map was read."""

    copied = Signal(object)
    """A finished map is to be opened as a copy of one's own."""
    template_taken = Signal(object)
    came = Signal(object)

    def __init__(self, t: Catalogue, look: Look) -> None:
        super().__init__()
        self._t, self._look = t, look
        self.samples = card_grid(look)
        self.others = button(look, "", self._show_others, role="link")
        self._templates = QVBoxLayout()
        self._reading: Reading | None = None
        self._awaited = 0
        self._waiting: list[Found] = []
        self._look_again = QTimer(self, interval=OFTEN)
        self._look_again.timeout.connect(self._take_in)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 14, 0, 0)
        layout.setSpacing(10)
        read, begin = label(t("Read a finished map"), "title"), label(t("Begin with a template"), "title")
        for part in (read, self.samples, self.others, 14, begin, self._templates):
            put(layout, part)
        self.others.hide()
        self.hide()

    @property
    def is_read(self) -> bool:
        """Whether everything has been read."""
        return self._reading is not None and self._reading.is_over

    def show_templates(self, there: Sequence[Template]) -> None:
        """Maps to begin with."""
        self._templates.addWidget(template_cards(self._t, self._look, there, self.template_taken.emit))

    def read(self, finished: Sequence[Path], lately: Sequence[Found]) -> None:
        """Read the maps that come with the program and those opened lately, in a thread beside the window."""
        self._awaited = len(finished)
        there = [Found(path, path.stem, comes_along=True) for path in finished]
        self._reading = Reading(self._t, [*there, *lately])
        self._look_again.start()

    def leave(self) -> None:
        """The page goes: nothing more is read for it."""
        self._look_again.stop()
        if self._reading is not None:
            self._reading.stop()

    def _take_in(self) -> None:
        if self._reading is None or self._reading.is_over:
            self._look_again.stop()
            return
        for found in self._reading.come():
            if found.comes_along:
                self._awaited -= 1
                self._take_finished(found)
            else:
                self.came.emit(found)
        self.setVisible(self._awaited == 0)

    def _take_finished(self, found: Found) -> None:
        if found.journey is not None and found.journey.head.language == self._t.language:
            self._show_sample(found)
        elif found.journey is not None:
            self._waiting.append(found)
            n = len(self._waiting)
            self.others.setText(self._t.plural("{n} in another language", "{n} in other languages", n))
            self.others.show()

    def _show_sample(self, found: Found) -> None:
        self.samples.add(sample_card(self._t, self._look, found, self.copied.emit))

    def _show_others(self) -> None:
        """Finished maps in the other languages, after one's own."""
        self.others.hide()
        while self._waiting:
            self._show_sample(self._waiting.pop(0))
