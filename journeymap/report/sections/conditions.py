"""Section 9: system support, time needed against time given, and mandate, step by step."""

from __future__ import annotations

from journeymap.model.quantity import MINUTES, read_quantity
from journeymap.model.records import Step
from journeymap.report import terms
from journeymap.report.block import Block, Sign, words
from journeymap.report.matter import Matter, one_line
from journeymap.report.numbers import places
from journeymap.report.palette import VALUE, WAIT, WORK
from journeymap.report.section import Section
from journeymap.report.sheet import Sheet
from journeymap.report.table import Column, Row, table
from journeymap.report.typefaces import DATA, NOTE, TABLE


def conditions(matter: Matter) -> Section | None:
    """None where nobody has said anything of the staff's conditions."""
    steps = [matter.journey.steps[id] for id in matter.step_numbers]
    told = [step for step in steps if _is_told(step)]
    if not told:
        return None
    t = matter.t
    columns = [
        Column(t("Step"), 130, heads_rows=True, type=TABLE),
        Column(t("System support"), 76, type=TABLE),
        Column(t("Time: needed and given"), share=1),
        Column(t("May solve it alone"), 80, type=TABLE),
        Column(t("Frictions"), 60, type=TABLE),
    ]
    longest = (
        max((point for step in told for point in _minutes(step) if point is not None), default=1.0) or 1.0
    )
    rows = [_row(matter, step, longest) for step in told]
    blocks: list[Block] = [table(columns, rows, t, summary=t("The staff's conditions"))]
    key = t("Upper bar: minutes needed. Lower: minutes given.")
    blocks.append(words(key, NOTE, t.language, before=5))
    return Section(t("The staff's conditions"), _finding(matter, told), blocks, "conditions", own_page=False)


def _is_told(step: Step) -> bool:
    said = [step.system_support, step.mandate]
    return any(one not in (None, "unknown") for one in said) or any(one is not None for one in _minutes(step))


def _minutes(step: Step) -> tuple[float | None, float | None]:
    ranges = [read_quantity(one, MINUTES) for one in (step.minutes_needed, step.minutes_given)]
    needed, given = (None if one is None else one.point for one in ranges)
    return needed, given


def _finding(matter: Matter, steps: list[Step]) -> str:
    """The step that is given least of what it needs, else what lacks support."""
    t = matter.t
    short = [
        (needed - given, step, needed, given)
        for step in steps
        for needed, given in [_minutes(step)]
        if needed is not None and given is not None and given < needed
    ]
    if short:
        _, step, needed, given = max(short, key=lambda one: (one[0], one[1].id))
        return t("“{step}” is given {given} minutes for what takes {needed}", step=one_line(step.title),
                 given=t.number(given, 1), needed=t.number(needed, 1))  # fmt: skip
    lacking = sum(1 for step in steps if step.system_support in ("none", "partial"))
    if lacking:
        return matter.plural("One step lacks system support", "{Count} steps lack system support", lacking)
    asking = sum(1 for step in steps if step.mandate in ("must_ask", "none"))
    if asking:
        return matter.plural("At one step nobody may solve it alone",
                             "At {count} steps nobody may solve it alone", asking)  # fmt: skip
    return t("What has been said of the conditions is good")


def _row(matter: Matter, step: Step, longest: float) -> Row:
    t = matter.t
    at = [one.rank for one in matter.ranked_at.get(step.id, ())]
    return Row(
        [
            matter.step_name(step.id),
            terms.term(terms.SYSTEM, step.system_support, t) or "–",
            _time(matter, step, longest),
            terms.term(terms.MANDATE, step.mandate, t) or "–",
            t("no.\u00a0{numbers}", numbers=places(at, t)) if at else "–",
        ]
    )


def _time(matter: Matter, step: Step, longest: float) -> Block | str:
    t = matter.t
    needed, given = _minutes(step)
    if needed is None and given is None:
        return "–"
    said = [t("unknown") if one is None else t.number(one, 1) for one in (needed, given)]
    figure = f"{said[0]}\u00a0/\u00a0{said[1]}\u00a0min"

    def paint(sheet: Sheet, x: float, y: float, width: float) -> None:
        scale = (width - 74) / longest
        sheet.box(x, y + 2, max((needed or 0) * scale, 0.5), 4, VALUE)
        sheet.box(x, y + 7, max((given or 0) * scale, 0.5), 4, WORK, WAIT, 0.4)
        sheet.text(x + max(needed or 0, given or 0) * scale + 6, y + 9.5, figure, DATA)

    return Sign(13, paint, figure)
