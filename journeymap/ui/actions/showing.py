"""Dialogues shown over the window: F1 opens the guide from them, and the line has the keyboard after."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QSize
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from journeymap.ui.keys import keys_of
from journeymap.ui.parts import Parts

if TYPE_CHECKING:
    from journeymap.ui.help.reader import Reader

D = TypeVar("D", bound=QDialog)
FRAME = QSize(16, 48)
"""Px that a system's own frame takes around a dialogue."""


def shown(parts: Parts, dialog: D) -> D:
    """Show a dialogue; afterwards the keyboard is back in the line, and the dialogue is let go."""

    def over() -> None:
        dialog.deleteLater()
        parts.frame.widget().activateWindow()
        if parts.desk.work.is_open:  # the parts may be others by now: a language can be chosen in a dialogue
            parts.frame.parts_or_frame().writing.focus()

    dialog.finished.connect(over)
    for key in keys_of("help").here():
        QShortcut(QKeySequence(key), dialog).activated.connect(
            lambda: open_guide(parts.frame.parts_or_frame())
        )
    dialog.resize(dialog.size().boundedTo(dialog.screen().availableSize() - FRAME))
    dialog.open()
    return dialog


def open_guide(parts: Parts, page: str = "") -> Reader:
    """The guide, at the page that fits where the keyboard is; it belongs to the window it was asked in."""
    from journeymap.ui.help.reader import Reader
    from journeymap.ui.help.where import page_for

    focus = QApplication.focusWidget()
    host = _host(parts, focus)
    page = page or page_for(focus, parts.desk)
    reader = next(iter(host.findChildren(Reader)), None)
    if reader is None:
        reader = Reader(parts.desk, host)
    reader.show_page(page)
    reader.show()
    reader.raise_()
    reader.activateWindow()
    return reader


def _host(parts: Parts, focus: QWidget | None) -> QWidget:
    """The dialogue with the keyboard: a window of another parent would be blocked by it; else the window."""
    modal = QApplication.activeModalWidget()
    if modal is not None:
        return modal
    window = focus.window() if focus is not None else None
    return window if isinstance(window, QDialog) else parts.frame.widget()


def renew_guide(parts: Parts) -> None:
    """Another language or look: an open guide is made anew, at the page it shows and where it stands."""
    from journeymap.ui.help.reader import Reader

    host = parts.frame.widget()
    for reader in host.findChildren(Reader):
        if reader.isVisible():
            fresh = Reader(parts.desk, host)
            fresh.show_page(reader.reading.file)
            fresh.setGeometry(reader.geometry())
            fresh.show()
        reader.setParent(None)
        reader.deleteLater()
