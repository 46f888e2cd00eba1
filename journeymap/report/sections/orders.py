"""Section 10: orders to support functions: asked why, delivered, advised, followed up."""

from __future__ import annotations

from journeymap.analysis.words.tells import shadow_sentence
from journeymap.model.records import Link
from journeymap.report.block import Block, cell, words
from journeymap.report.matter import Matter, one_line
from journeymap.report.numbers import spelled
from journeymap.report.section import Section
from journeymap.report.table import Column, Row, table
from journeymap.report.typefaces import LABEL, TABLE


def orders(matter: Matter) -> Section | None:
    """None where the map has no order."""
    links = sorted(
        (link for link in matter.journey.links.values() if link.kind == "order"),
        key=lambda link: (matter.step_numbers.get(link.source, 0), link.id),
    )
    if not links:
        return None
    t = matter.t
    columns = [
        Column(t("Order"), share=1.4, heads_rows=True, type=TABLE),
        Column(t("From and to"), share=1.4, type=TABLE),
        Column(t("Asked why"), 48, type=TABLE),
        Column(t("Delivered"), 62, type=TABLE),
        Column(t("Advised otherwise"), 58, type=TABLE),
        Column(t("Next order"), share=1, type=TABLE),
    ]
    rows = [_row(matter, link) for link in links]
    blocks: list[Block] = [table(columns, rows, t, summary=t("Orders to support"))]
    blocks += [
        words(shadow_sentence(work, matter.journey, t), TABLE, t.language, before=5)
        for work in matter.further.shadow
    ]
    return Section(t("Orders to support"), _finding(matter, links), blocks, "orders", own_page=False)


def _finding(matter: Matter, links: list[Link]) -> str:
    t = matter.t
    refused = sum(1 for link in links if link.order and link.order.refused)
    if refused and len(links) == 1:
        return t("The order was refused")
    if refused:
        all_ = spelled(len(links), t)
        return matter.plural(
            "One of {all} orders was refused", "{Count} of {all} orders were refused", refused, all=all_
        )
    unasked = sum(1 for link in links if link.order and link.order.asked_why is False)
    if unasked:
        return matter.plural("Of one order nobody asked why", "Of {count} orders nobody asked why", unasked)
    return matter.plural("One order goes to support", "{Count} orders go to support", len(links))


def _row(matter: Matter, link: Link) -> Row:
    t, order = matter.t, link.order
    ends = t(
        "{source} to {target}", source=matter.step_name(link.source), target=matter.step_name(link.target)
    )
    if order is None:
        return Row([one_line(link.label) or "–", ends, "–", "–", "–", "–"])
    delivered: Block | str = _answer(matter, order.delivered)
    if order.refused:
        delivered = cell(t.context("order", "Refused"), LABEL, t.language)
    following = [_shadow(matter, link), one_line(order.reason)]
    said = "\n".join(part for part in following if part)
    return Row(
        [
            one_line(link.label) or "–",
            ends,
            _answer(matter, order.asked_why),
            delivered,
            _answer(matter, order.advised_otherwise),
            said or _next(matter, order.next_order),
        ]
    )


def _answer(matter: Matter, said: bool | None) -> str:
    if said is None:
        return "–"
    return matter.t("Yes") if said else matter.t("No")


def _next(matter: Matter, said: bool | None) -> str:
    if said is None:
        return "–"
    return matter.t("Was influenced") if said else matter.t("No follow-up")


def _shadow(matter: Matter, order: Link) -> str:
    """The work that is done anyway where the order came from."""
    works = matter.links_from.get(order.source, ())
    target = next((link.target for link in works if link.kind == "shadow"), None)
    return matter.t("Shadow work: {step}", step=matter.step_name(target)) if target else ""
