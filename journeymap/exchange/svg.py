"""The map as an SVG that carries its fonts."""

from __future__ import annotations

from collections.abc import Mapping

from journeymap.exchange.drawing import drawing
from journeymap.i18n import Catalogue
from journeymap.model.journey import Journey


def to_svg(journey: Journey, t: Catalogue, *, images: Mapping[str, bytes] | None = None) -> bytes:
    """UTF-8 bytes, the same for the same map."""
    from journeymap.paint import svg  # noqa: PLC0415 - the command line starts without painters

    return svg.to_svg(drawing(journey, t), images=images).encode()
