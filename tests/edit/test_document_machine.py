"""A machine plays the user: random verbs, undo and redo; what must hold holds after each of them."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from tally import play, share_of

from journeymap.edit import clipboard, line_writer, verbs
from journeymap.edit.columns import FINEST, in_use
from journeymap.edit.document import Document, Edited
from journeymap.edit.invariants import broken
from journeymap.edit.line import parse
from journeymap.edit.line_paste import read_paste
from journeymap.edit.rules import RefusedError
from journeymap.edit.verbs.links import HandoffAnswer
from journeymap.model.ids import HEAD, Id
from journeymap.model.journey import Journey
from journeymap.model.reading import (
    column_of,
    is_customer_lane,
    lanes_in_order,
    name_of,
    stage_of_steps,
    stages_in_order,
)
from journeymap.model.records import Friction, Lane, Link, LinkKind, Record, Stage, Step
from journeymap.storage.envelope import encode
from tests.edit.conftest import counted_ids, repair_story

WORDS = st.sampled_from(["Asks", "Waits", "Försöker igen", "x:y", "A lane: answers", "e\u0301"])
LINES = st.sampled_from(
    [
        "Asks", "Shop: Answers", "New one: Answers", "Glass*: Sends", "> Phones", "< head: Orders", "# Slow",
        "! Why", "Says no !", '"Not us', "= Friday", "+ Number", "/ Later", "*", "? Who", "cust:",
    ]
)  # fmt: skip
KINDS: st.SearchStrategy[LinkKind] = st.sampled_from(["flow", "refer", "info", "order", "status", "exit"])
PLACES = st.integers(-2, 9)


class Facilitator(RuleBasedStateMachine):
    """Somebody who does anything at any moment; refusals are fine, a broken map never is."""

    @initialize(empty=st.booleans())
    def begin(self, empty: bool) -> None:
        ids = counted_ids()
        self.start = Journey() if empty else repair_story()
        self.document = Document(self.start, ids=lambda: next(ids))
        self.at = line_writer.WritingPosition()
        self.mirror: dict[Id, Record] = {record.id: record for record in (self.start.head, *self.start)}
        self.document.subscribe(self.hear)
        self.past, self.future = [encode(self.start)], list[bytes]()

    def hear(self, news: Edited) -> None:
        """A view that knows only the news must end up with the same records."""
        for id, (before, after) in news.change.entries.items():
            assert self.mirror.get(id) == before
            if after is None:
                del self.mirror[id]
            else:
                self.mirror[id] = after

    def do(self, act: Callable[[], object]) -> None:
        generation = self.document.generation
        try:
            act()
        except RefusedError:
            assert self.document.generation == generation
        if self.document.generation > generation:
            self.past.append(encode(self.document.journey))
            self.future.clear()

    def pick(self, data: st.DataObject, kind: type[Record]) -> Id:
        """A record of the kind, or an id that is long gone where there is none."""
        ids = sorted(self.document.journey.of(kind))
        return data.draw(st.sampled_from(ids)) if ids else Id("gone")

    def has(self, *kinds: type[Record]) -> bool:
        return all(self.document.journey.of(kind) for kind in kinds)

    @rule(data=st.data(), title=WORDS, branch=st.booleans())
    def write_step(self, data: st.DataObject, title: str, branch: bool) -> None:
        after = self.pick(data, Step) if self.has(Step) else None
        lane = self.pick(data, Lane) if self.has(Lane) and data.draw(st.booleans()) else None
        self.do(lambda: verbs.new_step(self.document, title, lane=lane, after=after, branch=branch))

    @rule(text=LINES, branch=st.booleans())
    def write_line(self, text: str, branch: bool) -> None:
        journey = self.document.journey
        if self.at.road not in journey.steps or self.at.last not in journey.steps:
            self.at = line_writer.WritingPosition()
        if self.at.lane not in journey.lanes or self.at.stage not in journey.stages:
            self.at = line_writer.position_at(journey, self.at.road)
        reading = parse(text, [lane.name for lane in lanes_in_order(journey)])

        def write() -> None:
            self.at = line_writer.write(self.document, reading, self.at, branch=branch)

        self.do(write)

    @rule(lines=st.lists(LINES, max_size=4))
    def paste_lines(self, lines: list[str]) -> None:
        names = [lane.name for lane in lanes_in_order(self.document.journey)]
        pasted = read_paste("\n".join(lines), names)
        self.do(lambda: verbs.paste_lines(self.document, pasted, self._road()))

    def _road(self) -> Id | None:
        return self.at.road if self.at.road in self.document.journey.steps else None

    @precondition(lambda self: self.has(Step, Lane))
    @rule(data=st.data(), column=st.none() | PLACES | st.floats(0, 9))
    def move(self, data: st.DataObject, column: float | None) -> None:
        steps = list(dict.fromkeys([self.pick(data, Step), self.pick(data, Step)]))
        lane = self.pick(data, Lane) if data.draw(st.booleans()) else None
        self.do(lambda: verbs.move_steps(self.document, steps, lane=lane, column=column))

    @precondition(lambda self: self.has(Step))
    @rule(data=st.data(), rows=st.integers(-1, 1), columns=st.integers(-2, 2))
    def shift(self, data: st.DataObject, rows: int, columns: int) -> None:
        steps = list(dict.fromkeys([self.pick(data, Step), self.pick(data, Step)]))
        self.do(lambda: verbs.shift_steps(self.document, steps, rows=rows, columns=columns))

    @precondition(lambda self: self.has(Step))
    @rule(data=st.data(), opens=st.booleans())
    def open_or_close(self, data: st.DataObject, opens: bool) -> None:
        step = self.pick(data, Step)
        if opens:
            self.do(lambda: verbs.open_column(self.document, [step]))
        else:
            column = column_of(self.document.journey.steps[step])
            self.do(lambda: verbs.close_column(self.document, column))

    @rule(data=st.data())
    def delete(self, data: st.DataObject) -> None:
        ids = sorted(record.id for record in self.document.journey)
        if ids:
            chosen = data.draw(st.lists(st.sampled_from(ids), max_size=3))
            self.do(lambda: verbs.delete(self.document, chosen))

    @precondition(lambda self: self.has(Step))
    @rule(data=st.data(), kind=KINDS)
    def link(self, data: st.DataObject, kind: LinkKind) -> None:
        source, target = self.pick(data, Step), self.pick(data, Step)
        self.do(lambda: verbs.link(self.document, source, target, kind))

    @precondition(lambda self: self.has(Link))
    @rule(data=st.data(), how=st.sampled_from(["reattach", "reverse", "insert"]))
    def bend(self, data: st.DataObject, how: str) -> None:
        link, step = self.pick(data, Link), self.pick(data, Step)
        acts = {
            "reattach": lambda: verbs.reattach(self.document, link, target=step),
            "reverse": lambda: verbs.reverse(self.document, link),
            "insert": lambda: verbs.insert_step(self.document, link, "Between"),
        }
        self.do(acts[how])

    @precondition(lambda self: self.has(Step))
    @rule(data=st.data(), answer=st.sampled_from(["yes", "no", "unknown"]))
    def answer_handoff(self, data: st.DataObject, answer: HandoffAnswer) -> None:
        source, target = self.pick(data, Step), self.pick(data, Step)
        last = [self.pick(data, Link)] if self.has(Link) else []
        if source != target:
            self.do(lambda: verbs.answer_handoff(self.document, source, target, answer, last))

    @precondition(lambda self: self.has(Lane))
    @rule(data=st.data(), place=PLACES, how=st.sampled_from(["move", "merge", "delete", "over", "kind"]))
    def lanes(self, data: st.DataObject, place: int, how: str) -> None:
        lane, other = self.pick(data, Lane), self.pick(data, Lane)
        acts = {
            "move": lambda: verbs.move_lane(self.document, lane, place),
            "merge": lambda: verbs.merge_lanes(self.document, lane, other),
            "delete": lambda: verbs.delete_lane(self.document, lane),
            "over": lambda: verbs.delete_lane(self.document, lane, None if lane == other else other),
            "kind": lambda: verbs.set_lane_kind(self.document, lane, "customers_customer"),
        }
        self.do(acts[how])

    @rule(data=st.data(), name=WORDS, place=PLACES, how=st.sampled_from(["add", "move", "delete", "put"]))
    def stages(self, data: st.DataObject, name: str, place: int, how: str) -> None:
        step = self.pick(data, Step) if self.has(Step) else None
        if how == "add" or not self.has(Stage):
            self.do(lambda: verbs.add_stage(self.document, name, first_step=step))
            return
        stage = self.pick(data, Stage)
        acts: dict[str, Callable[[], object]] = {
            "move": lambda: verbs.move_stage(self.document, stage, place),
            "delete": lambda: verbs.delete_stage(self.document, stage),
            "put": lambda: step and verbs.set_field(self.document, step, stage=stage),
        }
        self.do(acts[how])

    @precondition(lambda self: self.has(Step))
    @rule(data=st.data(), how=st.sampled_from(["draw", "confirm", "dismiss", "friction"]))
    def walls(self, data: st.DataObject, how: str) -> None:
        source, target = self.pick(data, Step), self.pick(data, Step)
        key = f"memory:{source}:{target}"
        acts = {
            "draw": lambda: verbs.draw_wall(self.document, source, target),
            "confirm": lambda: verbs.confirm_wall(self.document, key),
            "dismiss": lambda: verbs.dismiss_wall(self.document, key, "No"),
            "friction": lambda: verbs.add_friction(self.document, source, "Rubs"),
        }
        self.do(acts[how])

    @precondition(lambda self: self.has(Friction))
    @rule(data=st.data(), yes=st.integers(0, 9))
    def frictions(self, data: st.DataObject, yes: int) -> None:
        one, other = self.pick(data, Friction), self.pick(data, Friction)
        self.do(lambda: verbs.set_votes(self.document, one, yes, 5))
        self.do(lambda: verbs.merge_frictions(self.document, one, [other]))

    @precondition(lambda self: self.has(Step))
    @rule(data=st.data(), column=st.none() | PLACES)
    def copy_and_paste(self, data: st.DataObject, column: int | None) -> None:
        text = clipboard.copy(self.document.journey, [self.pick(data, Step), self.pick(data, Step)])
        self.do(lambda: clipboard.paste(self.document, text, column=column))

    @rule(name=WORDS)
    def name_the_map(self, name: str) -> None:
        self.do(lambda: verbs.set_field(self.document, HEAD, organisation=name))

    @rule()
    def fail(self) -> None:
        before = self.document.journey
        with pytest.raises(ZeroDivisionError), self.document.edit("Fail") as draft:
            draft.add(Lane(name="lost", kind="system"))
            raise ZeroDivisionError
        assert self.document.journey is before

    @rule()
    def undo(self) -> None:
        if self.document.undo():
            self.future.append(self.past.pop())
        assert encode(self.document.journey) == self.past[-1]

    @rule()
    def redo(self) -> None:
        if self.document.redo():
            self.past.append(self.future.pop())
        assert encode(self.document.journey) == self.past[-1]

    @invariant()
    def whole(self) -> None:
        journey = self.document.journey
        assert not list(broken(journey))
        assert {record.id: record for record in (journey.head, *journey)} == self.mirror
        lanes = sorted(journey.lanes.values(), key=lambda lane: (lane.order or 0, lane.id))
        rows = [is_customer_lane(lane) for lane in lanes]
        assert rows == sorted(rows, reverse=True)

    @invariant()
    def time_goes_on(self) -> None:
        journey = self.document.journey
        used = in_use(journey)
        assert all(right - left >= FINEST for left, right in pairwise(used))
        held, place = stage_of_steps(journey), {s.id: n for n, s in enumerate(stages_in_order(journey))}
        walk = sorted(
            (column_of(step), place[held[step.id]]) for step in journey.steps.values() if step.id in held
        )
        assert [stage for _, stage in walk] == sorted(stage for _, stage in walk)

    @invariant()
    def names_are_there(self) -> None:
        journey = self.document.journey
        named = (*journey.lanes.values(), *journey.stages.values(), *journey.steps.values())
        assert all(name_of(record) for record in named)

    def teardown(self) -> None:
        if not hasattr(self, "document"):
            return
        end = encode(self.document.journey)
        while self.document.undo():
            pass
        assert encode(self.document.journey) == encode(self.start)
        while self.document.redo():
            pass
        assert encode(self.document.journey) == (end if not self.future else self._latest(end))

    def _latest(self, end: bytes) -> bytes:
        return self.future[0] if self.future else end


TestFacilitator = pytest.mark.machine(Facilitator.TestCase)
TestFacilitator.settings = settings(
    max_examples=60,
    stateful_step_count=40,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)


@pytest.mark.soak
def test_four_thousand_facilitators() -> None:
    play("a machine at the document", Facilitator, share_of(4000))
