"""Shapes of the display list as SVG elements."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from xml.sax.saxutils import escape, quoteattr

from journeymap.picture.faces import family_of
from journeymap.picture.graphemes import drawn
from journeymap.picture.prims import Image, Path, Prim, Rect, Segment, Stroke, Text
from journeymap.picture.rendering import MITER_LIMIT, corner, missing
from journeymap.picture.text import Run, TextStyle, runs
from journeymap.picture.theme import Theme

_RIGHT_TO_LEFT = "\u200f"


def number(value: float) -> str:
    """A length with at most three decimals and no more characters than it needs."""
    short = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if short == "-0" else short


def words(text: str) -> str:
    """Text for an element: no character that XML cannot hold."""
    return escape(drawn(text))


def quoted(text: str) -> str:
    """Text for an attribute, quotes included."""
    return quoteattr(drawn(text))


def element(prim: Prim, theme: Theme, images: Mapping[str, bytes]) -> str:
    """One shape as SVG; text with a halo becomes two elements."""
    if isinstance(prim, Rect):
        return _rect(prim, theme)
    if isinstance(prim, Path):
        return _path(prim, theme)
    if isinstance(prim, Text):
        return _text(prim, theme)
    return _image(prim, theme, images)


def _rect(rect: Rect, theme: Theme) -> str:
    radius = corner(rect)
    rx = f' rx="{number(radius)}"' if radius else ""
    box = "".join(
        f' {name}="{number(value)}"'
        for name, value in (("x", rect.x), ("y", rect.y), ("width", rect.w), ("height", rect.h))
    )
    return f"<rect{box}{rx}{_paint(rect.fill, rect.stroke, theme)}/>"


def _path(path: Path, theme: Theme) -> str:
    data = "".join(_segment(segment) for segment in path.segments)
    return f'<path d="{data}"{_paint(path.fill, path.stroke, theme)}/>'


def _segment(segment: Segment) -> str:
    return segment[0] + " ".join(number(value) for value in segment[1:])


def _paint(fill: str | None, stroke: Stroke | None, theme: Theme) -> str:
    out = f' fill="{theme.colour(fill) if fill else "none"}"'
    if stroke is None:
        return out
    out += f' stroke="{theme.colour(stroke.color)}" stroke-width="{number(stroke.width)}"'
    if stroke.dash:
        out += f' stroke-dasharray="{" ".join(map(number, stroke.dash))}"'
    if stroke.cap == "round":
        return out + ' stroke-linecap="round" stroke-linejoin="round"'
    return out + (f' stroke-miterlimit="{number(MITER_LIMIT)}"' if MITER_LIMIT != 4 else "")


def _text(text: Text, theme: Theme) -> str:
    style = TextStyle(text.size, text.weight, text.tabular, text.tracking)
    pieces = runs(text.text, style)
    if not pieces:
        return ""
    ink = f' fill="{theme.colour(text.color)}"'
    lines = _line(text, pieces, ink)
    if text.halo > 0:
        ground = theme.colour(text.halo_color)
        halo = (
            f' aria-hidden="true" fill="{ground}" stroke="{ground}" '
            f'stroke-width="{number(2 * text.halo)}" stroke-linejoin="round"'
        )
        lines = _line(text, pieces, halo) + lines
    return lines


def _line(text: Text, pieces: tuple[Run, ...], paint: str) -> str:
    """One element a run: many programs do not move a <tspan>."""
    at = f' y="{number(text.y)}" font-size="{number(text.size)}"{paint}'
    return "".join(f"<text{_run(run, text)}{at}>{_said(run)}</text>" for run in pieces)


def _said(run: Run) -> str:
    """The run's text; marks hold the signs at its ends in a line from the right."""
    edges = run.rtl and not (run.text[0].isalpha() and run.text[-1].isalpha())
    return escape(f"{_RIGHT_TO_LEFT}{run.text}{_RIGHT_TO_LEFT}" if edges else run.text)


def _run(run: Run, text: Text) -> str:
    family, weight = family_of(run.face)
    out = f' x="{number(text.x + run.x)}" font-family="{family},sans-serif"'
    if weight != 400:
        out += f' font-weight="{weight}"'
    tracked = text.tracking and not run.rtl
    return out + (f' letter-spacing="{number(text.tracking)}"' if tracked else "")


def _image(image: Image, theme: Theme, images: Mapping[str, bytes]) -> str:
    data = images.get(image.sha256)
    if data is None:
        return "".join(element(prim, theme, images) for prim in missing(image))
    kind = "png" if data.startswith(b"\x89PNG") else "jpeg"
    box = "".join(
        f' {name}="{number(value)}"'
        for name, value in (("x", image.x), ("y", image.y), ("width", image.w), ("height", image.h))
    )
    return f'<image{box} href="data:image/{kind};base64,{base64.b64encode(data).decode()}"/>'
