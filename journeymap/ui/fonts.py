"""The bundled fonts for Qt: the window and the map use no other."""

from __future__ import annotations

from functools import cache

from PySide6.QtGui import QFontDatabase

from journeymap.picture.fonts import FACES, face_path


@cache
def register() -> None:
    """Make every bundled face known; needs a running QGuiApplication."""
    for face in FACES:
        QFontDatabase.addApplicationFont(str(face_path(face)))
