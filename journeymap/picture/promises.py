"""Promises of a scene: knots where they are made, threads, and rings where they are honoured."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping

from journeymap.model.ids import Id
from journeymap.picture.crossings import ground_of
from journeymap.picture.kinds.promise import LABEL, knot_node, label_node, ring_node, thread_node
from journeymap.picture.nearby import Nearby, uprights
from journeymap.picture.prims import Box, Node
from journeymap.picture.scene import Scene
from journeymap.picture.shapes import Spot
from journeymap.picture.text import break_lines, width
from journeymap.picture.traces import Trace

SHORT = 19.0
"""A broken thread ends this far from the border on which its wall stands."""


def broken(scene: Scene) -> Mapping[tuple[Id, Id], int]:
    """(promise, step that should honour it) → the border of the wall that stands between."""
    found: dict[tuple[Id, Id], int] = {}
    for stand in scene.stands:
        for finding in stand.mark.findings:
            if finding.promise and finding.target and finding.stands:
                found[finding.promise, finding.target] = stand.border
    return found


def _threads(scene: Scene) -> Iterator[tuple[str, Trace, Id, Id, Id]]:
    """Every thread's wire with its promise, its maker and who is to honour it."""
    for id, trace in scene.traces.items():
        if trace.wire.family == "promise":
            yield id, trace, Id(trace.wire.bundle), Id(trace.wire.source), Id(trace.wire.target)


def thread_nodes(scene: Scene) -> Iterator[Node]:
    """The dotted threads and their words. Of threads that join, the longest is drawn whole and the
    others up to where they meet it: two rows of dots on one another would read as a line."""
    cut = broken(scene)
    lines = uprights(scene.traces.values())
    drawn: set[tuple[Id, Id]] = set()
    labelled: set[Id] = set()
    for id, trace, promise, source, target in sorted(_threads(scene), key=_reach, reverse=True):
        border = cut.get((promise, target))
        kept = border is None
        spots = trace.spots if (promise, target) not in drawn else _until_shared(trace)
        drawn.add((promise, target))
        if border is not None:
            spots = _cut(spots, scene.frame.border(border))
        dimmed = scene.dimmed(source, target)
        words = scene.t("Promise: {text}", text=_text(scene, promise))
        facts = (id, promise, spots, kept, dimmed, words)
        yield scene.memo.get(id, facts, thread_node)
        if promise not in labelled and not dimmed:
            labelled.add(promise)
            label = _label(scene, lines, promise, spots, words, kept)
            if label is not None:
                yield label


def _reach(thread: tuple[str, Trace, Id, Id, Id]) -> tuple[float, str]:
    """How long a thread is; equal ones in the order of their ids."""
    pieces = thread[1].pieces()
    return (sum(abs(a[0] - b[0]) + abs(a[1] - b[1]) for a, b in pieces), thread[0])


def _until_shared(trace: Trace) -> tuple[Spot, ...]:
    """The way up to the first piece that another thread draws as well."""
    alone = next((index for index, own in enumerate(trace.alone) if not own), len(trace.alone))
    return trace.spots[: max(alone, 1) + 1]


def _text(scene: Scene, promise: Id) -> str:
    record = scene.journey.promises.get(promise)
    return record.text if record is not None else ""


def _cut(spots: tuple[Spot, ...], border: float) -> tuple[Spot, ...]:
    """The way up to the wall: its last upright piece stops short of the border it would cross."""
    kept = [spots[0]]
    for a, b in itertools.pairwise(spots):
        if min(a[1], b[1]) < border < max(a[1], b[1]):
            down = b[1] > a[1]
            stop = border - SHORT if down else border + SHORT
            passed = stop > a[1] if down else stop < a[1]
            return (*kept, (a[0], stop)) if passed else (*kept[:-1], _short_of(kept, a))
        kept.append(b)
    return spots


def _short_of(kept: list[Spot], corner: Spot) -> Spot:
    return corner if len(kept) > 1 else kept[0]


def _label(
    scene: Scene, lines: Nearby, promise: Id, spots: tuple[Spot, ...], words: str, kept: bool
) -> Node | None:
    """The promise's words above the end of the longest level piece that can hold them."""
    pieces = [piece for piece in itertools.pairwise(spots) if abs(piece[0][1] - piece[1][1]) < 0.01]
    if not pieces:
        return None
    a, b = max(pieces, key=lambda piece: abs(piece[0][0] - piece[1][0]))
    left, right = min(a[0], b[0]), max(a[0], b[0])
    room = right - left - 24
    line = break_lines(words, LABEL, max(room, 60.0), scene.language, 1)
    if room < 60 or not line:
        return None
    wide = width(line[0], LABEL)
    starts = [left + 12 + (room - wide) * share for share in (0.5, 0.35, 0.65, 0.2, 0.8, 0.05, 0.95)]
    x = min(starts, key=lambda start: lines.count(Box(start - 4, a[1] - 12, wide + 8, 0.0)))
    facts = (f"promise_words:{promise}", promise, line[0], (x, a[1] - 7), kept, ground_of(scene, a[1]))
    return scene.memo.get(("promise_words", promise), facts, label_node)


def end_nodes(scene: Scene) -> Iterator[Node]:
    """Knots and rings, above the boxes they sit on."""
    cut = broken(scene)
    seen: set[str] = set()
    for _, trace, promise, source, target in _threads(scene):
        if scene.dimmed(source, target):
            continue
        kept = (promise, target) not in cut
        for name, step, spot, make in (
            (f"knot:{promise}:{source}", source, trace.spots[0], knot_node),
            (f"ring:{promise}:{target}", target, trace.spots[-1], ring_node),
        ):
            if name not in seen:
                seen.add(name)
                ground = scene.frame.ground_at(scene.frame.slots[step].place.lane)
                yield scene.memo.get(name, (name, promise, spot, kept, ground), make)
