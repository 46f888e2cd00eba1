"""The bundled font files by face; see `faces` for which face draws what."""

from __future__ import annotations

from journeymap.picture.faces import FACES, face_path, family_of

__all__ = ["FACES", "face_path", "family_of"]
