"""From the document's plain listeners to one Qt signal."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from journeymap.edit.document import Document, Edited


class Bridge(QObject):
    """Listens to one document at a time and says `edited` for every change."""

    edited = Signal(object)
    """The Edited."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._leave: Callable[[], None] | None = None
        self.document: Document | None = None

    def listen_to(self, document: Document | None) -> None:
        """Listen to this document and no other; None to none. A bridge that is gone listens to none."""
        if self._leave is not None:
            self.destroyed.disconnect(self._leave)
            self._leave()
        self.document = document
        self._leave = None if document is None else document.subscribe(self._pass_on)
        if self._leave is not None:
            self.destroyed.connect(self._leave)

    def _pass_on(self, news: Edited) -> None:
        self.edited.emit(news)
