"""Lane by lane: every lane's card beside the others, with sums that are the map's own figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from journeymap.analysis.lane_cards import LaneCard
from journeymap.analysis.lane_sums import all_drawn, walls_drawn, without_owner
from journeymap.analysis.words.tells import parts_of_walls
from journeymap.model.ids import Id
from journeymap.report.block import Block, Para, words
from journeymap.report.headings import subhead
from journeymap.report.lines import Span
from journeymap.report.matter import Matter
from journeymap.report.nouns import customer
from journeymap.report.numbers import places
from journeymap.report.palette import span
from journeymap.report.section import Section
from journeymap.report.table import Column, Row, table
from journeymap.report.typefaces import CARD, NOTE, TABLE

LEAD = 0.25
"""Walls by which a lane must stand before the next one to be named in the heading."""


def lanes(matter: Matter) -> Section | None:
    """None in an extract, and where there are no steps to divide."""
    cards = matter.further.lanes
    if matter.lane is not None or not matter.journey.steps or len(cards) < 2:
        return None
    t = matter.t
    note = t(
        "The last row is the whole map: every hand-off leaves one lane and comes to one, and what is felt is "
        "felt in one. A wall counts in equal parts to its sides, unless one of them owns it; without an "
        "owner it is named on both their cards and counted once in the sum."
    )
    head = subhead(t("What stands on each card"), t.language)
    blocks: list[Block] = [
        _table(matter, cards),
        words(note, NOTE, t.language, before=5, widest=span(10)),
        head,
        *(card for one in cards for card in _card(matter, one)),
    ]
    return Section(t("Lane by lane"), _finding(matter, cards), blocks, "lanes", own_page=False)


def _finding(matter: Matter, cards: Sequence[LaneCard]) -> str:
    """Where most of the walls stand, else how many lanes there are."""
    t = matter.t
    drawn = walls_drawn(matter.journey, matter.findings)
    if not drawn:
        return matter.plural("One lane has the whole journey", "{Count} lanes share the journey", len(cards))
    first, second = sorted(cards, key=lambda one: -drawn.get(one.lane, 0.0))[:2]
    if drawn.get(first.lane, 0.0) - drawn.get(second.lane, 0.0) < LEAD:
        sides = sum(part > 0 for part in drawn.values())
        return matter.plural(
            "One lane has a part in the walls", "{Count} lanes have a part in the walls", sides
        )
    return t("More walls stand at {lane} than at any other lane", lane=matter.lane_name(first.lane))


def _table(matter: Matter, cards: Sequence[LaneCard]) -> Block:
    t = matter.t
    felt = t("Hours\nfelt here") if matter.has_volume else t("Min per 1000\nfelt here")
    at_walls = t("Hours at\nits walls") if matter.has_volume else t("Min per 1000\nat its walls")
    columns = [
        Column(t("Lane"), share=1, heads_rows=True, type=TABLE),
        Column(t("Steps"), 32, align="right"),
        Column(t("Hand-offs\nout"), 44, align="right"),
        Column(t("Hand-offs\nin"), 44, align="right"),
        Column(t("Carried by\n{the_guest}", **customer(matter)), 56, align="right"),
        Column(t("Walls"), 34, align="right"),
        Column(felt, 52, align="right"),
        Column(at_walls, 52, align="right"),
        Column(t("Without\nowner"), 44, align="right"),
    ]
    rows = [_row(matter, one) for one in cards]
    rows.append(_sums(matter, cards))
    return table(columns, rows, t, summary=t("Lane by lane"), totals=1)


def _row(matter: Matter, card: LaneCard) -> Row:
    t = matter.t
    walls = walls_drawn(matter.journey, matter.findings).get(card.lane, 0.0)
    return Row(
        [
            matter.lane_name(card.lane),
            t.number(card.steps),
            t.number(card.handoffs_out),
            t.number(card.handoffs_in),
            t.number(card.carried_out),
            parts_of_walls(walls, t),
            t.number(_felt(matter, card)),
            t.number(_at_walls(matter, card)),
            t.number(len(without_owner(card, matter.findings))),
        ],
        anchor=f"lane:{card.lane}",
    )


def _sums(matter: Matter, cards: Sequence[LaneCard]) -> Row:
    """The map's own figures where it has them: that the cards add up to them is tested, not assumed."""
    t, figures = matter.t, matter.findings.figures
    unowned = {key for card in cards for key in without_owner(card, matter.findings)}
    return Row(
        [
            t("The whole map"),
            t.number(figures.steps),
            t.number(figures.handoffs),
            t.number(figures.handoffs),
            t.number(sum(card.carried_out for card in cards)),
            t.number(all_drawn(matter.findings)),
            t.number(matter.total),
            t.number(sum(_at_walls(matter, card) for card in cards)),
            t.number(len(unowned)),
        ],
        total=True,
    )


def _felt(matter: Matter, card: LaneCard) -> float:
    return card.hours or 0.0 if matter.has_volume else card.minutes_per_1000


def _at_walls(matter: Matter, card: LaneCard) -> float:
    return card.wall_hours or 0.0 if matter.has_volume else card.wall_minutes_per_1000


def _card(matter: Matter, card: LaneCard) -> Iterator[Block]:
    """The lane by name, and what the figures of its row are about; nothing where all are 0."""
    parts = list(_named(matter, card))
    if not parts:
        return
    spans = [Span(f"{matter.lane_name(card.lane)}  ", CARD.bold())]
    for term, text in parts:
        spans += [Span(f"{term} ", NOTE), Span(f"{text}  ", CARD)]
    yield Para(spans, matter.t.language, widest=span(10.5), before=5)


def _named(matter: Matter, card: LaneCard) -> Iterator[tuple[str, str]]:
    t = matter.t
    if card.kind != "supplier":  # a supplier's walls and frictions stand with who answers for it
        yield from _at_work(matter, card)
    if card.critical:
        yield t("Decides at:"), f"{', '.join(matter.step_name(id) for id in card.critical)}."
    if card.touched:
        yield t("Stands behind:"), f"{', '.join(matter.step_name(id) for id in card.touched)}."
    lacking = [
        *matter.mark_names(card.unowned),
        *filter(None, (_called(matter, key) for key in card.unowned)),
    ]
    if lacking:
        yield t("Without owner:"), f"{', '.join(lacking)}."


def _at_work(matter: Matter, card: LaneCard) -> Iterator[tuple[str, str]]:
    """The walls at which the lane gives and receives, and the frictions that are felt in it."""
    t = matter.t
    for term, keys in ((t("Gives at:"), card.walls_out), (t("Receives at:"), card.walls_in)):
        names = matter.mark_names(keys)
        if names:
            yield term, f"{', '.join(names)}."
    ranks = sorted(matter.ranked_by_id[id].rank for id in card.frictions if id in matter.ranked_by_id)
    if ranks:
        yield t("Felt here:"), t("no.\u00a0{numbers}", numbers=places(ranks, t)) + "."


def _called(matter: Matter, key: str) -> str:
    """A friction by its place, a step by its number and title; walls are named by their numbers."""
    if key in matter.marks_by_key:
        return ""
    ranked = matter.ranked_by_id.get(Id(key))
    if ranked is not None:
        return matter.t("no.\u00a0{numbers}", numbers=places([ranked.rank], matter.t))
    return matter.named(Id(key))
