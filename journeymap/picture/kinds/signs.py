"""The few small signs: leaf, padlock, rucksack, life-buoy, dots, the open question, note and flag."""

from __future__ import annotations

from journeymap.picture.lettering import letters
from journeymap.picture.prims import Path, Prim, Rect, Segment, Stroke
from journeymap.picture.shapes import circle
from journeymap.picture.text import TextStyle

Prims = tuple[Prim, ...]


def leaf(x: float, y: float, z: float, ground: str) -> Prims:
    """A pointed oval from bottom left to top right; its vein, in ground colour, is the stalk."""
    oval: tuple[Segment, ...] = (
        ("M", x - z * 0.5, y + z * 0.5),
        ("C", x - z * 0.62, y - z * 0.25, x - z * 0.1, y - z * 0.6, x + z * 0.55, y - z * 0.55),
        ("C", x + z * 0.6, y + z * 0.1, x + z * 0.25, y + z * 0.62, x - z * 0.5, y + z * 0.5),
        ("Z",),
    )
    vein: tuple[Segment, ...] = (("M", x - z * 0.62, y + z * 0.66), ("L", x + z * 0.2, y - z * 0.2))
    return (Path(oval, fill="value"), Path(vein, stroke=Stroke(ground, z * 0.11, cap="round")))


def _arch(left: float, right: float, foot: float, spring: float, end: float) -> tuple[Segment, ...]:
    """Up from (left, foot), over a half circle springing at `spring`, down to (right, end)."""
    r = (right - left) / 2
    k = r * 0.5523
    middle = (left + right) / 2
    return (
        ("M", left, foot),
        ("L", left, spring),
        ("C", left, spring - k, middle - k, spring - r, middle, spring - r),
        ("C", middle + k, spring - r, right, spring - k, right, spring),
        ("L", right, end),
    )


def padlock(x: float, y: float, ground: str, is_open: bool = False) -> Prims:
    """Body 11 × 7.5 in a disc of ground; open: outline only, the shackle swung free."""
    disc = circle(x, y, 10.5, ground)
    if is_open:
        shackle = _arch(x - 3.3, x + 3.3, y - 0.9, y - 4.4, y - 3.2)
        return (
            disc,
            Rect(x - 5.5, y - 0.7, 11, 7.5, 1.5, ground, Stroke("ink", 1.3)),
            Path(shackle, stroke=Stroke("ink", 1.3, cap="round")),
        )
    shackle = _arch(x - 3.3, x + 3.3, y, y - 2.9, y)
    return (
        disc,
        Path(shackle, stroke=Stroke("ink2", 1.4, cap="round")),
        Rect(x - 5.5, y - 0.7, 11, 7.5, 1.5, "ink2"),
    )


def rucksack(x: float, y: float, ground: str, z: float = 13.0) -> Prims:
    """Rounded top, handle and pocket: the customer carries what one unit knows to another."""
    half = z * 0.48
    body: tuple[Segment, ...] = _arch(x - half, x + half, y + z * 0.6, y - z * 0.02, y + z * 0.6)
    handle = _arch(x - z * 0.2, x + z * 0.2, y - z * 0.48, y - z * 0.6, y - z * 0.48)
    return (
        circle(x, y, z * 1.05, ground),
        Path((*body, ("Z",)), fill="road"),
        Path(handle, stroke=Stroke("road", z * 0.16, cap="round")),
        Rect(x - z * 0.25, y + z * 0.12, z * 0.5, z * 0.26, 1, ground),
    )


def life_buoy(x: float, y: float, ground: str) -> Prims:
    """A ring in four parts: here the organisation puts right what went wrong."""
    quarter = 6 * 3.1416 / 2
    return (
        circle(x, y, 9.6, ground),
        circle(x, y, 6, None, Stroke("ink2", 3.6, (quarter - 2.4, 2.4))),
    )


def dots(x: float, y: float, filled: int, color: str) -> Prims:
    """Heard one, observed two, measured three of three dots filled."""
    drawn: Prims = ()
    for index in range(3):
        full = index < filled
        r = 2.4 if full else 1.9
        drawn += (circle(x + 8 * index, y, r, color if full else None, None if full else Stroke(color, 1.0)),)
    return drawn


def unknown(x: float, y: float, ground: str) -> Prims:
    """A dashed ring with a question mark: a fact is missing."""
    return (
        circle(x, y, 10, ground),
        circle(x, y, 8, ground, Stroke("ink3", 1.4, (2.6, 2.4))),
        letters(x, y + 3.9, "?", TextStyle(11, 700), "ink2", anchor="middle"),
    )


def open_ring(x: float, y: float, ground: str) -> Prims:
    """Nobody knows whether the next one knows: an open ring on the border, not a wall."""
    return (circle(x, y, 7.6, ground), circle(x, y, 5, ground, Stroke("ink3", 1.8)))


def note_sign(x: float, y: float, ground: str) -> Prims:
    """A small sheet with a folded corner, 12 px, its top left at (x, y)."""
    sheet: tuple[Segment, ...] = (
        ("M", x, y), ("L", x + 8, y), ("L", x + 12, y + 4), ("L", x + 12, y + 12), ("L", x, y + 12), ("Z",),
    )  # fmt: skip
    fold: tuple[Segment, ...] = (("M", x + 8, y), ("L", x + 8, y + 4), ("L", x + 12, y + 4))
    pen = Stroke("ink2", 1.25)
    return (Path(sheet, fill=ground, stroke=pen), Path(fold, stroke=pen))


def pennant(x: float, y: float, ground: str) -> Prims:
    """A small flag on a pole, 8 × 11 px, the pole's top at (x, y): its word stands beside it."""
    cloth: tuple[Segment, ...] = (("M", x, y), ("L", x + 7.5, y + 3), ("L", x, y + 6), ("Z",))
    pole: tuple[Segment, ...] = (("M", x, y), ("L", x, y + 11))
    return (
        Path(pole, stroke=Stroke(ground, 3.4, cap="round")),
        Path(pole, stroke=Stroke("ink2", 1.25, cap="round")),
        Path(cloth, fill="ink2"),
    )


def half_disc(x: float, y: float, ground: str) -> Prims:
    """Information passed on in part: a disc filled on one side."""
    k = 6.5 * 0.5523
    half: tuple[Segment, ...] = (
        ("M", x, y - 6.5),
        ("C", x + k, y - 6.5, x + 6.5, y - k, x + 6.5, y),
        ("C", x + 6.5, y + k, x + k, y + 6.5, x, y + 6.5),
        ("Z",),
    )
    return (
        circle(x, y, 9, ground),
        circle(x, y, 6.5, ground, Stroke("info", 1.3)),
        Path(half, fill="info"),
    )


def cross(x: float, y: float, ground: str) -> Prims:
    """An order refused: a cross 10 px wide in a gap of ground."""
    arms: tuple[Segment, ...] = (
        ("M", x - 5, y - 5), ("L", x + 5, y + 5), ("M", x + 5, y - 5), ("L", x - 5, y + 5),
    )  # fmt: skip
    return (circle(x, y, 9, ground), Path(arms, stroke=Stroke("ink", 2.0)))
