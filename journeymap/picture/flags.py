"""Flags: a quiet sign and a word at steps where the map raises a certain question and draws no mark.

Walls, discs, curves, padlocks and hollow boxes show their findings themselves (VISUAL 5). Few others
have one place that can be pointed at; the rest stand in the list of findings alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from journeymap.analysis.findings import Findings, RuleFinding
from journeymap.i18n.catalogue import N_, Catalogue
from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.picture.kinds.signs import pennant
from journeymap.picture.lettering import letters
from journeymap.picture.prims import Box, Node
from journeymap.picture.scene import Scene
from journeymap.picture.step_looks import reach_of
from journeymap.picture.taken import Taken
from journeymap.picture.text import TextStyle, width
from journeymap.picture.wall_places import WallPlace, words_boxes

WORDS: Mapping[tuple[str, str], str] = {
    ("DIAG-2", ""): N_("No way to complain"),
    ("NO-MANDATE", ""): N_("No mandate"),
    ("TIME-GAP", ""): N_("Needs {number} min, has {given}"),
    ("SYS-GAP", ""): N_("No system support"),
    ("CHAIN-CUT", ""): N_("Reaches no one"),
    ("SUPPORT-ORPHAN", ""): N_("Reaches no one"),
    ("FAILURE-DEMAND", ""): N_("Something went wrong"),
}
"""Rule and wording → what the flag says; what comes first is shown first where there are many."""
FEWEST, SHARE = 3, 5
"""At least so many flags may stand on a map, or one for every so many steps."""
STYLE = TextStyle(11, 500)
SIGN = 11.0
"""Px from the pole to the word."""
HIGH = 14.0
ASIDE = 6.0
"""Px beside the box."""
SHIFTS = (14.0, 26.0, 38.0, 50.0, 62.0)
DISC = 13.0
"""Half of what a friction's disc takes."""
KNOT = 8.0
"""Half of what a knot or ring of a promise takes."""


def flags_of(journey: Journey, findings: Findings, t: Catalogue) -> Mapping[Id, str]:
    """Step → the word of its flag: one a step, the weightiest first, and no more than a map bears."""
    order = list(WORDS)
    asked = [finding for finding in findings.rules if _is_shown(finding)]
    asked.sort(key=lambda finding: order.index((finding.rule, finding.say)))
    flags: dict[Id, str] = {}
    most = max(FEWEST, len(journey.steps) // SHARE)
    for finding in asked:
        for step in finding.about:
            if step in journey.steps and len(flags) < most:
                flags.setdefault(step, _word(finding, t))
    return flags


def _is_shown(finding: RuleFinding) -> bool:
    sure = finding.certainty == "certain" and not finding.unsaid and finding.state != "dismissed"
    return sure and (finding.rule, finding.say) in WORDS


def _word(finding: RuleFinding, t: Catalogue) -> str:
    numbers = {name: value for name, value in finding.facts.items() if isinstance(value, int | float)}
    return t(WORDS[finding.rule, finding.say], **{name: t.number(value) for name, value in numbers.items()})


def flag_nodes(scene: Scene, places: Sequence[WallPlace]) -> Iterator[Node]:
    """Every flag where least stands in its way, near its step. None on a projector."""
    flags = flags_of(scene.journey, scene.findings, scene.t)
    standing = [id for id in scene.frame.slots if id in flags and not scene.dimmed(id)]
    if not standing or scene.options.density == "room":
        return
    frame, looks = scene.frame, scene.step_looks
    facts = (
        tuple((id, flags[id], looks[id].value, looks[id].recovery) for id in standing),
        tuple(places),
        tuple((id, trace.spots) for id, trace in scene.traces.items()),
        tuple(slot.box for slot in frame.slots.values()),
        frame.measures,
    )
    boxes = scene.memo.get("flags", facts, lambda *_: _placed(scene, standing, flags, places))
    for id, box in zip(standing, boxes, strict=True):
        if box is None:
            continue
        own = (id, flags[id], box, frame.ground_at(frame.slots[id].place.lane))
        yield scene.memo.get(("flag", id), own, _flag_node)


def _placed(
    scene: Scene, standing: Sequence[Id], flags: Mapping[Id, str], places: Sequence[WallPlace]
) -> tuple[Box | None, ...]:
    """Where the flags of these steps stand; None where something would cover it everywhere."""
    lines, solid = Taken(_lines(scene)), Taken(_solid(scene, places))
    return tuple(_freest(_spots(scene, id, SIGN + width(flags[id], STYLE)), lines, solid) for id in standing)


def _lines(scene: Scene) -> Iterator[Box]:
    """All pieces of ways, as boxes without width or height."""
    for trace in scene.traces.values():
        for (x, y), (to, down) in trace.pieces():
            yield Box(min(x, to), min(y, down), abs(x - to), abs(y - down))


def _solid(scene: Scene, places: Sequence[WallPlace]) -> Iterator[Box]:
    """What no word may lie on: steps with their discs, walls and their words, knots of promises."""
    for id, slot in scene.frame.slots.items():
        yield slot.box
        if id in scene.discs:
            reach = reach_of(scene.discs[id]) + DISC
            yield Box(slot.box.right - reach, slot.box.y - DISC, reach + DISC, 2 * DISC)
    for place in places:
        yield place.bar.grown(6)
        yield from words_boxes(place, scene.measures)
    for trace in scene.traces.values():
        if trace.wire.family == "promise":
            for x, y in (trace.spots[0], trace.spots[-1]):
                yield Box(x - KNOT, y - KNOT, 2 * KNOT, 2 * KNOT)


def _spots(scene: Scene, id: Id, wide: float) -> list[Box]:
    """Under the box, at its left or right or shifted; beside its foot; above it where no leaf stands."""
    box, look = scene.frame.slots[id].box, scene.step_looks[id]
    left, under, over = box.x + 2, box.bottom + 4, box.y - HIGH - 5
    lefts = (left, box.right - 2 - wide, *(left + shift for shift in SHIFTS))
    spots = [Box(x, under, wide, HIGH) for x in lefts]
    if not look.value and not look.recovery:
        spots.append(Box(left, over, wide, HIGH))
    if box.x - ASIDE - wide >= scene.measures.header_width:
        spots += [Box(box.x - ASIDE - wide, under - up, wide, HIGH) for up in (0, HIGH + 4)]
    spots += [Box(box.right + ASIDE, under - up, wide, HIGH) for up in (0, HIGH + 4)]
    return spots


def _freest(spots: Sequence[Box], lines: Taken, solid: Taken) -> Box | None:
    """The first of the spots with nothing solid and fewest lines in it; None where all are covered."""
    x, y = min(spot.x for spot in spots), min(spot.y for spot in spots)
    right, bottom = max(spot.right for spot in spots), max(spot.bottom for spot in spots)
    around = Box(x, y, right - x, bottom - y).grown(1)
    crossed, covered = lines.near(around), solid.near(around)

    free = [spot for spot in spots if not any(map(spot.meets, covered))]
    return min(free, key=lambda spot: sum(map(spot.grown(1).meets, crossed)), default=None)


def _flag_node(id: Id, words: str, box: Box, ground: str) -> Node:
    prims = (
        *pennant(box.x + 1, box.y + 1.5, ground),
        letters(box.x + SIGN, box.y + 11, words, STYLE, "ink2", halo=ground),
    )
    return Node(f"flag:{id}", "sign", prims, id, words, box, middle=(), far=())
