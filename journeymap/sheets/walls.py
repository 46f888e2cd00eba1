"""The sheet of walls: what the map found and what people drew, with all that is said of each."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from journeymap.analysis.findings import WallFinding, WallMark
from journeymap.analysis.words.walls import wall_number, wall_sentence, wall_type
from journeymap.edit import verbs
from journeymap.edit.document import Document
from journeymap.i18n import N_
from journeymap.model.ids import Id
from journeymap.model.records import Step, Wall
from journeymap.sheets import terms
from journeymap.sheets.kinds import Choice, Computed, ComputedFigure, Kind, Words, YesNo, refuse
from journeymap.sheets.known import Known
from journeymap.sheets.references import One
from journeymap.sheets.sheet import Column, Sheet


@dataclass(frozen=True)
class WallLine:
    """One reason why a wall stands, and what people say of it; without a finding only that."""

    key: str
    finding: WallFinding | None
    card: Wall | None
    mark: WallMark | None


def _rows(known: Known) -> Sequence[str]:
    """Standing walls by their marks' numbers, then dismissed ones, then cards without a wall."""
    standing = [finding.key for mark in known.findings.marks for finding in mark.findings]
    others = [finding.key for finding in known.findings.walls]
    cards = sorted(wall.key for wall in known.journey.walls.values())
    return list(dict.fromkeys(key for key in (*standing, *others, *cards) if _line(known, key) is not None))


def _line(known: Known, key: str) -> WallLine | None:
    """None once neither the findings nor any record speaks of the wall."""
    finding = next((one for one in known.findings.walls if one.key == key), None)
    if finding is not None and not _alive(known, finding):
        finding = None
    card = verbs.wall_with(known.journey, key)
    if finding is None and card is None:
        return None
    return WallLine(key, finding, card, known.marks.get(key))


def _alive(known: Known, finding: WallFinding) -> bool:
    """An examination may still speak of steps that are gone: it is made anew while one works."""
    ends = (finding.source, finding.target, *finding.steps, *finding.sides)
    return all(end is None or end in known.journey.steps for end in ends)


def _of_finding(get: Callable[[Known, WallFinding], Any]) -> Callable[[Known, WallLine], Any]:
    return lambda known, line: None if line.finding is None else get(known, line.finding)


def _number(known: Known, line: WallLine) -> str | None:
    return wall_number(line.mark.number, known.t) if line.mark is not None else None


def _sure(known: Known, finding: WallFinding) -> str:
    return known.t("certain") if finding.certainty == "certain" else known.t("suspected")


def _end(name: str) -> Callable[[Known, WallLine], Any]:
    return lambda known, line: getattr(line.finding or line.card, name, None)


def _said(name: str, words: str, kind: Kind, width: int, shown: bool = True) -> Column:
    """A line of the wall's card."""

    def put(document: Document, key: str, value: Any) -> None:
        verbs.set_wall_fact(document, key, **{name: value})

    return Column(name, words, kind, lambda known, line: getattr(line.card, name, None), put, width,
                  shown=shown)  # fmt: skip


def _view(end: str, words: str) -> Column:
    """How one side sees the wall."""

    def lane(known: Known, line: WallLine) -> Id | None:
        step = known.journey.steps.get(_end(end)(known, line) or Id(""))
        return step.lane if step is not None else None

    def get(known: Known, line: WallLine) -> str | None:
        views = line.card.views if line.card is not None else None
        return (views or {}).get(lane(known, line) or "")

    def put(document: Document, key: str, value: Any) -> None:
        ends = _ends_of(key)
        step = document.present.steps.get(Id(ends.get(end, "")))
        if step is None:
            raise refuse(N_("This wall has no such side."))
        card = verbs.wall_with(document.present, key)
        views = {**((card.views if card else None) or {}), step.lane: value or ""}
        verbs.set_wall_fact(document, key, views={one: said for one, said in views.items() if said} or None)

    return Column(f"view_{end}", words, Words(long=True), get, put, 200, shown=False)


def _ends_of(key: str) -> Mapping[str, str]:
    """The ends that a wall's key names (FORMAT 5)."""
    parts = key.split(":")
    return dict(zip(("source", "target"), parts[1:3], strict=False)) if len(parts) > 2 else {}


def _put_state(document: Document, key: str, value: Any) -> None:
    card = verbs.wall_with(document.present, key)
    was = card.state if card else None
    if value == was:
        return
    if "drawn" in (value, was):
        raise refuse(N_("A drawn wall is drawn between two steps, and deleted with its row."))
    if value == "confirmed":
        verbs.confirm_wall(document, key)
    elif value == "dismissed":
        verbs.dismiss_wall(document, key, card.reason if card else None)
    else:
        verbs.reopen_wall(document, key)


def _make(document: Document, given: Mapping[str, Any], after: str | None, between: bool) -> str:
    if given["source"] == given["target"]:
        raise refuse(N_("A step cannot hand over to itself."))
    verbs.draw_wall(document, given["source"], given["target"])
    return verbs.drawn_key(document.present, given["source"], given["target"])


def _remove(document: Document, keys: Sequence[str]) -> None:
    """Drawn walls and cards go; of a wall that the map found, what was settled is taken back."""
    cards = [verbs.wall_with(document.present, key) for key in keys]
    gone = [card.id for card in cards if card is not None]
    if not gone:
        raise refuse(N_("The map found this wall. Say that it is no wall instead."))
    verbs.delete(document, gone)


def _ask(name: str, words: str, ask: str) -> Column:
    return Column(name, words, One(of=(Step,)), _end(name), None, 170, needed=True, ask=ask)


WALLS = Sheet(
    "walls",
    N_("Walls"),
    (
        Column("number", N_("Wall"), Computed(), _number, width=62),
        Column("what", N_("What happens"), Computed(long=True),
               _of_finding(lambda known, one: wall_sentence(one, known.journey, known.t)), width=330),
        _ask("source", N_("From"), N_("From which step?")),
        _ask("target", N_("To"), N_("To which step?")),
        Column("type", N_("Kind"), Computed(), _of_finding(lambda known, one: wall_type(one.type, known.t)),
               width=160),
        Column("certainty", N_("How sure"), Computed(), _of_finding(_sure), width=92),
        Column("state", N_("Is it so?"), Choice(terms=terms.WALL_STATE),
               lambda known, line: getattr(line.card, "state", None), _put_state, 116),
        Column("hours", N_("Hours a year"), ComputedFigure(),
               _of_finding(lambda known, one: one.hours_per_year), width=124),
        _said("handed_over", N_("What should be handed over"), Words(long=True), 190),
        _said("receipt", N_("Acknowledged"), YesNo(), 110),
        _said("deadline", N_("At the latest"), Words(), 130),
        _said("excuse", N_("The excuse we hear"), Words(long=True), 190),
        _said("effect", N_("What happens to the customer"), Words(long=True), 200),
        _said("owner", N_("Owner"), Words(), 140),
        _said("reason", N_("Reason"), Words(long=True), 180, shown=False),
        _view("source", N_("How the giver sees it")),
        _view("target", N_("How the receiver sees it")),
    ),
    _rows,
    _line,
    _make,
    _remove,
    row_words=lambda known, line: _number(known, line) or line.key,
    new_words=N_("New row: between which two steps does a wall stand?"),
)  # fmt: skip
