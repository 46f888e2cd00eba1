"""The structure tree as HTML: headings, lists, tables with scope, drawings with their words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from html import escape

from journeymap.paint.svg.marks import element as svg_element
from journeymap.paint.svg.marks import number
from journeymap.picture.graphemes import drawn
from journeymap.picture.prims import Image, Prim
from journeymap.picture.theme import Theme
from journeymap.report.palette import BRICK, SEC
from journeymap.report.pictures import Album
from journeymap.report.tags import Element, Shapes, Words
from journeymap.report.typefaces import Type
from journeymap.report.web.colours import MAP, REPORT

_TAGS = {
    "H1": "h1", "H2": "h2", "H3": "h3", "P": "p", "Div": "div", "L": "ul", "LI": "li", "LBody": "div",
    "Lbl": "span", "Span": "span", "TOC": "ol", "TOCI": "li", "Caption": "p", "Sect": "section",
}  # fmt: skip
_BLOCKS = ("h1", "h2", "h3", "p", "div", "ul", "ol", "li", "section", "table", "figure")
WIDE = 380.0
"""Points above which a drawing can be scrolled sideways on a narrow screen, so that it stays readable."""
PX = 4 / 3
_NAME = re.compile("[^A-Za-z0-9]+")
_BLANKS = re.compile("[ \n]+")


def name_of(anchor: str) -> str:
    """An anchor as an id of the page."""
    if _NAME.search(anchor.partition(":")[2]):
        return _NAME.sub("-", anchor.partition(":")[0]) + "-" + anchor.partition(":")[2].encode().hex()
    return anchor.replace(":", "-")


def text_of(words: str) -> str:
    """Text as it may stand in HTML, line ends as breaks."""
    return "<br>".join(escape(drawn(line)) for line in words.split("\n"))


class Markup:
    """Writes elements; pictures are taken from the album."""

    def __init__(self, album: Album) -> None:
        self._album = album
        self._ids: set[str] = set()

    def write(self, element: Element) -> Iterator[str]:
        """The element and all below it."""
        if element.role == "Table":
            yield from self._table(element)
        elif element.role == "Figure":
            yield from self._figure(element)
        elif element.role == "Link":
            yield from self._link(element)
        elif element.role == "TOC":
            yield f'<ol class="toc">{self._inner(element)}</ol>'
        elif element.role == "Span" and element.actual:
            yield from self._sign(element)
        else:
            yield from self._plain(element)

    def _plain(self, element: Element) -> Iterator[str]:
        tag = _TAGS[element.role]
        inner = self._inner(element)
        if not inner:
            return
        kind = element.title if element.role == "Div" else _kind_of(element)
        yield f"<{tag}{self._attributes(element, kind)}>{inner}</{tag}>" + ("\n" if tag in _BLOCKS else "")

    def _attributes(self, element: Element, kind: str) -> str:
        out = ""
        name = name_of(element.anchor) if element.anchor else ""
        if name and name not in self._ids:
            self._ids.add(name)
            out += f' id="{name}"'
        return out + (f' class="{kind}"' if kind else "")

    def _inner(self, element: Element) -> str:
        whole = len(element.kids) > 0 and _kind_of(element)
        out: list[str] = []
        for kid in element.kids:
            if isinstance(kid, Element):
                out += self.write(kid)
            elif isinstance(kid, Words):
                head = element.role in ("H1", "H2", "H3") or (element.role == "TH" and not out)
                out.append(_words(kid, bare=bool(whole) or head))
            elif isinstance(kid, Shapes):
                out.append(self._svg(kid, ""))
        return "".join(out)

    def _link(self, element: Element) -> Iterator[str]:
        inner = self._inner(element)
        inside = not element.target.lower().startswith(("http:", "https:", "mailto:"))
        where = f"#{name_of(element.target)}" if inside else element.target
        says = (
            f' aria-label="{escape(drawn(element.alt))}"'
            if element.alt and inside and not element.kids[1:]
            else ""
        )
        yield f'<a href="{escape(where)}"{says}>{inner}</a>'

    # -- drawings ---------------------------------------------------------------------------------

    def _sign(self, element: Element) -> Iterator[str]:
        """A small drawing that nobody hears, and its words that nobody sees."""
        shapes = "".join(self._svg(kid, "") for kid in element.kids if isinstance(kid, Shapes))
        yield f'{shapes}<span class="vh">{escape(drawn(element.actual))}</span>'

    def _figure(self, element: Element) -> Iterator[str]:
        for kid in element.kids:
            if not isinstance(kid, Shapes):
                continue
            if not element.alt:
                yield self._svg(kid, "")
                continue
            svg, alt = self._svg(kid, element.alt), escape(drawn(element.alt))
            kind = "map" if kid.is_map else "wide" if kid.box.w > WIDE else ""
            if kind:
                yield f'<div class="scroll {kind}" role="group" tabindex="0" aria-label="{alt}">{svg}</div>\n'
            else:
                yield f'<div class="drawing">{svg}</div>\n'

    def _svg(self, shapes: Shapes, alt: str) -> str:
        """An inline drawing; without `alt` it is decoration."""
        box, theme = shapes.box, MAP if shapes.is_map else REPORT
        scale = 1.0 if shapes.is_map else PX
        said = f'role="img" aria-label="{escape(drawn(alt))}"' if alt else 'aria-hidden="true"'
        view = " ".join(number(value) for value in box)
        size = f'width="{number(box.w * scale)}" height="{number(box.h * scale)}"'
        return f'<svg {said} viewBox="{view}" {size}>{self._prims(shapes, theme)}</svg>'

    def _prims(self, shapes: Shapes, theme: Theme) -> str:
        return "".join(svg_element(prim, theme, self._images(prim)) for prim in shapes.prims)

    def _images(self, prim: Prim) -> Mapping[str, bytes]:
        data = self._album.data(prim.sha256) if isinstance(prim, Image) else None
        return {prim.sha256: data} if isinstance(prim, Image) and data is not None else {}

    # -- tables -----------------------------------------------------------------------------------

    def _table(self, element: Element) -> Iterator[str]:
        """Roles are said aloud, because a narrow screen shows rows as blocks and would lose them."""
        heads = [
            _text(cell)
            for part in _elements(element)
            if part.role == "THead"
            for row in _elements(part)
            for cell in _elements(row)
        ]
        kind = ' class="rows"' if heads else ' class="tiers"'
        caption = f'<caption class="vh">{escape(drawn(element.title))}</caption>' if element.title else ""
        yield f'<table role="table"{kind}>{caption}'
        loose = [row for row in _elements(element) if row.role == "TR"]
        for part in _elements(element):
            if part.role in ("THead", "TBody"):
                yield from self._rows(part, _elements(part), heads)
        if loose:
            yield from self._rows(Element("TBody"), loose, heads)
        yield "</table>\n"

    def _rows(self, part: Element, rows: Sequence[Element], heads: Sequence[str]) -> Iterator[str]:
        tag = "thead" if part.role == "THead" else "tbody"
        yield f'<{tag} role="rowgroup">'
        for row in rows:
            yield f'<tr role="row"{self._attributes(row, "")}>'
            for place, cell in enumerate(_elements(row)):
                head = heads[place] if place < len(heads) and tag == "tbody" else ""
                yield from self._cell(cell, head)
            yield "</tr>\n"
        yield f"</{tag}>"

    def _cell(self, cell: Element, head: str) -> Iterator[str]:
        inner = self._inner(cell)
        kinds = [kind for kind in (_kind_of(cell), "n" if cell.side == "right" else "") if kind]
        out = f' class="{" ".join(kinds)}"' if kinds else ""
        out += f' colspan="{cell.column_span}"' if cell.column_span > 1 else ""
        out += f' data-label="{escape(head)}"' if head and cell.role == "TD" else ""
        if cell.role == "TD":
            inner = f"<div>{inner}</div>" if head and len(cell.kids) > 1 else inner
            yield f'<td role="cell"{out}>{inner}</td>'
        elif cell.scope == "Row":
            yield f'<th scope="row" role="rowheader"{out}>{inner}</th>'
        else:
            scope = "colgroup" if cell.column_span > 1 else "col"
            said = inner or f'<span class="vh">{escape(drawn(cell.actual))}</span>'
            yield f'<th scope="{scope}" role="columnheader"{out}>{said}</th>'


def _elements(element: Element) -> list[Element]:
    return [kid for kid in element.kids if isinstance(kid, Element)]


def _text(element: Element) -> str:
    """All words of an element in one line; blanks that hold a figure together stay."""
    words = (kid.text if isinstance(kid, Words) else _text(kid) for kid in element.kids
             if isinstance(kid, Words | Element))  # fmt: skip
    return _BLANKS.sub(" ", " ".join(words)).strip()


def _kind_of(element: Element) -> str:
    """The class of an element all of whose words are of one type; "" where they differ."""
    kinds = {_kind(kid.type) for kid in element.kids if isinstance(kid, Words)}
    return kinds.pop() if len(kinds) == 1 and element.role not in ("H1", "H2", "H3", "TH") else ""


def _kind(kind: Type) -> str:
    """The classes of a type: bold, grey, brick, large, digits of one width."""
    said = [
        ("b", kind.weight == 600), ("q", kind.color == SEC), ("w", kind.color == BRICK),
        ("l", 12.5 <= kind.size < 20), ("xl", kind.size >= 20), ("t", kind.tabular),
    ]  # fmt: skip
    return " ".join(name for name, holds in said if holds)


def _words(words: Words, *, bare: bool) -> str:
    text = text_of(words.text)
    if words.address:
        text = f'<a href="{escape(words.address)}" rel="noopener noreferrer">{text}</a>'
    kind = "" if bare else _kind(words.type)
    return f'<span class="{kind}">{text}</span>' if kind else text
