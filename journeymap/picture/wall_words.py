"""What is written on and beside a wall: plate, excuse or kind in words, hours; and what is read out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from journeymap.analysis.findings import Findings, WallMark
from journeymap.analysis.words.walls import wall_number, wall_sentence, wall_type
from journeymap.i18n.catalogue import Catalogue
from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.picture.grid import Grid
from journeymap.picture.kinds.wall import WallLook
from journeymap.picture.walls import Stand, courses, leading_type


def wall_look(
    stand: Stand, journey: Journey, hours: float | None, grid: Grid, t: Catalogue, ground: str
) -> WallLook:
    """The wall as drawn, its words not yet broken into lines."""
    mark = stand.mark
    lanes = journey.lanes
    one = lanes.get(mark.giver) if mark.giver else None
    other = lanes.get(mark.receiver) if mark.receiver else None
    first, second = _words(stand, journey, hours, grid, t)
    return WallLook(
        plate=wall_number(mark.number, t),
        courses=courses(one, other),
        certain=mark.certain,
        confirmed=any(finding.state == "confirmed" for finding in mark.findings),
        drawn=any(finding.state == "drawn" for finding in mark.findings),
        first=(first,),
        second=second,
        ground=ground,
    )


def wall_looks(
    found: Iterable[Stand], journey: Journey, findings: Findings, grid: Grid, t: Catalogue
) -> dict[int, WallLook]:
    """Every wall by its number as it looks on paper, in full strength."""
    hours = hours_of_marks(findings)
    discs = {friction.at for friction in journey.frictions.values()}
    return {
        stand.mark.number: replace(
            wall_look(stand, journey, hours[stand.mark.number], grid, t, "paper"),
            disc=any(Id(wire) in discs for wire in stand.wires),
        )
        for stand in found
    }


def kind_in_words(mark: WallMark, journey: Journey, t: Catalogue) -> str:
    """The kind of wall in a few words; a silent one says who is not told."""
    kind = leading_type(mark)
    receiver = journey.lanes.get(mark.receiver) if mark.receiver else None
    if kind == "silent" and receiver is not None:
        return t("Nobody tells {lane}", lane=receiver.name)
    return wall_type(kind, t)


def _words(
    stand: Stand, journey: Journey, hours: float | None, grid: Grid, t: Catalogue
) -> tuple[str, tuple[str, ...]]:
    mark = stand.mark
    kind = kind_in_words(mark, journey, t)
    excuse = excuse_of(mark, journey)
    other = _lane_far_off(stand, journey, grid)
    facts = [kind] if excuse else []
    facts.append(hours_in_words(hours, t))
    if other:
        facts.append(t("from {lane}", lane=other))
    return (t("“{words}”", words=excuse) if excuse else kind, tuple(facts))


def excuse_of(mark: WallMark, journey: Journey) -> str:
    """What was heard at the wall, without quotation marks; empty if nothing is written down."""
    for finding in mark.findings:
        record = journey.walls.get(finding.record) if finding.record else None
        if record is not None and record.excuse:
            return record.excuse.strip("\"“”„»«'’ ")
    return ""


def _lane_far_off(stand: Stand, journey: Journey, grid: Grid) -> str:
    """The giver's lane where it does not touch the wall's border (a silent wall names the receiver)."""
    mark = stand.mark
    if leading_type(mark) in ("silent", "refusal", "nobody", "ping_pong") or mark.giver is None:
        return ""
    touching = {
        grid.lanes[index].id for index in (stand.border - 1, stand.border) if 0 <= index < len(grid.lanes)
    }
    lane = journey.lanes.get(mark.giver)
    return "" if lane is None or lane.id in touching else lane.name


def hours_of_marks(findings: Findings) -> Mapping[int, float | None]:
    """By number: hours a year of the frictions at any of a mark's findings, each once; None if not known."""
    at: dict[str, list[int]] = {}
    for place, friction in enumerate(findings.ranked):
        for key in friction.wall_keys:
            at.setdefault(key, []).append(place)
    return {mark.number: _hours(mark, findings, at) for mark in findings.marks}


def _hours(mark: WallMark, findings: Findings, at: Mapping[str, list[int]]) -> float | None:
    own = {place for finding in mark.findings for place in at.get(finding.key, ())}
    known = [hours for place in sorted(own) if (hours := findings.ranked[place].hours) is not None]
    single = [finding.hours_per_year for finding in mark.findings if finding.hours_per_year]
    return max(sum(known), *single) if known and single else sum(known) or max(single, default=None)


def hours_in_words(hours: float | None, t: Catalogue) -> str:
    """ "1 278 h/yr", or that there is no figure yet."""
    if not hours:
        return t("no figure yet")
    return t("{hours} h/yr", hours=t.number(hours))


def wall_alt(mark: WallMark, journey: Journey, hours: float | None, t: Catalogue) -> str:
    """ "Wall 1, certain. From {a} to {b}. {reason}. 1 475 hours a year." (WORDS 6)"""
    sure = (
        t("Wall {n}, certain.", n=mark.number) if mark.certain else t("Wall {n}, suspected.", n=mark.number)
    )
    sentences = [sure]
    giver, receiver = (journey.lanes.get(id) if id else None for id in (mark.giver, mark.receiver))
    if giver is not None and receiver is not None:
        sentences.append(t("From {a} to {b}.", a=giver.name, b=receiver.name))
    sentences.append(wall_sentence(mark.findings[0], journey, t))
    if hours:
        sentences.append(t("{hours} hours a year.", hours=t.number(hours)))
    return " ".join(sentences)


def step_ids(mark: WallMark) -> frozenset[Id]:
    """Every step a mark speaks of."""
    ends = {end for end in (mark.source, mark.target) if end is not None}
    return frozenset(ends.union(*(finding.steps for finding in mark.findings)))
