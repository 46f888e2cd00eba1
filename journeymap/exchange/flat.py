"""The steps as one flat table (CSV): the shape every spreadsheet and process tool takes in.

A CSV holds the steps with all their own fields, their lanes and stages (name, kind, unit, place), the
links with kind, share, words, carrier and knowledge, the titles of their frictions, what was quoted at
them, promises and information by name. What it holds comes back equal; the rest is told by `left_behind`.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from journeymap.edit.answers import QUESTIONS
from journeymap.edit.columns import tidy
from journeymap.edit.tables.meanings import CHOICES, MEANING
from journeymap.edit.tables.onward import NOTHING
from journeymap.edit.texts import one_line
from journeymap.exchange.tables.formulas import defused
from journeymap.i18n import Catalogue
from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.model.reading import steps_in_order
from journeymap.model.records import Evidence, Friction, Link, Step

COLUMNS = (
    "id", "step", "lane", "stage", "next", "link_kind", "link_share", "link_label", "link_carrier",
    "link_info", "friction", "quote", "thought", "experience", "expectation", "channel", "critical",
    "critical_reason", "own_minutes", "wait_minutes", "owner", "description", "start", "end", "goal",
    "value_in_use", "high_point", "recovery", "customer_present", "item", "promise", "kept_promise",
    "reask_required", "demand", "system_support", "minutes_needed", "minutes_given", "mandate", "hours",
    "lane_kind", "unit", "accountable", "lane_id", "lane_order", "stage_id", "stage_order", "time",
    "row_place",
)  # fmt: skip
"""By what they mean (`edit.tables.meanings`), in the order in which they stand."""


def to_csv(journey: Journey, t: Catalogue, *, images: Mapping[str, bytes] | None = None) -> bytes:
    """UTF-8 with a mark, parted by semicolons, as Excel on a Nordic computer opens it by a double click."""
    del images
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow([t(MEANING[name].words) for name in COLUMNS])
    table = _Table(journey, t)
    for step in steps_in_order(journey):
        writer.writerow([defused(cell) for cell in table.row(step)])
    return out.getvalue().encode("utf-8-sig", "replace")


_LANE_KINDS = CHOICES["lane_kind"]
_YES, _NO = CHOICES["link_info"]["yes"], CHOICES["link_info"]["no"]


class _Table:
    """What each column says of a step."""

    def __init__(self, journey: Journey, t: Catalogue) -> None:
        self._journey, self._t = journey, t
        self._links = _grouped(journey.links.values(), lambda link: link.source)
        self._frictions = _grouped(journey.frictions.values(), lambda friction: friction.at)
        self._evidence = _grouped(journey.evidence.values(), lambda one: one.about)

    def row(self, step: Step) -> list[str]:
        """The step's cells in the order of the columns."""
        return [self._cell(name, step) for name in COLUMNS]

    def _cell(self, name: str, step: Step) -> str:
        special = _CELLS.get(name)
        if special is not None:
            return special(self, step)
        if name.startswith("link_"):
            return self._of_links(name, step)
        return self._said(name, getattr(step, name))

    def _said(self, name: str, value: Any) -> str:
        """A plain field in people's words."""
        if value is None:
            return ""
        if isinstance(value, bool):
            return self._t(_YES if value else _NO)
        if isinstance(value, int | float):
            return self.number(value)
        if isinstance(value, tuple):
            return self._range(value)
        if name in CHOICES and value in CHOICES[name]:
            return self._t(CHOICES[name][value])
        return self._class(value) if MEANING[name].form == "quantity" else str(value)

    def number(self, value: float) -> str:
        """As the language's spreadsheets write it, every digit kept."""
        digits = f"{Decimal(repr(tidy(value))):f}"
        return digits if self._t.language == "en" else digits.replace(".", ",")

    def _range(self, parts: Sequence[float]) -> str:
        figures = [self.number(part) for part in parts]
        ends = f"{figures[0]}–{figures[-1]}"
        return f"{figures[1]} ({ends})" if len(figures) == 3 else ends

    def _class(self, name: str) -> str:
        words = {each: pair for question in QUESTIONS for each, pair in question.classes}
        return self._t.context(*words[name]) if name in words else name

    def _of_links(self, name: str, step: Step) -> str:
        """One line a link, in the order of the steps it goes to; empty where none says anything."""
        lines = [self._of_link(name, link) for link in self.links(step)]
        return "\n".join(line or NOTHING for line in lines) if any(lines) else ""

    def _of_link(self, name: str, link: Link) -> str:
        field = name.removeprefix("link_")
        value = getattr(link, field)
        if value is None or (field == "kind" and value == "flow"):
            return ""
        if field == "share":
            return self.number(value)
        return self._t(CHOICES[name][value]) if name in CHOICES else one_line(value)

    def links(self, step: Step) -> list[Link]:
        """The step's links onward in an order of their own."""
        return sorted(
            self._links.get(step.id, ()), key=lambda link: (link.target, link.kind or "flow", link.id)
        )

    def frictions(self, step: Step) -> list[Friction]:
        """What rubs at the step, by title: ids that a CSV does not hold must not decide the order."""
        found: list[Friction] = self._frictions.get(step.id, [])
        return sorted(found, key=lambda friction: friction.title)

    def quotes(self, step: Step, level: str) -> str:
        """What was said at the step, known in this way."""
        found: list[Evidence] = self._evidence.get(step.id, [])
        return _lines(sorted(one.quote for one in found if one.level == level and one.quote))

    def names(self, ids: Iterable[Id] | None, kind: str) -> str:
        """Promises or pieces of information by name."""
        records: Mapping[Id, Any] = getattr(self._journey, kind)
        attribute = "text" if kind == "promises" else "name"
        return _lines(getattr(records[id], attribute) for id in ids or () if id in records)

    def of_lane(self, step: Step, field: str) -> str:
        """A fact of the step's lane."""
        lane = self._journey.lanes.get(step.lane)
        if field == "kind":
            return self._t(_LANE_KINDS[lane.kind]) if lane is not None else ""
        value = getattr(lane, field, None)
        return self.number(value) if isinstance(value, int | float) else value or ""

    def of_stage(self, step: Step, field: str) -> str:
        """A fact of the step's own stage; a step that goes on in the stage before it says none."""
        stage = self._journey.stages.get(step.stage or Id(""))
        value = getattr(stage, field, None)
        return self.number(value) if isinstance(value, int | float) else value or ""


_CELLS: Mapping[str, Callable[[_Table, Step], str]] = {
    "id": lambda table, step: step.id,
    "step": lambda table, step: one_line(step.title),
    "lane": lambda table, step: table.of_lane(step, "name"),
    "lane_kind": lambda table, step: table.of_lane(step, "kind"),
    "unit": lambda table, step: table.of_lane(step, "unit"),
    "accountable": lambda table, step: table.of_lane(step, "accountable"),
    "lane_id": lambda table, step: step.lane,
    "lane_order": lambda table, step: table.of_lane(step, "order"),
    "stage": lambda table, step: table.of_stage(step, "name"),
    "stage_id": lambda table, step: step.stage or "",
    "stage_order": lambda table, step: table.of_stage(step, "order"),
    "next": lambda table, step: "\n".join(link.target for link in table.links(step)),
    "friction": lambda table, step: _lines(friction.title for friction in table.frictions(step)),
    "quote": lambda table, step: table.quotes(step, "heard"),
    "thought": lambda table, step: table.quotes(step, "assumed"),
    "item": lambda table, step: table.names(step.asks, "items"),
    "promise": lambda table, step: table.names(step.makes, "promises"),
    "kept_promise": lambda table, step: table.names(step.honours, "promises"),
    "time": lambda table, step: "" if step.column is None else table.number(step.column),
    "row_place": lambda table, step: "" if step.order is None else table.number(step.order),
}


def _lines(texts: Iterable[str]) -> str:
    return "\n".join(line for text in texts if (line := one_line(text)))


def _grouped(records: Iterable[Any], by: Callable[[Any], Id]) -> dict[Id, list[Any]]:
    found: dict[Id, list[Any]] = {}
    for record in records:
        found.setdefault(by(record), []).append(record)
    return found
