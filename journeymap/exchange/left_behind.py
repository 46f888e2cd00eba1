"""What a map has that a CSV of its steps does not hold: told, so that nothing is lost in silence."""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.exchange.workbook.words import SHEETS
from journeymap.i18n import Catalogue
from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.model.records import (
    RECORDS,
    Evidence,
    Friction,
    Item,
    Lane,
    Link,
    Promise,
    Record,
    Stage,
    Step,
)

WHOLE: tuple[type[Record], ...] = tuple(
    kind for kind in RECORDS if kind not in (Lane, Stage, Step, Link, Friction, Promise, Item, Evidence)
)
"""Tables of which a CSV holds nothing."""
_HELD_OF_FRICTION = frozenset({"id", "title", "at", "extra"})
_HELD_OF_LINK = frozenset({"id", "source", "target", "kind", "share", "label", "carrier", "info", "extra"})


def left_behind(journey: Journey, t: Catalogue) -> str:
    """One sentence on what stays out of a CSV, and where it would not; empty where nothing does."""
    said = [f"{t(words)} ({t.number(count)})" for words, count in _counts(journey)]
    if not said:
        return ""
    return t(
        "A CSV holds the steps with their lanes, stages, links, frictions and quotes. "
        "Left out, whole or in part: {what}. An Excel workbook (.xlsx) holds everything.",
        what=t.listed(said),
    )


def _counts(journey: Journey) -> Iterator[tuple[str, int]]:
    counts: dict[type[Record], int] = {kind: len(journey.of(kind)) for kind in WHOLE}
    used_lanes = {step.lane for step in journey.steps.values()}
    used_stages = {step.stage for step in journey.steps.values()}
    counts[Lane] = sum(id not in used_lanes for id in journey.lanes)
    counts[Stage] = sum(id not in used_stages or bool(stage.promise) for id, stage in journey.stages.items())
    counts[Link] = len(journey.links) - len(_held_links(journey))
    counts[Friction] = sum(_friction_stays(journey, friction) for friction in journey.frictions.values())
    counts[Evidence] = sum(_evidence_stays(journey, one) for one in journey.evidence.values())
    for kind in RECORDS:
        if counts.get(kind):
            yield SHEETS[kind.TABLE], counts[kind]


def _says_more(record: Record, held: frozenset[str]) -> bool:
    return any(getattr(record, name) is not None for name in record.__struct_fields__ if name not in held)


def _held_links(journey: Journey) -> set[tuple[Id, Id, str]]:
    """Links that a row says all of; of two alike one stands for both."""
    return {
        (link.source, link.target, link.kind or "flow")
        for link in journey.links.values()
        if not _says_more(link, _HELD_OF_LINK)
    }


def _friction_stays(journey: Journey, friction: Friction) -> bool:
    return friction.at not in journey.steps or _says_more(friction, _HELD_OF_FRICTION)


def _evidence_stays(journey: Journey, one: Evidence) -> bool:
    held = one.about in journey.steps and one.level in ("heard", "assumed") and bool(one.quote)
    return not held or _says_more(one, frozenset({"id", "about", "level", "quote", "extra"}))
