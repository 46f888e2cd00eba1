"""Attachments as the report can show them: upright, in plain RGB, no larger than print needs."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass

from journeymap.model.ids import Id
from journeymap.model.journey import Journey

MOST_PIXELS = 50_000_000
"""A picture with more is not opened: a few kilobytes can unfold to gigabytes."""
SIDE = 1200
"""Pixels of the longer side: 55 mm at 550 dots an inch."""


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture by its hash, with its size in pixels."""

    sha256: str
    width: int
    height: int

    def fitted(self, width: float, height: float) -> tuple[float, float]:
        """The largest width and height of this shape within a box."""
        scale = min(width / self.width, height / self.height)
        return self.width * scale, self.height * scale


class Album:
    """The attachments that can be read, each opened once and only when it is asked for."""

    def __init__(self, images: Mapping[str, bytes]) -> None:
        self._raw = images
        self._known: dict[str, tuple[Photo, bytes] | None] = {}

    def photo(self, journey: Journey, attachment: Id | None) -> Photo | None:
        """The picture of an attachment; None where there is none that can be shown."""
        record = journey.attachments.get(attachment) if attachment else None
        found = self._opened(record.sha256) if record is not None else None
        return None if found is None else found[0]

    def data(self, sha256: str) -> bytes | None:
        """The picture's bytes as PNG or JPEG in RGB."""
        found = self._opened(sha256)
        return None if found is None else found[1]

    def _opened(self, sha256: str) -> tuple[Photo, bytes] | None:
        if sha256 not in self._known:
            raw = self._raw.get(sha256)
            self._known[sha256] = None if raw is None else _plain(sha256, raw)
        return self._known[sha256]


def _plain(sha256: str, raw: bytes) -> tuple[Photo, bytes] | None:
    """Flattened on white, without colour profile, place or camera; None for what is no picture."""
    from PIL import Image, ImageOps  # noqa: PLC0415 - 0.05 s, few maps have pictures

    try:
        with Image.open(io.BytesIO(raw)) as opened:
            if opened.width * opened.height > MOST_PIXELS:
                return None
            upright = ImageOps.exif_transpose(opened) or opened
            upright.thumbnail((SIDE, SIDE))
            clear = upright.convert("RGBA")
        flat = Image.new("RGB", clear.size, "white")
        flat.paste(clear, mask=clear.getchannel("A"))
    except Exception:
        return None
    out = io.BytesIO()
    if raw.startswith(b"\x89PNG"):
        flat.save(out, "PNG", optimize=True)
    else:
        flat.save(out, "JPEG", quality=88)
    return Photo(sha256, flat.width, flat.height), out.getvalue()
