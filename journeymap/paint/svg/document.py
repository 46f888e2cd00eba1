"""A picture as an SVG document: one group a node, with id, role, words for a screen reader."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from journeymap.paint.svg.embedding import font_faces
from journeymap.paint.svg.marks import element, number, quoted, words
from journeymap.picture.prims import Node, Picture
from journeymap.picture.rendering import Detail, shapes_at
from journeymap.picture.theme import LIGHT, Theme

_NOT_IN_A_NAME = re.compile("[^A-Za-z0-9_.-]")


def to_svg(
    picture: Picture,
    theme: Theme = LIGHT,
    *,
    images: Mapping[str, bytes] | None = None,
    detail: Detail = "near",
    embed_fonts: bool = True,
) -> str:
    """The picture as one SVG text, the same text for the same picture.

    `images` holds the bytes of attachments by their hash; a missing one is a crossed frame.
    Without `embed_fonts` the file is small and comparable, and shows only where Inter is installed.
    """
    drawn = [(node, shapes_at(node, detail)) for node in picture.nodes]
    width, height = number(picture.width), number(picture.height)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}" lang={quoted(picture.language)} '
        f'xml:lang={quoted(picture.language)} xml:space="preserve" role="graphics-document">',
        f"<title>{words(picture.title)}</title>",
    ]
    if embed_fonts:
        lines.append(f"<style>{_style(font_faces(prim for _, prims in drawn for prim in prims))}</style>")
    lines.append(f'<rect width="{width}" height="{height}" fill="{theme.colour("paper")}"/>')
    names = _names(picture)
    for node, prims in drawn:
        if prims:
            lines.extend(_head(node, next(names)))
            lines.extend(filter(None, (element(prim, theme, images or {}) for prim in prims)))
            lines.append("</g>")
        else:
            next(names)
    lines.append("</svg>\n")
    return "\n".join(lines)


def _style(faces: str) -> str:
    """Glyphs where they were measured: no hinting, no ligatures of the browser's own."""
    return f"{faces}\ntext{{text-rendering:geometricPrecision;font-kerning:normal;white-space:pre}}"


def _head(node: Node, name: str) -> Iterator[str]:
    about = f" data-about={quoted(node.about)}" if node.about else ""
    role = _NOT_IN_A_NAME.sub("-", node.role)
    spoken = ' role="img"' if node.alt else ""
    yield f'<g id="{name}" class="{role}"{about}{spoken}>'
    if node.alt:
        first, stop, rest = node.alt.partition(". ")
        yield f"<title>{words(first + stop.strip())}</title>"
        if rest:
            yield f"<desc>{words(rest)}</desc>"


def _names(picture: Picture) -> Iterator[str]:
    """An XML name for each node, like its id where that can be, never one twice."""
    taken: set[str] = set()
    for node in picture.nodes:
        name = _NOT_IN_A_NAME.sub("-", node.id)
        if not name[:1].isalpha():
            name = f"n-{name}"
        number_ = 2
        unique = name
        while unique in taken:
            unique, number_ = f"{name}.{number_}", number_ + 1
        taken.add(unique)
        yield unique
