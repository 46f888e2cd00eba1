"""Appendix C: what was said of each friction, the evidence, what was dismissed, notes and surprises."""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.analysis import words as said
from journeymap.analysis.rules import waits
from journeymap.analysis.words.questions import rule_sentence
from journeymap.model.ids import Id
from journeymap.model.quantity import HITS, MINUTES, VALUE_LOST
from journeymap.model.reading import column_of
from journeymap.model.records import Evidence, Friction, Note
from journeymap.report import terms
from journeymap.report.about_map import about_the_map
from journeymap.report.block import Block, Para
from journeymap.report.facts import friction_facts, range_of, sentences, small, votes_of, wall_facts
from journeymap.report.headings import subhead
from journeymap.report.lines import Span
from journeymap.report.matter import Matter, one_line
from journeymap.report.page_one.decisions import day
from journeymap.report.section import Section
from journeymap.report.table import Column, Row, table
from journeymap.report.typefaces import NOTE, TABLE
from journeymap.report.walls import quoted

PAD = 2.5


def appendix_inputs(matter: Matter) -> Section | None:
    """None where there is nothing to list."""
    blocks = [block for part in _parts(matter) for block in part]
    if not blocks:
        return None
    blocks[0].before = 0
    t = matter.t
    return Section(t("Appendix: what was said"), t("All figures, evidence and notes"), blocks, "inputs",
                   appendix=True, own_page=False)  # fmt: skip


def _parts(matter: Matter) -> Iterator[list[Block]]:
    t = matter.t
    for title, block in (
        (t("The map itself"), about_the_map(matter)),
        (t("What was said of each friction"), _frictions(matter)),
        (t("Evidence"), _evidence(matter)),
        (t("Pieces of information"), _items(matter)),
        (t("Questions the map raises"), _questions(matter)),
        (t("What was settled"), _settled(matter)),
        (t("What surprised us"), _log(matter)),
        (t("Notes"), _notes(matter)),
    ):
        if block is not None:
            yield [subhead(title, t.language), block]


def _frictions(matter: Matter) -> Block | None:
    t, frictions = matter.t, matter.journey.frictions
    if not frictions:
        return None
    ranks = {one.id: one.rank for one in matter.findings.ranked}
    columns = [
        Column(t("No."), 24, align="right"),
        Column(t("Friction"), share=1, heads_rows=True, type=TABLE),
        Column(t("Hits of\n{thousand}", thousand=t.number(1000)), 66, align="right"),
        Column(t("Waiting\nminutes"), 46, align="right"),
        Column(t("Own work\nminutes"), 50, align="right"),
        Column(t("Value lost\nper cent"), 50, align="right"),
        Column(t("Votes"), 45, align="right"),
    ]
    unknown = t("unknown")
    ordered = sorted(frictions.values(), key=lambda one: (ranks.get(one.id, 10**9), one.id))
    rows = [
        Row(
            [
                t.number(ranks[one.id]) if one.id in ranks else "–",
                _titled(matter, one),
                range_of(one.hits, HITS, t, 1000) or unknown,
                range_of(one.wait_minutes, MINUTES, t) or unknown,
                range_of(one.work_minutes, MINUTES, t) or unknown,
                range_of(one.value_lost, VALUE_LOST, t, 100) or unknown,
                _votes(matter, one),
            ]
        )
        for one in ordered
    ]
    return table(columns, rows, t, pad=PAD, summary=t("What was said of each friction"))


def _titled(matter: Matter, friction: Friction) -> Para:
    """The title, and in grey what else is said of the friction."""
    spans = [Span(one_line(friction.title), TABLE)]
    more = sentences(friction_facts(matter, friction))
    if more:
        spans.append(Span(f"\n{more}", NOTE))
    return Para(spans, matter.t.language, "")


def _votes(matter: Matter, friction: Friction) -> str:
    said_ = votes_of(friction.votes, matter.t)
    return said_ or (matter.t("ticked") if friction.critical else "–")


def _evidence(matter: Matter) -> Block | None:
    t, journey = matter.t, matter.journey
    if not journey.evidence:
        return None
    columns = [
        Column(t("About"), share=1, heads_rows=True, type=TABLE),
        Column(t("How it is known"), 84, type=TABLE),
        Column(t("When"), 58, type=TABLE),
        Column(t("Quote and source"), share=1.3, type=TABLE),
    ]
    ordered = sorted(journey.evidence.values(), key=lambda one: (one.about, one.id))
    rows = [
        Row(
            [
                matter.named(one.about) or "–",
                _known(matter, one),
                day(matter, one.date) if one_line(one.date) else "–",
                "\n".join(_told(matter, one)) or "–",
            ]
        )
        for one in ordered
    ]
    return table(columns, rows, t, pad=PAD, summary=t("Evidence"))


def _known(matter: Matter, evidence: Evidence) -> str:
    """ "Heard (the customer)": the level, and from whom."""
    level = terms.term(terms.EVIDENCE, evidence.level, matter.t) or "–"
    who = terms.term(terms.WHO, evidence.who, matter.t)
    return f"{level} ({small(who)})" if who else level


def _told(matter: Matter, evidence: Evidence) -> Iterator[str]:
    if one_line(evidence.quote):
        yield quoted(matter, one_line(evidence.quote))
    if one_line(evidence.source):
        yield one_line(evidence.source)
    photo = matter.journey.attachments.get(evidence.attachment) if evidence.attachment else None
    if photo is not None:
        yield matter.t("Picture: {name}", name=one_line(photo.name) or photo.sha256[:8])


def _items(matter: Matter) -> Block | None:
    """What is asked for, and where: more than one place is worth a question."""
    t, journey = matter.t, matter.journey
    if not journey.items:
        return None
    asked: dict[Id, list[str]] = {}
    for id in matter.step_numbers:
        for item in journey.steps[id].asks or ():
            asked.setdefault(item, []).append(matter.step_name(id))
    columns = [
        Column(t("What"), share=1, heads_rows=True, type=TABLE),
        Column(t("Asked for at"), share=2, type=TABLE),
    ]
    ordered = sorted(journey.items.values(), key=lambda one: (one_line(one.name).casefold(), one.id))
    rows = [Row([one_line(one.name), "\n".join(asked.get(one.id, [])) or "–"]) for one in ordered]
    return table(columns, rows, t, pad=PAD, summary=t("Pieces of information"))


def _questions(matter: Matter) -> Block | None:
    """Every open question of the rules, in plain words; what waits for a finished map is not asked."""
    t = matter.t
    found = [one for one in matter.findings.rules if one.state is None and not waits(one, matter.journey)]
    if not found:
        return None
    columns = [
        Column(t("Question"), share=1, heads_rows=True, type=TABLE),
        Column(t("About"), 150, type=TABLE),
    ]
    rows = [Row([rule_sentence(one, matter.journey, t), _about(matter, one.about)]) for one in found]
    return table(columns, rows, t, pad=PAD, summary=t("Questions the map raises"))


def _about(matter: Matter, ids: tuple[Id, ...]) -> str:
    return "\n".join(name for id in ids if (name := matter.named(id))) or "–"


def _settled(matter: Matter) -> Block | None:
    t, journey = matter.t, matter.journey
    rows = [
        Row([said.wall_sentence(wall, journey, t), _reasons(matter, wall.record) or "–", "–"])
        for wall in matter.findings.walls
        if wall.state == "dismissed"
    ]
    by_key = {one.key: one for one in matter.findings.rules}
    settled = sorted(journey.dismissals.values(), key=lambda one: one.id)
    for dismissal in settled:
        finding = by_key.get(dismissal.finding)
        sentence = rule_sentence(finding, journey, t) if finding else dismissal.finding
        who = ", ".join(part for part in (one_line(dismissal.by), day(matter, dismissal.date)) if part)
        what = t("So it is") if dismissal.agreed else one_line(dismissal.reason)
        rows.append(Row([sentence, what or "–", who or "–"]))
    if not rows:
        return None
    columns = [
        Column(t("What was found"), share=1.4, heads_rows=True, type=TABLE),
        Column(t("So it is, or why it does not apply"), share=1, type=TABLE),
        Column(t("Who"), 80, type=TABLE),
    ]
    return table(columns, rows, t, pad=PAD, summary=t("What was settled"))


def _reasons(matter: Matter, record: Id | None) -> str:
    """Why a wall does not apply, and what else people have said of it."""
    wall = matter.journey.walls.get(record) if record else None
    if wall is None:
        return ""
    excuse = quoted(matter, one_line(wall.excuse)) if one_line(wall.excuse) else ""
    owner = matter.t("Owner: {text}.", text=one_line(wall.owner)) if one_line(wall.owner) else ""
    return sentences([*wall_facts(matter, wall), excuse, owner])


def _log(matter: Matter) -> Block | None:
    t = matter.t
    entries = sorted(matter.journey.log.values(), key=lambda one: (one.date or "", one.id))
    if not entries:
        return None
    columns = [
        Column(t("We believed"), share=1, heads_rows=True, type=TABLE),
        Column(t("We saw"), share=1, type=TABLE),
        Column(t("When"), 70, type=TABLE),
    ]
    rows = [
        Row([one_line(one.believed) or "–", one_line(one.saw) or "–", day(matter, one.date or "") or "–"])
        for one in entries
    ]
    return table(columns, rows, t, pad=PAD, summary=t("What surprised us"))


def _notes(matter: Matter) -> Block | None:
    t = matter.t
    notes = sorted(matter.journey.notes.values(), key=lambda one: one.id)
    if not notes:
        return None
    columns = [
        Column(t("Note"), share=1, heads_rows=True, type=TABLE),
        Column(t("Lane"), 110, type=TABLE),
        Column(t("Near step"), 110, type=TABLE),
    ]
    rows = [
        Row([one.text.strip() or "–", matter.lane_name(one.lane) or "–", _near(matter, one) or "–"])
        for one in notes
    ]
    return table(columns, rows, t, pad=PAD, summary=t("Notes"))


def _near(matter: Matter, note: Note) -> str:
    """The step that stands in the note's lane and column, else the last one before it."""
    if note.column is None:
        return ""
    steps = [matter.journey.steps[id] for id in matter.step_numbers]
    before = [step for step in steps if column_of(step) <= note.column]
    same = [step for step in before if note.lane in (None, step.lane)]
    return matter.step_name((same or before)[-1].id) if before else ""
