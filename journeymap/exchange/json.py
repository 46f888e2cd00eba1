"""The map as the JSON of its own file, without attachments: for other programs and for Git."""

from __future__ import annotations

from collections.abc import Mapping

from journeymap.i18n import Catalogue
from journeymap.model.journey import Journey
from journeymap.storage import envelope


def to_json(journey: Journey, t: Catalogue, *, images: Mapping[str, bytes] | None = None) -> bytes:
    """Canonical bytes (FORMAT 1); language and attachments play no part."""
    del t, images
    return envelope.encode(journey)
