"""The back chain on the map: how many links behind each step stands, which links carry a requirement.

Both are drawn at the same size however far out one looks, so that the chain can be read when the
whole map is in sight. Near by a padlock stands on the picture itself where there is room for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from math import hypot

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene, QStyleOptionGraphicsItem, QWidget

from journeymap.canvas.extent import line_of, points_of
from journeymap.canvas.guard import guard
from journeymap.canvas.levels import MIDDLE_FROM
from journeymap.canvas.map_item import rect_of
from journeymap.canvas.rings import Z_HOVER
from journeymap.canvas.sight import LINK, Sight
from journeymap.model.ids import Id
from journeymap.picture.prims import Box
from journeymap.picture.theme import LIGHT, Theme

TAG_HIGH, TAG_PAD, DISC = 17.0, 5.0, 8.5
"""Height of a depth's plate and radius of a lock's disc, in screen px."""
HANGS = 4.0
"""How much of a plate lies on its step: below it no title is covered."""
NOTHING = QRectF()


@dataclass(frozen=True)
class Chained:
    """What is to be shown: step → links behind, link → whether it carries a requirement."""

    depths: Mapping[Id, int] = field(default_factory=dict)
    links: Mapping[Id, bool] = field(default_factory=dict)


class ChainMarks(QGraphicsItem):
    """One item for all of it: it is above the map and never takes the mouse."""

    def __init__(self, scene: QGraphicsScene) -> None:
        super().__init__()
        self.shown = Chained()
        self._theme = LIGHT
        self._tags: list[tuple[QPointF, str]] = []
        self._locks: list[tuple[QPointF, bool]] = []
        self._area = NOTHING
        self._font = QFont("Inter")
        self._font.setPixelSize(11)
        self._font.setWeight(QFont.Weight.DemiBold)
        self.setZValue(Z_HOVER - 2)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        scene.addItem(self)

    def show_chain(self, chained: Chained, sight: Sight, theme: Theme) -> None:
        """Show this chain from now on; an empty one shows nothing."""
        self.shown = chained
        self.follow(sight, theme)

    def follow(self, sight: Sight, theme: Theme) -> None:
        """The picture is another one: everything stands where its step and link are now."""
        self._theme = theme
        if not self.shown.depths and not self.isVisible():
            return
        self.prepareGeometryChange()
        boxes = {id: sight.steps[id] for id in self.shown.depths if id in sight.steps}
        self._tags = [(_foot(box), f"‹ {self.shown.depths[id]}") for id, box in boxes.items()]
        self._locks = list(self._middles(sight))
        spots = [spot for spot, _ in (*self._tags, *self._locks)]
        self._area = NOTHING
        for spot in spots:
            self._area = self._area.united(QRectF(spot.x() - 80, spot.y() - 80, 160, 160))
        self.setVisible(bool(spots))
        self.update()

    def _middles(self, sight: Sight) -> Iterable[tuple[QPointF, bool]]:
        """Where each link is marked: on the padlock of the picture, else halfway along."""
        locks = {
            node.about: node
            for node in sight.of_role("sign")
            if node.about in self.shown.links and node.id.split(":")[0] in ("lock", "open_lock")
        }
        for id, required in self.shown.links.items():
            node = sight.node(id)
            if id in locks:
                yield rect_of(sight.box(locks[id])).center(), required
            elif node is not None and node.role == LINK and (line := line_of(node)) is not None:
                yield _halfway(list(points_of(line))), required

    @guard(NOTHING)
    def boundingRect(self) -> QRectF:
        return self._area

    @guard(None)
    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        seen = painter.worldTransform().m11() or 1.0
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        painter.setFont(self._font)
        for spot, closed in self._locks:
            self._at(painter, spot, seen)
            self._lock(painter, closed)
            painter.restore()
        for spot, words in self._tags:
            self._at(painter, spot, seen)
            self._tag(painter, words)
            painter.restore()

    def _at(self, painter: QPainter, spot: QPointF, seen: float) -> None:
        """The spot is the origin, and a px one of the screen; very near and very far it goes with the map."""
        painter.save()
        painter.translate(spot)
        size = max(1.0, min(1.0 / seen, 1.0 / MIDDLE_FROM))
        painter.scale(size, size)

    def _lock(self, painter: QPainter, closed: bool) -> None:
        """A padlock in a disc of paper: filled and shut with a requirement, open outline without."""
        ink, paper = QColor(self._theme.colour("ink")), QColor(self._theme.colour("paper"))
        painter.setPen(QPen(ink if closed else QColor(self._theme.colour("gapline")), 1.2))
        painter.setBrush(paper)
        painter.drawEllipse(QPointF(), DISC, DISC)
        painter.setPen(QPen(ink, 1.3, c=Qt.PenCapStyle.RoundCap))
        turn = 0.0 if closed else 3.6
        painter.setBrush(Qt.BrushStyle.NoBrush)
        arch = QRectF(turn - 2.5, -5.2, 5.0, 6.4)
        painter.drawArc(arch, 0, 180 * 16)
        painter.setBrush(ink if closed else paper)
        painter.drawRoundedRect(QRectF(-3.9, -1.2, 7.8, 5.4), 1, 1)

    def _tag(self, painter: QPainter, words: str) -> None:
        """A plate on the lower left corner of the step: ‹ 2 stands two links behind."""
        wide = painter.fontMetrics().horizontalAdvance(words) + 2 * TAG_PAD
        plate = QRectF(-3, -HANGS, wide, TAG_HIGH)
        painter.setPen(QPen(QColor(self._theme.colour("paper")), 1.6))
        painter.setBrush(QColor(self._theme.colour("ink")))
        painter.drawRoundedRect(plate, TAG_HIGH / 2, TAG_HIGH / 2)
        painter.setPen(QColor(self._theme.colour("paper")))
        painter.drawText(plate, int(Qt.AlignmentFlag.AlignCenter), words)


def _foot(box: Box) -> QPointF:
    return QPointF(box.x, box.bottom)


def _halfway(points: list[tuple[float, float]]) -> QPointF:
    """The point halfway along a line of corners."""
    lengths = [hypot(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(points)]
    left = sum(lengths) / 2
    for (a, b), length in zip(pairwise(points), lengths, strict=True):
        if left <= length and length > 0:
            part = left / length
            return QPointF(a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part)
        left -= length
    return QPointF(*points[0])
