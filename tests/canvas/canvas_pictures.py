"""Small journeys and plain pictures of them, drawn by hand: boxes in a grid, bent lines, discs."""

from __future__ import annotations

from itertools import count

from journeymap.model.ids import Id
from journeymap.model.journey import Journey, journey_of
from journeymap.model.reading import column_of, column_ranks, lanes_in_order, stages_in_order
from journeymap.model.records import Friction, Lane, Link, Stage, Step, Wall
from journeymap.picture.prims import Box, Node, Path, Picture, Rect, Stroke, Text

LANE_H, PITCH, STEP_W, STEP_H, HEAD_W, TOP = 128.0, 144.0, 116.0, 48.0, 188.0, 40.0


def hotel_like() -> Journey:
    """Customer, desk, back office; six steps, five links, a friction, a wall."""
    return journey_of(
        Lane(id=Id("guest"), name="Guest", kind="customer", order=1),
        Lane(id=Id("desk"), name="Desk", kind="department", order=2),
        Lane(id=Id("office"), name="Head office", kind="department", order=3),
        Stage(id=Id("before"), name="Before", order=1),
        Stage(id=Id("there"), name="There", order=2),
        Step(id=Id("plan"), title="Plans a weekend", lane=Id("guest"), stage=Id("before"), column=1),
        Step(id=Id("book"), title="Books a room", lane=Id("office"), stage=Id("before"), column=2),
        Step(id=Id("queue"), title="Queues", lane=Id("guest"), stage=Id("there"), column=3),
        Step(id=Id("check"), title="Checks in", lane=Id("desk"), stage=Id("there"), column=4),
        Step(id=Id("key"), title="Gets the key", lane=Id("desk"), stage=Id("there"), column=5),
        Step(id=Id("sleep"), title="Sleeps", lane=Id("guest"), stage=Id("there"), column=6),
        Link(id=Id("l1"), source=Id("plan"), target=Id("book")),
        Link(id=Id("l2"), source=Id("book"), target=Id("queue")),
        Link(id=Id("l3"), source=Id("queue"), target=Id("check")),
        Link(id=Id("l4"), source=Id("check"), target=Id("key")),
        Link(id=Id("l5"), source=Id("key"), target=Id("sleep")),
        Friction(id=Id("f1"), title="Queue", at=Id("queue")),
        Wall(id=Id("w1"), key="memory:book:check", state="confirmed"),
    )


def long_journey(steps: int, lanes: int = 9) -> Journey:
    """A chain of so many steps that wanders through the lanes."""
    records: list[Lane | Step | Link] = [
        Lane(id=Id(f"lane{n}"), name=f"Lane {n}", kind="customer" if n == 0 else "department", order=n)
        for n in range(lanes)
    ]
    for n in range(steps):
        lane = (n * 7 + n // 5) % lanes
        records.append(Step(id=Id(f"s{n}"), title=f"Step number {n}", lane=Id(f"lane{lane}"), column=n // 3))
        if n:
            records.append(Link(id=Id(f"k{n}"), source=Id(f"s{n - 1}"), target=Id(f"s{n}")))
    return journey_of(*records)


def drawn(journey: Journey, title: str = "Map") -> Picture:
    """The journey as a plain picture."""
    lanes = lanes_in_order(journey)
    row = {lane.id: place for place, lane in enumerate(lanes)}
    ranks = column_ranks(journey)
    width = HEAD_W + PITCH * max(1, len(ranks)) + 48
    bands = [(lane.id, Box(0, TOP + LANE_H * place, width, LANE_H)) for place, lane in enumerate(lanes)]
    columns = [
        (column, Box(HEAD_W + PITCH * rank, TOP, PITCH, LANE_H * len(lanes)))
        for column, rank in ranks.items()
    ]
    stacked: dict[tuple[int, int], count[int]] = {}
    boxes = {}
    for step in journey.steps.values():
        cell = (row[step.lane], ranks[column_of(step)])
        place = next(stacked.setdefault(cell, count()))
        x, y = HEAD_W + PITCH * cell[1] + 14, TOP + LANE_H * cell[0] + 40 + 12 * place
        boxes[step.id] = Box(x, y, STEP_W, STEP_H)
    nodes = [
        Node(f"lane_ground:{id}", "lane_ground", (Rect(*band, stroke=Stroke("rule")),), id, layer="ground")
        for id, band in bands
    ]
    nodes += [_link(journey, link, boxes) for link in journey.links.values()]
    nodes += [_wall(wall, boxes) for wall in journey.walls.values() if _of(wall, boxes)]
    nodes += [_step(step, boxes[step.id]) for step in journey.steps.values()]
    nodes += [_disc(f, boxes[f.at]) for f in journey.frictions.values() if f.at in boxes]
    nodes += [_lane(lane, band) for lane, (_, band) in zip(lanes, bands, strict=True)]
    stages = _stage_bands(journey, boxes)
    nodes += [_stage(journey.stages[id], band) for id, band in stages]
    return Picture(
        width=width,
        height=TOP + LANE_H * len(lanes) + 48,
        nodes=tuple(nodes),
        title=title,
        language="en",
        lane_bands=tuple(bands),
        stage_bands=tuple(stages),
        column_bands=tuple(columns),
        header_width=HEAD_W,
        header_height=TOP,
    )


def _step(step: Step, box: Box) -> Node:
    card = Rect(*box, radius=6, fill="card", stroke=Stroke("line", 1.25))
    words = Text(box.x + 9, box.y + 28, step.title, 14, "ink", 8.0 * len(step.title), 500)
    far = (Rect(*box, fill="line"),)
    return Node(f"step:{step.id}", "step", (card, words), step.id, f"{step.title}.", box, far=far)


def _link(journey: Journey, link: Link, boxes: dict[Id, Box]) -> Node:
    a, b = boxes[link.source], boxes[link.target]
    x1, y1, x2, y2 = a.right, a.y + a.h / 2, b.x, b.y + b.h / 2
    bent = (("M", x1, y1), ("L", x2 - 14, y1), ("L", x2 - 14, y2), ("L", x2, y2))
    line = Path(bent, stroke=Stroke("road", 3.5))  # type: ignore[arg-type]
    return Node(f"link:{link.id}", "link", (line,), link.id, "Link.", Box(x1, min(y1, y2), 1, 1))


def _disc(friction: Friction, box: Box) -> Node:
    x, y = box.right - 4, box.y
    disc = Rect(x - 12, y - 12, 24, 24, 12, "amber", Stroke("ringA", 1.8))
    return Node(
        f"friction:{friction.id}", "friction", (disc,), friction.id, "Friction.", Box(*disc_box(x, y))
    )


def disc_box(x: float, y: float) -> Box:
    """The box of a disc around a point."""
    return Box(x - 12, y - 12, 24, 24)


def _of(wall: Wall, boxes: dict[Id, Box]) -> list[Id]:
    return [Id(part) for part in wall.key.split(":")[1:] if part in boxes]


def _wall(wall: Wall, boxes: dict[Id, Box]) -> Node:
    end = boxes[_of(wall, boxes)[-1]]
    bar = Box(end.x + 13, end.y - 48, 90, 16)
    return Node(f"wall:{wall.id}", "wall", (Rect(*bar, fill="brick"),), wall.key, "Wall 1.", bar)


def _lane(lane: Lane, band: Box) -> Node:
    box = Box(0, band.y, HEAD_W, band.h)
    name = Text(32, band.y + 30, lane.name, 15, "ink", 8.0 * len(lane.name), 600)
    return Node(f"lane:{lane.id}", "lane", (name,), lane.id, lane.name, box, layer="lane_header")


def _stage(stage: Stage, band: Box) -> Node:
    name = Text(band.x, band.y + 24, stage.name, 14, "ink", 8.0 * len(stage.name), 600)
    rule = Rect(band.x, band.y, band.w - 14, 2, fill="ink")
    return Node(f"stage:{stage.id}", "stage", (rule, name), stage.id, stage.name, band, layer="stage_header")


def _stage_bands(journey: Journey, boxes: dict[Id, Box]) -> list[tuple[Id, Box]]:
    bands = []
    for stage in stages_in_order(journey):
        own = [boxes[step.id] for step in journey.steps.values() if step.stage == stage.id]
        if own:
            left, right = min(box.x for box in own) - 14, max(box.right for box in own) + 14
            bands.append((stage.id, Box(left, 0, right - left, 36)))
    return bands
