"""The document's structure as a screen reader walks it: elements, what they hold and what they say.

Paper and screen fill the same tree: paper with marks on its pages, screen with words and shapes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from journeymap.picture.prims import Box, Prim
from journeymap.report.typefaces import Type

Role = Literal[
    "Document", "Sect", "H1", "H2", "H3", "P", "Figure", "Table", "THead", "TBody", "TR", "TH", "TD",
    "L", "LI", "Lbl", "LBody", "Link", "Span", "TOC", "TOCI", "Caption", "Div",
]  # fmt: skip
Scope = Literal["", "Row", "Column"]

_CONTROL = {code: None for code in [*range(9), 11, 12, *range(14, 32), 127, 0xFFFE, 0xFFFF]}


def plain(words: str) -> str:
    """Text as it may stand in PDF strings and XML: lone surrogates replaced, control signs dropped."""
    whole = words.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return whole.translate(_CONTROL)


class Mark(NamedTuple):
    """Marked content: number `number` on page `page`, both from 0."""

    page: int
    number: int


class Annotation(NamedTuple):
    """A link on a page: its place among the document's links."""

    link: int


class Words(NamedTuple):
    """Text of one type, with where it leads ("" for nowhere)."""

    text: str
    type: Type
    address: str = ""


class Shapes(NamedTuple):
    """A drawing: its shapes, and the part of the plane it takes; the map has colours of its own."""

    prims: tuple[Prim, ...]
    box: Box
    is_map: bool = False


@dataclass(slots=True, eq=False)
class Element:
    """One structure element. `alt` stands for a picture, `actual` for what is drawn as a sign.

    `title` says what a table holds, or what kind of group a Div is; `target` is where a link leads:
    an anchor or an address, `anchor` the name by which links lead here, `side` where a cell's text stands.
    """

    role: Role
    alt: str = ""
    actual: str = ""
    title: str = ""
    scope: Scope = ""
    column_span: int = 1
    page: int | None = None
    bbox: tuple[float, float, float, float] | None = None
    target: str = ""
    anchor: str = ""
    side: Literal["left", "right"] = "left"
    kids: list[Element | Mark | Annotation | Words | Shapes] = field(default_factory=list)

    def add(self, role: Role, alt: str = "", actual: str = "", title: str = "", scope: Scope = "") -> Element:
        """A new child."""
        child = Element(role, alt, actual, title, scope)
        self.kids.append(child)
        return child

    def walk(self) -> Iterator[Element]:
        """This element and all below, parents first."""
        pending = [self]
        while pending:
            element = pending.pop()
            yield element
            pending.extend(kid for kid in reversed(element.kids) if isinstance(kid, Element))
