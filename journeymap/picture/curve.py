"""The experience curve in its band above the customer's lane: expected, experienced, and the gap."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from journeymap.picture.lettering import letters
from journeymap.picture.prims import Box, Node, Path, Prim, Rect, Segment, Stroke
from journeymap.picture.scene import Scene
from journeymap.picture.shapes import Spot, circle, line
from journeymap.picture.text import TextStyle, width

HATCH = 5.0
STRIPE = 3.3
PIECES = 12
LABEL, ROAD_LABEL = TextStyle(12, 500), TextStyle(12, 600)
GAP_WORDS = TextStyle(11.5, 600)


@dataclass(frozen=True, slots=True)
class Curves:
    """Points of both curves in px and the words beside them."""

    expected: tuple[Spot, ...]
    experienced: tuple[Spot, ...]
    words: tuple[str, str, str, str]


def tangents(spots: Sequence[Spot]) -> list[float]:
    """Slopes that make the cubic through the points monotone between them (Fritsch & Butland)."""
    slopes = [(b[1] - a[1]) / (b[0] - a[0]) for a, b in pairwise(spots)]
    inner = [0.0 if a * b <= 0 else 2 * a * b / (a + b) for a, b in pairwise(slopes)]
    return [slopes[0], *inner, slopes[-1]] if slopes else [0.0]


def smooth(spots: Sequence[Spot]) -> tuple[Segment, ...]:
    """A monotone cubic through the points: it never overshoots what was said."""
    slopes = tangents(spots)
    segments: list[Segment] = [("M", *spots[0])]
    for index, (a, b) in enumerate(pairwise(spots)):
        third = (b[0] - a[0]) / 3
        one = (a[0] + third, a[1] + slopes[index] * third)
        two = (b[0] - third, b[1] - slopes[index + 1] * third)
        segments.append(("C", *one, *two, *b))
    return tuple(segments)


def height_at(spots: Sequence[Spot], slopes: Sequence[float], x: float) -> float:
    """y of the smooth curve at x, within its ends."""
    index = min(max(bisect_left(spots, (x, float("-inf"))), 1), len(spots) - 1)
    (x0, y0), (x1, y1) = spots[index - 1], spots[index]
    h = x1 - x0
    s = (x - x0) / h
    return (
        (1 + 2 * s) * (1 - s) ** 2 * y0
        + s * (1 - s) ** 2 * h * slopes[index - 1]
        + s * s * (3 - 2 * s) * y1
        + s * s * (s - 1) * h * slopes[index]
    )


def between(expected: Sequence[Spot], experienced: Sequence[Spot]) -> list[tuple[float, float, float]]:
    """(x, expected y, experienced y) over the stretch that both curves cover, densely."""
    if len(expected) < 2 or len(experienced) < 2:
        return []
    low = max(expected[0][0], experienced[0][0])
    high = min(expected[-1][0], experienced[-1][0])
    if high - low < 1:
        return []
    slopes = tangents(expected), tangents(experienced)
    inner = [x for x, _ in (*expected, *experienced) if low < x < high]
    count = PIECES * max(1, len(experienced) - 1)
    xs = sorted({low, high, *inner, *(low + (high - low) * step / count for step in range(count + 1))})
    return [(x, height_at(expected, slopes[0], x), height_at(experienced, slopes[1], x)) for x in xs]


def gap_area(samples: Sequence[tuple[float, float, float]]) -> tuple[Segment, ...]:
    """The area where what was experienced lies below what was expected."""
    upper = [(x, y) for x, y, _ in samples]
    lower = [(x, max(y, below)) for x, y, below in samples]
    spots = [*upper, *reversed(lower)]
    moves: list[Segment] = [("M", *spots[0]), *(("L", *spot) for spot in spots[1:]), ("Z",)]
    return tuple(moves)


def gap_hatch(samples: Sequence[tuple[float, float, float]]) -> tuple[Segment, ...]:
    """Diagonals across the gap. Both curves are flatter than 45°, so x + y rises along each."""
    segments: list[Segment] = []
    upper = [x + y for x, y, _ in samples]
    lower = [x + max(y, below) for x, y, below in samples]
    key = upper[0] - upper[0] % (HATCH * 2**0.5)
    while key < lower[-1]:
        right, left = _where(samples, upper, key), _where(samples, lower, key)
        if right - left > 0.8:
            segments += [("M", right, key - right), ("L", left, key - left)]
        key += HATCH * 2**0.5
    return tuple(segments)


def _where(samples: Sequence[tuple[float, float, float]], sums: Sequence[float], key: float) -> float:
    """x at which the diagonal x + y = key meets the curve whose sums are given."""
    index = bisect_left(sums, key)
    if index == 0:
        return samples[0][0]
    if index == len(sums):
        return samples[-1][0]
    share = (key - sums[index - 1]) / ((sums[index] - sums[index - 1]) or 1.0)
    return samples[index - 1][0] + share * (samples[index][0] - samples[index - 1][0])


def _points(scene: Scene, field: str) -> tuple[Spot, ...]:
    """One point a column: the mean of what its steps say, −3 … 3 over the height of the band."""
    frame = scene.frame
    said: dict[float, list[float]] = defaultdict(list)
    for slot in frame.slots.values():
        value = getattr(slot.place.step, field)
        if value is not None:
            said[slot.middle].append(max(-3.0, min(3.0, float(value))))
    middle = frame.curve_top + frame.curve_height / 2
    unit = (frame.curve_height / 2 - 12) / 3
    return tuple((x, middle - unit * sum(values) / len(values)) for x, values in sorted(said.items()))


def curve_nodes(scene: Scene) -> Iterator[Node]:
    """The two curves and their gap; nothing where no step says anything."""
    frame, t = scene.frame, scene.t
    if not frame.curve_height:
        return
    words = (t("Expected"), t("Experienced"), t("The gap"), t("Biggest gap"))
    curves = Curves(_points(scene, "expectation"), _points(scene, "experience"), words)
    band = Box(
        frame.measures.header_width, frame.curve_top, frame.width - frame.measures.right, frame.curve_height
    )
    yield scene.memo.get("curve", (curves, band, t("Experience curve")), curve_node)
    yield scene.memo.get("curve_key", (curves, band, frame.measures.left), key_node)


def curve_node(curves: Curves, band: Box, alt: str) -> Node:
    """`band` runs from the first gutter to the right margin (its w is the right edge)."""
    middle = band.y + band.h / 2
    prims: list[Prim] = [line(band.x, middle, band.w, middle, "hair")]
    samples = between(curves.expected, curves.experienced)
    gap = any(below > y + 0.5 for _, y, below in samples)
    if gap:
        prims.append(Path(gap_hatch(samples), stroke=Stroke("gap", STRIPE)))
    lines = _lines(curves)
    far = (*prims, *(_wider(path) for path in lines))
    prims += lines
    plain = tuple(prims)
    if gap:
        prims += _widest(samples, curves.words[3], band)
    prims += [circle(x, y, 3.2, "paper", Stroke("road", 2)) for x, y in curves.experienced]
    box = Box(band.x, band.y, band.w - band.x, band.h)
    return Node("curve", "curve", tuple(prims), None, alt, box, middle=plain, far=far)


def _lines(curves: Curves) -> list[Path]:
    lines = []
    if len(curves.expected) > 1:
        lines.append(Path(smooth(curves.expected), stroke=Stroke("ink2", 1.5, (5.0, 4.0))))
    if len(curves.experienced) > 1:
        lines.append(Path(smooth(curves.experienced), stroke=Stroke("road", 2.6)))
    return lines


def _wider(path: Path) -> Path:
    pen = path.stroke or Stroke("road")
    return Path(path.segments, stroke=Stroke(pen.color, pen.width * 2, tuple(2 * part for part in pen.dash)))


def _widest(samples: Sequence[tuple[float, float, float]], words: str, band: Box) -> list[Prim]:
    """A mark where the two lie furthest apart, its words inside the gap if they fit."""
    x, top, bottom = max(samples, key=lambda sample: sample[2] - sample[1])
    prims: list[Prim] = [line(x, top, x, bottom, "gapline", 1.25)]
    wide = width(words, GAP_WORDS)
    y = (top + bottom) / 2 + 4 if bottom - top > 22 else bottom + 15
    if y > band.bottom - 3:
        y = top - 6
    if x + 8 + wide < min(band.w, samples[-1][0] + 1 if bottom - top > 22 else band.w):
        prims.append(letters(x + 8, y, words, GAP_WORDS, "ink", halo="gap" if bottom - top > 22 else "paper"))
    else:
        prims.append(letters(x - 8, y, words, GAP_WORDS, "ink", anchor="end", halo="paper"))
    return prims


def key_node(curves: Curves, band: Box, left: float) -> Node:
    """The three words in the header column, each beside its line."""
    middle = band.y + band.h / 2
    x = left + max(width(word, ROAD_LABEL) for word in curves.words[:3]) + 16
    right = x + 34
    stripes: list[Segment] = []
    for step in range(6):
        stripes += [("M", x + 7 * step - 1, middle + 26), ("L", x + 7 * step + 8, middle + 17)]
    clip = [stripe for stripe in stripes if stripe[0] != "Z" and x - 2 <= stripe[1] <= right + 2]
    prims = (
        letters(left, middle - 18, curves.words[0], LABEL, "ink2"),
        line(x, middle - 22, right, middle - 22, "ink2", 1.5, (5, 4)),
        letters(left, middle + 4, curves.words[1], ROAD_LABEL, "roadtext"),
        line(x, middle, right, middle, "road", 2.6),
        letters(left, middle + 26, curves.words[2], LABEL, "ink2"),
        Path(tuple(clip), stroke=Stroke("gap", STRIPE)),
        Rect(x, middle + 17, 34, 9, stroke=None, fill=None),
    )
    return Node("curve_key", "curve_key", prims, layer="lane_header", middle=prims[:4], far=())
