"""Section 8: the four diagnostic questions, answered from the map."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, NamedTuple

from journeymap.analysis.findings import WallType
from journeymap.i18n.catalogue import N_
from journeymap.model.reading import is_critical
from journeymap.report.block import Block, cell
from journeymap.report.matter import Matter
from journeymap.report.nouns import customer
from journeymap.report.numbers import places
from journeymap.report.section import Section
from journeymap.report.table import Column, Row, table
from journeymap.report.typefaces import LABEL, TABLE

Verdict = Literal["yes", "no", "sometimes", "unknown"]
VERDICTS = {"yes": N_("Yes"), "no": N_("No"), "sometimes": N_("Sometimes"), "unknown": N_("Not known")}


class Answer(NamedTuple):
    """What the map answers, what it shows, and the walls that it points at."""

    verdict: Verdict
    shows: str
    walls: tuple[str, ...] = ()


def four(matter: Matter) -> Section | None:
    """Never vanishes while there are steps; an extract cannot answer them."""
    if not matter.journey.steps or matter.lane is not None:
        return None
    t, said = matter.t, customer(matter)
    asked: list[tuple[str, Callable[[Matter], Answer]]] = [
        (t("Does one matter take several calls?"), _several),
        (t("Must {the_guest} search for whom to complain to?", **said), _complain),
        (t("Is {the_guest} sent on?", **said), _sent_on),
        (t("Does the one who answers not know, because nobody passed it on?"), _not_told),
    ]
    answers = [(question, answer(matter)) for question, answer in asked]
    columns = [
        Column(t("Question"), 150, heads_rows=True, type=TABLE),
        Column(t("Answer"), 58, type=TABLE),
        Column(t("What the map shows"), share=1, type=TABLE),
        Column(t("Points at"), 74, type=TABLE),
    ]
    rows = [
        Row([question, cell(t(VERDICTS[one.verdict]), LABEL, t.language), one.shows, _points(matter, one)])
        for question, one in answers
    ]
    blocks: list[Block] = [table(columns, rows, t, summary=t("The four questions"))]
    return Section(
        t("The four questions"), _finding(matter, [one for _, one in answers]), blocks, "four", own_page=False
    )


def _finding(matter: Matter, answers: list[Answer]) -> str:
    yes = sum(1 for one in answers if one.verdict == "yes")
    if yes:
        return matter.plural("One of four answers is yes", "{Count} of four answers are yes", yes)
    if all(one.verdict == "unknown" for one in answers):
        return matter.t("The map cannot answer them yet")
    return matter.t("None of the four answers is yes")


def _points(matter: Matter, answer: Answer) -> str:
    t = matter.t
    at = [one.rank for one in matter.ranked_behind(answer.walls)]
    parts = [t("no.\u00a0{numbers}", numbers=places(at, t))] if at else []
    parts += matter.mark_names(answer.walls)
    return ", ".join(parts) or "–"


def _several(matter: Matter) -> Answer:
    t, figures = matter.t, matter.findings.figures
    expected, least = figures.expected_handoffs, figures.minimum_handoffs
    if expected is None or least is None:
        return Answer("unknown", t("The map lacks a start, a goal or the shares between them."))
    shows = t("Hand-offs to be expected in a journey: {expected}. The fewest possible: {least}.",
              expected=t.number(expected, 2), least=t.number(least))  # fmt: skip
    excess = expected - least
    verdict: Verdict = "yes" if excess > 0.5 else "sometimes" if excess > 0.005 else "no"
    return Answer(verdict, shows)


def _complain(matter: Matter) -> Answer:
    t = matter.t
    if not any(is_critical(step) for step in matter.journey.steps.values()):
        return Answer("unknown", t("No moment is marked as critical, and no step as taking complaints."))
    recoveries = [step for step in matter.journey.steps.values() if step.recovery]
    if not recoveries:
        return Answer("yes", t("No step on the map takes complaints."))
    lost = [finding for finding in matter.findings.rules if finding.rule == "DIAG-2"]
    if lost:
        return Answer("yes", t("From a critical moment no step that takes complaints is within reach."))
    return Answer("no", t("Complaints are taken at {step}.", step=matter.step_name(recoveries[0].id)))


def _sent_on(matter: Matter) -> Answer:
    t = matter.t
    keys = _keys(matter, ("referral", "supplier", "ping_pong"))
    refers = [link for link in matter.journey.links.values() if link.kind == "refer"]
    if keys:
        return Answer("yes", _sent_share(matter), keys)
    if refers:
        return Answer("sometimes", t("There are referrals, but the receiver knows what it is about."))
    if not matter.journey.links:
        return Answer("unknown", t("The map has no links yet."))
    return Answer("no", t("The map shows no referral."))


def _sent_share(matter: Matter) -> str:
    """How many of a thousand meet a referral, where the map says so."""
    t, visits = matter.t, matter.findings.visits
    count = len(matter.mark_names(_keys(matter, ("referral", "supplier", "ping_pong"))))
    walls = t.plural("{n} wall of referral stands.", "{n} walls of referral stand.", count)
    shares = [
        (visits or {}).get(link.source, 0.0) * link.share
        for link in matter.journey.links.values()
        if link.kind == "refer" and link.share is not None
    ]
    if not shares or not visits:
        return walls
    hits = t("{n} of {thousand} {guests} are sent on.", n=t.number(max(shares) * 1000),
             thousand=t.number(1000), **customer(matter))  # fmt: skip
    return f"{walls} {hits}"


def _not_told(matter: Matter) -> Answer:
    t = matter.t
    keys = _keys(matter, ("memory", "promise"))
    if keys:
        asked = len(_keys(matter, ("memory",)))
        promised = len(keys) - asked
        shows = []
        if asked:
            shows.append(t("The same details are asked for again."))
        if promised:
            shows.append(t("What was promised does not reach the one who is to keep it."))
        return Answer("yes", " ".join(shows), keys)
    unsaid = sum(1 for link in matter.journey.links.values() if link.info in (None, "unknown"))
    if unsaid:
        shows_not = t.plural(
            "Of {n} link nobody has said whether the receiver knows.",
            "Of {n} links nobody has said whether the receiver knows.",
            unsaid,
        )
        return Answer("unknown", shows_not)
    if not matter.journey.links:
        return Answer("unknown", t("The map has no links yet."))
    return Answer("no", t("Every link says that the receiver knows."))


def _keys(matter: Matter, types: tuple[WallType, ...]) -> tuple[str, ...]:
    return tuple(wall.key for wall in matter.findings.walls if wall.stands and wall.type in types)
