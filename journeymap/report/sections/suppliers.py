"""Section 7: suppliers and who answers for them; promises, where they are kept and whether they arrive."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from journeymap.analysis import words as said
from journeymap.analysis.findings import RankedFriction, WallFinding
from journeymap.analysis.words.further import length_of_time
from journeymap.model.ids import Id
from journeymap.model.records import Lane, Promise, Step
from journeymap.report.block import Block, Para, cell
from journeymap.report.cells import strong
from journeymap.report.facts import promise_facts, sentences
from journeymap.report.headings import subhead
from journeymap.report.lines import Span
from journeymap.report.matter import Matter, one_line
from journeymap.report.meeting import question
from journeymap.report.nouns import customer
from journeymap.report.numbers import places
from journeymap.report.page_one.rows import unit_heading
from journeymap.report.palette import span
from journeymap.report.section import Section
from journeymap.report.table import Column, Row, table
from journeymap.report.typefaces import LABEL, LEAD, NOTE, TABLE


def suppliers(matter: Matter) -> Section | None:
    """None where the map has neither suppliers nor promises."""
    t = matter.t
    lanes = [lane for lane in matter.lanes if lane.kind == "supplier"]
    promises = sorted(matter.journey.promises.values(), key=lambda one: one.id)
    if not lanes and not promises:
        return None
    blocks: list[Block] = []
    if lanes:
        blocks.append(_suppliers(matter, lanes))
        blocks += _questions(matter, lanes)
    if promises:
        note = t("what was promised, where it is to be kept, whether it arrives")
        head = subhead(t("Promises"), t.language, note)
        blocks += [head, _promises(matter, promises)] if lanes else [_promises(matter, promises)]
    label = _label(matter, bool(lanes), bool(promises))
    return Section(label, _finding(matter, lanes, promises), blocks, "suppliers", own_page=False)


def _questions(matter: Matter, lanes: Sequence[Lane]) -> Iterator[Block]:
    """What to bring to each supplier's meeting."""
    t = matter.t
    for lane in lanes:
        asked = question(matter, lane)
        if asked:
            head = t("To raise with {supplier}:", supplier=one_line(lane.name))
            spans = [Span(f"{head} ", LEAD.bold()), Span(asked, LEAD)]
            yield Para(spans, t.language, widest=span(9), before=8)


def _label(matter: Matter, lanes: bool, promises: bool) -> str:
    t = matter.t
    if lanes and promises:
        return t("Suppliers and promises")
    return t("Suppliers") if lanes else t("Promises")


def _finding(matter: Matter, lanes: Sequence[Lane], promises: Sequence[Promise]) -> str:
    t = matter.t
    unanswered = [lane for lane in lanes if not one_line(lane.accountable)]
    if unanswered:
        return matter.plural("Nobody here answers for one supplier",
                             "Nobody here answers for {count} suppliers", len(unanswered))  # fmt: skip
    short = len({gap.promise for gap in matter.further.promise_gaps if gap.kept == "short"})
    if short:
        return matter.plural("One promise is shorter than the way to its keeping",
                             "{Count} promises are shorter than the way to their keeping", short)  # fmt: skip
    broken = sum(1 for promise in promises if _walls_of(matter, promise))
    if broken:
        return matter.plural("One promise does not arrive where it is to be kept",
                             "{Count} promises do not arrive where they are to be kept", broken)  # fmt: skip
    if lanes:
        return t("The suppliers are ours to answer for, not for {the_guests} to sort out", **customer(matter))
    return t("The promises arrive where they are to be kept")


def _suppliers(matter: Matter, lanes: Sequence[Lane]) -> Block:
    t = matter.t
    columns = [
        Column(t("Supplier"), 110, heads_rows=True, type=TABLE),
        Column(t("Answers here"), 110, type=TABLE),
        Column(t("Walls"), 50),
        Column(t("Frictions"), share=1, type=TABLE),
        Column(unit_heading(matter), 60, align="right"),
    ]
    return table(columns, [_supplier(matter, lane) for lane in lanes], t, summary=t("Suppliers"))


def _supplier(matter: Matter, lane: Lane) -> Row:
    t = matter.t
    steps = {step.id for step in matter.journey.steps.values() if step.lane == lane.id}
    at = sorted((one for id in steps for one in matter.ranked_at.get(id, ())), key=lambda one: one.rank)
    answers = one_line(lane.accountable)
    marks = [mark for mark in matter.marks if lane.id in (mark.giver, mark.receiver)]
    return Row(
        [
            one_line(lane.name),
            answers.replace("/", " / ") if answers else cell(t("Nobody named"), LABEL, t.language),
            ", ".join(matter.mark_name(mark) for mark in marks) or "–",
            "\n".join(_numbered(matter, one) for one in at) or "–",
            _amounts(matter, at),
        ]
    )


def _amounts(matter: Matter, at: Sequence[RankedFriction]) -> str:
    """The sum, and under it the range of a single friction: ranges of several are not added."""
    if not at:
        return "–"
    total = matter.t.number(sum(matter.amount(one) for one in at))
    return f"{total}\n{matter.range(*matter.bounds(at[0]))}" if len(at) == 1 else total


def _numbered(matter: Matter, one: RankedFriction) -> str:
    t = matter.t
    return t("No.\u00a0{n} {title}", n=t.number(one.rank), title=one_line(matter.friction(one.id).title))


def _promises(matter: Matter, promises: Sequence[Promise]) -> Block:
    t = matter.t
    columns = [
        Column(t("Promise"), share=2, heads_rows=True, type=TABLE),
        Column(t("Made by"), share=2, type=TABLE),
        Column(t("To be kept by"), share=2, type=TABLE),
        Column(t("Arrives"), 62, type=TABLE),
        Column(t("Consequence"), share=1.6, type=TABLE),
    ]
    makers, keepers = _by_promise(matter, "makes"), _by_promise(matter, "honours")
    rows = [_promise(matter, one, makers.get(one.id, []), keepers.get(one.id, [])) for one in promises]
    return table(columns, rows, t, summary=t("Promises"))


def _promise(matter: Matter, promise: Promise, makers: Sequence[Step], keepers: Sequence[Step]) -> Row:
    return Row(
        [
            _promised(matter, promise),
            "\n".join(_at(matter, step) for step in makers) or "–",
            "\n".join(_at(matter, step) for step in keepers) or "–",
            _arrives(matter, promise, bool(makers), bool(keepers)),
            _consequence(matter, promise),
        ]
    )


def _promised(matter: Matter, promise: Promise) -> Para:
    """The promise, in grey to whom and within what time; and where the way is longer than that."""
    spans = [Span(one_line(promise.text), TABLE)]
    more = sentences([*promise_facts(matter, promise), *_way(matter, promise)])
    if more:
        spans.append(Span(f"\n{more}", NOTE))
    return Para(spans, matter.t.language, "")


def _way(matter: Matter, promise: Promise) -> Iterator[str]:
    """How long the longest way takes, from each who makes it to each who is to keep it."""
    t = matter.t
    for gap in (one for one in matter.further.promise_gaps if one.promise == promise.id):
        ends = t("{source} to {target}", source=matter.step_number(gap.maker),
                 target=matter.step_number(gap.honourer))  # fmt: skip
        way = length_of_time(gap.low if gap.kept == "short" else gap.point, t)
        if gap.kept == "short":
            yield t("The way {ends} takes at least {time}: too short a promise.", ends=ends, time=way)
        elif gap.kept == "maybe_short":
            yield t("The way {ends} takes about {time}: perhaps too short a promise.", ends=ends, time=way)
        elif gap.kept == "enough":
            yield t("The way {ends} takes {time}, which is enough.", ends=ends, time=way)
        else:
            yield t("Nobody has said how long all of the way {ends} takes.", ends=ends)


def _by_promise(matter: Matter, field: str) -> dict[Id, list[Step]]:
    """Promise → the steps that make or honour it, as people read the map."""
    found: dict[Id, list[Step]] = {}
    for id in matter.step_numbers:
        step = matter.journey.steps[id]
        for promise in getattr(step, field) or ():
            found.setdefault(promise, []).append(step)
    return found


def _at(matter: Matter, step: Step) -> str:
    unit = said.unit_of_step(matter.journey, step.id)
    return matter.t("{unit}, step\u00a0{step}", unit=unit, step=matter.step_number(step.id))


def _walls_of(matter: Matter, promise: Promise) -> list[WallFinding]:
    return [wall for wall in matter.findings.walls if wall.promise == promise.id and wall.stands]


def _arrives(matter: Matter, promise: Promise, made: bool, kept: bool) -> Block:
    t = matter.t
    walls = _walls_of(matter, promise)
    if walls:
        names = matter.mark_names([wall.key for wall in walls])
        return strong(t("No"), f"({', '.join(names)})" if names else "", t.language)
    if made and kept:
        return strong(t("Yes"), "", t.language)
    return cell(t("unknown"), TABLE, t.language)


def _consequence(matter: Matter, promise: Promise) -> str:
    at = matter.ranked_behind(wall.key for wall in _walls_of(matter, promise))
    if not at:
        return "–"
    t = matter.t
    amount = t.number(sum(matter.amount(one) for one in at))
    numbers = places([one.rank for one in at], t)
    if matter.has_volume:
        return t("No.\u00a0{numbers}: {amount} hours a year", numbers=numbers, amount=amount)
    return t("No.\u00a0{numbers}: {amount} minutes per 1000", numbers=numbers, amount=amount)
