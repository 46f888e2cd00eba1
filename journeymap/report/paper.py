"""The sheet as PDF pages: marked content for every element, links with their places.

The marked-content operators are written here and nowhere else, so no mark can lack its tag.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from typing import Any

from journeymap.i18n.catalogue import Catalogue
from journeymap.paint import pdf
from journeymap.paint.pdf.operators import Writer
from journeymap.picture.prims import Path, Picture, Prim, Rect, Text
from journeymap.picture.rendering import Detail
from journeymap.picture.theme import PRINT, Theme
from journeymap.report.lines import Line, Piece, Span, width_of
from journeymap.report.palette import A4, COLORS, WHITE
from journeymap.report.pictures import Album
from journeymap.report.sheet import Align, Sheet
from journeymap.report.tags import Annotation, Element, Mark, plain
from journeymap.report.typefaces import Type

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


class Paper(Sheet):
    """The page being drawn, in points, y downwards; and the structure of all pages so far."""

    def __init__(self, canvas: Any, page_of: Mapping[str, int], album: Album) -> None:
        super().__init__()
        self.canvas = canvas
        self._page_of = page_of
        self._album = album
        self.links: list[LinkSpot] = []
        self.page = -1
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

    # -- structure --------------------------------------------------------------------------------

    @contextmanager
    def figure(self, alt: str, x: float, y: float, width: float, height: float) -> Iterator[Element]:
        with self.element("Figure", alt=alt) as made:
            made.page = self.page
            made.bbox = (x, self.height - y - height, x + width, self.height - y)
            yield made

    def decoration(self, x: float, y: float, width: float, height: float) -> AbstractContextManager[object]:
        del x, y, width, height
        return self.inside(None)

    def sign(
        self, says: str, x: float, y: float, width: float, height: float
    ) -> AbstractContextManager[object]:
        del x, y, width, height
        return self.element("Span", actual=says)

    @contextmanager
    def link(
        self, target: str, says: str, x: float, y: float, width: float, height: float
    ) -> Iterator[Element]:
        with self.element("Link") as made:
            yield made
            box = (x, self.height - y - height, x + width, self.height - y)
            inner = target in self._page_of
            made.kids.append(Annotation(len(self.links)))
            self.links.append(
                LinkSpot(self.page, box, target if inner else "", "" if inner else target, says)
            )

    def has(self, anchor: str) -> bool:
        return anchor in self._page_of

    def where(self, anchor: str, t: Catalogue) -> tuple[str, str]:
        """ "page 8", "to page 8"; two empty texts where the anchor stands nowhere."""
        number = self.page_number(anchor)
        if number is None:
            return "", ""
        return t("page\u00a0{n}", n=t.number(number)), t("to page {n}", n=t.number(number))

    def page_number(self, anchor: str) -> int | None:
        """The page, from 1, on which an anchor stands; None if it stands nowhere."""
        page = self._page_of.get(anchor)
        return None if page is None else page + 1

    def bookmark(self, name: str, title: str, y: float) -> None:
        self.canvas.bookmarkHorizontal(name, 0, self.height - y + 24)
        self.canvas.addOutlineEntry(plain(title), name, 0, closed=True)

    # -- text -------------------------------------------------------------------------------------

    def text(
        self, x: float, baseline: float, words: str, kind: Type, align: Align = "left", halo: float = 0.0
    ) -> None:
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

    def lines(
        self, x: float, y: float, lines: Sequence[Line], spans: Sequence[Span], width: float,
        align: Align = "left", leading: float = 0.0,
    ) -> float:  # fmt: skip
        for line in lines:
            kind = line.pieces[0].type if line.pieces else spans[0].type
            self._line(x, y + kind.ascent, line, width, align)
            y += leading or kind.leading
        return y

    def _line(self, x: float, baseline: float, line: Line, width: float, align: Align) -> None:
        """A laid line in a column so wide."""
        start = x
        if align != "left":
            start += (width - line.width) / (1 if align == "right" else 2)
        for number, piece in enumerate(line.pieces, 1):
            tail = " " if line.spaced and number == len(line.pieces) else ""
            if piece.address and self._stack[-1] is not None:
                self._address(start + piece.x, baseline, piece, tail)
            else:
                self.text(start + piece.x, baseline, piece.text + tail, piece.type)

    def _address(self, x: float, baseline: float, piece: Piece, tail: str) -> None:
        """Words that lead out of the report."""
        kind = piece.type
        with self.link(piece.address, piece.address, x, baseline - kind.ascent, piece.width, kind.leading):
            self.text(x, baseline, piece.text + tail, kind)

    # -- shapes -----------------------------------------------------------------------------------

    def shape(self, prim: Prim) -> None:
        self._mark()
        if isinstance(prim, Rect):
            self._writer.rect(prim)
        elif isinstance(prim, Path):
            self._writer.path(prim)
        elif isinstance(prim, Text):
            self._writer.text(prim)

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

    def image(self, sha256: str, x: float, y: float, width: float, height: float) -> None:
        data = self._album.data(sha256)
        if data is None:
            return
        from reportlab.lib.utils import ImageReader  # noqa: PLC0415 - few reports have pictures

        self._mark()
        self._writer.flush()
        self.canvas.saveState()
        self.canvas.transform(1, 0, 0, -1, x, y + height)
        self.canvas.drawImage(ImageReader(io.BytesIO(data)), 0, 0, width, height)
        self.canvas.restoreState()
