"""Photos for a map: at most 2 000 pixels, upright, without the camera's notes of place and time.

Pillow costs a tenth of a second to load: import this module where a picture is attached, not before.
"""

from __future__ import annotations

import hashlib
import io
import warnings
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageCms, ImageOps

from journeymap.storage import disk
from journeymap.storage.errors import StorageError

MOST_PIXELS = 2_000
"""The longer side of a kept picture."""
MOST_SOURCE_PIXELS = 200_000_000
MOST_SOURCE_BYTES = 200_000_000
_PLAIN = ("RGB", "RGBA", "L", "CMYK", "YCbCr")
"""Modes that are made smaller as they are; palettes and single bits would turn to grit."""
_HEIC = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1")
_FORMATS = ("JPEG", "PNG", "GIF", "BMP", "TIFF", "WEBP", "MPO")


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as it stands in the file; width and height in pixels."""

    sha256: str
    data: bytes
    width: int
    height: int


def picture_at(path: Path) -> Picture:
    """The photo or drawing in a file made ready to attach; StorageError if that cannot be."""
    return picture(disk.read_file(path, MOST_SOURCE_BYTES), path.name)


def picture(data: bytes, file: str) -> Picture:
    """The bytes of a photo or drawing made ready to attach; StorageError if that cannot be.

    Of a moving picture the first one is taken.
    """
    if len(data) > MOST_SOURCE_BYTES:
        raise StorageError("picture_too_large", file=file)
    other = _other_kind(data)
    if other:
        raise StorageError("picture_kind", file=file, form=other)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=_FORMATS) as source:
                _check_size(source, file)
                upright = _upright(source)
        ready = _encoded(upright)
    except StorageError:
        raise
    except Image.DecompressionBombError as failure:
        raise StorageError("picture_too_large", file=file) from failure
    except Exception as failure:  # a decoder meets hostile bytes: any failure means the same to people
        raise StorageError("picture_unreadable", file=file) from failure
    return Picture(hashlib.sha256(ready).hexdigest(), ready, *upright.size)


def _other_kind(data: bytes) -> str:
    """What the bytes are if they are a picture of a kind that is not taken; "" if they may be ours."""
    if data[4:8] == b"ftyp":
        brand = data[8:12]
        return "AVIF" if brand in (b"avif", b"avis") else "HEIC" if brand in _HEIC else ""
    begin = data[:1000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if begin.startswith(b"%pdf"):
        return "PDF"
    return "SVG" if begin.startswith(b"<svg") or (begin.startswith(b"<?xml") and b"<svg" in begin) else ""


def _upright(source: Image.Image) -> Image.Image:
    """The picture as it is looked at, no larger than it is kept; never two large copies at once."""
    source.draft("RGB", (MOST_PIXELS, MOST_PIXELS))
    plain = source if source.mode in _PLAIN else source.convert("RGBA" if _is_see_through(source) else "RGB")
    plain.thumbnail((MOST_PIXELS, MOST_PIXELS))
    return ImageOps.exif_transpose(plain)


def _is_see_through(image: Image.Image) -> bool:
    return image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info


def _check_size(source: Image.Image, file: str) -> None:
    width, height = source.size
    if width * height > MOST_SOURCE_PIXELS:
        raise StorageError("picture_too_large", file=file)


def _encoded(image: Image.Image) -> bytes:
    """A new file without any of the old one's notes; PNG where something shines through, else JPEG."""
    buffer = io.BytesIO()
    clean = _in_standard_colours(image)
    if clean.mode == "RGBA":
        clean.save(buffer, "PNG", optimize=True)
    else:
        clean.save(buffer, "JPEG", quality=88, optimize=True)
    return buffer.getvalue()


def _in_standard_colours(image: Image.Image) -> Image.Image:
    """Colours as every screen and printer takes them; a broken colour profile is left out."""
    plain = image.convert("RGBA" if _is_see_through(image) else "RGB")
    profile = image.info.get("icc_profile")
    if profile and image.mode in ("RGB", "RGBA"):
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            target = ImageCms.createProfile("sRGB")
            plain = ImageCms.profileToProfile(plain, source, target, outputMode=plain.mode) or plain
        except (ImageCms.PyCMSError, OSError, ValueError):
            pass
    bare = Image.new(plain.mode, plain.size)
    bare.paste(plain)
    return bare
