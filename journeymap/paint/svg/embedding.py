"""The fonts an SVG carries: of each face the characters it uses, as WOFF in base64."""

from __future__ import annotations

import base64
import io
from collections.abc import Iterable
from functools import lru_cache

import uharfbuzz as hb

from journeymap.picture.faces import BOX, FACES, face_path, family_of
from journeymap.picture.prims import Prim, Text
from journeymap.picture.text import TextStyle, runs


def font_faces(prims: Iterable[Prim]) -> str:
    """The @font-face rules for every text among the shapes, in the order of FACES."""
    used: dict[str, set[str]] = {}
    for prim in prims:
        if isinstance(prim, Text):
            style = TextStyle(prim.size, prim.weight, prim.tabular, prim.tracking)
            for run in runs(prim.text, style):
                used.setdefault(run.face, set()).update(run.text)
    return "\n".join(_rule(face, "".join(sorted(used[face]))) for face in FACES if face in used)


@lru_cache(maxsize=64)
def _rule(face: str, characters: str) -> str:
    family, weight = family_of(face)
    data = base64.b64encode(_woff(face, characters)).decode()
    return (
        f'@font-face{{font-family:"{family}";font-weight:{weight};'
        f'src:url("data:font/woff;base64,{data}")format("woff")}}'
    )


def _woff(face: str, characters: str) -> bytes:
    """A subset of the face with its kerning and joining, the same bytes for the same characters."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - 0.1 s, only an export needs it

    if face == BOX:
        font = TTFont(face_path(face), recalcTimestamp=False)
        _map_to_box(font, characters)
    else:
        font = TTFont(io.BytesIO(_subset(face, characters)), recalcTimestamp=False, recalcBBoxes=False)
    font.flavor = "woff"
    stream = io.BytesIO()
    font.save(stream)
    return stream.getvalue()


def _subset(face: str, characters: str) -> bytes:
    wanted = hb.SubsetInput()
    wanted.unicode_set.update(map(ord, characters))
    wanted.flags = hb.SubsetFlags.NO_HINTING
    subset = hb.subset(hb.Face(hb.Blob.from_file_path(str(face_path(face)))), wanted)
    return bytes(subset.blob.data)


def _map_to_box(font: object, characters: str) -> None:
    """Let every character that no face has show the box."""
    from fontTools.ttLib import newTable  # noqa: PLC0415
    from fontTools.ttLib.tables._c_m_a_p import CmapSubtable  # noqa: PLC0415

    table = CmapSubtable.newSubtable(12)
    table.platformID, table.platEncID, table.language = 3, 10, 0
    table.format, table.reserved, table.length, table.nGroups = 12, 0, 0, 0
    table.cmap = {ord(char): "box" for char in characters}
    cmap = newTable("cmap")
    cmap.tableVersion = 0
    cmap.tables = [table]
    font["cmap"] = cmap  # type: ignore[index]
