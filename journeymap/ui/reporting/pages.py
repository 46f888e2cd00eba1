"""The pages of a PDF as pictures: drawn from its true bytes, one when it is looked at."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QPixmap

MOST_KEPT = 24
"""Large pictures kept: paging back and forth needs no second drawing."""


class Pages:
    """A PDF in memory. ValueError for bytes that are none."""

    def __init__(self, data: bytes) -> None:
        import pypdfium2  # noqa: PLC0415 - only a preview needs it

        self.data = data
        try:
            self._document: Any = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as failure:
            raise ValueError("not a PDF") from failure
        self._kept: dict[tuple[int, int, float], QPixmap] = {}

    def close(self) -> None:
        """Let go of the document; nothing can be drawn after it."""
        self._kept.clear()
        self._document.close()

    def __len__(self) -> int:
        return len(self._document)

    def size(self, place: int) -> tuple[float, float]:
        """Width and height of a page in points."""
        width, height = self._document.get_page_size(place)
        return float(width), float(height)

    def fitted(self, place: int, room: QSize) -> QSize:
        """The page's size in px where it fits the room."""
        width, height = self.size(place)
        scale = min(room.width() / width, room.height() / height)
        return QSize(max(1, round(width * scale)), max(1, round(height * scale)))

    def image(self, place: int, width: int) -> QImage:
        """The page as a picture so many px wide."""
        scale = width / self.size(place)[0]
        page = self._document[place]
        bitmap = page.render(scale=scale, prefer_bgrx=True)
        image = QImage(bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32)
        return image.copy()  # the bitmap's memory goes with it

    def pixmap(self, place: int, width: int, ratio: float = 1.0) -> QPixmap:
        """The page for a screen of this ratio of pixels to px."""
        key = (place, width, ratio)
        if key not in self._kept:
            while len(self._kept) >= MOST_KEPT:
                del self._kept[next(iter(self._kept))]
            made = QPixmap.fromImage(self.image(place, max(1, round(width * ratio))))
            made.setDevicePixelRatio(ratio)
            self._kept[key] = made
        return self._kept[key]
