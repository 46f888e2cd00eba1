"""Templates to begin a map with."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from journeymap.storage.templates import Template, templates
from journeymap.ui.desk import Desk
from journeymap.ui.dialogs.page import Page
from journeymap.ui.label import label
from journeymap.ui.pieces import button, row
from journeymap.ui.starting.finished import template_cards


class Templates(Page):
    """Cards to choose from; `chosen` is what was taken when the dialogue was accepted."""

    def __init__(self, desk: Desk, parent: QWidget | None) -> None:
        t, look = desk.t, desk.look
        super().__init__(look, t("Begin with a template"), 560, parent)
        self.chosen: Template | None = None
        said = t("The usual road of a sector, with the questions left open. Everything can be changed.")
        cards = template_cards(t, look, templates(t.language), self._take)
        cards.setMinimumWidth(look.px(500))
        close = button(look, t("Cancel"), self.reject)
        self.show_parts(label(said, "row", wrap=True), cards, row(None, close))

    def _take(self, template: Template) -> None:
        self.chosen = template
        self.accept()
