"""What of walls and findings is listed: all or one lane's, all, certain or suspected ones."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Literal

from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QSizePolicy

from journeymap.analysis.concerns import lanes_concerned
from journeymap.i18n import N_
from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.model.reading import lanes_in_order
from journeymap.ui.desk import Desk
from journeymap.ui.label import tip

Sureness = Literal["all", "certain", "suspected"]
SURENESS: tuple[tuple[Sureness, str], ...] = (
    ("all", N_("Certain or not")),
    ("certain", N_("Only certain")),
    ("suspected", N_("Only suspected")),
)


@dataclass(frozen=True)
class Filter:
    """One lane or all of them, and how sure."""

    lane: Id | None = None
    sureness: Sureness = "all"

    def passes(self, journey: Journey, about: Iterable[str], *, certain: bool) -> bool:
        """Whether something about these records is listed. What concerns the whole map is no lane's."""
        if self.sureness != "all" and certain is not (self.sureness == "certain"):
            return False
        return self.lane is None or self.lane in lanes_concerned(journey, about)

    @property
    def is_off(self) -> bool:
        """Whether everything passes."""
        return self == Filter()


class FilterBar(QFrame):
    """Two lists to choose from: whose lane, and how sure. `changed(filter)` is called when one is used."""

    def __init__(self, desk: Desk, changed: Callable[[Filter], object]) -> None:
        super().__init__()
        self._desk, self._changed = desk, changed
        self.filter = Filter()
        self.lane = _choice(desk.t("Only what concerns this lane"))
        self.sureness = _choice(desk.t("Only what is so sure"))
        for name, words in SURENESS:
            self.sureness.addItem(desk.t(words), name)
        self.lane.activated.connect(lambda _: self._say(lane=self.lane.currentData()))
        self.sureness.activated.connect(lambda _: self._say(sureness=self.sureness.currentData()))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 6, 12, 4)
        layout.setSpacing(6)
        layout.addWidget(self.lane, 1)
        layout.addWidget(self.sureness, 1)

    def refresh(self) -> None:
        """Offer the lanes that there are; one that is gone filters no more."""
        lanes = lanes_in_order(self._desk.journey)
        if self.filter.lane not in (None, *(lane.id for lane in lanes)):
            self.filter = replace(self.filter, lane=None)
        offered = [(None, self._desk.t("All lanes")), *((lane.id, lane.name) for lane in lanes)]
        shown = [(self.lane.itemData(n), self.lane.itemText(n)) for n in range(self.lane.count())]
        if offered != shown:
            self.lane.clear()
            for id, name in offered:
                self.lane.addItem(name, id)
        self.show_filter(self.filter)

    def show_filter(self, chosen: Filter) -> None:
        """Show another filter; it is not told again."""
        self.filter = chosen
        self.lane.setCurrentIndex(max(0, self.lane.findData(chosen.lane)))
        self.sureness.setCurrentIndex(self.sureness.findData(chosen.sureness))

    def _say(self, **facts: object) -> None:
        self.filter = replace(self.filter, **facts)  # type: ignore[arg-type]
        self._changed(self.filter)


def _choice(name: str) -> QComboBox:
    made = QComboBox()
    made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    made.setAccessibleName(name)
    tip(made, name)
    return made
