"""Takes a person or a map out of everything the program keeps beside the map itself (HAZARDS 6)."""

from __future__ import annotations

import contextlib
import re
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from journeymap.storage import disk, journal_pictures, lane_sets, recents, settings, temporary
from journeymap.storage.errors import StorageError
from journeymap.storage.places import (
    config_folder,
    journals_folder,
    log_folder,
    piles_folder,
    safe_name,
    versions_folder,
    versions_root,
)
from journeymap.storage.pruning import Says, saying
from journeymap.storage.recents import Recent
from journeymap.storage.recovery import journals
from journeymap.storage.versions import ABOUT, versions
from journeymap.storage.zipped import is_zip, read_zip

_MOST_BYTES = 400_000_000


def forget_document(document: str) -> int:
    """Removes a map's earlier versions, journals, notes and recent entries; how many files went.

    Journals of windows that are open stay: they hold what is not saved yet.
    """
    gone = [version.path for version in versions(document)]
    gone += [journal.file for journal in journals() if journal.document == document and not journal.is_alive]
    gone += piles_folder().glob(f"{safe_name(document)}.json")
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
    """What says certain words: kept files, recent maps by path or title, logs, lane sets, settings."""

    files: tuple[Path, ...] = ()
    recents: tuple[Recent, ...] = ()
    logs: tuple[Path, ...] = ()
    lane_sets: tuple[str, ...] = ()
    settings: tuple[str, ...] = ()

    @property
    def count(self) -> int:
        """How many it is together."""
        return sum(map(len, (self.files, self.recents, self.logs, self.lane_sets, self.settings)))


def find_words(words: str) -> Found:
    """Everything kept beside the maps that says these words, such as a person's name.

    Journals of windows that are open are left out: they hold what is not saved yet.
    """
    if not words.strip():
        return Found()
    says = saying(words)
    return Found(
        tuple(path for path in _kept() if _says(path, says)),
        tuple(one for one in recents.recents() if says(one.path) or says(one.title)),
        tuple(path for path in _logs() if _says(path, says)),
        lane_sets.saying(says),
        settings.saying(says),
    )


def forget_words(words: str) -> int:
    """Removes everything that `find_words` finds; how many files and entries went.

    Pictures that only a removed journal spoke of go with it, and so does what killed runs left
    among the temporary files, whatever it says. The maps themselves are not touched: the words must
    be deleted there first, or the next save keeps them again.
    """
    temporary.sweep()
    found, says = find_words(words), saying(words)
    for recent in found.recents:
        recents.remove(recent.path)
    pictures = _pictures_of(found.files)
    gone = sum(map(_removed, found.files)) + sum(map(_emptied, found.logs))
    for picture in pictures - _pictures_of(journals_folder().glob("*.journal")):
        _removed(journals_folder() / f"{picture}{journal_pictures.ENDING}")
    gone += lane_sets.forget(says) if found.lane_sets else 0
    gone += settings.forget_words(says) if found.settings else 0
    return gone + len(found.recents)


def _kept() -> Iterator[Path]:
    """Journals, their bases, earlier versions, notes of rounds and what was put aside; nothing open now.

    Pictures have no words: a row of their bytes that happens to spell a name means nothing.
    """
    alive = [journal for journal in journals() if journal.is_alive]
    open_now = {journal.file.name for journal in alive} | {journal.base_name for journal in alive}
    folders = (journals_folder(), versions_root(), piles_folder())
    kept = [path for folder in folders for path in folder.rglob("*")]
    for path in (*kept, *config_folder().glob("*.broken")):
        if path.is_file() and path.name not in open_now and path.suffix != journal_pictures.ENDING:
            yield path


def _logs() -> Iterator[Path]:
    """The logs, and those that lie among the temporary files where their own folder took none."""
    for folder in (log_folder(), *Path(tempfile.gettempdir()).glob("journeymap-log-*")):
        yield from folder.glob("*.log*")


def _pictures_of(files: Iterable[Path]) -> frozenset[str]:
    """The sha256 of every picture that these journals speak of."""
    found: set[str] = set()
    for path in files:
        if path.suffix == ".journal":
            with contextlib.suppress(OSError):
                found.update(re.findall(r"[0-9a-f]{64}", path.read_text("utf-8", "replace")))
    return frozenset(found)


def _says(path: Path, says: Says) -> bool:
    """Whether a kept file says the words; one that cannot be read is as good as one that does."""
    try:
        data = disk.read_file(path, _MOST_BYTES)
        text = read_zip(data, path.name).model if is_zip(data) else data
    except StorageError as failure:
        return failure.kind != "missing"
    return says(text.decode("utf-8", "replace"))


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
