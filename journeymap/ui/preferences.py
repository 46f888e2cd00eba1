"""What a person has chosen for the window: language, theme, text size. Nothing here changes numbers."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QGuiApplication

from journeymap.i18n import LANGUAGES, N_
from journeymap.storage import settings
from journeymap.ui.look import THEMES, Look, ThemeName

LANGUAGE_NAMES = {"sv": "Svenska", "nb": "Norsk", "en": "English"}
"""Each language in its own words."""
SIZES = (0.9, 1.0, 1.1, 1.25, 1.5)
THEME_WORDS = (
    ("system", N_("as the system")),
    ("light", N_("light")),
    ("dark", N_("dark")),
    ("contrast", N_("high contrast")),
)


def language() -> str:
    """The chosen language, else the system's, else English."""
    chosen = settings.get("language", "")
    if chosen in LANGUAGES:
        return chosen
    return spoken(QLocale.system().uiLanguages())


def spoken(wanted: Sequence[str]) -> str:
    """The first of the system's languages (as `nb-NO`) that the program has; nn reads nb; else English."""
    beginnings = {"sv": "sv", "nb": "nb", "nn": "nb", "no": "nb", "en": "en"}
    return next((beginnings[one[:2]] for one in wanted if one[:2] in beginnings), "en")


def theme_choice() -> str:
    """One of THEME_WORDS."""
    chosen = settings.get("theme", "system")
    return chosen if chosen in dict(THEME_WORDS) else "system"


def look() -> Look:
    """The look that was chosen, the system's where that was chosen."""
    chosen = theme_choice()
    if chosen == "system":
        dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        chosen = "dark" if dark else "light"
    theme: ThemeName = next((one for one in THEMES if one == chosen), "light")
    size = settings.get("text_size", 1.0)
    return Look(theme, min(1.5, max(0.9, size)))
