"""Keys: a list of all actions with their keys, which can be changed; a clash is refused with its reason."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QHeaderView,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from journeymap.canvas.guard import guard
from journeymap.edit.rules import Verdict
from journeymap.ui import rekeying
from journeymap.ui.desk import Desk
from journeymap.ui.dialogs.page import Page
from journeymap.ui.keynames import named
from journeymap.ui.keys import keys_of, own_keys
from journeymap.ui.label import label
from journeymap.ui.pieces import button, row

SIZE = 620
NAME = Qt.ItemDataRole.UserRole
MODIFIERS = (Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr)


class Pressed(QLineEdit):
    """Shows the key that was pressed instead of what it would write. `given(key)` as the table writes it."""

    given = Signal(str)

    @guard(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in MODIFIERS:
            return
        if event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape) and not event.modifiers():
            event.ignore()
            return
        self.given.emit(rekeying.portable(QKeySequence(event.keyCombination())))


class Rekeying(Page):
    """`titles` are the actions' words by id, in the order of the menus."""

    def __init__(self, desk: Desk, titles: Mapping[str, str], parent: QWidget | None) -> None:
        t, look = desk.t, desk.look
        super().__init__(look, t("Change keys"), SIZE, parent)
        self._desk, self._titles = desk, titles
        self.is_changed = False
        """Whether menus and shortcuts have to be made anew."""
        self.sought = QLineEdit()
        self.sought.setPlaceholderText(t("Find an action or a key"))
        self.sought.textChanged.connect(lambda _: self._sift())
        self.list = QTreeWidget()
        self.list.setColumnCount(2)
        self.list.setHeaderLabels([t("Command"), t("Keys")])
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.list.header().setStretchLastSection(False)
        self.list.setRootIsDecorated(False)
        self.list.currentItemChanged.connect(lambda *_: self._chose())
        self.field = Pressed()
        self.field.setPlaceholderText(t("Stand here and press the new key"))
        self.field.setAccessibleName(t("New key"))
        self.field.given.connect(self.give)
        self.said = label("", "quiet", wrap=True)
        self.usual = button(look, t("Usual key"), self._go_back)
        close = button(look, t("Close"), self.accept, role="primary")
        self.show_parts(
            self.sought,
            (self.list, 1),
            row((self.field, 1), self.usual, gap=8),
            self.said,
            row(button(look, t("All usual keys"), self._go_back_all), None, close),
            gap=12,
        )
        self.resize(look.px(SIZE), look.px(SIZE))
        self._fill()

    @property
    def action(self) -> str:
        """The action in hand."""
        item = self.list.currentItem()
        return "" if item is None else str(item.data(0, NAME))

    def take(self, action: str) -> None:
        """Stand on an action."""
        for place in range(self.list.topLevelItemCount()):
            item = self.list.topLevelItem(place)
            if item is not None and item.data(0, NAME) == action:
                self.list.setCurrentItem(item)

    def give(self, key: str) -> None:
        """Let the action in hand have this key, unless something speaks against it."""
        if not self.action:
            return
        verdict = rekeying.may_mean(self.action, key)
        if verdict:
            rekeying.choose(self.action, (key,))
            self._after()
        else:
            self._refuse(verdict, key)

    def _refuse(self, verdict: Verdict, key: str) -> None:
        """Say why not, with the key and the other action as people call them."""
        taken = str(verdict.values.get("action", ""))
        action = self._titles.get(taken, taken)
        words = self._desk.t(str(verdict.reason), key=self._named(key), action=action)
        self.said.setText(words if verdict.reason else "")
        self.field.setAccessibleDescription(self.said.text())

    def _go_back(self) -> None:
        rekeying.go_back(self.action)
        self._after()

    def _go_back_all(self) -> None:
        rekeying.go_back()
        self._after()

    def _after(self) -> None:
        self.said.setText("")
        self.is_changed = True
        self._fill()

    def _fill(self) -> None:
        """One line an action that has a key or may have one."""
        held, own = self.action, own_keys()
        self.list.clear()
        for name, words in self._titles.items():
            keys = keys_of(name).here()
            item = QTreeWidgetItem([words, "   ".join(map(self._named, keys))])
            item.setData(0, NAME, name)
            if name in own:
                font = item.font(1)
                font.setBold(True)
                item.setFont(1, font)
            self.list.addTopLevelItem(item)
        self.list.resizeColumnToContents(1)
        self.take(held or next(iter(self._titles), ""))
        self._sift()

    def _sift(self) -> None:
        words = self.sought.text().casefold()
        for place in range(self.list.topLevelItemCount()):
            item = self.list.topLevelItem(place)
            if item is not None:
                item.setHidden(words not in f"{item.text(0)} {item.text(1)}".casefold())

    def _chose(self) -> None:
        self.said.setText("")
        self.usual.setEnabled(self.action in own_keys())

    def _named(self, key: str) -> str:
        return named(self._desk.t, key)
