"""What a report is about: the journey as its readers may see it, the findings, and how to name them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from journeymap.analysis.findings import Findings, RankedFriction, WallFinding, WallMark
from journeymap.analysis.further import Further, look_further
from journeymap.i18n.catalogue import Catalogue
from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.model.reading import column_ranks, lanes_in_order, name_of, steps_in_order
from journeymap.model.records import Action, Evidence, Friction, Lane, Link, Step
from journeymap.report.numbers import at_start, spelled
from journeymap.report.pictures import Album
from journeymap.report.profile import Profile

_BLANK = re.compile(r"[^\S\u00a0\u2007\u202f]+")  # a space that may not break stays

EVIDENCE_ORDER = ("measured", "observed", "heard", "assumed")
"""The strongest first."""


@dataclass(frozen=True)
class Earlier:
    """An earlier version of the map, as it was examined, and its day where that is known."""

    journey: Journey
    findings: Findings
    fingerprint: str = ""
    day: date | None = None

    def only(self, journey: Journey, findings: Findings) -> Earlier:
        """The same version with what may be seen of it."""
        return replace(self, journey=journey, findings=findings)


@dataclass(frozen=True)
class Matter:
    """Everything the sections read; nothing here draws."""

    journey: Journey
    findings: Findings
    t: Catalogue
    date: date
    profile: Profile
    fingerprint: str
    lane: Id | None = None
    album: Album = field(default_factory=lambda: Album({}))
    """The pictures in the file."""
    on_screen: bool = False
    """The report is one page that scrolls: no page numbers, the map in one piece."""
    since: Earlier | None = None
    sections: frozenset[str] | None = None
    """Names of the sections wanted; None for all."""

    @property
    def title(self) -> str:
        """The journey's own title, or that it has none."""
        return one_line(self.journey.head.title) or self.t("Untitled journey")

    def wants(self, section: str) -> bool:
        """Whether the section was asked for."""
        return self.sections is None or section in self.sections

    def plural(self, one: str, many: str, n: int, **values: object) -> str:
        """The message that fits n, with {n} in digits and {count} and {Count} in words."""
        count = spelled(n, self.t)
        return self.t.plural(one, many, n, count=count, Count=at_start(count), **values)

    @cached_property
    def step_numbers(self) -> Mapping[Id, int]:
        """Steps counted from 1 as people read the map."""
        return {step.id: number for number, step in enumerate(steps_in_order(self.journey), 1)}

    def step_number(self, id: Id | None) -> str:
        """ "09": as many digits as the last step has, at least two; "" for no step."""
        if id is None or id not in self.step_numbers:
            return ""
        digits = max(2, len(str(len(self.step_numbers))))
        return str(self.step_numbers[id]).zfill(digits)

    def step_name(self, id: Id | None) -> str:
        """Number and title: "09 Check-in desk"."""
        step = self.journey.steps.get(id) if id else None
        return f"{self.step_number(id)}\u00a0{one_line(step.title)}" if step else ""

    def lane_name(self, id: Id | None) -> str:
        """The lane's own name."""
        lane = self.journey.lanes.get(id) if id else None
        return one_line(lane.name) if lane else ""

    def lane_of(self, step: Id | None) -> Lane | None:
        """The lane a step lies in."""
        record = self.journey.steps.get(step) if step else None
        return self.journey.lanes.get(record.lane) if record else None

    def place_of(self, friction: Friction) -> Step | None:
        """The step where a friction is felt: of a link, the one it leaves from."""
        at = self.journey.get(friction.at)
        if isinstance(at, Link):
            at = self.journey.steps.get(at.source)
        return at if isinstance(at, Step) else None

    def named(self, id: Id) -> str:
        """Any record as a table names it: a step with its number, a link by its two ends."""
        record = self.journey.get(id)
        if isinstance(record, Link):
            return f"{self.step_number(record.source)} → {self.step_number(record.target)}"
        return self.step_name(id) or one_line(name_of(record))

    def friction(self, id: Id) -> Friction:
        """The friction of a ranked or unranked entry."""
        return self.journey.frictions[id]

    @cached_property
    def columns(self) -> Mapping[float, int]:
        """Columns in use and their places from the left, 0 first."""
        return column_ranks(self.journey)

    @cached_property
    def marks_by_key(self) -> Mapping[str, WallMark]:
        """Wall key → the mark it is drawn in."""
        return {finding.key: mark for mark in self.findings.marks for finding in mark.findings}

    @cached_property
    def marks(self) -> Sequence[WallMark]:
        """Marks to print: certain ones first, dismissed ones never."""
        open_ones = [mark for mark in self.findings.marks if standing(mark)]
        return sorted(open_ones, key=lambda mark: (not mark.certain, mark.number))

    def mark_name(self, mark: WallMark) -> str:
        """ "M3", suspected ones "M3?"."""
        letter = self.t.context("letter before a wall's number", "W")
        return f"{letter}{mark.number}" + ("" if mark.certain else "?")

    def mark_names(self, keys: Sequence[str]) -> list[str]:
        """The marks of these wall keys, each once, in number order."""
        found = {
            mark.number: self.mark_name(mark)
            for mark in (self.marks_by_key.get(key) for key in keys)
            if mark is not None and standing(mark)
        }
        return [found[number] for number in sorted(found)]

    @cached_property
    def links_from(self) -> Mapping[Id, Sequence[Link]]:
        """Step → the links that leave it, in the file's order."""
        found: dict[Id, list[Link]] = {}
        for link in self.journey.links.values():
            found.setdefault(link.source, []).append(link)
        return found

    @cached_property
    def ranked_by_id(self) -> Mapping[Id, RankedFriction]:
        """Friction → its place in the order."""
        return {one.id: one for one in self.findings.ranked}

    @cached_property
    def ranked_at(self) -> Mapping[Id, Sequence[RankedFriction]]:
        """Step → the ranked frictions that are felt there, in rank order."""
        found: dict[Id, list[RankedFriction]] = {}
        for one in self.findings.ranked:
            place = self.place_of(self.friction(one.id))
            if place is not None:
                found.setdefault(place.id, []).append(one)
        return found

    @cached_property
    def ranked_by_wall(self) -> Mapping[str, Sequence[RankedFriction]]:
        """Wall key → the ranked frictions at it, in rank order."""
        found: dict[str, list[RankedFriction]] = {}
        for one in self.findings.ranked:
            for key in one.wall_keys:
                found.setdefault(key, []).append(one)
        return found

    def ranked_behind(self, keys: Iterable[str]) -> list[RankedFriction]:
        """The ranked frictions at any of these walls, each once, in rank order."""
        found = {one.rank: one for key in keys for one in self.ranked_by_wall.get(key, ())}
        return [found[rank] for rank in sorted(found)]

    @cached_property
    def actions_of(self) -> Mapping[Id, tuple[Action, ...]]:
        """Friction → the actions against it."""
        found: dict[Id, list[Action]] = {}
        for action in self.journey.actions.values():
            for friction in action.frictions or ():
                found.setdefault(friction, []).append(action)
        return {friction: tuple(actions) for friction, actions in found.items()}

    @cached_property
    def evidence_of(self) -> Mapping[Id, tuple[Evidence, ...]]:
        """Record → what is known about it, the strongest first."""
        found: dict[Id, list[Evidence]] = {}
        for evidence in self.journey.evidence.values():
            found.setdefault(evidence.about, []).append(evidence)
        return {about: tuple(sorted(several, key=_strength)) for about, several in found.items()}

    def evidence_level(self, id: Id) -> str:
        """The strongest level said about a record; "assumed" when nothing is."""
        known = self.evidence_of.get(id, ())
        return (known[0].level or "assumed") if known else "assumed"

    @cached_property
    def further(self) -> Further:
        """What the map can tell beyond walls and ranking."""
        return look_further(self.journey, self.findings)

    @cached_property
    def lanes(self) -> tuple[Lane, ...]:
        """Lanes from the top."""
        return lanes_in_order(self.journey)

    @property
    def has_volume(self) -> bool:
        """Hours a year can be said: journeys_per_year is known."""
        return any(one.hours is not None for one in self.findings.ranked)

    def amount(self, ranked: RankedFriction) -> float:
        """What the report ranks by: hours a year, or minutes per 1 000 journeys without volume."""
        return ranked.hours if self.has_volume and ranked.hours is not None else ranked.per1000

    def bounds(self, ranked: RankedFriction) -> tuple[float, float]:
        """The amount's lowest and highest."""
        if self.has_volume and ranked.low is not None and ranked.high is not None:
            return ranked.low, ranked.high
        return ranked.low_per1000, ranked.high_per1000

    @cached_property
    def total(self) -> float:
        """The amounts of all ranked frictions."""
        return sum(self.amount(one) for one in self.findings.ranked)

    @cached_property
    def scale_end(self) -> float:
        """Where every interval bar of the document ends: one scale throughout (REPORT-DESIGN 6)."""
        high = max((self.bounds(one)[1] for one in self.findings.ranked), default=0.0)
        best = max((self.amount(one) for one in self.findings.ranked), default=0.0)
        return (2 * best if best and high > 3 * best else high) or 1.0

    def range(self, low: float, high: float) -> str:
        """ "345–5 013"."""
        return f"{self.t.number(low)}–{self.t.number(high)}"


def standing(mark: WallMark) -> bool:
    """Whether the mark has a reason nobody dismissed."""
    return any(finding.state != "dismissed" for finding in mark.findings)


def first_reason(mark: WallMark) -> WallFinding:
    """The mark's leading reason: standing ones before suspected ones."""
    return min(mark.findings, key=lambda one: (one.state == "dismissed", not one.stands))


def one_line(text: str | None) -> str:
    """A name as one line: no newlines, no runs of spaces."""
    return _BLANK.sub(" ", text).strip(" ") if text else ""


def _strength(evidence: Evidence) -> tuple[int, Id]:
    return EVIDENCE_ORDER.index(evidence.level or "assumed"), evidence.id
