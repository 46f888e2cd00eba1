"""Since the last version: walls, frictions and requirements that came and went, and the frictions' ledger."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from journeymap.analysis import words as said
from journeymap.analysis.comparison import Side
from journeymap.analysis.findings import WallFinding
from journeymap.analysis.words.comparison import GROUPS, comparison_told
from journeymap.i18n.catalogue import N_
from journeymap.report.block import Block, Para, cell, words
from journeymap.report.furniture import short_fingerprint
from journeymap.report.headings import subhead
from journeymap.report.key_figures import KeyRow
from journeymap.report.lines import Span
from journeymap.report.matter import Earlier, Matter, one_line
from journeymap.report.numbers import at_start
from journeymap.report.palette import span
from journeymap.report.section import Section
from journeymap.report.since import Difference, Line, difference
from journeymap.report.table import Column, Row, Table, table
from journeymap.report.terms import MISSING
from journeymap.report.typefaces import DATA, LEAD, NOTE, TABLE

MOST_LINES = 20
MOST_SAID = 4
"""Parts of the finding: what counts most comes first, the tables have the rest."""
CAME_AND_WENT = ("solved", "appeared", "asked", "unasked")
WHY = {
    **{name: MISSING[name] for name in ("hits", "wait_minutes", "work_minutes", "value_lost", "goal_minutes",
                                        "visits")},
    "per": N_("how it is counted"),
    "new": N_("new"),
    "gone": N_("no longer on the map"),
    "solved": N_("solved"),
    "decides": N_("whether it decides"),
    "volume": N_("journeys a year"),
}  # fmt: skip


def since(matter: Matter) -> Section | None:
    """None where there is nothing to compare with."""
    if matter.since is None:
        return None
    t, found = matter.t, difference(matter, matter.since)
    blocks: list[Block] = [
        words(_lead(matter, matter.since), LEAD, t.language, widest=span(8), keep=True),
        KeyRow(_figures(matter, found), t.language, 4, before=12),
    ]
    walls = _walls(matter, matter.since, found)
    if walls is not None:
        blocks += [subhead(t("Walls torn, new and moved"), t.language), walls]
    others = _came_and_went(matter, matter.since, found)
    if others is not None:
        blocks += [subhead(t("Frictions and requirements"), t.language), others]
    if found.lines:
        unit = t("Hours a year") if found.in_hours else t("Minutes per 1000")
        blocks += [subhead(t("Friction by friction"), t.language, unit), _ledger(matter, found)]
        if matter.since.findings.figures.goal_minutes != matter.findings.figures.goal_minutes:
            note = t("The whole journey was counted in other minutes then; value lost follows them.")
            blocks.append(words(note, NOTE, t.language, before=5, widest=span(9)))
    return Section(t("Since the last version"), _finding(matter, found), blocks, "since", own_page=False)


def _lead(matter: Matter, earlier: Earlier) -> str:
    t = matter.t
    mark = short_fingerprint(earlier.fingerprint) if earlier.fingerprint else "–"
    if earlier.day is None:
        return t("Compared with an earlier version, fingerprint {mark}.", mark=mark)
    return t("Compared with the version of {date}, fingerprint {mark}.", mark=mark,
             date=t.date(earlier.day, "long"))  # fmt: skip


def _finding(matter: Matter, found: Difference) -> str:
    parts = list(islice(_changes(matter, found), MOST_SAID))
    if not parts:
        return matter.t("Nothing that counts has changed")
    return at_start(", ".join(parts))


def _changes(matter: Matter, found: Difference) -> Iterator[str]:
    """ "one wall torn, one new, 6 % fewer hours": what differs, in so many parts."""
    t = matter.t
    if found.torn:
        yield matter.plural("one wall torn", "{count} walls torn", len(found.torn))
    if found.new:
        yield matter.plural("one new wall", "{count} new walls", len(found.new))
    if found.moved:
        yield matter.plural("one wall moved", "{count} walls moved", len(found.moved))
    share = found.share
    if share is not None and abs(share) >= 0.005:
        figure = t.percent(abs(share))
        if found.in_hours:
            said_ = t("{share} fewer hours") if share < 0 else t("{share} more hours")
        else:
            said_ = t("{share} fewer minutes") if share < 0 else t("{share} more minutes")
        yield said_.format(share=figure)
    if found.solved:
        yield matter.plural("one friction solved", "{count} frictions solved", len(found.solved))
    if found.appeared:
        yield matter.plural("one new friction", "{count} new frictions", len(found.appeared))
    if found.asked:
        yield matter.plural("one new requirement", "{count} new requirements", len(found.asked))
    if found.unasked:
        yield matter.plural("one requirement dropped", "{count} requirements dropped", len(found.unasked))


def _figures(matter: Matter, found: Difference) -> list[tuple[str, str]]:
    t = matter.t
    share = found.share
    change = "–" if share is None else _signed(matter, share, t.percent(abs(share)))
    between = (
        t("hours, {before} to {now}", before=t.number(found.before), now=t.number(found.now))
        if found.in_hours
        else t("minutes per 1000, {before} to {now}", before=t.number(found.before), now=t.number(found.now))
    )
    if matter.lane is not None:
        return [(change, between)]
    return [
        (_signed(matter, -len(found.torn), t.number(len(found.torn))),
         t.plural("wall torn", "walls torn", len(found.torn))),
        (_signed(matter, len(found.new), t.number(len(found.new))),
         t.plural("wall is new", "walls are new", len(found.new))),
        (t.number(len(found.moved)), t.plural("wall moved", "walls moved", len(found.moved))),
        (change, between),
    ]  # fmt: skip


def _signed(matter: Matter, value: float, figure: str) -> str:
    """With + or −; a change too small to print is 0."""
    if figure in (matter.t.number(0), matter.t.percent(0)):
        return figure
    return f"{'+' if value > 0 else '−'}{figure}"


def _walls(matter: Matter, earlier: Earlier, found: Difference) -> Table | None:
    """What became of each wall that is not as it was."""
    t = matter.t
    rows = [_wall(matter, earlier, t("Torn"), wall, now=False) for wall in found.torn]
    rows += [_wall(matter, earlier, t("New wall"), wall, now=True) for wall in found.new]
    for before, now in found.moved:
        row = _wall(matter, earlier, t("Moved"), now, now=True)
        was = " | ".join(said.units_of(before, earlier.journey)) or "–"
        note = Span("\n" + t("before: {units}", units=was), NOTE)
        rows.append(Row([*row.cells[:2], Para([Span(str(row.cells[2]), TABLE), note], t.language, ""),
                         *row.cells[3:]]))  # fmt: skip
    if not rows:
        return None
    columns = [
        Column(t("What became of it"), 84, heads_rows=True, type=TABLE),
        Column(t("Wall"), 46),
        Column(t("Between"), share=1, type=TABLE),
        Column(t("What happens"), share=2, type=TABLE),
    ]
    return table(columns, rows, t, summary=t("Walls torn, new and moved"))


def _came_and_went(matter: Matter, earlier: Earlier, found: Difference) -> Table | None:
    """Frictions that are solved or new, ranked or not, and what is demanded on the way now and was then."""
    t = matter.t
    sides = (Side(earlier.journey, earlier.findings), Side(matter.journey, matter.findings))
    told = comparison_told(found, *sides, (), t)
    rows = [
        Row([t(GROUPS[group]), "\n".join(texts)])
        for group in CAME_AND_WENT
        if (texts := [one_line(one.text) for one in told if one.group == group])
    ]
    if not rows:
        return None
    columns = [
        Column(t("What became of it"), 110, heads_rows=True, type=TABLE),
        Column(t("What it is about"), share=1, type=TABLE),
    ]
    return table(columns, rows, t, summary=t("Frictions and requirements"))


def _wall(matter: Matter, earlier: Earlier, became: str, wall: WallFinding, *, now: bool) -> Row:
    journey = matter.journey if now else earlier.journey
    names = matter.mark_names([wall.key]) if now else _names_then(matter, earlier, wall)
    return Row(
        [
            became,
            ", ".join(names) or "–",
            " | ".join(said.units_of(wall, journey)) or "–",
            said.wall_sentence(wall, journey, matter.t),
        ]
    )


def _names_then(matter: Matter, earlier: Earlier, wall: WallFinding) -> list[str]:
    """The number it had on the earlier map."""
    numbers = [mark.number for mark in earlier.findings.marks if wall in mark.findings]
    return [said.wall_number(number, matter.t) for number in numbers]


def _ledger(matter: Matter, found: Difference) -> Table:
    t = matter.t
    columns = [
        Column(t("Friction"), share=1.5, heads_rows=True, type=TABLE),
        Column(t("Before"), 52, align="right"),
        Column(t("Now"), 52, align="right"),
        Column(t("Difference"), 56, align="right"),
        Column(t("What differs"), share=1, type=TABLE),
    ]
    changed = [line for line in found.lines if line.why or abs(line.difference) >= 0.5]
    shown = changed if len(changed) <= MOST_LINES + 1 else changed[:MOST_LINES]
    rows = [_line(matter, line) for line in shown]
    rest = [line for line in found.lines if line not in shown]
    if rest:
        before, now = sum(one.before or 0.0 for one in rest), sum(one.now or 0.0 for one in rest)
        label = t.plural("{n} other", "{n} others", len(rest))
        same = t("unchanged") if len(shown) == len(changed) else "–"
        rows.append(Row([label, t.number(before), t.number(now), _change(matter, now - before), same]))
    rows.append(_sum(matter, found))
    return table(columns, rows, t, summary=t("Friction by friction"), totals=1)


def _line(matter: Matter, line: Line) -> Row:
    t = matter.t
    figures = ["–" if one is None else t.number(one) for one in (line.before, line.now)]
    why = t.listed([t(WHY[name]) for name in line.why])
    if not why:
        why = t("the map around it") if abs(line.difference) >= 0.5 else "–"
    return Row([one_line(line.friction.title), *figures, _change(matter, line.difference), why])


def _change(matter: Matter, value: float) -> str:
    return _signed(matter, value, matter.t.number(abs(value)))


def _sum(matter: Matter, found: Difference) -> Row:
    t, strong = matter.t, DATA.bold()
    cells = [
        t("Total"),
        t.number(found.before),
        t.number(found.now),
        _change(matter, found.now - found.before),
        "",
    ]
    return Row(
        [cell(one, strong, t.language, "right" if index in (1, 2, 3) else "left")
         for index, one in enumerate(cells)],
        total=True,
    )  # fmt: skip
