"""Lucide icons in the colours of the look."""

from __future__ import annotations

from functools import cache, lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from journeymap.resources import resource
from journeymap.ui.look import Look

_PLAIN = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24" fill="none" '
    'stroke="currentColor" stroke-width="2"><circle cx="12" cy="12" r="8"/></svg>'
)

DENSE = 2.0
"""Pictures are twice as sharp as their place, for dense screens."""


@cache
def _drawing(name: str) -> str:
    path = resource("icons", f"{name}.svg")
    return path.read_text("utf-8") if path.is_file() else _PLAIN


def recoloured(name: str, colour: str) -> str:
    """The icon's SVG in one colour; an icon that is not shipped is a plain ring."""
    return _drawing(name).replace("currentColor", colour)


@lru_cache(maxsize=512)
def _pixmap(name: str, colour: str, px: int, ratio: float) -> QPixmap:
    made = QPixmap(round(px * ratio), round(px * ratio))
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    renderer = QSvgRenderer(QByteArray(recoloured(name, colour).encode()))
    renderer.render(painter, QRectF(0, 0, made.width(), made.height()))
    painter.end()
    made.setDevicePixelRatio(ratio)
    return made


def pixmap(look: Look, name: str, px: int = 18, token: str = "text") -> QPixmap:
    """The icon as a picture of px × px."""
    return _pixmap(name, look.colour(token).name(QColor.NameFormat.HexRgb), look.px(px), DENSE)


def icon(look: Look, name: str, px: int = 18, token: str = "text") -> QIcon:
    """The icon for a button or an action; paler where that is disabled."""
    colours = (look.colour(one).name(QColor.NameFormat.HexRgb) for one in (token, "edge"))
    return _icon(name, *colours, look.px(px))


@lru_cache(maxsize=512)
def _icon(name: str, colour: str, pale: str, px: int) -> QIcon:
    made = QIcon(_pixmap(name, colour, px, DENSE))
    made.addPixmap(_pixmap(name, pale, px, DENSE), QIcon.Mode.Disabled)
    return made
