"""How wide text is and where each of its glyphs stands, measured with HarfBuzz.

Kerning counts: adding up single widths would be off by up to 8 % ("AVTAL"). The answer holds for
every painter, since all draw the same glyphs of the same bundled faces.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

import uharfbuzz as hb

from journeymap.picture import bidi, faces, graphemes
from journeymap.picture.faces import Weight


@dataclass(frozen=True, slots=True)
class TextStyle:
    """Size in px, weight, digits of one width or not, and px added between characters."""

    size: float
    weight: Weight = 400
    tabular: bool = False
    tracking: float = 0.0


class Glyph(NamedTuple):
    """One glyph of a run: its number in the face, where it stands from the run's x on the
    baseline (px, y downwards), how far it moves on, and the characters it stands for ("" for the
    second glyph of one character)."""

    number: int
    dx: float
    dy: float
    advance: float
    text: str


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of one line in one face and one direction.

    `x` and `width` in px from the line's start, `text` in logical order, `glyphs` in the order
    they stand from the left.
    """

    x: float
    text: str
    face: str
    width: float
    rtl: bool
    glyphs: tuple[Glyph, ...]


class _Shaped(NamedTuple):
    """A run in em: what is kept between sizes."""

    text: str
    face: str
    rtl: bool
    advance: float
    gaps: int
    glyphs: tuple[Glyph, ...]


def width(text: str, style: TextStyle) -> float:
    """The advance of a line in px, without tracking after its last character."""
    em, gaps = _measured(text, style.weight, style.tabular)
    return em * style.size + (style.tracking * max(0, gaps - 1) if style.tracking else 0.0)


@lru_cache(maxsize=50_000)
def runs(text: str, style: TextStyle) -> tuple[Run, ...]:
    """The line in pieces of one face and direction, in the order they stand from the left."""
    placed: list[Run] = []
    x = 0.0
    for shaped in _line(text, style.weight, style.tabular):
        run = _scaled(shaped, x, style)
        placed.append(run)
        x += run.width
    return tuple(placed)


def plain_glyphs(text: str, weight: Weight, tabular: bool) -> tuple[str, tuple[Glyph, ...]] | None:
    """The face and the glyphs, in em, of a line that one Latin face draws, each glyph on the baseline.

    None for every other line. Nothing is kept: the caller keeps what it makes of them.
    """
    text = graphemes.drawn(text)
    latin = faces.latin_face(weight, tabular)
    if not text or not faces.coverage(latin).issuperset(text):
        return None
    glyphs = _shape(text, latin, rtl=False).glyphs
    return (latin, glyphs) if all(glyph.text and not glyph.dy for glyph in glyphs) else None


def uncovered(text: str) -> str:
    """The characters no bundled face has, each once, in order: they are drawn as boxes."""
    boxed = "".join(piece.text for piece in _line(text, 400, False) if piece.face == faces.BOX)
    return "".join(dict.fromkeys(boxed.replace("\ufffd", "")))


def _scaled(shaped: _Shaped, x: float, style: TextStyle) -> Run:
    size, tracking = style.size, 0.0 if shaped.rtl else style.tracking
    glyphs: list[Glyph] = []
    shift = 0.0
    for glyph in shaped.glyphs:
        extra = tracking if glyph.advance else 0.0
        glyphs.append(
            Glyph(
                glyph.number,
                glyph.dx * size + shift,
                glyph.dy * size,
                glyph.advance * size + extra,
                glyph.text,
            )
        )
        shift += extra
    return Run(x, shaped.text, shaped.face, shaped.advance * size + shift, shaped.rtl, tuple(glyphs))


@lru_cache(maxsize=200_000)
def _measured(text: str, weight: Weight, tabular: bool) -> tuple[float, int]:
    plain = graphemes.drawn(text)
    latin = faces.latin_face(weight, tabular)
    if faces.coverage(latin).issuperset(plain):  # a third of the time: no glyph is looked at
        steps = [place.x_advance for place in _buffer(plain, latin, rtl=False).glyph_positions or ()]
        return sum(steps) / faces.units_per_em(latin), sum(1 for step in steps if step)
    pieces = _line(text, weight, tabular)
    return sum(piece.advance for piece in pieces), sum(piece.gaps for piece in pieces if not piece.rtl)


@lru_cache(maxsize=50_000)
def _line(text: str, weight: Weight, tabular: bool) -> tuple[_Shaped, ...]:
    text = graphemes.drawn(text)
    latin = faces.latin_face(weight, tabular)
    if faces.coverage(latin).issuperset(text):
        return (_shape(text, latin, rtl=False),) if text else ()
    return tuple(_shape(piece, face, rtl=rtl) for piece, face, rtl in _pieces(text, weight, latin))


def _pieces(text: str, weight: Weight, latin: str) -> list[tuple[str, str, bool]]:
    """The line cut where face or direction changes, from the left."""
    depths = bidi.levels(text) if bidi.has_rtl(text) else [0] * len(text)
    pieces: list[tuple[str, str]] = []
    depth_of: list[int] = []
    at = 0
    for cluster in graphemes.clusters(text):
        depth = depths[at]
        at += len(cluster)
        for part, face in _faced(cluster, latin, faces.arabic_face(weight), rtl=bool(depth & 1)):
            if pieces and pieces[-1][1] == face and depth_of[-1] == depth:
                pieces[-1] = (pieces[-1][0] + part, face)
            else:
                pieces.append((part, face))
                depth_of.append(depth)
    marked = [(piece, face, bool(depth & 1)) for (piece, face), depth in zip(pieces, depth_of, strict=True)]
    return bidi.visual(marked, depth_of)


def _faced(cluster: str, latin: str, arabic: str, *, rtl: bool) -> list[tuple[str, str]]:
    """The face that has the whole cluster; failing that, one a character and boxes for the rest."""
    order = (arabic, latin, faces.EMOJI, faces.HAN) if rtl else (latin, arabic, faces.EMOJI, faces.HAN)
    if graphemes.wants_emoji(cluster):
        order = (faces.EMOJI, *order[:2], faces.HAN)
    bare = "".join(char for char in cluster if not graphemes.is_ignorable(char))
    if not bare:
        return []
    for face in order:
        if faces.coverage(face).issuperset(bare):
            return [(cluster if face in (faces.EMOJI, arabic) else bare, face)]
    if len(bare) == 1:
        return [(bare, faces.BOX)]
    return [found for char in bare for found in _faced(char, latin, arabic, rtl=rtl)]


def _shape(text: str, face: str, *, rtl: bool) -> _Shaped:
    if face == faces.BOX:
        return _boxes(text, rtl=rtl)
    em = faces.units_per_em(face)
    buffer = _buffer(text, face, rtl=rtl)
    infos, positions = buffer.glyph_infos or (), buffer.glyph_positions or ()
    sources = _sources(text, [info.cluster for info in infos])
    glyphs: list[Glyph] = []
    pen = 0
    for info, place, source in zip(infos, positions, sources, strict=True):
        glyphs.append(
            Glyph(
                info.codepoint,
                (pen + place.x_offset) / em,
                -place.y_offset / em,
                place.x_advance / em,
                source,
            )
        )
        pen += place.x_advance
    return _Shaped(text, face, rtl, pen / em, sum(1 for glyph in glyphs if glyph.advance), tuple(glyphs))


def _buffer(text: str, face: str, *, rtl: bool) -> hb.Buffer:
    """The text as HarfBuzz has shaped it."""
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if rtl else "ltr"
    buffer.language = "en"  # else HarfBuzz asks the machine's locale
    buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
    buffer.flags = hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES
    hb.shape(faces.shaper(face), buffer)
    return buffer


def _sources(text: str, starts: list[int]) -> list[str]:
    """For each glyph the characters it stands for: from its cluster's start to the next one's."""
    edges = [*sorted(set(starts)), len(text)]
    upto = dict(pairwise(edges))
    seen: set[int] = set()
    sources: list[str] = []
    for start in starts:
        sources.append("" if start in seen else text[start : upto[start]])
        seen.add(start)
    return sources


def _boxes(text: str, *, rtl: bool) -> _Shaped:
    em = faces.units_per_em(faces.BOX)
    step = faces.shaper(faces.BOX).get_glyph_h_advance(faces.BOX_GLYPH) / em
    shown = text[::-1] if rtl else text
    glyphs = tuple(Glyph(faces.BOX_GLYPH, at * step, 0.0, step, char) for at, char in enumerate(shown))
    return _Shaped(text, faces.BOX, rtl, step * len(text), len(text), glyphs)
