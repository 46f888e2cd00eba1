"""The style sheet and palette of a look, and putting them on the program."""

from __future__ import annotations

import re
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QDir
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from journeymap.resources import resource
from journeymap.storage.temporary import run_folder
from journeymap.ui.icons import recoloured
from journeymap.ui.look import Look

_PALETTE = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "field",
    QPalette.ColorRole.AlternateBase: "panel",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.Button: "field",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.PlaceholderText: "text3",
    QPalette.ColorRole.Link: "link",
    QPalette.ColorRole.ToolTipBase: "text",
    QPalette.ColorRole.ToolTipText: "canvas",
    QPalette.ColorRole.Light: "raised",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "edge",
}
_STYLED = "styled"
_PICTURES = {
    "chevron-down.svg": ("chevron-down", "text2"),
    "chevron-right.svg": ("chevron-right", "text2"),
    "check.svg": ("check", "on_accent"),
    "tick.svg": ("check", "text"),
}


def sheet(look: Look) -> str:
    """The sheet with every colour and length of this look filled in."""
    text = resource("styles", "window.qss").read_text("utf-8")
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    text = re.sub(r"@(\w+)", lambda found: look.colours[found[1]], text)
    return re.sub(r"\b(\d+)u\b", lambda found: f"{look.px(int(found[1]))}px", text)


def palette(look: Look) -> QPalette:
    """The palette of the same colours, for what the sheet does not reach."""
    made = QPalette()
    for role, token in _PALETTE.items():
        made.setColor(role, look.colour(token))
    made.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText, QColor(look.colours["text3"]))
    return made


def application(name: str) -> QApplication:
    """The program, in the sheet's style from the start: asking for one later loads all Qt has on styles."""
    app = QApplication([name, "-style", "fusion"])
    app.setProperty(_STYLED, True)
    return app


def wear(app: QApplication, look: Look) -> None:
    """Put the look on the whole program; a sheet that is worn already is not put on again."""
    wanted = f"{look.theme} {look.scale}"
    if app.property("look") == wanted:
        return
    app.setProperty("look", wanted)
    if not app.property(_STYLED):
        app.setStyle("Fusion")
        app.setProperty(_STYLED, True)
    app.setPalette(palette(look))
    app.setFont(font(look))
    QDir.setSearchPaths("look", [str(_pictures(look))])
    app.setStyleSheet(sheet(look))


def font(look: Look, size: float = 13, weight: int = 400) -> QFont:
    """Inter with tabular figures; size in px at text size 100 %."""
    made = QFont("Inter")
    made.setPixelSize(look.px(size))
    made.setWeight(QFont.Weight(weight))
    made.setFeature(QFont.Tag("tnum"), 1)
    return made


_kept: dict[Look, TemporaryDirectory[str]] = {}


def _pictures(look: Look) -> Path:
    """A folder with the sheet's own little pictures: a style sheet can only name files."""
    if look not in _kept:
        _kept[look] = run_folder("look")
        for name, (icon, token) in _PICTURES.items():
            (Path(_kept[look].name) / name).write_text(recoloured(icon, look.colours[token]), "utf-8")
    return Path(_kept[look].name)
