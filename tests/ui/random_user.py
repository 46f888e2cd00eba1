"""Somebody who presses, drags, writes, undoes and opens panels without knowing what it does."""

from __future__ import annotations

import random
from collections.abc import Callable

from hand import Hand
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QMenu, QWidget

from journeymap.canvas.extent import line_of, points_of
from journeymap.model.ids import Id
from journeymap.ui.menus import ACTIONS
from journeymap.ui.window import MainWindow
from journeymap.ui.workpage import WorkPage

Key, Held, LEFT = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton.LeftButton
KEYS = [
    Key.Key_Left, Key.Key_Right, Key.Key_Up, Key.Key_Down, Key.Key_PageDown, Key.Key_PageUp, Key.Key_Home,
    Key.Key_End, Key.Key_Escape, Key.Key_Tab, Key.Key_Backtab, Key.Key_F2, Key.Key_Space, Key.Key_Return,
    Key.Key_Return, Key.Key_Delete, Key.Key_Backspace, Key.Key_1, Key.Key_3, Key.Key_5,
]  # fmt: skip
HELD = [
    Held.NoModifier, Held.NoModifier, Held.NoModifier, Held.ShiftModifier, Held.AltModifier,
    Held.ControlModifier,
]  # fmt: skip
WORDS = [
    "Åker hem", "!", "# Ingen svarar", '"Det är inte vi"', "> Bygglov", "= Svar i veckan", "+ Adress",
    "/ Efter", "Desk: ringer", "Ny lane: gör", "* Bor", "12", "5-20", "? Fråga", "  ", "åb",
    "Överklagandehandläggningstid",
]  # fmt: skip
LEADS_OUT = {
    "new", "open", "save", "save_as", "close", "quit", "export", "import", "bring_in", "from_template",
    "first_map", "rescued", "compare", "report", "picture", "help", "full_screen", "earlier", "settings",
    "change_keys", "to_be", "answers",
}  # fmt: skip
"""Actions that ask for a file, leave the map or open a window beside it."""
DOINGS = sorted(set(ACTIONS) - LEADS_OUT)


class RandomUser:
    """`seed` decides all it does."""

    def __init__(self, window: MainWindow, seed: int) -> None:
        self.window, self.chance = window, random.Random(seed)
        self.deeds: list[Callable[[], None]] = [
            self.key, self.key, self.key, self.write, self.write, self.click, self.drag, self.wheel,
            self.action, self.action, self.action, self.undo, self.undo, self.push_a_button, self.menu,
            self.drag_many, self.reattach, self.drag_to_the_edge, self.touch, self.pinch,
        ]  # fmt: skip
        self.screen = QTest.createTouchDevice()
        self.told: list[str] = []
        """The last deeds, for whoever must find out what went wrong."""

    def act(self) -> None:
        deed = self.chance.choice(self.deeds)
        self._tell(deed.__name__)
        deed()
        self.leave_dialogs()

    @property
    def page(self) -> WorkPage:
        assert self.window._page is not None
        return self.window._page

    def leave_dialogs(self) -> None:
        """Esc out of whatever opened over the window."""
        for _ in range(5):
            over = QApplication.activePopupWidget() or QApplication.activeModalWidget()
            if over is None:
                break
            QTest.keyClick(over, Key.Key_Escape)
            if over.isVisible():
                over.close()
        for dialog in self.window.findChildren(QDialog):
            if dialog.isVisible():
                dialog.close()

    def key(self) -> None:
        key, held = self.chance.choice(KEYS), self.chance.choice(HELD)
        self._tell(f"{key.name} {held.name}")
        QTest.keyClick(self._focus(), key, held)

    def write(self) -> None:
        words = self.chance.choice(WORDS)
        self._tell(words)
        for letter in words:  # the keyboard may go elsewhere between two letters
            self._letter(letter)
        if self.chance.random() < 0.7:
            QTest.keyClick(self._focus(), Key.Key_Return)

    def click(self) -> None:
        ground = self.page.parts.map.viewport()
        press = self.chance.choice([QTest.mouseClick, QTest.mouseClick, QTest.mouseDClick])
        press(ground, LEFT, self.chance.choice(HELD), self._place())

    def drag(self) -> None:
        ground = self.page.parts.map.viewport()
        QTest.mousePress(ground, LEFT, self.chance.choice(HELD), self._place())
        for _ in range(self.chance.randrange(1, 4)):
            QTest.mouseMove(ground, self._place())
        if self.chance.random() < 0.2:
            QTest.keyClick(self._focus(), Key.Key_Escape)
        if self.chance.random() < 0.9:
            QTest.mouseRelease(ground, LEFT, Held.NoModifier, self._place())

    def drag_many(self) -> None:
        """Several steps chosen with the mouse, and one of them dragged."""
        view = self.page.parts.map
        steps = [*view.sight.steps]
        if not steps:
            return
        some = self.chance.sample(steps, min(len(steps), self.chance.randrange(2, 5)))
        for step in some:
            QTest.mouseClick(view.viewport(), LEFT, Held.ControlModifier, self._middle(step))
        self._tell(f"{len(view.selection)} selected")
        self._carry(self._middle(some[-1]), [self._place() for _ in range(self.chance.randrange(1, 4))])

    def reattach(self) -> None:
        """An end of a link that is selected goes to wherever; or it is called off."""
        view, links = self.page.parts.map, [*self.window.work.document.journey.links]
        link = self.chance.choice(links) if links else None
        node = view.sight.node(link) if link is not None else None
        line = None if node is None else line_of(node)
        if link is None or line is None:
            return
        view.reveal(link)
        view.select([link])
        end = self.chance.choice([*points_of(line)][:: max(1, len([*points_of(line)]) - 1)])
        self._carry(view.mapFromScene(QPointF(*end)), [self._place()])

    def drag_to_the_edge(self) -> None:
        """Held at the edge until the map has scrolled, or for a while."""
        view, chance = self.page.parts.map, self.chance
        ground = view.viewport().rect()
        corner = QPoint(
            chance.choice([3, ground.width() // 2, ground.width() - 3]),
            chance.choice([3, ground.height() // 2, ground.height() - 3]),
        )
        self._carry(self._place(), [corner], rest=chance.choice([0, 20, 60]))

    def touch(self) -> None:
        """A tap, two taps, a push, a carry, a press called off; each with one finger."""
        hand = Hand(self.page.parts.map.viewport(), self.screen)
        places = [self._place() for _ in range(self.chance.randrange(1, 4))]
        hand.drag(*places)
        if self.chance.random() < 0.2:
            QTest.keyClick(self._focus(), Key.Key_Escape)
        hand.call_off() if self.chance.random() < 0.2 else hand.lift(places[-1])
        if self.chance.random() < 0.3:
            hand.tap(places[-1])

    def pinch(self) -> None:
        """A second finger joins the first one, wherever that is and whatever it does."""
        hand = Hand(self.page.parts.map.viewport(), self.screen)
        one, other = self._place(), self._place()
        hand.drag(one, *([self._place()] if self.chance.random() < 0.5 else []))
        hand.also(other)
        for _ in range(self.chance.randrange(1, 4)):
            hand.move(self._place(), self._place())
        hand.lift(*hand.down.values())

    def _carry(self, start: QPoint, stops: list[QPoint], rest: int = 0) -> None:
        """Press, go through the stops, rest there so many ms, and let go or call it off."""
        ground = self.page.parts.map.viewport()
        QTest.mousePress(ground, LEFT, Held.NoModifier, start)
        for stop in stops:
            QTest.mouseMove(ground, stop)
        if rest:
            QTest.qWait(rest)
        if self.chance.random() < 0.2:
            QTest.keyClick(self._focus(), Key.Key_Escape)
        QTest.mouseRelease(ground, LEFT, Held.NoModifier, stops[-1])

    def _middle(self, id: str) -> QPoint:
        box = self.page.parts.map.where(Id(id))
        return self._place() if box is None else box.center().toPoint()

    def wheel(self) -> None:
        ground, at = self.page.parts.map.viewport(), QPointF(self._place())
        turn = QPoint(0, self.chance.choice([-240, -120, 120, 240]))
        QApplication.sendEvent(
            ground,
            QWheelEvent(
                at, ground.mapToGlobal(at), QPoint(), turn, Qt.MouseButton.NoButton, self.chance.choice(HELD),
                Qt.ScrollPhase.NoScrollPhase, False,
            ),
        )  # fmt: skip

    def action(self) -> None:
        name = self.chance.choice(DOINGS)
        self._tell(name)
        self.window.do(name)

    def undo(self) -> None:
        self.window.do("redo" if self.chance.random() < 0.3 else "undo")

    def menu(self) -> None:
        parts = self.page.parts
        self.window.bench.context_menu(parts.desk.selection.ids, parts.map.mapToGlobal(self._place()))
        popup = QApplication.activePopupWidget()
        if isinstance(popup, QMenu):
            for _ in range(self.chance.randrange(4)):
                QTest.keyClick(popup, Key.Key_Down)

    def push_a_button(self) -> None:
        """Any button of the lists, the details or the table, unless it leads out of the window."""
        parts = self.page.parts
        pane: QWidget = self.chance.choice([parts.details, parts.lists, parts.table])
        buttons = [one for one in pane.findChildren(QAbstractButton) if one.isVisible() and one.isEnabled()]
        if buttons:
            made = self.chance.choice(buttons)
            self._tell(made.text() or made.accessibleName())
            QTest.mouseClick(made, LEFT)

    def _letter(self, letter: str) -> None:
        """QTest knows no keys for most letters beyond ASCII."""
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            key = ord(letter.upper()) if letter.isascii() else 0
            QApplication.sendEvent(self._focus(), QKeyEvent(kind, key, Held.NoModifier, letter))

    def _tell(self, words: str) -> None:
        self.told = [*self.told[-60:], words]

    def _focus(self) -> QWidget:
        widget = QApplication.focusWidget()
        return widget if widget is not None and widget.isVisible() else self.window

    def _place(self) -> QPoint:
        view = self.page.parts.map
        if self.chance.random() < 0.7:
            about = self.chance.choice([node.about for node in view.picture.nodes if node.about] or [""])
            box = view.where(Id(about))
            if box is not None:
                return box.center().toPoint()
        ground = view.viewport()
        return QPoint(
            self.chance.randrange(max(ground.width(), 1)), self.chance.randrange(max(ground.height(), 1))
        )
