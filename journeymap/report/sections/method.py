"""Section 14: what the figures rest on, in short, with the weaknesses (METHOD 7)."""

from __future__ import annotations

from journeymap.analysis.words.stability import change_sentence
from journeymap.i18n.catalogue import N_
from journeymap.model.quantity import PLAIN, read_quantity
from journeymap.report.block import Beside, Block, Stack, words
from journeymap.report.headings import subhead
from journeymap.report.matter import Matter, one_line
from journeymap.report.nouns import customer
from journeymap.report.numbers import about, span_of
from journeymap.report.page_one.decisions import day
from journeymap.report.palette import column, span
from journeymap.report.section import Section
from journeymap.report.table import Column, Row, table
from journeymap.report.typefaces import CARD, DATA, TABLE, Type

ASSUMED = 10
"""Assumed frictions listed; all stand in the appendix."""
NAMES = {
    "map": N_("the map"),
    "ranking": N_("the ranking"),
    "hours": N_("the hours"),
    "frictions": N_("the frictions one by one"),
    "walls": N_("the walls"),
    "moments": N_("the critical moments"),
    "high_points": N_("high points"),
    "suppliers": N_("suppliers and promises"),
    "lanes": N_("the lanes one by one"),
    "four": N_("the four questions"),
    "once": N_("what is asked again"),
    "conditions": N_("the staff’s conditions"),
    "orders": N_("orders to support"),
    "measuring": N_("questions and measuring"),
    "lead_times": N_("lead times"),
    "actions": N_("actions"),
    "since": N_("the comparison with an earlier version"),
    "steps": N_("the table of steps"),
    "links": N_("the table of links"),
    "inputs": N_("the table of what was said"),
}
"""Every section that can be left out, as a sentence names it."""
TITLE = Type(10, 14, 600)


def method(matter: Matter) -> Section | None:
    """Never vanishes."""
    t = matter.t
    left = [_block(matter, title, text) for title, text in _left(matter)]
    right = [_block(matter, title, text) for title, text in _right(matter)]
    wide = span(6) - 8
    blocks: list[Block] = [Beside([(0, wide, Stack(left)), (column(6), wide, Stack(right))])]
    blocks += [*_assumptions(matter), *_moves(matter), *_walks(matter), *_absent(matter)]
    blocks += [
        subhead(t("Fingerprint of the file's content"), t.language),
        words(_grouped(matter.fingerprint), DATA, t.language),
    ]
    return Section(t("Method and assumptions"), t("What the figures rest on"), blocks, "method")


def _block(matter: Matter, title: str, text: str) -> Block:
    language = matter.t.language
    return Stack([words(title, TITLE, language, role="H3"), words(text, CARD, language)], before=12)


def _left(matter: Matter) -> list[tuple[str, str]]:
    t = matter.t
    formula = t("Journeys a year × how often × (waiting + own work + share of value not received × "
                "minutes of the whole journey) / 60.")  # fmt: skip
    goal = matter.findings.figures.goal_minutes
    if goal is not None:
        formula += " " + t("The whole journey is {minutes} minutes.", minutes=t.number(goal))
    return [
        (t("Hours"), formula),
        (t("Two tiers"), t(
            "A friction that alone can make {the_guest} leave goes before all others, whatever its hours. "
            "It counts as deciding when more than half have voted so, or without votes when it is ticked. "
            "Votes never weigh into the hours.", **customer(matter))),
        (t("Intervals"), t("Every figure is lowest, most likely, highest. Where a figure is missing the "
                           "friction is not ranked.")),
        (t("Trials"), t(
            "{n} times figures are drawn within the intervals. Waiting, work and value are then weighed "
            "between half and double.", n=t.number(matter.findings.trials))),
    ]  # fmt: skip


def _right(matter: Matter) -> list[tuple[str, str]]:
    t = matter.t
    found = []
    even, goal = matter.findings.break_even_goal, matter.findings.figures.goal_minutes
    if even is not None and goal is not None:
        values = {"goal": t.number(goal), "even": about(even, t)}
        decides = (
            t("That the whole journey counts as {goal} minutes. "
              "Below {even} minutes no.\u00a02 would lead.", **values)
            if goal > even
            else t("That the whole journey counts as {goal} minutes. "
                   "Above {even} minutes no.\u00a02 would lead.", **values)
        )  # fmt: skip
        found.append((t("The assumption that decides most"), decides))
    found += [
        (t("Limits"), t(
            "Hours and lost value are added by way of the whole journey's minutes. Averages hide who is "
            "hit. Staff time, safety, law and equality are not customer minutes. The estimates are taken "
            "as independent of one another. The bounds of the answers are our own.")),
        (t("Walls"), t(
            "A wall counts only where the map says that one side does not know. What nobody has said gives "
            "a suspected wall, never a certain one. A hand-off in itself is no wall.")),
    ]  # fmt: skip
    return found


def _assumptions(matter: Matter) -> list[Block]:
    """What the figures take for granted, what it concerns and what follows if it is wrong."""
    t = matter.t
    volume = read_quantity(matter.journey.head.journeys_per_year, PLAIN)
    rows = []
    if volume is not None and matter.findings.ranked:
        rows.append(Row([t("{n} journeys a year", n=t.number(volume.point)), t("All hours"),
                         t("The hours change, not the order")]))  # fmt: skip
    for one in matter.findings.ranked:
        if matter.evidence_level(one.id) == "assumed" and len(rows) < ASSUMED:
            places = span_of(one.rank_best, one.rank_worst, t)
            title = one_line(matter.friction(one.id).title)
            rows.append(Row([
                t("The figures of “{friction}” are assumed", friction=title),
                t("No.\u00a0{n}", n=t.number(one.rank)),
                t("Moves within place {places} by its own estimates", places=places),
            ]))  # fmt: skip
    if not rows:
        return []
    columns = [
        Column(t("Assumption"), share=1.3, type=TABLE, heads_rows=True),
        Column(t("Concerns"), 80, type=TABLE),
        Column(t("If it is wrong"), share=1, type=TABLE),
    ]
    return [subhead(t("What we have assumed"), t.language), table(columns, rows, t)]


def _moves(matter: Matter) -> list[Block]:
    """Of each of the first ten the smallest change of one answer that moves it."""
    t, ranked = matter.t, matter.ranked_by_id
    changes = [one for one in matter.findings.changes if one.friction in ranked]
    if not changes:
        return []
    columns = [
        Column(t("No."), 24, align="right"),
        Column(t("Friction"), share=1, type=TABLE, heads_rows=True),
        Column(t("What would move it"), share=1.4, type=TABLE),
        Column(t("Within what was said"), 70, type=TABLE),
    ]
    rows = [
        Row([
            t.number(ranked[one.friction].rank),
            one_line(matter.friction(one.friction).title),
            change_sentence(one, t),
            t("Yes") if one.within else t("No"),
        ])
        for one in changes
    ]  # fmt: skip
    return [subhead(t("What would move a place"), t.language), table(columns, rows, t)]


def _absent(matter: Matter) -> list[Block]:
    """Which parts the report lacks and why, one line each."""
    t, journey = matter.t, matter.journey
    steps = journey.steps.values()
    told = any(step.system_support or step.mandate or step.minutes_needed for step in steps)
    unwanted = [t(words_) for name, words_ in NAMES.items() if not matter.wants(name)]
    checks = [
        (matter.lane is None, t("This is one lane's extract: walls and other units are not in it.")),
        (bool(matter.findings.ranked), t("No ranking: no friction has all its figures.")),
        (any(lane.kind == "supplier" for lane in matter.lanes), t("No suppliers: none is on the map.")),
        (bool(journey.promises), t("No promises: none is written down.")),
        (any(link.kind == "order" for link in journey.links.values()),
         t("No orders to support: none is on the map.")),
        (told, t("No staff conditions: nobody has said anything of them.")),
        (bool(journey.measures), t("No questions to customers: none is written down.")),
        (bool(journey.walks), t("Nobody has written down a walk of the journey.")),
        (bool(journey.actions), t("No actions: none is proposed.")),
        (any(step.high_point for step in steps), t("No high points: no step is marked as one.")),
        (matter.since is not None, t("Nothing is compared: this report knows of no earlier version.")),
        (not unwanted, t("Left out by choice: {sections}.", sections=t.listed(unwanted))),
    ]  # fmt: skip
    text = " ".join(line for is_there, line in checks if not is_there)
    if not text:
        return []
    return [subhead(t("What is not here"), t.language), words(text, CARD, t.language, widest=span(9))]


def _walks(matter: Matter) -> list[Block]:
    t, walks = matter.t, matter.journey.walks
    if not walks:
        return []
    columns = [
        Column(t("When"), 80, type=TABLE),
        Column(t("Who"), 140, type=TABLE, heads_rows=True),
        Column(t("What they saw"), share=1, type=TABLE),
    ]
    ordered = sorted(walks.values(), key=lambda one: (one.date or "", one.id))
    rows = [
        Row([day(matter, walk.date or "") or "–", _who(walk.by, walk.role), walk.observations or "–"])
        for walk in ordered
    ]
    return [subhead(t("Who has walked the journey"), t.language), table(columns, rows, t)]


def _who(by: str | None, role: str | None) -> str:
    return ", ".join(part for part in (one_line(role), one_line(by)) if part) or "–"


def _grouped(fingerprint: str) -> str:
    return " ".join(fingerprint[at : at + 8] for at in range(0, len(fingerprint), 8))
