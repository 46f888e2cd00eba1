"""Page 1 as plain text: for the mail that is sent before anyone has opened the PDF."""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.analysis import words as said
from journeymap.analysis.findings import RankedFriction
from journeymap.picture.graphemes import drawn
from journeymap.report.furniture import footer_parts
from journeymap.report.matter import Matter, first_reason, one_line
from journeymap.report.nouns import customer
from journeymap.report.numbers import span_of
from journeymap.report.page_one.decisions import Decision, decided, decisions
from journeymap.report.page_one.facts import facts
from journeymap.report.page_one.headline import headline
from journeymap.report.page_one.top import kind, status
from journeymap.report.terms import certainty
from journeymap.report.walls import pair_of

MOST = 5


def to_text(matter: Matter) -> str:
    """Headline, decisions, the five worst frictions, what it rests on; a line a thought, however long."""
    lines = (drawn(line).replace("\u00a0", " ").rstrip() for line in _lines(matter))
    return "\n".join(lines).strip() + "\n"


def _lines(matter: Matter) -> Iterator[str]:
    t = matter.t
    yield matter.title
    yield ", ".join(part for part in (kind(matter), status(matter), t.date(matter.date, "long")) if part)
    yield ""
    yield headline(matter)
    settled, asked = decided(matter), decisions(matter)
    if settled:
        yield from ("", settled.head, settled.text)
    if asked:
        yield ""
        yield t("Decisions we ask for")
        yield from (f"[ ] {_decision(one)}" for one in asked)
    yield from _frictions(matter) if matter.findings.ranked else _walls(matter)
    for fact in facts(matter):
        yield from ("", fact.label, fact.text)
    yield ""
    yield " · ".join(footer_parts(matter)[2:])


def _decision(decision: Decision) -> str:
    rest = ", ".join(part for part in (decision.owner, decision.due, decision.about) if part)
    return f"{decision.what} ({rest})" if rest else decision.what


def _frictions(matter: Matter) -> Iterator[str]:
    t = matter.t
    shown = matter.findings.ranked[:MOST]
    heads = {"A": t("Decides whether {the_guest} comes back", **customer(matter)), "B": t("Steals time")}
    for tier, head in heads.items():
        rows = [one for one in shown if one.tier == tier]
        if rows:
            yield from ("", head)
        for one in rows:
            yield from _friction(matter, one)


def _friction(matter: Matter, one: RankedFriction) -> Iterator[str]:
    t, friction = matter.t, matter.friction(one.id)
    unit = t("h/year") if matter.has_volume else t("min per 1000")
    amount, between = t.number(matter.amount(one)), matter.range(*matter.bounds(one))
    place = t("Place {places}", places=span_of(one.rank_best, one.rank_worst, t))
    if one.rank <= 3 and one.word:
        place = f"{place}, {certainty(one.word, t)}"
    owner = one_line(friction.owner)
    yield f"{t.number(one.rank)}. {one_line(friction.title)}: {amount} {unit} ({between})"
    yield f"   {said.short_reason(one, matter.journey, matter.findings, t)}"
    yield f"   {t('Owner: {owner}', owner=owner) if owner else t('Owner missing')}. {place}."


def _walls(matter: Matter) -> Iterator[str]:
    """Without ranked frictions the walls, as page 1 has them."""
    if matter.marks:
        yield ""
    for mark in matter.marks[:MOST]:
        sentence = said.wall_sentence(first_reason(mark), matter.journey, matter.t)
        yield f"{matter.mark_name(mark)}. {pair_of(matter, mark)}: {sentence}"
