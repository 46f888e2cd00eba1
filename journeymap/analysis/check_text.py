"""What `journeymap check` prints: every fact of the object of FORMAT 5, in whole sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from journeymap.analysis.check import Said
from journeymap.analysis.check_actions import actions_said
from journeymap.analysis.check_figures import figure_lines, range_of
from journeymap.analysis.check_tells import chain_lines, tell_blocks
from journeymap.analysis.findings import (
    Figures,
    Findings,
    PairHours,
    RankedFriction,
    RuleFinding,
    WallFinding,
    WallMark,
)
from journeymap.analysis.rules import BY_ID, SUBJECTS, waits
from journeymap.analysis.words import (
    break_even_sentence,
    change_sentence,
    diagnostic_answer,
    diagnostic_question,
    diagnostic_verdict,
    explanation,
    group_title,
    missing_answers,
    possible_places,
    rule_sentence,
    units_of,
    wall_number,
    wall_sentence,
)
from journeymap.analysis.words.amounts import said
from journeymap.analysis.words.titles import title_within
from journeymap.i18n.catalogue import Catalogue
from journeymap.model.journey import Journey

SOFT_HYPHEN = "\u00ad"


def as_text(journey: Journey, findings: Findings, repairs: Iterable[Said], t: Catalogue) -> str:
    """Figures, the four answers, walls, ranking, what cannot be ranked yet, chains, findings, repairs."""
    title = journey.head.title or t("Journey without a title")
    blocks: list[Iterable[str]] = [
        [title, *figure_lines(findings, t)],
        _four(journey, findings, t),
        _walls(journey, findings, t),
        _ledger(findings, t),
        _ranking(journey, findings, t),
        _unranked(journey, findings, t),
        chain_lines(journey, findings, t),
        *_findings(journey, findings, t),
        *tell_blocks(journey, findings, t),
        actions_said(journey, findings, t),
        _repairs(repairs, t),
    ]
    text = "\n\n".join(block for block in ("\n".join(lines) for lines in blocks) if block)
    return text.replace(SOFT_HYPHEN, "")


def _four(journey: Journey, findings: Findings, t: Catalogue) -> Iterator[str]:
    """Each question with its answer, and under it the findings that it does not say itself."""
    if findings.diagnoses:
        yield t("The four questions")
    asked = _asked(journey, findings)
    for one in findings.diagnoses:
        answer = diagnostic_answer(one, journey, t)
        yield f"  {diagnostic_question(one, journey, t)} {diagnostic_verdict(one, t)}."
        yield f"     {answer}"
        for finding in asked:
            same_question = BY_ID[finding.rule].group == BY_ID[one.rule].group
            if same_question and rule_sentence(finding, journey, t) not in answer:
                yield f"   {_finding(finding, journey, t)}"


def _walls(journey: Journey, findings: Findings, t: Catalogue) -> Iterator[str]:
    yield t("Walls")
    if not findings.walls:
        yield t("No walls found.")
    elif findings.marks:
        yield "  " + " · ".join(_reasons(findings.figures, t))
    for mark in findings.marks:
        yield _mark(mark, journey, t)
        lines = (f"    {_reason(wall, mark, journey, t)}" for wall in mark.findings)
        yield from dict.fromkeys(lines)
    dismissed = sum(wall.state == "dismissed" for wall in findings.walls)
    if dismissed:
        yield t.plural("{n} wall dismissed.", "{n} walls dismissed.", dismissed)


def _reasons(figures: Figures, t: Catalogue) -> Iterator[str]:
    """How many reasons stand behind the numbered walls: the figures that other programs read."""
    certain, suspected = figures.walls_certain, figures.walls_suspected
    if certain:
        yield t.plural("{n} certain reason", "{n} certain reasons", certain)
    if suspected:
        yield t.plural("{n} suspected reason", "{n} suspected reasons", suspected)


def _mark(mark: WallMark, journey: Journey, t: Catalogue) -> str:
    sure = t.context("wall", "certain") if mark.certain else t.context("wall", "suspected")
    units = dict.fromkeys(name for wall in mark.findings for name in units_of(wall, journey))
    return f"{wall_number(mark.number, t)}  {sure}: {' | '.join(units)}"


def _reason(wall: WallFinding, mark: WallMark, journey: Journey, t: Catalogue) -> str:
    """The sentence, the steps that it does not name itself, and what sets the finding apart."""
    sentence = wall_sentence(wall, journey, t)
    titles = [title_within(journey.steps[step]) for step in (wall.source, wall.target) if step is not None]
    if any(title not in sentence for title in titles):
        between = " → ".join(t("“{step}”", step=title) for title in titles)
        sentence = f"{sentence} ({between})"
    notes = [t("confirmed")] if wall.state == "confirmed" else []
    if mark.certain and not wall.stands:
        notes.append(t.context("wall", "suspected"))
    return " – ".join([sentence, *notes])


def _ledger(findings: Findings, t: Catalogue) -> Iterator[str]:
    if findings.ledger:
        yield t("What stands between the units")
    for pair in findings.ledger:
        names = " | ".join(name for name in (pair.one, pair.other) if name)
        yield f"  {names}: {_amount(pair, t)}"


def _amount(pair: PairHours, t: Catalogue) -> str:
    span = range_of(pair.range, t)
    if pair.hours is None:
        return t("{n} min per 1000", n=said(pair.per1000, t)) + span
    return t("{n} h/year", n=said(pair.hours, t)) + span


def _ranking(journey: Journey, findings: Findings, t: Catalogue) -> Iterator[str]:
    yield t("Frictions in order")
    if not findings.ranked:
        yield t("No friction can be ranked yet.")
    for friction in findings.ranked:
        yield f"{t.number(friction.rank):>3}  {journey.frictions[friction.id].title}"
        yield f"     {explanation(friction, journey, findings, t)}"
        yield f"     {_place(friction, findings, t)}"
    even = break_even_sentence(findings, t)
    if even:
        yield even


def _place(friction: RankedFriction, findings: Findings, t: Catalogue) -> str:
    """The places left open, and what would move it."""
    changes = (change for change in findings.changes if change.friction == friction.id)
    return " ".join([possible_places(friction, t), *(change_sentence(change, t) for change in changes)])


def _unranked(journey: Journey, findings: Findings, t: Catalogue) -> Iterator[str]:
    if findings.unranked:
        yield t("Cannot be ranked yet")
    for friction in findings.unranked:
        yield f"  –  {journey.frictions[friction.id].title}"
        yield f"     {missing_answers(friction, t)}"
        if findings.trials:
            share = t.percent(friction.possible_top3_share)
            yield "     " + t("Would be among the first three in {share} of the trials.", share=share)


def _findings(journey: Journey, findings: Findings, t: Catalogue) -> Iterator[list[str]]:
    """What else the map tells, under the headings of the window; suspected ones with a question mark."""
    asked = _asked(journey, findings)
    for group in SUBJECTS:
        chosen = [one for one in asked if BY_ID[one.rule].group == group]
        if chosen:
            yield [group_title(group, journey, t), *(_finding(one, journey, t) for one in chosen)]
    waiting = [one for one in findings.rules if waits(one, journey)]
    if waiting:
        later = t("Later, when the map is finished")
        yield [later, *(_finding(one, journey, t) for one in waiting)]
    dismissed = sum(one.dismissed for one in findings.rules)
    if dismissed:
        yield [t.plural("{n} finding dismissed.", "{n} findings dismissed.", dismissed)]
    if findings.figures.steps and not journey.head.complete:
        yield [t("Some questions wait until the map is marked as finished.")]


def _asked(journey: Journey, findings: Findings) -> list[RuleFinding]:
    """Findings that nobody dismissed and that do not wait for a finished map."""
    return [one for one in findings.rules if not one.dismissed and not waits(one, journey)]


def _finding(finding: RuleFinding, journey: Journey, t: Catalogue) -> str:
    mark = "?" if finding.certainty == "suspected" and finding.state is None else " "
    return f"{mark} {rule_sentence(finding, journey, t)} [{finding.rule}]"


def _repairs(repairs: Iterable[Said], t: Catalogue) -> Iterator[str]:
    lines = [f"  {about}: {text}" if about else f"  {text}" for about, text in repairs]
    if lines:
        yield t("To look at in the file")
        yield from lines
