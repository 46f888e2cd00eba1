"""The program itself failed: what of the map is safe, a copy, what happened, and going on."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from journeymap.i18n import Catalogue
from journeymap.ui.dialogs.ask import Ask, Choice
from journeymap.ui.look import Look
from journeymap.ui.pieces import column

SHOWN = 100_000
"""Bytes of the log's end that are shown: the trace that matters is the last one."""


class Failed(Ask):
    """`answer` is "copy" or "on". `unsafe` says that the last changes are in no journal."""

    def __init__(
        self,
        look: Look,
        t: Catalogue,
        log: Path,
        parent: QWidget | None,
        *,
        opened: bool = False,
        unsafe: str = "",
    ) -> None:
        self._t = t
        self.said = _said(t, opened=opened, unsafe=unsafe)
        self.written = t("What happened is written in {file}.", file=log)
        self.log = QPlainTextEdit(_end_of(log))
        self.log.setReadOnly(True)
        self.log.setTabChangesFocus(True)
        self.log.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.log.setAccessibleName(t("The log"))
        self.log.setMinimumHeight(look.px(220))
        self.log.hide()
        choices = [Choice("log", t("Show the log"), left=True)]
        if opened:
            choices.append(Choice("copy", t("Save a copy…"), primary=bool(unsafe)))
        choices.append(Choice("on", t("Go on"), primary=not unsafe))
        super().__init__(
            look,
            t("Something went wrong in the program"),
            self.said,
            choices,
            "on",
            body=column(self.log),
            after=self.written,
            parent=parent,
        )
        self.buttons["log"].clicked.disconnect()
        self.buttons["log"].clicked.connect(lambda _checked: self._toggle())

    def _toggle(self) -> None:
        shown = self.log.isHidden()
        self.log.setVisible(shown)
        self.buttons["log"].setText(self._t("Hide the log") if shown else self._t("Show the log"))
        self.adjustSize()
        if shown:
            self.log.moveCursor(QTextCursor.MoveOperation.End)
            self.log.setFocus(Qt.FocusReason.OtherFocusReason)


def _said(t: Catalogue, *, opened: bool, unsafe: str) -> str:
    if unsafe:
        return unsafe
    if opened:
        return t("Your map is safe. Every change is in the recovery journal. You can go on.")
    return t("You can go on. No map was open.")


def _end_of(log: Path) -> str:
    try:
        with log.open("rb") as stream:
            stream.seek(max(0, log.stat().st_size - SHOWN))
            return stream.read().decode("utf-8", "replace")
    except OSError:
        return ""
