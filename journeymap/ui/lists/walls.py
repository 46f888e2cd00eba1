"""The walls by pair of units, with hours, reason, how certain, and who owns them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from journeymap.analysis import words
from journeymap.analysis.findings import Findings, WallFinding, WallMark
from journeymap.edit import verbs
from journeymap.i18n import N_
from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.model.records import Wall
from journeymap.picture.memo import Memo
from journeymap.ui.desk import Desk
from journeymap.ui.drawn import sign
from journeymap.ui.label import label
from journeymap.ui.lines import Lines
from journeymap.ui.lists.entries import Shown
from journeymap.ui.lists.filtering import Filter
from journeymap.ui.lists.frictions import heading
from journeymap.ui.lists.unfolded import wall_row
from journeymap.ui.pieces import button, column, row, top
from journeymap.ui.remembered import Remembered

EMPTY = N_("No walls found. They show themselves when two departments share a customer.")


def lines(desk: Desk, chosen: Filter) -> Iterator[Shown]:
    """Every mark under its pair, the pair with most hours first; dismissed ones at the end."""
    hours = {frozenset((pair.one, pair.other)): pair for pair in desk.work.findings.ledger}
    pairs: dict[frozenset[str], list[WallMark]] = {}
    pair_of = _pairs(desk)
    for mark in _listed(desk, chosen):
        pairs.setdefault(pair_of(mark), []).append(mark)

    def weight(pair: frozenset[str]) -> tuple[float, int]:
        known = hours.get(pair)
        return (-(known.per1000 if known else 0.0), min(mark.number for mark in pairs[pair]))

    for pair in sorted(pairs, key=weight):
        known = hours.get(pair)
        figure = desk.t.number(round(known.hours)) if known and known.hours else ""
        yield heading(desk, "pair:" + "|".join(sorted(pair)), pair_words(pair), figure)
        for mark in pairs[pair]:
            yield mark_row(desk, mark)
    yield from _dismissed(desk)


def count(desk: Desk, chosen: Filter) -> int:
    """How many walls are listed, the dismissed among them."""
    gone = sum(finding.state == "dismissed" for finding in desk.work.findings.walls)
    return len(_listed(desk, chosen)) + gone


def _listed(desk: Desk, chosen: Filter) -> list[WallMark]:
    journey, marks = desk.journey, desk.work.findings.marks
    steps = journey.steps
    alive = [
        mark
        for mark in marks
        if (mark.source is None or mark.source in steps) and (mark.target is None or mark.target in steps)
    ]
    return alive if chosen.is_off else [mark for mark in alive if _passes(journey, mark, chosen)]


def _passes(journey: Journey, mark: WallMark, chosen: Filter) -> bool:
    lanes = [lane for lane in (mark.giver, mark.receiver) if lane is not None]
    return chosen.passes(journey, lanes, certain=mark.certain)


def pair_of(desk: Desk, mark: WallMark) -> frozenset[str]:
    """The two units a wall stands between; one where it stands inside a unit."""
    return _pairs(desk)(mark)


def _pairs(desk: Desk) -> Callable[[WallMark], frozenset[str]]:
    """The same for many walls: there are few lanes, and each has its name looked up once."""
    journey = desk.journey

    @cache
    def units(*lanes: Id | None) -> frozenset[str]:
        return frozenset(words.unit_name(journey, lane) for lane in lanes if lane is not None)

    return lambda mark: units(mark.giver, mark.receiver)


def pair_words(pair: frozenset[str]) -> str:
    """ "Reception | Customer service"."""
    return " | ".join(sorted(pair))


def strongest(mark: WallMark) -> WallFinding:
    """The finding that speaks for the mark: one that stands before one that is only suspected."""
    return next((finding for finding in mark.findings if finding.stands), mark.findings[0])


def certainty(desk: Desk, mark: WallMark) -> str:
    """How sure, in a word."""
    if any(finding.state == "confirmed" for finding in mark.findings):
        return desk.t("confirmed")
    return desk.t("certain") if mark.certain else desk.t("suspected")


def about(mark: WallMark) -> tuple[str, ...]:
    """The ids under which the map knows the wall."""
    return (mark_id(mark), *(finding.key for finding in mark.findings))


def marks_by_id(findings: Findings) -> Mapping[str, WallMark]:
    """Every wall under all its ids; worked out once for an examination."""
    return _MARKS.of(findings)


_MARKS = Remembered[Mapping[str, WallMark]](
    lambda found: {id: mark for mark in reversed(found.marks) for id in about(mark)}
)


def mark_id(mark: WallMark) -> str:
    """The id by which the wall is selected."""
    return strongest(mark).key


def sentence(desk: Desk, finding: WallFinding) -> str:
    """What happens at the wall; put into words anew only when something it names is another."""
    journey, t = desk.journey, desk.t
    steps = [journey.steps.get(id) for id in (finding.source, finding.target, *finding.sides) if id]
    promise, item = journey.promises.get(finding.promise or Id("")), journey.items.get(finding.item or Id(""))
    named = (finding, t, journey.head, journey.lanes, steps, promise, item)
    return _SAID.get(finding.key, named, lambda *_: words.wall_sentence(finding, journey, t))


_SAID = Memo()
"""Sentences by wall. They name no record but those given with them."""


def mark_row(desk: Desk, mark: WallMark, prefix: str = "") -> Shown:
    """One wall as a row; `prefix` tells it from its rows in other lists."""
    finding = strongest(mark)
    said = sentence(desk, finding)
    owner = _owner(desk, mark)
    sure = certainty(desk, mark)
    note = " · ".join(part for part in (words.wall_number(mark.number, desk.t), sure, owner) if part)

    def make() -> QWidget:
        icon = ("brick-wall", "brick") if mark.certain else ("circle-help", "warn")
        body = column(Lines(said, most=3), label(note, "caption", wrap=True), gap=1)
        return row(top(sign(desk.look, icon[0], 18, icon[1])), (body, 1), gap=9)

    facts = (said, note, mark.certain, finding.key, finding.state, desk.look, desk.t.language)
    return Shown(
        f"{prefix}wall:{mark.number}", facts, make, about(mark), f"{note}. {said}", lambda: _more(desk, mark)
    )


def _more(desk: Desk, mark: WallMark) -> QWidget:
    finding = strongest(mark)
    if finding.state == "confirmed":
        back = button(
            desk.look,
            desk.t("Take back"),
            lambda: verbs.reopen_wall(desk.document, finding.key),
            role="small",
        )
        return row(back, None, margins=(27, 4, 0, 4))
    return wall_row(desk, finding.key, lambda: make_friction(desk, mark))


def make_friction(desk: Desk, mark: WallMark) -> None:
    """A friction at the wall, where the customer comes to it; its answers are asked next."""
    finding = strongest(mark)
    at = finding.target or finding.source
    if at is not None and at in desk.journey.steps:
        said = words.wall_sentence(finding, desk.journey, desk.t)
        desk.selection.ask(verbs.add_friction(desk.document, at, said), "hits")


def _owner(desk: Desk, mark: WallMark) -> str:
    owners = (record.owner for finding in mark.findings if (record := _record(desk, finding.record)))
    return next((owner for owner in owners if owner), "")


def _record(desk: Desk, id: Id | None) -> Wall | None:
    return desk.journey.walls.get(id) if id else None


def _dismissed(desk: Desk) -> Iterator[Shown]:
    gone = [finding for finding in desk.work.findings.walls if finding.state == "dismissed"]
    if not gone:
        return
    yield heading(desk, "pair:dismissed", desk.t("Dismissed"), desk.t.number(len(gone)))
    for finding in gone:
        said = sentence(desk, finding)
        yield _gone(desk, finding, said)


def _gone(desk: Desk, finding: WallFinding, said: str) -> Shown:
    def make() -> QWidget:
        made = Lines(said, "quiet")
        made.setAlignment(Qt.AlignmentFlag.AlignLeft)
        return row(top(sign(desk.look, "brick-wall", 18, "text3")), (made, 1), gap=9)

    return Shown(f"dismissed:{finding.key}", (said, desk.look, desk.t.language), make, (finding.key,), said)
