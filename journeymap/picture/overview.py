"""The whole map on one page: numbered boxes, the road in three widths, walls, stages and lanes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from journeymap.analysis.findings import Findings
from journeymap.i18n.catalogue import Catalogue
from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.model.reading import steps_in_order
from journeymap.picture import grounds
from journeymap.picture.curve import curve_nodes
from journeymap.picture.kinds.lane import hatched
from journeymap.picture.kinds.step import StepLook
from journeymap.picture.kinds.wall import bricks
from journeymap.picture.lettering import letters
from journeymap.picture.links import link_nodes, link_order
from journeymap.picture.measures import NORMAL, Measures
from journeymap.picture.memo import Memo
from journeymap.picture.options import Options
from journeymap.picture.prims import Box, Node, Path, Picture, Prim, Rect, Stroke, Text
from journeymap.picture.scene import Scene, scene_of
from journeymap.picture.shapes import diamond, line
from journeymap.picture.text import TextStyle, break_lines, width
from journeymap.picture.voice import lane_alt, picture_alt, spoken, step_alt
from journeymap.picture.wall_nodes import about, wall_places
from journeymap.picture.wall_places import WallPlace
from journeymap.picture.wall_words import hours_of_marks, wall_alt

LEAST = 8.4
"""The smallest type, in the caller's unit."""
HEADER = 86.0
ROUNDS = 3
"""Gutters grow with their tracks, so the scale is found by trying."""


def overview_picture(journey: Journey, findings: Findings, t: Catalogue, paper: float) -> Picture:
    """The overview in world px; drawn paper/width times its size it fills `paper` units."""
    columns = max(1, len({step.column or 0 for step in journey.steps.values()}))
    scale = (paper - HEADER) / (columns * (NORMAL.step_width + NORMAL.gutter) + 20)
    scale = min(scale, 0.45)
    options = Options(title_block=False, ledger=False, legend=False, notes=False)
    scene = None
    for _ in range(ROUNDS):
        scene = scene_of(journey, findings, options, t, Memo(), _measures(scale))
        scale = min(scale, paper / scene.width)
    assert scene is not None
    return _picture(scene, scale)


def _measures(scale: float) -> Measures:
    """World px that come out right at this scale."""
    return replace(
        NORMAL,
        name="overview",
        step_height=max(NORMAL.step_height, min(1.45 * LEAST / scale, 90.0)),
        left=2 / scale,
        right=4 / scale,
        header=(HEADER - 2) / scale,
        lane_height=max(NORMAL.lane_height, 28 / scale),
        no_title=13 / scale,
        stage_band=17 / scale,
        curve_band=30 / scale,
        title=TextStyle(6, 500),
        critical_title=TextStyle(6, 600),
        leading=7.0,
        caption_height=0.0,
    )


def _picture(scene: Scene, scale: float) -> Picture:
    frame = scene.frame
    return Picture(
        width=scene.width,
        height=frame.map_bottom + 1 / scale,
        nodes=tuple(_nodes(scene, scale)),
        title=picture_alt(scene),
        language=scene.language,
        lane_bands=tuple(
            (lane.id, band) for lane, band in zip(scene.grid.lanes, frame.lane_bands, strict=True)
        ),
        stage_bands=grounds.stage_bands(scene),
        column_bands=tuple(
            (column.value, band) for column, band in zip(scene.grid.columns, frame.column_bands, strict=True)
        ),
        header_width=scene.measures.header_width,
        header_height=frame.curve_top,
    )


def _nodes(scene: Scene, scale: float) -> Iterator[Node]:
    yield from _grounds(scene, scale)
    yield from grounds.stage_lines(scene)
    for node in curve_nodes(scene):
        if node.role == "curve":
            yield replace(node, prims=node.far or ())
    for node in link_nodes(scene, link_order(scene), ()):
        yield replace(node, prims=node.far or _thin(node, scale))
    yield from _walls(scene, scale)
    yield from _steps(scene, scale)
    yield from _lanes(scene, scale)
    yield from _stages(scene, scale)


def _grounds(scene: Scene, scale: float) -> Iterator[Node]:
    """Grounds with rules heavy enough for the page."""
    for look, lane, band in zip(
        grounds.lane_looks(scene), scene.grid.lanes, scene.frame.lane_bands, strict=True
    ):
        prims: list[Prim] = [Rect(*band, fill=look.ground)] if look.ground != "paper" else []
        if look.kind == "supplier":
            prims.append(replace(hatched(band), stroke=Stroke("hatch", 3.0)))
        for y in (band.y, band.bottom):
            prims.append(line(band.x, y, band.right, y, "rule", 0.5 / scale))
        if look.kind == "customer":
            prims.append(Rect(0, band.y, 2 / scale, band.h, fill="road"))
        yield Node(f"lane_ground:{lane.id}", "lane_ground", tuple(prims), lane.id, layer="ground")


def _thin(node: Node, scale: float) -> tuple[Prim, ...]:
    """Information and the like as a hairline of the page."""
    lines = [prim for prim in node.prims if isinstance(prim, Path) and prim.stroke is not None]
    return tuple(
        replace(prim, stroke=Stroke("info", 0.6 / scale, tuple(part * 3 for part in prim.stroke.dash)))
        for prim in lines
        if prim.stroke is not None
    )


def _walls(scene: Scene, scale: float) -> Iterator[Node]:
    """Two courses of large bricks with their number, dashed where only suspected."""
    places, hours = wall_places(scene), hours_of_marks(scene.findings)
    bars = {place.stand.mark.number: _bar(place) for place in places}
    weighty = sorted(places, key=lambda place: -(hours[place.stand.mark.number] or 0.0))
    numbers = _numbers(scene, weighty, bars, scale)
    for place in places:
        mark, box = place.stand.mark, bars[place.stand.mark.number]
        if place.look.certain:
            body: Prim = bricks(box, 2, length=34)
        else:
            body = Rect(*box.grown(-2), fill="paper", stroke=Stroke("brick", 5, (12.0, 8.0)))
        number = numbers.get(mark.number)
        prims = (Rect(*box.grown(5), fill="mortar"), body, *((number,) if number is not None else ()))
        alt = wall_alt(mark, scene.journey, hours[mark.number], scene.t)
        yield Node(f"wall:{mark.number}", "wall", prims, about(place), alt, box)


def _bar(place: WallPlace) -> Box:
    middle = place.bar.x + place.bar.w / 2
    wide = max(112.0, place.bar.w)
    return Box(middle - wide / 2, place.bar.y + place.bar.h / 2 - 16, wide, 32)


def _numbers(
    scene: Scene, places: Sequence[WallPlace], bars: Mapping[int, Box], scale: float
) -> Mapping[int, Text]:
    """Wall → its number, at the right of its bar or at the left; none where another stands already.

    Who comes first in `places` chooses first: the parts of the map have every number.
    """
    style = TextStyle(LEAST / scale, 600)
    taken: dict[int | None, list[Box]] = {number: [box] for number, box in bars.items()}
    found: dict[int, Text] = {}
    for place in places:
        number, plate = place.stand.mark.number, place.look.plate
        bar, wide = bars[number], width(plate, style)
        y = bar.y + bar.h / 2
        for x in (bar.right + 2 / scale, bar.x - 2 / scale - wide):
            box = Box(x, y - style.size / 2, wide, style.size)
            others = (other for key, boxes in taken.items() if key != number for other in boxes)
            inside = scene.measures.header_width <= x and x + wide <= scene.width
            if inside and not any(map(box.meets, others)):
                taken.setdefault(None, []).append(box)
                written = letters(x, y + style.size * 0.36, plate, style, "bricktext", halo="paper")
                found[number] = replace(written, halo=1.6 / scale)
                break
    return found


def _steps(scene: Scene, scale: float) -> Iterator[Node]:
    said = spoken(scene)
    digits = len(str(len(scene.journey.steps)))
    numbers = {step.id: index + 1 for index, step in enumerate(steps_in_order(scene.journey))}
    style = TextStyle(LEAST / scale, 500, tabular=True)
    fits = width("0" * max(2, digits), style) <= scene.measures.step_width - 12
    for id, slot in scene.frame.slots.items():
        number = f"{numbers[id]:0{max(2, digits)}}" if fits else ""
        prims = _box(scene.step_looks[id], slot.box, number, style)
        yield Node(f"step:{id}", "step", prims, id, step_alt(scene, said, id), slot.box)


def _box(look: StepLook, box: Box, number: str, style: TextStyle) -> tuple[Prim, ...]:
    """A card with its number; a critical one is black with a diamond on its corner."""
    critical = look.critical
    fill = "crit" if critical else "card" if number else "road" if look.customer else "line"
    pen = Stroke("crit" if critical else "road" if look.customer else "ink2", 4.0)
    prims: tuple[Prim, ...] = (
        Rect(*box.grown(6), radius=12, fill=look.ground),
        Rect(*box, radius=8, fill=fill, stroke=pen),
    )
    if number:
        x, y = box.x + box.w / 2, box.y + box.h / 2 + style.size * 0.36
        prims += (letters(x, y, number, style, "oncrit" if critical else "ink", anchor="middle"),)
    if critical:
        x, y = box.right - 4, box.y - 2
        prims += (diamond(x, y, 26, look.ground), diamond(x, y, 19, "crit"))
    return prims


def _lanes(scene: Scene, scale: float) -> Iterator[Node]:
    """Names in the middle of their lanes, in one line or two."""
    style = TextStyle((LEAST + 0.6) / scale, 500)
    for index, (lane, band) in enumerate(zip(scene.grid.lanes, scene.frame.lane_bands, strict=True)):
        room = scene.measures.header - 4 / scale
        lines = break_lines(lane.name, style, room, scene.language, 2 if band.h * scale > 25 else 1)
        leading = style.size * 1.22
        first = band.y + band.h / 2 + style.size * 0.36 - leading * (len(lines) - 1) / 2
        prims = tuple(
            letters(scene.measures.left + 2 / scale, first + leading * row, words, style, "ink", halo=None)
            for row, words in enumerate(lines)
        )
        box = Box(0, band.y, scene.measures.header_width, band.h)
        yield Node(
            f"lane:{lane.id}", "lane", prims, lane.id, lane_alt(scene, index), box, layer="lane_header"
        )


def _stages(scene: Scene, scale: float) -> Iterator[Node]:
    """Names over their first column; one that would meet the name before it stands a line higher.

    None goes on over the stage after the next: there the name after the next begins.
    """
    style = TextStyle(LEAST / scale, 500)
    taken = [float("-inf"), float("-inf")]
    top = scene.frame.stage_top
    seen: dict[Id | None, int] = {}
    bands = [(stage, first, last) for stage, first, last in scene.grid.bands() if stage is not None]
    starts = [scene.frame.xs[2 * first + 1] - scene.measures.step_width / 2 for _, first, _ in bands]
    for (stage, _, last), x, end in zip(bands, starts, [*starts[2:], scene.width, scene.width], strict=False):
        count = seen[stage] = seen.get(stage, -1) + 1
        right = scene.frame.xs[2 * last + 1] + scene.measures.step_width / 2
        room = end - x - 6 / scale
        words = (break_lines(scene.journey.stages[stage].name, style, room, scene.language, 1) or ("",))[0]
        row = 0 if x > taken[0] else 1
        taken[row] = x + width(words, style) + 6 / scale
        y = top + 11 / scale - row * 11.5 / scale
        rule = Rect(x, top + 14 / scale, right - x, 0.8 / scale, fill="ink")
        prims: tuple[Prim, ...] = (rule, letters(x, y, words, style, "ink2"))
        suffix = f":{count}" if count else ""
        yield Node(f"stage:{stage}{suffix}", "stage", prims, stage, words, layer="stage_header")
