"""A machine plays the user and the mishaps: edits, undo, redo, save, load, kill, two windows on one file."""

from __future__ import annotations

import itertools
import os
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from tally import play, share_of

from journeymap.edit import verbs
from journeymap.edit.document import Document, Edited
from journeymap.edit.rules import RefusedError
from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.model.records import Head
from journeymap.storage import canonical, envelope, files, processes
from journeymap.storage.errors import StorageError
from journeymap.storage.journal import Journal, offers
from journeymap.storage.merge import merge

words = st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), min_size=1, max_size=8).filter(
    str.strip
)


def content(journey: Journey) -> bytes:
    """What the file would say."""
    return canonical.content(journey)


class Sitting(RuleBasedStateMachine):
    """One map through a working day."""

    @initialize(title=words)
    def begin(self, title: str) -> None:
        self.counter = itertools.count()  # random ids would make two runs of one example differ
        self.folder = Path(tempfile.mkdtemp(prefix="sitting-"))
        self.home = os.environ.get("JOURNEYMAP_HOME")
        os.environ["JOURNEYMAP_HOME"] = str(self.folder / "home")
        self.path = self.folder / "karta.journey"
        self.running = True
        self.real, processes.is_running = processes.is_running, lambda _: self.running  # type: ignore[assignment]
        start = Journey(Head(document="document1", title=title))
        self.sha256 = files.save(start, self.path).sha256
        self.open()

    def open(self) -> None:
        """A window on the map, with a journal of its own on what lies on the disk."""
        loaded = files.load(self.path)
        self.sha256, self.on_disk = loaded.sha256, loaded.journey
        base = self.path.read_bytes()
        self.document = Document(loaded.journey, ids=self.fresh_id)
        self.journal = Journal("document1", loaded.sha256, base=base, path=self.path, title="x")
        self.document.subscribe(self.write_down)

    def fresh_id(self) -> Id:
        return Id(f"id{next(self.counter):04}")

    def write_down(self, news: Edited) -> None:
        self.journal.append(news.label, news.change)

    def pick(self, table: str, number: int) -> Id | None:
        ids = sorted(getattr(self.document.journey, table))
        return ids[number % len(ids)] if ids else None

    @rule(title=words, number=st.integers(0, 9), branch=st.booleans())
    def write_step(self, title: str, number: int, branch: bool) -> None:
        verbs.new_step(self.document, title, after=self.pick("steps", number), branch=branch)

    @rule(name=words)
    def add_lane(self, name: str) -> None:
        verbs.add_lane(self.document, name)

    @rule(first=st.integers(0, 9), second=st.integers(0, 9))
    def link(self, first: int, second: int) -> None:
        ends = self.pick("steps", first), self.pick("steps", second)
        if ends[0] and ends[1]:
            self.attempt(lambda: verbs.link(self.document, ends[0], ends[1]))  # type: ignore[arg-type]

    @rule(number=st.integers(0, 9), title=words)
    def add_friction(self, number: int, title: str) -> None:
        step = self.pick("steps", number)
        if step:
            verbs.add_friction(self.document, step, title)

    @rule(number=st.integers(0, 9), title=words, column=st.floats(0, 50))
    def change_step(self, number: int, title: str, column: float) -> None:
        step = self.pick("steps", number)
        if step:
            self.attempt(lambda: verbs.set_field(self.document, step, title=title, column=column))

    @rule(number=st.integers(0, 9), table=st.sampled_from(["steps", "links", "frictions"]))
    def delete(self, number: int, table: str) -> None:
        id = self.pick(table, number)
        if id:
            self.attempt(lambda: verbs.delete(self.document, [id]))

    def attempt(self, verb: object) -> None:
        try:
            verb()  # type: ignore[operator]
        except RefusedError:
            return

    @rule()
    def undo(self) -> None:
        self.document.undo()

    @rule()
    def redo(self) -> None:
        self.document.redo()

    @rule()
    def save(self) -> None:
        saved = files.save(self.document.journey, self.path, expected=self.sha256)
        assert saved.warnings == ()
        self.journal.saved(saved.sha256, self.path.read_bytes())
        self.document.mark_clean()
        self.sha256, self.on_disk = saved.sha256, files.load(self.path).journey
        assert content(self.on_disk) == content(self.document.journey)

    @rule()
    def kill_and_recover(self) -> None:
        lost = self.document.journey
        self.journal.close(discard=False)
        self.running = False
        found = offers()
        if content(lost) != content(files.load(self.path).journey):
            (offer,) = found
            assert content(offer.recover()) == content(lost)
            saved = files.save(offer.recover(), self.path, expected=self.sha256)
            self.sha256 = saved.sha256
            offer.discard()
        else:
            assert found == []
        self.running = True
        self.open()

    @precondition(lambda self: self.document.journey.steps)
    @rule(title=words)
    def somebody_else_saves(self, title: str) -> None:
        """A change on the disk is found, and both sides' work is brought together."""
        theirs = Document(self.on_disk, ids=self.fresh_id)
        verbs.add_lane(theirs, title)
        files.save(theirs.journey, self.path, expected=self.sha256)
        try:
            files.save(self.document.journey, self.path, expected=self.sha256)
        except StorageError as failure:
            assert failure.kind == "changed_on_disk"
        else:
            raise AssertionError("overwrote somebody's work")
        loaded = files.load(self.path)
        result = merge(self.on_disk, self.document.journey, loaded.journey)
        ours = {record.id for record in self.document.journey if record.id not in self.ids(self.on_disk)}
        new = {record.id for record in loaded.journey if record.id not in self.ids(self.on_disk)}
        assert ours | new <= self.ids(result.journey)
        assert envelope.decode(envelope.encode(result.journey)).journey == result.journey
        files.save(result.journey, self.path, expected=loaded.sha256)
        self.journal.close(discard=True)
        self.open()

    @staticmethod
    def ids(journey: Journey) -> set[Id]:
        return {record.id for record in journey}

    @invariant()
    def the_map_is_sound(self) -> None:
        if hasattr(self, "document"):
            decoded = envelope.decode(envelope.encode(self.document.journey))
            assert content(decoded.journey) == content(self.document.journey)
            assert decoded.repairs == ()

    def teardown(self) -> None:
        if not hasattr(self, "document"):
            return
        self.journal.close(discard=True)
        processes.is_running = self.real
        os.environ.pop("JOURNEYMAP_HOME")
        if self.home is not None:
            os.environ["JOURNEYMAP_HOME"] = self.home
        shutil.rmtree(self.folder)


Sitting.TestCase.settings = settings(
    max_examples=30, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck)
)
test_a_working_day = Sitting.TestCase


@pytest.mark.soak
def test_six_hundred_working_days() -> None:
    play("a machine at document, file, journal and merge", Sitting, share_of(600))
