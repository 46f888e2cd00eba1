"""The back chain drawn: boxes, padlocks for requirements, the customer's moment in ink."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from journeymap.analysis import words as said
from journeymap.model.ids import Id
from journeymap.report import signs
from journeymap.report.block import Drawing
from journeymap.report.chain import Chain
from journeymap.report.lines import Line, Span, lay, shortened
from journeymap.report.matter import Matter, one_line
from journeymap.report.palette import INK, SEC, WAIT, WHITE
from journeymap.report.sheet import Sheet
from journeymap.report.typefaces import NOTE, TABLE

BOX = 46.0
MOST_BOXES = 6
GAP = 22.0


class _Box(NamedTuple):
    """A step, or several folded into one (then `steps` are more than one)."""

    head: str
    text: str
    steps: Sequence[Id]


def chain_chart(matter: Matter, chain: Chain) -> Drawing:
    """Three to six boxes; members that stand beside the shown way are folded into a dashed one."""
    boxes = _boxes(matter, chain)

    def paint(sheet: Sheet, x: float, y: float, width: float) -> None:
        wide = min((width - (len(boxes) - 1) * GAP) / len(boxes), 130.0)
        for number, box in enumerate(boxes):
            left = x + number * (wide + GAP)
            last = number == len(boxes) - 1
            _draw_box(sheet, matter, box, left, y, wide, last)
            if not last:
                _draw_link(sheet, chain, box, boxes[number + 1], left + wide, y + BOX / 2)

    return Drawing(BOX, paint, _alt(matter, chain))


def _boxes(matter: Matter, chain: Chain) -> list[_Box]:
    """All members from the rearmost on; of many, those with a requirement or a friction, the rest folded."""
    members = sorted(chain.members, key=lambda step: matter.step_numbers[step])
    if len(members) < MOST_BOXES:
        return [*(_box(matter, step) for step in members), _box(matter, chain.moment)]
    telling = {end for link in chain.required for end in (link.source, link.target)} | _rubbing(matter)
    wanted = sorted(members[1:], key=lambda step: (step not in telling, chain.members.index(step)))
    kept = set(wanted[: MOST_BOXES - 3])
    folded = [step for step in members[1:] if step not in kept]
    head = matter.t.plural("one more link", "{n} more links", len(folded))
    return [
        _box(matter, members[0]),
        _Box(head, ", ".join(matter.step_number(step) for step in folded), folded),
        *(_box(matter, step) for step in members[1:] if step in kept),
        _box(matter, chain.moment),
    ]


def _rubbing(matter: Matter) -> set[Id]:
    """Steps at which a ranked friction lies."""
    places = (matter.place_of(matter.friction(one.id)) for one in matter.findings.ranked)
    return {place.id for place in places if place is not None}


def _box(matter: Matter, step: Id) -> _Box:
    title = one_line(matter.journey.steps[step].title)
    number = matter.step_number(step)
    return _Box(said.unit_of_step(matter.journey, step), f"{number}\u00a0{title}", [step])


def _draw_box(
    sheet: Sheet, matter: Matter, box: _Box, x: float, y: float, wide: float, last: bool
) -> None:  # fmt: skip
    folded = len(box.steps) > 1 or box.text == matter.step_number(box.steps[0])
    sheet.box(
        x, y, wide, BOX, INK if last else WHITE, WAIT if folded else INK, 0.8, 2, (3, 2) if folded else ()
    )  # fmt: skip
    sheet.text(
        x + 5, y + 13, shortened(box.head, NOTE, wide - 9), NOTE.in_color(WHITE if last else SEC)
    )  # fmt: skip
    kind = TABLE.in_color(WHITE if last else INK)
    for number, line in enumerate(_two(lay([Span(box.text, kind)], wide - 9, matter.t.language))):
        sheet.line_of(x + 5, y + 26 + number * 11.5, line, wide)


def _two(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """At most two lines; what is left out stands in the appendix."""
    return lines[:2]


def _draw_link(sheet: Sheet, chain: Chain, one: _Box, other: _Box, x: float, y: float) -> None:
    closed = any(chain.carries(a, b) for a in one.steps for b in other.steps)
    sheet.rule(x, y, x + GAP - 3, y, 1.1, INK, () if closed else (2, 2))
    signs.arrow_tip(sheet, x + GAP, y)
    signs.padlock(sheet, x + GAP / 2 - 1, y - 9, closed)


def _alt(matter: Matter, chain: Chain) -> str:
    t = matter.t
    n, all_ = len(chain.required), len(chain.links)
    rearmost = min(chain.members, key=lambda step: matter.step_numbers[step])
    return t(
        "From {first} to {last}: {n} links behind it, {covered} of {all} connections with a requirement.",
        first=matter.step_name(rearmost), last=matter.step_name(chain.moment),
        n=t.number(len(chain.members)), covered=t.number(n), all=t.number(all_),
    )  # fmt: skip
