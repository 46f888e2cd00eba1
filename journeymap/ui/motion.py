"""Whether the system asks for less motion: each says so in its own place, and none of them through Qt."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path

ANIMATION = 0x1042
"""SPI_GETCLIENTAREAANIMATION: Windows' "show animations in Windows"."""


@cache
def reduced(platform: str = sys.platform, home: Path | None = None) -> bool:
    """True where the system says so; False where it cannot be told."""
    home = home or Path.home()
    if platform == "win32":
        return _windows()
    return _mac(home) if platform == "darwin" else _linux(home)


def _windows() -> bool:
    import ctypes

    shown = ctypes.c_int(1)
    try:
        told = ctypes.windll.user32.SystemParametersInfoW(ANIMATION, 0, ctypes.byref(shown), 0)  # type: ignore[attr-defined,unused-ignore]
    except (AttributeError, OSError):
        return False
    return bool(told) and not shown.value


def _mac(home: Path) -> bool:
    import plistlib

    stored = home / "Library/Preferences/com.apple.universalaccess.plist"
    try:
        return bool(plistlib.loads(stored.read_bytes()).get("reduceMotion", False))
    except (OSError, plistlib.InvalidFileException, ValueError, AttributeError):
        return False


def _linux(home: Path) -> bool:
    """GTK's settings file, or KDE's factor for the length of animations."""
    gtk = _ini(home / ".config/gtk-4.0/settings.ini", "Settings", "gtk-enable-animations") or _ini(
        home / ".config/gtk-3.0/settings.ini", "Settings", "gtk-enable-animations"
    )
    kde = _ini(home / ".config/kdeglobals", "KDE", "AnimationDurationFactor")
    return gtk.lower() in ("0", "false") or kde in ("0", "0.0")


def _ini(path: Path, section: str, name: str) -> str:
    import configparser

    read = configparser.ConfigParser(interpolation=None, strict=False)
    try:
        read.read_string(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, configparser.Error):
        return ""
    return read.get(section, name, fallback="").strip()
