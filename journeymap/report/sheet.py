"""What blocks draw on: from the upper left corner, every mark inside a structure element.

One content, two media: `paper` makes pages of it, `web.screen` a page that scrolls. Whatever is
drawn belongs to the innermost open element; outside all of them it is decoration that nobody hears.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import Literal

from journeymap.i18n.catalogue import Catalogue
from journeymap.picture.prims import Path, Picture, Prim, Rect, Segment, Stroke
from journeymap.picture.rendering import Detail
from journeymap.report.lines import Line, Span, width_of
from journeymap.report.palette import A4, INK
from journeymap.report.tags import Element, Role, Scope
from journeymap.report.typefaces import Type

Point = tuple[float, float]
Align = Literal["left", "right", "center"]


class Sheet(ABC):
    """A plane in points, y downwards; and the structure of all that has been drawn so far."""

    def __init__(self) -> None:
        self.document = Element("Document")
        self.width, self.height = A4
        self._stack: list[Element | None] = [None]

    # -- structure --------------------------------------------------------------------------------

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

    @property
    def innermost(self) -> Element:
        """The element that new ones become children of."""
        return next((one for one in reversed(self._stack) if one is not None), self.document)

    def group(self, kind: str) -> AbstractContextManager[object]:
        """What is drawn meanwhile stands together; paper needs no word for it, as it has places."""
        del kind
        return nullcontext()

    @abstractmethod
    def figure(
        self, alt: str, x: float, y: float, width: float, height: float
    ) -> AbstractContextManager[Element]:
        """A drawing that a screen reader hears as one sentence."""

    @abstractmethod
    def decoration(self, x: float, y: float, width: float, height: float) -> AbstractContextManager[object]:
        """A small drawing that says nothing which does not stand beside it in words."""

    @abstractmethod
    def sign(
        self, says: str, x: float, y: float, width: float, height: float
    ) -> AbstractContextManager[object]:
        """A small drawing that is said in words: "number 3, decides"."""

    @abstractmethod
    def link(
        self, target: str, says: str, x: float, y: float, width: float, height: float
    ) -> AbstractContextManager[object]:
        """What is drawn meanwhile leads to an anchor or to an address; `says` tells where."""

    @abstractmethod
    def has(self, anchor: str) -> bool:
        """Whether the anchor stands somewhere in the report."""

    def page_number(self, anchor: str) -> int | None:
        """The page, from 1, on which an anchor stands; None where there are no pages."""
        del anchor
        return None

    @abstractmethod
    def where(self, anchor: str, t: Catalogue) -> tuple[str, str]:
        """How a reader is sent to an anchor: words to print, and what they say when spoken."""

    @abstractmethod
    def bookmark(self, name: str, title: str, y: float) -> None:
        """An entry of the reader's outline that leads to this height."""

    # -- text -------------------------------------------------------------------------------------

    @abstractmethod
    def text(
        self, x: float, baseline: float, words: str, kind: Type, align: Align = "left", halo: float = 0.0
    ) -> None:
        """One line of text from x, to x (right) or about x (center); a halo keeps lines off it."""

    @abstractmethod
    def lines(
        self, x: float, y: float, lines: Sequence[Line], spans: Sequence[Span], width: float,
        align: Align = "left", leading: float = 0.0,
    ) -> float:  # fmt: skip
        """A laid paragraph from its upper left corner; the y below it. `spans` are what was laid."""

    def linked(self, x: float, baseline: float, words: str, kind: Type, anchor: str, says: str) -> None:
        """One line of text that leads to an anchor, right-aligned at x; plain text if there is none."""
        if not self.has(anchor):
            self.text(x, baseline, words, kind, "right")
            return
        wide = width_of(words, kind)
        with self.link(anchor, says, x - wide, baseline - kind.ascent, wide, kind.leading):
            self.text(x, baseline, words, kind, "right")

    # -- shapes -----------------------------------------------------------------------------------

    @abstractmethod
    def shape(self, prim: Prim) -> None:
        """One shape of the display list."""

    @abstractmethod
    def picture(self, picture: Picture, x: float, y: float, scale: float, detail: Detail = "near") -> None:
        """A finished drawing of the map, its upper left corner at x, y."""

    @abstractmethod
    def image(self, sha256: str, x: float, y: float, width: float, height: float) -> None:
        """An attachment's picture in this box; nothing where its bytes are not known."""

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
        self.shape(Rect(x, y, width, height, radius, fill, _pen(stroke, line, dash)))

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
        self.shape(Path(tuple(segments), fill, _pen(stroke, width, dash)))

    def curve(
        self, start: Point, bends: Sequence[tuple[Point, Point, Point]], stroke: str, width: float,
        dash: Sequence[float] = (),
    ) -> None:  # fmt: skip
        """A line of cubic pieces: two handles and an end each."""
        segments: list[Segment] = [("M", *start), *(("C", *one, *two, *end) for one, two, end in bends)]
        self.shape(Path(tuple(segments), None, _pen(stroke, width, dash)))


def _pen(color: str | None, width: float, dash: Sequence[float]) -> Stroke | None:
    return Stroke(color, width, tuple(dash)) if color else None
