"""Demanding pictures that all three painters must draw alike."""

from __future__ import annotations

from journeymap.picture.prims import Image, Node, Path, Picture, Prim, Rect, Stroke, Text
from journeymap.picture.text import TextStyle, width

PHOTO = "0" * 64


def line(x: float, y: float, text: str, size: float = 14, color: str = "ink", **how: object) -> Text:
    """A text whose width is measured, as picture.build makes them."""
    measured = {key: value for key, value in how.items() if key in ("weight", "tabular", "tracking")}
    return Text(x, y, text, size, color, width(text, TextStyle(size, **measured)), **how)  # type: ignore[arg-type]


def _shapes() -> list[Prim]:
    dashed = (4.5, 3.2)
    return [
        Rect(10, 10, 116, 48, 6, "card", Stroke("line", 1.25)),
        Rect(140, 10, 116, 48, 6, "card", Stroke("road", 1.75)),
        Rect(270, 10, 116, 48, 6, "crit"),
        Rect(400, 10, 116, 48, 6, None, Stroke("line", 1.25, dashed)),
        Rect(12.3, 80.7, 25, 25, 12.5, "amber", Stroke("ringA", 1.8)),
        Rect(50, 80, 21, 21, 10.5, "paper", Stroke("gapline", 2)),
        Rect(90, 80, 60, 20, 40, "value"),
        Rect(170, 80, 100, 30, 0, "back", Stroke("rule", 1)),
        Path((("M", 300, 90), ("L", 400, 90), ("L", 400, 120)), None, Stroke("road", 6)),
        Path((("M", 420, 90), ("C", 460, 60, 480, 130, 520, 100)), None, Stroke("ink2", 1.5, (5, 4))),
        Path((("M", 300, 105), ("L", 390, 118)), None, Stroke("bricktext", 2, (0.01, 5), "round")),
        Path((("M", 10, 130), ("L", 60, 130), ("L", 35, 170), ("Z",)), "brick", Stroke("ink", 3)),
        Path(
            (
                ("M", 90, 130), ("L", 150, 130), ("L", 150, 170), ("L", 90, 170), ("Z",),
                ("M", 105, 140), ("L", 105, 160), ("L", 135, 160), ("L", 135, 140), ("Z",),
            ),
            "value", None,
        ),
        Path((("M", 170, 170), ("L", 180, 130), ("L", 190, 170)), None, Stroke("ink", 4)),
        Path((("M", 220, 170), ("L", 240, 130), ("L", 260, 170)), None, Stroke("ink", 4, (), "round")),
        Path((("M", 300, 140), ("L", 520, 140), ("M", 300, 150), ("L", 520, 150)), None, Stroke("info", 1.3)),
        Path((("M", 300, 165), ("L", 520, 165)), None, Stroke("brick", 2.5, (8, 4))),
        *(Rect(300.5 + 23 * at, 172, 21, 7.2, 0, "brick") for at in range(9)),
    ]  # fmt: skip


def _texts() -> list[Prim]:
    return [
        line(10, 215, "AVTAL LTAV Wåg Ty. 1 234,50", 24),
        line(10, 240, "Återkoppling på överlämningen – “ærlig” ø Øl", 14, weight=500),
        line(10, 260, "Återkoppling på överlämningen – “ærlig” ø Øl", 14, "roadtext", weight=600),
        line(10, 280, "Den som ringer får vänta 1 234 min", 11.5, "ink2", weight=700),
        line(10, 300, "1 111,1", 14, tabular=True, weight=600),
        line(10, 316, "8 888,8", 14, tabular=True, weight=600),
        line(120, 300, "AVGÖRANDE", 9.5, weight=700, tracking=0.7),
        line(120, 318, "Karta över resan", 30, weight=700, tracking=-0.7),
        line(10, 345, "ring 📞 😀 ☺ ✓ → ★ ⚠ nu", 16),
        line(10, 372, "مرحبا بالعالم (12) abc", 18),
        line(250, 372, "غرفة 214 لك", 18, weight=600),
        line(10, 398, "日本 och \x07 blir rutor", 14),
        Rect(290, 215, 240, 60, 0, "gap"),
        Path((("M", 290, 233), ("L", 530, 233)), None, Stroke("ink3", 1.5, (10, 6))),
        line(300, 238, "”Det är huvudkontoret”", 12, "bricktext", weight=600, halo=4, halo_color="gap"),
        line(300, 262, "med halo på papper", 12, "ink", weight=500, halo=4),
        line(290, 345, "a < b & c > \"d\" 'e'  två mellanslag", 12),
        line(400, 398, "A\u030angstrom e\u0301", 14),
    ]


def demanding() -> Picture:
    """Every shape, kerning, the letters of the North, emoji, Arabic, boxes, halos, dashes."""
    nodes = (
        Node("ground", "ground", (Rect(0, 0, 540, 410, 0, "paper"),), layer="ground"),
        Node("step:form & <co>", "step", tuple(_shapes()), about="s1", alt="Former. Alla & <mer>."),
        Node("text", "words", tuple(_texts()), alt="Text"),
        Node("gone", "note", (), alt="osynlig"),
    )
    return Picture(540, 410, nodes, "Krävande bild <&>", "sv")


def photo() -> Picture:
    """One attachment at hand, one that is missing."""
    prims = (Image(10, 10, 100, 60, PHOTO), Image(120, 10, 100, 60, "f" * 64))
    return Picture(230, 80, (Node("photo", "photo", prims),), "Foto", "sv")
