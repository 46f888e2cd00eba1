"""What a picture shall show: which part of the map, how dense, with which bands around it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from journeymap.model.ids import Id

Density = Literal["auto", "normal", "dense", "room"]
"""auto: dense above forty steps. room: one stage on a projector, at twice the size (VISUAL 12)."""


@dataclass(frozen=True, slots=True)
class Options:
    """Everything is shown unless said otherwise.

    `focus` names what stays at full strength; all other steps, links and walls are dimmed.
    `columns` (first and last column as written in the file, both included) and `lanes` cut a part
    out of the map, links to the rest run to its border; `collapse` draws lanes without a step in
    that part as a mere name line. Beyond `widest` px no room is made for the words of walls.
    """

    density: Density = "auto"
    title_block: bool = True
    curve: bool = True
    ledger: bool = True
    legend: bool = True
    ground: bool = True
    notes: bool = True
    hints: bool = False
    focus: frozenset[Id] | None = None
    columns: tuple[float, float] | None = None
    lanes: frozenset[Id] | None = None
    collapse: bool = False
    widest: float | None = None

    def without_surroundings(self) -> Options:
        """The map alone: no title, ledger or legend, as the editor's canvas shows it."""
        return replace(self, title_block=False, ledger=False, legend=False)
