"""The sheets of what the map is built of: lanes and stages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from journeymap.edit import verbs
from journeymap.edit.document import Document
from journeymap.i18n import N_
from journeymap.model.ids import Id
from journeymap.model.reading import lanes_in_order, stages_in_order
from journeymap.model.records import Lane, LaneKind, Stage
from journeymap.sheets import terms
from journeymap.sheets.fields import field, titled
from journeymap.sheets.kinds import Choice, ComputedFigure, Several, Words
from journeymap.sheets.known import Known
from journeymap.sheets.names import plain_name
from journeymap.sheets.sheet import Column, Sheet
from journeymap.sheets.things import record_of


def _put_kind(document: Document, id: str, value: Any) -> None:
    if value != document.present.lanes[Id(id)].kind:
        verbs.set_lane_kind(document, Id(id), value)


def _make_lane(document: Document, given: Mapping[str, Any], after: str | None, between: bool) -> str:
    """The customer's lane where there is none yet; `*` behind the name makes it a supplier's."""
    name: str = given["name"]
    usual: LaneKind = (
        "supplier" if name.endswith("*") else "department" if document.present.lanes else "customer"
    )
    below = Id(after) if between and after is not None else None
    return verbs.add_lane(document, name.rstrip(" *") or name, given.get("kind") or usual, below=below)


def _make_stage(document: Document, given: Mapping[str, Any], after: str | None, between: bool) -> str:
    return verbs.add_stage(
        document, given["name"], after=Id(after) if between and after is not None else None
    )


def _move_lane(document: Document, id: str, by: int) -> None:
    ids = [lane.id for lane in lanes_in_order(document.present)]
    verbs.move_lane(document, Id(id), ids.index(Id(id)) + by)


def _move_stage(document: Document, id: str, by: int) -> None:
    ids = [stage.id for stage in stages_in_order(document.present)]
    verbs.move_stage(document, Id(id), ids.index(Id(id)) + by)


def _steps_in_lane(known: Known, lane: Lane) -> int:
    return known.steps_in_lane.get(lane.id, 0)


def _steps_in_stage(known: Known, stage: Stage) -> int:
    return known.steps_in_stage.get(stage.id, 0)


LANES = Sheet(
    "lanes",
    N_("Lanes"),
    (
        titled("name", N_("Lane"), Words(), 210, ask=N_("Who is met?")),
        Column("kind", N_("Kind"), Choice(terms=terms.LANE_KIND), lambda known, lane: lane.kind, _put_kind,
               130, shapes=True),
        field("unit", N_("Unit"), Words(), 240),
        field("accountable", N_("Answers here"), Words(), 200),
        field("owner", N_("Owner"), Words(), 150),
        field("process", N_("Process"), Several(terms=terms.PROCESS), 130),
        Column("steps", N_("Steps"), ComputedFigure(), _steps_in_lane, width=64),
        field("shown_as", N_("What the customer sees it as"), Words(), 190, shown=False),
        field("hours", N_("Opening hours"), Words(), 130, shown=False),
        field("measured_on", N_("What it is measured on"), Words(), 190, shown=False),
    ),
    lambda known: [lane.id for lane in lanes_in_order(known.journey)],
    record_of(Lane),
    _make_lane,
    row_words=plain_name,
    new_words=N_("New row: whom the customer meets; * after a supplier"),
    move=_move_lane,
)  # fmt: skip
STAGES = Sheet(
    "stages",
    N_("Stages"),
    (
        titled("name", N_("Stage"), Words(), 240, ask=N_("What is the stage called?")),
        field("promise", N_("What is promised here"), Words(long=True), 380),
        Column("steps", N_("Steps"), ComputedFigure(), _steps_in_stage, width=64),
    ),
    lambda known: [stage.id for stage in stages_in_order(known.journey)],
    record_of(Stage),
    _make_stage,
    row_words=plain_name,
    new_words=N_("New row: what the stage is called"),
    move=_move_stage,
)  # fmt: skip
