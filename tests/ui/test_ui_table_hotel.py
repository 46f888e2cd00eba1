"""The hotel of METHOD 5 made in the table alone, by keys alone: the same map as the one built in code."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec
import pytest
from pytestqt.qtbot import QtBot

from journeymap.analysis.examine import examine
from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.model.reading import lanes_in_order, name_of, steps_in_order
from journeymap.model.records import Friction, Link, Record, Step
from journeymap.sheets.book import SHEETS
from journeymap.ui.window import MainWindow
from tests.analysis.hotel_map import hotel
from tests.ui.typist import CTRL, Key, Typist

WANTED = hotel()
Row = Sequence[str]
TICK = " "
"""A cell that is ticked by Space."""


class Clerk(Typist):
    """Somebody who fills tables: Tab to the next cell, Enter to the next row."""

    sheet = "steps"

    def turn_to(self, name: str) -> None:
        names = [sheet.name for sheet in SHEETS]
        by = (names.index(name) - names.index(self.sheet)) % len(names)
        key, times = (Key.Key_PageDown, by) if by <= len(names) / 2 else (Key.Key_PageUp, len(names) - by)
        for _ in range(times):
            self.press(key, CTRL)
        self.sheet = name

    def to_new_row(self, right: int = 0) -> None:
        self.press(Key.Key_End, CTRL)
        self.press(Key.Key_Home)
        for _ in range(right):
            self.press(Key.Key_Tab)

    def fill(self, rows: Sequence[Row]) -> None:
        """Every row from the cell one stands in; an empty text leaves its cell as it is."""
        for row in rows:
            last = max(place for place, text in enumerate(row) if text)
            for place, text in enumerate(row[: last + 1]):
                if text == TICK:
                    self.press(Key.Key_Space)
                else:
                    self.write(text)
                self.press(Key.Key_Return if place == last else Key.Key_Tab)

    def show_columns(self, names: Sequence[str]) -> None:
        self.by_name("choose columns")
        for name in names:
            self.write(name)
            self.press(Key.Key_Down)
            self.press(Key.Key_Space)
            self.press(Key.Key_Backtab)
            self.press(Key.Key_A, CTRL)
        self.press(Key.Key_Delete)
        self.press(Key.Key_Return)


def _amount(value: object, factor: float = 1) -> str:
    if value is None:
        return ""
    parts = value if isinstance(value, tuple) else (value,)
    figures = [f"{round(float(part) * factor, 8):g}" for part in parts]  # type: ignore[arg-type]
    return f"{figures[1]} ({figures[0]}-{figures[2]})" if len(figures) == 3 else "-".join(figures)


def _names(ids: tuple[Id, ...] | None) -> str:
    return "; ".join(name_of(WANTED.get(id)) for id in ids or ())


def lanes() -> list[Row]:
    return [(lane.name, lane.kind, lane.unit or "") for lane in lanes_in_order(WANTED)[1:]]


def steps() -> list[Row]:
    """Columns as shown: Step, Lane, Stage, Channel, Goes on to, Decides, Own minutes, Frictions, Asks for,
    Promises made, Promises to keep, Value in use, Goal, End, Customer there."""

    def row(step: Step) -> Row:
        there = {True: "yes", False: "no", None: ""}[step.customer_present]
        ticks = [TICK if mark else "" for mark in (step.value_in_use, step.goal, step.end)]
        return (
            step.title, WANTED.lanes[step.lane].name, "", "", "", TICK if step.critical else "",
            _amount(step.own_minutes), "", _names(step.asks), _names(step.makes), _names(step.honours),
            *ticks, there,
        )  # fmt: skip

    return [row(step) for step in steps_in_order(WANTED)]


def links() -> list[Row]:
    """From, To, Kind, Share, Carried by, Does the receiver know, Waiting."""
    words = {"refer": "referral", "info": "information", None: ""}
    carriers = {"customer": "the customer", "company": "the organisation", None: ""}

    def row(link: Link) -> Row:
        ends = (name_of(WANTED.steps[link.source]), name_of(WANTED.steps[link.target]))
        known = {"partial": "partly", None: ""}.get(link.info, link.info or "")
        share = _amount(link.share, 100)
        return (*ends, words[link.kind], share, carriers[link.carrier], known, _amount(link.wait_minutes))

    return [row(link) for link in WANTED.links.values()]


def frictions() -> list[Row]:
    """Friction, Where, How often, Waiting, Own work, Value lost, Decides, Votes."""

    def row(one: Friction) -> Row:
        votes = f"{one.votes.yes}/{one.votes.of}" if one.votes else ""
        return (
            one.title, name_of(WANTED.get(one.at)), _amount(one.hits, 100), _amount(one.wait_minutes),
            _amount(one.work_minutes), _amount(one.value_lost, 100), TICK if one.critical else "", votes,
        )  # fmt: skip

    return [row(one) for one in WANTED.frictions.values()]


def said(journey: Journey, kind: type[Record], but: set[str]) -> list[object]:
    """All that the records of a kind say, references by name, ids and places aside."""

    def value(record: Record, name: str) -> object:
        stored = getattr(record, name)
        ids = stored if isinstance(stored, tuple) else (stored,)
        if name in ("source", "target", "at", "lane", "asks", "makes", "honours") and stored is not None:
            return tuple(sorted(name_of(journey.get(id)) for id in ids))
        return (stored or "flow") if name == "kind" else stored

    names = [field.name for field in msgspec.structs.fields(kind) if field.name not in {"id", "extra"} | but]
    rows = [tuple((name, value(record, name)) for name in names) for record in journey.of(kind).values()]
    return sorted(rows, key=repr)


@pytest.mark.qt
def test_the_whole_hotel_from_the_table_alone(
    window: MainWindow, qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    hands = Clerk(qtbot)
    hands.write("Hotel offer")
    hands.press(Key.Key_Return)
    hands.write("Guest")
    hands.press(Key.Key_Return)
    hands.press(Key.Key_Tab, CTRL)
    views = window._page.parts.views
    assert views.name == "table"
    work: list[tuple[str, Callable[[], list[Row]], int]] = [("lanes", lanes, 0), ("steps", steps, 0)]
    hands.turn_to("journey")
    hands.press(Key.Key_Home, CTRL)
    for fact, value in (("customer_word", "guest"), ("journeys_per_year", "20,000")):
        row = window._page.parts.table.grid.rows.index(fact)
        while window._page.parts.table.view.cell[0] < row:
            hands.press(Key.Key_Down)
        hands.press(Key.Key_End)
        hands.write(value)
        hands.press(Key.Key_Return)
    for name, rows, right in work:
        hands.turn_to(name)
        if name == "steps":
            hands.show_columns(["end", "customer there"])
        hands.to_new_row(right)
        hands.fill(rows())
    hands.turn_to("links")
    assert len(window.work.document.journey.links) == 16, "steps typed one after the other are joined"
    hands.press(Key.Key_A, CTRL)
    hands.press(Key.Key_Delete)
    hands.to_new_row()
    hands.fill(links())
    hands.turn_to("frictions")
    hands.to_new_row(right=1)
    hands.fill(frictions())
    journey = window.work.document.journey
    assert said(journey, Step, {"column", "order", "stage"}) == said(
        WANTED, Step, {"column", "order", "stage"}
    )
    assert said(journey, Link, set()) == said(WANTED, Link, set())
    assert said(journey, Friction, set()) == said(WANTED, Friction, set())
    assert [name_of(one) for one in steps_in_order(journey)] == [
        name_of(one) for one in steps_in_order(WANTED)
    ]
    found, wanted = examine(journey, trials=0), examine(WANTED, trials=0)
    assert found.figures == wanted.figures
    assert [round(line.hours or 0) for line in found.ranked] == [4333, 1278, 197, 1400, 507, 383, 300, 133]
    with capsys.disabled():
        print(  # noqa: T201 - a figure people want to see in the run
            f"\n  the hotel of METHOD 5 in the table: {hands.letters} letters, {hands.others} other keys"
        )
