"""Actions beside causes: does what is proposed reach the cause, and who decides (CLAIMS S2.1, S2.2)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from journeymap.analysis.remedies import Fit, Remedy
from journeymap.i18n.catalogue import N_
from journeymap.model.ids import Id
from journeymap.report import terms
from journeymap.report.block import Block, cell, words
from journeymap.report.headings import subhead
from journeymap.report.matter import Matter, one_line
from journeymap.report.palette import span
from journeymap.report.table import Column, Row, table
from journeymap.report.typefaces import LABEL, NOTE, TABLE

REACHES: Mapping[Fit, str] = {
    "none": N_("Nothing proposed"),
    "facade": N_("No: training alone"),
    "beside": N_("No"),
    "fits": N_("Yes"),
    "unknown": N_("Not said"),
}


def remedies(matter: Matter) -> list[Block]:
    """Under its finding, what is proposed against each friction; nothing where nothing is, or decides."""
    told = [one for one in matter.further.remedies if one.actions or one.decisive]
    if not told or matter.lane is not None:
        return []
    t = matter.t
    columns = [
        Column(t("No."), 26, align="right"),
        Column(t("Friction"), share=1.3, heads_rows=True, type=TABLE),
        Column(t("Cause"), share=0.8, type=TABLE),
        Column(t("What is proposed"), share=1.1, type=TABLE),
        Column(t("Reaches the cause"), 76, type=TABLE),
        Column(t("Who decides"), share=0.8, type=TABLE),
    ]
    note = t("Training reaches a lack of knowledge or of common will. It does not cure a system, a way of "
             "working, a lack of resources or of mandate. What decides the relation needs a manager who "
             "decides.")  # fmt: skip
    return [
        subhead(_finding(matter, told), t.language),
        table(columns, [_row(matter, one) for one in told], t, summary=t("Actions beside causes")),
        words(note, NOTE, t.language, before=5, widest=span(10)),
    ]


def _finding(matter: Matter, told: Sequence[Remedy]) -> str:
    facade = sum(1 for one in told if one.fit == "facade")
    if facade:
        return matter.plural("One friction is met with training alone",
                             "{Count} frictions are met with training alone", facade)  # fmt: skip
    undecided = sum(1 for one in told if one.decisive and not one.decided)
    if undecided:
        return matter.plural("One decisive friction has nobody named to decide",
                             "{Count} decisive frictions have nobody named to decide", undecided)  # fmt: skip
    beside = sum(1 for one in told if one.fit in ("beside", "none"))
    if beside:
        return matter.plural("One cause is not reached", "{Count} causes are not reached", beside)
    return matter.t("What is proposed reaches the causes that are known")


def _row(matter: Matter, one: Remedy) -> Row:
    t, friction = matter.t, matter.friction(one.friction)
    ranked = matter.ranked_by_id.get(one.friction)
    decides = one_line(friction.decision_by)
    missing = cell(t("Nobody named"), LABEL, t.language) if one.decisive else "–"
    reached = t(REACHES[one.fit])
    lacking = one.fit in ("none", "facade", "beside")
    return Row(
        [
            t.number(ranked.rank) if ranked is not None else "–",
            one_line(friction.title),
            terms.term(terms.CAUSE, friction.cause, t) or "–",
            "\n".join(_action(matter, id) for id in one.actions) or "–",
            cell(reached, LABEL if lacking else TABLE, t.language),
            decides or missing,
        ]
    )


def _action(matter: Matter, id: str) -> str:
    action = matter.journey.actions[Id(id)]
    kind = terms.term(terms.ACTION, action.kind, matter.t)
    return f"{one_line(action.title)} ({kind})" if kind else one_line(action.title)
