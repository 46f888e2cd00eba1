"""Drawing on the report's pages from the upper left corner, with every mark in a structure element.

Whatever is drawn belongs to the innermost open element; outside all of them it is an artifact.
The marked-content operators are written here and nowhere else, so no mark can lack its tag.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Literal

from journeymap.paint import pdf
from journeymap.paint.pdf.operators import Writer
from journeymap.picture.prims import Path, Picture, Rect, Segment, Stroke, Text
from journeymap.picture.rendering import Detail
from journeymap.picture.theme import PRINT, Theme
from journeymap.report.lines import Line, Piece, width_of
from journeymap.report.palette import A4, COLORS, INK, WHITE
from journeymap.report.tags import Annotation, Element, Mark, Role, Scope, plain
from journeymap.report.typefaces import Type

Point = tuple[float, float]
Align = Literal["left", "right", "center"]
_COLORS = Theme("print", {color: color for color in COLORS})
"""The painter asks a theme for colours by token; the report's tokens are the colours themselves."""


@dataclass(frozen=True, slots=True)
class LinkSpot:
    """Where a link can be clicked (PDF coordinates) and where it leads: an anchor or an address."""

    page: int
    box: tuple[float, float, float, float]
    anchor: str
    address: str
    contents: str


class Sheet:
    """The page being drawn, in points, y downwards; and the structure of all pages so far."""

    def __init__(self, canvas: Any, page_of: Mapping[str, int]) -> None:
        self.canvas = canvas
        self._page_of = page_of
        self.document = Element("Document")
        self.links: list[LinkSpot] = []
        self.page = -1
        self.width, self.height = A4
        self._stack: list[Element | None] = [None]
        self._open: Element | None = None
        self._marking = False
        self._marks = 0
        self._writer = Writer(canvas, _COLORS)

    def begin_page(self, landscape: bool = False) -> None:
        """A new, empty page; `end_page` must have closed the one before."""
        self.page += 1
        self.width, self.height = (A4[1], A4[0]) if landscape else A4
        self.canvas.setPageSize((self.width, self.height))
        self._marks = 0
        self._turn()

    def end_page(self) -> None:
        """The page is finished."""
        self._close()
        self._literal("Q")
        self.canvas.showPage()

    def _turn(self) -> None:
        """Let y run downwards from the upper edge."""
        self._literal(f"q 1 0 0 -1 0 {self.height:.3f} cm")

    def _literal(self, code: str) -> None:
        self._writer.flush()
        self.canvas.addLiteral(code)

    @contextmanager
    def inside(self, element: Element | None) -> Iterator[Element | None]:
        """What is drawn meanwhile belongs to this element; None: to none, it is an artifact."""
        self._stack.append(element)
        try:
            yield element
        finally:
            self._stack.pop()

    @contextmanager
    def element(self, role: Role, alt: str = "", actual: str = "", scope: Scope = "") -> Iterator[Element]:
        """A new element in the innermost open one."""
        made = self.innermost.add(role, alt, actual, scope=scope)
        with self.inside(made):
            yield made

    @contextmanager
    def figure(self, alt: str, x: float, y: float, width: float, height: float) -> Iterator[Element]:
        """A drawing that a screen reader hears as one sentence."""
        with self.element("Figure", alt=alt) as made:
            made.page = self.page
            made.bbox = (x, self.height - y - height, x + width, self.height - y)
            yield made

    @property
    def innermost(self) -> Element:
        """The element that new ones become children of."""
        return next((one for one in reversed(self._stack) if one is not None), self.document)

    def _mark(self) -> None:
        """Open the marked content that the next mark belongs to, if it is not open already."""
        element = self._stack[-1]
        if self._marking and element is self._open:
            return
        self._close()
        if element is None:
            self._literal("/Artifact BMC")
        else:
            self._literal(f"/{element.role} <</MCID {self._marks}>> BDC")
            element.kids.append(Mark(self.page, self._marks))
            self._marks += 1
        self._open, self._marking = element, True

    def _close(self) -> None:
        if self._marking:
            self._literal("EMC")
            self._marking = False

    def text(
        self, x: float, baseline: float, words: str, kind: Type, align: Align = "left", halo: float = 0.0
    ) -> None:
        """One line of text from x, to x (right) or about x (center); a halo keeps lines off it."""
        if not words:
            return
        if align != "left":
            x -= width_of(words, kind) / (1 if align == "right" else 2)
        self._mark()
        self._writer.text(
            Text(
                x, baseline, words, kind.size, kind.color, 0, kind.weight, kind.tabular,
                halo=halo, halo_color=WHITE,
            )
        )  # fmt: skip

    def line_of(self, x: float, baseline: float, line: Line, width: float, align: Align = "left") -> None:
        """A laid line in a column so wide."""
        start = x + {"right": width - line.width, "center": (width - line.width) / 2}.get(align, 0.0)
        for number, piece in enumerate(line.pieces, 1):
            tail = " " if line.spaced and number == len(line.pieces) else ""
            if piece.address and self._stack[-1] is not None:
                self._address(start + piece.x, baseline, piece, tail)
            else:
                self.text(start + piece.x, baseline, piece.text + tail, piece.type)

    def _address(self, x: float, baseline: float, piece: Piece, tail: str) -> None:
        """Words that lead out of the report."""
        with self.element("Link"):
            self.text(x, baseline, piece.text + tail, piece.type)
            area = (x, baseline - piece.type.ascent, piece.width, piece.type.leading)
            self._spot(area, "", piece.address, piece.address)

    def rule(
        self, x1: float, y1: float, x2: float, y2: float, width: float = 0.5, color: str = INK,
        dash: Sequence[float] = (),
    ) -> None:  # fmt: skip
        """A straight line."""
        self.path([(x1, y1), (x2, y2)], stroke=color, width=width, dash=dash)

    def box(
        self, x: float, y: float, width: float, height: float, fill: str | None = None,
        stroke: str | None = None, line: float = 0.5, radius: float = 0.0, dash: Sequence[float] = (),
    ) -> None:  # fmt: skip
        """A rectangle from its upper left corner."""
        self._mark()
        self._writer.rect(Rect(x, y, width, height, radius, fill, _pen(stroke, line, dash)))

    def circle(
        self, x: float, y: float, radius: float, fill: str | None = None, stroke: str | None = None,
        line: float = 0.9,
    ) -> None:  # fmt: skip
        """A circle about a point."""
        self.box(x - radius, y - radius, 2 * radius, 2 * radius, fill, stroke, line, radius)

    def path(
        self, points: Sequence[Point], fill: str | None = None, stroke: str | None = None,
        width: float = 0.5, dash: Sequence[float] = (), closed: bool = False,
    ) -> None:  # fmt: skip
        """A polygon or a line through these points."""
        segments: list[Segment] = [("M", *points[0]), *(("L", *point) for point in points[1:])]
        if closed or fill:
            segments.append(("Z",))
        self._mark()
        self._writer.path(Path(tuple(segments), fill, _pen(stroke, width, dash)))

    def curve(
        self, start: Point, bends: Sequence[tuple[Point, Point, Point]], stroke: str, width: float,
        dash: Sequence[float] = (),
    ) -> None:  # fmt: skip
        """A line of cubic pieces: two handles and an end each."""
        segments: list[Segment] = [("M", *start), *(("C", *one, *two, *end) for one, two, end in bends)]
        self._mark()
        self._writer.path(Path(tuple(segments), None, _pen(stroke, width, dash)))

    def picture(self, picture: Picture, x: float, y: float, scale: float, detail: Detail = "near") -> None:
        """A finished drawing of the map in the print theme, its upper left corner at x, y."""
        self._close()
        self._literal("Q")
        self._mark()
        self._writer.flush()
        lower = self.height - y - picture.height * scale
        pdf.draw(self.canvas, picture, PRINT, x=x, y=lower, scale=scale, detail=detail)
        self._close()
        self._turn()

    def bookmark(self, name: str, title: str, y: float) -> None:
        """An entry of the reader's outline that leads to this height of the page."""
        self.canvas.bookmarkHorizontal(name, 0, self.height - y + 24)
        self.canvas.addOutlineEntry(plain(title), name, 0, closed=True)

    def page_number(self, anchor: str) -> int | None:
        """The page, from 1, on which an anchor stands; None if it stands nowhere."""
        page = self._page_of.get(anchor)
        return None if page is None else page + 1

    def linked(self, x: float, baseline: float, words: str, kind: Type, anchor: str, says: str) -> None:
        """One line of text that leads to an anchor, right-aligned at x; plain text if there is none."""
        wide = width_of(words, kind)
        if anchor not in self._page_of:
            self.text(x, baseline, words, kind, "right")
            return
        with self.element("Link"):
            self.text(x, baseline, words, kind, "right")
            area = (x - wide, baseline - kind.ascent, wide, kind.leading)
            self._spot(area, anchor, "", says)

    def _spot(self, area: tuple[float, float, float, float], anchor: str, address: str, says: str) -> None:
        x, y, width, height = area
        box = (x, self.height - y - height, x + width, self.height - y)
        self.innermost.kids.append(Annotation(len(self.links)))
        self.links.append(LinkSpot(self.page, box, anchor, address, says))


def _pen(color: str | None, width: float, dash: Sequence[float]) -> Stroke | None:
    return Stroke(color, width, tuple(dash)) if color else None
