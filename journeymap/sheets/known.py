"""What cells are read from: one state of the journey, what was found in it, and a language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property

from journeymap.analysis.findings import Findings, RankedFriction, UnrankedFriction, WallMark
from journeymap.analysis.gains import Gain, gains
from journeymap.edit.columns import in_use
from journeymap.i18n import Catalogue
from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.model.reading import stage_of_steps, steps_in_order
from journeymap.model.records import Action, Evidence, Friction, Link, Record, Step

Kinds = tuple[type[Record], ...]
ORDERED = ("numbers", "stages", "columns", "steps_in_lane", "steps_in_stage")
"""What stays as it is while no step goes elsewhere."""
FOUND = ("ranked", "unranked", "marks")
"""What stays as it is until the journey has been examined again."""
NAMED_BY: Mapping[type[Record], Kinds] = {Link: (Link, Step), Friction: (Friction, Link)}
"""Kinds whose names and order hang on other kinds too."""


class Known:
    """Never altered; what many cells share is worked out once, when it is first asked for."""

    def __init__(
        self, journey: Journey, findings: Findings, t: Catalogue, before: Known | None = None
    ) -> None:
        self.journey = journey
        self.findings = findings
        self.t = t
        self.labels: dict[Kinds, Mapping[Id, str]] = {}
        """Names of records that tell them apart, by kinds; kept here by `sheets.names`."""
        if before is not None:
            self._take_over(before)

    def then(self, journey: Journey, findings: Findings) -> Known:
        """What is known after an edit or an examination: what neither can have changed is kept.

        Ask this of a state that an edit has ended in, never of one within an edit.
        """
        if journey is self.journey and findings is self.findings:
            return self
        return Known(journey, findings, self.t, before=self)

    def _take_over(self, before: Known) -> None:
        old, new = before.journey, self.journey
        same = {kind for kind in new.tables if old.of(kind) is new.of(kind)}
        if self.findings is before.findings:
            self._keep(before, (*FOUND, "gains") if Action in same else FOUND)
        if Evidence in same:
            self._keep(before, ("evidence_about",))
        if not unmoved(old, new):
            return
        self._keep(before, ORDERED)
        if "steps" in before.__dict__:
            self.__dict__["steps"] = tuple(new.steps[step.id] for step in before.steps)
        if Link in same:
            self._keep(before, ("links_from",))
        if Friction in same and self.findings is before.findings:
            self._keep(before, ("frictions_at",))
        for kinds, labels in before.labels.items():
            if same.issuperset(one for kind in kinds for one in NAMED_BY.get(kind, (kind,))):
                self.labels[kinds] = labels

    def _keep(self, before: Known, names: Iterable[str]) -> None:
        self.__dict__.update({name: before.__dict__[name] for name in names if name in before.__dict__})

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """Steps as people read the map."""
        return steps_in_order(self.journey)

    @cached_property
    def numbers(self) -> Mapping[Id, int]:
        """Step → its number in reading order, from 1."""
        return {step.id: number for number, step in enumerate(self.steps, 1)}

    @cached_property
    def stages(self) -> Mapping[Id, Id]:
        """Step → the stage it belongs to, its own or that of the step before."""
        return stage_of_steps(self.journey, self.steps)

    @cached_property
    def columns(self) -> Mapping[float, int]:
        """Column in use → its place in time, from 1."""
        return {column: place for place, column in enumerate(in_use(self.journey), 1)}

    @cached_property
    def links_from(self) -> Mapping[Id, tuple[Link, ...]]:
        """Step → the links that leave it, in the order of where they lead."""
        found: dict[Id, list[Link]] = {}
        for link in self.journey.links.values():
            found.setdefault(link.source, []).append(link)
        return {step: tuple(sorted(links, key=self._arrival)) for step, links in found.items()}

    def _arrival(self, link: Link) -> tuple[int, Id]:
        return (self.numbers.get(link.target, 0), link.id)

    @cached_property
    def frictions_at(self) -> Mapping[Id, tuple[Friction, ...]]:
        """Step or link → its frictions, the worst first."""
        found: dict[Id, list[Friction]] = {}
        for friction in self.journey.frictions.values():
            found.setdefault(friction.at, []).append(friction)
        return {at: tuple(sorted(all, key=self._rank)) for at, all in found.items()}

    def _rank(self, friction: Friction) -> tuple[int, Id]:
        line = self.ranked.get(friction.id)
        return (line.rank if line else 10**9, friction.id)

    @cached_property
    def evidence_about(self) -> Mapping[Id, tuple[Evidence, ...]]:
        """Record → what is known of how we know it."""
        found: dict[Id, list[Evidence]] = {}
        for one in self.journey.evidence.values():
            found.setdefault(one.about, []).append(one)
        return {about: tuple(sorted(all, key=lambda one: one.id)) for about, all in found.items()}

    @cached_property
    def ranked(self) -> Mapping[Id, RankedFriction]:
        """Friction → its place in the ranking."""
        return {line.id: line for line in self.findings.ranked}

    @cached_property
    def unranked(self) -> Mapping[Id, UnrankedFriction]:
        """Friction → what it lacks to be ranked."""
        return {line.id: line for line in self.findings.unranked}

    @cached_property
    def gains(self) -> Mapping[Id, Gain]:
        """Action → what it would give back, most for a day of effort first."""
        return {one.action: one for one in gains(self.journey, self.findings.ranked)}

    @cached_property
    def marks(self) -> Mapping[str, WallMark]:
        """Key of a finding → the mark that stands for it on the map."""
        return {finding.key: mark for mark in self.findings.marks for finding in mark.findings}

    @cached_property
    def steps_in_lane(self) -> Mapping[Id, int]:
        """Lane → how many steps stand in it."""
        return _counted(step.lane for step in self.journey.steps.values())

    @cached_property
    def steps_in_stage(self) -> Mapping[Id, int]:
        """Stage → how many steps belong to it."""
        return _counted(self.stages.values())

    def using(self, field: str) -> Mapping[Id, tuple[Id, ...]]:
        """Promise or item → the steps that name it in `makes`, `honours` or `asks`."""
        if field not in self._used:
            found: dict[Id, list[Id]] = {}
            for step in self.steps:
                for id in getattr(step, field) or ():
                    found.setdefault(id, []).append(step.id)
            self._used[field] = {id: tuple(steps) for id, steps in found.items()}
        return self._used[field]

    @cached_property
    def _used(self) -> dict[str, Mapping[Id, tuple[Id, ...]]]:
        return {}


def unmoved(before: Journey, after: Journey) -> bool:
    """Whether every step certainly stands where it stood: then nothing has to be sorted again."""
    if before.lanes is not after.lanes or before.stages is not after.stages:
        return False
    pairs = zip(before.steps.values(), after.steps.values(), strict=False)
    return len(before.steps) == len(after.steps) and all(
        one is other or _standing(one) == _standing(other) for one, other in pairs
    )


def _standing(step: Step) -> tuple[object, ...]:
    return step.id, step.lane, step.stage, step.column, step.order


def _counted(ids: object) -> Mapping[Id, int]:
    count: dict[Id, int] = {}
    for id in ids:  # type: ignore[attr-defined]
        count[id] = count.get(id, 0) + 1
    return count
