"""After a merge: what both said differently, side by side, mine chosen until one says theirs."""

from __future__ import annotations

from PySide6.QtWidgets import QScrollArea, QWidget

from journeymap.i18n import Catalogue
from journeymap.storage.merge import Merged
from journeymap.ui.dialogs.ask import Ask, Choice
from journeymap.ui.label import label
from journeymap.ui.look import Look
from journeymap.ui.merging import place_of, said
from journeymap.ui.pieces import Segments, column, row

SHOWN = 420
"""The greatest height of the list; more is scrolled."""


class Clashes(Ask):
    """`theirs` are the places in the list where the other's word was chosen; Esc goes back."""

    def __init__(self, look: Look, t: Catalogue, merged: Merged, parent: QWidget | None) -> None:
        self._t = t
        self.theirs: set[int] = set()
        rows = [self._pair(place, merged) for place in range(len(merged.clashes))]
        listed = QScrollArea()
        listed.setWidgetResizable(True)
        listed.setWidget(column(*rows, None, gap=10, margins=(12, 10, 12, 10), name="card"))
        listed.setMinimumHeight(min(look.px(SHOWN), 24 + 92 * len(rows)))
        super().__init__(
            look,
            t.plural(
                "Both have changed {n} thing differently",
                "Both have changed {n} things differently",
                len(rows),
            ),
            t("Everything else is brought together. What you do not choose is kept as a note."),
            (Choice("cancel", t("Back"), left=True), Choice("merge", t("Bring together"), primary=True)),
            "cancel",
            body=listed,
            parent=parent,
        )

    def _pair(self, place: int, merged: Merged) -> QWidget:
        t, clash = self._t, merged.clashes[place]
        choice = Segments(
            [t("Mine"), t("Theirs")], 0, lambda chosen: self._choose(place, theirs=chosen == 1), equal=False
        )
        head = row((label(place_of(clash, merged.journey, t), "rowbold", wrap=True), 1), choice, gap=10)
        mine = t("Mine: {words}", words=said(clash.mine, t))
        theirs = t("Theirs: {words}", words=said(clash.theirs, t))
        return column(head, label(mine, "quiet", wrap=True), label(theirs, "quiet", wrap=True), gap=3)

    def _choose(self, place: int, *, theirs: bool) -> None:
        (self.theirs.add if theirs else self.theirs.discard)(place)
