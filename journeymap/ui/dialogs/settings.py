"""Settings on one page; every choice applies at once, nothing to confirm."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from journeymap.i18n import LANGUAGES
from journeymap.storage import recents, settings
from journeymap.ui.desk import Desk
from journeymap.ui.label import label
from journeymap.ui.pieces import Segments, button, column, row
from journeymap.ui.preferences import LANGUAGE_NAMES, SIZES, THEME_WORDS, theme_choice


class Settings(QDialog):
    """Language, theme, text size, recent files."""

    def __init__(
        self,
        desk: Desk,
        speak: Callable[[str], object],
        wear: Callable[[str, float], object],
        parent: QWidget | None,
    ) -> None:
        super().__init__(parent)
        t, look = desk.t, desk.look
        self.setWindowTitle(t("Settings"))
        self.languages = Segments(
            [LANGUAGE_NAMES[one] for one in LANGUAGES],
            LANGUAGES.index(t.language),
            lambda place: self._then(lambda: speak(LANGUAGES[place])),
        )
        themes = [name for name, _ in THEME_WORDS]
        self.themes = Segments(
            [t(words) for _, words in THEME_WORDS],
            themes.index(theme_choice()),
            lambda place: self._then(lambda: wear(themes[place], look.scale)),
        )
        size = settings.get("text_size", 1.0)
        self.sizes = Segments(
            [f"{round(one * 100)} %" for one in SIZES],
            SIZES.index(size) if size in SIZES else 1,
            lambda place: self._then(lambda: wear(theme_choice(), SIZES[place])),
        )
        forget = button(look, t("Forget recent files"), recents.clear)
        close = button(look, t("Close"), self.accept, role="primary")
        close.setDefault(True)
        made = column(
            label(t("Settings"), "title"),
            column(label(t("Language"), "caption"), self.languages, gap=4),
            column(label(t("Theme"), "caption"), self.themes, gap=4),
            column(label(t("Text size"), "caption"), self.sizes, gap=4),
            row(forget, None, close),
            gap=16,
            margins=(24, 22, 24, 20),
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(made)
        self.setMinimumWidth(look.px(560))

    def _then(self, apply: Callable[[], object]) -> None:
        """Close first: applying makes the window's widgets anew."""
        self.accept()
        apply()
