"""A step: its box and title, the black box of a critical one, and the small marks on its edges."""

from __future__ import annotations

from dataclasses import dataclass

from journeymap.model.ids import Id
from journeymap.picture.boxes import CAPTION, CAPTION_INDENT, Title
from journeymap.picture.kinds.signs import dots, leaf, life_buoy, unknown
from journeymap.picture.lettering import letters
from journeymap.picture.measures import Measures
from journeymap.picture.prims import Box, Node, Prim, Rect, Stroke
from journeymap.picture.shapes import diamond
from journeymap.picture.text import TextStyle, break_lines

ASSUMED = (4.5, 3.2)
MIDDLE_SIZE = 17.0
LEAF_WORDS = TextStyle(12, 600)


@dataclass(frozen=True, slots=True)
class StepLook:
    """All that decides how a step is drawn, besides where. Words come from the catalogue.

    `evidence` is how many dots are filled, None for none drawn; `caption` and `value` are words or
    empty; `ground` the colour around the box; `dimmed` takes all marks away.
    """

    title: str
    customer: bool
    ground: str
    language: str
    caption: str = ""
    value: str = ""
    assumed: bool = False
    evidence: int | None = None
    recovery: bool = False
    hollow: bool = False
    unknown: bool = False
    dimmed: bool = False

    @property
    def critical(self) -> bool:
        return bool(self.caption)


def step_node(id: Id, look: StepLook, box: Box, title: Title, measures: Measures, alt: str) -> Node:
    """The node of one step, at all three distances."""
    text = Box(box.x, box.y + title.head, box.w, box.h - title.head - title.foot)
    return Node(
        id=f"step:{id}",
        role="step",
        prims=(*_body(look, box), *_near(look, text, title.lines, measures), *_marks(look, box)),
        about=id,
        alt=alt,
        hit=box,
        middle=_middle(look, box, measures),
        far=_far(look, box),
    )


def _outline(look: StepLook) -> Stroke:
    if look.dimmed:
        return Stroke("hair", 1.25)
    dash = ASSUMED if look.assumed else ()
    if look.critical:
        return Stroke("crit", 1.75)
    return Stroke("road", 1.75, dash) if look.customer else Stroke("line", 1.25, dash)


def _body(look: StepLook, box: Box) -> tuple[Prim, ...]:
    """Keyline, card and outline."""
    keyline = box.grown(3)
    critical = look.critical and not look.dimmed
    fill = "crit" if critical else look.ground if look.dimmed else "card"
    prims: tuple[Prim, ...] = (
        Rect(*keyline, radius=9, fill=look.ground),
        Rect(*box, radius=6, fill=fill, stroke=_outline(look)),
    )
    if look.assumed and critical:
        prims += (Rect(*box.grown(-3.5), radius=3.5, stroke=Stroke("oncrit", 1.1, ASSUMED)),)
    if look.hollow and not look.dimmed:
        prims += (Rect(*box.grown(-4), radius=3.5, stroke=Stroke(_ink(look, "line"), 1.0)),)
    return prims


def _ink(look: StepLook, usual: str) -> str:
    return "oncrit" if look.critical else "road" if usual == "line" and look.customer else usual


def _near(look: StepLook, box: Box, lines: tuple[str, ...], measures: Measures) -> tuple[Prim, ...]:
    """Caption and title in the part of the box that is theirs."""
    prims: tuple[Prim, ...] = ()
    caption = measures.caption_height if look.caption else 0.0
    if look.dimmed:
        return _title(lines, box, measures.title, measures, caption, "line")
    if look.caption:
        prims += _caption(look.caption, box, lines, measures)
    style = measures.critical_title if look.critical else measures.title
    prims += _title(lines, box, style, measures, caption, "oncrit" if look.critical else "ink")
    return prims


def _title(
    lines: tuple[str, ...], box: Box, style: TextStyle, measures: Measures, caption: float, color: str
) -> tuple[Prim, ...]:
    """The lines of a title as one block, in the middle of what the caption leaves."""
    block = len(lines) * measures.leading + caption
    first = box.y + (box.h - block) / 2 + caption + style.size * 0.93
    x = box.x + measures.inset
    return tuple(
        letters(x, first + index * measures.leading, words, style, color) for index, words in enumerate(lines)
    )


def _caption(words: str, box: Box, lines: tuple[str, ...], measures: Measures) -> tuple[Prim, ...]:
    block = len(lines) * measures.leading + measures.caption_height
    y = box.y + (box.h - block) / 2 + 8.9
    x = box.x + measures.inset
    return (
        diamond(x + 4.6, y - 3.4, 4.6, "oncrit"),
        letters(x + CAPTION_INDENT, y, words, CAPTION, "oncrit"),
    )


def _marks(look: StepLook, box: Box) -> tuple[Prim, ...]:
    prims: tuple[Prim, ...] = ()
    if look.dimmed:
        return prims
    if look.value:
        prims += (
            *leaf(box.x + 8, box.y - 13, 15, look.ground),
            letters(box.x + 20, box.y - 8.5, look.value, LEAF_WORDS, "value", halo=look.ground),
        )
    if look.evidence is not None:
        prims += dots(
            box.right - (34 if look.unknown else 24), box.bottom - 7, look.evidence, _ink(look, "ink2")
        )
    if look.recovery:
        prims += life_buoy(box.x, box.y, look.ground)
    if look.unknown:
        prims += unknown(box.right - 2, box.bottom - 1, look.ground)
    return prims


def _middle(look: StepLook, box: Box, measures: Measures) -> tuple[Prim, ...]:
    """Two lines of larger type, no caption, the diamond kept."""
    style = TextStyle(MIDDLE_SIZE, 600 if look.critical else 500)
    color = "line" if look.dimmed else "oncrit" if look.critical else "ink"
    room = measures.step_width - 2 * measures.inset + 4
    lines = break_lines(look.title, style, room, look.language, 2)
    leading = 19.0
    first = box.y + (box.h - leading * len(lines)) / 2 + MIDDLE_SIZE * 0.9
    prims = _body(look, box)
    prims += tuple(
        letters(box.x + measures.inset - 2, first + index * leading, words, style, color)
        for index, words in enumerate(lines)
    )
    if look.critical and not look.dimmed:
        prims += (diamond(box.x + 5, box.y + 2, 9.0, look.ground), diamond(box.x + 5, box.y + 2, 6.5, "crit"))
    return prims


def _far(look: StepLook, box: Box) -> tuple[Prim, ...]:
    """A plate: what it is shows by colour, shape and place alone."""
    if look.dimmed:
        return (Rect(*box, radius=6, fill="hair"),)
    if look.critical:
        return (
            Rect(*box, radius=6, fill="crit"),
            diamond(box.x + box.w / 2, box.y + box.h / 2, min(22.0, box.h / 2 - 3), "oncrit"),
        )
    return (Rect(*box, radius=6, fill="road" if look.customer else "line"),)
