"""What a killed program left behind: when, how much, both states, what differs, and which one to open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPlainTextEdit, QVBoxLayout, QWidget

from journeymap.i18n import Catalogue
from journeymap.model.journey import Journey
from journeymap.storage.compare import differences
from journeymap.storage.files import Loaded
from journeymap.storage.recovery import Offer
from journeymap.ui.dialogs.ask import Ask, Choice
from journeymap.ui.dialogs.questions import clock, figures
from journeymap.ui.label import label
from journeymap.ui.look import Look
from journeymap.ui.pieces import clear, column, row

MOST = 300
"""Differences listed one by one."""


@dataclass(frozen=True)
class Rescued:
    """An offer with what it gives back and what lies on the disk now (None: nothing readable)."""

    offer: Offer
    journey: Journey
    on_disk: Loaded | None

    @property
    def title(self) -> str:
        """The map's name as it was rescued."""
        return self.journey.head.title or self.offer.title or Path(self.offer.path).stem


class Rescue(Ask):
    """`chosen` is the one that was marked. Esc leaves everything for the next start."""

    def __init__(self, look: Look, t: Catalogue, found: Sequence[Rescued], parent: QWidget | None) -> None:
        self._look, self._t, self._found, self._place = look, t, tuple(found), 0
        self.list = self._listed()
        self._said = label("", "row", wrap=True)
        self._about = QVBoxLayout()
        self._about.setContentsMargins(0, 0, 0, 0)
        self._after = label("", "quiet", wrap=True)
        self.differences = QPlainTextEdit()
        self.differences.setReadOnly(True)
        self.differences.setTabChangesFocus(True)
        self.differences.setAccessibleName(t("What differs"))
        self.differences.setMinimumHeight(look.px(190))
        self.differences.hide()
        body = column(self._said, self._about, self.differences, self._after, gap=10)
        super().__init__(
            look,
            t("Your map is rescued")
            if len(found) == 1
            else t.plural("{n} map is rescued", "{n} maps are rescued", len(found)),
            "",
            (
                Choice("difference", t("Show the difference"), left=True),
                Choice("drop", t("Discard it…")),
                Choice("disk", t("Open the one on disk")),
                Choice("rescued", t("Open the rescued one"), primary=True),
            ),
            "later",
            body=column(self.list, body, gap=10) if len(found) > 1 else body,
            parent=parent,
        )
        self.setMinimumWidth(look.px(560))
        self.buttons["difference"].clicked.disconnect()
        self.buttons["difference"].clicked.connect(lambda _checked: self._toggle())
        self.list.currentRowChanged.connect(self._show)
        self._show(0)

    @property
    def chosen(self) -> Rescued:
        """The map that the answer is about."""
        return self._found[self._place]

    def _listed(self) -> QListWidget:
        made, t = QListWidget(), self._t
        made.setAccessibleName(t("Rescued maps"))
        for one in self._found:
            n = one.offer.changes
            said = t.plural("{n} change", "{n} changes", n)
            made.addItem(QListWidgetItem(f"{one.title}   ·   {clock(t, one.offer.when)}   ·   {said}"))
        made.setCurrentRow(0)
        made.setMaximumHeight(self._look.px(30) * min(5, max(2, len(self._found))) + 10)
        return made

    def _show(self, place: int) -> None:
        """What is to be known about one of them."""
        self._place = max(0, place)
        t, one = self._t, self.chosen
        when = clock(t, one.offer.when)
        said = t.plural(
            "The program closed before it had saved, {time}. {n} change is kept.",
            "The program closed before it had saved, {time}. {n} changes are kept.",
            one.offer.changes,
            time=when,
        )
        self._said.setText(said)
        clear(self._about)
        self._about.addWidget(self._states(one))
        self._after.setText(self._what_follows(one))
        self.buttons["disk"].setVisible(one.on_disk is not None)
        self.buttons["drop"].setVisible(one.on_disk is None)
        self.differences.setPlainText("\n".join(self._lines(one)))

    def _states(self, one: Rescued) -> QWidget:
        t = self._t
        lines: list[QWidget] = [row((label(one.title, "rowbold", wrap=True), 1))]
        lines.append(self._state(t("Rescued"), one.journey, one.offer.when))
        if one.on_disk is not None:
            lines.append(self._state(t("On disk"), one.on_disk.journey, one.on_disk.saved))
        written = one.offer.last_words
        if written:
            lines.append(row((label(t("Written last: “{words}”", words=written), "caption", wrap=True), 1)))
        return column(*lines, gap=6, margins=(14, 12, 14, 12), name="card")

    def _state(self, whose: str, journey: Journey, when: datetime | None) -> QWidget:
        said = figures(self._t, journey)
        said = f"{said} · {clock(self._t, when)}" if when is not None else said
        return row(label(whose, "row"), None, label(said, "quiet"))

    def _what_follows(self, one: Rescued) -> str:
        t = self._t
        if not one.offer.is_whole:
            return t(
                "The state these changes were made on is gone. They are put on the file as it is now; "
                "look through the map before you save it."
            )
        if one.on_disk is None and one.offer.path:
            words = t(
                "{file} is no longer where it was. Saving asks where it shall lie.", file=one.offer.path
            )
            return words
        if one.on_disk is None:
            return t("It was never saved. Saving asks where it shall lie.")
        return t(
            "The file on disk is not changed until you save. "
            "The one you do not open stays under Earlier versions."
        )

    def _lines(self, one: Rescued) -> list[str]:
        """What the rescued state says otherwise than the disk; without a file what was done, latest first."""
        if one.on_disk is None:
            return [self._t(name) for name in list(one.offer.labels)[::-1][:MOST]]
        found = differences(one.on_disk.journey, one.journey)
        lines = [difference.sentence(self._t) for difference in found[:MOST]]
        more = len(found) - len(lines)
        return [*lines, self._t("And {n} more.", n=more)] if more > 0 else lines

    def _toggle(self) -> None:
        shown = self.differences.isHidden()
        self.differences.setVisible(shown)
        self.buttons["difference"].setText(
            self._t("Hide the difference") if shown else self._t("Show the difference")
        )
        self.adjustSize()
        if shown:
            self.differences.setFocus(Qt.FocusReason.OtherFocusReason)
