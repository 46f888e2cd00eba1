"""The map as a PNG, twice its size on screen: the one export that needs Qt."""

from __future__ import annotations

from collections.abc import Mapping

from journeymap.exchange.drawing import drawing
from journeymap.exchange.errors import ExportError
from journeymap.i18n import Catalogue
from journeymap.model.journey import Journey
from journeymap.picture.prims import Picture

SCALE = 2.0
_LONGEST = 30_000  # image px a side: Qt paints no more than 32 767
_MOST = 150_000_000  # image px: 600 MB while it is drawn


def to_png(journey: Journey, t: Catalogue, *, images: Mapping[str, bytes] | None = None) -> bytes:
    """PNG bytes; smaller than twice its size where the map is very large."""
    try:
        from journeymap.paint import qt  # noqa: PLC0415 - a server may do without Qt
    except ImportError as error:
        raise ExportError("no_qt") from error
    picture = drawing(journey, t)
    try:
        return qt.to_png(picture, scale=scale_for(picture), images=images)
    except qt.ImageTooLargeError as error:
        raise ExportError("too_large") from error


def scale_for(picture: Picture) -> float:
    """How many image px a px: two, or as many as one image can hold."""
    area = max(1.0, picture.width * picture.height)
    side = max(1.0, picture.width, picture.height)
    return float(min(SCALE, _LONGEST / side, (_MOST / area) ** 0.5))
