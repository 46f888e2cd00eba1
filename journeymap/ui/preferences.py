"""What a person has chosen for the window: language, theme, motion, hints. Nothing here changes numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence, Set

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QGuiApplication

from journeymap.i18n import LANGUAGES, N_
from journeymap.storage import settings
from journeymap.ui.look import THEMES, Look, ThemeName

LANGUAGE_NAMES = {"sv": "Svenska", "nb": "Norsk", "en": "English"}
"""Each language in its own words."""
FIRST_MAP_CLOSED = "first_map_closed"
"""The setting that keeps the start page from offering to lead through a first map."""
SIZES = (0.9, 1.0, 1.1, 1.25, 1.5)
THEME_WORDS = (
    ("system", N_("as the system")),
    ("light", N_("light")),
    ("dark", N_("dark")),
    ("contrast", N_("high contrast")),
    ("projector", N_("projector")),
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
    return _one_of(THEME_WORDS, settings.get("theme", "system"))


def look() -> Look:
    """The look that was chosen, the system's where that was chosen."""
    chosen = theme_choice()
    if chosen == "system":
        chosen = systems_theme()
    theme: ThemeName = next((one for one in THEMES if one == chosen), "light")
    size = settings.get("text_size", 1.0)
    return Look(theme, min(1.5, max(0.9, size)))


def systems_theme() -> ThemeName:
    """What the system asks for: high contrast before dark before light."""
    hints = QGuiApplication.styleHints()
    if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        return "contrast"
    return "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"


def follow_system(call: Callable[[], object]) -> None:
    """Call whenever the system changes between light, dark and high contrast."""
    hints = QGuiApplication.styleHints()
    hints.colorSchemeChanged.connect(call)
    hints.accessibility().contrastPreferenceChanged.connect(call)


MOTION_WORDS = (("system", N_("as the system")), ("off", N_("off")))
HINT_WORDS = (("learnt", N_("until learnt")), ("always", N_("always")), ("never", N_("never")))
LEARNT = 5
"""So many uses of a sign, and its hint is not needed any more."""


def motion_choice() -> str:
    """One of MOTION_WORDS."""
    return _one_of(MOTION_WORDS, settings.get("motion", "system"))


def calm() -> bool:
    """Whether nothing shall glide: chosen so, or the system asks for it."""
    from journeymap.ui import motion

    return motion_choice() == "off" or motion.reduced()


def hint_choice() -> str:
    """One of HINT_WORDS."""
    return _one_of(HINT_WORDS, settings.get("hints", "learnt"))


def hints_sign(sign: str) -> bool:
    """Whether the line still shows what a sign does."""
    return sign in hinted((sign,))


def hinted(signs: Iterable[str]) -> Set[str]:
    """Those of the signs whose hints the line still shows; the settings are read once for all."""
    choice = hint_choice()
    uses = _uses() if choice == "learnt" else {}
    return {sign for sign in signs if choice != "never" and uses.get(sign, 0) < LEARNT}


def sign_used(sign: str) -> None:
    """A sign was written once more; nobody counts beyond what was to be learnt."""
    uses = _uses()
    if uses.get(sign, 0) < LEARNT:
        settings.put("sign_uses", {**uses, sign: uses.get(sign, 0) + 1})


def _uses() -> dict[str, int]:
    kept = settings.get("sign_uses", {})
    return {sign: count for sign, count in kept.items() if isinstance(count, int)}


def _one_of(words: Sequence[tuple[str, str]], chosen: str) -> str:
    return chosen if chosen in dict(words) else words[0][0]
