"""Chains as a table: the moment, the links behind it, and how many of them carry a requirement."""

from __future__ import annotations

from collections.abc import Sequence

from journeymap.report.block import Block
from journeymap.report.chain import Chain
from journeymap.report.matter import Matter
from journeymap.report.table import Column, Row, table
from journeymap.report.typefaces import TABLE


def chain_table(matter: Matter, chains: Sequence[Chain], *, pad: float = 3.5, summary: str = "") -> Block:
    """One row a chain, nearest links first; `pad` in points, `summary` for a screen reader."""
    t = matter.t
    columns = [
        Column(t("Moment"), share=2, heads_rows=True, type=TABLE),
        Column(t("Links behind it"), share=2),
        Column(t("Requirements"), 150, type=TABLE),
    ]
    return table(columns, [_row(matter, chain) for chain in chains], t, pad=pad, summary=summary)


def coverage(matter: Matter, chain: Chain) -> str:
    """ "1 of 4 links carries a requirement"; a sentence of its own where nothing stands behind."""
    if not chain.links:
        return matter.t("Nothing is drawn behind it")
    covered = len(chain.required)
    return matter.t.plural(
        "{n} of {all} links carries a requirement",
        "{n} of {all} links carry a requirement",
        covered,
        all=matter.t.number(len(chain.links)),
    )


def _row(matter: Matter, chain: Chain) -> Row:
    behind = ", ".join(matter.step_number(step) for step in chain.members)
    return Row([matter.step_name(chain.moment), behind or "–", coverage(matter, chain)])
