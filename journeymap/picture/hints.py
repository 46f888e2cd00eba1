"""What an almost empty map shows: where the first steps will stand and what belongs in which lane.

The hints go as real steps arrive, the last with the third step (VISUAL 13).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from journeymap.picture.kinds.lane import SUB
from journeymap.picture.kinds.link import INFO_RADIUS, ROAD_RADIUS
from journeymap.picture.kinds.stage import NAME
from journeymap.picture.lettering import letters
from journeymap.picture.prims import Box, Node, Path, Prim, Rect, Stroke
from journeymap.picture.scene import UNTIL, Scene
from journeymap.picture.shapes import Spot, circle, line, rounded
from journeymap.picture.text import TextStyle, width

GHOST_LANE = 108.0
DOTS = (2.0, 3.0)
ROAD_DOTS = (0.01, 7.0)
KEY = TextStyle(13, 600)
WORDS = TextStyle(13, 400)
LEAD = TextStyle(15, 600)
KEYS_HEIGHT = 96.0


@dataclass(frozen=True, slots=True)
class Ghost:
    """A lane that is not there yet: its name, what to write there, and whether a supplier's."""

    name: str
    sub: str
    box: Box
    supplier: bool


def wanted(scene: Scene) -> bool:
    """Whether this map is still empty enough for hints."""
    return scene.options.hints and len(scene.journey.steps) < UNTIL


def hint_height(scene: Scene) -> float:
    """Px that ghost lanes and keys take below the map."""
    if not wanted(scene):
        return 0.0
    keys = KEYS_HEIGHT if not scene.journey.steps else 0.0
    return sum(ghost.box.h for ghost in ghosts(scene)) + keys


def ghosts(scene: Scene) -> list[Ghost]:
    """Lanes to come, below those that are there; up to four in all."""
    t = scene.t
    names = (
        (t("Department"), t("such as the front desk"), False),
        (t("Department"), t("such as customer service"), False),
        (t("Supplier"), t("and who of yours answers"), True),
    )
    y = scene.frame.map_bottom
    found = []
    for name, sub, supplier in names[max(0, len(scene.grid.lanes) - 1) :]:
        found.append(Ghost(name, sub, Box(0, y, scene.width, GHOST_LANE), supplier))
        y += GHOST_LANE
    return found


def hint_nodes(scene: Scene) -> Iterator[Node]:
    """Ghost lanes, ghost steps with the road between them, and the keys that make them real."""
    if not wanted(scene):
        return
    for index, ghost in enumerate(ghosts(scene)):
        yield _lane(ghost, index, scene.measures.left)
    if not scene.journey.stages:
        yield _stages(scene)
    yield from _steps(scene)
    if not scene.journey.steps:
        yield _keys(scene, scene.frame.map_bottom + sum(ghost.box.h for ghost in ghosts(scene)))


def _lane(ghost: Ghost, index: int, left: float) -> Node:
    prims: list[Prim] = []
    if ghost.supplier:
        prims.append(Rect(*ghost.box, fill="back"))
    halo = "back" if ghost.supplier else None
    prims += [
        line(0, ghost.box.bottom, ghost.box.right, ghost.box.bottom, "hair"),
        letters(left, ghost.box.y + 30, ghost.name, LEAD, "ink3", halo=halo),
        letters(left, ghost.box.y + 47, ghost.sub, SUB, "ink3", halo=halo),
    ]
    return Node(f"hint:lane{index}", "hint", tuple(prims), layer="ground", alt=f"{ghost.name}, {ghost.sub}")


def _stages(scene: Scene) -> Node:
    """The first stage's rule, and two to come."""
    m, top = scene.measures, scene.frame.stage_top
    pitch = m.step_width + m.gutter
    prims: list[Prim] = []
    for number in range(2):
        x = m.header_width + m.gutter / 2 + number * 3 * pitch
        prims.append(Rect(x, top, 3 * pitch - m.gutter, 2, fill="hair" if number else "ink3"))
        prims.append(letters(x, top + 22, scene.t("Stage {n}", n=number + 1), NAME, "ink3"))
    return Node("hint:stages", "hint", tuple(prims), layer="ground", far=())


def _places(scene: Scene) -> list[Box]:
    """Four boxes: two at the customer's, one handed over, one back with the customer."""
    m, frame = scene.measures, scene.frame
    pitch = m.step_width + m.gutter
    first = frame.lane_bands[0] if frame.lane_bands else Box(0, frame.map_bottom, 0, GHOST_LANE)
    top = first.y + first.h / 2
    second = frame.lane_bands[1].y + frame.lane_bands[1].h / 2 if len(frame.lane_bands) > 1 else (
        first.bottom + GHOST_LANE / 2
    )  # fmt: skip
    left = m.header_width + m.gutter / 2
    middles = (top, top, second, top)
    return [
        Box(left + index * pitch, y - m.step_height / 2, m.step_width, m.step_height)
        for index, y in enumerate(middles)
    ]


def _steps(scene: Scene) -> Iterator[Node]:
    count = len(scene.journey.steps)
    boxes = _places(scene)
    real = [slot.box for slot in scene.frame.slots.values()]
    if not count:
        yield _first(scene, boxes[0])
    for index, box in enumerate(boxes):
        if index and index >= count and not any(box.grown(8).meets(other) for other in real):
            faint = "rule" if index == 1 else "hair"
            prims: list[Prim] = [Rect(*box, radius=6, stroke=Stroke(faint, 1.25, DOTS))]
            if not count or index > count:
                prims.append(_road(boxes, index, faint))
            yield Node(f"hint:step{index}", "hint", tuple(prims), middle=tuple(prims), far=())


def _road(boxes: list[Box], index: int, color: str) -> Path:
    """The dotted road that leads to a ghost: along, then up or down."""
    a, b = boxes[index - 1], boxes[index]
    level = a.y + a.h / 2
    spots: tuple[Spot, ...]
    if abs(a.y - b.y) < 1:
        spots = ((a.right + 4, level), (b.x - 4, level))
    else:
        below = b.y > a.y
        x = b.x + b.w / 2
        spots = ((a.right + 6, level), (x, level), (x, b.y - 6 if below else b.bottom + 6))
    radius = ROAD_RADIUS if len(spots) > 2 else INFO_RADIUS
    return Path(rounded(spots, radius), stroke=Stroke(color, 4, ROAD_DOTS, "round"))


def _first(scene: Scene, box: Box) -> Node:
    """The first box, outlined as the place where the caret goes, with the start ring before it."""
    level = box.y + box.h / 2
    words = scene.t("The first step")
    m = scene.measures
    prims = (
        line(box.x - 12, level, box.x, level, "road", 6),
        circle(box.x - 18, level, 6.5, "paper", Stroke("road", 4)),
        Rect(*box, radius=6, fill="card", stroke=Stroke("road", 1.75)),
        letters(box.x + m.inset, level + 5, words, m.title, "ink3"),
    )
    return Node("hint:step0", "hint", prims, alt=words, hit=box, middle=prims)


def _keys(scene: Scene, y: float) -> Node:
    """ "Just type." and the keys that go on from there."""
    t, m = scene.t, scene.measures
    base = y + 52
    prims: list[Prim] = [letters(m.left, base, t("Just type."), LEAD)]
    x = m.header_width + m.gutter / 2
    for keys, words in (
        (("Enter",), t("next step")),
        (("Ctrl", "↓"), t("hand over to the lane below")),
        (("Ctrl", "V"), t("paste a list")),
    ):
        for key in keys:
            wide = max(28.0, width(key, KEY) + 18)
            prims.append(Rect(x, base - 19, wide, 28, 5, "paper", Stroke("ink3", 1)))
            prims.append(letters(x + wide / 2, base, key, KEY, anchor="middle"))
            x += wide + 6
        prims.append(letters(x + 5, base, words, WORDS, "ink2"))
        x += 5 + width(words, WORDS) + 30
    return Node("hint:keys", "hint", tuple(prims), far=())
