"""Which bundled font draws which character: one decision for every painter.

A face is named by its file's stem ("Inter-SemiBold"); that is also the name under which the PDF
painter registers it and the SVG painter embeds it.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from journeymap.resources import resource

if TYPE_CHECKING:
    import uharfbuzz as hb

Weight = Literal[400, 500, 600, 700]
WEIGHTS: tuple[Weight, ...] = (400, 500, 600, 700)
_CUTS: dict[int, str] = {400: "Regular", 500: "Medium", 600: "SemiBold", 700: "Bold"}
_FAMILIES = {
    "NotoEmoji": "Noto Emoji", "NotoSansArabic": "Noto Sans Arabic", "NotoSansSC": "Noto Sans SC",
}  # fmt: skip
EMOJI = "NotoEmoji-Regular"
HAN = "NotoSansSC-Regular"
BOX = "JourneyBox"
BOX_GLYPH = 1
FACES: tuple[str, ...] = (
    *(f"Inter-{cut}" for cut in _CUTS.values()),
    *(f"InterTab-{cut}" for cut in _CUTS.values()),
    "NotoSansArabic-Regular",
    "NotoSansArabic-SemiBold",
    EMOJI,
    HAN,
    BOX,
)


def face_path(face: str) -> Path:
    """The TrueType file of a face named in FACES."""
    return resource("fonts", f"{face}.ttf")


def family_of(face: str) -> tuple[str, int]:
    """A face as family and weight, the way CSS and Qt name it: ("Inter", 600)."""
    stem, _, cut = face.partition("-")
    weights = {name: weight for weight, name in _CUTS.items()}
    return _FAMILIES.get(stem, stem), weights.get(cut, 400)


def latin_face(weight: int, tabular: bool) -> str:
    """The Inter cut of this weight, with digits of one width where asked."""
    return f"{'InterTab' if tabular else 'Inter'}-{_CUTS[weight]}"


def arabic_face(weight: int) -> str:
    """Noto Sans Arabic in the nearer of its two weights."""
    return "NotoSansArabic-SemiBold" if weight >= 600 else "NotoSansArabic-Regular"


@cache
def shaper(face: str) -> hb.Font:
    """The face as HarfBuzz font, scaled in its own units (see `units_per_em`)."""
    import uharfbuzz as hb  # noqa: PLC0415 - where the files lie is asked long before one is shaped

    return hb.Font(hb.Face(hb.Blob.from_file_path(str(face_path(face)))))


@cache
def units_per_em(face: str) -> int:
    """How many of the face's units make one em."""
    return int(shaper(face).face.upem)


@cache
def coverage(face: str) -> frozenset[str]:
    """Every character the face has a glyph for; the box has one for all, and says so nowhere."""
    return frozenset(map(chr, shaper(face).face.unicodes)) if face != BOX else frozenset()
