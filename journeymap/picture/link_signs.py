"""Signs and words on links: padlocks, rucksacks, open rings, labels, frictions that lie on a link."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from journeymap.analysis.words.nouns import customer_forms
from journeymap.model.ids import Id
from journeymap.model.records import Link
from journeymap.picture.crossings import Crossing, ground_of
from journeymap.picture.kinds.friction import disc_node
from journeymap.picture.kinds.link import NOT_GIVEN, LinkLook
from journeymap.picture.kinds.signs import cross, half_disc, open_ring, padlock, rucksack
from journeymap.picture.lettering import letters
from journeymap.picture.prims import Box, Node, Prim
from journeymap.picture.scene import Scene
from journeymap.picture.shapes import Spot
from journeymap.picture.steps import discs_at
from journeymap.picture.taken import Taken
from journeymap.picture.text import TextStyle, width
from journeymap.picture.voice import friction_alt
from journeymap.picture.wall_nodes import disc_spots
from journeymap.picture.wall_places import WallPlace, words_boxes

WORDS = TextStyle(11.5, 600)
LABEL = TextStyle(11, 500)
SIZE = 11.0
Pieces = Sequence[tuple[Spot, Spot]]
"""Straight pieces that belong to one link alone: on a shared trunk nobody could tell whose a sign is."""
TRIES = (0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8)


def taken_at_first(
    scene: Scene, places: Sequence[WallPlace], found: Sequence[Crossing], flags: Sequence[Box] = ()
) -> Taken:
    """Boxes of steps and flags, bars of walls and their words, and where links cross."""
    boxes = [slot.box.grown(6) for slot in scene.frame.slots.values()]
    boxes += [place.bar.grown(10) for place in places]
    boxes += [box for place in places for box in words_boxes(place, scene.measures)]
    boxes += [Box(crossing.x - 7, crossing.y - 7, 14, 14) for crossing in found]
    boxes += flags
    return Taken(boxes)


def sign_nodes(
    scene: Scene,
    places: tuple[WallPlace, ...],
    order: Sequence[Id],
    found: Sequence[Crossing],
    flags: Sequence[Box] = (),
) -> Iterator[Node]:
    """All signs on links, each on the longest straight piece that has room."""
    taken = taken_at_first(scene, places, found, flags)
    chained, bars = _chained(scene), [place.bar for place in places]
    for id in order:
        link = scene.journey.links[id]
        if not scene.dimmed(link.source, link.target):
            yield from _of_link(scene, link, taken, chained, bars)
    yield from _on_links(scene, places)


def _of_link(
    scene: Scene, link: Link, taken: Taken, chained: frozenset[Id], bars: Sequence[Box]
) -> Iterator[Node]:
    pieces = scene.traces[link.id].own()
    look = scene.looks[link.id]
    if look.sign == "partial":
        yield from _put(scene, link, "partial", half_disc, pieces, taken, scene.t("Passed on in part"))
    elif look.sign == "refused":
        yield from _put(scene, link, "refused", cross, pieces, taken, scene.t("Refused"))
    if link.requirement is not None and link.requirement.text:
        yield from _put(scene, link, "lock", padlock_closed, pieces, taken, link.requirement.text)
    elif link.id in chained:
        yield from _put(scene, link, "open_lock", padlock_open, pieces, taken, scene.t("No requirement"))
    carried = _carried(scene, link)
    if carried:
        yield from _rucksack(scene, link, pieces, taken)
    if link.info == "unknown" and (link.kind or "flow") in ("flow", "refer"):
        yield from _ring(scene, link, pieces, bars)
    words = link.label or _kind_words(scene, link)
    if words and not carried:
        yield from _label(scene, link, words, pieces, taken)


def _chained(scene: Scene) -> frozenset[Id]:
    """Grey links inside the back chain of a critical step: there a requirement is missed."""
    return frozenset(
        link.id
        for link in scene.journey.links.values()
        if link.id in scene.findings.chain_links
        and (link.kind or "flow") in ("flow", "info", "order")
        and _is_thin(scene.looks.get(link.id))
    )


def _is_thin(look: LinkLook | None) -> bool:
    return look is not None and not look.is_road and look is not NOT_GIVEN


def _carried(scene: Scene, link: Link) -> bool:
    """The customer carries to the next one what that one has not been told."""
    if link.carrier != "customer" or link.info != "no" or (link.kind or "flow") != "flow":
        return False
    source = scene.graph.index.get(link.source)
    return source is not None and not scene.graph.customer[source]


def padlock_closed(x: float, y: float, ground: str) -> tuple[Prim, ...]:
    return padlock(x, y, ground)


def padlock_open(x: float, y: float, ground: str) -> tuple[Prim, ...]:
    return padlock(x, y, ground, is_open=True)


def _long(pieces: Pieces, least: float) -> list[tuple[Spot, Spot]]:
    """Straight pieces of at least this length, the longest first."""
    lengths = [(abs(a[0] - b[0]) + abs(a[1] - b[1]), a, b) for a, b in pieces]
    lengths.sort(key=lambda piece: -piece[0])
    return [(a, b) for length, a, b in lengths if length >= least]


def _spot(pieces: Pieces, half: float, taken: Taken) -> Spot | None:
    """A free place for a sign `half` wide to each side on one of the straight pieces."""
    for a, b in _long(pieces, 2 * half + 26):
        for share in TRIES:
            x, y = a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share
            if taken.free(Box(x - half, y - half, 2 * half, 2 * half)):
                return (x, y)
    return None


def _put(
    scene: Scene, link: Link, name: str, draw: object, pieces: Pieces, taken: Taken, alt: str
) -> Iterator[Node]:
    spot = _spot(pieces, SIZE, taken)
    if spot is None:
        return
    x, y = spot
    box = Box(x - SIZE, y - SIZE, 2 * SIZE, 2 * SIZE)
    taken.take(box)
    facts = (f"{name}:{link.id}", link.id, draw, x, y, ground_of(scene, y), alt)
    yield scene.memo.get((name, link.id), facts, _sign_node)


def _sign_node(id: str, about: Id, draw: object, x: float, y: float, ground: str, alt: str) -> Node:
    assert callable(draw)
    return Node(
        id, "sign", draw(x, y, ground), about, alt, Box(x - SIZE, y - SIZE, 22, 22), middle=(), far=()
    )


def _rucksack(scene: Scene, link: Link, pieces: Pieces, taken: Taken) -> Iterator[Node]:
    """The rucksack, with its words behind it where the road runs level far enough."""
    words = link.label or scene.t("{The_guest} carries the proof", **customer_forms(scene.journey, scene.t))
    wide = width(words, WORDS)
    for a, b in _long(pieces, wide + 60):
        if abs(a[1] - b[1]) > 0.01:
            continue
        left = min(a[0], b[0])
        for share in (0.2, 0.35, 0.1, 0.5):
            x = left + 14 + (abs(a[0] - b[0]) - wide - 44) * share
            box = Box(x - 14, a[1] - 24, wide + 44, 38)
            if taken.free(box):
                taken.take(box)
                facts = (link.id, x, a[1], ground_of(scene, a[1]), words)
                yield scene.memo.get(("rucksack", link.id), facts, _rucksack_node)
                return
    yield from _put(scene, link, "rucksack", rucksack, pieces, taken, words)


def _rucksack_node(id: Id, x: float, y: float, ground: str, words: str) -> Node:
    prims = (
        *rucksack(x, y, ground),
        letters(x + 17, y - 8, words, WORDS, "roadtext", halo=ground),
    )
    return Node(f"rucksack:{id}", "sign", prims, id, words, Box(x - 14, y - 14, 28, 28), middle=(), far=())


def _ring(scene: Scene, link: Link, pieces: Pieces, bars: Sequence[Box]) -> Iterator[Node]:
    """An open ring on the border that the link crosses last: nobody knows whether they know.

    None where a wall stands there: it asks the same.
    """
    for a, b in reversed(pieces):
        for band in scene.frame.lane_bands[1:]:
            if min(a[1], b[1]) < band.y < max(a[1], b[1]):
                if any(bar.meets(Box(a[0] - 7, band.y - 7, 14, 14)) for bar in bars):
                    return
                alt = scene.t("Nobody knows whether they know.")
                facts = (
                    f"open_ring:{link.id}",
                    link.id,
                    open_ring,
                    a[0],
                    band.y,
                    ground_of(scene, band.y),
                    alt,
                )
                yield scene.memo.get(("open_ring", link.id), facts, _sign_node)
                return


def _kind_words(scene: Scene, link: Link) -> str:
    if link.kind == "shadow":
        return scene.t("Shadow work")
    return scene.t("Leaves") if link.kind == "exit" else ""


def _label(scene: Scene, link: Link, words: str, pieces: Pieces, taken: Taken) -> Iterator[Node]:
    wide = width(words, LABEL)
    color = "roadtext" if scene.looks[link.id].is_road else "ink2"
    for a, b in _long(pieces, 30):
        level = abs(a[1] - b[1]) < 0.01
        for share in TRIES:
            x, y = a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share
            box = Box(x - wide / 2, y - 18, wide, 14) if level else Box(x + 8, y - 8, wide, 15)
            fits = not level or wide < abs(a[0] - b[0]) - 20
            if fits and taken.free(box):
                taken.take(box)
                facts = (link.id, words, box, color, ground_of(scene, box.y))
                yield scene.memo.get(("label", link.id), facts, _label_node)
                return


def _label_node(id: Id, words: str, box: Box, color: str, ground: str) -> Node:
    prims = (letters(box.x, box.y + 11, words, LABEL, color, halo=ground),)
    return Node(f"label:{id}", "label", prims, id, hit=box, middle=(), far=())


def _on_links(scene: Scene, places: tuple[WallPlace, ...]) -> Iterator[Node]:
    """Discs of frictions at links: at the plate of their wall, else in the middle of the way."""
    ends = disc_spots(places)
    linked = {friction.at for friction in scene.journey.frictions.values()} & set(scene.looks)
    for id in sorted(linked):
        link = scene.journey.links[id]
        if scene.dimmed(link.source, link.target):
            continue
        a, b = _long(scene.traces[id].pieces(), 0)[0]
        x, y = ends.get(id, ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2))
        for index, (friction, disc) in enumerate(discs_at(scene, id, ground_of(scene, y))[:1]):
            facts = (friction, disc, x + 25 * index, y, friction_alt(scene, friction))
            yield scene.memo.get(("friction", friction), facts, disc_node)
