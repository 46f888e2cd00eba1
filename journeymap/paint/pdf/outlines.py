"""Glyph outlines as Form XObjects, once each: halos are drawn with them."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import uharfbuzz as hb

from journeymap.picture.faces import shaper, units_per_em


def outline_form(canvas: Any, face: str, glyph: int, *, stroked: bool = True) -> str | None:
    """The name of the form that draws the glyph's outline in the face's units, y upwards, filled and,
    if `stroked`, stroked in the colours that hold where it is used; None for a glyph without ink."""
    code = _outline(face, glyph)
    if not code:
        return None
    name = f"{'outline' if stroked else 'glyph'}.{face}.{glyph}"
    code = code if stroked else code.removesuffix("B") + "f"
    if not canvas.hasForm(name):
        em = units_per_em(face)
        canvas.beginForm(name, -2 * em, -2 * em, 4 * em, 4 * em)
        canvas.addLiteral(code)
        canvas.endForm()
    return name


@lru_cache(maxsize=4096)
def _outline(face: str, glyph: int) -> str:
    """Path operators of a glyph, ending in fill-and-stroke; "" without ink."""
    parts: list[str] = []
    functions = hb.DrawFuncs()
    pen: list[float] = [0.0, 0.0]

    def move(x: float, y: float, _: object) -> None:
        pen[:] = [x, y]
        parts.append(f"{x:g} {y:g} m")

    def line(x: float, y: float, _: object) -> None:
        pen[:] = [x, y]
        parts.append(f"{x:g} {y:g} l")

    def cubic(x1: float, y1: float, x2: float, y2: float, x: float, y: float, _: object) -> None:
        pen[:] = [x, y]
        parts.append(f"{x1:.5g} {y1:.5g} {x2:.5g} {y2:.5g} {x:g} {y:g} c")

    def quadratic(x1: float, y1: float, x: float, y: float, data: object) -> None:
        (x0, y0), share = pen, 2 / 3
        first = (x0 + (x1 - x0) * share, y0 + (y1 - y0) * share)
        second = (x + (x1 - x) * share, y + (y1 - y) * share)
        cubic(*first, *second, x, y, data)

    functions.set_move_to_func(move)
    functions.set_line_to_func(line)
    functions.set_cubic_to_func(cubic)
    functions.set_quadratic_to_func(quadratic)
    functions.set_close_path_func(lambda _: parts.append("h"))
    shaper(face).draw_glyph(glyph, functions)
    return " ".join([*parts, "B"]) if parts else ""
