"""The mode in which the room tells: the map, what waits beside it, and the line below."""

from __future__ import annotations

from dataclasses import fields

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from journeymap.canvas.guard import guard
from journeymap.edit.document import Edited
from journeymap.ui.desk import Desk
from journeymap.ui.drawing import Drawing
from journeymap.ui.line.foot import Foot
from journeymap.ui.line.ghost import Ghost
from journeymap.ui.line.writing import Writing
from journeymap.ui.mappane import MapPane, News
from journeymap.ui.parts import Parts
from journeymap.ui.preferences import calm
from journeymap.ui.room.beside import Beside
from journeymap.ui.room.map import RoomMap, latest

LINE = 42
"""Height of the line in px of the tokens: 84 on a screen of 1920 × 1080."""


class RoomParts(Parts):
    """What actions reach in the room: its own map and line, and never the table."""

    @property
    def news(self) -> News:
        return self.pane.news

    @property
    def in_table(self) -> bool:
        return False

    @property
    def line(self) -> Writing:
        return self.writing


class RoomPane(MapPane):
    """The map with its news; the line stands below it, and nothing small lies on it."""

    def show_minimap(self) -> None:
        self.minimap.hide()

    def place(self) -> None:
        self.news.place()


class Tell(QWidget):
    """`pressed(event)`: a key that neither the line nor the map had a use for."""

    pressed = Signal(QKeyEvent)
    moved = Signal()
    """The story goes on from another step."""

    def __init__(self, desk: Desk, parts: Parts) -> None:
        super().__init__()
        self._desk = desk
        self.map = RoomMap(desk.t, desk.look.scale)
        self.map.camera.calm = calm()
        self.foot = Foot(desk)
        self.writing = Writing(desk, self.foot)
        self.pane = RoomPane(desk, self.map, self.foot)
        self.pane.minimap.hide()
        self.drawing = Drawing(desk, self.map)
        self.beside = Beside(desk)
        own = {
            "desk": desk, "pane": self.pane, "drawing": self.drawing,
            "foot": self.foot, "writing": self.writing,
        }  # fmt: skip
        self.parts = RoomParts(**{field.name: getattr(parts, field.name) for field in fields(Parts)} | own)
        self._lay_out()
        self._connect()
        self.map.set_document(desk.document)
        self.drawing.refresh()
        self.writing.begin()
        self.writing.position = parts.writing.position
        self.follow()
        QTimer.singleShot(0, self, self.show_story)

    def _lay_out(self) -> None:
        look = self._desk.look
        self.beside.setFixedWidth(look.px(256))
        self.foot.bar.setFixedHeight(look.px(LINE))
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.pane, 1)
        middle.addWidget(self.beside)
        self._shelf = QWidget()
        self._shelf.setObjectName("room_shelf")
        self._shelf.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._shelf.setFixedHeight(look.px(LINE) + 2 * look.px(10))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(middle, 1)
        layout.addWidget(self._shelf)
        self.foot.setParent(self)
        self.foot.installEventFilter(self)
        self.foot.show()

    def _connect(self) -> None:
        view, writing = self.map, self.writing
        self.drawing.follow()
        self._desk.work.edited.connect(self._edited)
        self._desk.selection.changed.connect(self._chosen)
        view.selection_changed.connect(self._map_chose)
        view.typed.connect(writing.type)
        view.composed.connect(self._compose)
        view.cell_opened.connect(writing.stand_at)
        view.picture_shown.connect(self.map.keep)
        writing.left.connect(self.to_map)
        writing.passed_on.connect(self.pass_on)
        writing.ghosted.connect(self._ghost)

    # -- following --------------------------------------------------------------------------------

    def follow(self) -> None:
        """The story goes on from where the writing stands."""
        self.map.told = latest(self._desk.journey, self.writing.position.road)
        self.moved.emit()

    def show_story(self) -> None:
        """Look at where the story is, from the top where that can be."""
        self.map.select(self._desk.selection.ids)  # type: ignore[arg-type]
        self.map.approach()
        self.map.keep()
        self.place()

    def _edited(self, news: Edited) -> None:
        self.writing.follow_edit(news)
        self.beside.refresh()
        self.follow()
        if bool(news.before.steps) != bool(news.after.steps):
            QTimer.singleShot(0, self, self.show_story)

    def _chosen(self) -> None:
        ids = self._desk.selection.ids
        if tuple(self.map.selection) != ids:
            self.map.select(ids)  # type: ignore[arg-type]
        self.follow()
        self.map.keep()

    def _map_chose(self, ids: tuple[str, ...]) -> None:
        self._desk.selection.choose(*ids)

    def _ghost(self, ghost: Ghost | None) -> None:
        if ghost is None:
            self.map.hide_ghost()
        elif ghost.lane is None:
            self.map.show_ghost_lane(ghost.new_lane, ghost.column, ghost.title)
        else:
            self.map.show_ghost(ghost.lane, ghost.column, ghost.title)

    # -- keys -------------------------------------------------------------------------------------

    @property
    def is_idle(self) -> bool:
        """Nothing is being written, asked or renamed: Esc has nothing left to take back."""
        return not (self.foot.bar.field.text() or self.foot.asking or self.map.is_renaming)

    def take_focus(self) -> None:
        """The keyboard writes."""
        self.writing.focus()

    def to_map(self) -> None:
        """The keyboard goes about the map."""
        self.map.setFocus(Qt.FocusReason.OtherFocusReason)

    def pass_on(self, event: QKeyEvent) -> None:
        """A key the line had no use for: an action's, else the map's."""
        if event.type() == QEvent.Type.KeyRelease:
            self.map.keyReleaseEvent(event)
            return
        event.ignore()
        if event.key() != Qt.Key.Key_Space:
            self.pressed.emit(event)
        if not event.isAccepted():
            self.map.keyPressEvent(event)

    def _compose(self, event: QInputMethodEvent) -> None:
        self.writing.focus()
        QApplication.sendEvent(self.foot.bar.field, event)

    # -- places -----------------------------------------------------------------------------------

    def place(self) -> None:
        """The line on its shelf; what it offers or asks grows upwards over the map."""
        look = self._desk.look
        side, below = look.px(16), look.px(10)
        wide = self.width() - 2 * side
        self.foot.resize(wide, self.foot.height())
        high = self.foot.sizeHint().height()
        self.foot.setGeometry(side, self.height() - below - high, wide, high)
        self.foot.raise_()
        self.map.stay_clear(max(0, high - self.foot.bar.height() - below))

    @guard(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        self.place()
        QTimer.singleShot(0, self, self.show_story)

    @guard(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.LayoutRequest:
            QTimer.singleShot(0, self, self.place)
        return False
