"""Takes a person or a map out of everything the program keeps beside the map itself (HAZARDS 6)."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from pathlib import Path

from journeymap.storage import disk, recents
from journeymap.storage.errors import StorageError
from journeymap.storage.places import journals_folder, log_folder, versions_folder, versions_root
from journeymap.storage.recents import Recent
from journeymap.storage.recovery import journals
from journeymap.storage.versions import ABOUT, versions
from journeymap.storage.zipped import is_zip, read_zip

_MOST_BYTES = 400_000_000


def forget_document(document: str) -> int:
    """Removes a map's earlier versions, journals and place among the recent ones; how many files went.

    Journals of windows that are open stay: they hold what is not saved yet.
    """
    gone = [version.path for version in versions(document)]
    gone += [journal.file for journal in journals() if journal.document == document and not journal.is_alive]
    for recent in recents.recents():
        if recent.document == document:
            recents.remove(recent.path)
    removed = sum(map(_removed, gone))
    with contextlib.suppress(OSError):
        (versions_folder(document) / ABOUT).unlink(missing_ok=True)
        versions_folder(document).rmdir()
    return removed


@dataclass(frozen=True, slots=True)
class Found:
    """What says certain words: kept files, recent maps by path or title, and logs."""

    files: tuple[Path, ...] = ()
    recents: tuple[Recent, ...] = ()
    logs: tuple[Path, ...] = ()

    @property
    def count(self) -> int:
        """How many it is together."""
        return len(self.files) + len(self.recents) + len(self.logs)


def find_words(words: str) -> Found:
    """Everything kept beside the maps that says these words, such as a person's name.

    Journals of windows that are open are left out: they hold what is not saved yet.
    """
    if not words.strip():
        return Found()
    alive = [journal for journal in journals() if journal.is_alive]
    open_now = {journal.file.name for journal in alive} | {journal.base_name for journal in alive}
    kept = [path for folder in (journals_folder(), versions_root()) for path in folder.rglob("*")]
    files = (path for path in kept if path.is_file() and path.name not in open_now and _says(path, words))
    logs = (path for path in log_folder().glob("*.log*") if _says(path, words))
    said = words.casefold()
    named = (one for one in recents.recents() if said in f"{one.path}\n{one.title}".casefold())
    return Found(tuple(files), tuple(named), tuple(logs))


def forget_words(words: str) -> int:
    """Removes everything that `find_words` finds; how many files and entries went.

    The maps themselves are not touched: the words must be deleted there first, or the next save
    keeps them again.
    """
    found = find_words(words)
    for recent in found.recents:
        recents.remove(recent.path)
    gone = sum(map(_removed, found.files)) + sum(map(_emptied, found.logs))
    return gone + len(found.recents)


def _says(path: Path, words: str) -> bool:
    """Whether a kept file says the words; one that cannot be read is as good as one that does."""
    try:
        data = disk.read_file(path, _MOST_BYTES)
        text = read_zip(data, path.name).model if is_zip(data) else data
    except StorageError:
        return True
    return words.casefold() in text.decode("utf-8", "replace").casefold()


def _removed(path: Path) -> bool:
    with contextlib.suppress(OSError):
        path.unlink()
        return True
    return False


def _emptied(path: Path) -> bool:
    """The program holds its log open and goes on writing there, so the file stays."""
    with contextlib.suppress(OSError):
        path.write_bytes(b"")
        return True
    return False
