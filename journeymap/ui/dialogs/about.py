"""What this is, which version, and the licences of everything that comes with it."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QListWidget, QPlainTextEdit, QVBoxLayout, QWidget

import journeymap
from journeymap.ui.desk import Desk
from journeymap.ui.dialogs.page import Page
from journeymap.ui.drawn import sign
from journeymap.ui.label import label
from journeymap.ui.licences import carried
from journeymap.ui.pieces import button, column, row, rule

WIDTH = 820


class TextPage(QDialog):
    """A title and a text to read."""

    def __init__(self, desk: Desk, title: str, lead: str, text: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        t, look = desk.t, desk.look
        self.setWindowTitle(title)
        field = QPlainTextEdit(text)
        field.setReadOnly(True)
        field.setTabChangesFocus(True)
        close = button(look, t("Close"), self.accept, role="primary")
        close.setDefault(True)
        head = row(sign(look, "route", 26, "wall"), label(title, "page"), None, gap=10)
        made = column(
            head,
            label(lead, "row", wrap=True),
            (field, 1),
            row(None, close),
            gap=14,
            margins=(24, 22, 24, 20),
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(made)
        self.resize(look.px(640), look.px(560))
        close.setFocus()


class About(Page):
    """The program, its version, and the licence of everything that comes with it."""

    def __init__(self, desk: Desk, parent: QWidget | None) -> None:
        t, look = desk.t, desk.look
        super().__init__(look, t("About journeymap"), WIDTH, parent)
        self.items = list(carried())
        self.list = QListWidget()
        self.list.setAccessibleName(t("What comes with the program"))
        self.list.setFixedWidth(look.px(230))
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setProperty("role", "small")
        self.text.setAccessibleName(t("Licence"))
        for item in self.items:
            self.list.addItem(f"{item.name} {item.version}".strip())
        self.list.currentRowChanged.connect(self._show)
        self._terms = label("", "caption", wrap=True)
        close = button(look, t("Close"), self.accept, role="primary")
        close.setDefault(True)
        lead = t("Customer journeys with the walls between departments and the frictions ranked.")
        self.show_parts(
            row(sign(look, "route", 26, "wall"), label("journeymap", "page"), None, gap=10),
            label(t("Version {version}.", version=journeymap.__version__) + " " + lead, "row", wrap=True),
            label(t("Everything stays on this computer."), "quiet"),
            rule(),
            (row(self.list, (column(self._terms, (self.text, 1), gap=6), 1), gap=14), 1),
            row(None, close),
            bare=True,
        )
        self.resize(look.px(WIDTH), look.px(600))
        self.list.setCurrentRow(0)
        close.setFocus()

    def _show(self, place: int) -> None:
        item = self.items[place]
        self._terms.setText(item.terms)
        self.text.setPlainText(item.text())


def about(desk: Desk, parent: QWidget | None) -> About:
    """The program and its licences."""
    return About(desk, parent)
