"""The page that waits behind the start page: menus and their keys exist before a map does."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from journeymap.ui.workpage import WorkPage


def keep(page: WorkPage, window: QWidget) -> None:
    """The page and its parts, which no layout took, end with the window instead of never."""
    window.destroyed.connect(page.deleteLater)
    parts = page.parts
    beside = (parts.lists, parts.views, parts.aside, parts.details, parts.chain.panel)
    for part in (*beside, page.rail, page.status, page.banner, page.menus.bar):
        part.setParent(page)
