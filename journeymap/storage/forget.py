"""Takes a person or a map out of everything the program keeps beside the map itself (HAZARDS 6)."""

from __future__ import annotations

import contextlib
from pathlib import Path

from journeymap.storage import disk, recents
from journeymap.storage.errors import StorageError
from journeymap.storage.places import journals_folder, versions_folder, versions_root
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


def forget_words(words: str) -> int:
    """Removes every kept file that says these words, such as a person's name; how many files went.

    The maps themselves are not touched: the words must be deleted there first, or the next save
    keeps them again.
    """
    if not words.strip():
        return 0
    alive = [journal for journal in journals() if journal.is_alive]
    open_now = {journal.file.name for journal in alive} | {journal.base_name for journal in alive}
    kept = [path for folder in (journals_folder(), versions_root()) for path in folder.rglob("*")]
    gone = [path for path in kept if path.is_file() and path.name not in open_now and _says(path, words)]
    for recent in recents.recents():
        if words.casefold() in f"{recent.path}\n{recent.title}".casefold():
            recents.remove(recent.path)
    return sum(map(_removed, gone))


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
