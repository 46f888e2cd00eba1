"""Proposed actions by what they give back for a day's work, and whether they reach the cause."""

from __future__ import annotations

from journeymap.analysis.gains import is_late
from journeymap.analysis.remedies import NOT_TRAINING
from journeymap.model.quantity import PLAIN, Range, read_quantity
from journeymap.model.records import Action
from journeymap.report import signs, terms
from journeymap.report.actions import removed, removed_per_day, removed_together
from journeymap.report.block import Block, Para, Sign, words
from journeymap.report.cells import owner_cell
from journeymap.report.lines import Span
from journeymap.report.matter import Matter, one_line
from journeymap.report.numbers import places
from journeymap.report.page_one.decisions import day
from journeymap.report.palette import span
from journeymap.report.section import Section
from journeymap.report.sections.remedies import remedies
from journeymap.report.sheet import Sheet
from journeymap.report.table import Column, Row, table
from journeymap.report.typefaces import DATA, LEAD, NOTE, TABLE


def actions(matter: Matter) -> Section | None:
    """None where there are neither actions nor ranked frictions that lack one."""
    t = matter.t
    proposed = list(matter.journey.actions.values())
    if not proposed and not matter.findings.ranked:
        return None
    if not proposed:
        names = [one_line(matter.friction(one.id).title) for one in matter.findings.ranked[:3]]
        text = t("Without an action stand: {frictions}.", frictions=t.listed(names))
        left: list[Block] = [words(text, LEAD, t.language, widest=span(8)), *remedies(matter)]
        return Section(t("Actions"), t("No actions are proposed"), left, "actions", own_page=False)
    proposed.sort(key=lambda one: (-(removed_per_day(matter, one) or 0.0), one.id))
    lead = t("In order of what is saved for each day of work. This order does not move the frictions.")
    rows = _table(matter, proposed)
    rows.keep = True  # its note stays with it, and its lead with both
    blocks: list[Block] = [words(lead, LEAD, t.language, widest=span(8), keep=True), rows]
    note = t("Removed: what the friction takes, times the share that the action is judged to take away: "
             "lowest, most likely, highest. Training against a fault of system, way of working, resources "
             "or mandate is marked.")  # fmt: skip
    blocks += [words(note, NOTE, t.language, before=5, widest=span(10)), *remedies(matter)]
    return Section(t("Actions"), _finding(matter, proposed), blocks, "actions", own_page=False)


def _finding(matter: Matter, proposed: list[Action]) -> str:
    telling = [action for action in proposed if removed(matter, action) is not None]
    if not telling or not matter.total:
        return matter.plural("One action is proposed", "{Count} actions are proposed", len(proposed))
    share = matter.t.percent(removed_together(matter, telling) / matter.total)
    return matter.plural(
        "One action may take away {share} of the loss",
        "{Count} actions may take away {share} of the loss",
        len(telling),
        share=share,
    )


def _table(matter: Matter, proposed: list[Action]) -> Block:
    t = matter.t
    unit = t("Hours removed\na year") if matter.has_volume else t("Minutes removed\nper 1000")
    columns = [
        Column(t("Action"), share=1, heads_rows=True, type=TABLE),
        Column(t("Against\nno."), 38, align="right"),
        Column(t("Kind"), 66, type=TABLE),
        Column(t("Owner"), 82, type=TABLE),
        Column(unit, 100),
        Column(t("Days"), 30, align="right"),
        Column(t("A day"), 34, align="right"),
    ]
    end = max((gain.high for one in proposed if (gain := removed(matter, one)) is not None), default=1.0)
    return table(columns, [_row(matter, one, end) for one in proposed], t, before=12, summary=t("Actions"))


def _row(matter: Matter, action: Action, end: float) -> Row:
    t = matter.t
    ranked = matter.ranked_by_id
    against = sorted(ranked[id].rank for id in action.frictions or () if id in ranked)
    gain, each = removed(matter, action), removed_per_day(matter, action)
    days = read_quantity(action.effort_days, PLAIN)
    return Row(
        [
            _title(matter, action),
            places(against, t) or "–",
            terms.term(terms.ACTION, action.kind, t) or "–",
            owner_cell(matter, action.owner),
            _bar(gain, end, t.number(gain.point)) if gain else "–",
            t.number(days.point, 1) if days else "–",
            t.number(each, 0 if each >= 10 else 1) if each is not None else "–",
        ]
    )


def _title(matter: Matter, action: Action) -> Para:
    t = matter.t
    spans = [Span(one_line(action.title), TABLE)]
    if misses_cause(matter, action):
        spans.append(Span("\n" + t("Does not cure the cause"), TABLE.bold()))
    if is_late(action, matter.date):
        spans.append(
            Span("\n" + t("Late: was to be ready by {date}", date=_due(matter, action)), TABLE.bold())
        )
    due = one_line(action.due) and not is_late(action, matter.date)
    told = [t("by {date}", date=_due(matter, action))] if due else []
    told += [one_line(action.status)] if one_line(action.status) else []
    if told:
        spans.append(Span("\n" + ", ".join(told), NOTE))
    return Para(spans, t.language, "")


def _due(matter: Matter, action: Action) -> str:
    return day(matter, action.due or "")


def misses_cause(matter: Matter, action: Action) -> bool:
    """Training against causes that training does not cure."""
    frictions = [
        matter.journey.frictions[id] for id in action.frictions or () if id in matter.journey.frictions
    ]
    return action.kind == "training" and any(one.cause in NOT_TRAINING for one in frictions)


def _bar(gain: Range, end: float, figure: str) -> Sign:
    """The interval bar and the most likely figure at the column's right edge."""

    def paint(sheet: Sheet, x: float, y: float, width: float) -> None:
        signs.interval_bar(sheet, x, y + 6.5, width - 40, end, gain.low, gain.point, gain.high, 7)
        sheet.text(x + width, y + DATA.ascent, figure, DATA, "right")

    return Sign(DATA.leading, paint, figure)
