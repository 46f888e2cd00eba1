"""The maps opened lately: picture, name, place, when, figures; one that is gone says so."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journeymap.i18n import Catalogue
from journeymap.ui.icons import icon
from journeymap.ui.label import Elided, label
from journeymap.ui.look import Look
from journeymap.ui.pieces import button, column, row
from journeymap.ui.starting.cards import Card
from journeymap.ui.starting.found import Found

FIRST = 3
"""Rows shown before one asks for all: the finished maps below shall be in sight on a laptop."""

STAMP = 96, 56
"""Width and height of a map's picture, px at text size 100 %."""


class Recents(QWidget):
    """The rows. `opened(path)`, `missed(path)` where a file is to be looked for, `dropped(path)`."""

    opened = Signal(object)
    missed = Signal(object)
    dropped = Signal(object)

    def __init__(self, t: Catalogue, look: Look) -> None:
        super().__init__()
        self._t, self._look = t, look
        self.rows: dict[Path, Card] = {}
        self.shown: dict[Path, Found] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(2)
        self._all = button(look, "", self._show_all, role="link")
        self._all.hide()

    def show_files(self, files: Sequence[Found]) -> None:
        """These, the latest first; pictures and figures come as the files are read."""
        for found in files:
            card = Card("entry", found.title)
            card.taken.connect(lambda path=found.path: self._take(path))
            card.dropped.connect(lambda path=found.path: self.drop(path))
            self._layout.addWidget(card)
            card.setVisible(len(self.rows) < FIRST)
            self.rows[found.path] = card
            self.fill(found)
        self._layout.addWidget(self._all)
        self._all.setText(self._t("Show all {n}", n=len(files)))
        self._all.setVisible(len(files) > FIRST)

    def fill(self, found: Found) -> None:
        """Show what is known of a file by now."""
        card = self.rows.get(found.path)
        if card is None:
            return
        self.shown[found.path] = found
        card.setAccessibleName(", ".join(filter(None, (found.title, found.when, self._said(found)))))
        card.fill(self._body(found), (1, 5, 2, 5))

    def drop(self, path: Path) -> None:
        """Take a row away; the file is not touched. The keyboard goes to the row below."""
        card = self.rows.pop(path, None)
        if card is None:
            return
        had_focus = card.hasFocus()
        card.hide()
        card.deleteLater()
        for other in list(self.rows.values())[:FIRST]:
            other.setVisible(True)
            if had_focus:
                other.setFocus()
                had_focus = False
        self._all.setVisible(any(other.isHidden() for other in self.rows.values()))
        self.dropped.emit(path)

    def _body(self, found: Found) -> QWidget:
        t, look = self._t, self._look
        first = row((Elided(found.title, "rowbold"), 1), label(found.when, "caption"))
        said = label(self._said(found), "warn" if found.trouble else "caption")
        second = row((Elided(found.place, "caption"), 1), said)
        off = button(look, "", lambda: self.drop(found.path), role="quiet", name=t("Take it off the list"))
        off.setIcon(icon(look, "x", 14, "text3"))
        off.setFixedWidth(look.px(28))
        return row(self._picture(found), (column(None, first, second, None, gap=5), 1), off, gap=12)

    def _picture(self, found: Found) -> QWidget:
        from journeymap.ui.framed import blank, framed_sign

        if found.trouble:
            name = "file-search" if found.trouble == "gone" else "triangle-alert"
            return framed_sign(self._look, name, *STAMP)
        if found.journey is None:
            return blank(self._look, *STAMP)
        from journeymap.ui.thumbnail import thumbnail

        return thumbnail(self._look, found.journey, *STAMP, found.findings)

    def _said(self, found: Found) -> str:
        if found.trouble == "gone":
            return self._t("Not found: look for it…")
        return self._t("Cannot be read: see why") if found.trouble else found.figures

    def _take(self, path: Path) -> None:
        gone = self.shown[path].trouble == "gone"
        (self.missed if gone else self.opened).emit(path)

    def _show_all(self) -> None:
        for card in self.rows.values():
            card.setVisible(True)
        self._all.hide()
