"""Section 14: what the figures rest on, in short, with the weaknesses (METHOD 7)."""

from __future__ import annotations

from journeymap.report.block import Beside, Block, Stack, words
from journeymap.report.headings import subhead
from journeymap.report.matter import Matter, one_line
from journeymap.report.nouns import customer
from journeymap.report.numbers import about
from journeymap.report.page_one.decisions import day
from journeymap.report.palette import column, span
from journeymap.report.section import Section
from journeymap.report.table import Column, Row, table
from journeymap.report.typefaces import CARD, DATA, TABLE, Type

TITLE = Type(10, 14, 600)


def method(matter: Matter) -> Section | None:
    """Never vanishes."""
    t = matter.t
    left = [_block(matter, title, text) for title, text in _left(matter)]
    right = [_block(matter, title, text) for title, text in _right(matter)]
    wide = span(6) - 8
    blocks: list[Block] = [Beside([(0, wide, Stack(left)), (column(6), wide, Stack(right))])]
    blocks += _walks(matter)
    blocks.append(
        words(t("Fingerprint of the file's content: {hash}", hash=_grouped(matter.fingerprint)), DATA,
              t.language, before=22)
    )  # fmt: skip
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
        found.append((t("The assumption that decides most"), t(
            "That the whole journey counts as {goal} minutes. Below {even} minutes no.\u00a02 would lead.",
            goal=t.number(goal), even=about(even, t))))  # fmt: skip
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
