"""The back chain drawn: boxes, padlocks for requirements, the customer's moment in ink."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from journeymap.analysis import words as said
from journeymap.model.ids import Id
from journeymap.picture.prims import Box
from journeymap.report import signs
from journeymap.report.block import Drawing
from journeymap.report.chain import Chain
from journeymap.report.lines import Line, Span, clipped
from journeymap.report.matter import Matter, one_line
from journeymap.report.palette import INK, SEC, TEXT_WIDTH, WAIT, WHITE
from journeymap.report.sheet import Sheet
from journeymap.report.typefaces import NOTE, TABLE

LINE = 11.5
MOST_BOXES = 6
GAP = 20.0


class _Box(NamedTuple):
    """A step, or several folded into one (then `steps` are more than one)."""

    head: str
    text: str
    steps: Sequence[Id]
    folded: bool = False


def chain_chart(matter: Matter, chain: Chain) -> Drawing:
    """Three to six boxes; members beyond them are folded into a dashed one."""
    boxes = _boxes(matter, chain)
    wide = min((TEXT_WIDTH - (len(boxes) - 1) * GAP) / len(boxes), 130.0)
    language = matter.t.language
    tall = max(_height(box, wide, language) for box in boxes)

    def paint(sheet: Sheet, x: float, y: float, width: float) -> None:
        for number, box in enumerate(boxes):
            left = x + number * (wide + GAP)
            last = number == len(boxes) - 1
            _draw_box(sheet, box, Box(left, y, wide, tall), last, language)
            if not last:
                _draw_link(sheet, chain, box, boxes[number + 1], left + wide, y + tall / 2)

    return Drawing(tall, paint, _alt(matter, chain))


def _texts(box: _Box, wide: float, language: str, color: str) -> list[tuple[Span, tuple[Line, ...]]]:
    """The unit in at most two lines and the step in at most five; what is cut ends in "…"."""
    head = Span(box.head, NOTE.in_color(SEC if color == INK else color))
    text = Span(box.text, TABLE.in_color(color))
    return [
        (head, clipped([head], wide - 9, language, 2)),
        (text, clipped([text], wide - 9, language, 5)),
    ]


def _height(box: _Box, wide: float, language: str) -> float:
    return 9 + LINE * sum(len(lines) for _, lines in _texts(box, wide, language, INK))


def _boxes(matter: Matter, chain: Chain) -> list[_Box]:
    """All members from the rearmost on; of many, those with a requirement or a friction, the rest folded."""
    members = sorted(chain.members, key=lambda step: matter.step_numbers[step])
    if len(members) < MOST_BOXES:
        return [*(_box(matter, step) for step in members), _box(matter, chain.moment)]
    first, last = _least_telling(matter, chain, members)
    folded = members[first:last]
    head = matter.t.plural("one more link", "{n} more links", len(folded))
    numbers = matter.t.listed([matter.step_number(step) for step in folded])
    return [
        *(_box(matter, step) for step in members[:first]),
        _Box(head, numbers, folded, True),
        *(_box(matter, step) for step in members[last:]),
        _box(matter, chain.moment),
    ]


def _least_telling(matter: Matter, chain: Chain, members: Sequence[Id]) -> tuple[int, int]:
    """Which run of members is folded, so that the row stays in order: that with fewest requirements within
    it and frictions on it; of several the rearmost. The rearmost member itself always has its box."""
    size = len(members) - (MOST_BOXES - 2)
    rubbing = _rubbing(matter)

    def telling(first: int) -> tuple[int, int, int]:
        run = set(members[first : first + size])
        within = sum(1 for link in chain.required if link.source in run and link.target in run)
        return within, len(run & rubbing), first

    first = min(range(1, len(members) - size + 1), key=telling)
    return first, first + size


def _rubbing(matter: Matter) -> set[Id]:
    """Steps at which a ranked friction lies."""
    return set(matter.ranked_at)


def _box(matter: Matter, step: Id) -> _Box:
    title = one_line(matter.journey.steps[step].title)
    number = matter.step_number(step)
    return _Box(said.unit_of_step(matter.journey, step), f"{number}\u00a0{title}", [step])


def _draw_box(sheet: Sheet, box: _Box, place: Box, last: bool, language: str) -> None:
    folded = box.folded
    edge, dash = (WAIT, (3, 2)) if folded else (INK, ())
    sheet.box(*place, INK if last else WHITE, edge, 0.8, 2, dash)
    y = place.y + 3
    for span, lines in _texts(box, place.w, language, WHITE if last else INK):
        y = sheet.lines(place.x + 5, y, lines, [span], place.w, leading=LINE)


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
