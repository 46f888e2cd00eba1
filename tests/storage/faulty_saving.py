"""Run with faults.c in front of libc: saves again and again, each time another call of the disk fails.

Prints one JSON object: how many faults, and each outcome that must not be. Arguments: a folder, a
step (1 = every call, 3 = every third).
"""

from __future__ import annotations

import ctypes
import errno
import json
import os
import shutil
import sys
from pathlib import Path

from journeymap.model.change import Change
from journeymap.model.ids import Id
from journeymap.model.journey import Journey, journey_of
from journeymap.model.records import Head, Lane, Note
from journeymap.storage import envelope, files, save
from journeymap.storage.errors import StorageError
from journeymap.storage.journal import Journal
from journeymap.storage.recovery import journals

LIBRARY = ctypes.CDLL(None)
ONCE, FROM_HERE, HALF, KILL = range(4)
ERRORS = (errno.ENOSPC, errno.EIO, errno.EACCES)


def a_map(title: str) -> Journey:
    lane = Lane(id=Id("c"), name="x" * 200_000, kind="customer")
    return journey_of(lane, head=Head(title=title, document="document1"))


OLD, NEW = a_map("old"), a_map("new")


def in_child(work: object, nth: int, error: int, way: int) -> tuple[str, int]:
    """The work under a fault in a process of its own: what it says ("killed"), calls counted."""
    reading, writing = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.dup2(writing, 2)  # the library leaves 0 to 2 alone
        LIBRARY.faults_arm(nth, error, way)
        try:
            work()  # type: ignore[operator]
            said = "ok"
        except StorageError as failure:
            said = failure.kind
        except BaseException as failure:
            said = f"uncaught {type(failure).__name__}: {failure}"
        count = LIBRARY.faults_disarm()
        os.write(2, f"{said}|{count}".encode())
        os._exit(0)
    os.close(writing)
    os.waitpid(pid, 0)
    with os.fdopen(reading) as stream:
        said, _, count = stream.read().partition("|")
    return (said, int(count)) if count else ("killed", 1 << 30)


def wrong_save(path: Path, said: str) -> str | None:
    """What must not be after one faulty save; None if all is well."""
    try:
        found = files.load(path).journey.head.title
    except StorageError as failure:
        return f"destroyed: {failure.kind}"
    if said.startswith("uncaught"):
        return said
    if said == "ok" and found == "old":
        return "silent loss"
    if said not in ("ok", "killed", "not_verified") and found == "new":
        return f"said {said}, though the new file is in place"
    save.clear_stale(path.parent)
    left = [each.name for each in path.parent.iterdir() if each != path]
    return f"left over after {said}: {left}" if left and said == "killed" else None


def one_save(folder: Path, nth: int, error: int, way: int) -> tuple[str | None, int]:
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "maps").mkdir(parents=True)
    os.environ["JOURNEYMAP_HOME"] = str(folder / "home")
    path = folder / "maps" / "karta.journey"
    path.write_bytes(envelope.encode(OLD))
    said, count = in_child(lambda: files.save(NEW, path), nth, error, way)
    return wrong_save(path, said), count


def one_journal(folder: Path, nth: int, error: int, way: int) -> tuple[str | None, int]:
    """Five changes, one of which meets the fault: every acknowledged one must come back."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    told = (folder / "told").open("ab", buffering=0)

    def work() -> None:
        journal = Journal("document1", None, folder / "journals")
        for number in range(5):
            note = Note(id=Id(f"n{number}"), text="x")
            try:
                journal.append("x", Change({note.id: (None, note)}))
            except StorageError:
                continue
            LIBRARY.faults_pause(1)
            told.write(b"%d\n" % number)
            LIBRARY.faults_pause(0)

    with told:
        said, count = in_child(work, nth, error, way)
    kept = journals(folder / "journals")
    notes = kept[0].recover().notes if kept else {}
    acknowledged = (folder / "told").read_text().split()
    lost = [number for number in acknowledged if Id(f"n{number}") not in notes]
    return (said if said.startswith("uncaught") else f"lost {lost} ({said})" if lost else None), count


def main(folder: Path, step: int) -> None:
    wrong: list[str] = []
    faults = 0
    for name, trial in (("save", one_save), ("journal", one_journal)):
        for way in (ONCE, FROM_HERE, HALF, KILL):
            for error in ERRORS if way in (ONCE, FROM_HERE) else (errno.ENOSPC,):
                nth = 1
                while True:
                    problem, count = trial(folder, nth, error, way)
                    if count < nth or nth > 400:
                        break
                    faults += 1
                    if problem:
                        wrong.append(f"{name} way {way} {errno.errorcode[error]} call {nth}: {problem}")
                    nth += step
    print(json.dumps({"faults": faults, "wrong": wrong}))  # noqa: T201 - this is the answer


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
