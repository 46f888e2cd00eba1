"""Section 8: the four diagnostic questions, answered from the map."""

from __future__ import annotations

from collections.abc import Sequence

from journeymap.analysis import words as said
from journeymap.analysis.findings import Diagnosis
from journeymap.report.block import Block, cell
from journeymap.report.matter import Matter
from journeymap.report.numbers import places
from journeymap.report.section import Section
from journeymap.report.table import Column, Row, table
from journeymap.report.typefaces import LABEL, TABLE


def four(matter: Matter) -> Section | None:
    """Never vanishes while there are steps; an extract cannot answer them."""
    answers = matter.findings.diagnoses
    if not answers or matter.lane is not None:
        return None
    t = matter.t
    columns = [
        Column(t("Question"), 150, heads_rows=True, type=TABLE),
        Column(t("Answer"), 58, type=TABLE),
        Column(t("What the map shows"), share=1, type=TABLE),
        Column(t("Points at"), 74, type=TABLE),
    ]
    rows = [_row(matter, one) for one in answers]
    blocks: list[Block] = [table(columns, rows, t, summary=t("The four questions"))]
    return Section(t("The four questions"), _finding(matter, answers), blocks, "four", own_page=False)


def _row(matter: Matter, one: Diagnosis) -> Row:
    journey, t = matter.journey, matter.t
    return Row(
        [
            said.diagnostic_question(one, journey, t),
            cell(said.diagnostic_verdict(one, t), LABEL, t.language),
            said.diagnostic_answer(one, journey, t),
            _points(matter, one),
        ]
    )


def _finding(matter: Matter, answers: Sequence[Diagnosis]) -> str:
    yes = sum(1 for one in answers if one.verdict == "yes")
    if yes:
        return matter.plural("One of four answers is yes", "{Count} of four answers are yes", yes)
    if all(one.verdict == "unknown" for one in answers):
        return matter.t("The map cannot answer them yet")
    return matter.t("None of the four answers is yes")


def _points(matter: Matter, answer: Diagnosis) -> str:
    """The frictions at the walls it rests on, and these walls."""
    t = matter.t
    at = [one.rank for one in matter.ranked_behind(answer.walls)]
    parts = [t("no.\u00a0{numbers}", numbers=places(at, t))] if at else []
    parts += matter.mark_names(answer.walls)
    return ", ".join(parts) or "–"
