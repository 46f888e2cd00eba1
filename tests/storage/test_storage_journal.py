"""RELIABILITY 1.5: every change is on the disk when it is made, and comes back."""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import msgspec
import pytest
from storage_cases import plain

from journeymap.edit import verbs
from journeymap.edit.document import Document
from journeymap.model.change import Change
from journeymap.model.ids import HEAD, Id
from journeymap.model.journey import Journey, journey_of
from journeymap.model.records import Attachment, Friction, Head, Lane, Link, Note, Record, Step, Votes
from journeymap.storage import (
    bases,
    canonical,
    disk,
    envelope,
    files,
    journal_pictures,
    lines,
    processes,
    recovery,
)  # fmt: skip
from journeymap.storage import journal as journals
from journeymap.storage.changes import raw_change, replay
from journeymap.storage.errors import StorageError
from journeymap.storage.journal import Journal, offers
from journeymap.storage.places import journals_folder, versions_root
from journeymap.storage.writing import raw_journey

BASE = journey_of(
    Lane(id=Id("c"), name="Gäst", kind="customer"), Step(id=Id("s"), title="Ringer", lane=Id("c")),
    head=Head(title="Hotell", document="document1", format="journeymap", version=1),
)  # fmt: skip


def put(journey: Journey, record: Record) -> Change:
    return Change({record.id: (journey.get(record.id), record)})


def steps_of_work() -> list[Change]:
    """Ten changes: added, changed, emptied, removed, another kind under the same id, the head."""
    changes: list[Change] = []
    journey = BASE

    def note(change: Change) -> None:
        nonlocal journey
        changes.append(change)
        journey = journey.apply(change)

    note(put(journey, Step(id=Id("t"), title="Väntar", lane=Id("c"), column=1, wait_minutes=(5, 9))))
    note(put(journey, Link(id=Id("k"), source=Id("s"), target=Id("t"))))
    note(
        put(journey, msgspec.structs.replace(journey.steps[Id("t")], title="Väntar länge", wait_minutes=None))
    )
    note(put(journey, msgspec.structs.replace(journey.steps[Id("s")], critical_votes=Votes(yes=3, of=4))))
    note(
        Change({HEAD: (journey.head, msgspec.structs.replace(journey.head, title="Hotellet", language="sv"))})
    )
    note(Change({Id("k"): (journey.links[Id("k")], None), Id("t"): (journey.steps[Id("t")], None)}))
    note(put(journey, Note(id=Id("n"), text="minns")))
    note(Change({Id("n"): (journey.notes[Id("n")], Step(id=Id("n"), title="minns", lane=Id("c")))}))
    note(put(journey, msgspec.structs.replace(journey.steps[Id("n")], column=2.5, start=True)))
    note(put(journey, Lane(id=Id("d"), name="Disk", kind="department", order=1)))
    return changes


WORK = steps_of_work()


def after(count: int) -> Journey:
    journey = BASE
    for change in WORK[:count]:
        journey = journey.apply(change)
    return journey


def content(journey: Journey) -> bytes:
    """What the file would say."""
    return canonical.content(journey)


@pytest.fixture
def saved(tmp_path: Path) -> files.Loaded:
    files.save(BASE, tmp_path / "karta.journey")
    return files.load(tmp_path / "karta.journey")


def journal_for(loaded: files.Loaded, **more: Any) -> Journal:
    return Journal(
        "document1", loaded.sha256, base=loaded.path.read_bytes(), path=loaded.path, title="Hotell", **more
    )


def abandoned(journal: Journal, changes: list[Change]) -> Path:
    """The journal of a program that wrote these changes and was killed."""
    for number, change in enumerate(changes):
        journal.append(f"Edit {number}", change)
    journal.close(discard=False)
    head, rest = journal.file.read_bytes().split(b"\n", 1)
    body = lines.read_line(head) or {}
    journal.file.write_bytes(lines.line({**body, "pid": dead_pid()}) + rest)
    return journal.file


def dead_pid() -> int:
    process = subprocess.Popen(["true"])
    process.wait()
    return process.pid


def test_everything_comes_back(saved: files.Loaded) -> None:
    abandoned(journal_for(saved), WORK)
    (offer,) = offers()
    assert (offer.path, offer.title, offer.document, offer.changes) == (
        str(saved.path),
        "Hotell",
        "document1",
        10,
    )
    assert offer.labels[3] == "Edit 3"
    assert offer.when.year >= 2024
    assert offer.is_whole
    assert content(offer.recover()) == content(after(10))


def test_after_every_single_change(saved: files.Loaded) -> None:
    for count in range(1, 11):
        file = abandoned(journal_for(saved), WORK[:count])
        (offer,) = offers()
        assert content(offer.recover()) == content(after(count))
        offer.discard()
        assert not file.exists()


def test_a_journal_cut_at_each_byte_gives_every_line_before_the_cut(saved: files.Loaded) -> None:
    file = abandoned(journal_for(saved), WORK)
    data = file.read_bytes()
    ends = [place + 1 for place, byte in enumerate(data) if byte == 10]
    wanted = {count: content(after(count)) for count in range(11)}
    seen = set()
    for cut in range(len(data) + 1):
        found = lines.read_lines(data[:cut])
        # a whole line counts also when only its line break is missing
        whole = sum(cut >= end - 1 for end in ends)
        assert (found is None) == (whole == 0)
        if found is not None:
            assert len(found.changes) == whole - 1
            seen.add(whole - 1)
    for count in seen:
        file.write_bytes(data[: ends[count]] + data[ends[count] : ends[count] + 20])
        (offer,) = recovery.journals()
        assert content(offer.recover()) == wanted[count]


def test_nothing_is_written_before_the_first_change_nor_offered(saved: files.Loaded) -> None:
    journal = journal_for(saved)
    assert not journals_folder().exists()
    journal.close(discard=False)
    assert offers() == []


def test_a_program_that_runs_keeps_its_journal(saved: files.Loaded) -> None:
    journal = journal_for(saved)
    journal.append("x", WORK[0])
    assert offers() == []
    (offer,) = recovery.journals()
    assert offer.is_alive
    journal.close(discard=True)
    assert recovery.journals() == []


@pytest.mark.parametrize(
    "owner",
    [{"host": "another"}, {"pid": 0}, {"pid": "x"}, {"pid": None}, {"began": "long ago"}],
)
def test_owners_that_are_gone(owner: dict[str, Any], saved: files.Loaded) -> None:
    header = {"host": processes.host(), "pid": os.getpid(), "began": processes.began(os.getpid())}
    assert recovery._is_alive(header)
    assert not recovery._is_alive({**header, **owner})


def test_after_a_save_only_later_changes_are_left(saved: files.Loaded) -> None:
    journal = journal_for(saved)
    for change in WORK[:6]:
        journal.append("x", change)
    mark = journal.changes
    for change in WORK[6:]:
        journal.append("y", change)
    files.save(after(6), saved.path)
    again = files.load(saved.path)
    journal.saved(again.sha256, saved.path.read_bytes(), upto=mark)
    assert journal.changes == 4
    (offer,) = recovery.journals()
    assert offer.changes == 4
    assert content(offer.recover()) == content(after(10))
    journal.append("z", put(after(10), Note(id=Id("z"), text="z")))
    (offer,) = recovery.journals()
    assert offer.changes == 5
    assert offer.recover().notes[Id("z")].text == "z"
    journal.saved("0" * 64)
    assert recovery.journals() == []
    journal.append("x", WORK[0])
    assert recovery.journals()[0].lines.header["base"] == "0" * 64
    journal.saved("1" * 64, path="elsewhere")
    journal.append("x", WORK[0])
    assert recovery.journals()[0].path == "elsewhere"


def test_a_disk_that_refuses_after_a_save_leaves_the_whole_journal(
    saved: files.Loaded, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = journal_for(saved)
    for change in WORK[:6]:
        journal.append("x", change)
    with monkeypatch.context() as patched:
        patched.setattr(bases, "keep", lambda *_: (_ for _ in ()).throw(OSError(errno.ENOSPC, "full")))
        journal.saved("0" * 64, b"new base", upto=2)
    assert journal.changes == 6
    journal.append("x", WORK[6])
    assert content(recovery.journals()[0].recover()) == content(after(7))


def test_killed_just_after_saving_nothing_is_offered(saved: files.Loaded) -> None:
    file = abandoned(journal_for(saved), WORK)
    files.save(after(10), saved.path)
    assert offers() == []
    assert not file.exists()


def test_what_was_undone_again_is_not_offered(saved: files.Loaded) -> None:
    note = put(BASE, Note(id=Id("n"), text="x"))
    abandoned(journal_for(saved), [note, note.inverse()])
    (journal,) = recovery.journals()
    assert journal.recover() == saved.journey
    assert offers() == []


def test_the_replayed_journey_equals_the_lost_one_table_for_table(tmp_path: Path) -> None:
    """A table that edits emptied goes in both; one the file wrote out empty stays in both."""
    tree = {"format": "journeymap", "version": 1, "notes": {}, **raw_journey(BASE)}
    (tmp_path / "karta.journey").write_bytes(canonical.canonical(tree))
    opened = files.load(tmp_path / "karta.journey")
    document = Document(opened.journey)
    journal = journal_for(opened)
    document.subscribe(lambda news: journal.append(str(news.label), news.change))
    for kind in (Note(text="x"), Friction(title="f", at=Id("s"))):
        with document.edit("Add") as draft:
            draft.add(kind)
        document.undo()
    verbs.delete(document, [Id("s")])
    journal.close(discard=False)
    (found,) = recovery.journals()
    assert document.journey.tables.keys() == {Lane, Note}
    assert found.recover() == document.journey


def test_a_map_that_was_never_saved() -> None:
    first = Change({record.id: (None, record) for record in BASE if record.id != HEAD})
    head = Change({HEAD: (Head(), BASE.head)})
    abandoned(Journal("document1", None), [first, head])
    (offer,) = offers()
    assert offer.path == ""
    assert offer.is_whole
    assert content(offer.recover()) == content(BASE)


@pytest.mark.parametrize("where", ["beside", "version", "file", "nowhere", "nowhere at all", "broken"])
def test_where_the_base_is_found(where: str, saved: files.Loaded) -> None:
    abandoned(journal_for(saved), WORK)
    kept = journals_folder() / f"{saved.sha256}.base"
    assert kept.read_bytes() == saved.path.read_bytes()
    if where != "beside":
        kept.unlink()
    if where == "broken":
        kept.write_bytes(b"spoilt")
    if where == "version":
        files.save(after(2), saved.path)
    if where in ("nowhere", "broken", "nowhere at all"):
        shutil.rmtree(versions_root())
    if where in ("nowhere", "broken"):
        saved.path.write_bytes(envelope.encode(after(2)))
    if where == "nowhere at all":
        saved.path.unlink()
    (offer,) = offers()
    assert offer.is_whole == (where in ("beside", "version", "file"))
    if where == "nowhere at all":
        assert [step.title for step in offer.recover().steps.values()] == []
        assert offer.recover().quarantine["steps"]["n"]["title"] == "minns"
    else:
        assert content(offer.recover()) == content(after(10))


def test_a_base_that_is_no_map(saved: files.Loaded) -> None:
    abandoned(
        Journal("document1", bases.keep(_made(journals_folder()), b"rubbish"), base=b"rubbish"), WORK[:1]
    )
    (offer,) = offers()
    assert not offer.is_whole
    assert offer.changes == 1


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def test_bases_go_with_the_last_journal_that_needs_them(
    saved: files.Loaded, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two = journal_for(saved), journal_for(saved)
    for journal in (one, two):
        journal.append("x", WORK[0])
    kept = journals_folder() / f"{saved.sha256}.base"
    monkeypatch.setattr(bases, "YOUNG", -1.0)
    one.close(discard=True)
    assert kept.exists()
    two.close(discard=True)
    assert not kept.exists()


def test_young_bases_may_be_waiting_for_their_journal() -> None:
    folder = _made(journals_folder())
    bases.keep(folder, b"x")
    bases.drop_unneeded(folder)
    bases.drop_unneeded(folder / "gone")
    assert len(list(folder.iterdir())) == 1


def test_a_disk_that_refuses_once_loses_nothing(saved: files.Loaded, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each change is tried with a torn write before it goes through with the next one."""
    journal = journal_for(saved)
    real = os.write
    for number, change in enumerate(WORK):
        if number % 2 == 0:
            left = [number * 7]

            def torn(fd: int, data: bytes, left: list[int] = left) -> int:
                if not left[0]:
                    raise OSError(errno.ENOSPC, "full")
                count = real(fd, data[: left[0]])
                left[0] = 0
                return count

            monkeypatch.setattr(os, "write", torn)
            with pytest.raises(StorageError) as caught:
                journal.append("x", change)
            assert caught.value.kind == "journal_failed"
            monkeypatch.setattr(os, "write", real)
        else:
            journal.append("x", change)
    (offer,) = recovery.journals()
    assert offer.changes == 10
    assert content(offer.recover()) == content(after(10))
    journal.close(discard=True)


@pytest.mark.parametrize("call", ["open", "write", "fsync", "replace", "mkdir"])
def test_a_disk_that_refuses_the_first_line(
    call: str, saved: files.Loaded, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = journal_for(saved)

    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EIO, "broken")

    with monkeypatch.context() as patched:
        patched.setattr(os, call, refuse)
        with pytest.raises(StorageError, match="could not be put in safety"):
            journal.append("x", WORK[0])
    assert recovery.journals() == []
    journal.append("x", WORK[1])
    assert recovery.journals()[0].changes == 2


def test_a_disk_that_refuses_in_the_middle_of_starting_over(
    saved: files.Loaded, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = journal_for(saved)
    for change in WORK[:6]:
        journal.append("x", change)
    with monkeypatch.context() as patched:
        patched.setattr(journals.disk, "replace", lambda *_: (_ for _ in ()).throw(OSError(errno.EIO, "x")))
        patched.setattr(bases, "keep", lambda *_: "")
        journal.saved("0" * 64, b"new base", upto=2)
    assert recovery.journals()[0].changes == 6
    journal.append("x", WORK[6])
    assert content(recovery.journals()[0].recover()) == content(after(7))


def test_a_lost_line_ends_the_trust_but_not_what_came_before(saved: files.Loaded) -> None:
    file = abandoned(journal_for(saved), WORK)
    rows = file.read_bytes().split(b"\n")
    rows[4] = rows[4][:-3] + b"xyz"
    file.write_bytes(b"\n".join(rows))
    (offer,) = offers()
    assert offer.changes == 3
    assert content(offer.recover()) == content(after(3))


def test_lines_that_are_none(tmp_path: Path) -> None:
    assert lines.read_line(b"") is None
    assert lines.read_line(lines.line({"a": 1})) == {"a": 1}
    assert lines.read_line(b"00000000 {}") is None
    for text in (b"[1]", b"{", b"[" * 100_000):
        import zlib

        assert lines.read_line(b"%08x %s" % (zlib.crc32(text), text)) is None
    assert lines.read_lines(lines.line({"no": "journal"})) is None
    assert lines.read_header(tmp_path / "gone") is None
    strange = lines.read_lines(lines.line({"journal": 1}) + lines.line({"n": "one"}))
    assert strange is not None
    assert strange.changes == ()


def test_journals_that_cannot_be_read_are_passed_over(saved: files.Loaded) -> None:
    folder = _made(journals_folder())
    (folder / "a.journal").write_bytes(b"rubbish\n")
    (folder / "b.journal").mkdir()
    (folder / "c.txt").write_bytes(b"x")
    abandoned(journal_for(saved), WORK[:1])
    assert len(offers()) == 1
    assert recovery.journals(folder / "gone") == []


def test_fsync_follows_within_a_second(saved: files.Loaded, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[int] = []
    timers: list[Any] = []

    class Timer:
        def __init__(self, seconds: float, call: Any) -> None:
            assert seconds < 1
            self.call, self.daemon = call, False
            timers.append(self)

        def start(self) -> None: ...

        def cancel(self) -> None:
            timers.remove(self)

    monkeypatch.setattr(journals.threading, "Timer", Timer)
    journal = journal_for(saved)
    journal.append("x", WORK[0])
    journal.append("x", WORK[1])
    assert len(timers) == 1
    monkeypatch.setattr(os, "fsync", synced.append)
    timers[0].call()
    assert len(synced) == 1
    journal.append("x", WORK[2])
    assert len(timers) == 2
    journal.close(discard=False)
    assert len(synced) == 2
    journal.sync()
    assert len(synced) == 2


def test_a_sync_that_fails_is_tried_again_with_the_next_change(
    saved: files.Loaded, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = journal_for(saved)
    journal.append("x", WORK[0])
    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", lambda _: (_ for _ in ()).throw(OSError(errno.EIO, "x")))
        patched.setattr(os, "close", lambda _: (_ for _ in ()).throw(OSError(errno.EIO, "x")))
        journal.close(discard=False)
    assert recovery.journals()[0].changes == 1


def test_replay_goes_through_whatever_stands_there() -> None:
    tree: dict[str, Any] = {"format": "journeymap", "version": 1, "notes": ["no table"], "steps": {"s": 7}}
    replay(
        tree,
        [["notes", "n", None, {"text": "x"}], ["steps", "s", {}, {"title": "x"}], ["steps", "t", {}, None]],
    )
    assert tree["notes"] == {"n": {"text": "x"}}
    assert tree["unread_notes"] == ["no table"]
    assert tree["steps"] == {"s": 7}


def test_a_change_that_changes_nothing() -> None:
    assert raw_change(Change({Id("x"): (None, None)})) == []


def test_odd_values_come_back_through_a_journal(tmp_path: Path) -> None:
    doc = {
        "format": "journeymap", "version": 1, "id": "document1",
        "lanes": {"c": {"name": "C", "kind": "robot"}},
        "steps": {"s": {"title": "S", "lane": "c", "stage": "gone", "new": {"x": [1]}}, "bad": {"lane": "c"}},
    }  # fmt: skip
    path = tmp_path / "a.journey"
    path.write_bytes(plain(doc))
    loaded = files.load(path)
    step = loaded.journey.steps[Id("s")]
    abandoned(journal_for(loaded), [put(loaded.journey, msgspec.structs.replace(step, title="T"))])
    (offer,) = offers()
    doc["steps"]["s"]["title"] = "T"  # type: ignore[index]
    assert raw_journey(offer.recover()) == doc


def test_offers_come_latest_first_and_times_may_be_odd(saved: files.Loaded) -> None:
    abandoned(journal_for(saved), WORK[:1])
    second = abandoned(journal_for(saved), WORK[:2])
    assert [offer.changes for offer in offers()] == [2, 1]
    rows = second.read_bytes().split(b"\n")
    second.write_bytes(rows[0] + b"\n" + lines.line({"n": 1, "at": "never", "do": []}))
    assert [offer.when.year for offer in recovery.journals()].count(1970) == 1


def test_a_journal_on_a_file_that_is_no_map_any_more(saved: files.Loaded) -> None:
    abandoned(journal_for(saved), WORK)
    saved.path.write_bytes(b"spoilt")
    (offer,) = offers()
    assert offer.is_whole
    assert content(offer.recover()) == content(after(10))


def test_a_picture_attached_since_the_last_save_comes_back(saved: files.Loaded) -> None:
    """And goes when a save has taken it over, as soon as it is old enough to wait for nothing."""
    data = b"a photo"
    sha256 = hashlib.sha256(data).hexdigest()
    journal = journal_for(saved)
    journal.keep_picture(sha256, data)
    journal.keep_picture(sha256, data)
    photo = Attachment(id=Id("p"), sha256=sha256)
    abandoned(journal, [Change({photo.id: (None, photo)})])
    (offer,) = offers()
    assert offer.pictures() == {sha256: data}
    place = journals_folder() / f"{sha256}.picture"
    os.utime(place, (1, 1))
    journal_pictures.drop_unneeded(journals_folder())
    assert place.exists(), "a journal speaks of it"
    files.save(offer.recover(), saved.path)  # without the picture: then not everything is saved
    assert len(offers()) == 1
    files.save(offer.recover(), saved.path, attachments=offer.pictures())
    assert offers() == []
    assert not place.exists()


def test_a_picture_that_is_gone_or_spoilt_is_not_given_back(saved: files.Loaded) -> None:
    data = b"a photo"
    sha256 = hashlib.sha256(data).hexdigest()
    journal = journal_for(saved)
    journal.keep_picture(sha256, data)
    photos = [Attachment(id=Id(n), sha256=s) for n, s in (("p", sha256), ("q", "0" * 64), ("r", "../x"))]
    abandoned(journal, [Change({photo.id: (None, photo)}) for photo in photos])
    assert offers()[0].pictures() == {sha256: data}
    (journals_folder() / f"{sha256}.picture").write_bytes(b"spoilt")
    assert offers()[0].pictures() == {}
    assert len(offers()[0].recover().attachments) == 3


def test_a_disk_that_takes_no_picture(saved: files.Loaded, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(disk, "replace", full)
    with pytest.raises(StorageError) as caught:
        journal_for(saved).keep_picture("0" * 64, b"x")
    assert caught.value.kind == "journal_failed"
    assert list(journals_folder().iterdir()) == []


def test_what_a_merge_carries_beside_the_records_is_written_down(saved: files.Loaded) -> None:
    """Names of other programs, and records that cannot be read, come back after a kill too."""
    before = files.load(saved.path).journey
    tree = raw_journey(before) | {"theirs": {"a": [1]}, "walks": {"w": 7, "v": 8}}
    after = envelope.decode(plain(tree)).journey
    assert after.foreign and after.quarantine
    change = before.change_to(after)
    back = after.change_to(envelope.decode(plain(raw_journey(before) | {"walks": {"w": 9}})).journey)
    for count, wanted in ((1, after), (2, after.apply(back))):
        abandoned(journal_for(saved), [change, back][:count])
        offer = offers()[0]
        assert content(offer.recover()) == content(wanted)
        offer.discard()
