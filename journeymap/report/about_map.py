"""What the map says of itself: title, purpose, state, volume, who took part, what was decided."""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.model.quantity import PLAIN
from journeymap.report import terms
from journeymap.report.block import Block
from journeymap.report.facts import range_of
from journeymap.report.matter import Matter, one_line
from journeymap.report.page_one.decisions import day
from journeymap.report.table import Column, Row, table
from journeymap.report.typefaces import TABLE

PAD = 2.5


def about_the_map(matter: Matter) -> Block | None:
    """A table of what is known; None where nothing is."""
    t = matter.t
    rows = [Row([label, text]) for label, text in _facts(matter) if text]
    if not rows:
        return None
    columns = [
        Column(t("What"), 150, heads_rows=True, type=TABLE),
        Column(t("What is said"), share=1, type=TABLE),
    ]
    return table(columns, rows, t, pad=PAD, summary=t("The map itself"))


def _facts(matter: Matter) -> Iterator[tuple[str, str]]:
    t, head = matter.t, matter.journey.head
    yield t("Title"), one_line(head.title)
    yield t("Purpose"), one_line(head.purpose)
    yield t("Organisation"), one_line(head.organisation)
    yield t("Client"), one_line(head.client)
    yield t("Word for the customer"), terms.term(terms.CUSTOMER_WORD, head.customer_word, t)
    yield t("State"), terms.term(terms.STATE, head.state, t)
    yield t("State of the work"), terms.term(terms.STATUS, head.status, t)
    yield t("Begun"), day(matter, head.created)
    if head.complete is not None:
        yield t("The map is finished"), t("Yes") if head.complete else t("No")
    yield t("Journeys a year"), range_of(head.journeys_per_year, PLAIN, t)
    if head.goal_minutes is not None:
        yield t("Minutes when all goes well"), t.number(float(head.goal_minutes), 1)
    if head.wall_level is not None:
        yield t("Level at which units are told apart"), t.number(head.wall_level)
    yield t("Took part"), _names(matter, head.participants)
    yield t("Not present"), _names(matter, head.absent)
    decision = head.decision
    if decision is not None:
        yield t("Decision"), one_line(decision.text)
        yield t("Decided by"), one_line(decision.by)
        yield t("Decided on"), day(matter, decision.date)


def _names(matter: Matter, names: tuple[str, ...] | None) -> str:
    """The names; pseudonyms that follow upon one another from the first to the last."""
    t, said = matter.t, [name for name in map(one_line, names or ()) if name]
    aliases = {t("Participant {n}", n=n): n for n in range(1, len(said) + 1)}
    hidden = [aliases[name] for name in said if name in aliases]
    if matter.profile == "full" or len(hidden) < 3:
        return t.listed(said)
    shown = [name for name in said if name not in aliases]
    return t.listed([t("Participants {first}–{last}", first=hidden[0], last=hidden[-1]), *shown])
