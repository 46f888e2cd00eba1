"""The walls as both their sides see them, beside one another (FEATURES 35)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from journeymap.analysis.two_sided import TwoSidedWall
from journeymap.model.ids import Id
from journeymap.report.block import Block, Para, words
from journeymap.report.cells import wall_cell
from journeymap.report.headings import subhead
from journeymap.report.lines import Span
from journeymap.report.matter import Matter
from journeymap.report.table import Column, Row, table
from journeymap.report.typefaces import NOTE, TABLE


def both_sides(matter: Matter) -> Iterator[Block]:
    """A table of the walls of which somebody has said how it looks from there, and how many are silent."""
    t = matter.t
    marks = {mark.number: mark for mark in matter.marks}
    known = [wall for wall in matter.further.walls if wall.number in marks]
    heard = [wall for wall in known if wall.views]
    if not heard:
        return
    columns = [
        Column(t("Wall"), 46),
        Column(t("As the giving side sees it"), share=1, heads_rows=True, type=TABLE),
        Column(t("As the receiving side sees it"), share=1, type=TABLE),
        Column(t("Counts to"), 110, type=TABLE),
    ]
    rows = [
        Row(
            [
                wall_cell(matter, marks[wall.number]),
                _view(matter, wall, wall.giver),
                _view(matter, wall, wall.receiver if wall.receiver != wall.giver else None),
                _parts(matter, wall.parts),
            ]
        )
        for wall in heard
    ]
    yield subhead(t("From both sides"), t.language, t("each side in its own words"))
    yield table(columns, rows, t, summary=t("From both sides"))
    silent = len(known) - len(heard)
    if silent:
        said = matter.plural("Of one wall neither side has been heard.",
                             "Of {n} walls neither side has been heard.", silent)  # fmt: skip
        yield words(said, NOTE, t.language, before=5)


def _view(matter: Matter, wall: TwoSidedWall, lane: Id | None) -> Para:
    t = matter.t
    if lane is None:
        return Para([Span("–", TABLE)], t.language, "")
    text = wall.views.get(lane) or t("Not heard yet.")
    spans = [Span(f"{matter.lane_name(lane)}\n", NOTE), Span(text, TABLE if lane in wall.views else NOTE)]
    return Para(spans, t.language, "")


def _parts(matter: Matter, parts: Mapping[Id, float]) -> str:
    """To whom the wall counts: its owner, else in equal parts to its sides."""
    return "\n".join(
        f"{matter.lane_name(lane)} {matter.t.percent(part)}" if part < 1 else matter.lane_name(lane)
        for lane, part in parts.items()
    )
