"""The sheet as a page that scrolls: blocks leave their words and shapes in the structure tree.

Places on the sheet mean nothing here except inside a drawing: what stands where is the style sheet's.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager

from journeymap.i18n.catalogue import Catalogue
from journeymap.picture.prims import Box, Image, Picture, Prim, Text
from journeymap.picture.rendering import Detail, shapes_at
from journeymap.report.addresses import parts_of
from journeymap.report.lines import Line, Span, width_of
from journeymap.report.palette import WHITE
from journeymap.report.sheet import Align, Sheet
from journeymap.report.tags import Element, Shapes, Words
from journeymap.report.typefaces import Type


class Screen(Sheet):
    """Collects words and shapes; `anchors` are all that the report has."""

    def __init__(self, anchors: Collection[str]) -> None:
        super().__init__()
        self._anchors = anchors
        self._shapes: list[Prim] | None = None
        self._map: Picture | None = None

    # -- structure --------------------------------------------------------------------------------

    @contextmanager
    def group(self, kind: str) -> Iterator[Element]:
        with self.element("Div") as made:
            made.title = kind
            yield made

    @contextmanager
    def _drawing(self, holder: Element, box: Box) -> Iterator[Element]:
        """Shapes drawn meanwhile go into one drawing of this box."""
        before, self._shapes, self._map = self._shapes, [], None
        with self.inside(holder):
            yield holder
        drawn = self._map
        if drawn is not None:
            prims = tuple(prim for node in drawn.nodes for prim in shapes_at(node))
            holder.kids.append(Shapes(prims, Box(0, 0, drawn.width, drawn.height), is_map=True))
        else:
            holder.kids.append(Shapes(tuple(self._shapes), box))
        self._shapes = before

    def figure(
        self, alt: str, x: float, y: float, width: float, height: float
    ) -> AbstractContextManager[Element]:
        return self._drawing(self.innermost.add("Figure", alt=alt), Box(x, y, width, height))

    def decoration(self, x: float, y: float, width: float, height: float) -> AbstractContextManager[object]:
        return self._drawing(self.innermost.add("Figure"), Box(x, y, width, height))

    def sign(
        self, says: str, x: float, y: float, width: float, height: float
    ) -> AbstractContextManager[object]:
        return self._drawing(self.innermost.add("Span", actual=says), Box(x, y, width, height))

    @contextmanager
    def link(
        self, target: str, says: str, x: float, y: float, width: float, height: float
    ) -> Iterator[Element]:
        del x, y, width, height
        with self.element("Link", alt=says) as made:
            made.target = target
            yield made

    def has(self, anchor: str) -> bool:
        return anchor in self._anchors

    def where(self, anchor: str, t: Catalogue) -> tuple[str, str]:
        """ "in full": the link itself says where."""
        del anchor
        return t("in full"), t("read it in full")

    def bookmark(self, name: str, title: str, y: float) -> None:
        """A section has its name from the page that holds it."""

    # -- text -------------------------------------------------------------------------------------

    def text(
        self, x: float, baseline: float, words: str, kind: Type, align: Align = "left", halo: float = 0.0
    ) -> None:
        if not words:
            return
        if self._shapes is not None:
            wide = width_of(words, kind)
            x -= {"left": 0.0, "right": wide, "center": wide / 2}[align]
            self._shapes.append(
                Text(
                    x, baseline, words, kind.size, kind.color, wide, kind.weight, kind.tabular,
                    halo=halo, halo_color=WHITE,
                )
            )  # fmt: skip
        elif self._stack[-1] is not None:
            kids = self._stack[-1].kids
            if kids and isinstance(kids[-1], Words):
                words = f" {words}"
            kids.append(Words(words, kind))

    def lines(
        self, x: float, y: float, lines: Sequence[Line], spans: Sequence[Span], width: float,
        align: Align = "left", leading: float = 0.0,
    ) -> float:  # fmt: skip
        if self._shapes is not None:
            return self._laid(x, y, lines, spans, width, align, leading)
        if self._stack[-1] is not None:
            self._stack[-1].kids += [
                Words(part, span.type, address) for span in spans for part, address in parts_of(span.text)
            ]
        return y

    def _laid(
        self, x: float, y: float, lines: Sequence[Line], spans: Sequence[Span], width: float, align: Align,
        leading: float,
    ) -> float:  # fmt: skip
        """Lines within a drawing, where places count."""
        for line in lines:
            kind = line.pieces[0].type if line.pieces else spans[0].type
            start = x + {"left": 0.0, "right": width - line.width, "center": (width - line.width) / 2}[align]
            for piece in line.pieces:
                self.text(start + piece.x, y + kind.ascent, piece.text, piece.type)
            y += leading or kind.leading
        return y

    # -- shapes -----------------------------------------------------------------------------------

    def shape(self, prim: Prim) -> None:
        if self._shapes is not None:
            self._shapes.append(prim)

    def picture(self, picture: Picture, x: float, y: float, scale: float, detail: Detail = "near") -> None:
        del x, y, scale, detail
        self._map = picture

    def image(self, sha256: str, x: float, y: float, width: float, height: float) -> None:
        self.shape(Image(x, y, width, height, sha256))
