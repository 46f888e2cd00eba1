"""Photos for a map: at most 2 000 pixels, upright, without the camera's notes of place and time.

Pillow costs a tenth of a second to load: import this module where a picture is attached, not before.
"""

from __future__ import annotations

import hashlib
import io
import warnings
from dataclasses import dataclass

from PIL import Image, ImageCms, ImageOps

from journeymap.storage.errors import StorageError

MOST_PIXELS = 2_000
"""The longer side of a kept picture."""
MOST_SOURCE_PIXELS = 200_000_000
MOST_SOURCE_BYTES = 200_000_000
_FORMATS = ("JPEG", "PNG", "GIF", "BMP", "TIFF", "WEBP", "MPO")


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as it stands in the file; width and height in pixels."""

    sha256: str
    data: bytes
    width: int
    height: int


def picture(data: bytes, file: str) -> Picture:
    """The bytes of a photo or drawing made ready to attach; StorageError if that cannot be."""
    if len(data) > MOST_SOURCE_BYTES:
        raise StorageError("picture_too_large", file=file)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=_FORMATS) as source:
                _check_size(source, file)
                source.draft("RGB", (MOST_PIXELS, MOST_PIXELS))
                upright = ImageOps.exif_transpose(source)
        upright.thumbnail((MOST_PIXELS, MOST_PIXELS))
        ready = _encoded(upright)
    except StorageError:
        raise
    except Image.DecompressionBombError as failure:
        raise StorageError("picture_too_large", file=file) from failure
    except Exception as failure:  # a decoder meets hostile bytes: any failure means the same to people
        raise StorageError("picture_unreadable", file=file) from failure
    return Picture(hashlib.sha256(ready).hexdigest(), ready, *upright.size)


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
    see_through = image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info
    plain = image.convert("RGBA" if see_through else "RGB")
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
