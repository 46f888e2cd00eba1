"""The bare map window: one picture, sticky headers, and every way to look elsewhere or nearer."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QNativeGestureEvent, QPainter, QResizeEvent, QTouchEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QGraphicsScene, QGraphicsView, QWidget

from journeymap.canvas.camera import Camera
from journeymap.canvas.fingers import Fingers
from journeymap.canvas.grid import Grid
from journeymap.canvas.guard import guard
from journeymap.canvas.headers import Headers, headers_of
from journeymap.canvas.map_item import NOTHING, MapItem, rect_of
from journeymap.canvas.ready import Ready, ready
from journeymap.canvas.sharpening import Sharpening
from journeymap.canvas.sight import HEADERS, Sight
from journeymap.model.ids import Id
from journeymap.picture.prims import Node, Picture
from journeymap.picture.theme import LIGHT, Theme

TARGET = 12.0
"""Half the least size of anything that can be touched, in screen px."""
ZOOM_A_NOTCH = 1.10


class Sheet(QGraphicsView):
    """Shows one picture at a time and can be panned and zoomed; knows nothing of selection or edits."""

    picture_shown = Signal()
    differed = Signal(object)
    """Boxes, in world px, in which the picture looks otherwise than a moment ago."""
    zoomed = Signal(float)
    """The new scale, 1.0 at 100 %."""
    moved = Signal()
    """Another part of the map is in sight."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picture, self.theme = NOTHING, LIGHT
        self.largest_names = 1.0
        """How large the names of lanes and stages become at most; 1.0 as at 100 %."""
        self._sight = Sight(NOTHING)
        self._headers = Headers(NOTHING)
        self.lit: frozenset[str] = frozenset()
        """Lanes and stages that are shown as selected."""
        self._drawing = QGraphicsScene(self)
        self._map = MapItem()
        self._drawing.addItem(self._map)
        self._sharpening = Sharpening(self._map.backing, self._map.update, self)
        self.setScene(self._drawing)
        self._set_up()
        self.camera = Camera(self)
        self.camera.zoomed.connect(self._scale_changed)
        self.camera.moved.connect(self.moved)
        self.fingers = Fingers(self.camera, self.viewport())

    @property
    def sight(self) -> Sight:
        """The picture as one finds one's way on it."""
        return self._sight

    @property
    def grid(self) -> Grid:
        """Where the nodes of the picture lie."""
        return self._map.grid

    @property
    def zoom(self) -> float:
        """1.0 at 100 %."""
        return self.camera.scale

    @property
    def is_sharp(self) -> bool:
        """Whether the map is painted as it looks at this zoom; else that is under way."""
        return self._map.backing.is_sharp

    def show_picture(self, picture: Picture, theme: Theme) -> None:
        """Show a picture; only what differs from the one before is painted anew."""
        self.show_ready(ready(self.picture, self._map.grid, picture), theme)

    def show_ready(self, shown: Ready, theme: Theme) -> None:
        """Show a picture that was made ready elsewhere to follow the one that is shown."""
        if shown.before is not self.picture:
            shown = ready(self.picture, self._map.grid, shown.picture)
        picture = shown.picture
        same_frame = theme is self.theme and headers_of(picture) == headers_of(self.picture)
        self._map.take(shown, theme)
        self.picture, self.theme, self._sight = picture, theme, shown.sight
        if not same_frame:
            self._headers = Headers(self.picture, theme, self.largest_names)
            self.setBackgroundBrush(QColor(theme.colour("paper")))
            self.viewport().update()
        self.camera.look_over(picture.width, picture.height)
        self._cover_edges()
        self.picture_shown.emit()
        self.differed.emit(shown.differs)

    def retouch(self, nodes: Sequence[Node], aside: Sequence[Node] = ()) -> None:
        """Show these nodes instead of those with their ids, and the nodes that step aside not at all.

        Lanes, columns and the size of the map stay as they are until the next whole picture.
        """
        gone = [(Node(node.id, "aside", ()), node) for node in aside]
        new = [(node, self._sight.standing_in(node)) for node in nodes]
        self.picture, differs = self._map.retouch([*gone, *new])
        self._sight = self._sight.retouched(self.picture, nodes, aside)
        self.differed.emit(differs)

    def reveal(self, id: Id) -> None:
        """Bring a record or finding into sight."""
        box = self.sight.box_of(id)
        if box is not None:
            self.camera.reveal(rect_of(box))

    def show_all(self) -> None:
        """Fit the whole map, at most at 100 %."""
        self.camera.fit(self._headers.content, self._headers.room)

    def on_map(self, at: QPointF) -> QPointF:
        """A viewport point in world px."""
        inverted, _ = self.viewportTransform().inverted()
        return inverted.map(at)

    def node_at(self, at: QPointF) -> Node | None:
        """What can be touched at a viewport point."""
        header = self._headers.under(self, at)
        if header is not None or self._headers.covers(self, at):
            return header
        scene = self.on_map(at)
        return next(self._map.grid.under(scene.x(), scene.y(), TARGET / self.zoom), None)

    def where(self, id: Id) -> QRectF | None:
        """Where a record or finding is in the window, in viewport px, sticky headers included."""
        node = self.sight.node(id)
        if node is None:
            return None
        if node.layer in HEADERS:
            return self._headers.where(self, node)
        return self.viewportTransform().mapRect(rect_of(self.sight.box(node)))

    def update_headers(self, across: int = 0, down: int = 0) -> None:
        """Paint the strips anew, and as many px beside them as the map was scrolled."""
        for strip in self._headers.strips(self):
            self.viewport().update(strip.adjusted(-across, -down, across, down).toAlignedRect())

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setResizeAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setBackgroundBrush(QColor(self.theme.colour("paper")))
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.viewport().ungrabGesture(Qt.GestureType.PanGesture)  # else two fingers push it twice

    def _scale_changed(self, scale: float) -> None:
        self._map.look_from(scale)
        self._cover_edges()
        self.zoomed.emit(scale)

    def _cover_edges(self) -> None:
        self.camera.leave_room(self._headers.room(self.zoom), self._headers.overhang(self.zoom))

    # -- Qt's overrides ---------------------------------------------------------------------------

    @guard(None)
    def drawForeground(self, painter: QPainter, rect: QRectF | QRect) -> None:  # noqa: N802
        self._headers.show(painter, self, self.theme, self.lit)

    @guard(None)
    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: N802
        super().scrollContentsBy(dx, dy)
        self.update_headers(abs(dx) + 2, abs(dy) + 2)
        self.moved.emit()

    @guard(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._headers.forget()
        self._cover_edges()
        self.moved.emit()

    @guard(None)
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.accept()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            notches = event.angleDelta().y() / 120
            self.camera.zoom(self.zoom * ZOOM_A_NOTCH**notches, event.position())
            return
        fine = event.pixelDelta()
        turned = fine if not fine.isNull() else event.angleDelta() / 2
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            turned = turned.transposed()
        self.camera.pan(turned.x(), turned.y())

    @guard(False)
    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QNativeGestureEvent):
            if event.gestureType() != Qt.NativeGestureType.ZoomNativeGesture:
                return False
            self.camera.zoom(self.zoom * (1 + event.value()), event.position())
            return True
        if isinstance(event, QTouchEvent) and self.fingers.touch(event):
            return True
        return super().viewportEvent(event)
