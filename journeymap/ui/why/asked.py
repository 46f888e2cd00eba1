"""What is to be measured, and what of it has been answered since it was first shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from journeymap.analysis.findings import Findings, RankedFriction
from journeymap.edit.document import Document
from journeymap.model.ids import Id
from journeymap.model.journey import Journey


@dataclass(frozen=True)
class Task:
    """One friction to find out about: each answer that was missing, and whether it is known now."""

    friction: Id
    answers: tuple[tuple[str, bool], ...]
    share: float
    rank: int | None

    @property
    def done(self) -> bool:
        """It has a place."""
        return self.rank is not None


class Asked:
    """What was missing when it was first shown, so that an answer can tick it; for one open map."""

    def __init__(self) -> None:
        self._of: Document | None = None
        self._missing: dict[Id, tuple[str, ...]] = {}
        self.all = False
        """Whether every task is shown, not only the first."""

    def tasks(self, document: Document, found: Findings) -> tuple[Task, ...]:
        """The unranked by falling possible share, then those that got their place meanwhile."""
        if self._of is not document:
            self._of, self._missing, self.all = document, {}, False
        for line in found.unranked:
            before = self._missing.get(line.id, ())
            self._missing[line.id] = (*before, *(one for one in line.missing if one not in before))
        return tasks(document.journey, found, self._missing)


def tasks(journey: Journey, found: Findings, missing: Mapping[Id, tuple[str, ...]]) -> tuple[Task, ...]:
    """The open tasks in the order of the measuring plan, then the finished ones by their place."""
    opened = [
        Task(
            line.id,
            tuple((one, one not in line.missing) for one in missing.get(line.id, line.missing)),
            line.possible_top3_share,
            None,
        )
        for line in found.unranked
        if line.id in journey.frictions
    ]
    done = [
        Task(line.id, tuple((one, True) for one in missing[line.id]), 0.0, line.rank)
        for line in found.ranked
        if line.id in missing and line.id in journey.frictions
    ]
    return (*opened, *done)


def undecided(found: Findings) -> list[RankedFriction]:
    """The frictions whose place is open."""
    return [line for line in found.ranked if line.word == "open"]
