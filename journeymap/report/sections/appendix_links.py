"""Appendix B: every link, hand-off and chain in words."""

from __future__ import annotations

from journeymap.analysis import words as said
from journeymap.model.ids import Id
from journeymap.model.records import Link
from journeymap.report import terms
from journeymap.report.block import Block, Para
from journeymap.report.chain import chains_of
from journeymap.report.chain_table import chain_table
from journeymap.report.facts import link_facts, sentences
from journeymap.report.headings import subhead
from journeymap.report.lines import Span
from journeymap.report.matter import Matter
from journeymap.report.section import Section
from journeymap.report.table import Column, Row, table
from journeymap.report.typefaces import DATA, NOTE, TABLE

PAD = 2.5


def appendix_links(matter: Matter) -> Section | None:
    """None for a map without links."""
    if not matter.journey.links:
        return None
    t = matter.t
    blocks: list[Block] = [_links(matter)]
    if matter.findings.handoffs:
        blocks += [subhead(t("All hand-offs"), t.language), _handoffs(matter)]
    chains = chains_of(matter)
    if chains:
        note = t("nearest first")
        blocks += [
            subhead(t("What stands behind each critical moment"), t.language, note),
            chain_table(matter, chains, pad=PAD),
        ]
    return Section(
        t("Appendix: links"), t("All links and hand-offs"), blocks, "links", appendix=True, own_page=False
    )


def _links(matter: Matter) -> Block:
    t = matter.t
    columns = [
        Column(t("From"), share=1, type=TABLE, heads_rows=True),
        Column(t("To"), share=1, type=TABLE),
        Column(t("Kind"), 62, type=TABLE),
        Column(t("Share"), 34, align="right"),
        Column(t("Carried by"), 70, type=TABLE),
        Column(t("Does the receiver know"), 60, type=TABLE),
    ]
    ordered = sorted(
        matter.journey.links.values(),
        key=lambda link: (
            matter.step_numbers.get(link.source, 0),
            matter.step_numbers.get(link.target, 0),
            link.id,
        ),
    )
    rows = [
        Row(
            [
                _source(matter, link),
                matter.step_name(link.target),
                terms.term(terms.LINK_KIND, link.kind or "flow", t),
                "–" if link.share is None else t.percent(float(link.share)),
                terms.term(terms.CARRIER, link.carrier, t) or "–",
                terms.term(terms.INFORMED, link.info, t) or "–",
            ]
        )
        for link in ordered
    ]
    return table(columns, rows, t, pad=PAD, summary=t("All links"))


def _source(matter: Matter, link: Link) -> Para:
    """Where it comes from, and in grey what else is said of the link."""
    spans = [Span(matter.step_name(link.source), DATA)]
    said_ = sentences(link_facts(matter, link))
    if said_:
        spans.append(Span(f"\n{said_}", NOTE))
    return Para(spans, matter.t.language, "")


def _handoffs(matter: Matter) -> Block:
    t = matter.t
    columns = [
        Column(t("Steps"), 70, heads_rows=True),
        Column(t("From"), share=1, type=TABLE),
        Column(t("To"), share=1, type=TABLE),
        Column(t("Walls"), 90),
    ]
    between: dict[tuple[Id | None, Id | None], list[str]] = {}
    for wall in matter.findings.walls:
        between.setdefault((wall.source, wall.target), []).append(wall.key)
    rows = []
    for source, target in matter.findings.handoffs:
        keys = between.get((source, target), [])
        rows.append(
            Row(
                [
                    f"{matter.step_number(source)} → {matter.step_number(target)}",
                    said.unit_of_step(matter.journey, source),
                    said.unit_of_step(matter.journey, target),
                    ", ".join(matter.mark_names(keys)) or "–",
                ]
            )
        )
    return table(columns, rows, t, pad=PAD, summary=t("All hand-offs"))
