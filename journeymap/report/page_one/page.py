"""Page 1 put together: one A4 page at 9 pt or more, whatever the texts (REPORT-DESIGN 9)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from journeymap.report.block import Beside, Block, Para, Stack, words
from journeymap.report.lines import Span, width_of
from journeymap.report.matter import Matter
from journeymap.report.numbers import tied
from journeymap.report.page_one.band import Band
from journeymap.report.page_one.decisions import decided, decisions
from journeymap.report.page_one.facts import Fact, facts
from journeymap.report.page_one.fit import Fit, ladder
from journeymap.report.page_one.headline import sentences
from journeymap.report.page_one.nothing import substitute
from journeymap.report.page_one.rows import TierRows
from journeymap.report.page_one.strip import key_text, strip_block, strip_of
from journeymap.report.page_one.top import START, TopLine, beneath
from journeymap.report.palette import A4, TEXT_WIDTH, bottom, column, span
from journeymap.report.sheet import Sheet
from journeymap.report.tags import Element
from journeymap.report.typefaces import HEADLINE_SMALL, LABEL, NOTE, TABLE, Type


def first_page(matter: Matter) -> list[Block]:
    """The blocks of page 1 in the first setting in which they fit."""
    room = bottom(A4[1]) - START
    blocks: list[Block] = []
    for fit in ladder():
        blocks = page_one_blocks(matter, fit)
        if total_height(blocks) <= room:
            break
    return blocks


def total_height(blocks: Sequence[Block]) -> float:
    """Points from the top of the first to the foot of the last."""
    return sum(block.height(TEXT_WIDTH) for block in blocks) + sum(block.before for block in blocks[1:])


def page_one_blocks(matter: Matter, fit: Fit) -> list[Block]:
    """The blocks of page 1 in this setting."""
    language = matter.t.language
    blocks: list[Block] = [TopLine(matter)]
    if fit.purpose and (line := beneath(matter)):
        blocks.append(words(line, NOTE, language, before=5))
    blocks.append(_title(matter, fit))
    strip = strip_block(matter, fit.strip) if fit.strip else None
    if strip is not None:
        strip.before = 4
        blocks.append(strip)
        key = key_text(matter, strip_of(matter))
        if key:
            blocks.append(words(key, NOTE, language, before=2))
    settled = decided(matter)
    if matter.findings.ranked or matter.findings.unranked or settled:
        blocks.append(Band(matter, decisions(matter), settled, fit.lines, before=5))
    blocks += _rows(matter, fit) if matter.findings.ranked else substitute(matter, fit)
    blocks.append(_facts(matter, fit))
    return blocks


def _title(matter: Matter, fit: Fit) -> Para:
    """A line for each sentence, in the largest type in which they fit; else lines of equal length."""
    said = [tied(sentence) for sentence in sentences(matter)]
    kind = fit.headline
    while kind.size > HEADLINE_SMALL.size and _widest(said, kind) > TEXT_WIDTH:
        kind = Type(kind.size - 1, kind.leading - 1, kind.weight)
    if _widest(said, kind) <= TEXT_WIDTH:
        return Para([Span("\n".join(said), kind)], matter.t.language, "H1", before=7)
    return Para([Span(" ".join(said), fit.headline)], matter.t.language, "H1", balance=True, before=7)


def _widest(sentences: Sequence[str], kind: Type) -> float:
    return max(width_of(sentence, kind) for sentence in sentences)


def _rows(matter: Matter, fit: Fit) -> list[Block]:
    t = matter.t
    shown = matter.findings.ranked[: fit.rows]
    table: list[Element] = []
    deciding = [one for one in shown if one.tier == "A"]
    others = [one for one in shown if one.tier == "B"]
    blocks: list[Block] = []
    if deciding:
        more = sum(1 for one in matter.findings.ranked if one.tier == "A") - len(deciding)
        blocks.append(TierRows(matter, deciding, fit, table, more, before=12))
    if others:
        blocks.append(TierRows(matter, others, fit, table, before=2 if deciding else 12))
    key = t("The bar: first part at least, tick most likely, whole length at most. "
            "Counted: waiting, own work, value not received.")  # fmt: skip
    blocks.append(Ruled(words(key, NOTE, t.language), before=3))
    return blocks


@dataclass(slots=True, eq=False)
class Ruled(Block):
    """A block under a rule."""

    block: Block

    def height(self, width: float) -> float:
        return self.block.height(width) + 4

    def draw(self, sheet: Sheet, x: float, y: float, width: float) -> None:
        with sheet.inside(None):
            sheet.rule(x, y, x + width, y, 0.8)
        self.block.draw(sheet, x, y + 4, width)


def _facts(matter: Matter, fit: Fit) -> Block:
    places = [
        (column(4 * number), span(4) - 6, _fact(fact, matter, fit))
        for number, fact in enumerate(facts(matter, fit.ends))
    ]
    return Beside(places, before=9)


def _fact(fact: Fact, matter: Matter, fit: Fit) -> Block:
    language = matter.t.language
    text = words(fact.text, TABLE, language)
    if fit.lines:
        lines = text.lines(span(4) - 6)[: 4 * fit.lines]
        text = words(" ".join(line.text for line in lines), TABLE, language)
    return Stack([words(fact.label, LABEL, language, role="H2"), text])
