"""The walk over the whole window: one step at a time, by the keys of a presenter (WINDOW: walk-through)."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from journeymap.canvas.accessible import announce
from journeymap.canvas.guard import guard
from journeymap.model.ids import Id
from journeymap.ui.desk import Desk
from journeymap.ui.keynames import named
from journeymap.ui.label import label
from journeymap.ui.pieces import button, row
from journeymap.ui.walking.notes import Notes
from journeymap.ui.walking.road import road_from, ways_on
from journeymap.ui.walking.scene import Scene
from journeymap.ui.walking.told import stop

NEXT = frozenset({Qt.Key.Key_PageDown, Qt.Key.Key_Right, Qt.Key.Key_Space})
PREVIOUS = frozenset({Qt.Key.Key_PageUp, Qt.Key.Key_Left})
ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class WalkPage(QFrame):
    """Lies over the window from the step it was begun at until Esc; the map follows to where one stands."""

    def __init__(self, desk: Desk, first: Id, over: QWidget) -> None:
        super().__init__(over)
        self.setObjectName("window")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._desk = desk
        self._first, self._turns = first, dict[Id, Id]()
        self.road = road_from(desk.journey, first)
        self.place = 0
        self.black = False
        self._typed = ""
        self._worn = (desk.t, desk.look)
        self.scene = Scene(desk)
        self.notes = Notes(desk, lambda: self.step)
        self._stage, self._count = label("", "title"), label("", "title")
        self._hint, self._said = label("", "quiet"), label("", "quiet")
        self._build()
        over.installEventFilter(self)
        desk.work.edited.connect(self._edited)
        desk.work.examined.connect(self._examined)
        desk.work.opened.connect(self.leave)
        self._cover()
        self._show()

    def _build(self) -> None:
        t, look = self._desk.t, self._desk.look
        close = button(look, "", self.leave, role="figure", sign="x", name=t("Leave the walk"))
        self.notes.told.connect(self._said.setText)
        self.notes.left.connect(self.take_focus)
        self.notes.setVisible(not self._desk.work.filing.read_only)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._head = row(self._stage, None, self._count, close, gap=16, margins=(24, 14, 20, 6))
        self._foot = row(self._hint, None, self._said, margins=(24, 4, 24, 8))
        for part in (self._head, self.scene, self._foot, self.notes):
            layout.addWidget(part, int(part is self.scene))

    @property
    def step(self) -> Id:
        """Where one stands."""
        return self.road[self.place]

    # -- walking ----------------------------------------------------------------------------------

    def go(self, by: int) -> None:
        """The next or the previous step; at either end one stays."""
        place = min(max(self.place + by, 0), len(self.road) - 1)
        if place == self.place and by > 0:
            self._said.setText(self._desk.t("Here the road ends. Esc leaves."))
        self._go_to(place, by)

    def jump(self, number: int) -> None:
        """The step of this number on the road; one that is not there is not gone to."""
        if 1 <= number <= len(self.road):
            self._go_to(number - 1, 1 if number - 1 > self.place else -1)

    def turn(self, by: int) -> None:
        """The other way on from here, round and round; the road is another one from there."""
        walked = self.road[: self.place + 1]
        ways = [way for way in ways_on(self._desk.journey, self.step) if way not in walked]
        if len(ways) > 1:
            now = self.road[self.place + 1]
            self._turns[self.step] = ways[(ways.index(now) + by) % len(ways)]
            self.road = (*walked[:-1], *road_from(self._desk.journey, self.step, self._turns))
            self.road = self._unseen(walked)
            self._show()

    def _unseen(self, walked: tuple[Id, ...]) -> tuple[Id, ...]:
        """The road without what was walked already further on: a round ends where it closes."""
        rest: list[Id] = []
        for step in self.road[len(walked) :]:
            if step in walked:
                break
            rest.append(step)
        return (*walked, *rest)

    def _go_to(self, place: int, by: int) -> None:
        if place != self.place:
            self._said.setText("")
            self.place = place
            self._desk.selection.choose(self.step)
            self._show(by)
            announce(self, self.scene.accessibleName())

    def _show(self, by: int = 0) -> None:
        t, road, place = self._desk.t, self.road, self.place
        if any(step not in self._desk.journey.steps for step in road):
            return
        before = road[place - 1] if place else None
        here = stop(self._desk, road[place], before)
        after = road[place + 1] if place + 1 < len(road) else None
        self.scene.show_stops(
            stop(self._desk, before, None) if before else None,
            here,
            stop(self._desk, after, here.id) if after else None,
            by,
        )
        self._stage.setText(here.stage or self._desk.journey.head.title or "")
        self._count.setText(t("Step {n} of {m}", n=place + 1, m=len(road)))
        ways = ways_on(self._desk.journey, here.id)
        more = [way for way in ways if way not in road[: place + 1] and way != after]
        keys = t("{right} next · {left} back · B black · Esc leaves", right="→", left="←")
        name = self._desk.journey.steps[more[0]].title if more else ""
        turn = t("{down} the other way: {step}", down=named(t, "Down"), step=name) if more else ""
        self._hint.setText("   ".join(part for part in (keys, turn) if part))

    def _examined(self) -> None:
        self._show()

    def _edited(self, _news: object) -> None:
        """Undo is at work here too: a road that is no longer there begins anew, or the walk ends."""
        journey = self._desk.journey
        if self._first not in journey.steps:
            self.leave()
        elif any(step not in journey.steps for step in self.road):
            self._turns.clear()
            self.road = road_from(journey, self._first)
            self.place = min(self.place, len(self.road) - 1)
        self._show()

    def leave(self) -> None:
        """Back to the window as it was, standing where the walk ended."""
        over = self.parentWidget()
        if over is None:
            return
        over.removeEventFilter(self)
        self._desk.work.edited.disconnect(self._edited)
        self._desk.work.examined.disconnect(self._examined)
        self._desk.work.opened.disconnect(self.leave)
        self.hide()
        self.setParent(None)
        self.deleteLater()

    # -- keys -------------------------------------------------------------------------------------

    def take_focus(self) -> None:
        """The keyboard walks."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    @guard(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, text = Qt.Key(event.key()), event.text()
        if self.black:
            self.blacken(False)
        elif key == Qt.Key.Key_Escape:
            self.leave()
        elif key in ENTER and self._typed:
            self.jump(int(self._typed))
        elif key in NEXT or key in ENTER:
            self.go(1)
        elif key in PREVIOUS:
            self.go(-1)
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.turn(1 if key == Qt.Key.Key_Down else -1)
        elif text.isascii() and text.isdigit():
            self._typed = (self._typed + text)[-4:]
            self._said.setText(self._desk.t("Step {n}, Enter", n=self._typed))
            return
        elif text in (".", "b", "B"):
            self.blacken(True)
        elif text.strip() and text.isprintable() and self.notes.isVisible():
            self.notes.begin(text)
        else:
            super().keyPressEvent(event)
        self._typed = ""

    def blacken(self, black: bool) -> None:
        """Nothing to look at but the one who speaks; any key brings the step back."""
        self.black = black
        for part in (self._head, self.scene, self._foot):
            part.setVisible(not black)
        self.notes.setVisible(not black and not self._desk.work.filing.read_only)
        self.update()

    @guard(None)
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click goes on, with the other button back."""
        if self.black:
            self.blacken(False)
        else:
            self.go(-1 if event.button() == Qt.MouseButton.RightButton else 1)
        self.take_focus()

    @guard(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ground = self._desk.look.colour("canvas")
        painter.fillRect(self.rect(), Qt.GlobalColor.black if self.black else ground)
        painter.end()

    # -- covering the window ----------------------------------------------------------------------

    def _cover(self) -> None:
        over = self.parentWidget()
        if over is not None:
            self.setGeometry(over.rect())
        self.show()
        self.raise_()
        self.take_focus()

    @guard(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt names it
        if event.type() == QEvent.Type.Resize and watched is self.parentWidget():
            self.setGeometry(self.parentWidget().rect())  # type: ignore[union-attr]
        elif event.type() == QEvent.Type.ChildAdded and self._worn != (self._desk.t, self._desk.look):
            QTimer.singleShot(0, self, self.leave)  # the window was made anew in another language or look
        return False
