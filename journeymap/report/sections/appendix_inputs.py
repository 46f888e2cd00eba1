"""Appendix C: what was said of each friction, the evidence, what was dismissed, notes and surprises."""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.analysis import words as said
from journeymap.analysis.words.questions import rule_sentence
from journeymap.model.ids import Id
from journeymap.model.quantity import HITS, MINUTES, VALUE_LOST, Scale, read_quantity
from journeymap.model.records import Friction
from journeymap.report import terms
from journeymap.report.block import Block
from journeymap.report.headings import subhead
from journeymap.report.matter import Matter, one_line
from journeymap.report.page_one.decisions import day
from journeymap.report.section import Section
from journeymap.report.table import Column, Row, table
from journeymap.report.typefaces import TABLE
from journeymap.report.walls import quoted

PAD = 2.5
WHOLE_FROM = 10
"""From here on a range is said in whole numbers: "8–17–25"."""


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
        (t("What was said of each friction"), _frictions(matter)),
        (t("Evidence"), _evidence(matter)),
        (t("Questions the map raises"), _questions(matter)),
        (t("What was dismissed"), _dismissed(matter)),
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
        Column(t("Hits of\n{thousand}", thousand=t.number(1000)), 78, align="right"),
        Column(t("Waiting\nminutes"), 56, align="right"),
        Column(t("Own work\nminutes"), 56, align="right"),
        Column(t("Value lost\nper cent"), 56, align="right"),
        Column(t("Votes"), 46, align="right"),
    ]
    ordered = sorted(frictions.values(), key=lambda one: (ranks.get(one.id, 10**9), one.id))
    rows = [
        Row(
            [
                t.number(ranks[one.id]) if one.id in ranks else "–",
                _titled(matter, one),
                _range(matter, one.hits, HITS, 1000),
                _range(matter, one.wait_minutes, MINUTES),
                _range(matter, one.work_minutes, MINUTES),
                _range(matter, one.value_lost, VALUE_LOST, 100),
                _votes(matter, one),
            ]
        )
        for one in ordered
    ]
    return table(columns, rows, t, pad=PAD, summary=t("What was said of each friction"))


def _titled(matter: Matter, friction: Friction) -> str:
    title = one_line(friction.title)
    if friction.status == "solved":
        return f"{title} ({terms.term(terms.FRICTION_STATUS, 'solved', matter.t)})"
    return title


def _range(matter: Matter, written: object, scale: Scale, times: float = 1) -> str:
    """ "8–17–25": lowest, most likely, highest; "unknown" where nobody knows."""
    t, read = matter.t, read_quantity(written, scale)
    if read is None:
        return t("unknown")
    said_of = [one * times for one in (read.low, read.best, read.high) if one is not None]
    digits = 0 if max(said_of, default=0.0) >= WHOLE_FROM else 1
    points = dict.fromkeys(t.number(one, digits) for one in said_of)
    return "–".join(points)


def _votes(matter: Matter, friction: Friction) -> str:
    t, votes = matter.t, friction.votes
    if votes is None or votes.yes is None or not votes.of:
        return t("ticked") if friction.critical else "–"
    return t("{yes} of {of}", yes=t.number(votes.yes), of=t.number(votes.of))


def _evidence(matter: Matter) -> Block | None:
    t, journey = matter.t, matter.journey
    if not journey.evidence:
        return None
    columns = [
        Column(t("About"), share=1, heads_rows=True, type=TABLE),
        Column(t("How it is known"), 70, type=TABLE),
        Column(t("When"), 58, type=TABLE),
        Column(t("Quote and source"), share=1.3, type=TABLE),
    ]
    ordered = sorted(journey.evidence.values(), key=lambda one: (one.about, one.id))
    rows = [
        Row(
            [
                matter.named(one.about) or "–",
                terms.term(terms.EVIDENCE, one.level, t) or "–",
                day(matter, one.date) if one_line(one.date) else "–",
                "\n".join(_told(matter, one.quote, one.source)) or "–",
            ]
        )
        for one in ordered
    ]
    return table(columns, rows, t, pad=PAD, summary=t("Evidence"))


def _told(matter: Matter, quote: str | None, source: str | None) -> Iterator[str]:
    if one_line(quote):
        yield quoted(matter, one_line(quote))
    if one_line(source):
        yield one_line(source)


def _questions(matter: Matter) -> Block | None:
    """Every open question of the rules, in plain words."""
    t = matter.t
    found = [one for one in matter.findings.rules if not one.dismissed]
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


def _dismissed(matter: Matter) -> Block | None:
    t, journey = matter.t, matter.journey
    rows = [
        Row([said.wall_sentence(wall, journey, t), one_line(_reason(matter, wall.record)) or "–", "–"])
        for wall in matter.findings.walls
        if wall.state == "dismissed"
    ]
    by_key = {one.key: one for one in matter.findings.rules}
    for dismissal in sorted(journey.dismissals.values(), key=lambda one: one.id):
        finding = by_key.get(dismissal.finding)
        sentence = rule_sentence(finding, journey, t) if finding else dismissal.finding
        rows.append(Row([sentence, one_line(dismissal.reason) or "–", one_line(dismissal.by) or "–"]))
    if not rows:
        return None
    columns = [
        Column(t("What was found"), share=1.4, heads_rows=True, type=TABLE),
        Column(t("Why it does not apply"), share=1, type=TABLE),
        Column(t("Who"), 80, type=TABLE),
    ]
    return table(columns, rows, t, pad=PAD, summary=t("What was dismissed"))


def _reason(matter: Matter, record: Id | None) -> str:
    wall = matter.journey.walls.get(record) if record else None
    return (wall.reason or "") if wall else ""


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
    ]
    rows = [Row([one.text.strip() or "–", matter.lane_name(one.lane) or "–"]) for one in notes]
    return table(columns, rows, t, pad=PAD, summary=t("Notes"))
