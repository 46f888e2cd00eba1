"""The legend: one line (more where the map is narrow) of the kinds that stand on this map."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from journeymap.analysis.words.nouns import customer_forms
from journeymap.picture.kinds.friction import Disc, disc_prims
from journeymap.picture.kinds.link import REFER
from journeymap.picture.kinds.signs import (
    dots,
    half_disc,
    leaf,
    life_buoy,
    note_sign,
    open_ring,
    padlock,
    pennant,
    rucksack,
    unknown,
)
from journeymap.picture.kinds.step import ASSUMED
from journeymap.picture.kinds.wall import bricks
from journeymap.picture.lettering import letters
from journeymap.picture.prims import Box, Node, Path, Prim, Rect, Stroke
from journeymap.picture.scene import Scene
from journeymap.picture.shapes import arrow_head, circle, diamond, line, tick
from journeymap.picture.text import TextStyle, width

STYLE = TextStyle(12, 400)
GAPS = (26.0, 21.0, 17.0)
LINE = 28.0
FOOT = 28.0

Draw = Callable[[float, float], tuple[Prim, ...]]


@dataclass(frozen=True, slots=True)
class Entry:
    """A kind: the name it is known by in tests, how wide its sign is, how to draw it, its words."""

    name: str
    width: float
    draw: Draw
    words: str


def _wall(x: float, y: float) -> tuple[Prim, ...]:
    return (bricks(Box(x, y - 8.2, 40, 16.4), 2),)


def _suspected(x: float, y: float) -> tuple[Prim, ...]:
    box = Rect(x, y - 8.2, 34, 16.4, 1.5, "paper", Stroke("brick", 1.75, (5.0, 3.2)))
    return (box, letters(x + 17, y + 4.4, "?", TextStyle(12, 700), "bricktext", anchor="middle"))


def _critical(x: float, y: float) -> tuple[Prim, ...]:
    return (Rect(x, y - 9, 26, 18, 4, "crit"), diamond(x + 13, y, 5, "oncrit"))


def _road(x: float, y: float) -> tuple[Prim, ...]:
    return (line(x, y, x + 34, y, "road", 6),)


def _thin_road(x: float, y: float) -> tuple[Prim, ...]:
    return (line(x, y, x + 34, y, "road", 3.5),)


def _refer(x: float, y: float) -> tuple[Prim, ...]:
    head = arrow_head((x + 35.5, y), (x, y), 5.4, REFER.color)
    return (line(x, y, x + 27, y, "brick", 2.5, (7, 4)), head)


def _information(x: float, y: float) -> tuple[Prim, ...]:
    return (line(x, y, x + 29, y, "info", 1.5), arrow_head((x + 35.5, y), (x, y), 4.6, "info"))


def _not_given(x: float, y: float) -> tuple[Prim, ...]:
    pen = Stroke("info", 1.5, (0.01, 6.0), "round")
    return (Path((("M", x + 1, y), ("L", x + 33, y)), stroke=pen),)


def _status(x: float, y: float) -> tuple[Prim, ...]:
    return (line(x, y, x + 29, y, "info", 1.5, (7, 3)), arrow_head((x + 35.5, y), (x, y), 4.6, "info"))


def _order(x: float, y: float) -> tuple[Prim, ...]:
    return (
        line(x, y - 2, x + 28, y - 2, "info", 1.3),
        line(x, y + 2, x + 28, y + 2, "info", 1.3),
        arrow_head((x + 35.5, y), (x, y), 5.2, "info"),
    )


def _shadow(x: float, y: float) -> tuple[Prim, ...]:
    return (line(x, y, x + 29, y, "info", 1.5, (2, 3)), arrow_head((x + 35.5, y), (x, y), 4.6, "info"))


def _exit(x: float, y: float) -> tuple[Prim, ...]:
    return (line(x, y, x + 29, y, "ink2", 1.5, (1.5, 2.5)), arrow_head((x + 35.5, y), (x, y), 4.6, "ink2"))


def _confirmed(x: float, y: float) -> tuple[Prim, ...]:
    return (circle(x + 8, y, 7.5, "paper", Stroke("brick", 1.6)), tick(x + 8, y, "brick"))


def _promise(x: float, y: float) -> tuple[Prim, ...]:
    pen = Stroke("bricktext", 2, (0.01, 5.0), "round")
    return (Path((("M", x + 1, y), ("L", x + 33, y)), stroke=pen),)


def _assumed(x: float, y: float) -> tuple[Prim, ...]:
    return (Rect(x, y - 8, 26, 16, 4, "card", Stroke("line", 1.25, ASSUMED)),)


def _hollow(x: float, y: float) -> tuple[Prim, ...]:
    outer = Rect(x, y - 9, 28, 18, 4, "card", Stroke("line", 1.25))
    return (outer, Rect(x + 3.5, y - 5.5, 21, 11, 2, None, Stroke("line", 1)))


def _disc(rank: int | None, tier: str) -> Draw:
    return lambda x, y: disc_prims(Disc(rank, tier, "paper"), x + 12, y)


def entries(scene: Scene, roles: frozenset[str]) -> Iterator[Entry]:
    """The kinds present, by importance. `roles` are what was drawn, as `present` names them."""
    t = scene.t
    forms = customer_forms(scene.journey, t)
    table: tuple[tuple[str, float, Draw, str], ...] = (
        ("wall", 40, _wall, t("Wall")),
        ("suspected", 34, _suspected, t("Suspected wall")),
        ("critical", 26, _critical, t("Decisive moment")),
        ("tier_a", 24, _disc(1, "A"), t("Friction that decides")),
        ("tier_b", 24, _disc(4, "B"), t("Friction that takes time")),
        ("unranked", 24, _disc(None, ""), t("Not ranked yet")),
        ("road", 34, _road, t("{The_guest}'s road (width = share)", **forms)),
        ("refer", 34, _refer, t("Sent on")),
        ("information", 34, _information, t("Information")),
        ("not_given", 34, _not_given, t("Information not given")),
        ("status", 34, _status, t("Message to the customer")),
        ("order", 34, _order, t("Order")),
        ("shadow", 34, _shadow, t("Shadow work")),
        ("exit", 34, _exit, t("Leaves")),
        ("promise", 34, _promise, t("Promise")),
        ("lock", 16, lambda x, y: padlock(x + 8, y, "paper"), t("Requirement")),
        ("open_lock", 16, lambda x, y: padlock(x + 8, y, "paper", True), t("Requirement missing")),
        ("rucksack", 16, lambda x, y: rucksack(x + 8, y, "paper", 12), t("{The_guest} carries it", **forms)),
        ("open_ring", 16, lambda x, y: open_ring(x + 8, y, "paper"), t("Do they know?")),
        ("assumed", 26, _assumed, t("Assumed")),
        ("hollow", 28, _hollow, t("Only passes on")),
        ("recovery", 16, lambda x, y: life_buoy(x + 8, y, "paper"), t("Puts right")),
        ("value", 16, lambda x, y: leaf(x + 8, y, 15, "paper"), t("Value in use")),
        ("partial", 16, lambda x, y: half_disc(x + 8, y, "paper"), t("Passed on in part")),
        ("evidence", 20, lambda x, y: dots(x + 2, y, 2, "ink2"), t("Heard, observed, measured")),
        ("confirmed", 16, _confirmed, t("Confirmed by people")),
        ("solved", 22, _disc(None, "solved"), t("Solved")),
        ("flag", 14, lambda x, y: pennant(x + 2, y - 6, "paper"), t("Worth a look")),
        ("unknown", 18, lambda x, y: unknown(x + 9, y, "paper"), t("Nobody knows")),
        ("note", 14, lambda x, y: note_sign(x + 1, y - 6, "paper"), t("Note")),
    )
    for name, wide, draw, words in table:
        if name in roles:
            yield Entry(name, wide, draw, words)


@dataclass(frozen=True, slots=True)
class Lines:
    """The legend set in lines, with px between two entries."""

    lines: tuple[tuple[Entry, ...], ...]
    gap: float


def lines_of(found: Sequence[Entry], room: float) -> Lines:
    """One line if it fits, however tight; else as few as needed, of about equal length."""
    for gap in GAPS:
        lines = _filled(found, room, gap)
        if len(lines) <= 1:
            return Lines(lines, gap)
    lines = _filled(found, room, GAPS[0])
    narrower = room
    while len(_filled(found, narrower - 20, GAPS[0])) == len(lines):
        narrower -= 20
    return Lines(_filled(found, narrower, GAPS[0]), GAPS[0])


def _filled(found: Sequence[Entry], room: float, gap: float) -> tuple[tuple[Entry, ...], ...]:
    lines: list[list[Entry]] = []
    x = room + 1
    for entry in found:
        wide = entry.width + 8 + width(entry.words, STYLE)
        if x + wide > room:
            lines.append([])
            x = 0.0
        lines[-1].append(entry)
        x += wide + gap
    return tuple(tuple(line) for line in lines)


def legend_height(lines: Lines) -> float:
    """Px that the legend takes at the foot of the picture."""
    return FOOT + LINE * len(lines.lines) if lines.lines else 0.0


def legend_nodes(scene: Scene, lines: Lines, top: float) -> Iterator[Node]:
    """A hairline and one node an entry."""
    if not lines.lines:
        return
    rule = (line(0, top, scene.width, top, "hair"),)
    yield Node("legend", "legend", rule, None, scene.t("Legend"), far=())
    for row, found in enumerate(lines.lines):
        x, y = scene.measures.left, top + FOOT + LINE * row
        for entry in found:
            words = letters(x + entry.width + 8, y + 4.2, entry.words, STYLE, "ink2")
            prims = (*entry.draw(x, y), words)
            yield Node(f"legend:{entry.name}", "legend_entry", prims, None, entry.words, far=())
            x += entry.width + 8 + width(entry.words, STYLE) + lines.gap
