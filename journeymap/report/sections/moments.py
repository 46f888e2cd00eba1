"""Section 6: the critical moments, the chain behind each, and what it lacks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from journeymap.report import signs, terms
from journeymap.report.block import Block, Para, Stack, words
from journeymap.report.chain import Chain, chains_of, requirement
from journeymap.report.chain_table import chain_table, coverage
from journeymap.report.charts.chain import chain_chart
from journeymap.report.headings import subhead
from journeymap.report.lines import Span, shortened, width_of
from journeymap.report.matter import Matter, one_line
from journeymap.report.nouns import customer
from journeymap.report.numbers import spelled
from journeymap.report.palette import span
from journeymap.report.section import Section
from journeymap.report.sheet import Sheet
from journeymap.report.typefaces import CARD, LABEL, LEAD, NOTE, Type

IN_FULL = 6
INFLATION = 3
TITLE = Type(12, 17, 600)


def moments(matter: Matter) -> Section | None:
    """None without steps; that no moment is marked is a finding."""
    if not matter.journey.steps:
        return None
    t = matter.t
    chains = chains_of(matter)
    if not chains:
        text = t("Mark the moments that alone decide whether {the_guest} comes back.", **customer(matter))
        return Section(
            t("Critical moments"), t("No moment is marked as critical"),
            [words(text, LEAD, t.language, widest=span(8), keep=True)], "moments", own_page=False,
        )  # fmt: skip
    lead = t("Behind each moment stands a chain of links. One without a requirement can fail without "
             "anyone noticing until {the_guest} does.", **customer(matter))  # fmt: skip
    blocks: list[Block] = [words(lead, LEAD, t.language, widest=span(8), keep=True)]
    if len(chains) > INFLATION:
        warning = t("{n} moments are marked. If everything is critical, nothing is.", n=t.number(len(chains)))
        blocks.append(words(warning, LABEL, t.language, before=8))
    blocks += [_moment(matter, chain) for chain in chains[:IN_FULL]]
    if len(chains) > IN_FULL:
        others = t("The other critical moments")
        blocks += [subhead(others, t.language), chain_table(matter, chains[IN_FULL:], summary=others)]
    key = t("The chain runs from the rearmost link (left) to the moment (right). Closed padlock: the "
            "requirement stands. All links are in the appendix.")  # fmt: skip
    blocks.append(words(key, NOTE, t.language, before=12, widest=span(9)))
    return Section(t("Critical moments"), _finding(matter, chains), blocks, "moments")


def _finding(matter: Matter, chains: Sequence[Chain]) -> str:
    t = matter.t
    links = {link.id: link for chain in chains for link in chain.links}
    covered = sum(1 for link in links.values() if requirement(link))
    if not links:
        return matter.plural("One moment decides", "{Count} moments decide", len(chains))
    if not covered:
        return t("No link behind what decides carries a requirement")
    if covered == len(links):
        return t("Every link behind what decides carries a requirement")
    everything = spelled(len(links), t)
    return matter.plural(
        "One of {all} links behind what decides carries a requirement",
        "{Count} of {all} links behind what decides carry a requirement",
        covered,
        all=everything,
    )


def _moment(matter: Matter, chain: Chain) -> Block:
    t = matter.t
    blocks: list[Block] = [MomentHead(matter, chain)]
    if chain.members:
        blocks.append(chain_chart(matter, chain))
        blocks[-1].before = 4
    spans = [
        part for term, text in _said(matter, chain) for part in (Span(f"{term} ", _B), Span(f"{text} ", CARD))
    ]
    if spans:
        blocks.append(Para(spans, t.language, widest=span(10.5), before=5))
    return Stack(blocks, before=18)


_B = CARD.bold()


def _said(matter: Matter, chain: Chain) -> Iterator[tuple[str, str]]:
    t = matter.t
    step = matter.journey.steps[chain.moment]
    reason = one_line(step.critical_reason)
    if reason:
        yield t("Why:"), reason
    demands = list(dict.fromkeys(requirement(link) for link in chain.required))
    if demands:
        yield t("Requirements:"), "; ".join(demands) + "."
    lacking = [link for link in chain.links if not requirement(link)]
    if lacking:
        names = [
            f"{matter.step_number(link.source)}→{matter.step_number(link.target)}" for link in lacking[:6]
        ]
        rest = len(lacking) - len(names)
        more = [t.plural("{n} more", "{n} more", rest)] if rest else []
        yield t("No requirement:"), t.listed([*names, *more]) + "."
    if step.mandate not in (None, "unknown"):
        yield t("May solve it alone:"), terms.term(terms.MANDATE, step.mandate, t) + "."
    if any(link.kind == "exit" for link in matter.links_from.get(step.id, ())):
        yield t("Exit:"), t("the map shows that some leave here.")


@dataclass(slots=True, eq=False)
class MomentHead(Block):
    """Diamond, title, and how many links carry a requirement."""

    matter: Matter
    chain: Chain

    def height(self, width: float) -> float:
        return TITLE.leading + 2

    def draw(self, sheet: Sheet, x: float, y: float, width: float) -> None:
        with sheet.group("moment"):
            self._draw(sheet, x, y, width)

    def _draw(self, sheet: Sheet, x: float, y: float, width: float) -> None:
        with sheet.decoration(x, y + 2, 13, 13):
            signs.diamond(sheet, x + 6, y + 8.5, 6)
        cover = coverage(self.matter, self.chain)
        room = width - 17 - width_of(cover, LABEL) - 12
        title = self.matter.step_name(self.chain.moment)
        with sheet.element("H3"):
            sheet.text(x + 17, y + TITLE.ascent, shortened(title, TITLE, room), TITLE)
        with sheet.element("P"):
            sheet.text(x + width, y + TITLE.ascent, cover, LABEL, "right")
