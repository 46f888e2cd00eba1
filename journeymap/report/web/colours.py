"""The report's and the map's colours as CSS variables, by day and by night."""

from __future__ import annotations

from collections.abc import Mapping

from journeymap.picture.theme import DARK, LIGHT, Theme
from journeymap.report import palette

NIGHT: Mapping[str, str] = {
    palette.INK: "#F1F3F5",
    palette.SEC: "#B3BCC5",
    palette.BRICK: "#FF8F73",
    palette.LEAST: "#B9E2F2",
    palette.LIKELY: "#5F93A8",
    palette.MOST: "#2E4A56",
    palette.VALUE: "#DDE2E6",
    palette.WAIT: "#8A97A2",
    palette.WORK: "#3B444D",
    palette.RULE: "#5A646E",
    palette.HAIR: "#343B43",
    palette.PALE: "#20262C",
    palette.WHITE: "#15191D",
}
"""Each colour of the printed report as it is on a dark ground: the same steps from ground to ink."""


def _names() -> dict[str, str]:
    """Colour of the palette → the name of its variable."""
    names = ("ink", "sec", "brick", "least", "likely", "most", "value", "wait", "work", "rule", "hair",
             "pale", "white")  # fmt: skip
    return dict(zip(palette.COLORS, names, strict=True))


REPORT = Theme("light", {color: f"var(--{name})" for color, name in _names().items()})
MAP = Theme("light", {token: f"var(--m-{token})" for token in LIGHT.colours})


def variables() -> str:
    """The custom properties for both schemes, as CSS."""
    day = {name: color for color, name in _names().items()}
    night = {name: NIGHT[color] for color, name in _names().items()}
    day |= {f"m-{token}": color for token, color in LIGHT.colours.items()}
    night |= {f"m-{token}": color for token, color in DARK.colours.items()}
    return (
        f":root{{color-scheme:light dark;{_said(day)}}}\n"
        f"@media (prefers-color-scheme:dark){{:root{{{_said(night)}}}}}\n"
        f"@media print{{:root{{{_said(day)}}}}}\n"
    )


def _said(values: Mapping[str, str]) -> str:
    return ";".join(f"--{name}:{color}" for name, color in values.items())
